import { literalText } from "../../sheets/literal-text";
import {
  contentOf,
  FROZEN_HEADINGS,
  type FreezePlan,
  formerOfFrozen,
  frozenRows,
  planFreeze,
} from "../../sheets/portable/frozen-numbers";
import { blocksAround, type PortableRecord } from "../../sheets/portable/portable-record";
import { madeBy } from "../../wording/format/version";
import type { Outcome } from "../excel/outcome";
import { CellsToWrite, writeScattered } from "../excel/scattered-cells";
import { type SheetContent, writeSheet } from "../journal/write-sheet";
import { keepFormulas, replacedNameOf, undoOfReplacing } from "./kept-formulas";
import { askSame, type PortableLook } from "./look-portable";
import { LIST_HEAD_ROWS, putList } from "./put-list";

/** What was frozen. */
export interface FrozenNumbers {
  readonly id: string;
  /** The sheet that says what each number was. */
  readonly sheet: string;
  readonly plan: FreezePlan;
}

/**
 * Puts values in the place of our functions, and a sheet beside them that says what each was: nothing that went into a number is
 * lost, and restoreOurs() puts the formulas back. A fault on the way leaves the workbook as it was.
 */
export async function freezeOurs(
  look: PortableLook,
  frozenOn: string,
): Promise<Outcome<FrozenNumbers>> {
  let plan: FreezePlan = planFreeze(look.book, look.scope);
  const written = await writeSheet({
    kind: "frozen",
    plan: (workbook) => {
      const isSame = askSame(workbook, look);
      return () => {
        // What formulas come to may have changed since the look; what is frozen is what cells show now.
        plan = planFreeze({ ...look.book, sheets: isSame() }, look.scope);
        const cells = formerOfFrozen(plan.cells);
        return {
          place: { kind: "newSheet", name: TITLE },
          rows: plan.cells.length + LIST_HEAD_ROWS,
          columns: FROZEN_HEADINGS.length,
          content: (id: string) => contentFor(id, plan, cells, look, frozenOn),
        };
      };
    },
  });
  if (!written.ok) return written;
  const { id, sheet } = written.value;
  return { ok: true, value: { id, sheet, plan } };
}

const TITLE = "Frozen numbers";
/** Widths in points of the columns: sheet, cell, value, formula, what it read. */
const WIDTHS = [110, 60, 110, 360, 240];

function contentFor(
  id: string,
  plan: FreezePlan,
  cells: PortableRecord["cells"],
  { book }: PortableLook,
  frozenOn: string,
): SheetContent {
  const sheets = book.sheets.map(({ name }) => name);
  const record: PortableRecord = {
    cells,
    blocks: blocksAround(cells, sheets, (index) => replacedNameOf(id, index)),
  };
  return {
    title: TITLE,
    cells: plan.cells.length,
    ...undoOfReplacing(id, record),
    put({ workbook, sheet }) {
      keepFormulas(workbook, id, record);
      putList(sheet, {
        title: TITLE,
        note: `${madeBy(frozenOn)}: these cells hold values since. Restore, in the pane under Sheets, puts their formulas back.`,
        ...{ headings: FROZEN_HEADINGS, rows: frozenRows(plan.cells), widths: WIDTHS },
      });
    },
    async afterwards({ workbook }, complete) {
      for (const name of sheets) {
        const written = new CellsToWrite();
        for (const one of plan.cells) {
          const { sheet, row, column } = one.place;
          const content = contentOf(one);
          const isText = typeof content === "string" && content !== "=NA()";
          if (sheet === name)
            written.put(row - 1, column - 1, isText ? literalText(content) : content);
        }
        if (written.cells.size > 0)
          writeScattered(workbook.worksheets.getItem(name), written.cells);
      }
      complete();
      await workbook.context.sync();
    },
  };
}
