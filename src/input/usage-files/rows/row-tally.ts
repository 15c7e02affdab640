import { dayAt } from "../text/moment";
import { type FileRefusal, type RowFault, refusal, type SetAside, type Unreadable } from "./faults";
import type { Row } from "./rows";

/** A row that is not read; its place is a line, from 1, or a place in the JSON. */
export interface UnreadableRow {
  readonly place: string;
  readonly code: Unreadable;
  readonly column: string;
}

export interface AsideRow {
  readonly place: string;
  readonly code: SetAside;
}

/** Rows of each list that are kept; beyond them only their number. */
const MOST_LISTED = 100_000;

/** What was read of a file and what was not, and the days that its rows are of. */
export class RowTally {
  rows = 0;
  readonly unreadable: UnreadableRow[] = [];
  unreadableRows = 0;
  readonly setAside: AsideRow[] = [];
  setAsideRows = 0;
  /** Days with a readable row. */
  readonly days = new Set<number>();
  /** Days of months that have several rows. */
  readonly monthsTwice = new Set<number>();
  readonly #codes = new Set<Unreadable>();
  #lastDay: number | undefined;

  row(row: Row): void {
    this.rows++;
    const day = dayAt(row);
    // Rows are mostly in order of their days.
    if (day === this.#lastDay && row.of.source !== "months") return;
    this.#lastDay = day;
    if (row.of.source === "months" && this.days.has(day)) this.monthsTwice.add(day);
    this.days.add(day);
  }

  fault(place: string, fault: RowFault): void {
    if ("setAside" in fault) {
      if (this.setAsideRows++ < MOST_LISTED) this.setAside.push({ place, code: fault.setAside });
      return;
    }
    const { unreadable: code, column } = fault;
    if (this.unreadableRows++ < MOST_LISTED) this.unreadable.push({ place, code, column });
    this.#codes.add(code);
  }

  /** Why a file without a readable row is refused. */
  refusal(): FileRefusal | undefined {
    if (this.rows > 0) return undefined;
    return this.unreadableRows > 0
      ? refusal("no readable row", [...this.#codes].toSorted())
      : refusal("no rows");
  }
}
