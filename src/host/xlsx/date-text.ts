const PATTERN =
  /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?$/;
const DAY_MS = 86_400_000;

/** Days from the day before 1900 to 1970, as Excel counts them. */
const DAYS_TO_1970 = 25_569;

/** Excel counts a 29 February 1900 that never was. */
const FIRST_RIGHT_DAY = 61;

/** The number that Excel gives a date that a file writes as text, such as 2025-01-31T12:00:00; undefined for other text. */
export function daysOf(text: string): number | undefined {
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = PATTERN.exec(text) ?? [];
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return /^T?\d\d:/.test(text) && time < 1 ? time : undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1;
  if (!isDay || Number(year) < 1900 || time >= 1) return undefined;
  const days = date.getTime() / DAY_MS + DAYS_TO_1970;
  return (days < FIRST_RIGHT_DAY ? days - 1 : days) + time;
}

/** A format for a date whose cell has none. */
export function dateFormatOf(days: number): string {
  if (Number.isInteger(days)) return "yyyy-mm-dd";
  return days < 1 ? "hh:mm:ss" : "yyyy-mm-dd hh:mm";
}
