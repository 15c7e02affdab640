import type { Agreement } from "../core/agreement";
import type { Currency } from "../core/currency";
import type { UnlockColumn } from "../core/unlocks";
import { PERCENT, TEXT, USD, WRITTEN_PERCENT } from "../wording/format/number-formats";
import { excel, type Formula, formulaOf, operation, quoted } from "./formulas/call";
import { labelColumn, orWord } from "./label-formula";
import type { CellArea } from "./sheet-block";

/** What a column holds, which decides how wide it is; or letters, of which the longest cell has so many. */
export type DecisionWidth =
  | "label"
  | "clause"
  | "amount"
  | "headed"
  | "share"
  | "verdict"
  | "gap"
  | { readonly letters: number };

/** A block that spills from one formula, under its heading. */
export interface SpilledBlock {
  readonly heading: string;
  readonly formula: Formula;
  readonly row: number;
  readonly column: number;
  /** What it may cover, its own headings included. */
  readonly rows: number;
  readonly formats: readonly string[];
  readonly look: "body" | "wideBody";
}

/** The formulas of the blocks, and the discount of the present commitment. */
export interface BlockFormulas {
  readonly options: Formula;
  readonly clauses: Formula;
  readonly thresholds: Formula;
  readonly discount: Formula;
}

export interface PlacedBlocks {
  readonly blocks: readonly SpilledBlock[];
  /** What prints: the answer with the options, then what stands beside it. */
  readonly pages: readonly CellArea[];
  readonly widths: readonly DecisionWidth[];
  /** Down to where the options may grow. */
  readonly rows: number;
  /** The first column that is left for the curve. */
  readonly curveColumn: number;
}

/** Rows from 0: of the answer, and below the first page's words and numbers. */
export const ANSWER_ROW = 3;
export const FIRST_PAGE_ROWS = 36;

export const OPTION_FORMATS = [
  ...([USD, WRITTEN_PERCENT, USD, USD, PERCENT, USD, PERCENT, USD, USD, USD] as const),
  "0",
] as const;
const OPTION_WIDTHS: readonly DecisionWidth[] = [
  ...(["label", "amount", "amount", "amount", "share", "amount"] as const),
  ...(["amount", "amount", "amount", "amount", "share"] as const),
];
/** The first column beside the options. */
export const BESIDE = OPTION_WIDTHS.length + 1;
/** Columns of THRESHOLDS before those of the bands; the last is the verdict. */
const THRESHOLD_FORMATS = [USD, WRITTEN_PERCENT, USD, USD, PERCENT, USD, USD, TEXT] as const;
const CLAUSE_FORMATS = [TEXT, USD, USD, "0.0", "0.0"] as const;
/** Clauses stand above the thresholds, in the same columns. */
const THRESHOLD_WIDTHS: readonly DecisionWidth[] = [
  ...(["clause", "headed", "headed", "headed"] as const),
  ...(["headed", "headed", "headed", "verdict"] as const),
];
const CURVE_WIDTHS: readonly DecisionWidth[] = ["clause", "headed", "headed"];

const CLAUSE_ROWS = 5;
/** Bands that a spilled block has room for at least, and how many more than there are now; of the options, as many as print. */
const ROOM = { least: 20, more: 20, printed: 3 };

/**
 * Places what spills so that nothing is below a block that grows: the options under the answer; beside them the clauses, of which
 * there are always as many, over the thresholds; then what bands carry.
 */
export function placeBlocks(
  { options, clauses, thresholds, discount }: BlockFormulas,
  agreement: Agreement,
  unlocks: readonly UnlockColumn[],
  currency: Currency,
): PlacedBlocks {
  const room = roomForBands(agreement);
  const carriedAt = BESIDE + THRESHOLD_FORMATS.length + 1;
  const thresholdRow = ANSWER_ROW + CLAUSE_ROWS + 2;
  const priced = THRESHOLD_FORMATS.map((_, index) => index + 1);
  const columnsOf = (columns: readonly number[]): Formula =>
    excel("CHOOSECOLS", thresholds, ...columns);
  const pricedColumns = unlocks.length > 0 ? columnsOf(priced) : thresholds;
  const answer: SpilledBlock = {
    ...{ heading: OPTIONS_HEADING, formula: options, row: FIRST_PAGE_ROWS, column: 0 },
    // None, every threshold, and at most one point inside each band.
    ...{ rows: 2 + 2 * room, formats: OPTION_FORMATS, look: "body" },
  };
  const byThreshold: readonly SpilledBlock[] = [
    {
      ...{ heading: CLAUSES_HEADING, formula: clausesFormula(clauses, discount) },
      ...{ row: ANSWER_ROW, column: BESIDE, rows: CLAUSE_ROWS },
      ...{ formats: CLAUSE_FORMATS, look: "wideBody" },
    },
    {
      heading: "Each threshold at this usage",
      formula: orWord(labelColumn(pricedColumns, priced.length, currency), "n/a"),
      ...{ row: thresholdRow, column: BESIDE, rows: room + 1 },
      ...{ formats: THRESHOLD_FORMATS, look: "wideBody" },
    },
  ];
  const carried: readonly SpilledBlock[] =
    unlocks.length === 0
      ? []
      : [
          {
            heading: "What each band carries",
            formula: columnsOf([1, ...unlocks.map((_, index) => priced.length + index + 1)]),
            ...{ row: ANSWER_ROW, column: carriedAt, rows: room + 1 },
            ...{ formats: [USD, ...unlocks.map(() => TEXT)], look: "wideBody" },
          },
        ];
  const carriedWidths: readonly DecisionWidth[] =
    unlocks.length === 0 ? [] : ["headed", ...unlocks.map(widthOf), "gap"];
  const printed = 2 + 2 * (agreement.bands.length + ROOM.printed);
  return {
    blocks: [answer, ...byThreshold, ...carried],
    widths: [
      ...OPTION_WIDTHS,
      "gap",
      ...THRESHOLD_WIDTHS,
      "gap",
      ...carriedWidths,
      ...CURVE_WIDTHS,
    ],
    pages: [
      {
        ...{ row: 0, column: 0, columns: OPTION_WIDTHS.length },
        rows: FIRST_PAGE_ROWS + 1 + Math.min(answer.rows, printed),
      },
      ...[byThreshold, carried].flatMap((blocks) => blocks.slice(-1)).map(pageOf),
    ],
    rows: FIRST_PAGE_ROWS + answer.rows + 2,
    curveColumn: carriedAt + carriedWidths.length,
  };
}

/** The columns of a block that is the last in them, with all that it has room for. */
function pageOf({ row, column, rows, formats }: SpilledBlock): CellArea {
  const columns = formats.length;
  return { row: 0, column, rows: row + 1 + rows, columns };
}

function widthOf({ heading, values }: UnlockColumn): DecisionWidth {
  return { letters: Math.max(...[heading, ...values].map((cell) => String(cell).length)) };
}

export function roomForBands({ bands }: Agreement): number {
  return Math.max(ROOM.least, bands.length + ROOM.more);
}

/** CLAUSE_VALUES, with n/a where a value is more points than the whole discount of the band, as the pane has it. */
function clausesFormula(values: Formula, discount: Formula): Formula {
  const isPoints = operation(excel("SEQUENCE", 1, CLAUSE_FORMATS.length), ">", POINTS_AFTER);
  const size = excel("IFERROR", excel("ABS", "values"), 0);
  const isMore = operation(size, ">", operation(operation(100, "*", "discount"), "+", NOISE));
  const shown = excel(
    "IF",
    operation(isPoints, "*", isMore),
    quoted("n/a"),
    orWord(formulaOf("values"), "n/a"),
  );
  return excel("LET", "values", orWord(values, "n/a"), "discount", discount, shown);
}

/** Columns of CLAUSE_VALUES before those of points, and points that are rounding. */
const POINTS_AFTER = 3;
const NOISE = 1e-9;

const CLAUSES_HEADING =
  "What each clause is worth at the present commitment; points as with overage at the committed rate";

/** COMMITMENT_OPTIONS writes headings of its own below it, of which three are other words than the pane's. */
const OPTIONS_HEADING =
  "Commitments compared under the forecast. Probability to fill is the fill probability; probability of a loss, the loss probability (of paying more than list); worst 10%, the worst tenth of years";
