import type { Currency } from "../../core/currency";
import { NO_CELLS } from "../../deal/deal-inputs";
import { typedCall } from "../../sheets/formulas/print";
import { layOutTable, type TableLayout } from "../../sheets/tables/layout";
import { MEASURES, type Measure } from "../../sheets/tables/measure";
import { anchorIn } from "../sheets/table-place";
import type { Check } from "./case";
import { CASE_BANDS, CASE_SPILL, CASE_TABLE, PRICED_CASES } from "./cases";
import type { ExpectedBlock } from "./compare";
import { decisionChecks } from "./decision-cases";
import { InputArea, type PlacedInput } from "./inputs";
import { type Observation, observations } from "./observations";
import { ownChecks } from "./own-cases";

/** A table as it stands on the scratch sheet: rows where its block and its headings begin, and what the bands are called. */
export interface PlacedTable {
  readonly row: number;
  readonly top: number;
  readonly layout: TableLayout;
  readonly bands: string;
}

/** The whole scratch sheet as plain arrays. */
export interface CheckSheet {
  /** Name and formula of each check; a spilled answer has room below it. */
  readonly lines: readonly (readonly [name: string, formula: string])[];
  readonly tables: readonly PlacedTable[];
  readonly inputs: readonly PlacedInput[];
  readonly expected: readonly ExpectedBlock[];
  readonly observed: readonly (Observation & { readonly row: number })[];
  /** Rows and columns that the checks fill; inputs stand to the right of them. */
  readonly rows: number;
  readonly columns: number;
}

/** Checks stand in column B; the widest table is the spilled one. Inputs begin one column further. */
export const CHECK_COLUMN = 1;
const COLUMNS = CASE_SPILL.commitments.length + 1;
const INPUT_COLUMN = COLUMNS + 1;

/** Lays out every check: worked cases, our own, and a table of each kind. */
export function layOutChecks(currency: Currency): CheckSheet {
  const area = new InputArea(INPUT_COLUMN);
  const checks = [...pricedChecks(area), ...ownChecks(area), ...decisionChecks(area)];
  const lines: [string, string][] = [];
  const expected: ExpectedBlock[] = [];
  for (const check of checks) {
    expected.push({ ...check, row: lines.length, column: CHECK_COLUMN });
    const below = Array.from({ length: check.expected.length - 1 }, (): [string, string] => [
      "",
      "",
    ]);
    lines.push([check.name, check.formula], ...below);
  }
  const observed = observations(area).map((one) => ({
    ...one,
    row: lines.push(["", one.formula]) - 1,
  }));
  const tables: PlacedTable[] = [];
  let row = lines.length + 1;
  for (const kind of [...MEASURES, "spilled"] as const) {
    const { table, block } = placeTable(kind, row, area, currency);
    tables.push(table);
    expected.push(block);
    row += table.layout.rowsAbove + table.layout.rows + 1;
  }
  return {
    lines,
    tables,
    inputs: area.inputs,
    expected,
    observed,
    rows: row,
    columns: COLUMNS,
  };
}

function pricedChecks(area: InputArea): readonly Check[] {
  const bands = area.refer(CASE_BANDS);
  return PRICED_CASES.map(([id, name, usage, commitment, expected, given]) => {
    const terms = Object.entries(given);
    const args = [
      ...(usage === null ? [] : [usage]),
      commitment,
      bands,
      ...(terms.length === 0 ? [] : [area.refer(terms)]),
    ];
    return {
      name: `${id}: ${name}`,
      formula: `=${typedCall(`${name}(${args.join(",")})`)}`,
      expected: [[expected]],
    };
  });
}

/** A table of one measure as formulas in cells, or one of cost as a single formula that spills. */
function placeTable(kind: Measure | "spilled", row: number, area: InputArea, currency: Currency) {
  const { usages, commitments } = kind === "spilled" ? CASE_SPILL : CASE_TABLE;
  const bands = area.refer(CASE_BANDS);
  const anchor = anchorIn({ row, column: 0 });
  const layout = layOutTable(
    {
      measures: [kind === "spilled" ? "cost" : kind],
      rows: {
        kind: "usage",
        usages: {
          kind: "range",
          reference: area.refer(usages.map((usd) => [usd])),
          usagesUsd: usages,
        },
      },
      columns: { kind: "commitment", amountsUsd: commitments, pointsBetween: 0 },
      form: kind === "spilled" ? "spill" : "cells",
      deal: {
        ...NO_CELLS.references,
        bands,
        terms: area.refer([["Overage", "list"]]),
      },
      ...{ inputs: null, madeOn: "" },
    },
    anchor,
    currency,
  );
  const top = row + layout.rowsAbove;
  const block: ExpectedBlock =
    kind === "spilled"
      ? {
          name: "Spilled table of cost",
          formula: String(layout.cells[0]?.[0]),
          row: top,
          column: 0,
          expected: [
            ["cost", ...commitments],
            ...CASE_SPILL.cost.map((cells, index) => [usages[index] ?? "", ...cells]),
          ],
        }
      : {
          name: `Table of ${kind}`,
          formula: String(layout.cells[1]?.[1]),
          row: top + 1,
          column: 1,
          expected: CASE_TABLE[kind],
        };
  return { table: { row, top, layout, bands }, block };
}
