import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import type { PriceRow } from "./price-book";
import { PRICED_KINDS, type PricedKind, pricedUnit } from "./priced-kinds";

export const SERVICES = ["standard", "batch"] as const;
export const SPEEDS = ["standard", "fast"] as const;
export const GEOS = ["global", "us"] as const;

/** How a request was served. */
export interface Tariff {
  readonly service: (typeof SERVICES)[number];
  readonly speed: (typeof SPEEDS)[number];
  readonly geo: (typeof GEOS)[number];
}

export const STANDARD_TARIFF: Tariff = { service: "standard", speed: "standard", geo: "global" };

/** How much was used of each kind; what is absent is 0. */
export type Quantities = Readonly<Partial<Record<PricedKind, number>>>;

/** What a card does not sell beside its kinds. */
export const NOT_SOLD = {
  fastBatch: "fast mode with batch",
  fast: "fast mode",
  batch: "batch",
  usOnly: "US-only inference",
} as const;

/**
 * The price of a kind on a card, USD per million tokens (per 1,000 searches, per hour): kind price × fast ratio × batch × US only
 * (docs/pricing-model.md 9.3). No factor applies to searches and hours.
 *
 * @returns The price, or the first that the card does not sell of fast mode with batch, fast mode, the kind, batch, US only.
 */
export function priceOn(card: PriceRow, kind: PricedKind, tariff: Tariff): Answer<number> {
  const { service, speed, geo } = tariff;
  const notSold = (what: string) => new NoAnswer({ kind: "notSold", model: card.model, what });
  const listed = card.pricesUsd[kind];
  if (kind === "web search" || kind === "session hour") return listed ?? notSold(kind);
  if (speed === "fast" && service === "batch") return notSold(NOT_SOLD.fastBatch);
  const ratio = speed === "fast" ? fastRatio(card, kind) : 1;
  if (ratio === undefined) return notSold(NOT_SOLD.fast);
  if (listed === undefined) return notSold(kind);
  const batch = service === "batch" ? card.batchFactor : 1;
  if (batch === undefined) return notSold(NOT_SOLD.batch);
  const usOnly = geo === "us" ? card.usOnlyFactor : 1;
  return usOnly === undefined ? notSold(NOT_SOLD.usOnly) : listed * ratio * batch * usOnly;
}

/** What fast mode multiplies the price of a kind by: that of output has its own ratio. */
function fastRatio(card: PriceRow, kind: PricedKind): number | undefined {
  const { fastInputUsd, fastOutputUsd, pricesUsd } = card;
  if (fastInputUsd === undefined || fastOutputUsd === undefined) return undefined;
  const [fastUsd, usd] =
    kind === "output" ? [fastOutputUsd, pricesUsd.output] : [fastInputUsd, pricesUsd.input];
  return usd ? fastUsd / usd : undefined;
}

/**
 * What quantities cost at list prices, USD: the sum of quantity × price / unit. A kind of which there is none needs no price
 * (docs/pricing-model.md 9.4).
 *
 * @returns The cost, or why the first kind without a price has none.
 */
export function listCost(quantities: Quantities, card: PriceRow, tariff: Tariff): Answer<number> {
  let costUsd = 0;
  for (const kind of PRICED_KINDS) {
    const quantity = quantities[kind] ?? 0;
    if (quantity === 0) continue;
    const price = priceOn(card, kind, tariff);
    if (price instanceof NoAnswer) return price;
    costUsd += (quantity * price) / pricedUnit(kind);
  }
  return costUsd;
}
