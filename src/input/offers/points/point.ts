import type { Figure } from "../figures/figure";
import type { Span } from "../source";
import type { Amount } from "./amounts";
import type { Discount } from "./discounts";

/** One line, row or part of a sentence that joins an amount and a discount. */
export interface Point {
  readonly span: Span;
  /** Absent for "above that". */
  readonly amount?: Amount;
  readonly discounts: readonly Discount[];
  readonly name?: string;
  /** Two discounts of different rounds, sides or options. */
  readonly isContested: boolean;
}

/** The figures of a point. */
export function figuresOfPoint({ amount, discounts }: Point): readonly Figure[] {
  return [amount?.figure, ...discounts.map(({ figure }) => figure)].flatMap(
    (figure) => figure ?? [],
  );
}

export interface Item extends Span {
  readonly amount?: Amount;
  readonly discount?: Discount;
}
