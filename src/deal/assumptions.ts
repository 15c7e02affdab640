import type { ClauseName } from "../forecast/clause-values";
import type { Forecast } from "../forecast/forecast";
import { memoizeForecast } from "../forecast/memoize-forecast";
import { scaled } from "../forecast/scaled";
import { loadWords } from "../wording/format/approximate";
import { formatList } from "../wording/format/format";
import { agreementAt, bandsAt, type DiscountLevel, levelsIn } from "./negotiation-level";
import type { ParsedDeal } from "./parse-deal";
import { withClauses } from "./with-clauses";

/** What the whole pane is priced as if, while the workbook stays as it is. */
export interface Assumptions {
  /** Clauses that are taken as won. */
  readonly clauses: readonly ClauseName[];
  /** Usage is multiplied by this: 0.8 is 20% lower than forecast. */
  readonly loadFactor: number;
  /** At which discounts, where the bands say more than those offered. */
  readonly price: DiscountLevel;
}

export const AS_IT_IS: Assumptions = { clauses: [], loadFactor: 1, price: "offered" };

/** The deal at the discounts and with the clauses that are taken as won; its usage is as forecast. */
export function readingAsWon(reading: ParsedDeal, { clauses, price }: Assumptions): ParsedDeal {
  const { bands, agreement, discounts } = reading;
  if (!bands || !agreement || (clauses.length === 0 && price === "offered")) return reading;
  return {
    ...reading,
    bands: bandsAt(bands, discounts.ranges, price),
    agreement: withClauses(agreementAt(agreement, discounts.ranges, price), clauses),
  };
}

/** What is supposed of a deal; a price that none of its bands says any more is no longer. */
export function supposedOf({ discounts }: ParsedDeal, whatIf: Assumptions): Assumptions {
  const { price } = whatIf;
  return price === "offered" || levelsIn(discounts.ranges).includes(price)
    ? whatIf
    : { ...whatIf, price: "offered" };
}

/** The deal with another load: usage of the year, and every outcome of its forecast. */
export function readingAtLoad(reading: ParsedDeal, loadFactor: number): ParsedDeal {
  const { usageUsd, forecast } = reading;
  if (loadFactor === 1) return reading;
  return {
    ...reading,
    loadFactor,
    usageUsd: usageUsd === undefined ? undefined : usageUsd * loadFactor,
    forecast: forecast && forecastAtLoad(forecast, loadFactor),
  };
}

/** Of each forecast the loads that were asked for last: the chart and the parts below it ask for the same one. */
const LOADS = new WeakMap<Forecast, ReadonlyMap<number, Forecast>>();
const MOST_LOADS = 2;

/** A forecast with every usage times a factor. */
export function forecastAtLoad(forecast: Forecast, factor: number): Forecast {
  if (factor === 1) return forecast;
  const known = LOADS.get(forecast) ?? new Map<number, Forecast>();
  const moved = known.get(factor) ?? memoizeForecast(scaled(forecast, factor));
  const last = [...known].filter(([other]) => other !== factor).slice(-MOST_LOADS + 1);
  LOADS.set(forecast, new Map([...last, [factor, moved]]));
  return moved;
}

/** Whether nothing is supposed. */
export function isAsItIs({ clauses, loadFactor, price }: Assumptions): boolean {
  return clauses.length === 0 && loadFactor === 1 && price === "offered";
}

/** What a table or a comparison leaves out, for the note at its button; empty if nothing is supposed. */
export function leftOutNote(whatIf: Assumptions): string {
  return isAsItIs(whatIf)
    ? ""
    : "Built from what the cells hold: without the clauses, prices and usage that the pane supposes.";
}

/** What a section is priced as if; empty where it shows what the workbook holds. */
export function whatIfNote(whatIf: Assumptions): string {
  const sentences = supposedSentences(whatIf);
  return sentences.length === 0 ? "" : [...sentences, "The workbook is as it was."].join(" ");
}

/** What is supposed, a sentence each. */
export function supposedSentences({ clauses, loadFactor, price }: Assumptions): readonly string[] {
  return [
    ...(price === "offered"
      ? []
      : [`Priced at your ${price} discounts; a band without one is as offered.`]),
    ...(clauses.length === 0 ? [] : [`Priced as if you had won: ${formatList(clauses)}.`]),
    ...(loadFactor === 1 ? [] : [`With usage ${loadWords(loadFactor)}.`]),
  ];
}
