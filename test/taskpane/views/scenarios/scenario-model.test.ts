import { describe, expect, test } from "vitest";
import type { ScenarioToWrite } from "../../../../src/deal/scenario-to-write";
import type { PaneActions } from "../../../../src/taskpane/context/pane-actions";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import { readingOf } from "../../../../src/taskpane/views/scenarios/scenario-model";
import { fakeWorkbook } from "../../fake-actions";
import { SCENARIOS, type ScenarioName } from "../../pane-scenarios";

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
  const { scenarioForm } = model.state;
  if (!scenarioForm) throw new Error("no form is open");
  return readingOf(scenarioForm, model.state);
};

describe("scenarios in the pane", () => {
  test("show the deal first, then whichever is chosen, and the workbook keeps which", async () => {
    const model = await started("scenarios");
    expect(names(model)).toEqual(["Hold at $250k", "Reach for $500k", "Broken", "Row 9"]);
    expect(deal(model)?.commitmentUsd).toBe(480_000);
    await model.scenarios.show("Hold at $250k");
    expect(model.state.shown).toBe("Hold at $250k");
    expect(deal(model)).toMatchObject({ commitmentUsd: 250_000, usageUsd: 700_000 });
    await model.refresh();
    expect(deal(model)?.commitmentUsd).toBe(250_000);
    await model.scenarios.show(null);
    expect(deal(model)?.commitmentUsd).toBe(480_000);
  });

  test("begin as what is shown: two fields from the deal to a saved scenario", async () => {
    const model = await started("example");
    model.scenarios.openNew();
    expect(form(model).fields).toMatchObject({
      commitment: { text: "$480,000" },
      usage: { text: "$700,000" },
    });
    expect(model.state.scenarioForm?.way).toBe("spread");
    await model.scenarios.save();
    expect(model.state.status?.text).toBe("Name is missing: give what you call this scenario.");
    model.scenarios.type("name", "Bold");
    model.scenarios.type("commitment", "500k");
    expect(form(model).fields.commitment).toMatchObject({ echo: "$500,000", error: "" });
    await model.scenarios.save();
    expect(model.state.status).toMatchObject({
      tone: "done",
      text: expect.stringMatching(/^Saved Bold\./),
    });
    expect(model.state).toMatchObject({ scenarioForm: undefined, shown: "Bold" });
    expect(deal(model)?.commitmentUsd).toBe(500_000);
    expect(deal(model)?.forecast?.quantile(0.1)).toBeCloseTo(427_371, 0);
  });

  test("ask about an ambiguous number, and about a name that is taken", async () => {
    const model = await started("scenarios");
    model.scenarios.openNew();
    model.scenarios.type("name", "hold AT $250k");
    model.scenarios.type("commitment", "500.000");
    await model.scenarios.save();
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
    await model.scenarios.show("Hold at $250k");
    model.scenarios.edit();
    expect(form(model).forecast?.fields.map(({ field }) => field.text)).toEqual([
      "$700,000",
      "35%",
    ]);
    expect(form(model).fields.usage.text).toBe("");
    model.scenarios.type("name", "Hold");
    await model.scenarios.save();
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

  test("take cells that are found, and say which are not", async () => {
    const model = await started("scenarios");
    model.scenarios.openNew();
    model.scenarios.type("name", "Own");
    model.scenarios.choose("cells");
    model.scenarios.typeCells("Usage cells", "Outlook!A1:B3");
    model.scenarios.typeCells("Bands", "Nowhere");
    await model.scenarios.read();
    expect(form(model).cells.Bands.error).toBe(
      "This workbook has no table or cells called Nowhere.",
    );
    expect(form(model).understood?.quantile(0.1)).toBeCloseTo(400_000, 3);
    model.scenarios.typeCells("Bands", "Offer");
    await model.scenarios.save();
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
    await model.scenarios.show("Hold at $250k");
    await model.scenarios.duplicate();
    expect(names(model).slice(0, 2)).toEqual(["Hold at $250k", "Hold at $250k 2"]);
    await model.scenarios.delete();
    expect(names(model)).not.toContain("Hold at $250k 2");
    expect(model.state.shown).toBe(null);
    const [offer] = model.state.status?.offers ?? [];
    if (!offer) throw new Error("nothing is offered");
    await model.take(offer);
    expect(names(model)[1]).toBe("Hold at $250k 2");
    expect(model.state.status?.text).toBe("Hold at $250k 2 is back where it was.");
  });

  test("go with their sheet only after asking", async () => {
    const removed: string[] = [];
    const model = await started("scenarios", {
      async removeTable(id) {
        removed.push(id);
        return { ok: true, value: undefined };
      },
    });
    const table = {
      ...{ id: "Scenarios 1", title: "Scenarios", sheet: "Scenarios", address: "A5:O9" },
      ...{ complete: true, holdsScenarios: true as const },
    };
    await model.remove(table);
    expect(model.state.status?.text).toMatch(
      /^The sheet Scenarios goes with all 4 scenarios on it/,
    );
    expect(removed).toEqual([]);
    await model.take({ kind: "keepScenarios" });
    expect(removed).toEqual([]);
    await model.take({ kind: "removeScenarios", table });
    expect(removed).toEqual(["Scenarios 1"]);
  });

  test("that cannot be read at all leave the deal as it is", async () => {
    const model = await started("example", {
      async readScenarios() {
        return { ok: false, fault: { kind: "noNameColumn", sheet: "S", address: "A1:B2" } };
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
    await model.scenarios.buildComparison(new Date(2026, 10, 25, 9));
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
    await none.scenarios.buildComparison();
    expect(none.state.status).toMatchObject({ tone: "fault" });
  });
});
