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

/** Whether a text is a part of a year, a date or a year: "Jan", "Q1 FY25", "31 Jan 2025", "FY25", "Year 2". */
export function isPeriodLabel(text: string): boolean {
  // P10 alone is a percentile.
  if (/^p[\s-]?\d/i.test(text)) return false;
  return (
    placeLabelled(text) !== undefined ||
    dayLabelled({ kind: "text", text }) !== undefined ||
    YEAR.test(text)
  );
}

const YEAR = /^(?:[fc]y\s?'?(?:20)?\d\d(?:\s?[/-]\s?\d\d)?|(?:year|y)[\s-]?\d\d?)$/i;

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

export function placeLabelled(text: string): Place | undefined {
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
export function dayLabelled(cell: Cell): number | undefined {
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
