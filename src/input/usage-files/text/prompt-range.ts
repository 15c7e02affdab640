/** The prompts that a row is about have more tokens than this, and at most that. */
export interface PromptRange {
  readonly aboveTokens: number;
  /** Infinity where the export does not say. */
  readonly upToTokens: number;
}

export const ANY_PROMPT: PromptRange = { aboveTokens: 0, upToTokens: Number.POSITIVE_INFINITY };

const UNITS: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };

/**
 * Reads a context window: `≤ 200k`, `0-200k`, `> 200k`, `200k-1M`. What is not one is any prompt.
 *
 * A lone number is an upper end, whatever stands before it: Windows-1252 has no ≤ and makes `=` or `?` of it.
 */
export function promptRange(text: string): PromptRange {
  const words = text
    .toLowerCase()
    .trim()
    .replace(/(?<=\d),(?=\d{3})/g, "");
  const [first, second, ...others] = [...words.matchAll(/(\d+(?:\.\d+)?)\s*([km]?)/g)];
  if (!first || others.length > 0) return ANY_PROMPT;
  const tokens = ([, figures, unit]: RegExpMatchArray, otherUnit = ""): number =>
    Math.round(Number(figures) * (UNITS[unit || otherUnit] ?? 1));
  if (second) {
    // "0-200k" begins at 0, "200-400k" at 200,000.
    return { aboveTokens: tokens(first, second[2]), upToTokens: tokens(second) };
  }
  return /[>\u2265]|over|above|\+$/.test(words)
    ? { aboveTokens: tokens(first), upToTokens: Number.POSITIVE_INFINITY }
    : { aboveTokens: 0, upToTokens: tokens(first) };
}
