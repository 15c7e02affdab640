import type { Scalar } from "./cell-value";

/** The value that a cell gets from a typed text, and the format that it gains. */
export interface Entry {
  readonly value: Scalar;
  readonly percent: boolean;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const PERCENT = /^[+-]?(\d+\.?\d*|\.\d+)%$/;

/** Reads text as Excel reads typing: numbers, percentages and truth values are not text. */
export function readTyped(text: string, isTextCell: boolean): Entry {
  if (isTextCell) return { value: text, percent: false };
  if (text.startsWith("'")) return { value: text.slice(1), percent: false };
  const typed = text.trim();
  if (PERCENT.test(typed)) return { value: Number(typed.slice(0, -1)) / 100, percent: true };
  if (NUMBER.test(typed)) return { value: Number(typed), percent: false };
  if (/^true$/i.test(typed)) return { value: true, percent: false };
  if (/^false$/i.test(typed)) return { value: false, percent: false };
  return { value: text, percent: false };
}

export function usesSpillOperator(formula: string): boolean {
  return /[A-Za-z]\$?\d+#/.test(formula.replace(/"(?:[^"]|"")*"/g, '""'));
}
