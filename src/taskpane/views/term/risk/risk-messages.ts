import type { Estimate, TermRisk } from "../../../../analysis/term-risk";
import type { Currency } from "../../../../core/currency";
import { formatShortUsd } from "../../../../core/money";
import { aboutUsd, chance } from "../../../../wording/format/approximate";
import { formatCount, formatUsd } from "../../../../wording/format/format";

/** "8 in 10 times, 3 years cost $1.43M to $1.79M." */
export function riskHeadline({ low, high }: TermRisk, years: string, currency: Currency): string {
  const cost = years.startsWith("1 ") ? "costs" : "cost";
  return `8 in 10 times, ${years} ${cost} ${aboutUsd(low.value, currency)} to ${aboutUsd(high.value, currency)}.`;
}

/** "$1.58M ± $3.1k" */
export function usdWithError({ value, error }: Estimate, currency: Currency): string {
  return `${aboutUsd(value, currency)} ± ${errorUsd(error, currency)}`;
}

/** An error is worth two figures; less than a dollar is said as that. */
function errorUsd(error: number, currency: Currency): string {
  if (error > 0 && error < 1) return `under ${formatUsd(1, currency)}`;
  return formatShortUsd(Number(error.toPrecision(2)), currency);
}

/** "12% ± 0.5 points"; what no path, or every path, shows has no error that the paths can tell. */
export function chanceWithError({ value, error }: Estimate, paths: number): string {
  if (value === 0) return `0 of ${formatCount(paths)} times`;
  if (value === 1) return `all ${formatCount(paths)} times`;
  const points = error * 100;
  return `${chance(value)} ± ${points < 0.05 ? "under 0.1" : points.toFixed(1)} points`;
}

/** The rows below the picture: what a number is, and the number with its error. */
export function riskRows(
  risk: TermRisk,
  currency: Currency,
): readonly (readonly [what: string, value: string])[] {
  const usd = (one: Estimate) => usdWithError(one, currency);
  return [
    ["Expected cost", usd(risk.cost)],
    ["1 in 10 costs less than", usd(risk.low)],
    ["Half cost less than", usd(risk.median)],
    ["1 in 10 costs more than", usd(risk.high)],
    ["Expected saving against on demand", usd(risk.saving)],
    ["Chance of costing more than on demand", chanceWithError(risk.dearerChance, risk.paths)],
    ["Chance of a shortfall", chanceWithError(risk.shortfallChance, risk.paths)],
    ["Expected shortfall", usd(risk.shortfall)],
  ];
}

/** What the ± is, and how many paths it rests on. */
export function errorSentence({ paths }: TermRisk): string {
  return `${formatCount(paths)} courses of usage and list prices were drawn at random. ± is the standard error: how far a number would move, two times in three, if others were drawn.`;
}
