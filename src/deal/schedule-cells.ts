import { checkAmountUsd } from "../core/amount";
import type { PricingError } from "../core/errors";
import type { Place } from "../core/faults/place";
import { sameWord } from "../core/fuzzy-match";
import { chain, collect, combine, fail, failWith, type Result, succeed } from "../core/result";
import { BLANK, type Cell, quoteCell, readRange } from "../input/cells/cells";
import { readNumber } from "../input/cells/numbers";
import { readTable, type TableRow, type TableShape } from "../input/table-cells";

/** One contract year of a schedule; what is undefined is as without a schedule. */
export interface ScheduleYear {
  /** At list prices of signing, USD. */
  readonly usageUsd: number | undefined;
  readonly commitmentUsd: number | undefined;
  /** List prices over those of signing. */
  readonly listIndex: number | undefined;
}

/** Columns that set something, of which a schedule has one at least, in the order in which it is written. */
export const SCHEDULE_COLUMNS = [
  ["Usage", "usageUsd"],
  ["Commitment", "commitmentUsd"],
  ["List index", "listIndex"],
] as const satisfies readonly (readonly [heading: string, field: keyof ScheduleYear])[];

const SCHEDULE_HEADINGS = SCHEDULE_COLUMNS.map(([heading]) => heading);

const HEADINGS = ["Year", ...SCHEDULE_HEADINGS] as const;
type Heading = (typeof HEADINGS)[number];
type Row = TableRow<Heading>;

const SHAPE: TableShape<Heading> = {
  argument: "schedule",
  headings: HEADINGS,
  required: [SCHEDULE_HEADINGS],
  words: [],
  alsoNamed: (text) =>
    HEADINGS.find((heading) => sameWord(heading, text.replace(UNIT, ""))) ??
    (sameWord("Contract year", text) ? "Year" : undefined),
};

/** As many as TERM_SCHEDULE takes. */
const MOST_YEARS = 10;

/** "Usage, USD" and "Commitment (€)" are headed Usage and Commitment. */
const UNIT = /\s*(?:,\s*|\(\s*)(?:[A-Z]{3}|\p{Sc})\s*\)?\s*$/u;

/**
 * Reads a schedule: a row a contract year under the headings Usage, Commitment and List index, or some of them. The years may be
 * numbered under Year, and columns of words are ignored. A blank cell is as without a schedule.
 *
 * @returns The years, 1 to 10; or every fault, also of a column of figures under another heading, which nothing would price.
 */
export function readSchedule(
  raw: readonly (readonly unknown[])[],
): Result<readonly ScheduleYear[]> {
  // A year without commitment is a typed 0, which readTable() takes for a blank.
  const typed = raw.map((row) => row.map((value) => (value === 0 ? "0" : value)));
  const table = readTable(typed, SHAPE);
  if (!table.ok) return table;
  const { rows } = table.value;
  if (rows.length === 0)
    return fail({
      kind: "missing",
      place: { argument: "schedule" },
      expected: `a row a year under the headings ${EITHER}`,
    });
  const errors = [...unpricedColumns(typed, rows), ...unclearYears(typed, rows)];
  if (rows.length > MOST_YEARS)
    errors.push({
      ...{ kind: "entries", argument: "schedule", entries: rows.length },
      expected: `at most ${MOST_YEARS}, a row a contract year`,
    });
  const years = collect(
    rows.map((row) =>
      combine({
        usageUsd: unlessBlank(row, "Usage", readAmount),
        commitmentUsd: unlessBlank(row, "Commitment", readAmount),
        listIndex: unlessBlank(row, "List index", readIndex),
      }),
    ),
  );
  return errors.length > 0 ? failWith([...errors, ...(years.ok ? [] : years.errors)]) : years;
}

const EITHER = "Usage, Commitment or List index";

function unlessBlank(
  { cell, place }: Row,
  heading: Heading,
  read: (cell: Cell, place: Place) => Result<number>,
): Result<number | undefined> {
  return cell(heading).kind === "blank" ? succeed(undefined) : read(cell(heading), place(heading));
}

function readAmount(cell: Cell, place: Place): Result<number> {
  return chain(readNumber(cell, place, "amount"), (usd) => checkAmountUsd(usd, place));
}

/** As TERM_SCHEDULE takes it: an index that is 100 at signing would multiply every price. */
function readIndex(cell: Cell, place: Place): Result<number> {
  return chain(readNumber(cell, place, "fraction"), (index) =>
    index > 0 && index <= 10
      ? succeed(index)
      : fail({
          ...{ kind: "numberOutOfRange", place, given: index },
          expected:
            "an index above 0 and up to 10 that is 1 at signing, such as 0.8 where list prices are 20% lower",
        }),
  );
}

function isFigure(cell: Cell): boolean {
  return (
    cell.kind === "number" || (cell.kind === "text" && /^\s*[-+(]?\s*\p{Sc}?\s*\d/u.test(cell.text))
  );
}

/** The row of the headings, and the heading that each of its cells means. */
function headingsIn(lines: readonly (readonly Cell[])[]) {
  const meant = (cell: Cell): Heading | undefined =>
    cell.kind === "text" ? SHAPE.alsoNamed?.(cell.text) : undefined;
  const top = lines.findIndex((line) => line.some((cell) => meant(cell) !== undefined));
  return { top, cells: lines[top] ?? [], meant };
}

/** Where a schedule has its years and its columns, counted from 1 in its range. */
export interface SchedulePlace {
  readonly rows: readonly number[];
  readonly columns: Readonly<Partial<Record<keyof ScheduleYear, number>>>;
}

/** The place of every year and column of a schedule that can be read. */
export function placeOfSchedule(raw: readonly (readonly unknown[])[]): SchedulePlace {
  const lines = readRange(raw);
  const { top, cells, meant } = headingsIn(lines);
  return {
    rows: lines.flatMap((line, index) =>
      index > top && line.some(({ kind }) => kind !== "blank") ? index + 1 : [],
    ),
    columns: Object.fromEntries(
      SCHEDULE_COLUMNS.flatMap(([heading, what]) => {
        const at = cells.findIndex((cell) => meant(cell) === heading);
        return at < 0 ? [] : [[what, at + 1]];
      }),
    ),
  };
}

/** Columns of figures that nothing prices. */
function unpricedColumns(typed: unknown, rows: readonly Row[]): readonly PricingError[] {
  const lines = readRange(typed);
  const { cells: headings, meant } = headingsIn(lines);
  const width = Math.max(...lines.map((line) => line.length));
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const heading = headings[column] ?? BLANK;
    const isUnpriced =
      meant(heading) === undefined &&
      rows.some(({ row }) => isFigure(lines[row - 1]?.[column] ?? BLANK));
    return isUnpriced
      ? [
          {
            ...{ kind: "misspeltHeading" as const, argument: "schedule", nearest: EITHER },
            ...{ heading: heading.kind === "blank" ? "" : quoteCell(heading), column: column + 1 },
          },
        ]
      : [];
  });
}

const SUM = /^(?:grand |sub-?)?(?:total|sum|average|mean)s?\b/i;

/** Rows that may be no year, and years out of order. */
function unclearYears(typed: unknown, rows: readonly Row[]): readonly PricingError[] {
  const lines = readRange(typed);
  let last: number | undefined;
  return rows.flatMap(({ row, cell, place }, index): readonly PricingError[] => {
    const year = cell("Year");
    const label = (lines[row - 1] ?? []).find((one) => one.kind === "text" && SUM.test(one.text));
    if (label)
      return [
        outOfRange(
          { ...place("Year"), field: "the label" },
          quoteCell(label),
          "years alone, without a row for their sum",
        ),
      ];
    const before = rows[index - 1];
    if (before && row > before.row + 1)
      return [
        {
          ...{ kind: "missing", place: { ...place("Year"), field: "a year", row: row - 1 } },
          expected: "its usage, commitment or list index, or delete that row",
        },
      ];
    if (year.kind === "blank") return [];
    const number = Number(quoteCell(year).replace(/^\s*year\s+/i, ""));
    const expected = last === undefined ? 1 : last + 1;
    last = Number.isInteger(number) ? number : undefined;
    const isFirst = index === 0 && (number === 1 || number >= FIRST_CALENDAR_YEAR);
    if (Number.isNaN(number) ? /\d/.test(quoteCell(year)) : isFirst || number === expected)
      return [];
    const isNext = index > 0 && !Number.isNaN(number);
    return [
      outOfRange(
        place("Year"),
        quoteCell(year),
        isNext
          ? `${expected}: the rows are consecutive years`
          : "1 for the first year, then 2, or calendar years",
      ),
    ];
  });
}

/** Smaller numbers count the years of the term. */
const FIRST_CALENDAR_YEAR = 1_900;

function outOfRange(place: Place, given: string, expected: string): PricingError {
  return { kind: "numberOutOfRange", place, given, expected };
}
