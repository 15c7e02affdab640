import { inside } from "./pricing/inside";
import { isUsage, type MoneyRow, type Row, type UsageRow } from "./rows/rows";
import { compare, ZERO } from "./text/decimal";
import { dayAt, type Moment, startOfDay } from "./text/moment";

/** More distinct rows than this are more than a browser holds. */
export const MOST_ROWS = 2_000_000;

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
  /** By moment, then by identity: one table of millions would be slow to look up. */
  readonly #moments = new Map<number, Map<number, Row>>();
  /** Whether a row of a whole day is among them, which may cover others: an import by the hour looks for none. */
  #hasWholeDays = false;
  /** The moment of the last row: rows are mostly in order. */
  #last = { code: Number.NaN, rows: new Map<number, Row>() };
  #size = 0;
  #identical = 0;
  #larger = 0;

  get size(): number {
    return this.#size;
  }

  add(row: Row): void {
    const rows = this.#rowsOf(row);
    const { id } = row.of;
    const kept = rows.get(id);
    if (!kept) {
      rows.set(id, row);
      this.#size++;
      return;
    }
    const order = compareAmounts(row, kept);
    if (order === 0) this.#identical++;
    else this.#larger++;
    if (order > 0 || (order === 0 && hasList(row))) rows.set(id, row);
  }

  /** The rows, without those of a part of a day that has a whole-day row of the same key, and the counts. */
  merged(): {
    readonly usage: readonly UsageRow[];
    readonly money: readonly MoneyRow[];
    readonly counts: MergeCounts;
  } {
    const usage: UsageRow[] = [];
    const money: MoneyRow[] = [];
    let covered = 0;
    for (const rows of this.#moments.values())
      for (const row of rows.values()) {
        if (this.#hasWholeDays && this.#isCovered(row)) covered++;
        else if (isUsage(row)) usage.push(row);
        else money.push(row);
      }
    const counts = { identical: this.#identical, larger: this.#larger, covered };
    return { usage, money, counts };
  }

  #isCovered(row: Row): boolean {
    if (!row.isTimed) return false;
    const wholeDay = this.#moments.get(codeOf(startOfDay(dayAt(row))));
    return wholeDay?.has(row.of.id) === true;
  }

  #rowsOf(moment: Moment): Map<number, Row> {
    const code = codeOf(moment);
    if (code === this.#last.code) return this.#last.rows;
    if (!moment.isTimed) this.#hasWholeDays = true;
    const rows = inside(this.#moments, code, () => new Map<number, Row>());
    this.#last = { code, rows };
    return rows;
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
  return sum(one) - sum(other) || (one[kind] ?? 0) - (other[kind] ?? 0);
}

function compareMoney(one: MoneyRow, other: MoneyRow): number {
  return compare(one.cost, other.cost) || compare(one.list ?? ZERO, other.list ?? ZERO);
}

/** Of two lines that cost the same, one has a list price of 0 where the other may have none. */
function hasList(row: Row): boolean {
  return "list" in row && row.list !== undefined;
}
