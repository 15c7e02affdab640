import type { Currency } from "../core/currency";
import { IN_A_YEAR } from "../input/headings/calendar-labels";
import { formatUsd } from "../wording/format/format";
import type { PartsOfYear } from "./parts-of-year";
import { partsEcho, partsName } from "./parts-of-year-messages";

/** What each number of a list is: a part of a year, or a year that is possible. */
export type EachIs = "part" | "year";

export function partsQuestion(parts: PartsOfYear): string {
  return `What is each of these ${partsName(parts)}?`;
}

/** The two answers to {@link partsQuestion}. */
export function partsAnswers(
  parts: PartsOfYear,
  currency: Currency,
): Readonly<Record<EachIs, string>> {
  const { count, sumUsd } = parts;
  return {
    part: isOneYear(parts)
      ? `A part of one year, whose usage is their sum, ${formatUsd(sumUsd, currency)}`
      : `A part of a year; ${partsName(parts)} are not one year`,
    year: `A year that is possible, with usage of ${formatUsd(sumUsd / count, currency)} on average`,
  };
}

/** What becomes of parts of a year: they are no forecast, and the usage is given by itself. */
export function partsLeftOut(usage: string): string {
  return `Parts of a year are no forecast, so these cells are left out. Usage is ${usage}, taken as certain until you say how sure it is.`;
}

/** What to give as usage instead of parts of a year. */
export function partsUsage(parts: PartsOfYear, reference: string, currency: Currency): string {
  if (parts.totalUsd !== undefined) return "Give the cell with their total as Usage.";
  return isOneYear(parts)
    ? `Give a cell with their sum as Usage: =SUM(${reference}) is ${formatUsd(parts.sumUsd, currency)}.`
    : `Give a cell with the usage of one year as Usage${parts.part ? `: the sum of ${IN_A_YEAR[parts.part]} ${parts.part}` : ""}.`;
}

/** What to do about a list of years with their total. */
export function totalSentence(totalUsd: number, currency: Currency): string {
  return `${formatUsd(totalUsd, currency)} is the sum of the other numbers: give the cells without it.`;
}

/** Why the pane gives no verdict on a deal whose list of usages the user was not asked about. */
export function partsUnsaid(parts: PartsOfYear, currency: Currency): string {
  return `These cells hold ${partsEcho(parts, currency)}. Is each a year that is possible, or a part of one year? Choose Change cells and say which; until then no verdict rests on them.`;
}

/** That the usage which is given is not what the parts come to. */
export function partsFarApart(parts: PartsOfYear, usage: string, currency: Currency): string {
  return `Usage is ${usage}, but these ${partsName(parts)} come to ${formatUsd(parts.sumUsd, currency)}: check both.`;
}

/** Whether they make one whole year. Months and quarters are counted; a year has a week or a day more or less. */
export function isOneYear({ part, count }: PartsOfYear): boolean {
  if (part === undefined) return true;
  return count - IN_A_YEAR[part] === 0 || (IN_A_YEAR[part] > 50 && count - IN_A_YEAR[part] === 1);
}
