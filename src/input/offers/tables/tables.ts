import { ask } from "../ask";
import { withoutConditional } from "../checks/held-in-part";
import { mask } from "../clauses";
import type { Committed } from "../commitments";
import type { Figure } from "../figures/figure";
import { figuresWithin } from "../figures/figures-within";
import type { Findings } from "../findings";
import type { Point } from "../points/point";
import { withoutAsides } from "../set-aside";
import type { Span } from "../source";
import { topicsOf } from "../topics";
import { askedByColumnsOfYears, askedByYear, askedByYearAlone, isOfSeveral } from "./rows-apart";
import { type Refusal, readBody, type TablePoints } from "./table-body";
import { type Columns, headingsOf } from "./table-headings";
import { aligned, type Row, rowsOf, type TableRow } from "./table-rows";
import { transposedTable } from "./transposed-tables";
import { unknownTable } from "./unknown-tables";

/** A sentence below a table, "Had you committed to $1M, we'd be at 20%", whose commas look like cells. */
function offersNothing(row: string): boolean {
  const isInWords = (row.match(/\p{L}{2,}/gu) ?? []).length > 1;
  return isInWords && (withoutAsides(row) === "" || withoutConditional(row) !== row);
}

/** Reads every table whose headings name the amounts and the discounts. */
export function readTables(
  lines: readonly Span[],
  all: readonly Figure[],
  findings: Findings,
): TablePoints {
  const { source } = findings;
  const rows = rowsOf(lines, findings, all);
  const points: Point[] = [];
  const taken = new Set<Span>();
  const headings: string[] = [];
  const refusals: Refusal[] = [];
  const committed: Committed[] = [];
  let headingLength: Figure | undefined;
  const within = (span: Span): readonly Figure[] => figuresWithin(span, all);
  const textOf = ({ start, end }: Span): string => source.text.slice(start, end);
  const namesTerm = (cell: Span | undefined): boolean =>
    cell !== undefined && topicsOf(textOf(cell).toLowerCase()).length > 0;

  for (const { line } of askedByColumnsOfYears(rows, findings, textOf, within)) taken.add(line);
  const upright = transposedTable(rows, textOf, within);
  if (upright) {
    for (const { line } of [...upright.rows, ...upright.others]) taken.add(line);
    for (const { line } of upright.others) findings.listed.add(line);
    const read = readBody(upright.columns, upright.body, findings, all);
    findings.asks.push(...read.asks);
    if (read.refusal) refusals.push(read.refusal);
    return { points: read.points, committed, lines: taken, refusals, headings: [] };
  }
  const heads = rows.map(({ cells }) => headingsOf(cells, textOf, within));
  const nextHead = nextIndexes(heads.map((head) => head !== undefined));
  const nextFigure = nextIndexes(rows.map(({ line }) => within(line).length > 0));
  for (const [index, { line, cells }] of rows.entries()) {
    if (taken.has(line)) continue;
    const head = heads[index];
    if (head === undefined) {
      const years = askedByYearAlone(rows, index, findings, textOf, within, committed);
      if (years.length > 0) for (const row of [{ line }, ...years]) taken.add(row.line);
      if (taken.has(line)) continue;
      const unknown = unknownTable(rows, index, nextFigure, taken, textOf, within);
      for (const row of unknown) {
        taken.add(row.line);
        findings.listed.add(row.line);
      }
      continue;
    }
    const rest = rows
      .slice(index + 1, nextHead[index + 1])
      .filter(({ line: row, cells: found }) => !taken.has(row) && found.length > 1);
    const { threshold, discounts } = head;
    const amountRows = rest.filter(({ line: row, cells: found }) => {
      if (offersNothing(mask(row, all, source.text).text)) return false;
      const cell = aligned(found, cells, threshold);
      if (topicsOf(mask(cell, all, source.text).text).length > 0) return false;
      return (
        within(cell).some(({ kind }) => kind === "money" || kind === "number") ||
        /^\W*(?:above|over|beyond)\b/i.test(textOf(cell))
      );
    });
    // A label and a term, "Price protection | Fees are not increased for 24 months", are no headings.
    const areLabels = namesTerm(cells[threshold]) || (cells.length === 2 && cells.some(namesTerm));
    if (amountRows.length === 0 || areLabels) continue;
    taken.add(line);
    findings.use(within(line));
    const own = [threshold, head.end, head.name, ...discounts];
    if (cells.some((cell, column) => !own.includes(column) && namesTerm(cell)))
      findings.listed.add(line);
    for (const row of amountRows) taken.add(row.line);
    if (askedByYear(cells, threshold, amountRows, findings, textOf, within)) continue;
    if (isOfSeveral(cells, amountRows, textOf)) {
      for (const row of amountRows) findings.listed.add(row.line);
      continue;
    }
    if (discounts.length > 1) {
      askColumn(line, cells, discounts, amountRows, findings);
      for (const row of amountRows) findings.use(within(row.line));
      continue;
    }
    const [discount = -1] = discounts;
    const heading = head.headings[threshold];
    const discountHeading = head.headings[discount];
    if (heading === undefined || discountHeading === undefined) continue;
    const columns: Columns = {
      threshold,
      discount,
      end: head.end,
      name: head.name,
      heading,
      discountHeading,
    };
    const fitted = amountRows.map(({ line: row, cells: found }) => ({
      line: row,
      cells: cells.map((_, column) => aligned(found, cells, column)),
    }));
    const read = readBody(columns, fitted, findings, all);
    for (const point of read.points) points.push(point);
    findings.asks.push(...read.asks);
    if (read.refusal) refusals.push(read.refusal);
    headingLength ??= within(cells[threshold] ?? line).find(({ kind }) => kind === "duration");
    headings.push(textOf(cells[threshold] ?? line).toLowerCase());
  }
  return {
    points,
    committed,
    lines: taken,
    refusals,
    headings,
    ...(headingLength && { headingLength }),
  };
}

/** Several columns of discounts are one question for all rows. */
function askColumn(
  heading: Span,
  heads: Row,
  columns: readonly number[],
  rows: readonly TableRow[],
  findings: Findings,
): void {
  const readings = columns.map((column) => {
    const value = findings.source.words(heads[column]?.start ?? 0, heads[column]?.end ?? 0);
    return { value, says: `the column ${value}` };
  });
  const end = rows.at(-1)?.line.end ?? heading.end;
  ask(findings, "whichColumn", { start: heading.start, end }, readings);
}

/** For each place, and the one after the last, the first place from it on at which a fact holds. */
function nextIndexes(holds: readonly boolean[]): readonly number[] {
  const next = [...holds, true].map((_, index) => index);
  for (let index = holds.length - 1; index >= 0; index--)
    if (holds[index] !== true) next[index] = next[index + 1] ?? holds.length;
  return next;
}
