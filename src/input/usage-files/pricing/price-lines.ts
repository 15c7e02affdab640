import { NoAnswer } from "../../../core/no-answer";
import {
  GEOS,
  NOT_SOLD,
  priceOn,
  SERVICES,
  SPEEDS,
  type Tariff,
} from "../../../efficiency/card-price";
import { cardsWithin } from "../../../efficiency/cards-within";
import {
  type Cards,
  cardFor,
  cardsOn,
  type PriceBook,
  type PriceRow,
} from "../../../efficiency/price-book";
import { PROMPT_KIND_COUNT, type Quantities, USAGE_KINDS, type UsageKind } from "../rows/formats";
import type { UsageIdentity, UsageRow } from "../rows/rows";
import { type Decimal, decimalOfPrice, larger, smaller } from "../text/decimal";
import { inside } from "./inside";
import type { UnpricedReason } from "./unpriced-reasons";

/** What a kind costs a unit: between two prices where a row may be on several cards, else one. */
export interface KindPrice {
  readonly lowUsd: Decimal;
  readonly highUsd: Decimal;
  /** The cards of these prices. */
  readonly lowCard: PriceRow;
  readonly highCard: PriceRow;
}

/** Prices that usage shares: its quantities are added first and multiplied once. */
export interface PriceLine {
  readonly model: string;
  readonly tariff: Tariff;
  /** All cards of the model in that period. */
  readonly cards: Cards;
  /** By USAGE_KINDS; undefined where a possible card does not sell it. */
  readonly prices: readonly (KindPrice | UnpricedReason)[];
}

type Cause = { readonly reason: UnpricedReason };

/** Finds the prices of usage rows, each combination once. */
export class Pricer {
  readonly #book: PriceBook;
  readonly #cards = new Map<string, Map<number, Cards | UnpricedReason>>();
  readonly #periods = new Map<string, Cards>();
  readonly #lines = new Map<Cards, Map<Tariff, Map<number, PriceLine>>>();
  readonly #tariffs = new Map<UsageIdentity, Tariff | UnpricedReason>();

  constructor(book: PriceBook) {
    this.#book = book;
  }

  /** The prices of everything in a row, or why there is none for something. */
  lineOf({ of, quantities }: UsageRow, day: number): PriceLine | Cause {
    const tariff = this.#tariffOf(of);
    if ("kind" in tariff) return { reason: tariff };
    const cards = this.#cardsOf(of.model, day);
    if ("kind" in cards) return { reason: cards };
    const line = this.#lineOn(cards, tariff, possibleCards(cards, of, quantities));
    for (let kind = 0; kind < quantities.length; kind++) {
      if (quantities[kind] === 0) continue;
      const price = line.prices[kind];
      if (price && "kind" in price) return { reason: price };
    }
    return line;
  }

  #tariffOf(of: UsageIdentity): Tariff | UnpricedReason {
    return inside(this.#tariffs, of, () => tariffOf(of));
  }

  /** Days of the same prices share one list of cards. */
  #cardsOf(model: string, day: number): Cards | UnpricedReason {
    const days = inside(this.#cards, model, () => new Map<number, Cards | UnpricedReason>());
    return inside(days, day, () => this.#period(cardsOn(this.#book, model, day)));
  }

  #period(cards: Cards | NoAnswer): Cards | UnpricedReason {
    if (cards instanceof NoAnswer)
      return { kind: cards.reason.kind === "unknownModel" ? "unknownModel" : "noPriceOnDay" };
    return inside(this.#periods, cards.map(({ row }) => row).join(), () => cards);
  }

  #lineOn(cards: Cards, tariff: Tariff, possible: readonly PriceRow[]): PriceLine {
    const lines = inside(this.#lines, cards, () => new Map<Tariff, Map<number, PriceLine>>());
    // Possible cards are neighbours, so the first and their number tell them.
    const key = (possible[0]?.row ?? 0) * cards.length + possible.length - 1;
    return inside(
      inside(lines, tariff, () => new Map<number, PriceLine>()),
      key,
      () => ({
        model: cards[0].model,
        tariff,
        cards,
        prices: USAGE_KINDS.map((kind) => priceOfKind(possible, kind, tariff)),
      }),
    );
  }
}

/** Each tariff once, so that lines can be found by it. */
const TARIFFS: readonly Tariff[] = SERVICES.flatMap((service) =>
  SPEEDS.flatMap((speed) => GEOS.map((geo) => ({ service, speed, geo }))),
);

function tariffOf({ service, geo, speed }: UsageIdentity): Tariff | UnpricedReason {
  if (!SERVICES.some((one) => one === service)) return { kind: "service", word: service };
  if (!GEOS.some((one) => one === geo)) return { kind: "geo", word: geo };
  const found = TARIFFS.find(
    (one) => one.service === service && one.geo === geo && one.speed === speed,
  );
  return found ?? { kind: "speed", word: speed };
}

/**
 * The cards that a row may be on: those that its prompts, cut at all its prompt tokens, leave possible, since no request was longer.
 * Where that leaves none, the card of a prompt of all its tokens; without any the card of the shortest.
 */
function possibleCards(
  cards: Cards,
  { prompts }: UsageIdentity,
  quantities: Quantities,
): readonly PriceRow[] {
  if (cards.length === 1) return cards;
  let promptTokens = 0;
  for (let kind = 0; kind < PROMPT_KIND_COUNT; kind++) promptTokens += quantities[kind] ?? 0;
  const possible = cardsWithin(
    cards,
    prompts.aboveTokens,
    Math.min(prompts.upToTokens, promptTokens),
  );
  if (possible.length > 0) return possible;
  const card = cardFor(cards, promptTokens);
  return [card instanceof NoAnswer ? cards[0] : card];
}

function priceOfKind(
  possible: readonly PriceRow[],
  kind: UsageKind,
  tariff: Tariff,
): KindPrice | UnpricedReason {
  const found: KindPrice[] = [];
  for (const card of possible) {
    const price = priceOn(card, kind, tariff);
    if (price instanceof NoAnswer) return unsoldReason(price, kind);
    const usd = decimalOfPrice(price);
    found.push({ lowUsd: usd, highUsd: usd, lowCard: card, highCard: card });
  }
  // The first of equally cheap cards and the last of equally dear ones, so that kinds of one price on all cards follow the others.
  return found.reduce((one, other) => {
    const [lowUsd, highUsd] = [
      smaller(one.lowUsd, other.lowUsd),
      larger(other.highUsd, one.highUsd),
    ];
    return {
      lowUsd,
      highUsd,
      lowCard: lowUsd === one.lowUsd ? one.lowCard : other.lowCard,
      highCard: highUsd === other.highUsd ? other.highCard : one.highCard,
    };
  });
}

function unsoldReason({ reason }: NoAnswer, kind: UsageKind): UnpricedReason {
  switch (reason.kind === "notSold" ? reason.what : kind) {
    case NOT_SOLD.fastBatch:
      return { kind: "fastBatch" };
    case NOT_SOLD.fast:
      return { kind: "noFast" };
    case NOT_SOLD.batch:
      return { kind: "noBatch" };
    case NOT_SOLD.usOnly:
      return { kind: "noUsOnly" };
    default:
      return { kind: "noPriceOf", of: kind };
  }
}
