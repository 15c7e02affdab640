import type { Clause } from "./clauses";
import type { Figure } from "./figures/figure";
import type { Ask, Found, How, OfferReading, Shown } from "./offer-reading";
import type { Source, Span } from "./source";

export type Field = keyof Fields;

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
  readonly #known = new Set<string>();
  readonly #clauses = new Map<Field, Clause>();
  readonly #clashes = new Set<Field>();
  /** By where a clause begins, the fields that it gave or asked about. */
  readonly #read = new Map<number, Set<Field>>();
  /** Every clause that gave a value of a field. */
  readonly claims: { readonly field: Field; readonly clause: Clause }[] = [];
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

  use(figures: Iterable<Figure>): void {
    for (const figure of figures) {
      this.used.add(figure);
      if (figure.high) this.used.add(figure.high);
    }
  }

  show(how: How, span: Span): void {
    const from = this.words(span);
    const key = `${how} ${from}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.shown.push({ how, from });
  }

  /** Two values for one field, such as one for each band: neither is the agreement's. */
  clash(field: Field, clause: Clause): void {
    const first = this.#clauses.get(field);
    if (first) this.listed.add(first);
    this.listed.add(clause);
    this.#clashes.add(field);
    delete this.fields[field];
  }

  /** Keeps that a clause gave a field, or a question about it. */
  note(field: Field, { start }: Span): void {
    const fields = this.#read.get(start) ?? new Set();
    this.#read.set(start, fields.add(field));
  }

  /** Whether a clause gave the field, or a question about it; without a field, whether it gave any. */
  isReadIn({ start }: Span, field?: Field): boolean {
    const fields = this.#read.get(start);
    return fields !== undefined && (field === undefined || fields.has(field));
  }

  /** Whether two values for the field were found. */
  isContradicted(field: Field): boolean {
    return this.#clashes.has(field);
  }

  /** Puts a further clause's part to a field: its phrase goes on to that clause where it is near. */
  goOn<K extends keyof Fields>(
    field: K,
    value: NonNullable<Fields[K]>["value"],
    clause: Clause,
  ): void {
    const { end } = clause;
    const { start = end } = this.#clauses.get(field) ?? {};
    this.claims.push({ field, clause });
    const from = end - start > LONGEST_FIELD ? this.fields[field]?.from : undefined;
    const found: Found<unknown> = { value, from: from ?? this.words({ start, end }) };
    this.fields[field] = found as Fields[K];
  }

  /** Keeps the value of a field; a second that differs leaves it open. */
  set<K extends keyof Fields>(
    field: K,
    value: NonNullable<Fields[K]>["value"],
    clause: Clause,
    figures: readonly Figure[] = [],
  ): boolean {
    const found: Found<unknown> = { value, from: this.words(clause) };
    const known = this.fields[field];
    if (this.#clashes.has(field) || (known && !isEqual(known.value, value))) {
      this.clash(field, clause);
      return false;
    }
    this.#clauses.set(field, clause);
    this.note(field, clause);
    this.claims.push({ field, clause });
    this.fields[field] ??= found as Fields[K];
    this.use(figures);
    return true;
  }
}

/** Longer than a few lines that follow one another. */
const LONGEST_FIELD = 300;

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
