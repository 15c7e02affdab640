import { describe, expect, test } from "vitest";
import type { ScenarioToWrite } from "../../../../src/deal/scenario-to-write";
import type { PaneActions } from "../../../../src/taskpane/context/pane-actions";
import { showScenario } from "../../../../src/taskpane/context/show-scenario";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import { buildComparison } from "../../../../src/taskpane/views/negotiation/comparison-model";
import { readingOf, scenarioDraft } from "../../../../src/taskpane/views/scenarios/scenario-model";
import { fakeWorkbook, workbookCells } from "../../fake-actions";
import { SCENARIOS, type ScenarioName } from "../../pane-scenarios";
import { take, viewsOf } from "../../view-models";

async function started(name: ScenarioName, change: Partial<PaneActions> = {}) {
  const { actions } = fakeWorkbook(SCENARIOS[name]);
  const model = new PaneModel({ ...actions, ...change }, () => {});
  await model.start();
  return model;
}

const names = (model: PaneModel) => model.state.scenarios.map(({ name }) => name);
const deal = (model: PaneModel) =>
  model.state.deal.kind === "read" ? model.state.deal.reading : undefined;
const form = (model: PaneModel) => {
  expect(model.state.view).toEqual({ name: "scenarios", form: "scenario" });
  return readingOf(scenarioDraft(model.state), model.state);
};

describe("scenarios in the pane", () => {
  test("show the deal first, then whichever is chosen, and the workbook keeps which", async () => {
    const model = await started("scenarios");
    expect(names(model)).toEqual(["Hold at $250k", "Reach for $500k", "Broken", "Row 9"]);
    expect(deal(model)?.commitmentUsd).toBe(480_000);
    await showScenario(model.context, "Hold at $250k");
    expect(model.state.shown).toBe("Hold at $250k");
    expect(deal(model)).toMatchObject({ commitmentUsd: 250_000, usageUsd: 700_000 });
    await model.refresh();
    expect(deal(model)?.commitmentUsd).toBe(250_000);
    await showScenario(model.context, null);
    expect(deal(model)?.commitmentUsd).toBe(480_000);
  });

  test("begin as what is shown: two fields from the deal to a saved scenario", async () => {
    const model = await started("example");
    viewsOf(model).scenarios.openNew();
    expect(form(model).fields).toMatchObject({
      commitment: { text: "$480,000" },
      usage: { text: "$700,000" },
    });
    expect(scenarioDraft(model.state).way).toBe("spread");
    await viewsOf(model).scenarios.save();
    expect(model.state.status?.text).toBe("Name is missing: give what you call this scenario.");
    viewsOf(model).scenarios.type("name", "Bold");
    viewsOf(model).scenarios.type("commitment", "500k");
    expect(form(model).fields.commitment).toMatchObject({ echo: "$500,000", error: "" });
    await viewsOf(model).scenarios.save();
    expect(model.state.status).toMatchObject({
      tone: "done",
      text: expect.stringMatching(/^Saved Bold\./),
    });
    expect(model.state).toMatchObject({ drafts: { scenario: undefined }, shown: "Bold" });
    expect(deal(model)?.commitmentUsd).toBe(500_000);
    expect(deal(model)?.forecast?.quantile(0.1)).toBeCloseTo(427_371, 0);
  });

  test("ask about an ambiguous number, and about a name that is taken", async () => {
    const model = await started("scenarios");
    viewsOf(model).scenarios.openNew();
    viewsOf(model).scenarios.type("name", "hold AT $250k");
    viewsOf(model).scenarios.type("commitment", "500.000");
    await viewsOf(model).scenarios.save();
    expect(model.state.status?.text).toMatch(/there is Hold at \$250k already/);
    expect(form(model).fields.commitment.error).toMatch(/may mean 500 or 500,000/);
    expect(names(model)).toHaveLength(4);
  });

  test("are edited as they were written, and only said anew where they change", async () => {
    const written: [string, ScenarioToWrite][] = [];
    const model = await started("scenarios", {
      async changeScenario(name, scenario) {
        written.push([name, scenario]);
        return { ok: true, value: undefined };
      },
    });
    await showScenario(model.context, "Hold at $250k");
    viewsOf(model).scenarios.edit();
    expect(form(model).forecast?.fields.map(({ field }) => field.text)).toEqual([
      "$700,000",
      "35%",
    ]);
    expect(form(model).fields.usage.text).toBe("");
    viewsOf(model).scenarios.type("name", "Hold");
    await viewsOf(model).scenarios.save();
    expect(written).toEqual([
      [
        "Hold at $250k",
        {
          name: "Hold",
          commitmentUsd: 250_000,
          usageUsd: null,
          forecast: {
            kind: "labelled",
            forecast: { kind: "spread", meanUsd: 700_000, spreadFraction: 0.35 },
            distribution: "lognormal",
          },
          bands: "",
          terms: "",
          notes: "",
        },
      ],
    ]);
  });

  test("say who offers them and when; a date that reads two ways is asked about", async () => {
    const model = await started("scenarios");
    await showScenario(model.context, "Hold at $250k");
    viewsOf(model).scenarios.edit();
    viewsOf(model).scenarios.type("from", " Acme ");
    viewsOf(model).scenarios.type("date", "11/12/2026");
    await viewsOf(model).scenarios.save();
    expect(form(model).fields.date.error).toMatch(/reads two ways: write 2026-11-12 or 2026-12-11/);
    viewsOf(model).scenarios.type("date", "2026-11-12");
    expect(form(model).fields.date).toMatchObject({ echo: "12 Nov 2026", error: "" });
    await viewsOf(model).scenarios.save();
    const round = () => model.state.scenarios.find(({ name }) => name === "Hold at $250k")?.round;
    expect(round()).toMatchObject({ from: "Acme", day: 46_338 });
    viewsOf(model).scenarios.edit();
    expect(form(model).fields.date.text).toBe("12 Nov 2026");
    viewsOf(model).scenarios.type("date", "");
    viewsOf(model).scenarios.type("from", "");
    await viewsOf(model).scenarios.save();
    expect(round()).toBeUndefined();
    viewsOf(model).scenarios.openNew();
    expect(form(model).fields.date.text).toBe("");
  });

  test("take cells that are found, and say which are not", async () => {
    const model = await started("scenarios");
    viewsOf(model).scenarios.openNew();
    viewsOf(model).scenarios.type("name", "Own");
    viewsOf(model).scenarios.choose("cells");
    viewsOf(model).scenarios.typeCells("Usage cells", "Outlook!A1:B3");
    viewsOf(model).scenarios.typeCells("Bands", "Nowhere");
    await viewsOf(model).scenarios.read();
    expect(form(model).cells.Bands.error).toBe(
      "This workbook has no table or cells called Nowhere.",
    );
    expect(form(model).understood?.quantile(0.1)).toBeCloseTo(400_000, 3);
    viewsOf(model).scenarios.typeCells("Bands", "Offer");
    await viewsOf(model).scenarios.save();
    const saved = model.state.scenarios.at(-1);
    expect(saved?.row.values).toMatchObject({
      "Usage cells": "Outlook!A1:B3",
      Bands: "Offer",
      Mean: "",
    });
    expect(saved?.reading.references).toMatchObject({ bands: "Offer[#All]", terms: "Terms" });
  });

  test("are copied, deleted, and put back where they were", async () => {
    const model = await started("scenarios");
    await showScenario(model.context, "Hold at $250k");
    await viewsOf(model).scenarios.duplicate();
    expect(names(model).slice(0, 2)).toEqual(["Hold at $250k", "Hold at $250k 2"]);
    await viewsOf(model).scenarios.delete();
    expect(names(model)).not.toContain("Hold at $250k 2");
    expect(model.state.shown).toBe(null);
    await take(model, "undoDelete");
    expect(names(model)[1]).toBe("Hold at $250k 2");
    expect(model.state.status?.text).toBe("Hold at $250k 2 is back where it was.");
  });

  test("go with their sheet only after asking", async () => {
    const removed: string[] = [];
    const model = await started("scenarios", {
      async removeTable(id) {
        removed.push(id);
        return { ok: true, value: { areRulesInParts: false } };
      },
    });
    const table = {
      ...{ id: "Scenarios 1", title: "Scenarios", sheet: "Scenarios", address: "A5:O9" },
      ...{ complete: true, holdsScenarios: true as const },
    };
    await viewsOf(model).tables.remove(table);
    expect(model.state.status?.text).toMatch(
      /^The sheet Scenarios goes with all 4 scenarios on it/,
    );
    expect(removed).toEqual([]);
    await take(model, "keepScenarios");
    expect(removed).toEqual([]);
    await viewsOf(model).tables.remove(table);
    await take(model, "removeScenarios");
    expect(removed).toEqual(["Scenarios 1"]);
  });

  test("that cannot be read at all leave the deal as it is", async () => {
    const model = await started("example", {
      async readWorkbook() {
        const fault = { kind: "noNameColumn", sheet: "S", address: "A1:B2" } as const;
        return workbookCells({ scenarios: { ok: false, fault } });
      },
    });
    expect(model.state.scenariosFault?.kind).toBe("noNameColumn");
    expect(deal(model)?.commitmentUsd).toBe(480_000);
  });

  test("are compared on a sheet, those that can be read", async () => {
    const requests: unknown[] = [];
    const model = await started("scenarios", {
      async writeComparison(request) {
        requests.push(request);
        return {
          ok: true,
          value: { id: "1", title: "T", sheet: "Comparison", address: "A1", complete: true },
        };
      },
    });
    await buildComparison(model.context, new Date(2026, 10, 25, 9));
    expect(requests).toMatchObject([
      {
        source: "the scenarios Hold at $250k and Reach for $500k",
        scenarios: [
          { name: "Hold at $250k", names: "Scenarios!$A$5:$A$1004" },
          { name: "Reach for $500k", names: "Scenarios!$A$5:$A$1004" },
        ],
      },
    ]);
    const none = await started("example");
    await buildComparison(none.context);
    expect(none.state.status).toMatchObject({ tone: "fault" });
  });
});
