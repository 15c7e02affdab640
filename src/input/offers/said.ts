import type { Committed, FlatDiscount } from "./commitments";
import type { Figure } from "./figures/figure";
import type { Reason } from "./offer-reading";
import type { Point } from "./points/point";
import type { Span } from "./source";

/** What the clauses of a text say, before it is put together. */
export interface Said {
  readonly points: Point[];
  readonly committed: Committed[];
  /** Every amount beside no discount. */
  readonly singles: Committed[];
  readonly flats: FlatDiscount[];
  /** Upper ends whose discount nobody could read: the band behind begins there. */
  readonly ends: Point[];
  /** What the buyer asks, or has already: no offer. */
  readonly others: Point[];
  /** "plus": a percentage is written with a plus. */
  readonly marks: Set<"plus">;
  readonly lengths: { readonly figure: Figure; readonly span: Span }[];
  readonly refusals: Set<Reason>;
}
