import { describe, expect, test } from "vitest";
import { decide } from "../../../src/analysis/decision";
import { US_DOLLAR } from "../../../src/core/currency";
import { readDealCells } from "../../../src/deal/parse-deal";
import { workbookDealName } from "../../../src/taskpane/context/deal-name";
import type { DealState, PaneState } from "../../../src/taskpane/context/pane-state";
import { sayHowSure } from "../../../src/taskpane/context/say-how-sure";
import { showScenario } from "../../../src/taskpane/context/show-scenario";
import { workbookNote } from "../../../src/taskpane/context/workbook-note";
import { PaneModel } from "../../../src/taskpane/pane-model";
import { inputsToPutRight } from "../../../src/taskpane/views/commitment/inputs-to-put-right";
import { scenarioDraft } from "../../../src/taskpane/views/scenarios/scenario-model";
import type { ListedDeal } from "../../../src/workbook/deal/deals";
import { fakeWorkbook } from "../fake-actions";
import { dealCells, dealOf, SCENARIOS } from "../pane-scenarios";

const [HOLD, REACH] = ["Hold at $250k", "Reach for $500k"];

async function showing(name: string | null) {
  const model = new PaneModel(fakeWorkbook(SCENARIOS.scenarios).actions, () => {});
  await model.start();
  await showScenario(model.context, name);
  expect(model.state.shown).toBe(name);
  return model;
}

describe("saying how sure usage is", () => {
  test("of the deal opens the form that writes its forecast", async () => {
    const model = await showing(null);
    sayHowSure(model.context);
    expect(model.state.view).toEqual({ name: "usage", form: "forecast" });
  });

  test.each([HOLD, REACH])("of scenario %s opens the form of that scenario", async (name) => {
    const model = await showing(name);
    sayHowSure(model.context);
    expect(model.state.view).toEqual({ name: "scenarios", form: "scenario" });
    expect(scenarioDraft(model.state).editing).toBe(name);
  });

  test("keeps what was typed for the scenario, and not what was typed for another", async () => {
    const model = await showing(REACH);
    const typed = scenarioDraft(model.state);
    model.context.draft({
      scenario: { ...typed, texts: { ...typed.texts, usage: "$123" } },
    });
    sayHowSure(model.context);
    expect(scenarioDraft(model.state).texts.usage).toBe("$123");
    await showScenario(model.context, HOLD);
    sayHowSure(model.context);
    expect(scenarioDraft(model.state).editing).toBe(HOLD);
    expect(scenarioDraft(model.state).texts.usage).not.toBe("$123");
  });
});

describe("workbookDealName()", () => {
  const deal = (name: string): ListedDeal => ({
    ...{ key: name, name, sheet: name, bandsAddress: `${name}!A1` },
    references: dealCells().references,
  });
  test.each<readonly [string, PaneState["deals"], string | null, string]>([
    ["no deal", [], null, "The deal in the workbook"],
    ["one deal", [deal("Deal")], "Deal", "The deal in the workbook"],
    ["the first of two", [deal("Deal"), deal("Deal 2")], "Deal", "The deal on Deal"],
    ["the second of two", [deal("Deal"), deal("Deal 2")], "Deal 2", "The deal on Deal 2"],
    ["none of two", [deal("Deal"), deal("Deal 2")], null, "The deal in the workbook"],
  ])("of %s", (_of, deals, shownDeal, name) => {
    expect(workbookDealName({ deals, shownDeal })).toBe(name);
  });
});

describe("workbookNote()", () => {
  const read = (change: Parameters<typeof dealCells>[0]): DealState => ({
    kind: "read",
    reading: readDealCells(dealCells(change)),
  });
  test.each<readonly [DealState, RegExp]>([
    [{ kind: "reading" }, /^Showing scenario Hold\.$/],
    [{ kind: "none" }, /^Showing scenario Hold\.$/],
    [{ kind: "none", gone: "Deal!$A$5:$B$9" }, /is gone: its bands were in Deal!A5:B9\.$/],
    [
      { kind: "refused", fault: { kind: "failed", code: "X", message: "It broke" } },
      /The deal in the workbook cannot be read: .*It broke/,
    ],
    [read({ commitment: 12_345_678_901 }), /says: commitment \$12\.35bn, usage \$700,000/],
    [
      read({ usage: "lots", forecast: null }),
      /says: commitment \$480,000, Usage cannot be read\.$/,
    ],
  ])("of %j says what became of the deal", (deal, words) => {
    expect(workbookNote("Hold", deal, US_DOLLAR)).toMatch(words);
  });
});

describe("inputsToPutRight()", () => {
  const of = (cells: ReturnType<typeof dealCells>): readonly string[] =>
    inputsToPutRight(decide(readDealCells(cells)));
  test.each<readonly [string, ReturnType<typeof dealCells>, readonly string[]]>([
    ["a whole deal", dealCells(), ["Commitment"]],
    ["a commitment at fault", dealCells({ commitment: -1 }), ["Commitment"]],
    ["bands at fault", dealOf("faults"), ["Commitment", "Bands"]],
    ["terms at fault", dealOf("terms at fault"), ["Commitment", "Terms"]],
    [
      "a forecast at fault",
      dealCells({
        forecast: [
          ["Mean", "lots"],
          ["CV", 0.3],
        ],
      }),
      ["Commitment", "Usage", "Forecast"],
    ],
    [
      "a usage at fault",
      dealCells({ usage: "lots", forecast: null }),
      ["Commitment", "Usage", "Forecast"],
    ],
    [
      "twelve months",
      dealCells({ usage: 600_000, forecast: Array.from({ length: 12 }, () => [50_000]) }),
      ["Commitment", "Forecast"],
    ],
  ])("of %s names what stops the answer", (_of, cells, inputs) => {
    expect(of(cells)).toEqual(inputs);
  });
});
