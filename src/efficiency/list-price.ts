import { NoAnswer } from "../core/no-answer";
import { type Answer, fail, type Result, succeed } from "../core/result";
import { listCost, priceOn, type Quantities, type Tariff } from "./card-price";
import { changesOf, chooseCard } from "./choose-card";
import { cardsOn, type PriceBook } from "./price-book";
import { PROMPT_KINDS, type PricedKind } from "./priced-kinds";

/** Which price is asked for. */
export interface Request {
  readonly book: PriceBook;
  readonly model: string;
  /** Undefined: the newest prices. */
  readonly day: number | undefined;
  readonly options: RequestOptions;
}

/** What says how requests were served, and how long their prompts were. */
export interface RequestOptions {
  readonly tariff: Tariff;
  /** Of one request; undefined: not said. */
  readonly promptTokens: number | undefined;
  /** Among which all prompt tokens are shared; undefined: not said. */
  readonly requests: number | undefined;
}

/** The list price of a kind, USD per million tokens (per 1,000 searches, per hour). */
export function listPrice(
  { book, model, day, options }: Request,
  kind: PricedKind,
): Result<Answer<number>> {
  if (options.requests !== undefined) return fail({ kind: "requestsWithoutTokens" });
  const cards = cardsOn(book, model, day);
  if (cards instanceof NoAnswer) return succeed(cards);
  const isOfTokens = kind !== "web search" && kind !== "session hour";
  const card = isOfTokens ? chooseCard(cards, options.promptTokens, undefined) : cards[0];
  if (card === undefined)
    return fail({
      kind: "promptLengthUnsaid",
      place: { argument: "options", field: "Prompt tokens" },
      model: cards[0].model,
      aboveTokens: changesOf(cards),
    });
  return succeed(card instanceof NoAnswer ? card : priceOn(card, kind, options.tariff));
}

/** What quantities of one model cost at list prices, USD. */
export function tokenCost(
  { book, model, day, options }: Request,
  quantities: Quantities,
): Result<Answer<number>> {
  const cards = cardsOn(book, model, day);
  if (cards instanceof NoAnswer) return succeed(cards);
  const tokens = promptTokensOf(quantities);
  const { promptTokens, requests } = options;
  const each = requests === undefined ? promptTokens : tokens / requests;
  const card = chooseCard(cards, each, tokens);
  if (card === undefined)
    return fail({
      kind: "promptLengthUnsaid",
      place: { argument: "options", field: "Prompt tokens or Requests" },
      model: cards[0].model,
      aboveTokens: changesOf(cards),
    });
  return succeed(card instanceof NoAnswer ? card : listCost(quantities, card, options.tariff));
}

/** Tokens of all prompts: input, cache writes and cache reads. */
export function promptTokensOf(quantities: Quantities): number {
  return PROMPT_KINDS.reduce((sum, kind) => sum + (quantities[kind] ?? 0), 0);
}
