import {
  BAND_POLICY_NAMES,
  BAND_TERM_NAMES,
  type BandPolicyName,
  type BandTermName,
} from "../../../core/terms";
import type { Column } from "../../../input/band-columns";
import type { BandLayout } from "../../../input/band-layout";
import { readLaidOutBands } from "../../../input/bands-cells";
import { readCell } from "../../../input/cells/cells";
import { readHeading } from "../../../input/headings/headings";
import type { NativeRange } from "../excel/formula";
import { figuresAsText } from "../figures-as-text";
import { NotNative } from "../not-native";

/** A cell above the first band, with the text it held when the workings were made. Row and column in the range, from 1. */
export interface HeadingCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A priced column of bands. */
export interface PricedColumn {
  /** In the range, from 1. */
  readonly column: number;
  /** Whether its heading says %, so that figures from 1 up are whole percents. */
  readonly inPercent: boolean;
}

/** A column of a term: where it is, unless its plain heading says so. */
export interface TermColumn extends PricedColumn {
  /** Whether its heading is the term's name, by which it is found wherever it stands. */
  readonly foundByName: boolean;
}

/** Bands on a sheet, and how our reader laid them out: what workings need to read them with Excel's own functions. */
export interface BandsArea {
  readonly range: NativeRange;
  /** Rows of the range above the first band. */
  readonly rowsAbove: number;
  /** Row of the headings in the range, from 1; 0 without headings. */
  readonly headingRow: number;
  readonly headings: readonly HeadingCell[];
  /** Text headings that may stand in any column. */
  readonly movable: ReadonlySet<string>;
  readonly threshold: number;
  readonly discount: PricedColumn;
  readonly name: number | undefined;
  readonly terms: Partial<Readonly<Record<BandTermName, TermColumn>>>;
  /** Columns of terms of several years, from 1. */
  readonly policies: Partial<Readonly<Record<BandPolicyName, number>>>;
  /** Columns of words that are no names, each with its heading as it stands. */
  readonly texts: readonly { readonly column: number; readonly heading: string }[];
  /** Whether the discounts are headed Rate alone, which may be the price paid. */
  readonly isRate: boolean;
  /** Texts below the last band that are no band. */
  readonly notes: readonly string[];
}

/** Rows that workings follow: each band takes a row of them. */
const MOST_ROWS = 200;

/** Reads how bands are laid out, or says why workings cannot follow it. `values` are the cells of the range as typed. */
export function readBandsArea(
  range: NativeRange,
  values: readonly (readonly unknown[])[],
): BandsArea | NotNative {
  const read = readLaidOutBands(values);
  if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
  const { layout } = read.value;
  const unfit = unfitLayout(layout, values);
  if (unfit !== undefined) return new NotNative({ kind: "layout", argument: "bands", what: unfit });
  const isPriced = layout.columns.map(({ kind }) => /^(threshold|discount|term)$/.test(kind));
  const asText = figuresAsText(
    range,
    values,
    (row, column) => row >= layout.body && isPriced[column] === true,
  );
  if (asText.length > 0)
    return new NotNative({ kind: "numbersAsText", argument: "bands", cells: asText });
  const textOf = (row: number, column: number): string => String(values[row]?.[column] ?? "");
  const headingOf = (column: number): string => textOf(layout.heading, column);
  const inPercent = (column: number): boolean => {
    const unit = layout.body > layout.heading + 1 ? textOf(layout.heading + 1, column) : "";
    return readHeading(`${headingOf(column)} (${unit})`).unit.percent;
  };
  const terms: Partial<Record<BandTermName, TermColumn>> = {};
  const policies: Partial<Record<BandPolicyName, number>> = {};
  const movable = new Set<string>();
  for (const [index, column] of layout.columns.entries()) {
    const heading = headingOf(index);
    if (column.kind === "text") movable.add(heading);
    const policy = column.kind === "term" && BAND_POLICY_NAMES.find((name) => name === column.term);
    if (policy && inPercent(index))
      return new NotNative({ kind: "layout", argument: "bands", what: `${policy} in percent` });
    if (policy && values.some((cells) => typeof cells[index] === "boolean"))
      return new NotNative({
        kind: "layout",
        argument: "bands",
        what: `TRUE or FALSE under ${policy}`,
      });
    if (policy) policies[policy] = index + 1;
    const term = column.kind === "term" && BAND_TERM_NAMES.find((name) => name === column.term);
    if (!term) continue;
    const foundByName = heading.toLowerCase() === term.toLowerCase();
    if (foundByName) movable.add(heading);
    terms[term] = { column: index + 1, inPercent: inPercent(index), foundByName };
  }
  const position = (kind: Column["kind"]): number =>
    layout.columns.findIndex((column) => column.kind === kind);
  const [discount, name] = [position("discount"), position("name")];
  return {
    range,
    rowsAbove: layout.body,
    headingRow: layout.heading + 1,
    headings: headingCells(values.slice(0, layout.body)),
    movable,
    threshold: position("threshold") + 1,
    discount: { column: discount + 1, inPercent: layout.heading >= 0 && inPercent(discount) },
    name: name < 0 ? undefined : name + 1,
    ...{ terms, policies },
    texts: layout.columns.flatMap(({ kind }, index) =>
      kind === "text" ? [{ column: index + 1, heading: headingOf(index) }] : [],
    ),
    isRate: layout.rate !== undefined,
    notes: layout.leftOut.map(({ row }) => textOf(row - 1, position("threshold"))).filter(Boolean),
  };
}

function headingCells(above: readonly (readonly unknown[])[]): readonly HeadingCell[] {
  return above.flatMap((cells, row) =>
    cells.flatMap((raw, column): readonly HeadingCell[] =>
      readCell(raw).kind === "blank"
        ? []
        : [{ row: row + 1, column: column + 1, text: String(raw) }],
    ),
  );
}

/** What about a layout workings cannot follow; undefined where they can. */
function unfitLayout(
  { across, columns, heading, body, leftOut }: BandLayout,
  values: readonly (readonly unknown[])[],
): string | undefined {
  if (values.length > MOST_ROWS) return `more than ${MOST_ROWS} rows`;
  if (across) return "headings that run down the first column";
  if (columns.some(({ kind }) => kind === "end")) return "a column for the end of each band";
  const isKnown = columns.some((column) => column.kind === "threshold" && column.mayBeRange);
  if (heading >= 0 && !isKnown) return "headings that do not name threshold and discount";
  const kinds = columns.map(({ kind }) => kind);
  if (heading < 0 && (kinds[0] !== "threshold" || kinds[1] !== "discount"))
    return "columns before the threshold or the discount";
  if (values.slice(0, body).some((cells) => cells.some(isNoText)))
    return "a figure above the first band";
  const filled = leftOut.map(
    ({ row }) => values[row - 1]?.filter((raw) => !isBlankCell(raw)) ?? [],
  );
  return filled.some((cells) => cells.length > 1) ? "a row of totals" : undefined;
}

function isBlankCell(raw: unknown): boolean {
  return readCell(raw).kind === "blank";
}

function isNoText(raw: unknown): boolean {
  return !isBlankCell(raw) && typeof raw !== "string";
}
