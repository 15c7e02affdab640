/** Days are counted as Excel counts them: 46,023 is 1 January 2026. Months are counted from year 0: 24,312 is January 2026. */

const DAY_MS = 86_400_000;
const DAY_0 = Date.UTC(1899, 11, 30);

/** 1 January 2000 and 31 December 2099: a number outside is no day that a price or usage has. */
export const FIRST_DAY = 36_526;
export const LAST_DAY = 73_050;

/** The day, or undefined where the calendar has none such, or it lies outside 2000 to 2099. */
export function dayOf(year: number, month: number, dayOfMonth: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  const day = (date.getTime() - DAY_0) / DAY_MS;
  return exists && day >= FIRST_DAY && day <= LAST_DAY ? day : undefined;
}

/** A day as 2026-10-07. */
export function dayText(day: number): string {
  return new Date(DAY_0 + day * DAY_MS).toISOString().slice(0, 10);
}

/** The month of a year, or undefined where it is none of its twelve, or lies outside 2000 to 2099. */
export function monthOf(year: number, month: number): number | undefined {
  return dayOf(year, month, 1) === undefined ? undefined : year * 12 + month - 1;
}

/** The month that a day is in. */
export function monthOfDay(day: number): number {
  const date = new Date(DAY_0 + day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** A month as 2026-10. */
export function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** The day some months later, as Excel's EDATE: the same day of the month, or the last one of a shorter month. */
export function monthsLater(day: number, months: number): number {
  const date = new Date(DAY_0 + day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return (Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) - DAY_0) / DAY_MS;
}
