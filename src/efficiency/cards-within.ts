import type { Cards, PriceRow } from "./price-book";

/**
 * The cards that a request may be on whose prompt has more than `aboveTokens` tokens and at most `upToTokens`.
 *
 * A card holds for prompts of more tokens than its own "prompt above", up to that of the next one.
 */
export function cardsWithin(
  cards: Cards,
  aboveTokens: number,
  upToTokens: number,
): readonly PriceRow[] {
  if (upToTokens <= aboveTokens) return [];
  return cards.filter((card, index) => {
    const endTokens = cards[index + 1]?.promptAboveTokens ?? Number.POSITIVE_INFINITY;
    return card.promptAboveTokens < upToTokens && endTokens > aboveTokens;
  });
}
