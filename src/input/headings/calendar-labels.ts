import type { Cell } from "../cells/cells";

/** Parts into which people divide a year. */
export type PartOfYear = "months" | "quarters" | "half-years" | "weeks" | "days";

/** How many of each make a year. */
export const IN_A_YEAR: Readonly<Record<PartOfYear, number>> = {
  months: 12,
  quarters: 4,
  "half-years": 2,
  weeks: 52,
  days: 365,
};

/**
 * The part of a year that labels beside numbers count: "Jan", "Q1 FY25", "2025-01", "M1", "Week 3", dates a month apart, 1 to 12
 * under the heading Month. Undefined where they count none, or years: "FY25", "Jan 2024" above "Jan 2025".
 *
 * @param labels One line of cells beside the numbers. Headings and totals among them are passed over.
 * @param least How many of them have to be such a label.
 */
export function partOfYear(labels: readonly Cell[], least: number): PartOfYear | undefined {
  const isEnough = (found: readonly unknown[]): boolean => found.length >= Math.max(2, least);
  const places = labels.flatMap((cell) => (cell.kind === "text" ? (placeOf(cell.text) ?? []) : []));
  const [first] = places;
  if (first && isEnough(places)) {
    const isYearly =
      places.every(({ hasYear }) => hasYear) &&
      gaps(places.map(({ at }) => at)).every((gap) => gap >= IN_A_YEAR[first.part]);
    return isYearly ? undefined : first.part;
  }
  const days = labels.flatMap((cell) => dayOf(cell) ?? []);
  if (isEnough(days)) {
    const apart = gaps(days);
    return DATES.find(([, least, most]) => apart.every((gap) => gap >= least && gap <= most))?.[0];
  }
  const numbers = labels.flatMap((cell) => (cell.kind === "number" ? [cell.value] : []));
  const isCounted = numbers[0] === 1 && gaps(numbers).every((gap) => gap === 1);
  return isEnough(numbers) && isCounted ? partHeaded(labels) : undefined;
}

/** Whether a text is a part of a year, a date or a year: "Jan", "Q1 FY25", "31 Jan 2025", "FY25", "Year 2". */
export function isPeriodLabel(text: string): boolean {
  // P10 alone is a percentile.
  if (/^p[\s-]?\d/i.test(text)) return false;
  return (
    placeOf(text) !== undefined || dayOf({ kind: "text", text }) !== undefined || YEAR.test(text)
  );
}

const YEAR = /^(?:[fc]y\s?'?(?:20)?\d\d(?:\s?[/-]\s?\d\d)?|(?:year|y)[\s-]?\d\d?)$/i;

/** Whether a label names a sum: "Total", "Grand total", "Sum", "Full year", "YTD". */
export function isTotalLabel(cell: Cell): boolean {
  return cell.kind === "text" && TOTAL.test(cell.text);
}

const TOTAL =
  /^((grand|annual|yearly?|sub)[ -]?)?(total|sum)s?\b|^(full[ -]year|ytd|year[ -]to[ -]date)\b/i;

/** Dates that lie so many days apart. */
const DATES: readonly (readonly [PartOfYear, number, number])[] = [
  ["days", 1, 4],
  ["weeks", 5, 9],
  ["months", 26, 35],
  ["quarters", 88, 94],
  ["half-years", 178, 187],
];

const HEADINGS: readonly (readonly [RegExp, PartOfYear])[] = [
  [/^(month|period)/i, "months"],
  [/^(quarter|qtr)/i, "quarters"],
  [/^(week|wk)/i, "weeks"],
  [/^(day|date)/i, "days"],
];

function partHeaded(labels: readonly Cell[]): PartOfYear | undefined {
  const heading = labels.find(({ kind }) => kind === "text");
  if (heading?.kind !== "text") return undefined;
  return HEADINGS.find(([pattern]) => pattern.test(heading.text))?.[1];
}

/** A label as a position in time; without a year, within any year. */
interface Place {
  readonly part: PartOfYear;
  readonly at: number;
  readonly hasYear: boolean;
}

/** Names of the months, long and short, as a pattern that ignores case. */
export const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const FULL_YEAR = "(?:19|20)\\d\\d";
const BETWEEN = "[\\s\\-/_.,'’]*";
const AFTERWARDS = "(?:\\s+(?:actuals?|usage|spend|forecast|budget|plan))?";

/** A part with a year before or behind it, or none: "Jan-25", "FY25 Q1", "2025Q3". */
function labelled(part: string): RegExp {
  const before = `(?:(?:(?:fy|cy)\\s?'?(?:20)?(?<early>\\d\\d)|(?<fullEarly>${FULL_YEAR}))${BETWEEN})?`;
  const behind = `(?:${BETWEEN}(?:fy|cy)?\\s?'?(?<late>(?:19|20)?\\d\\d))?`;
  return new RegExp(`^${before}(?:${part})${behind}${BETWEEN}${AFTERWARDS}$`, "i");
}

const LABELS: readonly (readonly [RegExp, PartOfYear, number])[] = [
  [labelled(`(?<name>${MONTHS})`), "months", 12],
  [labelled("(?:month|mo|m|period|p)[\\s-]?(?<n>\\d\\d?)"), "months", 13],
  [new RegExp(`^(?<fullEarly>${FULL_YEAR})[-/.](?<n>\\d\\d?)$`), "months", 12],
  [new RegExp(`^(?<n>\\d\\d?)[-/.](?<late>${FULL_YEAR})$`), "months", 12],
  [labelled("(?:quarter|qtr|q)[\\s-]?(?<n>\\d)"), "quarters", 4],
  [labelled("(?<n>\\d)(?:st|nd|rd|th)?\\s?(?:quarter|qtr|q)"), "quarters", 4],
  [labelled("(?:half|hy|h)[\\s-]?(?<n>\\d)"), "half-years", 2],
  [labelled("(?<n>\\d)(?:st|nd)?\\s?(?:half|h)"), "half-years", 2],
  [labelled("(?:week|wk|cw|w)[\\s-]?(?<n>\\d\\d?)"), "weeks", 53],
  [labelled("day[\\s-]?(?<n>\\d{1,3})"), "days", 366],
];

function placeOf(text: string): Place | undefined {
  for (const [pattern, part, most] of LABELS) {
    const { name, n, early, fullEarly, late } = pattern.exec(text)?.groups ?? {};
    const number = name === undefined ? Number(n) : monthNumber(name);
    if (!(number >= 1 && number <= most)) continue;
    const year = early ?? fullEarly ?? late;
    const at = number + IN_A_YEAR[part] * (Number(year ?? 0) % 100);
    return { part, at, hasYear: year !== undefined };
  }
  return undefined;
}

/** January is 1. */
export function monthNumber(name: string): number {
  return (
    MONTHS.split("|").findIndex((month) => month.slice(0, 3) === name.slice(0, 3).toLowerCase()) + 1
  );
}

/** Serial numbers of dates that an agreement may have, 1982 to 2064; another number is most likely an amount. */
const FIRST_DAY = 30_000;
const LAST_DAY = 60_000;
const DAY_MS = 86_400_000;

/** A date as a count of days: a serial number, "2025-01-31", "31 Jan 2025", "1/31/2025". */
function dayOf(cell: Cell): number | undefined {
  if (cell.kind === "number") {
    const { value } = cell;
    return Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY ? value : undefined;
  }
  if (cell.kind !== "text" || !/\d/.test(cell.text) || !DATE.test(cell.text)) return undefined;
  const time = Date.parse(cell.text.replace(TURNED, "$2/$1/$3"));
  return Number.isNaN(time) ? undefined : Math.round(time / DAY_MS);
}

const DATE = /^\d{1,4}[\s\-/.](\d\d?|[a-z]{3,9})[\s\-/.,]+\d{1,4}$|^[a-z]{3,9}\.? \d\d?,? \d{4}$/i;
/** A day above 12 in front. */
const TURNED = /^(1[3-9]|2\d|3[01])[-/.](\d\d?)[-/.](\d{4})$/;

function gaps(numbers: readonly number[]): readonly number[] {
  return numbers.slice(1).map((number, index) => Math.abs(number - (numbers[index] ?? 0)));
}
