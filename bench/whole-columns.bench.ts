import { expect, test } from "vitest";
import { builtFunction } from "./built-function";
import { printTable } from "./print";
import { takingTurns } from "./time";

type Row = readonly unknown[];

const ROWS = 1_048_576;
const BANDS = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];
const USAGES = [["Usage"], [400_000], [600_000]];

/** Rows at the head of a whole column, every row an array of its own as Excel makes them. */
function wholeColumn(rows: readonly Row[], blank: unknown): readonly Row[] {
  const width = rows[0]?.length ?? 1;
  return Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: width }, (_, at) => rows[row]?.[at] ?? blank),
  );
}

/** The yardstick: looks for the last used row and reads nothing. */
function lastUsedRow(rows: readonly Row[]): number {
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index] ?? [];
    for (let at = 0; at < row.length; at++) {
      const cell = row[at];
      if (cell !== null && cell !== undefined && cell !== "" && cell !== 0) return index + 1;
    }
  }
  return 0;
}

test.each([
  ["nothing", null],
  ["0", 0],
])("whole columns whose blanks arrive as %s", (name, blank) => {
  const bands = wholeColumn(BANDS, blank);
  const usages = wholeColumn(USAGES, blank);
  const terms = wholeColumn([["Overage", "committed"]], blank);
  const calls: readonly (readonly [id: string, given: readonly unknown[]])[] = [
    ["BAND_RATE", [600_000, bands]],
    ["EFFECTIVE_COST", [800_000, 500_000, bands, terms]],
    ["THRESHOLDS", [800_000, 500_000, bands, null]],
    ["FORECAST_MEAN", [usages]],
    ["EXPECTED_COST", [usages, 500_000, bands, terms]],
    ["COMMITMENT_OPTIONS", [usages, BANDS, null]],
    ["SENSITIVITY", [usages, usages, BANDS, null, null]],
    ["BANDS_WITH", [bands, 500_000, "Discount", 0.18]],
    ["TERMS_WITH", [terms, "Overage", "list"]],
  ];
  const rows = calls.map(([id, given]) => {
    const built = builtFunction(id);
    const long = given.filter((value) => Array.isArray(value) && value.length === ROWS);
    const [ours = 0, bare = 0] = takingTurns(
      [1, () => built(...given)],
      [1, () => long.map((value) => lastUsedRow(value as readonly Row[]))],
    );
    expect(built(...given)).toBeDefined();
    return [id, long.length, bare, ours, ours / bare] as const;
  });
  printTable(`Whole columns, blanks arrive as ${name}, against a scan for the last used row`, [
    ["", "columns", "ms bare", "ms", "ratio"],
    ...rows,
  ]);
});
