import type { Clause } from "./clauses";
import type { Figure } from "./figures";
import type { Ask, Found, How, OfferReading, Shown } from "./offer-reading";
import type { Source, Span } from "./source";

type Fields = Pick<
  OfferReading,
  | "commitmentUsd"
  | "termMonths"
  | "forfeitedShareFraction"
  | "upliftCapFraction"
  | "overage"
  | "rollover"
  | "rateLock"
  | "payment"
  | "currency"
>;

/** What rules find while a text is read; what no rule takes is left over. */
export class Findings {
  readonly fields: { -readonly [K in keyof Fields]: Fields[K] } = {};
  readonly asks: Ask[] = [];
  readonly shown: Shown[] = [];
  readonly used = new Set<Figure>();
  /** Clauses that hold words of an offer without a figure that a rule could read. */
  readonly listed = new Set<Span>();

  constructor(readonly source: Source) {}

  /** The words of a clause as in the input; of cells, its whole row. */
  words({ start, end }: Span): string {
    if (!this.source.rows) return this.source.words(start, end);
    const { text } = this.source;
    const stop = text.indexOf("\n", end);
    return this.source.words(text.lastIndexOf("\n", start - 1) + 1, stop < 0 ? text.length : stop);
  }

  use(...figures: readonly Figure[]): void {
    for (const figure of figures) {
      this.used.add(figure);
      if (figure.high) this.used.add(figure.high);
    }
  }

  show(how: How, span: Span): void {
    const from = this.words(span);
    if (!this.shown.some((one) => one.how === how && one.from === from))
      this.shown.push({ how, from });
  }

  /** Keeps the first value of a field; a second that differs is not understood. */
  set<K extends keyof Fields>(
    field: K,
    value: NonNullable<Fields[K]>["value"],
    clause: Clause,
    figures: readonly Figure[] = [],
  ): boolean {
    const found: Found<unknown> = { value, from: this.words(clause) };
    const known = this.fields[field];
    if (known !== undefined && JSON.stringify(known.value) !== JSON.stringify(value)) {
      this.listed.add(clause);
      return false;
    }
    this.fields[field] ??= found as Fields[K];
    this.use(...figures);
    return true;
  }
}
