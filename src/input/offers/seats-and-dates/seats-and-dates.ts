import { dayText, monthsLater } from "../../../core/calendar";
import type { Choice, Found, OfferReading } from "../offer-reading";
import type { WrittenSeats } from "./priced-seats";
import { statementsOf } from "./statements";
import { DATE_KINDS, type DateKind, datesIn, type WrittenDate } from "./written-dates";
import { seatsIn } from "./written-seats";

/** Seats that a proposal says, as their sheet counts them. */
export interface SaidSeats {
  readonly product: string;
  readonly count: number;
  /** Of one seat, before a discount. */
  readonly priceUsdAMonth: number;
  /** Of one year. */
  readonly months: number;
  readonly counts: boolean;
  /** A fraction, or that of the band of the commitment. */
  readonly discount: number | "band";
  readonly from: readonly string[];
}

/** A date that a proposal says, or days of notice before the end of the term. */
export interface SaidDate {
  readonly kind: DateKind;
  /** As Excel counts days. */
  readonly day: number | undefined;
  readonly noticeDays: number | undefined;
  readonly from: readonly string[];
}

/** What a question about seats or dates asks. */
export type SeatsAbout = "seatPrice" | "seatPeriod" | "seatsCount" | "whichDay";

export interface SeatsAnswer {
  readonly about: SeatsAbout;
  readonly from: string;
  /** Null leaves out what is asked about. */
  readonly value: Choice["value"];
}

export interface SeatsQuestion {
  readonly about: SeatsAbout;
  readonly from: string;
  readonly readings: readonly Choice[];
  /** Undefined while it is open: then what it is about is neither seat nor date. */
  readonly answer: SeatsAnswer | undefined;
}

export interface SeatsAndDates {
  readonly seats: readonly SaidSeats[];
  readonly dates: readonly SaidDate[];
  readonly questions: readonly SeatsQuestion[];
}

export const NOTHING_SAID: SeatsAndDates = { seats: [], dates: [], questions: [] };

/**
 * Reads what a proposal says of seats and of the dates of its agreement, which price no band (docs/assumptions.md P97, P98).
 *
 * It takes nothing from what the reader of offers read. What has several readings is asked; a sentence that says less than is
 * needed, or that nobody is bound by, gives nothing.
 */
export function readSeatsAndDates(
  text: string,
  offer: OfferReading,
  answers: readonly SeatsAnswer[],
): SeatsAndDates {
  if (offer.refused) return NOTHING_SAID;
  const statements = statementsOf(text);
  const isCommaDecimal = offer.shown.some(({ how }) => how === "decimalComma");
  const questions: SeatsQuestion[] = [];
  const ask: Ask = (about, from, readings) => {
    const known = questions.find((question) => question.about === about && question.from === from);
    if (known) return known.answer?.value ?? undefined;
    const answer = answers.find((given) => given.about === about && given.from === from);
    questions.push({ about, from, readings, answer });
    return answer?.value ?? undefined;
  };
  const written = seatsIn(statements, isCommaDecimal);
  const open = written.find(({ counts }) => counts === undefined)?.from[0] ?? "";
  const currencies = new Set(written.map(({ price }) => price.currency));
  const isOwnCurrency = [...currencies].every((code) => isCurrencyOf(code, offer));
  return {
    seats: isOwnCurrency ? written.flatMap((seats) => settledSeats(seats, open, ask) ?? []) : [],
    dates: settledDates(datesIn(statements, isCommaDecimal), offer, ask),
    questions,
  };
}

/** Asks, or takes the answer that was given; undefined while there is none, or where it is to be left out. */
type Ask = (
  about: SeatsAbout,
  from: string,
  readings: readonly Choice[],
) => Choice["value"] | undefined;

/** Whether an amount is in the currency of the offer; a bare $ is that of any offer in dollars. */
function isCurrencyOf(code: string, { currency }: OfferReading): boolean {
  const own = currency?.value ?? "$";
  return code === own || (code === "$" && own === "USD") || (own === "$" && code === "USD");
}

const MONTHS = 12;

const CHOICES = {
  seatPrice: [
    { value: "each", says: "The price of one seat" },
    { value: "all", says: "The price of all of them" },
  ],
  seatPeriod: [
    { value: "month", says: "A month" },
    { value: "year", says: "A year" },
  ],
  seatsCount: [
    { value: "yes", says: "Yes, they fill it" },
    { value: "no", says: "No, they are paid beside it" },
  ],
} as const satisfies Partial<Readonly<Record<SeatsAbout, readonly Choice[]>>>;

/** Seats with what the answers say of them; undefined while one is missing. */
function settledSeats(written: WrittenSeats, open: string, ask: Ask): SaidSeats | undefined {
  const { product, count, price, months, discount, from } = written;
  const answer = (about: keyof typeof CHOICES, phrase = from[0] ?? ""): Choice["value"] =>
    ask(about, phrase, CHOICES[about]) ?? null;
  const isEach = written.isEach === undefined ? answer("seatPrice") : written.isEach;
  const period = written.period ?? answer("seatPeriod");
  const counts = written.counts === undefined ? answer("seatsCount", open) : written.counts;
  if (isEach === null || period === null || counts === null) return undefined;
  const seatUsd = price.value / (isEach === true || isEach === "each" ? 1 : count);
  return {
    product: named(product),
    ...{ count, discount, from },
    counts: counts === true || counts === "yes",
    priceUsdAMonth: period === "year" ? seatUsd / MONTHS : seatUsd,
    months: Math.min(MONTHS, months ?? MONTHS),
  };
}

function named(product: string): string {
  return product === "" ? "Seats" : `${product[0]?.toUpperCase()}${product.slice(1)} seats`;
}

/** One date for each thing that happens. The term ends, and a lock with it, as long after its start as the offer says. */
function settledDates(
  written: readonly WrittenDate[],
  offer: OfferReading,
  ask: Ask,
): readonly SaidDate[] {
  const said = (kind: WrittenDate["kind"]): Settled | undefined =>
    settled(
      written.filter((date) => date.kind === kind),
      ask,
    );
  const isSaid = (kind: DateKind): boolean => written.some((date) => date.kind === kind);
  const lengths = {
    termEnd: isSaid("termEnd") ? undefined : lengthOf(offer.termMonths),
    lockEnd: isSaid("lockEnd") ? undefined : lengthOfLock(offer),
  };
  const start = lengths.termEnd || lengths.lockEnd ? said("termStart") : undefined;
  const after = (length: Found<number> | undefined): Settled | undefined =>
    start?.day === undefined || length === undefined
      ? undefined
      : {
          ...{ day: monthsLater(start.day, length.value) - 1, noticeDays: undefined },
          from: [...new Set([...start.from, length.from])],
        };
  const dates: Readonly<Record<DateKind, Settled | undefined>> = {
    termEnd: said("termEnd") ?? after(lengths.termEnd),
    notice: said("notice"),
    lockEnd: said("lockEnd") ?? after(lengths.lockEnd),
    bandReview: said("bandReview"),
  };
  return DATE_KINDS.flatMap((kind) => (dates[kind] ? [{ kind, ...dates[kind] }] : []));
}

type Settled = Omit<SaidDate, "kind">;

/** What sentences about one thing come to; undefined where one of them is open, or two differ. */
function settled(dates: readonly WrittenDate[], ask: Ask): Settled | undefined {
  const days = dates.map((date) => (date.noticeDays === undefined ? dayOf(date, ask) : undefined));
  const isOpen = dates.some(
    (date, index) => date.noticeDays === undefined && days[index] === undefined,
  );
  const [day, ...otherDays] = new Set(days.flatMap((one) => one ?? []));
  const [noticeDays, ...otherNotices] = new Set(dates.flatMap((date) => date.noticeDays ?? []));
  if (dates.length === 0 || isOpen || otherDays.length + otherNotices.length > 0) return undefined;
  return { day, noticeDays, from: [...new Set(dates.map(({ from }) => from))] };
}

function dayOf({ days: [day, ...others], from }: WrittenDate, ask: Ask): number | undefined {
  if (day === undefined || others.length === 0) return day;
  const value = ask(
    "whichDay",
    from,
    [day, ...others].map((one) => ({ value: one, says: dayText(one) })),
  );
  return typeof value === "number" ? value : undefined;
}

/** Whole months, and the phrase that says them. */
function lengthOf(months: Found<number> | undefined): Found<number> | undefined {
  return months && Number.isInteger(months.value) ? months : undefined;
}

/** How long prices are locked. */
function lengthOfLock({ rateLock, termMonths }: OfferReading): Found<number> | undefined {
  if (rateLock === undefined) return undefined;
  const { value: lock, from } = rateLock;
  if (lock.locks === "nothing" || lock.locks === "discount") return undefined;
  return lengthOf(lock.for === "term" ? termMonths : { value: lock.for, from });
}
