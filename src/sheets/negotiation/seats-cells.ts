import type { DateToKeep } from "../../analysis/negotiation/dates";
import type { Seats } from "../../analysis/negotiation/seats";
import { FIRST_DAY, LAST_DAY } from "../../core/calendar";
import type { CellContent } from "../formulas/call";
import { typedCell } from "../typed-cell";
import { type Cells, isSame, textOf } from "./asks-cells";

// The tables of seats and dates, as people type into them: what is read of their cells, and what a rebuild keeps.

/** Columns of the table of seats; people type into all but the last two. */
export const SEATS_COLUMNS = [
  "Product",
  "Count",
  "Price a month",
  "Months",
  "Counts toward the commitment",
  "Discount",
  "Cost a year",
  "Toward the commitment",
] as const;
export const SEATS_TYPED = 6;

/** Columns of the table of dates; people type into the first three. */
export const DATES_COLUMNS = [
  "What",
  "Date",
  "Notice, days",
  "Last day to act",
  "Days left",
  "In words",
] as const;
export const DATES_TYPED = 3;

export const TERM_END = "Term end";
/** Where it has no date of its own, notice is to be given before the end of the term. */
export const NOTICE = "Notice to renew or cancel";
export const LOCK_END = "Price-lock end";
export const BAND_REVIEW = "Next band review";
/** What the table of dates begins with. */
export const DATES_OF_A_DEAL = [TERM_END, NOTICE, LOCK_END, BAND_REVIEW] as const;

/** What the cells of a table may hold. */
export const MOST_SEATS = 1e9;
export const MOST_MONTHS = 12;
export const MOST_NOTICE_DAYS = 3_650;

/** Rows of a table on its sheet, blank ones among them, with the index of the first. */
interface TableRows {
  readonly first: number;
  readonly rows: readonly (readonly unknown[])[];
}

/** Seats and dates as their sheet has them, and what of them cannot be read, a sentence each. */
export interface SeatsAndDates {
  readonly seats: readonly Seats[];
  readonly dates: readonly DateToKeep[];
  /** Of a table with a problem no total is known. */
  readonly seatProblems: readonly string[];
  readonly dateProblems: readonly string[];
}

/** What somebody typed, a row of cells as they are written each; rows stay where they are. */
export interface TypedTables {
  readonly seats: readonly (readonly CellContent[])[];
  readonly dates: readonly (readonly CellContent[])[];
}

/** Reads both tables. A row that is not whole is told and counts in no answer. */
export function readSeatsAndDates(cells: Cells): SeatsAndDates {
  const seatProblems: string[] = [];
  const dateProblems: string[] = [];
  const { rows: dateRows } = datesIn(cells);
  const termEnd = dateRows.find((row) => isSame(textOf(row[0]), TERM_END))?.[1];
  return {
    seats: seatsIn(cells).rows.flatMap((row) => {
      if (isBlank(row, SEATS_TYPED)) return [];
      const read = readSeats(row);
      if (typeof read !== "string") return [read];
      seatProblems.push(read);
      return [];
    }),
    dates: dateRows.flatMap((row) => {
      const read = readDate(row, termEnd);
      if (typeof read !== "string") return read ? [read] : [];
      dateProblems.push(read);
      return [];
    }),
    seatProblems,
    dateProblems,
  };
}

/** What a rebuild keeps. */
export function typedTables(cells: Cells, formulas: Cells): TypedTables {
  const typed = ({ first, rows }: TableRows, columns: number) =>
    rows.map((row, index) =>
      Array.from({ length: columns }, (_, column) =>
        typedCell(row[column], formulas[first + index]?.[column]),
      ),
    );
  return {
    seats: typed(seatsIn(cells), SEATS_TYPED),
    dates: typed(datesIn(cells), DATES_TYPED),
  };
}

/** Whether somebody typed seats, or a date that the terms do not say. */
export function holdsTyping(cells: Cells): boolean {
  return (
    seatsIn(cells).rows.some((row) => !isBlank(row, SEATS_TYPED)) ||
    datesIn(cells).rows.some((row) => !isBlank(row.slice(1), DATES_TYPED - 1))
  );
}

function seatsIn(cells: Cells): TableRows {
  return rowsBelow(cells, SEATS_COLUMNS, (row) => row[0] === DATES_HEADING);
}

function datesIn(cells: Cells): TableRows {
  return rowsBelow(cells, DATES_COLUMNS, (row) => textOf(row[0]) === END_OF_DATES);
}

export const DATES_HEADING = "Dates";
/** What stands below the dates, so that their rows have an end. */
export const END_OF_DATES = "Days left are counted from today, as this computer has it.";

function rowsBelow(
  cells: Cells,
  [name, second]: readonly string[],
  isEnd: (row: readonly unknown[]) => boolean,
): TableRows {
  const first = cells.findIndex((row) => row[0] === name && row[1] === second) + 1;
  const end = cells.findIndex((row, index) => index >= first && isEnd(row));
  return first === 0
    ? { first, rows: [] }
    : { first, rows: cells.slice(first, end < 0 ? undefined : end) };
}

function isBlank(row: readonly unknown[], columns: number): boolean {
  return row.slice(0, columns).every((cell) => textOf(cell) === "");
}

function readSeats(row: readonly unknown[]): Seats | string {
  const [name, count, price, months, counts, discount] = row;
  const product = textOf(name) || "Seats without a product";
  const wrong = (column: number, wanted: string): string => {
    const given = textOf(row[column]);
    return `${SEATS_COLUMNS[column]} of ${product} is ${given || "blank"}: write ${wanted}.`;
  };
  if (!isUpTo(count, MOST_SEATS)) return wrong(1, "how many seats there are, such as 40");
  if (!isUpTo(price, MOST_SEATS)) return wrong(2, "what a seat costs a month, such as 30");
  if (!isUpTo(months, MOST_MONTHS)) return wrong(3, "the months of one year, 12 at most");
  const isCounted = yesOrNo(counts);
  if (isCounted === undefined) return wrong(4, "yes or no");
  const share = discountOf(discount);
  if (share === undefined) return wrong(5, "yes, no, or a percentage such as 15%");
  return { product, count, priceUsdAMonth: price, months, counts: isCounted, discount: share };
}

function isUpTo(cell: unknown, most: number): cell is number {
  return typeof cell === "number" && cell >= 0 && cell <= most;
}

function yesOrNo(cell: unknown): boolean | undefined {
  const word = textOf(cell);
  if (isSame(word, "yes")) return true;
  return isSame(word, "no") ? false : undefined;
}

/** A blank discount is none. */
function discountOf(cell: unknown): Seats["discount"] | undefined {
  if (typeof cell === "number") return cell >= 0 && cell < 1 ? cell : undefined;
  if (textOf(cell) === "") return 0;
  const isTheirs = yesOrNo(cell);
  if (isTheirs === undefined) return undefined;
  return isTheirs ? "band" : 0;
}

/** A date; undefined where the row has none yet. */
function readDate(row: readonly unknown[], termEnd: unknown): DateToKeep | string | undefined {
  const [name, given, notice] = row;
  const what = textOf(name);
  const isGiven = textOf(given) !== "";
  const day = !isGiven && isSame(what, NOTICE) ? termEnd : given;
  if (textOf(day) === "")
    return textOf(notice) === "" || isSame(what, NOTICE)
      ? undefined
      : `${what || "A date"} has days of notice and no date: write its date.`;
  if (what === "") return "A date has no name: write what it is beside it.";
  // The row of the term's end says what is wrong with it.
  if (!isDay(day))
    return isGiven ? `${what} is ${textOf(given)}: write a date, such as 2027-01-08.` : undefined;
  if (textOf(notice) !== "" && !(isUpTo(notice, MOST_NOTICE_DAYS) && Number.isInteger(notice)))
    return `Notice of ${what} is ${textOf(notice)}: write whole days, such as 60.`;
  return { what, day: Math.floor(day), noticeDays: typeof notice === "number" ? notice : 0 };
}

function isDay(cell: unknown): cell is number {
  return typeof cell === "number" && cell >= FIRST_DAY && cell < LAST_DAY + 1;
}
