import { dayOf, dayText } from "../core/calendar";
import type { Currency } from "../core/currency";
import { describeError } from "../core/errors";
import type { Place } from "../core/faults/place";
import { type Result, succeed } from "../core/result";
import { type Cell, readCell } from "../input/cells/cells";
import { readDay } from "../input/day-cells";
import { MONTHS, monthNumber } from "../input/headings/calendar-labels";
import type { ByColumn } from "./scenario-columns";

/** A scenario as one offer in a row of them: who made it, and when. */
export interface OfferRound {
  /** "" where nobody is named. */
  readonly from: string;
  /** As Excel counts days; undefined where there is no date, or none that can be read. */
  readonly day: number | undefined;
}

/** An offer as its scenario's row says it, and why its date cannot be read. */
export interface ParsedRound extends OfferRound {
  readonly dateFault: string | undefined;
}

/**
 * Reads From and Date of a scenario; undefined where both are blank.
 *
 * A date that cannot be read leaves the scenario priced: it only has no place among the others.
 */
export function readRound(
  { From, Date: date }: ByColumn<unknown>,
  currency: Currency,
): ParsedRound | undefined {
  const from = String(From ?? "").trim();
  const day = readRoundDay(date);
  if (day.ok) {
    const isOne = from !== "" || day.value !== undefined;
    return isOne ? { from, day: day.value, dateFault: undefined } : undefined;
  }
  const [error] = day.errors;
  return { from, day: undefined, dateFault: error && describeError(error, currency) };
}

const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -](${MONTHS})\\.?,?[ -](\\d{4})$`, "i");
const MONTH_FIRST = new RegExp(`^(${MONTHS})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, "i");

/** A day of a round: as a date or with the year first, or with the month as a word, such as 12 Nov 2026. */
export function readRoundDay(
  written: unknown,
  place: Place = { argument: "Date" },
): Result<number | undefined> {
  const cell = readCell(written);
  const day = wordedDay(cell);
  return day === undefined ? readDay(cell, place) : succeed(day);
}

function wordedDay(cell: Cell): number | undefined {
  if (cell.kind !== "text") return undefined;
  const [, day, month, year] = DAY_FIRST.exec(cell.text) ?? [];
  if (month !== undefined) return dayOf(Number(year), monthNumber(month), Number(day));
  const [, name, ofMonth, ofYear] = MONTH_FIRST.exec(cell.text) ?? [];
  return name === undefined ? undefined : dayOf(Number(ofYear), monthNumber(name), Number(ofMonth));
}

export const MONTH_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A day as people write it: 12 Nov 2026. */
export function dayInWords(day: number): string {
  const [year, month, ofMonth] = dayText(day).split("-").map(Number);
  return `${ofMonth} ${MONTH_NAMES[(month ?? 1) - 1]} ${year}`;
}

/** "Acme, 12 Nov 2026"; "" of an offer without either. */
export function roundWords(round: OfferRound | undefined): string {
  const when = round?.day === undefined ? [] : [dayInWords(round.day)];
  return [...(round?.from ? [round.from] : []), ...when].join(", ");
}

/** What has no date in the order in which it came, and then the others by their dates. */
export function inOrderOfRounds<T extends { readonly round?: OfferRound | undefined }>(
  offers: readonly T[],
): readonly T[] {
  const dated = offers.filter(({ round }) => round?.day !== undefined);
  return [
    ...offers.filter(({ round }) => round?.day === undefined),
    ...dated.toSorted((one, other) => (one.round?.day ?? 0) - (other.round?.day ?? 0)),
  ];
}
