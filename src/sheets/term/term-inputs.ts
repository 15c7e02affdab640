import type { PolicyName } from "../../core/terms";
import type { DealReferences } from "../../deal/deal-inputs";
import type { SchedulePlace } from "../../deal/schedule-cells";
import { columnLetters } from "../../input/cells/a1";
import { TEXT, USD, WRITTEN_PERCENT } from "../../wording/format/number-formats";
import { type CellContent, commit, excel, type Operand, operation, quoted } from "../formulas/call";
import { headingAt, type SheetBlock } from "../sheet-block";

/** A policy that is set beside the cells of the deal. */
export type SetPolicy = readonly [name: PolicyName, value: string | number];

/** A deal over several years, by its cells and by what is set beside them. */
export interface TermOnSheet {
  readonly references: DealReferences;
  /** The cells of its terms as they are, whose rows a sheet links to; null where it has none. */
  readonly terms: readonly (readonly unknown[])[] | null;
  readonly set: readonly SetPolicy[];
  /** Commitments of the years that are set; null where the deal's holds in every year. */
  readonly commitmentsUsd: readonly number[] | null;
  /** Where its schedule has its years; null without one. */
  readonly schedule: SchedulePlace | null;
  readonly years: number;
  readonly periods: number;
  readonly perYear: number;
}

/** What the sheet of several years is laid out from. */
export interface TermSheetDeal extends TermOnSheet {
  /** How many thresholds above 0 the bands have. */
  readonly thresholds: number;
  /** Rows of CASH_FLOWS. */
  readonly flows: number;
}

/** Arguments of TERM_SCHEDULE, and the cells of the sheet that they refer to. */
export interface TermInputs {
  readonly usage: Operand;
  readonly commitment: Operand;
  readonly terms: string | null;
  readonly listIndex: string | null;
  readonly parts: readonly SheetBlock[];
  /** Rows that they take. */
  readonly rows: number;
}

/**
 * Lays out what a sheet of several years rests on: the years of the schedule, blanks filled with what holds without it, the usage of
 * each period, and the terms with what is set beside them. What no cell has to say is read from the deal itself.
 */
export function layOutInputs(term: TermOnSheet, row: number): TermInputs {
  const { references, schedule, commitmentsUsd, years, periods, perYear } = term;
  const mean = meanUsage(references);
  const parts: SheetBlock[] = [];
  let next = row;
  let [usage, commitment]: [Operand, Operand] = [
    perYear > 1 ? operation(mean, "/", perYear) : mean,
    references.commitment ?? 0,
  ];
  let listIndex: string | null = null;
  const given = schedule?.columns ?? {};
  const ramp = given.commitmentUsd === undefined ? commitmentsUsd : null;
  if (schedule || (ramp && ramp.length > 1)) {
    const cell = (what: keyof typeof given, year: number, otherwise: Operand): CellContent => {
      const column = given[what];
      if (!schedule || column === undefined) return contentOf(otherwise);
      const own = excel("INDEX", references.schedule ?? "", schedule.rows[year] ?? 1, column);
      return excel("IF", operation(own, "=", quoted("")), otherwise, own);
    };
    parts.push(headingAt(next, "The years", 4), {
      ...{ row: next + 1, column: 0, rows: 1, columns: 4, look: "tableHeading" },
      ...{
        cells: [["Year", "Usage", "Commitment", "List index"]],
        formats: [TEXT, TEXT, TEXT, TEXT],
      },
    });
    const first = next + 2;
    parts.push({
      ...{ row: first, column: 0, rows: years, columns: 4, look: "results" },
      formats: ["0", USD, USD, "0.0##"],
      cells: Array.from({ length: years }, (_, year) => [
        year + 1,
        cell("usageUsd", year, mean),
        cell("commitmentUsd", year, ramp?.[year] ?? ramp?.[0] ?? references.commitment ?? 0),
        cell("listIndex", year, 1),
      ]),
    });
    const column = (letter: string): string =>
      `$${letter}$${first + 1}:$${letter}$${first + years}`;
    if (given.usageUsd !== undefined) usage = column("B");
    if (given.commitmentUsd !== undefined || ramp) commitment = column("C");
    if (given.listIndex !== undefined) listIndex = column("D");
    next = first + years + 1;
    if (given.usageUsd !== undefined && perYear > 1) {
      parts.push(headingAt(next, "Usage of each period: that of its year, spread evenly", 4), {
        ...{ row: next + 1, column: 0, rows: periods, columns: 2, look: "results" },
        formats: ["0", USD],
        cells: Array.from({ length: periods }, (_, period) => [
          period + 1,
          operation(`$B$${first + 1 + Math.floor(period / perYear)}`, "/", perYear),
        ]),
      });
      usage = `$B$${next + 2}:$B$${next + 1 + periods}`;
      next += periods + 2;
    }
  } else if (ramp) commitment = ramp[0] ?? 0;
  const terms = layOutTerms(term, next);
  return {
    ...{ usage, commitment, listIndex, terms: terms.reference },
    ...{ parts: [...parts, ...terms.parts], rows: terms.end - row },
  };
}

/** Expected usage of a year. */
export function meanUsage({ forecast, usage }: DealReferences): Operand {
  return forecast ? commit("FORECAST_MEAN", forecast) : (usage ?? 0);
}

/** The terms of the deal, or a block of them with the rows that are set beside them. */
function layOutTerms({ references, terms, set }: TermOnSheet, row: number) {
  if (set.length === 0) return { reference: references.terms, parts: [], end: row };
  const own = terms ?? [["Term", "Value"]];
  const width = Math.max(2, ...own.map((line) => line.length));
  const isSet = (line: readonly unknown[]): SetPolicy | undefined =>
    set.find(([name]) => sameName(line[0], name));
  const linked = own.map((line, r) => {
    const [, value] = isSet(line) ?? [];
    return Array.from({ length: width }, (_, c): CellContent => {
      if (value !== undefined && c === 1) return value;
      if (terms === null) return String(line[c] ?? "");
      const cell = excel("INDEX", references.terms ?? "", r + 1, c + 1);
      return excel("IF", operation(cell, "=", quoted("")), quoted(""), cell);
    });
  });
  const added = set.filter(([name]) => !own.some(([label]) => sameName(label, name)));
  const top = row + 1;
  const rows = linked.length + added.length;
  const parts: SheetBlock[] = [
    headingAt(row, "The terms, with what the pane had set (shaded)", Math.max(4, width)),
    {
      ...{ row: top, column: 0, rows: linked.length, columns: width, look: "results" },
      ...{ cells: linked, formats: Array.from({ length: width }, () => TEXT) },
    },
  ];
  const typed = (at: number, [name, value]: SetPolicy): SheetBlock => ({
    ...{ row: at, column: 1, rows: 1, columns: 1, cells: [[value]] },
    ...{ look: "inputs", formats: [formatOf(name)] },
  });
  for (const [r, line] of own.entries()) {
    const policy = isSet(line);
    if (policy) parts.push(typed(top + r, policy));
  }
  for (const [index, policy] of added.entries()) {
    const at = top + linked.length + index;
    parts.push(
      {
        ...{ row: at, column: 0, rows: 1, columns: 1, cells: [[policy[0]]] },
        ...{ look: "labels", formats: [TEXT] },
      },
      typed(at, policy),
    );
  }
  const reference = `$A$${top + 1}:$${columnLetters(width - 1)}$${top + rows}`;
  return { reference, parts, end: top + rows + 1 };
}

function sameName(cell: unknown, name: string): boolean {
  return typeof cell === "string" && cell.trim().toLowerCase() === name.toLowerCase();
}

function formatOf(name: PolicyName): string {
  if (name === "Start date") return "yyyy-mm-dd";
  return /share|cap|growth|change|ask|rate$|volatility|persistence/.test(name)
    ? WRITTEN_PERCENT
    : TEXT;
}

function contentOf(operand: Operand): CellContent {
  return typeof operand === "string" ? { kind: "reference", reference: operand } : operand;
}
