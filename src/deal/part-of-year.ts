import { type Cell, quoteCell } from "../input/cells/cells";
import {
  dayLabelled,
  IN_A_YEAR,
  type PartOfYear,
  placeLabelled,
} from "../input/headings/calendar-labels";

/**
 * The part of a year that labels beside numbers count: "Jan", "Q1 FY25", "2025-01", "M1", "Week 3", dates a month apart, 1 to 12
 * under the heading Month. Undefined where they count none, or years: "FY25", "Jan 2024" above "Jan 2025".
 *
 * @param labels One line of cells beside the numbers. Headings and totals among them are passed over.
 * @param least How many of them have to be such a label.
 */
export function partOfYear(labels: readonly Cell[], least: number): PartOfYear | undefined {
  const isEnough = (found: readonly unknown[]): boolean => found.length >= Math.max(2, least);
  const places = labels.flatMap((cell) => placeLabelled(labelText(cell)) ?? []);
  const [first] = places;
  if (first && isEnough(places)) {
    const isYearly =
      places.every(({ hasYear }) => hasYear) &&
      gaps(places.map(({ at }) => at)).every((gap) => gap >= IN_A_YEAR[first.part]);
    return isYearly ? undefined : first.part;
  }
  const days = labels.flatMap((cell) => dayLabelled(cell) ?? []);
  if (isEnough(days)) {
    const apart = gaps(days);
    return DATES.find(([, least, most]) => apart.every((gap) => gap >= least && gap <= most))?.[0];
  }
  const numbers = labels.flatMap((cell) => (cell.kind === "number" ? [cell.value] : []));
  const isCounted = numbers[0] === 1 && gaps(numbers).every((gap) => gap === 1);
  return isEnough(numbers) && isCounted ? partHeaded(labels) : undefined;
}

/** The text of a label; a number such as 202601 is a month, as programs write it. */
function labelText(cell: Cell): string {
  const [, year, month] = /^(20\d\d)(\d\d)$/.exec(quoteCell(cell)) ?? [];
  return year ? `${year}-${month}` : cell.kind === "text" ? cell.text : "";
}

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

function gaps(numbers: readonly number[]): readonly number[] {
  return numbers.slice(1).map((number, index) => Math.abs(number - (numbers[index] ?? 0)));
}
