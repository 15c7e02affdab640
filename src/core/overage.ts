import type { Agreement, PricedBand } from "./agreement";
import { bent, type Piece, type PiecewiseLinear } from "./piecewise-linear";
import type { Basis } from "./terms";

/** Ways to pay for a period, each as a curve over usage at list; the cheapest at that usage is what is paid. */
export type Alternatives = readonly [PiecewiseLinear, ...PiecewiseLinear[]];

/**
 * What a period costs before any shortfall is refunded: the commitment, then overage.
 *
 * docs/pricing-model.md 4.1 to 4.5. Only a step-up right yields several curves; all other overage is one.
 *
 * @param commitmentUsd Commitment above 0, USD: `C`, which must be spent, or on the list basis `L`, which must be consumed.
 * @param position Position of the band that the commitment lands in.
 */
export function costBeforeRecovery(
  commitmentUsd: number,
  position: number,
  agreement: Agreement,
): Alternatives {
  const { basis, bands } = agreement;
  const band = bands[position] ?? bands[0];
  const { capacityUsd, priceUsd, rate } = prepaid(commitmentUsd, band.rate, basis);
  switch (band.overage) {
    case "list":
    case "committed":
      return [bent(capacityUsd, priceUsd, 0, flatOveragePrice(band, rate))];
    case "step-up": {
      const [own, ...higher] = stepUps(commitmentUsd, position, agreement);
      return [curveOf(own), ...higher.map(curveOf)];
    }
    case "re-rate": {
      const slices = [band, ...bands.slice(position + 1)] as const;
      return [reRated(capacityUsd, priceUsd, basis === "net", slices)];
    }
  }
}

/** Price of a list dollar beyond the commitment where all of them cost the same (docs/pricing-model.md 4.3). */
export function flatOveragePrice(
  { overage, overagePremiumFraction }: Pick<PricedBand, "overage" | "overagePremiumFraction">,
  rate: number,
): number {
  return (1 + overagePremiumFraction) * (overage === "list" ? 1 : rate);
}

/**
 * The same as one curve, the cheapest alternative at every usage.
 *
 * With a step-up right usage is priced at one rate until its price reaches that of a band with a lower rate. The price stays there
 * until that band's capacity is used up, then follows that band's rate: one walk through the bands in order of their prices.
 */
export function cheapestBeforeRecovery(
  commitmentUsd: number,
  position: number,
  agreement: Agreement,
): PiecewiseLinear {
  const { overage } = agreement.bands[position] ?? agreement.bands[0];
  if (overage !== "step-up") return costBeforeRecovery(commitmentUsd, position, agreement)[0];
  const [first, ...dearer] = byPrice(stepUps(commitmentUsd, position, agreement));
  const pieces: [Piece, ...Piece[]] = [...curveOf(first)];
  let last = first;
  for (const next of dearer) {
    if (next.rate >= last.rate) continue;
    const [resting, ...going] = curveOf(next);
    const reachedUsd = last.capacityUsd + (next.priceUsd - last.priceUsd) / last.rate;
    pieces.push({ ...resting, fromUsd: reachedUsd }, ...going);
    last = next;
  }
  return pieces;
}

/** List usage that is paid for in advance, its price, and what each list dollar costs beyond it. */
interface Prepaid {
  readonly capacityUsd: number;
  readonly priceUsd: number;
  readonly rate: number;
}

/** What committing costs at a band's rate: on the net basis a sum is spent, on the list basis usage is consumed. */
export function prepaid(commitmentUsd: number, rate: number, basis: Basis): Prepaid {
  return basis === "net"
    ? { capacityUsd: commitmentUsd / rate, priceUsd: commitmentUsd, rate }
    : { capacityUsd: commitmentUsd, priceUsd: rate * commitmentUsd, rate };
}

/** What a step-up right allows: the commitment, or the threshold of each higher band as if that had been committed. */
function stepUps(
  commitmentUsd: number,
  position: number,
  { basis, bands }: Agreement,
): readonly [Prepaid, ...Prepaid[]] {
  const { rate } = bands[position] ?? bands[0];
  const higher = bands.slice(position + 1);
  return [
    prepaid(commitmentUsd, rate, basis),
    ...higher.map((band) => prepaid(band.thresholdUsd, band.rate, basis)),
  ];
}

function curveOf({ capacityUsd, priceUsd, rate }: Prepaid): PiecewiseLinear {
  return bent(capacityUsd, priceUsd, 0, rate);
}

function byPrice(ways: readonly [Prepaid, ...Prepaid[]]): readonly [Prepaid, ...Prepaid[]] {
  const [first = ways[0], ...rest] = [...ways].sort(
    (one, other) => one.priceUsd - other.priceUsd || one.rate - other.rate,
  );
  return [first, ...rest];
}

/**
 * Cost of usage that moves through the bands: each further slice at the rate of the band in which it falls.
 *
 * @param capacityUsd List usage up to which the cost stays at `committedUsd`.
 * @param net Whether thresholds count what was spent, or list usage.
 * @param bands The band in which the first slice falls, and those above it.
 */
export function reRated(
  capacityUsd: number,
  committedUsd: number,
  net: boolean,
  bands: readonly [PricedRate, ...PricedRate[]],
): PiecewiseLinear {
  const pieces: [Piece, ...Piece[]] = [
    { fromUsd: Number.NEGATIVE_INFINITY, atUsd: capacityUsd, valueUsd: committedUsd, slope: 0 },
  ];
  let fromUsd = capacityUsd;
  let valueUsd = committedUsd;
  for (const [index, { rate }] of bands.entries()) {
    pieces.push({ fromUsd, atUsd: fromUsd, valueUsd, slope: rate });
    const next = bands[index + 1];
    if (!next) continue;
    const reachedUsd = net ? valueUsd : fromUsd;
    const leftUsd = Math.max(0, next.thresholdUsd - reachedUsd);
    fromUsd += net ? leftUsd / rate : leftUsd;
    valueUsd += net ? leftUsd : rate * leftUsd;
  }
  return pieces;
}

/** The part of a band that pricing a slice needs. */
export type PricedRate = Pick<PricedBand, "thresholdUsd" | "rate">;
