import { Records, type TableRecord, trimmed } from "../text/records";
import { type FileRefusal, type RowFault, refusal, unreadable } from "./faults";
import type { FileNote } from "./file-report";
import { headingWord, readHeading, type TableHeading, unknownColumns } from "./headings";
import type { Identities } from "./identities";
import { RowTally } from "./row-tally";
import type { Row, RowReader } from "./rows";
import { rowReader } from "./table-rows";
import { cacheNotes } from "./usage-rows";

const TOTAL = /^(?:grand total|totals?|sum|summe|subtotal)(?![\p{L}\p{N}_])/iu;

/** A table as it is read: push its text in pieces of any size, then end it. */
export class TableFile {
  readonly tally = new RowTally();
  refusal: FileRefusal | undefined;
  heading: TableHeading | undefined;
  readonly #identities: Identities;
  readonly #take: (row: Row) => void;
  readonly #records = new Records((record) => this.#record(record));
  #read: RowReader = () => unreadable("columns");

  constructor(identities: Identities, take: (row: Row) => void) {
    this.#identities = identities;
    this.#take = take;
  }

  push(text: string): void {
    if (!this.refusal) this.#records.push(text);
  }

  end(): void {
    if (!this.refusal) this.#records.end();
    this.refusal ??= this.heading ? this.tally.refusal() : refusal("unknown format");
  }

  /** Columns that tell rows apart although the format does not know them, as compared. */
  unknownColumns(): readonly string[] {
    const { heading } = this;
    return heading ? unknownColumns(heading).map((index) => heading.words[index] ?? "") : [];
  }

  cacheNotes(): readonly FileNote[] {
    return this.heading?.format === "Console usage" ? cacheNotes(this.heading) : [];
  }

  #record(record: TableRecord): void {
    if (this.refusal) return;
    const { cells } = record;
    if (this.heading) this.#row(record, this.heading.words);
    else if (!cells) this.refusal = refusal("unknown format");
    else if (!isBlankRow(cells)) this.#begin(cells);
  }

  #begin(cells: readonly string[]): void {
    const heading = readHeading(cells);
    if ("code" in heading) {
      this.refusal = heading;
      return;
    }
    this.heading = heading;
    this.#records.width = heading.words.length;
    this.#read = rowReader(heading, this.#records.separator ?? ",", this.#identities);
  }

  #row({ line, cells: written, isEnded }: TableRecord, words: readonly string[]): void {
    if (!written) {
      this.tally.fault(String(line), unreadable("bad quote"));
      return;
    }
    if (isBlankRow(written)) return;
    const cells = trimmed(written, words.length);
    const aside = asideOf(cells, words);
    if (aside) this.tally.fault(String(line), aside);
    else if (cells.length !== words.length) {
      const isCutOff = !isEnded && cells.length < words.length;
      this.tally.fault(String(line), unreadable(isCutOff ? "truncated" : "columns"));
    } else this.#counted(line, this.#read(cells));
  }

  #counted(line: number, row: Row | RowFault): void {
    if (!("of" in row)) {
      this.tally.fault(String(line), row);
      return;
    }
    this.tally.row(row);
    this.#take(row);
  }
}

function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === "" || cell.trim() === "");
}

/** What a row is that has no data: the heading again, as between two downloads in one file, or a row of totals. */
function asideOf(cells: readonly string[], words: readonly string[]): RowFault | undefined {
  const [first = ""] = cells;
  if (beginsWithFigure(first) && !beginsWithFigure(words[0] ?? "")) return undefined;
  if (TOTAL.test(first.trim())) return { setAside: "total row" };
  const isHeading = words.every((word, index) => headingWord(cells[index] ?? "") === word);
  return isHeading ? { setAside: "header again" } : undefined;
}

function beginsWithFigure(text: string): boolean {
  return text >= "0" && text < ":";
}
