import { sameWord } from "../core/fuzzy-match";
import type { Forecast } from "../forecast/forecast";
import { type Cell, quoteCell, readRange } from "../input/cells/cells";
import type { PartOfYear } from "../input/headings/calendar-labels";
import { isTotalLabel, partOfYear } from "./part-of-year";

/** A list of usages that are, by all that shows, parts of a year and not each a year that is possible. */
export interface PartsOfYear {
  /** What the labels beside them count; undefined where their sum alone shows it. */
  readonly part: PartOfYear | undefined;
  readonly count: number;
  /** Of the parts alone, USD. */
  readonly sumUsd: number;
  /** One more number that is the sum of the others, USD. */
  readonly totalUsd: number | undefined;
}

/** A forecast, and the cells around it. */
export interface ForecastInCells {
  readonly forecast: Forecast;
  readonly cells: unknown;
  /** The cells around those; null if they were not read. */
  readonly beside: unknown;
  /** The usage of a year, as it is written elsewhere. */
  readonly usageUsd: number | undefined;
}

/** A usage rounded to three figures misses the sum that it is by up to this part. */
const ROUNDING = 0.005;
/** From so many numbers on, one that is the sum of the others is their total without a label that says so. */
const LEAST_SUMMED = 4;
/** Three years of days; only its sum identifies a longer list. */
const MOST_LABELLED = 1_100;

/**
 * Whether a list of equally likely usages are parts of a year: their labels are months, quarters, weeks or the like, or they add
 * up to the usage. Undefined where nothing shows it.
 */
export function partsOfYear(written: ForecastInCells): PartsOfYear | undefined {
  const { forecast, cells, beside, usageUsd } = written;
  const { outcomesUsd } = forecast;
  if (!outcomesUsd || outcomesUsd.length < 2 || isWeighted(cells)) return undefined;
  const allUsd = outcomesUsd.length * forecast.meanUsd;
  const largestUsd = forecast.highestUsd;
  const lines = outcomesUsd.length > MOST_LABELLED ? [] : [...linesOf(beside), ...linesOf(cells)];
  const saysTotal = lines.some((line) => line.some(isTotalLabel));
  const hasTotal =
    isNear(largestUsd, allUsd - largestUsd) && (saysTotal || outcomesUsd.length > LEAST_SUMMED);
  const count = outcomesUsd.length - (hasTotal ? 1 : 0);
  const sumUsd = allUsd - (hasTotal ? largestUsd : 0);
  const least = count > LEAST_SUMMED ? count - 1 : count;
  const part = lines.map((line) => partOfYear(line, least)).find((found) => found !== undefined);
  // A usage that is the largest of them is the highest case.
  const isUsage =
    usageUsd !== undefined &&
    isNear(usageUsd, sumUsd) &&
    (hasTotal || !isNear(usageUsd, largestUsd));
  if (part === undefined && !isUsage && !hasTotal) return undefined;
  return { part, count, sumUsd, totalUsd: hasTotal ? largestUsd : undefined };
}

function isNear(usd: number, otherUsd: number): boolean {
  return otherUsd > 0 && Math.abs(usd - otherUsd) <= ROUNDING * otherUsd;
}

/** Outcomes with their probabilities are no parts of anything. */
function isWeighted(cells: unknown): boolean {
  return readRange(cells).some((row) =>
    row.some((cell) => sameWord(quoteCell(cell), "Probability")),
  );
}

/** Every column and every row of a block that has more than one cell. */
function linesOf(raw: unknown): readonly (readonly Cell[])[] {
  const rows = readRange(raw);
  const [first = []] = rows;
  const columns = first.map((_, column) => rows.flatMap((row) => row[column] ?? []));
  return [...columns, ...rows].filter((line) => line.length > 1);
}
