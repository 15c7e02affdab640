import { FIRST_DAY, LAST_DAY } from "../../core/calendar";
import { columnLetters } from "../../input/cells/a1";
import { columnAt, resultColumn, tableHeadings } from "../block-parts";
import {
  type CellContent,
  excel,
  type Formula,
  type Operand,
  operation,
  quoted,
} from "../formulas/call";
import { type Case, firstOf } from "../formulas/first-of";
import { type CellArea, headingAt, type SheetBlock } from "../sheet-block";
import { joined } from "../usage/sentence-formula";
import {
  DATES_COLUMNS,
  DATES_HEADING,
  DATES_TYPED,
  MOST_MONTHS,
  MOST_NOTICE_DAYS,
  MOST_SEATS,
  NOTICE,
  SEATS_COLUMNS,
  SEATS_TYPED,
  TERM_END,
} from "./seats-cells";
import { BASIS, columnOf, DATES_FORMATS, DISCOUNT, figureAt, SEATS_FORMATS } from "./seats-places";

const NOTHING = quoted("");

/** The table of seats: what people type, and beside each row what it costs and fills, or what to write. */
export function seatsTable(
  heading: number,
  area: CellArea,
  typed: readonly (readonly CellContent[])[],
): readonly SheetBlock[] {
  const lines = linesOf(area);
  return [
    headingAt(heading, "Seats", SEATS_COLUMNS.length),
    tableHeadings(heading + 1, SEATS_COLUMNS),
    ...typedColumns(area, typed, SEATS_TYPED, SEATS_FORMATS),
    resultColumn(
      area.row,
      SEATS_TYPED,
      lines.map(costFormula),
      SEATS_FORMATS.slice(SEATS_TYPED, -1),
    ),
    resultColumn(area.row, SEATS_TYPED + 1, lines.map(countedFormula), SEATS_FORMATS.slice(-1)),
  ];
}

/** The table of dates: what people type, and beside each row the last day to act and how far off that is. */
export function datesTable(
  heading: number,
  area: CellArea,
  typed: readonly (readonly CellContent[])[],
): readonly SheetBlock[] {
  const lines = linesOf(area);
  const [, , , last = "", left = "", words = ""] = DATES_FORMATS;
  return [
    headingAt(heading, DATES_HEADING, SEATS_COLUMNS.length),
    tableHeadings(heading + 1, DATES_COLUMNS),
    ...typedColumns(area, typed, DATES_TYPED, DATES_FORMATS),
    resultColumn(
      area.row,
      DATES_TYPED,
      lines.map((line) => lastDayFormula(line, area)),
      [last],
    ),
    resultColumn(area.row, DATES_TYPED + 1, lines.map(daysLeftFormula), [left]),
    resultColumn(area.row, DATES_TYPED + 2, lines.map(inWordsFormula), [words]),
  ];
}

/** Whether every row that somebody typed into has its cost: also one that was added between or below them. */
export function areSeatsWhole(area: CellArea): Formula {
  const all = { ...area, rows: area.rows + 1 };
  const lengths = Array.from({ length: SEATS_TYPED }, (_, column) =>
    excel("LEN", excel("TRIM", columnOf(all, column))),
  ).reduce((sum, one) => operation(sum, "+", one));
  const used = excel("SUMPRODUCT", operation(operation(lengths, ">", 0), "*", 1));
  return operation(used, "=", excel("COUNT", columnOf(area, SEATS_TYPED)));
}

/** Rows in Excel's terms. */
function linesOf({ row, rows }: CellArea): readonly number[] {
  return Array.from({ length: rows }, (_, index) => row + index + 1);
}

function typedColumns(
  { row, rows }: CellArea,
  typed: readonly (readonly CellContent[])[],
  columns: number,
  formats: readonly string[],
): readonly SheetBlock[] {
  return Array.from({ length: columns }, (_, column) =>
    columnAt(
      ...([row, column] as const),
      Array.from({ length: rows }, (_line, index) => typed[index]?.[column] ?? ""),
      "inputs",
      formats.slice(column, column + 1),
    ),
  );
}

function cellOf(column: number, line: number): string {
  return `$${columnLetters(column)}${line}`;
}

function seatCells(line: number) {
  return {
    product: cellOf(0, line),
    count: cellOf(1, line),
    price: cellOf(2, line),
    months: cellOf(3, line),
    counts: cellOf(4, line),
    discount: cellOf(5, line),
  };
}

function costFormula(line: number): Formula {
  const { product, count, price, months, counts, discount } = seatCells(line);
  const typed = excel("TRIM", joined(product, count, price, months, counts, discount));
  const share = excel(
    "IF",
    excel("ISNUMBER", discount),
    discount,
    excel("IF", isWord(discount, "yes"), figureAt(DISCOUNT), 0),
  );
  const isShare = excel(
    "IF",
    excel("ISNUMBER", discount),
    both(operation(discount, ">=", 0), operation(discount, "<", 1)),
    either(isWord(discount, "yes"), isWord(discount, "no"), isWord(discount, "")),
  );
  const list = operation(operation(count, "*", price), "*", months);
  const cost = operation(list, "*", operation(1, "-", share));
  const unless = (isGood: Formula, wanted: string): Case => [excel("NOT", isGood), quoted(wanted)];
  return firstOf(
    [
      [operation(typed, "=", NOTHING), NOTHING],
      unless(isUpTo(count, MOST_SEATS), "write the count"),
      unless(isUpTo(price, MOST_SEATS), "write the price"),
      unless(isUpTo(months, MOST_MONTHS), "write months, up to 12"),
      unless(either(isWord(counts, "yes"), isWord(counts, "no")), "counts: yes or no"),
      unless(isShare, "discount: yes, no or %"),
    ],
    cost,
  );
}

/** On the list basis a commitment is filled at list prices, on the net basis by what is paid. */
function countedFormula(line: number): Formula {
  const { count, price, months, counts } = seatCells(line);
  const cost = cellOf(SEATS_TYPED, line);
  const list = operation(operation(count, "*", price), "*", months);
  const worth = excel("IF", operation(figureAt(BASIS), "=", quoted(LIST)), list, cost);
  return excel(
    "IF",
    excel("ISNUMBER", cost),
    excel("IF", isWord(counts, "yes"), worth, 0),
    NOTHING,
  );
}

/** What fills a commitment on either basis. */
export const LIST = "usage at list";
export const NET = "what is paid";

function lastDayFormula(line: number, area: CellArea): Formula {
  const [what, given, notice] = [cellOf(0, line), cellOf(1, line), cellOf(2, line)];
  const termEnd = excel("MATCH", quoted(TERM_END), columnOf(area, 0), 0);
  const isNotice = isWord(what, NOTICE);
  const isBlank = operation(given, "=", NOTHING);
  // An empty cell that INDEX finds is 0.
  const ofTheTerm = excel("IFNA", excel("INDEX", columnOf(area, 1), termEnd), 0);
  const isNoticeRight = excel(
    "IF",
    operation(notice, "=", NOTHING),
    YES,
    excel("IF", isUpTo(notice, MOST_NOTICE_DAYS), operation(excel("INT", notice), "=", notice), NO),
  );
  const isMissing = both(operation(excel("LEN", notice), ">", 0), excel("NOT", isNotice));
  const isDay = both(
    excel("ISNUMBER", "day"),
    operation("day", ">=", FIRST_DAY),
    operation("day", "<", LAST_DAY + 1),
  );
  return excel(
    "LET",
    ...["day", excel("IF", isBlank, excel("IF", isNotice, ofTheTerm, 0), given)],
    firstOf(
      [
        [
          both(isBlank, operation("day", "=", 0)),
          excel("IF", isMissing, quoted("write the date"), NOTHING),
        ],
        [isWord(what, ""), quoted("write what it is")],
        // The row of the term's end says what is wrong with it.
        [excel("NOT", isDay), excel("IF", isBlank, NOTHING, quoted("write a date"))],
        [excel("NOT", isNoticeRight), quoted("write whole days")],
      ],
      operation(excel("INT", "day"), "-", excel("N", notice)),
    ),
  );
}

const YES = excel("TRUE");
const NO = excel("FALSE");

function daysLeftFormula(line: number): Formula {
  const last = cellOf(DATES_TYPED, line);
  return excel("IF", excel("ISNUMBER", last), operation(last, "-", excel("TODAY")), NOTHING);
}

function inWordsFormula(line: number): Formula {
  const left = cellOf(DATES_TYPED + 1, line);
  return excel("IF", excel("ISNUMBER", left), daysInWords(left), NOTHING);
}

/** "past", "today", "in 1 day", "in 41 days" */
export function daysInWords(left: Operand): Formula {
  const days = excel("IF", operation(left, "=", 1), quoted(" day"), quoted(" days"));
  return firstOf(
    [
      [operation(left, "<", 0), quoted("past")],
      [operation(left, "=", 0), quoted("today")],
    ],
    joined(quoted("in "), left, days),
  );
}

function isWord(cell: string, word: string): Formula {
  return operation(excel("TRIM", cell), "=", quoted(word));
}

/** Excel takes a text for more than any number. */
function isUpTo(cell: string, most: number): Formula {
  const inRange = both(operation(cell, ">=", 0), operation(most, ">=", cell));
  return excel("IF", excel("ISNUMBER", cell), inRange, NO);
}

function both(...conditions: readonly Formula[]): Formula {
  return excel("AND", ...conditions);
}

function either(...conditions: readonly Formula[]): Formula {
  return excel("OR", ...conditions);
}
