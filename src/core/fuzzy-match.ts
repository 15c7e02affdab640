/** A word as compared: without case, spaces, hyphens and underscores; full-width letters as half-width. */
function bare(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-_‐-–]+/g, "");
}

/** Whether a person reads two words as the same: "Step up", "step-up" and "STEPUP" are. */
export function sameWord(a: string, b: string): boolean {
  return a === b || bare(a) === bare(b);
}

/**
 * The known word that holds the given one, as "Overage premium" does "premium"; else the one that needs the fewest edits, if the
 * two are close. The first of equals.
 */
export function nearest<T extends string>(given: string, known: readonly T[]): T | undefined {
  let best: T | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const word of known) {
    const isPart = bare(given).length >= LEAST_PART && bare(word).includes(bare(given));
    const edits = isPart ? 0 : editsBetween(given, word);
    if (edits < fewest) [best, fewest] = [word, edits];
  }
  return best;
}

/** Whether one word may be a typing error for the other: at most one edit in four letters. */
export function isClose(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)];
  return editDistance(one, other) <= Math.max(one.length, other.length) / LETTERS_AN_EDIT;
}

/** Edits between two words that are close, or that begin alike and end differently; Infinity for all others. */
function editsBetween(given: string, word: string): number {
  const [one, other] = [bare(given), bare(word)];
  const edits = editDistance(one, other);
  const beginsAlike = one.length >= LEAST_PART && other.startsWith(one.slice(0, LEAST_PART));
  const most = Math.max(one.length, other.length) / (beginsAlike ? 2 : LETTERS_AN_EDIT);
  return edits <= most ? edits : Number.POSITIVE_INFINITY;
}

/** Letters needed for each edit, so that Mar does not pass for a misspelt Max. */
const LETTERS_AN_EDIT = 4;

/** Letters that a fragment needs to identify a word. */
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
