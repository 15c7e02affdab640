import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import { AS_IT_IS, type Assumptions } from "../../../../src/deal/assumptions";
import type { DealReferences } from "../../../../src/deal/deal-inputs";
import { readDealCells } from "../../../../src/deal/parse-deal";
import type { SheetForm } from "../../../../src/sheets/sheet-definition";
import { decisionRequest } from "../../../../src/taskpane/context/decision/decision-request";
import { FIRST_STATE } from "../../../../src/taskpane/first-state";
import { fitOf, type Sources } from "../../../../src/taskpane/views/sheets/fit";
import { FRESH_FORM, readTableForm } from "../../../../src/taskpane/views/sheets/table-form-state";
import type { WrittenTable } from "../../../../src/workbook/journal/written-table";
import { dealCells } from "../../pane-scenarios";

type Deal = NonNullable<Parameters<typeof dealCells>[0]> & {
  readonly references?: DealReferences;
};

const read = ({ references, ...change }: Deal = {}) => {
  const cells = dealCells(change);
  const reading = readDealCells({ ...cells, references: references ?? cells.references });
  return { kind: "read", reading } as const;
};
const sources = (change: Deal = {}): Sources => {
  const deal = read(change);
  return { ...FIRST_STATE, deal, workbookDeal: deal };
};
const bands = (...rows: readonly (readonly unknown[])[]): Deal => ({ bands: rows });
/** The example's bands with something else in one cell. */
const example = (row: number, column: number, value: number): Deal =>
  bands(
    ...dealCells().bands.map((line, r) =>
      line.map((cell, c) => (r === row && c === column ? value : cell)),
    ),
  );
const longer = (count: number): Deal =>
  bands(
    ...dealCells().bands,
    ...Array.from({ length: count }, (_, index) => [1e6 + (index + 1) * 1000, 0.2]),
  );
const many = (count: number): Deal =>
  bands(...Array.from({ length: count }, (_, index) => [index * 10_000, index / 1000]));

const WRITTEN = { id: "Table d", title: "Which commitment", sheet: "Decision", address: "A1:K90" };

function decision(form: SheetForm, whatIf: Assumptions = AS_IT_IS): WrittenTable {
  const request = decisionRequest(read(), whatIf, new Date(2026, 10, 27), form);
  if (typeof request === "string" || !request.definition) throw new Error("the deal can be read");
  return { ...WRITTEN, complete: true, definition: request.definition };
}

const WON: Assumptions = { ...AS_IT_IS, clauses: ["Overage at the committed rate"] };
const MOVED = { references: { ...dealCells().references, bands: "Bands_2", terms: "Terms_2" } };
const VALUES = "The deal has changed since: these plain values are of the deal as it was.";
const ROWS = "The deal has more thresholds than the curve has rows for.";
const CARRIED = "The bands carry more or fewer columns than the sheet shows.";
const ASSUMED =
  "The cells in which the sheet assumes something were laid out for the deal as it was.";

describe("a decision sheet", () => {
  test.each<[what: string, form: SheetForm, whatIf: Assumptions, now: Deal, outdated?: string]>([
    ["live, nothing changed", "live", AS_IT_IS, {}],
    ["live, another usage", "live", AS_IT_IS, { usage: 1 }],
    ["live, a threshold moved", "live", AS_IT_IS, example(3, 0, 450_000)],
    ["live, twice the bands", "live", AS_IT_IS, longer(4)],
    ["live, bands that its curve has no rows for", "live", AS_IT_IS, many(60), ROWS],
    [
      "live, bands with a column more",
      "live",
      AS_IT_IS,
      bands(["From", "Discount", "Support"], [0, 0, ""], [250_000, 0.1, "Named"]),
      CARRIED,
    ],
    ["live, bands that cannot be read", "live", AS_IT_IS, bands(["x", "y"])],
    [
      "live, other cells",
      "live",
      AS_IT_IS,
      MOVED,
      "It is made from Bands; the deal is now read from Bands_2.",
    ],
    ["live with a clause, nothing changed", "live", WON, {}],
    ["live with a clause, another discount", "live", WON, example(2, 1, 0.12)],
    [
      "live with a clause, a row of terms more",
      "live",
      WON,
      {
        terms: [
          ["Basis", "net"],
          ["Overage", "list"],
          ["Forfeited share", 0.5],
        ],
      },
      ASSUMED,
    ],
    [
      "live with a clause, which is won",
      "live",
      WON,
      { terms: [["Overage", "committed"]] },
      ASSUMED,
    ],
    ["values, nothing changed", "values", AS_IT_IS, {}],
    ["values, another usage", "values", AS_IT_IS, { usage: 1 }, VALUES],
    ["values, another commitment", "values", AS_IT_IS, { commitment: 1 }, VALUES],
    ["values, another discount", "values", AS_IT_IS, bands([0, 0], [250_000, 0.3]), VALUES],
    ["values, a usage that cannot be read", "values", AS_IT_IS, { usage: "much" }],
  ])("%s", (_, form, whatIf, now, outdated) => {
    expect(fitOf(decision(form, whatIf), sources(now), US_DOLLAR).outdated).toBe(outdated);
  });

  test("of a scenario that is gone is out of date and cannot be rebuilt", () => {
    const { definition } = decision("live");
    if (definition?.kind !== "decision") throw new Error("it is a decision");
    const hold = { ...WRITTEN, complete: true, definition: { ...definition, scenario: "Hold" } };
    expect(fitOf(hold, sources(), US_DOLLAR)).toEqual({
      outdated: "Hold is no longer among the scenarios.",
    });
    const unread: Sources = { ...sources(), scenariosFault: { kind: "protectedWorkbook" } };
    expect(fitOf(hold, unread, US_DOLLAR)).toEqual({});
  });
});

describe("with two deals in the workbook", () => {
  const listed = { key: "names", name: "Deal", sheet: "Deal", bandsAddress: "Deal!A5:B9" };
  const two = (change: Deal = {}): Sources => ({
    ...sources({ ...MOVED, ...change }),
    deals: [
      { ...listed, references: dealCells().references },
      { ...listed, key: "2", name: "Deal 2", references: MOVED.references },
    ],
    shownDeal: "2",
  });
  const { request } = readTableForm({ ...FRESH_FORM, rows: "3" }, read().reading, US_DOLLAR);
  if (!request) throw new Error("the form is whole");
  const { measures, rows, columns, form, deal, thresholdsUsd } = request;
  const table: WrittenTable = {
    ...{ ...WRITTEN, complete: true },
    recipe: { measures, rows, columns, form, deal, thresholdsUsd, print: null },
  };

  test.each<[string, WrittenTable]>([
    ["a table", table],
    ["a live decision sheet", decision("live")],
    ["a decision sheet of values", decision("values")],
  ])("%s of the deal that is not shown names it, and is not out of date", (_, written) => {
    expect(fitOf(written, two(many(60)), US_DOLLAR)).toEqual({
      note: "Made from the deal on Deal.",
    });
  });

  test("a table whose cells are those of no deal is out of date", () => {
    const lost = { ...two(), deals: two().deals.slice(1) };
    expect(fitOf(table, lost, US_DOLLAR).outdated).toBe(
      "It is made from Bands; the deal is now read from Bands_2.",
    );
  });

  test("a table of the deal in the workbook fits while a scenario is shown", () => {
    const scenario = read({ references: { ...dealCells().references, usage: "Scenarios!$C$6" } });
    const shown = { ...sources(), deal: scenario };
    const ofUsage = { ...table, recipe: { ...decisionTable(), deal } };
    expect(fitOf(ofUsage, shown, US_DOLLAR).outdated).toBeUndefined();
  });

  /** A table of commitments alone, which holds the usage. */
  function decisionTable() {
    const made = readTableForm({ ...FRESH_FORM, rows: "3" }, read().reading, US_DOLLAR).request;
    if (!made) throw new Error("the form is whole");
    return {
      ...{ measures: made.measures, form: made.form, thresholdsUsd: made.thresholdsUsd },
      ...{ rows: made.rows, columns: made.columns, print: null },
    };
  }
});
