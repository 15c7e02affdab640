import type { ClauseName } from "../forecast/clause-values";
import { scaled } from "../forecast/scaled";
import { withClauses } from "../sensitivity/what-if";
import { loadWords } from "./about-numbers";
import type { DealReading } from "./deal-reading";
import { formatList } from "./format";

/** What the whole pane is priced as if, while the workbook stays as it is. */
export interface WhatIf {
  /** Clauses that are taken as won. */
  readonly clauses: readonly ClauseName[];
  /** Usage is multiplied by this: 0.8 is 20% lower than forecast. */
  readonly loadFactor: number;
}

export const AS_IT_IS: WhatIf = { clauses: [], loadFactor: 1 };

/** The deal with what is taken as won; its usage is as forecast. */
export function readingAsWon(reading: DealReading, { clauses }: WhatIf): DealReading {
  const { agreement } = reading;
  return agreement && clauses.length > 0
    ? { ...reading, agreement: withClauses(agreement, clauses) }
    : reading;
}

/** The deal with another load: usage of the year, and every outcome of its forecast. */
export function readingAtLoad(reading: DealReading, loadFactor: number): DealReading {
  const { usageUsd, forecast } = reading;
  if (loadFactor === 1) return reading;
  return {
    ...reading,
    usageUsd: usageUsd === undefined ? undefined : usageUsd * loadFactor,
    forecast: forecast && scaled(forecast, loadFactor),
  };
}

/** What a section is priced as if; empty where it shows what the workbook holds. */
export function whatIfNote({ clauses, loadFactor }: WhatIf): string {
  const sentences = [
    ...(clauses.length === 0 ? [] : [`Priced as if you had won: ${formatList(clauses)}.`]),
    ...(loadFactor === 1 ? [] : [`With usage ${loadWords(loadFactor)}.`]),
  ];
  return sentences.length === 0 ? "" : [...sentences, "The workbook is as it was."].join(" ");
}
