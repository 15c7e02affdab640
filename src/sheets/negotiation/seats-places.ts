import { columnLetters } from "../../input/cells/a1";
import { PERCENT, TEXT, USD } from "../../wording/format/number-formats";
import type { CellArea } from "../sheet-block";
import { DATES_COLUMNS, SEATS_COLUMNS, type TypedTables } from "./seats-cells";

// Where things stand on a sheet of seats and dates.

export const ANSWER_ROW = 3;
export const SUMMARY_ROW = 7;
export const FIGURES_ROW = SUMMARY_ROW + 1;
export const COMMITMENT = "Commitment a year";
export const BASIS = "It is filled by";
export const DISCOUNT = "Discount of its band";
export const SEATS_COST = "Seats, cost a year";
export const SEATS_COUNT = "Seats that count toward it";
export const API = "The API, at average usage";
export const TOGETHER = "Both together";
export const UNUSED = "Left unused by both";
export const API_MONTHS = "Months until the API fills the rest";
/** Words that stand under figures, on the right as they are. */
const WORDS = "0.0;-0.0;0.0;@";
export const FIGURES: readonly (readonly [label: string, format: string])[] = [
  [COMMITMENT, USD],
  [BASIS, WORDS],
  [DISCOUNT, PERCENT],
  [SEATS_COST, USD],
  [SEATS_COUNT, USD],
  [API, USD],
  [TOGETHER, USD],
  [UNUSED, USD],
  [API_MONTHS, WORDS],
];

const SEATS_HEADING_ROW = FIGURES_ROW + FIGURES.length + 1;
/** Blank rows to type into included. */
const SEATS_ROWS = 12;
const DATES_ROWS = 10;

export const SEATS_FORMATS = [TEXT, "#,##0", "$#,##0.00", "0.0", TEXT, "0.0###%", USD, USD];
export const DATES_FORMATS = [TEXT, "yyyy-mm-dd", "0", "yyyy-mm-dd", "0", TEXT];
/** Widths in points of the columns that both tables share. */
export const SEATS_WIDTHS = [196, 104, 104, 110, 112, 104, 104, 104] as const;
export const SEATS_AMOUNTS: readonly number[] = [1, 2, 6, 7];

/** Cell of a figure. */
export function figureAt(label: string): string {
  return `$B$${FIGURES_ROW + FIGURES.findIndex(([name]) => name === label) + 1}`;
}

/** The rows of both tables. Tables that somebody made longer stay as long as they are, so that what was typed stays where it is. */
export interface SeatsPlaces {
  readonly seatsHeading: number;
  readonly seats: CellArea;
  readonly datesHeading: number;
  readonly dates: CellArea;
  /** Row of the line below the dates. */
  readonly end: number;
}

export function placesOf({ seats: typedSeats, dates: typedDates }: TypedTables): SeatsPlaces {
  const seats = {
    ...{ row: SEATS_HEADING_ROW + 2, column: 0, columns: SEATS_COLUMNS.length },
    rows: Math.max(SEATS_ROWS, typedSeats.length - 1, usedRows(typedSeats)),
  };
  const datesHeading = seats.row + seats.rows + 1;
  const dates = {
    ...{ row: datesHeading + 2, column: 0, columns: DATES_COLUMNS.length },
    rows: Math.max(DATES_ROWS, typedDates.length),
  };
  return {
    ...{ seatsHeading: SEATS_HEADING_ROW, seats, datesHeading, dates },
    end: dates.row + dates.rows,
  };
}

function usedRows(rows: TypedTables["seats"]): number {
  return 1 + rows.findLastIndex((row) => row.some((cell) => cell !== ""));
}

/** A column of a table, such as $G$21:$G$32. */
export function columnOf({ row, rows }: CellArea, column: number): string {
  const letter = columnLetters(column);
  return `$${letter}$${row + 1}:$${letter}$${row + rows}`;
}
