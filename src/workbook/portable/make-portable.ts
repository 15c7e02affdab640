import type { Currency } from "../../core/currency";
import { blockAddress } from "../../input/cells/a1";
import { notPortable } from "../../sheets/portable/not-portable";
import type { KeptCell, PortableChange } from "../../sheets/portable/portable-change";
import {
  blocksAround,
  type FormerCells,
  joinCells,
  type PortableRecord,
  type ReplacedCell,
} from "../../sheets/portable/portable-record";
import { shifted } from "../../sheets/portable/references";
import { layOutWorkings, type WorkingsSheet } from "../../sheets/portable/workings-sheet";
import { madeBy } from "../../wording/format/version";
import { freeName } from "../excel/free-name";
import type { Outcome } from "../excel/outcome";
import type { WriteProgress } from "../excel/progress";
import { CellsToWrite, writeScattered } from "../excel/scattered-cells";
import { type SheetContent, writeSheet } from "../journal/write-sheet";
import { keepFormulas, replacedNameOf, undoOfReplacing } from "./kept-formulas";
import { askSame, type PortableLook } from "./look-portable";
import { WorkingsWriter } from "./put-workings";
import { askSheets } from "./read-book";
import { differs } from "./same-value";
import { type Answers, askAnswers, type PrintedChange } from "./workings-answers";

/** What was made portable. */
export interface MadePortable {
  readonly id: string;
  /** The sheet of the workings. */
  readonly sheet: string;
  /** Formulas that are Excel's own now. */
  readonly changed: number;
  /** Cells that stay ours although the look promised otherwise: the workings did not give their numbers. */
  readonly kept: readonly KeptCell[];
}

/**
 * Lets Excel's own formulas take over, as the look said: at most four round trips, and one more for each further part of workings
 * that are too large to go at once.
 *
 * The workings are written first, beside our formulas. A cell whose number they do not give to a billionth stays ours. Only then the
 * others change; they are read again, and one that shows another number than before gets its formula back. A fault on the way leaves
 * the workbook as it was.
 *
 * @param mostBytes Of the workings that go to Excel at once.
 */
export async function makePortable(
  look: PortableLook,
  madeOn: string,
  currency: Currency,
  progress?: WriteProgress,
  mostBytes?: number,
): Promise<Outcome<MadePortable>> {
  const making = new Making(look, madeOn, currency, mostBytes);
  const written = await writeSheet({
    kind: "portable",
    progress,
    plan: (workbook) => {
      const isSame = askSame(workbook, look);
      return (known) => {
        isSame();
        return making.plan(freeName("Workings", known.sheets));
      };
    },
  });
  if (!written.ok) return written;
  const { id, sheet } = written.value;
  return { ok: true, value: { id, sheet, changed: making.changed, kept: making.kept } };
}

/** The first cell of the workings: a name follows it when their sheet is renamed. */
const WHERE_IT_BEGINS = "A1";

class Making {
  kept: readonly KeptCell[] = [];
  changed = 0;
  /** The sheet of the workings. */
  #sheet = "";

  constructor(
    private readonly look: PortableLook,
    private readonly madeOn: string,
    private readonly currency: Currency,
    private readonly mostBytes: number | undefined,
  ) {}

  plan(name: string) {
    const { plan } = this.look;
    this.#sheet = name;
    const sheet = layOutWorkings(plan, name, [
      "Workings",
      `${madeBy(this.madeOn)} for the cells below. These are Excel's own formulas: they stay live, and nobody needs the add-in to read them.`,
      "Restore our formulas, in the pane under Sheets, puts back what the cells held before.",
    ]);
    const changes = plan.changes.map((change): PrintedChange => {
      const { next, place } = change;
      return { change, next: "kind" in next ? sheet.shows(next) : sheet.formula(next, place) };
    });
    return {
      place: { kind: "newSheet", name },
      ...{ rows: sheet.rows, columns: sheet.columns },
      content: (id: string) => this.#content(id, sheet, changes),
    } as const;
  }

  #content(id: string, sheet: WorkingsSheet, changes: readonly PrintedChange[]): SheetContent {
    const { names } = this.look.plan;
    const cells = formerCells(changes);
    const record: PortableRecord = {
      cells,
      blocks: [
        ...blocksAround(
          cells,
          this.look.book.sheets.map(({ name }) => name),
          (index) => replacedNameOf(id, index),
        ),
        { sheet: this.#sheet, address: WHERE_IT_BEGINS, name: replacedNameOf(id, -1) },
      ],
    };
    const { undo, ...rest } = undoOfReplacing(id, record);
    const writer = new WorkingsWriter(sheet, this.currency, this.mostBytes);
    let answers: Answers | undefined;
    return {
      title: "Formulas made portable",
      cells: sheet.areas.reduce((sum, area) => sum + area.cells.length, 0) + changes.length,
      ...rest,
      undo: [
        ...names.map(
          ({ name, former }) => ({ kind: "restoreName", name, formula: former }) as const,
        ),
        ...undo,
      ],
      put: (target) => {
        keepFormulas(target.workbook, id, record);
        writer.put(target);
        if (writer.isWhole) answers = askAnswers(target, sheet, changes);
      },
      afterwards: async (target, complete) => {
        const { workbook } = target;
        if (!writer.isWhole) {
          await writer.putRest(target);
          answers = askAnswers(target, sheet, changes);
          await workbook.context.sync();
        }
        const missed = new Set(answers?.() ?? []);
        const all = changes.filter((one) => !missed.has(one));
        const back = await this.#replace(workbook, all, complete);
        this.kept = [...missed, ...back].map(({ change: { place } }) => ({
          place,
          reason: notPortable({ kind: "differs" }),
        }));
        const left = changes.length - this.kept.length;
        this.changed = left - all.filter(({ change }) => change.kind === "reader").length;
      },
    };
  }

  /** Changes cells, and puts the formula of each back that shows another number now. */
  async #replace(
    workbook: Excel.Workbook,
    changes: readonly PrintedChange[],
    complete: () => void,
  ): Promise<readonly PrintedChange[]> {
    const { book, plan } = this.look;
    const bySheet = (which: readonly PrintedChange[], formulas: (one: PrintedChange) => Filled) => {
      for (const { name } of book.sheets) {
        const cells = new CellsToWrite();
        for (const one of which)
          if (one.change.place.sheet === name) fill(cells, one.change, formulas(one));
        if (cells.cells.size > 0) writeScattered(workbook.worksheets.getItem(name), cells.cells);
      }
    };
    bySheet(
      changes,
      ({ next }) =>
        (down, along) =>
          shifted(next, down, along),
    );
    for (const { name, next } of plan.names) workbook.names.getItem(name).formula = next;
    complete();
    const read = askSheets(
      workbook,
      book.sheets.map(({ name }) => name),
    );
    await workbook.context.sync();
    const now = new Map(read().map((sheet) => [sheet.name, sheet]));
    const back = changes.filter(({ change: { place, shows } }) => {
      const sheet = now.get(place.sheet);
      const top = place.row - 1 - (sheet?.row ?? 0);
      const left = place.column - 1 - (sheet?.column ?? 0);
      return shows.some((line, down) =>
        line.some((value, along) => differs(value, sheet?.values[top + down]?.[left + along])),
      );
    });
    if (back.length === 0) return [];
    bySheet(back, ({ change }) => formerOf(change));
    await workbook.context.sync();
    return back;
  }
}

type Filled = (down: number, along: number) => string;

function fill(cells: CellsToWrite, change: PortableChange, formula: Filled): void {
  const { place, rows, columns } = change;
  for (let down = 0; down < rows; down++)
    for (let along = 0; along < columns; along++)
      cells.put(place.row - 1 + down, place.column - 1 + along, formula(down, along));
}

/** What cells held before: of a spill the first one alone holds a formula. */
function formerOf({ former }: PortableChange): Filled {
  return (down, along) => (down === 0 && along === 0 ? former : "");
}

function formerCells(changes: readonly PrintedChange[]): readonly FormerCells[] {
  const cells = changes.flatMap(
    ({ change: { kind, place, former }, next }): readonly ReplacedCell[] =>
      kind === "spill" ? [] : [{ place, former, next }],
  );
  const spills = changes.flatMap(({ change, next }): readonly FormerCells[] => {
    const { kind, place, rows, columns, former } = change;
    if (kind !== "spill") return [];
    const address = blockAddress({ row: place.row - 1, column: place.column - 1, rows, columns });
    return [{ kind, sheet: place.sheet, address, former, next }];
  });
  return [...joinCells(cells), ...spills];
}
