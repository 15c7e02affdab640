/** A word as compared: without case, spaces, hyphens and underscores. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[\s\-_‐-–]+/g, "");
}

/** Whether two words are the same to a person: "Step up", "step-up" and "STEPUP" are. */
export function sameWord(a: string, b: string): boolean {
  return a === b || bare(a) === bare(b);
}

/**
 * The known word that holds the given one, as "Overage premium" does "premium"; else the one that needs the fewest edits. The first
 * of equals.
 */
export function nearest<T extends string>(given: string, known: readonly T[]): T | undefined {
  let best: T | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const word of known) {
    const isPart = bare(given).length >= LEAST_PART && bare(word).includes(bare(given));
    const edits = isPart ? 0 : editDistance(bare(given), bare(word));
    if (edits < fewest) [best, fewest] = [word, edits];
  }
  return best;
}

/** Letters from which a part of a word says which word is meant. */
const LEAST_PART = 4;

/** Levenshtein distance, two rows at a time. https://en.wikipedia.org/wiki/Levenshtein_distance */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const substitution = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(
        Math.min(substitution, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1),
      );
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
