import { MOST_ASKS } from "../../analysis/negotiation/counter-offer";
import { CLAUSE_NAMES } from "../../forecast/clause-values";
import { columnLetters } from "../../input/cells/a1";
import { PERCENT, USD } from "../../wording/format/number-formats";
import type { Operand } from "../formulas/call";

// Where things stand on the page of a counter-offer.

export const COLUMNS = 4;
export const POSITION_ROW = 3;
export const SIDES_ROW = 7;
export const FIGURES_ROW = SIDES_ROW + 2;
export const COMMITMENT = "Commitment a year";
export const DISCOUNT = "Discount off list prices";
export const COST = "Expected cost a year";
export const SAVING = "Less than list prices by";
export const FILLED = "Years in which usage fills it";
export const DEARER = "Years dearer than list prices";
/** Words that stand under figures, on the right as they are. */
export const WORDS = "0;-0;0;@";
export const LABELS: readonly string[] = [
  ...[COMMITMENT, DISCOUNT, ...CLAUSE_NAMES, COST, SAVING, FILLED, DEARER],
];
export const FORMATS: readonly string[] = [
  ...[USD, PERCENT, ...CLAUSE_NAMES.map(() => WORDS), USD, USD, PERCENT, PERCENT],
];
export const ASKS_ROW = FIGURES_ROW + LABELS.length + 1;
export const TOGETHER_ROW = ASKS_ROW + MOST_ASKS + 2;
export const RESTS_ROW = TOGETHER_ROW + 2;
export const CHART_ROWS = 13;

export const [THEIRS, OURS, NO_DEAL] = [1, 2, 3] as const;

/** Row of a figure, from 0. */
export function rowOf(label: string): number {
  return FIGURES_ROW + LABELS.indexOf(label);
}

/** Cell of a figure of a side. */
export function at(column: number, label: string): string {
  return `$${columnLetters(column)}$${rowOf(label) + 1}`;
}

/** What a side of the page is priced by. */
export interface Side {
  readonly commitment: Operand;
  readonly agreed: readonly Operand[];
  readonly bands: Operand;
}
