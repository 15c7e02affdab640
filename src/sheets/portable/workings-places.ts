import type { PlacesBlocks } from "../native/blocks";
import type { NativeCell } from "../native/excel/formula";
import type { Layout, StepTable, TableColumn, Unit } from "../native/layout";
import { Ledger } from "../native/ledger";
import { StepsDown } from "../native/steps-down";
import { Workings } from "../native/workings";

/** Sheets that workings are planned on; all of them are parts of one sheet once it is written. */
const PLANNED = "\u0000";
export const STEPS = `${PLANNED}steps`;

/** A part of the sheet: cells below the parts before it. */
export interface WorkingsPart {
  /** The planned sheet that its cells are on. */
  readonly sheet: string;
  /** What heads it; "" for the steps, whose blocks have titles of their own. */
  readonly title: string;
}

/**
 * Where workings go. Of cells with one formula, such as those of a table, each amount is a row of a ledger; of all others the
 * steps are below one another.
 */
export class WorkingsPlaces {
  readonly workings = new Workings();
  readonly steps = new StepsDown(this.workings, STEPS);
  readonly #ledgers = new Map<string, { readonly ledger: Ledger; readonly part: WorkingsPart }>();
  readonly #blocks: WorkingsPart[] = [];
  /** Whose steps come next: the cell, and, for a row of a ledger, what its rows have in common. */
  #use: { readonly cell: string; readonly ledger: string | undefined } = {
    cell: "",
    ledger: undefined,
  };

  /** Says for which cell the next blocks are made. */
  use(cell: string, ledger?: string): void {
    this.#use = { cell, ledger };
  }

  readonly place: PlacesBlocks = (kind) => {
    const { cell, ledger } = this.#use;
    if (kind === "agreement" || ledger === undefined) return this.steps;
    return new InLedger((title) => this.#ledger(title, ledger).row(cell));
  };

  /** Cells of their own, below one another on a planned sheet: the answers of a table, or constants. */
  block(title: string): WorkingsPart {
    const part = { sheet: `${PLANNED}block ${this.#blocks.length + 1}`, title };
    this.#blocks.push(part);
    return part;
  }

  /** The parts of the sheet from top to bottom. */
  parts(): readonly WorkingsPart[] {
    const ledgers = [...this.#ledgers.values()].map(({ part }) => part);
    return [...this.#blocks, { sheet: STEPS, title: "" }, ...ledgers];
  }

  #ledger(title: string, group: string): Ledger {
    const key = `${title} ${group}`;
    const known = this.#ledgers.get(key);
    if (known) return known.ledger;
    const part = { sheet: `${PLANNED}ledger ${this.#ledgers.size + 1}`, title };
    const ledger = new Ledger(this.workings, part.sheet, 1);
    this.#ledgers.set(key, { ledger, part });
    return ledger;
  }
}

/** A row of the ledger that its first title names. */
class InLedger implements Layout {
  #row: Layout | undefined;

  constructor(private readonly rowFor: (title: string) => Layout) {}

  block(title: string): void {
    this.#row ??= this.rowFor(title);
  }

  step(label: string, unit: Unit, formula: Parameters<Layout["step"]>[2]): NativeCell {
    return this.#begun().step(label, unit, formula);
  }

  table<Heading extends string>(
    rows: number,
    columns: readonly TableColumn<Heading>[],
  ): StepTable<Heading> {
    return this.#begun().table(rows, columns);
  }

  #begun(): Layout {
    this.#row ??= this.rowFor("Steps");
    return this.#row;
  }
}
