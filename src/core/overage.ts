import type { Agreement, PricedBand } from "./agreement";
import { bent, type Piece, type PiecewiseLinear } from "./piecewise-linear";

/** Ways to pay for a period, each as a curve over usage at list; the cheapest at that usage is what is paid. */
export type Alternatives = readonly [PiecewiseLinear, ...PiecewiseLinear[]];

/**
 * What a period costs before any shortfall comes back: the commitment, and how overage goes on from it.
 *
 * Formulas: pricing-model.md 4, functions.md 2. Only a step-up right gives a choice; all other overage is one curve.
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
  const net = basis === "net";
  const capacityUsd = net ? commitmentUsd / band.rate : commitmentUsd;
  const committedUsd = net ? commitmentUsd : band.rate * commitmentUsd;
  const premium = 1 + band.overagePremiumFraction;
  switch (band.overage) {
    case "list":
      return [bent(capacityUsd, committedUsd, 0, premium)];
    case "committed":
      return [bent(capacityUsd, committedUsd, 0, premium * band.rate)];
    case "step-up":
      return [
        bent(capacityUsd, committedUsd, 0, band.rate),
        ...bands
          .slice(position + 1)
          .map(({ thresholdUsd, rate }) =>
            net
              ? bent(thresholdUsd / rate, thresholdUsd, 0, rate)
              : bent(thresholdUsd, rate * thresholdUsd, 0, rate),
          ),
      ];
    case "re-rate":
      return [reRated(capacityUsd, committedUsd, net, [band, ...bands.slice(position + 1)])];
  }
}

/**
 * Cost of usage that moves through the bands: each further slice at the rate of the band in which it falls.
 *
 * @param capacityUsd List usage up to which the cost stands still at `committedUsd`.
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

/** What pricing a slice needs of a band. */
export type PricedRate = Pick<PricedBand, "thresholdUsd" | "rate">;
