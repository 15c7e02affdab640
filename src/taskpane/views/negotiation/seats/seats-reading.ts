import type { DateToKeep } from "../../../../analysis/negotiation/dates";
import { type CommitmentFill, fillOfCommitment } from "../../../../analysis/negotiation/seats";
import { dayOf, FIRST_DAY } from "../../../../core/calendar";
import { readSeatsAndDates } from "../../../../sheets/negotiation/seats-cells";
import type { WrittenTable } from "../../../../workbook/journal/written-table";
import { type ShownAsks, typedSheetOfShown } from "../../../context/negotiation/won-clauses";

/** Seats and dates of the deal that is shown. */
export interface SeatsReading {
  /** The sheet that they are on; undefined while there is none. */
  readonly sheet: WrittenTable | undefined;
  /** Undefined where there are no seats, or one of their rows cannot be read. */
  readonly fill: CommitmentFill | undefined;
  readonly dates: readonly DateToKeep[];
  /** What on the sheet cannot be read, a sentence each. */
  readonly problems: readonly string[];
}

/** Reads seats and dates from their sheet, and prices them with the deal as it is now. */
export function readSeats(state: ShownAsks): SeatsReading {
  const found = typedSheetOfShown(state, "seats");
  if (!found) return { sheet: undefined, fill: undefined, dates: [], problems: [] };
  const { seats, dates, seatProblems, dateProblems } = readSeatsAndDates(found.cells.values);
  const reading = state.deal.kind === "read" ? state.deal.reading : undefined;
  const { agreement, forecast, commitmentUsd } = reading ?? {};
  const isWhole = seats.length > 0 && seatProblems.length === 0;
  return {
    sheet: found.table,
    fill:
      isWhole && agreement && forecast && commitmentUsd !== undefined
        ? fillOfCommitment(seats, agreement, commitmentUsd, forecast.meanUsd)
        : undefined,
    dates,
    problems: [...seatProblems, ...dateProblems],
  };
}

/** The day as Excel counts it, where this computer is. */
export function todayOf(now: Date): number {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? FIRST_DAY;
}
