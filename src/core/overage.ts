import type { Agreement, PricedBand } from "./agreement";

/**
 * What a period costs before any shortfall comes back, on the net basis: commitment and overage.
 *
 * Formulas: pricing-model.md 4, functions.md 2. `C` is what must be spent, `U` usage at list.
 */
export function netCostBeforeRecovery(
  usageUsd: number,
  commitmentUsd: number,
  position: number,
  { bands }: Agreement,
): number {
  const band = bands[position] ?? bands[0];
  const atRate = band.rate * usageUsd;
  // Stepping up does not help either: every higher threshold is above C.
  if (atRate <= commitmentUsd) return commitmentUsd;
  const premium = 1 + band.overagePremiumFraction;
  switch (band.overage) {
    case "list":
      return commitmentUsd + premium * Math.max(0, usageUsd - commitmentUsd / band.rate);
    case "committed":
      return commitmentUsd + premium * (atRate - commitmentUsd);
    case "step-up": {
      let least = Math.max(commitmentUsd, atRate);
      for (const higher of bands.slice(position + 1))
        least = Math.min(least, Math.max(higher.thresholdUsd, higher.rate * usageUsd));
      return least;
    }
    case "re-rate":
      return reRatedNetCost(usageUsd, commitmentUsd, bands.slice(position));
  }
}

/** Spend rises at each band's rate until it reaches the next threshold, then at the next band's. */
function reRatedNetCost(
  usageUsd: number,
  commitmentUsd: number,
  bands: readonly PricedBand[],
): number {
  let spentUsd = commitmentUsd;
  let leftUsd = usageUsd - commitmentUsd / (bands[0]?.rate ?? 1);
  for (const [index, band] of bands.entries()) {
    const next = bands[index + 1];
    const sliceUsd = next ? (next.thresholdUsd - spentUsd) / band.rate : Number.POSITIVE_INFINITY;
    if (leftUsd <= sliceUsd) return spentUsd + band.rate * Math.max(0, leftUsd);
    leftUsd -= sliceUsd;
    spentUsd = next?.thresholdUsd ?? spentUsd;
  }
  return spentUsd;
}

/**
 * The same on the list basis, where the commitment `L` is list usage that must be consumed and costs `rL`.
 */
export function listCostBeforeRecovery(
  usageUsd: number,
  commitmentUsd: number,
  position: number,
  { bands }: Agreement,
): number {
  const band = bands[position] ?? bands[0];
  const committedUsd = band.rate * commitmentUsd;
  const overUsd = Math.max(0, usageUsd - commitmentUsd);
  const premium = 1 + band.overagePremiumFraction;
  switch (band.overage) {
    case "list":
      return committedUsd + premium * overUsd;
    case "committed":
      return committedUsd + premium * band.rate * overUsd;
    case "step-up": {
      let least = band.rate * Math.max(commitmentUsd, usageUsd);
      for (const higher of bands.slice(position + 1))
        least = Math.min(least, higher.rate * Math.max(higher.thresholdUsd, usageUsd));
      return least;
    }
    case "re-rate":
      return committedUsd + reRatedListOverage(usageUsd, commitmentUsd, bands.slice(position));
  }
}

/** Each list dollar beyond the commitment at the rate of the band in which it falls. */
function reRatedListOverage(
  usageUsd: number,
  commitmentUsd: number,
  bands: readonly PricedBand[],
): number {
  let costUsd = 0;
  let fromUsd = commitmentUsd;
  for (const [index, band] of bands.entries()) {
    const toUsd = Math.min(usageUsd, bands[index + 1]?.thresholdUsd ?? usageUsd);
    if (toUsd <= fromUsd) break;
    costUsd += band.rate * (toUsd - fromUsd);
    fromUsd = toUsd;
  }
  return costUsd;
}
