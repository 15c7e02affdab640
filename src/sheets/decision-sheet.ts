import type { Agreement } from "../core/agreement";
import type { BandTable } from "../core/bands";
import { writtenThresholds } from "../core/bands";
import type { Currency } from "../core/currency";
import { formatShortUsd, LARGEST_AMOUNT_USD } from "../core/money";
import { DEFAULT_STEPS, HIGH_END_OF_LAST_THRESHOLD, thresholdAxis } from "../core/threshold-axis";
import { unlockColumns } from "../core/unlocks";
import type { ReferencesWith } from "../deal/deal-inputs";
import { PERCENT, TEXT, USD, WRITTEN_PERCENT } from "../wording/format/number-formats";
import { labelColumn, orWord } from "./label-formula";

/** References of the deal that the sheet decides about. */
export interface DecisionDeal extends ReferencesWith<"usage"> {
  /** What the header names as the source, where the references would not say it. */
  readonly source?: string;
}

/** How a part of the sheet looks. */
export type PartLook = "heading" | "labels" | "results" | "tableHeading" | "inputs" | "body";

/** A block of the sheet; row and column from 0. Text beginning with = is a formula. */
export interface SheetBlock {
  readonly row: number;
  readonly column: number;
  /** What is written; a spilled formula is one cell. */
  readonly cells: readonly (readonly (string | number)[])[];
  /** What the part covers once its formulas are calculated. */
  readonly rows: number;
  readonly columns: number;
  readonly look: PartLook;
  /** Number format of each column, or of each row where the part is one column of results. */
  readonly formats: readonly string[];
}

/** Where the chart's numbers stand: commitments and expected savings, without their headings. */
export interface CurvePlace {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

/** A decision sheet as plain parts, ready to be written. */
export interface DecisionSheet {
  readonly title: string;
  readonly note: string;
  readonly parts: readonly SheetBlock[];
  readonly rows: number;
  readonly columns: number;
  readonly curve: CurvePlace;
  /** Columns of what the bands carry beside their price, with the letters of the longest text that must fit on one line. */
  readonly textColumns: readonly { readonly column: number; readonly letters: number }[];
}

/** Columns of THRESHOLDS before those of the bands. */
const THRESHOLD_FORMATS = [USD, WRITTEN_PERCENT, USD, USD, PERCENT, USD, USD, TEXT] as const;
const OPTION_FORMATS = [
  USD,
  WRITTEN_PERCENT,
  USD,
  USD,
  PERCENT,
  USD,
  PERCENT,
  USD,
  USD,
  USD,
  "0",
] as const;
const CLAUSE_FORMATS = [TEXT, USD, USD, "0.0", "0.0"] as const;
const CLAUSE_ROWS = 5;

/**
 * Lays the decision sheet out: the inputs, the answer, thresholds, options, clauses, and expected saving by commitment with
 * both sides of every threshold. Results are live formulas; the commitments of the curve are typed.
 *
 * @param madeOn Date and time of making, for the header.
 */
export function layOutDecision(
  deal: DecisionDeal,
  table: BandTable,
  agreement: Agreement,
  madeOn: string,
  currency: Currency,
): DecisionSheet {
  const { usage, bands } = deal;
  const commitment = deal.commitment ?? "0";
  const forecast = deal.forecast ?? usage;
  const agreed = deal.terms === null ? bands : `${bands},${deal.terms}`;
  const under = (amount: string): string => `${forecast},${amount},${agreed}`;
  const parts: SheetBlock[] = [];
  const place = (row: number, heading: string, part: Omit<SheetBlock, "row">): number => {
    parts.push(headingAt(row, heading, part.column + part.columns), { ...part, row: row + 1 });
    return row + 1 + part.rows + 1;
  };
  const pairs = (row: number, heading: string, rows: readonly Pair[]): number => {
    const labels = rows.map(([label]) => [label]);
    const values = rows.map(([, formula]) => [formula]);
    const size = { rows: rows.length, columns: 1 };
    parts.push({
      ...{ row: row + 1, column: 0, cells: labels, ...size },
      look: "labels",
      formats: [TEXT],
    });
    return place(row, heading, {
      ...{ column: VALUE_COLUMN, cells: values, ...size },
      look: "results",
      formats: rows.map(([, , format]) => format),
    });
  };
  const spill = (
    row: number,
    heading: string,
    formula: string,
    rows: number,
    formats: readonly string[],
  ): number =>
    place(row, heading, {
      ...{ column: 0, cells: [[formula]], rows, columns: formats.length },
      look: "body",
      formats,
    });

  let row = pairs(3, "From these inputs", [
    ["Usage at list prices", `=${usage}`, USD],
    ["Present commitment", `=${commitment}`, USD],
    ["Mean of the usage forecast", `=COMMIT.FORECAST_MEAN(${forecast})`, USD],
    ["9 outcomes in 10 use at least", `=COMMIT.FORECAST_QUANTILE(${forecast},0.1)`, USD],
    ["1 outcome in 10 uses more than", `=COMMIT.FORECAST_QUANTILE(${forecast},0.9)`, USD],
  ]);
  // The answer stands below its heading, in the column of values.
  const best = `$${VALUE_LETTER}$${row + 2}`;
  const ofBest = (formula: string): string => `=IF(ISTEXT(${best}),"n/a",${formula})`;
  row = pairs(row, "The answer", [
    [
      "Best commitment",
      orWord(`=COMMIT.OPTIMAL_COMMITMENT(${forecast},${agreed})`, "none: more is never dearer"),
      USD,
    ],
    ["Its expected cost", ofBest(`COMMIT.EXPECTED_COST(${under(best)})`), USD],
    [
      "Expected saving over the present one",
      ofBest(`COMMIT.EXPECTED_COST(${under(commitment)})-COMMIT.EXPECTED_COST(${under(best)})`),
      USD,
    ],
    ["Chance that usage fills it", ofBest(`COMMIT.FILL_PROBABILITY(${under(best)})`), PERCENT],
    [
      "Chance that it costs more than list",
      ofBest(`COMMIT.LOSS_PROBABILITY(${under(best)})`),
      PERCENT,
    ],
    ["Mean loss in the worst tenth", ofBest(`COMMIT.CVAR_LOSS(${under(best)})`), USD],
    ["Most that a better forecast is worth", `=COMMIT.FORESIGHT_VALUE(${forecast},${agreed})`, USD],
  ]);
  const thresholds = agreement.bands.length - 1;
  const unlocks = unlockColumns(table, agreement);
  row = spill(
    row,
    "Each threshold at this usage",
    orWord(
      labelColumn(
        `=COMMIT.THRESHOLDS(${usage},${commitment},${agreed})`,
        THRESHOLD_FORMATS.length,
        currency,
      ),
      "n/a",
    ),
    thresholds + 1,
    [...THRESHOLD_FORMATS, ...unlocks.map(() => TEXT)],
  );
  row = spill(
    row,
    "Commitments compared under the forecast",
    `=COMMIT.COMMITMENT_OPTIONS(${forecast},${agreed})`,
    // None, every threshold, and at most one point inside each band.
    2 + thresholds + agreement.bands.length,
    OPTION_FORMATS,
  );
  row = spill(
    row,
    "What each clause is worth at the present commitment; points as with overage at the committed rate",
    orWord(`=COMMIT.CLAUSE_VALUES(${under(commitment)})`, "n/a"),
    CLAUSE_ROWS,
    CLAUSE_FORMATS,
  );
  const axis = curveAxis(table);
  const columns = CURVE_HEADINGS.length;
  const heading = `Expected saving by commitment, typed around ${thresholdWords(table, currency)}`;
  parts.push(headingAt(row, heading, columns));
  parts.push({
    ...{ row: row + 1, column: 0, cells: [CURVE_HEADINGS], rows: 1, columns },
    look: "tableHeading",
    formats: [TEXT, TEXT, TEXT],
  });
  const curve = { row: row + 2, column: 0, rows: axis.length };
  parts.push({
    ...{ ...curve, cells: axis.map((usd) => [usd]), columns: 1 },
    look: "inputs",
    formats: [USD],
  });
  parts.push({
    row: curve.row,
    column: 1,
    cells: axis.map((_, index) => {
      const at = under(`$A${curve.row + index + 1}`);
      return [
        `=COMMIT.FORECAST_MEAN(${forecast})-COMMIT.EXPECTED_COST(${at})`,
        `=COMMIT.FILL_PROBABILITY(${at})`,
      ];
    }),
    rows: axis.length,
    columns: 2,
    look: "results",
    formats: [USD, PERCENT],
  });
  return {
    title: "Which commitment",
    note: `Made by Bandwise on ${madeOn} from ${deal.source ?? namesOf(deal)}. Results are live formulas: change an input and they follow. The commitments of the curve are typed, around the thresholds as they were then.`,
    parts,
    rows: curve.row + axis.length,
    columns: Math.max(OPTION_FORMATS.length, THRESHOLD_FORMATS.length + unlocks.length),
    curve,
    textColumns: unlocks.map(({ heading, values }, index) => ({
      column: THRESHOLD_FORMATS.length + index,
      // A heading may break between its words.
      letters: Math.max(
        ...[...heading.split(" "), ...values.map(String)].map(({ length }) => length),
      ),
    })),
  };
}

type Pair = readonly [label: string, formula: string, format: string];

const VALUE_COLUMN = 1;
const VALUE_LETTER = "B";
const CURVE_HEADINGS = ["Commitment", "Expected saving", "Chance to fill"] as const;

/** A heading with its line over all that it heads. */
function headingAt(row: number, text: string, columns: number): SheetBlock {
  return { row, column: 0, cells: [[text]], rows: 1, columns, look: "heading", formats: [TEXT] };
}

/** From 0 to a quarter above the last threshold, with the cent below, at, and points between. */
function curveAxis(table: BandTable): readonly number[] {
  const thresholdsUsd = writtenThresholds(table).filter((usd) => usd > 0);
  const lastUsd = thresholdsUsd.at(-1) ?? 1_000_000;
  return thresholdAxis(thresholdsUsd, {
    lowUsd: 0,
    highUsd: Math.min(lastUsd * HIGH_END_OF_LAST_THRESHOLD, LARGEST_AMOUNT_USD),
    steps: DEFAULT_STEPS,
  });
}

/** More of them than this are counted. */
const MOST_NAMED = 6;

function thresholdWords(table: BandTable, currency: Currency): string {
  const names = writtenThresholds(table)
    .filter((usd) => usd > 0)
    .map((one) => formatShortUsd(one, currency));
  if (names.length === 0) return "no threshold";
  if (names.length === 1) return `the threshold ${names[0]}`;
  if (names.length > MOST_NAMED)
    return `${names.length} thresholds, ${names[0]} to ${names.at(-1)}`;
  return `the thresholds ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The names that a deal is read from, as the header of a sheet says them. */
export function namesOf({ bands, terms, usage, commitment, forecast }: DecisionDeal): string {
  const all = [bands, terms, usage, commitment, forecast].filter((name) => name !== null);
  return `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
