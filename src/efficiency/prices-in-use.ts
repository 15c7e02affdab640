import { NoAnswer } from "../core/no-answer";
import { cardsOn, type PriceBook } from "./price-book";

/** How well the rows of a price book that price some usage are known. */
export interface PricesInUse {
  readonly rows: number;
  /** Undefined where no row says a day. */
  readonly oldestCheckedOnDay: number | undefined;
  /** Rows that do not say when they were checked. */
  readonly uncheckedRows: number;
  /** As its row says it; "" where a row says none, which is the lowest. */
  readonly lowestConfidence: string;
}

/** Words for confidence, lowest first. A word that is none of them may mean anything, and comes before them. */
const CONFIDENCE: readonly string[] = ["low", "medium", "high"];

/**
 * The oldest check and the lowest confidence among the rows in use: all cards of a model on a day, since a prompt may be on any.
 * Undefined where no row is in use.
 */
export function pricesInUse(
  book: PriceBook,
  uses: readonly { readonly model: string; readonly day: number }[],
): PricesInUse | undefined {
  const rows = [
    ...new Set(
      uses.flatMap(({ model, day }) => {
        const cards = cardsOn(book, model, day);
        return cards instanceof NoAnswer ? [] : cards;
      }),
    ),
  ];
  const [lowest] = rows
    .map(({ confidence }) => confidence)
    .toSorted((one, other) => rankOf(one) - rankOf(other));
  if (lowest === undefined) return undefined;
  const days = rows.flatMap(({ checkedOnDay }) => checkedOnDay ?? []);
  return {
    rows: rows.length,
    oldestCheckedOnDay: days.length > 0 ? Math.min(...days) : undefined,
    uncheckedRows: rows.length - days.length,
    lowestConfidence: lowest,
  };
}

/** A blank first, then words that are not known. */
function rankOf(confidence: string): number {
  if (confidence === "") return -2;
  return CONFIDENCE.indexOf(confidence.trim().toLowerCase());
}
