import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { AS_IT_IS } from "../../../src/deal/assumptions";
import { readDealCells } from "../../../src/deal/parse-deal";
import type { ParsedScenario } from "../../../src/deal/parse-scenario";
import type { DealState, PaneState } from "../../../src/taskpane/context/pane-state";
import { FIRST_STATE } from "../../../src/taskpane/first-state";
import { supposedWords } from "../../../src/taskpane/verdict-line";
import { line as commitmentLine } from "../../../src/taskpane/views/commitment/line";
import { dealActions, dealChoices, dealName } from "../../../src/taskpane/views/home/deals";
import { line as sheetsLine } from "../../../src/taskpane/views/sheets/line";
import type { ListedDeal } from "../../../src/workbook/deal/deals";
import type { WrittenTable } from "../../../src/workbook/journal/written-table";
import { dealCells } from "../pane-scenarios";

const NONE: DealState = { kind: "none" };
const read = (change: Parameters<typeof dealCells>[0] = {}): DealState => ({
  kind: "read",
  reading: readDealCells(dealCells(change)),
});
const MANY = [
  ["Threshold", "Discount"],
  ...Array.from({ length: 200 }, (_, index) => [index * 10_000, index / 1000]),
];

describe("the line of the commitment", () => {
  test.each<[what: string, deal: DealState, text: string, mark: string]>([
    ["no deal", NONE, "Which threshold to reach for", "done"],
    ["a deal that is being read", { kind: "reading" }, "Which threshold to reach for", "done"],
    ["the example", read(), "Reach for $500k, hold below $1M", "look"],
    ["the best is present", read({ commitment: 500_000 }), "Sit at $500k, hold below $1M", "done"],
    ["no commitment yet", read({ commitment: "" }), "Reach for $500k, hold below $1M", "done"],
    ["a commitment at fault", read({ commitment: "500.000" }), "1 fault in Commitment", "need"],
    ["no usage", read({ usage: null, forecast: null }), "Waits for usage and the offer", "done"],
    [
      "terms at fault",
      read({ terms: [["Overage", "commited"]] }),
      "Waits for usage and the offer",
      "done",
    ],
    [
      "bands at fault",
      read({
        bands: [
          ["Threshold", "Discount"],
          ["lots", 0.1],
        ],
      }),
      "Waits for usage and the offer",
      "done",
    ],
    [
      "usage far below every threshold",
      read({ usage: 1_000, forecast: null }),
      "Hold below $250k, $500k and $1M",
      "look",
    ],
    [
      "a commitment in cents",
      read({ commitment: 499_999.99 }),
      "Reach for $500k, hold below $1M",
      "look",
    ],
  ])("of %s", (_, deal, text, mark) => {
    expect(commitmentLine({ currency: US_DOLLAR, deal, whatIf: AS_IT_IS })).toEqual({ text, mark });
  });

  test("is one short line with 200 bands, and follows what is supposed", () => {
    const deal = read({ bands: MANY });
    expect(
      commitmentLine({ currency: US_DOLLAR, deal, whatIf: AS_IT_IS }).text.length,
    ).toBeLessThan(60);
    const low = commitmentLine({
      currency: US_DOLLAR,
      deal: read(),
      whatIf: { ...AS_IT_IS, loadFactor: 0.5 },
    });
    expect(low.text).toBe("Sit at $250k, hold below $500k and $1M");
  });
});

const TABLE: WrittenTable = {
  ...{ id: "1", title: "Table", sheet: "Table", address: "A1:B2" },
  complete: true,
};

const STALE: WrittenTable = {
  ...TABLE,
  definition: {
    ...{ kind: "decision", form: "values", scenario: null, supposed: AS_IT_IS, assumed: null },
    references: dealCells().references,
    ...{ room: { bands: 20, curveRows: 120, curveToUsd: 1e6, carried: 0 }, print: "another" },
  },
};

describe("the line of the sheets", () => {
  const of = (tables: readonly WrittenTable[], deal: DealState = read()): unknown =>
    sheetsLine({ ...FIRST_STATE, deal, workbookDeal: deal, tables });

  test.each<[what: string, tables: readonly WrittenTable[], text: string, mark: string]>([
    ["none", [], "No table or decision sheet yet", "done"],
    ["one", [TABLE], "1 table or sheet", "done"],
    ["many", Array.from({ length: 1200 }, () => TABLE), "1,200 tables and sheets", "done"],
    [
      "one that stopped half way",
      [TABLE, { ...TABLE, complete: false }],
      "2 tables and sheets, 1 written half way",
      "need",
    ],
    [
      "one of plain values that the deal has left behind",
      [TABLE, STALE],
      "2 tables and sheets, 1 out of date",
      "look",
    ],
  ])("of %s", (_, tables, text, mark) => {
    expect(of(tables)).toEqual({ text, mark });
  });

  test("of a workbook whose deal is gone does not call a table out of date", () => {
    expect(of([STALE], NONE)).toEqual({ text: "1 table or sheet", mark: "done" });
  });
});

describe("supposedWords()", () => {
  test.each([
    [AS_IT_IS, ""],
    [{ ...AS_IT_IS, loadFactor: 0.8 }, "If usage is 20% lower than forecast"],
    [{ ...AS_IT_IS, clauses: ["Step-up right"] as const }, "If 1 clause is won"],
    [
      {
        loadFactor: 1.5,
        clauses: ["Step-up right", "Half the shortfall returned"],
        price: "target",
      },
      "If usage is 50% higher than forecast and 2 clauses are won and discounts are your target",
    ],
  ] as const)("of %j", (whatIf, words) => {
    expect(supposedWords(whatIf)).toBe(words);
  });
});

describe("the menu of deals", () => {
  const state = (change: Partial<PaneState>): PaneState => ({
    ...FIRST_STATE,
    deal: read(),
    ...change,
  });
  const words = (of: PaneState) =>
    dealActions(
      of,
      () => {},
      () => {},
    ).map((one) => one.words);

  const choices = (of: PaneState) =>
    dealChoices(
      of,
      () => {},
      () => {},
    ).map(({ words, isChosen }) => (isChosen ? `* ${words}` : words));
  const listed = (name: string): ListedDeal => ({
    ...{ key: name, name, sheet: name, bandsAddress: `${name}!A5:I9` },
    references: { bands: "Bands", terms: null, usage: null, commitment: null, forecast: null },
  });
  const scenario = (name: string) =>
    ({ name, isNamed: true, problems: [] }) as unknown as ParsedScenario;

  test("names the deal that is shown, and offers no choice where there is one", () => {
    expect(dealName(FIRST_STATE)).toBe("Bandwise");
    expect(dealName(state({}))).toBe("The deal in the workbook");
    expect(dealName(state({ shown: "Hold" }))).toBe("Hold");
    expect(choices(state({ deals: [listed("Deal")], shownDeal: "Deal" }))).toEqual([]);
  });

  test("offers every deal of the workbook and every scenario, with the one that is shown marked", () => {
    const two = { deals: [listed("Deal"), listed("Deal 2")], shownDeal: "Deal 2" };
    expect(dealName(state(two))).toBe("The deal on Deal 2");
    expect(choices(state(two))).toEqual(["The deal on Deal", "* The deal on Deal 2"]);
    const hold = scenario("Hold");
    expect(choices(state({ ...two, scenarios: [hold], shown: "Hold" }))).toEqual([
      "The deal on Deal",
      "The deal on Deal 2",
      "* Hold",
    ]);
    expect(choices(state({ scenarios: [hold] }))).toEqual(["* The deal in the workbook", "Hold"]);
  });

  test("shows the deal or the scenario that is taken from it", () => {
    const taken: unknown[] = [];
    const deals = [listed("Deal"), listed("Deal 2")];
    for (const one of dealChoices(
      state({ deals, shownDeal: "Deal", scenarios: [scenario("Hold")] }),
      (name) => taken.push(name),
      ({ key }) => taken.push(key),
    ))
      one.take();
    expect(taken).toEqual(["Deal", "Deal 2", "Hold"]);
  });

  test("saves the deal, edits a scenario, and keeps every way to start where no deal is read", () => {
    expect(words(state({}))).toEqual([
      "Save as scenario",
      "All scenarios",
      "Start another deal",
      "Read again",
    ]);
    expect(words(state({ workbookDeal: read() }))).toContain("Add the vendor’s next offer");
    expect(words(state({ shown: "Hold" }))[0]).toBe("Edit this scenario");
    expect(words(state({ deal: NONE }))).toEqual([
      "All scenarios",
      "Start another deal",
      "Read again",
    ]);
  });
});
