import { dayOf, LAST_DAY } from "../core/calendar";

/** The first day of a month; of the month after 2099 the day after the last one. */
export function firstDayOf(month: number): number {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1) ?? LAST_DAY + 1;
}
