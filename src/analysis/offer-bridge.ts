import { parseAgreement } from "../core/agreement";
import type { BandTable } from "../core/bands";
import { toCents } from "../core/money";
import type { Terms } from "../core/terms";
import type { ParsedDeal } from "../deal/parse-deal";
import { expectedCost } from "../forecast/expected-cost";
import type { Forecast } from "../forecast/forecast";
import { readTermsAndBlanks } from "../input/terms-cells";

/** What a year costs by: a bridge changes one after another. */
export interface BridgedOffer {
  readonly bands: BandTable;
  readonly terms: Terms;
  readonly commitmentUsd: number;
  readonly forecast: Forecast;
}

/** The order in which a bridge changes them. */
export const BRIDGE_CHANGES = ["bands", "terms", "commitmentUsd", "forecast"] as const;
export type BridgeChange = (typeof BRIDGE_CHANGES)[number];

/** What one change does to expected cost, in whole cents: in the stated order, and where the order is the reverse. */
export interface BridgeStep {
  readonly changes: readonly BridgeChange[];
  readonly inOrderCents: number;
  readonly inReverseCents: number;
}

/** How one offer's expected cost becomes another's; in whole cents, so that the steps sum to the difference. */
export interface OfferBridge {
  readonly fromCents: number;
  readonly toCents: number;
  readonly steps: readonly BridgeStep[];
}

/** What a bridge needs of a deal; undefined where a part cannot be read. */
export function bridgedOffer({
  bands,
  cells,
  commitmentUsd,
  forecast,
  agreement,
}: ParsedDeal): BridgedOffer | undefined {
  const read = readTermsAndBlanks(cells.terms);
  const isWhole = bands && forecast && agreement && commitmentUsd !== undefined && read.ok;
  return isWhole ? { bands, terms: read.value.terms, commitmentUsd, forecast } : undefined;
}

/**
 * Leads from the expected cost of one offer to that of another, one change at a time.
 *
 * What a change is worth depends on what was changed before it: the reverse order shows how much. Bands and terms change
 * together where the bands of one offer do not fit the terms of the other.
 */
export function offerBridge(from: BridgedOffer, to: BridgedOffer): OfferBridge {
  const each = BRIDGE_CHANGES.map((change) => [change]);
  const together: readonly (readonly BridgeChange[])[] = [["bands", "terms"], ...each.slice(2)];
  const bridge = bridgeBy(each, from, to) ?? bridgeBy(together, from, to);
  if (!bridge) throw new Error("an offer that was read has no agreement");
  return bridge;
}

function bridgeBy(
  order: readonly (readonly BridgeChange[])[],
  from: BridgedOffer,
  to: BridgedOffer,
): OfferBridge | undefined {
  const inOrder = costsAlong(order, from, to);
  const inReverse = costsAlong(order.toReversed(), from, to)?.toReversed();
  if (!inOrder || !inReverse) return undefined;
  return {
    fromCents: inOrder[0] ?? 0,
    toCents: inOrder.at(-1) ?? 0,
    steps: order.map((changes, index) => ({
      changes,
      inOrderCents: (inOrder[index + 1] ?? 0) - (inOrder[index] ?? 0),
      inReverseCents: (inReverse[index] ?? 0) - (inReverse[index + 1] ?? 0),
    })),
  };
}

/** Expected cost before the first change and after each, in cents; undefined where a mixture cannot be priced. */
function costsAlong(
  order: readonly (readonly BridgeChange[])[],
  from: BridgedOffer,
  to: BridgedOffer,
): readonly number[] | undefined {
  const costs = [[], ...order.map((_, index) => order.slice(0, index + 1).flat())].map((changed) =>
    costOf(mixed(from, to, changed)),
  );
  const priced = costs.filter((cents) => cents !== undefined);
  return priced.length === costs.length ? priced : undefined;
}

function mixed(
  from: BridgedOffer,
  to: BridgedOffer,
  changed: readonly BridgeChange[],
): BridgedOffer {
  const of = (change: BridgeChange): BridgedOffer => (changed.includes(change) ? to : from);
  return {
    bands: of("bands").bands,
    terms: of("terms").terms,
    commitmentUsd: of("commitmentUsd").commitmentUsd,
    forecast: of("forecast").forecast,
  };
}

function costOf({ bands, terms, commitmentUsd, forecast }: BridgedOffer): number | undefined {
  const agreement = parseAgreement(bands, terms);
  return agreement.ok ? toCents(expectedCost(forecast, commitmentUsd, agreement.value)) : undefined;
}
