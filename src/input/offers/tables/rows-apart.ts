import { ask } from "../ask";
import type { Figure } from "../figures/figure";
import type { Findings } from "../findings";
import type { Span } from "../source";
import { aligned, type Row, type TableRow } from "./table-rows";

/** Rows that follow one another in time are years of one agreement, not its bands: which year's amount is the commitment is asked. */
export function askedByYear(
  heads: Row,
  threshold: number,
  rows: readonly TableRow[],
  findings: Findings,
  textOf: (span: Span) => string,
  within: (span: Span) => readonly Figure[],
): boolean {
  const column = heads.findIndex((cell) => /^(?:contract |fiscal )?years?$/i.test(textOf(cell)));
  const amounts = rows.flatMap(({ cells }) => within(aligned(cells, heads, threshold))[0] ?? []);
  const [first, last] = [rows[0]?.line, rows.at(-1)?.line];
  if (column < 0 || amounts.length < 2 || !first || !last) return false;
  const readings = [...new Set(amounts.map(({ value }) => value))].map((value) => ({
    value,
    says: value.toLocaleString("en-US"),
  }));
  if (readings.length < 2) return false;
  ask(findings, "ramp", { start: first.start, end: last.end }, readings);
  for (const { line } of rows) findings.use(within(line));
  return true;
}

const SUBJECT =
  /^(?:services?|products?|models?|regions?|skus?|famil(?:y|ies)|clouds?|environments?|business units?|teams?|departments?|customers?|vendors?|suppliers?|providers?|items?|quarters?|months?|periods?)\b/i;

/** Whether the rows speak of several services or vendors, each with a discount of its own: no ladder of one agreement. */
export function isOfSeveral(
  heads: Row,
  rows: readonly TableRow[],
  textOf: (span: Span) => string,
): boolean {
  const column = heads.findIndex((cell) => SUBJECT.test(textOf(cell)));
  if (column < 0) return false;
  return new Set(rows.map(({ cells }) => textOf(aligned(cells, heads, column)))).size > 1;
}
