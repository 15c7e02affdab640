import { inside } from "./pricing/inside";
import { isUsage, type MoneyRow, type Row, type UsageRow } from "./rows/rows";
import { compare, ZERO } from "./text/decimal";
import { dayAt, type Moment, startOfDay } from "./text/moment";

/** More distinct rows than this are more than a browser holds. */
export const MOST_ROWS = 2_000_000;
const FACTOR = 2 ** 22;

/** How often rows of one natural key met. */
export interface MergeCounts {
  readonly identical: number;
  readonly larger: number;
  readonly covered: number;
}

/**
 * Rows by their natural key, each counted once: of two with other amounts the larger stays, since usage of a running day only
 * grows. So the split, order and repetition of files changes nothing.
 */
export class KeptRows {
  readonly #rows = new Map<number, Row>();
  readonly #moments = new Map<number, number>();
  /** Whether a row of a whole day is among them, which may cover others. */
  #hasWholeDays = false;
  /** The moment of the last row: rows are mostly in order. */
  #last = { code: Number.NaN, id: 0 };
  #identical = 0;
  #larger = 0;

  get size(): number {
    return this.#rows.size;
  }

  add(row: Row): void {
    const key = row.of.id * FACTOR + this.#momentId(row);
    const kept = this.#rows.get(key);
    if (!kept) {
      this.#rows.set(key, row);
      return;
    }
    const order = compareAmounts(row, kept);
    if (order === 0) this.#identical++;
    else this.#larger++;
    if (order > 0 || (order === 0 && saysMore(row, kept))) this.#rows.set(key, row);
  }

  /** The rows, without those of a part of a day that has a whole-day row of the same key, and the counts. */
  merged(): { readonly rows: readonly Row[]; readonly counts: MergeCounts } {
    const all = [...this.#rows.values()];
    const rows = this.#hasWholeDays ? all.filter((row) => !this.#isCovered(row)) : all;
    const covered = this.#rows.size - rows.length;
    return { rows, counts: { identical: this.#identical, larger: this.#larger, covered } };
  }

  #isCovered(row: Row): boolean {
    if (!row.isTimed || row.of.source === "FOCUS") return false;
    const day = this.#moments.get(codeOf(startOfDay(dayAt(row))));
    return day !== undefined && this.#rows.has(row.of.id * FACTOR + day);
  }

  /** Moments are few, so that a key of a row fits into one number. */
  #momentId(moment: Moment): number {
    const code = codeOf(moment);
    if (code === this.#last.code) return this.#last.id;
    if (!moment.isTimed) this.#hasWholeDays = true;
    const id = inside(this.#moments, code, () => this.#moments.size);
    this.#last = { code, id };
    return id;
  }
}

function codeOf({ seconds, isTimed }: Moment): number {
  return seconds * 2 + (isTimed ? 1 : 0);
}

/** By all tokens and searches, then kind by kind; of money by cost, then list price. */
function compareAmounts(one: Row, other: Row): number {
  return isUsage(one) && isUsage(other)
    ? compareUsage(one, other)
    : isUsage(one) || isUsage(other)
      ? 0
      : compareMoney(one, other);
}

function compareUsage({ quantities: one }: UsageRow, { quantities: other }: UsageRow): number {
  const sum = (all: readonly number[]): number => all.reduce((total, count) => total + count, 0);
  const kind = one.findIndex((count, index) => count !== other[index]);
  return kind < 0 ? 0 : sum(one) - sum(other) || (one[kind] ?? 0) - (other[kind] ?? 0);
}

function compareMoney(one: MoneyRow, other: MoneyRow): number {
  return compare(one.cost, other.cost) || compare(one.list ?? ZERO, other.list ?? ZERO);
}

/** Whether a row has a list price of 0 where the kept one has none. */
function saysMore(row: Row, kept: Row): boolean {
  return "list" in row && "list" in kept && kept.list === undefined && row.list !== undefined;
}
