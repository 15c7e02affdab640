import type { Measure } from "./measure";

/** Usages down the side: even steps, or given amounts that stand in a range of the workbook. */
export type UsageRows =
  | {
      readonly kind: "steps";
      readonly fromUsd: number;
      readonly toUsd: number;
      readonly rows: number;
    }
  | { readonly kind: "range"; readonly reference: string; readonly usagesUsd: readonly number[] };

/** What a sensitivity table shows, and where its formulas look. */
export interface TableContent {
  readonly measure: Measure;
  readonly rows: UsageRows;
  /** Across the top, ascending. */
  readonly commitmentsUsd: readonly number[];
  /** One formula a cell, or one spilled SENSITIVITY for the whole table. */
  readonly form: "cells" | "spill";
  /** For the spilled form: even points between thresholds. */
  readonly pointsBetween: number;
  /** References to bands and terms as text for a formula. */
  readonly bands: string;
  readonly terms: string | null;
}

/** A table as plain arrays, ready to be written in one go. */
export interface TableLayout {
  readonly title: string;
  readonly note: string;
  /** Heading row and body: numbers are headings that a user may edit, text beginning with = is a formula. */
  readonly cells: readonly (readonly (string | number)[])[];
  /** Rows and columns that the table covers once its formulas are calculated, headings included. */
  readonly rows: number;
  readonly columns: number;
  /** False where the headings come from the formula too, so that nobody can type over them. */
  readonly headingsAreInputs: boolean;
  readonly headingFormat: string;
  readonly bodyFormat: string;
  /** Whether high values are good for the buyer, and whether 0 divides good from bad. */
  readonly highIsGood: boolean;
  readonly pivotsAtZero: boolean;
}

/** A table above this many cells is written as one spilled formula. */
export const MOST_FORMULA_CELLS = 10_000;

/** Rows above the heading row: title, note, and an empty one. */
export const ROWS_ABOVE = 3;

/** Words in the corner of a table. */
const CORNER = "Usage ↓ Commitment →";

interface MeasureLook {
  readonly title: string;
  readonly isMoney: boolean;
  readonly highIsGood: boolean;
  readonly pivotsAtZero: boolean;
  formula(usage: string, commitment: string, deal: string): string;
}

const LOOKS: Readonly<Record<Measure, MeasureLook>> = {
  cost: {
    title: "Effective cost by usage and commitment",
    isMoney: true,
    highIsGood: false,
    pivotsAtZero: false,
    formula: (usage, commitment, deal) => `=COMMIT.EFFECTIVE_COST(${usage},${commitment},${deal})`,
  },
  discount: {
    title: "Discount received by usage and commitment",
    isMoney: false,
    highIsGood: true,
    pivotsAtZero: true,
    formula: (usage, commitment, deal) =>
      `=COMMIT.EFFECTIVE_DISCOUNT(${usage},${commitment},${deal})`,
  },
  saving: {
    title: "Saving against list prices by usage and commitment",
    isMoney: true,
    highIsGood: true,
    pivotsAtZero: true,
    formula: (usage, commitment, deal) =>
      `=${usage}-COMMIT.EFFECTIVE_COST(${usage},${commitment},${deal})`,
  },
  shortfall: {
    title: "Shortfall by usage and commitment",
    isMoney: true,
    highIsGood: false,
    pivotsAtZero: false,
    formula: (usage, commitment, deal) => `=COMMIT.SHORTFALL(${usage},${commitment},${deal})`,
  },
  utilization: {
    title: "Utilization by usage and commitment",
    isMoney: false,
    highIsGood: true,
    pivotsAtZero: false,
    formula: (usage, commitment, deal) => `=COMMIT.UTILIZATION(${usage},${commitment},${deal})`,
  },
};

/** Usages of the rows, USD, first to last. */
export function usagesOf(rows: UsageRows): readonly number[] {
  if (rows.kind === "range") return rows.usagesUsd;
  if (rows.rows === 1) return [rows.fromUsd];
  const step = (rows.toUsd - rows.fromUsd) / (rows.rows - 1);
  return Array.from({ length: rows.rows }, (_, index) => rows.fromUsd + step * index);
}

/**
 * Lays a sensitivity table out as arrays.
 *
 * @param content What to show.
 * @param anchor Address of a cell by its distance from the table's heading row and first column, such as `$A5` or `B$4`.
 */
export function layOutTable(
  content: TableContent,
  anchor: (row: number, column: number, fixed: "row" | "column") => string,
): TableLayout {
  const look = LOOKS[content.measure];
  const deal = content.terms === null ? content.bands : `${content.bands},${content.terms}`;
  const usages = usagesOf(content.rows);
  const { commitmentsUsd } = content;
  const money = [...usages, ...commitmentsUsd].every(Number.isInteger) ? "$#,##0" : "$#,##0.00";
  const cells =
    content.form === "spill"
      ? [[spilledFormula(content)]]
      : [
          [CORNER, ...commitmentsUsd],
          ...usages.map((usageUsd, row) => [
            usageUsd,
            ...commitmentsUsd.map((_, column) =>
              look.formula(anchor(row + 1, 0, "column"), anchor(0, column + 1, "row"), deal),
            ),
          ]),
        ];
  return {
    title: look.title,
    note:
      content.form === "spill"
        ? "Live: one formula for the whole table; change a band or a term and it recalculates. Usage at list prices down, commitment across, USD."
        : "Live: change a heading, a band or a term and it recalculates. Usage at list prices down, commitment across, USD.",
    cells,
    rows: usages.length + 1,
    columns: commitmentsUsd.length + 1,
    headingsAreInputs: content.form === "cells",
    headingFormat: money,
    bodyFormat: look.isMoney ? "$#,##0;-$#,##0" : "0.0%",
    highIsGood: look.highIsGood,
    pivotsAtZero: look.pivotsAtZero,
  };
}

function spilledFormula({ rows, pointsBetween, bands, terms, measure }: TableContent): string {
  const usages =
    rows.kind === "range"
      ? rows.reference
      : `SEQUENCE(${rows.rows},1,${rows.fromUsd},${rows.rows > 1 ? (rows.toUsd - rows.fromUsd) / (rows.rows - 1) : 0})`;
  return `=COMMIT.SENSITIVITY(${usages},COMMIT.THRESHOLD_AXIS(${bands},${pointsBetween}),${bands},${terms ?? ""},"${measure}")`;
}
