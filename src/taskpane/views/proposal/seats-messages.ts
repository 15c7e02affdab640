import type { Currency } from "../../../core/currency";
import { dayInWords } from "../../../deal/offer-round";
import type { Choice } from "../../../input/offers/offer-reading";
import type {
  SaidDate,
  SaidSeats,
  SeatsAbout,
  SeatsAndDates,
} from "../../../input/offers/seats-and-dates/seats-and-dates";
import { DATE_NAMES } from "../../../sheets/negotiation/said-seats";
import { formatCounted, formatExactPercent, formatExactUsd } from "../../../wording/format/format";
import { LEAVE_OUT } from "./proposal-messages";
import type { Understood } from "./understood";

/** What each question about seats or dates asks. */
export const SEATS_QUESTIONS: Readonly<Record<SeatsAbout, string>> = {
  seatPrice: "What is this the price of?",
  seatPeriod: "Is this the price of a month or of a year?",
  seatsCount: "Do the seats count toward the commitment?",
  whichDay: "Which day is meant?",
};

/** Seats and dates as they were understood, each with its phrases. */
export function seatsUnderstood(
  { seats, dates }: Pick<SeatsAndDates, "seats" | "dates">,
  currency: Currency,
): readonly Understood[] {
  const understood = (label: string, words: string, from: readonly string[]): Understood => ({
    ...{ label, words, isPriced: false },
    from: from.join("” “"),
  });
  return [
    ...seats.map((one) => understood(one.product, seatsWords(one, currency), one.from)),
    ...dates.map((one) => understood(DATE_NAMES[one.kind], dateWords(one), one.from)),
  ];
}

/** "120 at $60 a month, all year; they count toward the commitment" */
function seatsWords(
  { count, priceUsdAMonth, months, counts, discount }: SaidSeats,
  currency: Currency,
): string {
  const price = `${count.toLocaleString("en-US")} at ${formatExactUsd(priceUsdAMonth, currency)} a month`;
  const less =
    discount === "band"
      ? ", less the discount of the commitment"
      : discount > 0
        ? `, less ${formatExactPercent(discount)}`
        : "";
  const when = months === 12 ? "all year" : formatCounted(months, "month", "months");
  return `${price}${less}, ${when}; ${counts ? "they count" : "they do not count"} toward the commitment`;
}

function dateWords({ kind, day, noticeDays }: SaidDate): string {
  const notice =
    noticeDays === undefined
      ? ""
      : `${formatCounted(noticeDays, "day", "days")}${kind === "notice" && day === undefined ? " before the end of the term" : " of notice"}`;
  return [day === undefined ? "" : dayInWords(day), notice]
    .filter((part) => part !== "")
    .join(", ");
}

/** An answer as the user reads it. */
export function seatsChoiceWords({ value, says }: Choice): string {
  if (value === null) return LEAVE_OUT;
  return typeof value === "number" ? dayInWords(value) : says;
}
