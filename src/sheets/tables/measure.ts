import { sameWord } from "../../core/fuzzy-match";
import { effectiveDiscount, savingUsd, utilization } from "../../core/indicators";
import { type Answer, fail, type Result, succeed } from "../../core/result";
import type { Settlement } from "../../core/settle";

/** What a sensitivity table shows. */
export const MEASURES = ["cost", "discount", "saving", "shortfall", "utilization"] as const;
export type Measure = (typeof MEASURES)[number];

/** Reads the name of a measure; undefined is cost. The British utilisation is understood. */
export function parseMeasure(word: string | undefined): Result<Measure> {
  if (word === undefined) return succeed("cost");
  const given = word.replace(/utilisation/i, "utilization");
  const measure = MEASURES.find((known) => sameWord(known, given));
  if (measure) return succeed(measure);
  return fail({
    kind: "unknownChoice",
    place: { argument: "measure" },
    given: word,
    choices: MEASURES,
  });
}

/** Value of a measure of one usage's settlement; money in USD, discount and utilization as fractions. */
export function measureOf(
  measure: Measure,
  settlement: Settlement,
  usageUsd: number,
): Answer<number> {
  switch (measure) {
    case "cost":
      return settlement.costUsd;
    case "discount":
      return effectiveDiscount(settlement, usageUsd);
    case "saving":
      return savingUsd(settlement, usageUsd);
    case "shortfall":
      return settlement.shortfallUsd;
    case "utilization":
      return utilization(settlement, usageUsd);
  }
}
