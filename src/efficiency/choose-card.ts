import type { Answer } from "../core/result";
import { type Cards, cardFor, isLonger, type PriceRow } from "./price-book";

/**
 * The card that tokens are priced on (docs/pricing-model.md 9.2).
 *
 * @param promptTokens Of one request; undefined: nothing says it.
 * @param allPromptTokens Of all requests together, which no single prompt exceeds; undefined: not known.
 * @returns The card, none for so short a prompt, or undefined where it depends on the length that nothing says.
 */
export function chooseCard(
  cards: Cards,
  promptTokens: number | undefined,
  allPromptTokens: number | undefined,
): Answer<PriceRow> | undefined {
  if (promptTokens !== undefined) return cardFor(cards, promptTokens);
  const [first, second] = cards;
  const changesAbove = first.promptAboveTokens || second?.promptAboveTokens;
  if (changesAbove === undefined) return first;
  const fits = allPromptTokens !== undefined && !isLonger(allPromptTokens, changesAbove);
  return fits ? cardFor(cards, allPromptTokens) : undefined;
}

/** The prompt lengths above which the price changes. */
export function changesOf(cards: Cards): readonly number[] {
  return cards.flatMap(({ promptAboveTokens }) => promptAboveTokens || []);
}
