import type { PriceBook, PriceRow } from "./price-book";

/** How list prices of one class of models moved in a price book, from its first dated prices to its last. */
export interface ListMove {
  /** "Haiku" */
  readonly modelClass: string;
  readonly first: PriceRow;
  readonly last: PriceRow;
  /** Change of what the same text costs as input: -0.2 is a fall of 20%. */
  readonly change: number;
  /** The same as a change each year. */
  readonly changeAYear: number;
}

/** Shorter histories say nothing about a year. */
const LEAST_DAYS = 182;
const DAYS_A_YEAR = 365.25;
/** A change that rounds to no whole percent is none. */
const LEAST_CHANGE = 0.005;

/**
 * What list prices did, for each class of models that the book follows for half a year or longer, falls first.
 *
 * A class is the word in a name such as claude-haiku-4-5. Its price is that of its newest dated model, for short prompts. A model
 * that makes more tokens of a text costs that much more (docs/assumptions.md P78).
 */
export function listMoves({ rows }: PriceBook): readonly ListMove[] {
  const classes = new Map<string, PriceRow[]>();
  for (const row of rows) {
    const name = /^claude-([a-z]+)(?:-\d+)+$/.exec(row.model)?.[1];
    if (name === undefined || row.promptAboveTokens > 0 || row.fromDay === undefined) continue;
    classes.set(name, [...(classes.get(name) ?? []), row]);
  }
  return [...classes]
    .flatMap(([name, dated]) => moveOf(name, dated) ?? [])
    .toSorted((one, other) => one.changeAYear - other.changeAYear);
}

function moveOf(name: string, dated: readonly PriceRow[]): ListMove | undefined {
  const inTime = dated.toSorted((one, other) => startOf(one) - startOf(other));
  const [first, last] = [inTime[0], inTime.at(-1)];
  if (!first || !last) return undefined;
  const days = startOf(last) - startOf(first);
  const [before, now] = [textPrice(first), textPrice(last)];
  if (days < LEAST_DAYS || !before || !now) return undefined;
  const changeAYear = (now / before) ** (DAYS_A_YEAR / days) - 1;
  if (Math.abs(changeAYear) < LEAST_CHANGE) return undefined;
  const modelClass = name.charAt(0).toUpperCase() + name.slice(1);
  return { modelClass, first, last, change: now / before - 1, changeAYear };
}

const startOf = ({ fromDay = 0 }: PriceRow): number => fromDay;

/** Input price of what was a million tokens on the older tokenizer; undefined where it has none. */
function textPrice({ pricesUsd, tokenizerFactor }: PriceRow): number | undefined {
  return pricesUsd.input === undefined ? undefined : pricesUsd.input * tokenizerFactor;
}
