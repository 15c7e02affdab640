import type { Cell } from "../cells/cells";
import { isPeriodLabel } from "./calendar-labels";
import { headingWords } from "./heading-words";

/** Days from one month to the next, from one quarter, from one year; years themselves are 1 apart. */
const STEPS: readonly (readonly [least: number, most: number])[] = [
  [28, 31],
  [89, 92],
  [365, 366],
];

/** Whether cells are months, quarters, years or days: words such as `Jan 2025` and `Q1`, or numbers under such a heading or evenly apart. */
export function arePeriods(cells: readonly Cell[], heading: Cell | undefined): boolean {
  if (cells.length === 0) return false;
  if (cells.every((cell) => cell.kind === "text" && isPeriodLabel(cell.text))) return true;
  const numbers = cells.flatMap((cell) => (cell.kind === "number" ? cell.value : []));
  if (numbers.length < cells.length) return false;
  const isHeaded = heading?.kind === "text" && isPeriodHeading(heading.text);
  if (isHeaded) return numbers.every((number) => isDay(number) || isYear(number));
  if (numbers.length < LEAST_EVEN) return false;
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
  if (numbers.every(isYear)) return steps.every((step) => step === 1);
  return (
    numbers.every(isDay) &&
    STEPS.some(([least, most]) => steps.every((step) => step >= least && step <= most))
  );
}

/** Numbers evenly apart from which they are dates, not amounts. */
const LEAST_EVEN = 3;

/** Dates from 1990 to 2090 as Excel counts days. */
function isDay(number: number): boolean {
  return Number.isInteger(number) && number > 32_874 && number < 69_400;
}

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= 1990 && number <= 2090;
}

/** Month, Date, Quarter and the like over a column. */
export function isPeriodHeading(text: string): boolean {
  return /^(?:months?|dates?|days?|weeks?|quarters?|years?|periods?|fiscal year|month end(?:ing)?)$/.test(
    headingWords(text).words,
  );
}
