import type { Currency } from "../core/currency";

// Our functions know no workbook, so the words they write have the first label: the formulas put the chosen one there.

/** A formula of one cell, with amounts in its words. */
export function labelWords(formula: string, currency: Currency): string {
  return isFirst(currency) ? formula : `=${substituted(formula.slice(1), "$", currency.sign)}`;
}

/** A spilled formula, with amounts in the words of one of its columns, from 1: those of others are not ours. */
export function labelColumn(formula: string, column: number, currency: Currency): string {
  if (isFirst(currency)) return formula;
  const spilled = formula.slice(1);
  const isThat = `SEQUENCE(1,COLUMNS(${spilled}))=${column}`;
  return `=IF(${isThat},${substituted(spilled, "$", currency.sign)},${spilled})`;
}

/** A spilled formula, with the code of the label in one of its headings. */
export function labelHeading(formula: string, currency: Currency): string {
  if (isFirst(currency)) return formula;
  const spilled = formula.slice(1);
  return `=IF(ISTEXT(${spilled}),${substituted(spilled, "USD", currency.code)},${spilled})`;
}

/** A formula that says a word where a question has no answer, in place of a bare #N/A; of a spilled one each cell does. */
export function orWord(formula: string, word: string): string {
  return `=IFNA(${formula.slice(1)},"${word}")`;
}

function isFirst(currency: Currency): boolean {
  return currency.code === "USD";
}

function substituted(formula: string, old: string, now: string): string {
  return `SUBSTITUTE(${formula},"${old}","${now}")`;
}
