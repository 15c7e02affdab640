import { describe, expect, test } from "vitest";
import type { DealCells } from "../../../src/deal/deal-inputs";
import type { PaneState } from "../../../src/taskpane/context/pane-state";
import { goneDeal, refreshed, type WorkbookState } from "../../../src/taskpane/context/refresh";
import { isSameData } from "../../../src/taskpane/context/same-data";
import { FIRST_STATE } from "../../../src/taskpane/first-state";
import { PaneModel } from "../../../src/taskpane/pane-model";
import type { ListedDeal } from "../../../src/workbook/deal/deals";
import type { WorkbookCells } from "../../../src/workbook/read-workbook";
import { fakeWorkbook } from "../fake-actions";
import { dealCells, EXAMPLE_BANDS, SCENARIOS } from "../pane-scenarios";

/** The example with four scenarios, in new arrays each time, as Excel gives them. */
async function readAnew(
  change: (cells: WorkbookCells) => object = () => ({}),
): Promise<WorkbookCells> {
  const read = await fakeWorkbook(SCENARIOS.scenarios).actions.readWorkbook();
  if (!read.ok) throw new Error("the example can be read");
  const cells = structuredClone(read.value);
  return { ...cells, ...change(cells) };
}

const stateOf = (cells: WorkbookCells, before: WorkbookState = FIRST_STATE) =>
  refreshed({ ok: true, value: cells }, before);

const withDeal = (change: Partial<Omit<DealCells, "references">>) => () => ({
  deal: { ok: true, value: dealCells(change) },
});

const parts = ({ workbookDeal, scenarios, tables }: WorkbookState) => {
  if (workbookDeal.kind !== "read") throw new Error("the deal can be read");
  const { agreement, forecast, bands } = workbookDeal.reading;
  return { deal: workbookDeal, agreement, forecast, bands, scenarios, tables };
};

const ALL = ["deal", "agreement", "forecast", "bands", "scenarios", "tables"] as const;
type Part = (typeof ALL)[number];

const band = (row: number, column: number, value: unknown) =>
  EXAMPLE_BANDS.map((cells, at) =>
    at === row ? cells.map((cell, index) => (index === column ? value : cell)) : cells,
  );

function firstScenarioAt(commitmentUsd: number, { scenarios }: WorkbookCells) {
  if (!scenarios.ok || !scenarios.value) throw new Error("there are scenarios");
  const { value } = scenarios;
  const rows = value.rows.map((row, at) =>
    at === 0 ? { ...row, values: { ...row.values, Commitment: commitmentUsd } } : row,
  );
  return { scenarios: { ok: true, value: { ...value, rows } } };
}

/** What is read the second time, and what of the pane's state is then another object. */
const CHANGES: readonly (readonly [string, (cells: WorkbookCells) => object, readonly Part[]])[] = [
  ["nothing", () => ({}), []],
  ["the commitment", withDeal({ commitment: 500_000 }), ["deal", "scenarios"]],
  ["a usage with its forecast", withDeal({ usage: 750_000 }), ["deal", "forecast", "scenarios"]],
  [
    "a discount",
    withDeal({ bands: band(2, 1, 0.11) }),
    ["deal", "agreement", "bands", "scenarios"],
  ],
  [
    "what a band carries",
    withDeal({ bands: band(2, 4, "12 months") }),
    ["deal", "agreement", "bands", "scenarios"],
  ],
  ["a term", withDeal({ terms: [["Overage", "committed"]] }), ["deal", "agreement", "scenarios"]],
  ["no terms", withDeal({ terms: null }), ["deal", "agreement", "scenarios"]],
  [
    "a spread",
    withDeal({
      forecast: [
        ["Mean", 700_000],
        ["CV", 0.4],
      ],
    }),
    ["deal", "forecast", "scenarios"],
  ],
  ["no forecast", withDeal({ forecast: null }), ["deal", "forecast", "scenarios"]],
  [
    "where the cells are",
    withDeal({
      addresses: {
        ...{ Bands: "Deal!A6:I10", Terms: null, Usage: null },
        ...{ Commitment: null, Forecast: null, Schedule: null },
      },
    }),
    ["deal", "scenarios"],
  ],
  ["a scenario's commitment", (cells) => firstScenarioAt(1, cells), ["scenarios"]],
  [
    "a table",
    ({ tables }) => ({
      tables: [...tables, { id: "T", title: "T", sheet: "S", address: "A1", complete: true }],
    }),
    ["tables"],
  ],
];

describe("refreshed()", () => {
  test.each(CHANGES)("where %s differs, keeps every other object", async (_, change, differing) => {
    const before = stateOf(await readAnew());
    const now = stateOf(await readAnew(change), before);
    const [were, are] = [parts(before), parts(now)];
    expect(ALL.filter((part) => were[part] !== are[part])).toEqual(differing);
  });

  test("keeps the scenarios whose rows and cells hold the same", async () => {
    const before = stateOf(await readAnew());
    const now = stateOf(await readAnew((cells) => firstScenarioAt(1, cells)), before);
    const kept = now.scenarios.map((scenario, at) => scenario === before.scenarios[at]);
    expect(kept).toEqual([false, true, true, true]);
  });

  test("parses again under another label of amounts, but prices nothing again", async () => {
    const before = stateOf(await readAnew());
    const now = stateOf(await readAnew(() => ({ currency: "EUR" })), before);
    expect([before.currency.sign, now.currency.sign]).toEqual(["$", "€"]);
    const [were, are] = [parts(before), parts(now)];
    expect(ALL.filter((part) => were[part] !== are[part])).toEqual(["deal", "scenarios"]);
  });

  test.each([null, "", "USD", "EUR", "CHF", "XXX", "euro"])(
    "keeps the label, object for object, where the workbook still says %s",
    async (currency) => {
      const before = stateOf(await readAnew(() => ({ currency })));
      const now = stateOf(await readAnew(() => ({ currency })), before);
      expect(now.currency).toBe(before.currency);
      expect(refreshed({ ok: false, fault: { kind: "busyEditing" } }, now).currency).toBe(
        before.currency,
      );
    },
  );

  test("keeps tables and deals, and shows the fault, while Excel refuses to be read", async () => {
    const before = stateOf(await readAnew());
    const fault = { kind: "busyEditing" } as const;
    const now = refreshed({ ok: false, fault }, before);
    expect(now.deal).toEqual({ kind: "refused", fault });
    expect([now.tables, now.deals]).toEqual([before.tables, before.deals]);
    expect(refreshed({ ok: false, fault: { ...fault } }, now).deal).toBe(now.deal);
  });
});

describe("PaneModel.refresh()", () => {
  test("draws nothing where no cell differs, so nothing is priced", async () => {
    const { actions } = fakeWorkbook(SCENARIOS.scenarios);
    const states: PaneState[] = [];
    const readWorkbook = async () => structuredClone(await actions.readWorkbook());
    const model = new PaneModel({ ...actions, readWorkbook }, (state) => states.push(state));
    await model.start();
    const drawn = states.length;
    await model.refresh();
    await model.catchUp();
    expect(states.length).toBe(drawn);
  });
});

describe("goneDeal()", () => {
  const listed = (key: string, name: string): ListedDeal => ({
    ...{ key, name, sheet: name, bandsAddress: `'${name}'!A5:I9` },
    references: { bands: "B", terms: null, usage: null, commitment: null, forecast: null },
  });
  const showing = (shownDeal: string | null, ...deals: ListedDeal[]): WorkbookState => ({
    ...FIRST_STATE,
    ...{ deals, shownDeal },
  });
  const [one, two, three] = [listed("1", "Deal"), listed("2", "Deal 2"), listed("3", "Deal 3")];

  test.each<readonly [string, WorkbookState, WorkbookState, string | undefined]>([
    [
      "was shown and is gone",
      showing("2", one, two),
      showing("1", one),
      "Deal 2 is no longer in the workbook: its bands were in 'Deal 2'!A5:I9. The pane now shows Deal.",
    ],
    ["was not shown", showing("1", one, two), showing("1", one), undefined],
    ["gave way to one that was chosen", showing("1", one, two), showing("2", one, two), undefined],
    ["gave way to a new one", showing("1", one), showing("3", one, three), undefined],
    ["was the last", showing("1", one), showing(null), undefined],
    ["was never there", showing(null), showing("1", one), undefined],
    ["goes by another name", showing("1", one), showing("1", { ...one, name: "Offer" }), undefined],
  ])("says of a deal that %s what is to be known", (_, before, now, expected) => {
    expect(goneDeal(before, now)).toBe(expected);
  });
});

test.each([
  [1, 1, true],
  ["", null, false],
  [[1, [2]], [1, [2]], true],
  [[1, 2], [1], false],
  [[1], [1, undefined], false],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 0 }, false],
  [{ 0: 1 }, [1], false],
  [null, {}, false],
  [0, -0, false],
  [Number.NaN, Number.NaN, true],
])("isSameData(%j, %j) is %s", (one, other, expected) => {
  expect(isSameData(one, other)).toBe(expected);
});
