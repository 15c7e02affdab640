import type { OverageTerm } from "../../src/core/terms";

/** A band with every term, as a row of its table. */
export interface BandByHand {
  readonly threshold: number;
  readonly discount: number;
  readonly overage: OverageTerm;
  readonly premium: number;
  readonly forfeited: number;
}

/** 200 bands of $50,000, whose discounts rise to 39.8%. */
export function manyBands(
  termsOf: (index: number) => Pick<BandByHand, "overage" | "premium" | "forfeited">,
): readonly BandByHand[] {
  return Array.from({ length: 200 }, (_, index) => ({
    threshold: index * 50_000,
    discount: index * 0.002,
    ...termsOf(index),
  }));
}

export function asCells(bands: readonly BandByHand[]): unknown[][] {
  return [
    ["Threshold", "Discount", "Overage", "Overage premium", "Forfeited share"],
    ...bands.map(({ threshold, discount, overage, premium, forfeited }) => [
      threshold,
      discount,
      overage,
      premium,
      forfeited,
    ]),
  ];
}

/** Cost of one usage, summed slice by slice and alternative by alternative from the formulas of the contract. */
export function costByHand(
  usage: number,
  commitment: number,
  bands: readonly BandByHand[],
  basis: "net" | "list",
): number {
  const at = bands.findLastIndex(({ threshold }) => threshold <= commitment);
  const band = bands[at];
  if (!band) throw new Error("no band");
  const rate = 1 - band.discount;
  const net = basis === "net";
  const paid = net ? commitment : rate * commitment;
  const capacity = net ? commitment / rate : commitment;
  const over = Math.max(0, usage - capacity);
  const returned = (1 - band.forfeited) * Math.max(0, paid - rate * usage);
  switch (band.overage) {
    case "list":
      return paid + (1 + band.premium) * over - returned;
    case "committed":
      return paid + (1 + band.premium) * rate * over - returned;
    case "step-up": {
      let least = Math.max(paid, rate * usage);
      for (const { threshold, discount } of bands.slice(at + 1)) {
        const floor = net ? threshold : (1 - discount) * threshold;
        least = Math.min(least, Math.max(floor, (1 - discount) * usage));
      }
      return least - returned;
    }
    case "re-rate": {
      let [left, spent, used, cost] = [over, paid, capacity, paid];
      for (const [index, { discount }] of bands.slice(at).entries()) {
        const next = bands[at + index + 1]?.threshold ?? Number.POSITIVE_INFINITY;
        const width = Math.min(left, net ? (next - spent) / (1 - discount) : next - used);
        cost += width * (1 - discount);
        spent += width * (1 - discount);
        used += width;
        left -= width;
      }
      return cost - returned;
    }
  }
}
