import type {
  SaidDate,
  SaidSeats,
  SeatsAndDates,
} from "../../input/offers/seats-and-dates/seats-and-dates";
import type { DateKind } from "../../input/offers/seats-and-dates/written-dates";
import type { CellContent } from "../formulas/call";
import { literalText } from "../literal-text";
import {
  BAND_REVIEW,
  DATES_OF_A_DEAL,
  LOCK_END,
  NOTICE,
  TERM_END,
  type TypedTables,
} from "./seats-cells";

/** What the sheet of seats and dates calls each date that a proposal may say. */
export const DATE_NAMES: Readonly<Record<DateKind, (typeof DATES_OF_A_DEAL)[number]>> = {
  termEnd: TERM_END,
  notice: NOTICE,
  lockEnd: LOCK_END,
  bandReview: BAND_REVIEW,
};

/** What a proposal says of seats and dates, as somebody would type it into their sheet. */
export function asTyped({ seats, dates }: Pick<SeatsAndDates, "seats" | "dates">): TypedTables {
  return {
    seats: seats.map(seatsRow),
    dates: DATES_OF_A_DEAL.map((what) =>
      datesRow(
        what,
        dates.find(({ kind }) => DATE_NAMES[kind] === what),
      ),
    ),
  };
}

function seatsRow(said: SaidSeats): readonly CellContent[] {
  const { product, count, priceUsdAMonth, months, counts, discount } = said;
  return [
    ...[literalText(product), count, priceUsdAMonth, months, counts ? "yes" : "no"],
    discount === "band" ? "yes" : discount === 0 ? "" : discount,
  ];
}

function datesRow(what: string, date: SaidDate | undefined): readonly CellContent[] {
  return date ? [what, date.day ?? "", date.noticeDays ?? ""] : [what];
}
