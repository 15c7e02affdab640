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
import type { Outcome } from "../excel/outcome";
import { CellsToWrite, writeScattered } from "../excel/scattered-cells";
import { type SheetContent, writeSheet } from "../journal/write-sheet";
import { setUpPage } from "../sheets/set-up-page";
import { keepFormulas, replacedNameOf, undoOfReplacing } from "./kept-formulas";
import { askSame, type PortableLook } from "./look-portable";

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
          place: { kind: "newSheet", name: "Frozen numbers" },
          rows: plan.cells.length + HEAD_ROWS,
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

const HEAD_ROWS = 4;
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
    title: "Frozen numbers",
    cells: plan.cells.length,
    ...undoOfReplacing(id, record),
    put({ workbook, sheet }) {
      keepFormulas(workbook, id, record);
      const rows = frozenRows(plan.cells).map((row) =>
        row.map((one) => (typeof one === "string" ? literalText(one) : one)),
      );
      sheet.getRange("A1").values = [["Frozen numbers"]];
      sheet.getRange("A1").style = Excel.BuiltInStyle.heading1;
      sheet.getRange("A2").values = [
        [
          literalText(
            `Frozen by Bandwise on ${frozenOn}: these cells hold values since. Restore, in the pane under Sheets, puts their formulas back.`,
          ),
        ],
      ];
      sheet.getRange("A2").style = Excel.BuiltInStyle.explanatoryText;
      const headings = sheet.getRangeByIndexes(HEAD_ROWS - 1, 0, 1, FROZEN_HEADINGS.length);
      headings.values = [[...FROZEN_HEADINGS]];
      headings.format.font.bold = true;
      sheet.getRangeByIndexes(HEAD_ROWS, 0, rows.length, FROZEN_HEADINGS.length).values = rows;
      for (const [column, width] of WIDTHS.entries())
        sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
      setUpPage(sheet, HEAD_ROWS);
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
