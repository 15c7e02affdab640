import type { Agreement, PricedBand } from "../../../core/agreement";
import { toCents } from "../../../core/money";

/** What an agreement does that no formula of ours follows; a cell of the workings refuses it again when its cells change. */
export type WithoutFormula = "twoTails" | "hindsight" | "reRatedRegret" | "endsOfBands";

/** The first of some such things that an agreement does; undefined where formulas follow it. */
export function withoutFormula(
  agreement: Agreement,
  asked: readonly WithoutFormula[],
): WithoutFormula | undefined {
  return asked.find((one) => DOES[one](agreement));
}

const DOES: Readonly<Record<WithoutFormula, (agreement: Agreement) => boolean>> = {
  // Where overage costs more than list prices, high usage loses as well as low usage.
  twoTails: ({ bands }) => bands.some((band) => priceOfOverage(band) > 1),
  // Else hindsight costs what a step-up right from no commitment costs (docs/pricing-model.md 6.9).
  hindsight: ({ bands }) =>
    bands.some(
      (band, position) =>
        band.forfeitedFraction < 1 ||
        priceOfOverage(band) < band.rate ||
        band.rate > (bands[position - 1]?.rate ?? 1),
    ),
  // Then regret may be largest between the ends of usage.
  reRatedRegret: ({ bands }) => bands.some(({ overage }) => overage === "re-rate"),
  // Then the best commitment may lie at the end of a band (docs/pricing-model.md 6.6).
  endsOfBands: ({ basis, bands }) =>
    basis === "list" &&
    bands.some(
      ({ overage, forfeitedFraction, thresholdUsd }) =>
        overage === "step-up" && forfeitedFraction < 1 && toCents(thresholdUsd) > 0,
    ),
};

function priceOfOverage({ overage, overagePremiumFraction, rate }: PricedBand): number {
  if (overage === "list") return 1 + overagePremiumFraction;
  return overage === "committed" ? rate * (1 + overagePremiumFraction) : rate;
}
