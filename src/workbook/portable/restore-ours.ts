import { blockAddress } from "../../input/cells/a1";
import { tokensOf } from "../../sheets/portable/formula-tokens";
import { readReference } from "../../sheets/portable/references";
import type { Outcome } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
import { findFormerFormulas, putFormulasBack } from "../journal/former-formulas";
import { recordsIn } from "../journal/record";
import { removeTable } from "../journal/roll-back";
import { askSheets } from "./read-book";

/** What putting our formulas back left. */
export interface RestoredOurs {
  /** Cells that were changed since and keep what they hold, such as Deal!B5. */
  readonly changed: readonly string[];
  /** Other cells that read the sheet that was made, which therefore stays. */
  readonly readers: readonly string[];
}

/**
 * Puts the formulas back that were made portable or frozen, to the letter, and deletes the sheet that was made for it unless other
 * cells read it. Safe to call again where it stopped half way.
 */
export async function restoreOurs(id: string): Promise<Outcome<RestoredOurs>> {
  const restored = await runExcel(async (context) => {
    const { workbook } = context;
    const { settings, worksheets } = workbook;
    settings.load("items/key,items/value");
    worksheets.load("items/name,items/visibility");
    await context.sync();
    const record = recordsIn(settings).find((one) => one.id === id);
    const step = record?.undo.find(({ kind }) => kind === "restoreFormulas");
    if (record === undefined || step?.kind !== "restoreFormulas")
      throw new FaultError({ kind: "sheetGone", sheet: id });
    const block = workbook.names.getItemOrNullObject(record.names[0] ?? "").getRangeOrNullObject();
    block.worksheet.load("name");
    const sheetsThere = askSheets(
      workbook,
      worksheets.items
        .filter(({ visibility }) => visibility !== Excel.SheetVisibility.veryHidden)
        .map(({ name }) => name),
    );
    const found = await findFormerFormulas(workbook, step);
    const sheets = sheetsThere();
    if (found === undefined || block.isNullObject) return { changed: [], readers: [] };
    const locked = sheets.find(
      ({ name, isProtected }) => isProtected && found.sheets.some((one) => one.name === name),
    );
    if (locked) throw new FaultError({ kind: "protectedRemoval", sheet: locked.name });
    const made = block.worksheet.name;
    const isRestored = (sheet: string, row: number, column: number): boolean =>
      found.sheets.some((one) => one.name === sheet && one.cells.get(row)?.has(column) === true);
    const readers = sheets.flatMap(({ name, row, column, formulas }) =>
      formulas.flatMap((line, down) =>
        line.flatMap((content, along) => {
          const isOwn = name === made || isRestored(name, row + down, column + along);
          return isOwn || !readsSheet(content, made)
            ? []
            : [addressOf(name, row + down, column + along)];
        }),
      ),
    );
    if (readers.length > 0) {
      putFormulasBack(found);
      await context.sync();
    }
    return { changed: found.changed, readers };
  });
  if (!restored.ok || restored.value.readers.length > 0) return restored;
  const removed = await removeTable(id);
  return removed.ok ? restored : removed;
}

/** Whether a cell holds a formula that reads a sheet. */
function readsSheet(content: unknown, sheet: string): boolean {
  if (typeof content !== "string" || !content.startsWith("=") || !content.includes(sheet))
    return false;
  return tokensOf(content).some(
    ({ kind, text }) => kind === "reference" && readReference(text)?.sheet === sheet,
  );
}

function addressOf(sheet: string, row: number, column: number): string {
  return `${sheet}!${blockAddress({ row, column, rows: 1, columns: 1 })}`;
}
