import { ask, saysMoney } from "../ask";
import { type Committed, yearlyAmount } from "../commitments";
import type { Figure } from "../figures/figure";
import type { Findings } from "../findings";
import type { Span } from "../source";
import { readOfferHeading } from "./offer-heading";
import { aligned, isFilled, type Row, type TableRow } from "./table-rows";

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
  const ofYears = rows.filter(({ cells }) => ONE_YEAR.test(textOf(aligned(cells, heads, column))));
  const amounts = ofYears.flatMap(({ cells }) => within(aligned(cells, heads, threshold))[0] ?? []);
  const [first, last] = [ofYears[0]?.line, ofYears.at(-1)?.line];
  if (column < 0 || amounts.length < 2 || !first || !last) return false;
  const readings = [...new Set(amounts.map(({ value }) => value))].map((value) => ({
    value,
    says: value.toLocaleString("en-US"),
  }));
  if (readings.length < 2) return false;
  ask(findings, "ramp", { start: first.start, end: last.end }, readings);
  for (const { line } of ofYears) findings.use(within(line));
  return true;
}

/** Years and what is committed to in each, under headings that name no discount; its rows are taken where it is asked about. */
export function askedByYearAlone(
  rows: readonly TableRow[],
  index: number,
  findings: Findings,
  textOf: (span: Span) => string,
  within: (span: Span) => readonly Figure[],
  /** Takes what is the same in every year. */
  committed: Committed[],
): readonly TableRow[] {
  const heads = rows[index]?.cells ?? [];
  const threshold = heads.findIndex(
    (cell) => isFilled(cell) && readOfferHeading(textOf(cell)).says === "threshold",
  );
  if (heads.length < 2 || threshold < 0) return [];
  const end = rows.findIndex(
    // A row of another form, or a label.
    ({ cells: [first, ...more] }, at) =>
      at > index &&
      (more.length !== heads.length - 1 || first === undefined || !/\d|total/i.test(textOf(first))),
  );
  const body = rows.slice(index + 1, end < 0 ? rows.length : end);
  if (askedByYear(heads, threshold, body, findings, textOf, within)) return body;
  const years = body.filter(({ cells: [first] }) => first && ONE_YEAR.test(textOf(first)));
  const amounts = years.flatMap(({ cells }) => within(aligned(cells, heads, threshold))[0] ?? []);
  const [amount] = amounts;
  const [first, last] = [years[0], years.at(-1)];
  const isEqual = amounts.length > 1 && amounts.every(({ value }) => value === amount?.value);
  if (
    !isEqual ||
    !amount ||
    !first ||
    !last ||
    !/^(?:contract |fiscal )?years?$/i.test(textOf(heads[0] ?? first.line))
  )
    return [];
  committed.push({
    amount: yearlyAmount(amount),
    span: { start: first.line.start, end: last.line.end },
  });
  for (const { line } of years) findings.use(within(line));
  return years;
}

/** A year of a column of years, and not "Total" or a label below. */
const ONE_YEAR =
  /^(?:(?:contract |fiscal )?(?:year|yr|y)[ -]?)?\d{1,2}$|^(?:fy|cy)[ -]?'?\d{2,4}$|^20\d\d\b/i;

const NAME_OF_YEAR = /^(?:(?:contract )?(?:year|yr|y)[ -]?\d|(?:fy|cy)[ -]?'?\d{2,4}|20\d\d)$/i;

/** A row that names years, two or more, over columns. */
export function yearsAbove(
  rows: readonly TableRow[],
  textOf: (span: Span) => string,
): TableRow | undefined {
  return rows.find(({ cells }) => {
    const filled = cells.filter(isFilled);
    const [first] = filled;
    if (first && /^years?$/i.test(textOf(first))) return false;
    const years = filled.filter((cell) => NAME_OF_YEAR.test(textOf(cell)));
    return years.length > 1 && years.length >= filled.length - 1;
  });
}

/** Columns of years with an amount of commitment in each: which year's is the commitment is asked, and the rows are taken. */
export function askedByColumnsOfYears(
  rows: readonly TableRow[],
  findings: Findings,
  textOf: (span: Span) => string,
  within: (span: Span) => readonly Figure[],
): readonly TableRow[] {
  const heads = yearsAbove(rows, textOf);
  const row = rows.find(({ cells: [first] }) => {
    const heading = first && isFilled(first) ? readOfferHeading(textOf(first)) : undefined;
    return heading?.says === "threshold";
  });
  if (heads === undefined || row === undefined) return [];
  const amounts = within(row.line).filter(({ kind }) => kind === "money" || kind === "number");
  const readings = [...new Set(amounts.map(({ value }) => value))].map((value) => ({
    value,
    says: saysMoney(value),
  }));
  if (readings.length < 2) return [];
  const [start, end] = [heads.line.start, row.line.end].toSorted((one, other) => one - other);
  ask(findings, "ramp", { start: start ?? row.line.start, end: end ?? row.line.end }, readings);
  findings.use([...within(heads.line), ...amounts]);
  return [heads, row];
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
