import type { Agreement } from "../core/agreement";
import { bandPosition } from "../core/bands";
import { toCents } from "../core/money";
import { costBeforeRecovery } from "../core/overage";
import { lowest, type Stretch, stretchesAbove, sum } from "../core/piecewise-linear";
import { meanBelow } from "./expected-value";
import { capacityOf, fillsFrom } from "./fill";
import type { Forecast } from "./forecast";

const POINT = 0.01;

/** How cost moves with the committed band's rate on a stretch of usage: `constantUsd + perUsage × usage`. */
interface Movement extends Stretch {
  readonly constantUsd: number;
  readonly perUsage: number;
}

/**
 * What one more point of discount is worth, USD: 0.01 × the rate at which expected cost falls as the discount of the
 * committed band rises, all else equal (docs/pricing-model.md 7.1).
 *
 * Net basis: committed overage `0.01(1 + π)E[U; U ≥ Q]`, list `0.01(1 + π)(C/r²)P(U ≥ Q)`; plus `0.01(1 - φ)E[U; U < Q]`.
 * Without a commitment it is `0.01·E[U]`.
 */
export function discountPointValue(
  forecast: Forecast,
  commitmentUsd: number,
  agreement: Agreement,
): number {
  if (toCents(commitmentUsd) === 0) return POINT * forecast.meanUsd;
  const filledUsd = fillsFrom(capacityOf(commitmentUsd, agreement), forecast);
  const movements = [
    ...beforeRecovery(commitmentUsd, agreement, filledUsd),
    recovery(commitmentUsd, agreement, filledUsd),
  ];
  return POINT * movements.reduce((total, one) => total + expectedMovement(one, forecast), 0);
}

function expectedMovement({ fromUsd, toUsd, constantUsd, perUsage }: Movement, forecast: Forecast) {
  if (toUsd <= fromUsd) return 0;
  const probability = forecast.below(toUsd) - forecast.below(fromUsd);
  return (
    constantUsd * probability +
    perUsage * (meanBelow(toUsd, forecast) - meanBelow(fromUsd, forecast))
  );
}

/** The refund is smaller where the unused commitment would have bought less: `-(1 - φ)S`. */
function recovery(commitmentUsd: number, { basis, bands }: Agreement, filledUsd: number): Movement {
  const { forfeitedFraction } = bands[bandPosition(commitmentUsd, bands)] ?? bands[0];
  const back = 1 - forfeitedFraction;
  return {
    fromUsd: Number.NEGATIVE_INFINITY,
    toUsd: filledUsd,
    constantUsd: basis === "net" ? 0 : -back * commitmentUsd,
    perUsage: back,
  };
}

function beforeRecovery(
  commitmentUsd: number,
  agreement: Agreement,
  filledUsd: number,
): readonly Movement[] {
  const { basis, bands } = agreement;
  const position = bandPosition(commitmentUsd, bands);
  const { rate, overage, overagePremiumFraction } = bands[position] ?? bands[0];
  const net = basis === "net";
  const premium = 1 + overagePremiumFraction;
  const [below, from, to] = [Number.NEGATIVE_INFINITY, filledUsd, Number.POSITIVE_INFINITY];
  // On the list basis the commitment itself costs rL.
  const committed: Movement = {
    fromUsd: below,
    toUsd: from,
    constantUsd: net ? 0 : commitmentUsd,
    perUsage: 0,
  };
  switch (overage) {
    case "list": {
      const constantUsd = net ? (premium * commitmentUsd) / (rate * rate) : commitmentUsd;
      return [committed, { fromUsd: from, toUsd: to, constantUsd, perUsage: 0 }];
    }
    case "committed": {
      const constantUsd = net ? 0 : commitmentUsd - premium * commitmentUsd;
      return [committed, { fromUsd: from, toUsd: to, constantUsd, perUsage: premium }];
    }
    case "step-up": {
      const own: Movement = { fromUsd: from, toUsd: to, constantUsd: 0, perUsage: 1 };
      const taken = steppedUp(commitmentUsd, position, agreement);
      return [committed, own].flatMap((one) => [
        one,
        ...taken.map((stretch) => less(one, stretch)),
      ]);
    }
    case "re-rate":
      return [committed, ...reRatedMovements(position, agreement, filledUsd)];
  }
}

/** Where a higher band is cheaper than the committed one. */
function steppedUp(
  commitmentUsd: number,
  position: number,
  agreement: Agreement,
): readonly Stretch[] {
  const [own, higher, ...others] = costBeforeRecovery(commitmentUsd, position, agreement);
  if (!higher) return [];
  const ROUNDING_USD = 1e-12 * Math.max(1, commitmentUsd);
  return stretchesAbove(sum(own, lowest([higher, ...others]), -1), ROUNDING_USD);
}

/** Removes a movement where it overlaps a stretch. */
function less({ fromUsd, toUsd, constantUsd, perUsage }: Movement, stretch: Stretch): Movement {
  return {
    fromUsd: Math.max(fromUsd, stretch.fromUsd),
    toUsd: Math.min(toUsd, stretch.toUsd),
    constantUsd: -constantUsd,
    perUsage: -perUsage,
  };
}

/** Up to the next threshold usage is priced at the committed rate; beyond, a lower rate only reaches the threshold later. */
function reRatedMovements(
  position: number,
  { basis, bands }: Agreement,
  filledUsd: number,
): readonly Movement[] {
  const { rate } = bands[position] ?? bands[0];
  const higher = bands.slice(position + 1);
  const nextUsd = higher[0]?.thresholdUsd ?? Number.POSITIVE_INFINITY;
  const net = basis === "net";
  const movements: Movement[] = [];
  let fromUsd = net ? nextUsd / rate : nextUsd;
  movements.push({ fromUsd: filledUsd, toUsd: fromUsd, constantUsd: 0, perUsage: 1 });
  for (const [index, band] of higher.entries()) {
    const above = higher[index + 1]?.thresholdUsd ?? Number.POSITIVE_INFINITY;
    const toUsd = net ? fromUsd + (above - band.thresholdUsd) / band.rate : above;
    const constantUsd = net ? (band.rate * nextUsd) / (rate * rate) : nextUsd;
    movements.push({ fromUsd, toUsd, constantUsd, perUsage: 0 });
    fromUsd = toUsd;
  }
  return movements;
}
