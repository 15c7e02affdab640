import { sameWord } from "../../../core/fuzzy-match";
import { readCell } from "../../../input/cells/cells";
import { filledIn, SPARE_ROWS } from "../agreement/cells-as-written";
import { type NativeCell, type NativeFormula, type NativeRange, text, x } from "../excel/formula";
import { figuresAsText } from "../figures-as-text";
import type { Layout } from "../layout";
import { NotNative } from "../not-native";

/** A table on a sheet below its headings, as our readers found them when the workings were made. */
export interface HeadedArea<Heading extends string> {
  readonly range: NativeRange;
  /** Row of the headings in the range, from 1. */
  readonly headingRow: number;
  /** Column of each heading in the range, from 1; 0 where there is none. */
  columnOf(heading: Heading): number;
  /** The cells up to the headings that are not blank. */
  readonly above: readonly {
    readonly row: number;
    readonly column: number;
    readonly text: string;
  }[];
}

/** Rows among which the headings are looked for, as in input/table-cells.ts. */
const MOST_TITLES = 20;

/** Rows that workings follow. */
const MOST_ROWS = 300;

/**
 * Finds the headings of a table that our reader takes.
 *
 * @param figures The headings over figures: a number as text under one is refused.
 */
export function readHeadedArea<Heading extends string>(
  argument: "book" | "comparables",
  formula: NativeFormula,
  values: readonly (readonly unknown[])[],
  required: readonly Heading[],
  figures: readonly Heading[],
): HeadedArea<Heading> | NotNative {
  const unfit = (what: string) => new NotNative({ kind: "layout", argument, what });
  if (formula.kind !== "range") return unfit("what is no range of cells");
  const columnIn = (cells: readonly unknown[], heading: Heading): number =>
    cells.findIndex((raw) => typeof raw === "string" && sameWord(heading, raw));
  const top = values
    .slice(0, MOST_TITLES)
    .findIndex((cells) => required.every((heading) => columnIn(cells, heading) >= 0));
  if (top < 0) return unfit("headings that run down the first column");
  if (values.length - top > MOST_ROWS) return unfit(`more than ${MOST_ROWS} rows`);
  const headings = values[top] ?? [];
  const above = values
    .slice(0, top + 1)
    .flatMap((cells, row) =>
      cells.flatMap((raw, column) =>
        readCell(raw).kind === "blank" ? [] : [{ row: row + 1, column: column + 1, raw }],
      ),
    );
  if (above.some(({ raw }) => typeof raw !== "string")) return unfit("a figure above the headings");
  const columns = figures.map((heading) => columnIn(headings, heading));
  const asText = figuresAsText(
    formula,
    values,
    (row, column) => row > top && columns.includes(column),
  );
  if (asText.length > 0) return new NotNative({ kind: "numbersAsText", argument, cells: asText });
  return {
    range: formula,
    headingRow: top + 1,
    columnOf: (heading) => columnIn(headings, heading) + 1,
    above: above.map(({ raw, ...place }) => ({ ...place, text: String(raw) })),
  };
}

/** How many rows a table of workings has for those below the headings. */
export function rowsBelow({ range, headingRow }: HeadedArea<string>): number {
  return range.to.row - range.from.row + 1 - headingRow + SPARE_ROWS;
}

/** Whether the cells up to the headings are as they were, and the rows no more than the workings have; 1 is yes. */
export function headingsAsTheyWere(layout: Layout, area: HeadedArea<string>): NativeCell {
  const { range, headingRow, above } = area;
  layout.block("Headings of the table");
  const made = layout.table(above.length, [
    ["Row", "", (row) => x`${above[row]?.row ?? 0}`],
    ["Column", "", (row) => x`${above[row]?.column ?? 0}`],
    ["Heading as read", "", (row) => text(above[row]?.text ?? "")],
    [
      "Is it still there? (1 is yes)",
      "",
      (row, t) =>
        x`IF(INDEX(${range},${t.at("Row", row)},${t.at("Column", row)})=${t.at("Heading as read", row)},1,0)`,
    ],
  ]);
  let filled: NativeFormula = x`0`;
  for (let row = 1; row <= headingRow; row++) filled = x`${filled}+${filledIn(range, x`${row}`)}`;
  const still = made.all("Is it still there? (1 is yes)");
  return layout.step(
    "Are the headings as they were? (1 is yes)",
    "",
    x`IF(AND(SUM(${still})=${above.length},${filled}=${above.length},ROWS(${range})<=${headingRow + rowsBelow(area)}),1,0)`,
  );
}
