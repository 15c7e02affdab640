import { blockOf, withoutSheet } from "../../input/cells/a1";
import {
  type FormerCells,
  parsePortableRecord,
  RECORD_COLUMNS,
  restoring,
} from "../../sheets/portable/portable-record";
import { withSheetsRenamed } from "../../sheets/portable/references";
import { FaultError } from "../excel/run";
import { CellsToWrite, writeScattered } from "../excel/scattered-cells";
import type { UndoStep } from "./undo-steps";

/** What is to be written so that cells have their former formulas again. */
export interface FormerFormulas {
  readonly sheets: readonly {
    readonly sheet: Excel.Worksheet;
    /** As it is called now. */
    readonly name: string;
    readonly cells: CellsToWrite["cells"];
    readonly formats: readonly { readonly address: string; readonly format: string }[];
  }[];
  /** Cells that were changed since and keep what they hold, such as Deal!B5. */
  readonly changed: readonly string[];
}

type RestoreFormulas = Extract<UndoStep, { readonly kind: "restoreFormulas" }>;

/**
 * Finds what a hidden sheet keeps of formulas that were replaced, and which of them can go back: four round trips.
 *
 * @returns undefined where nothing is kept, since nothing was replaced.
 * @throws FaultError where the cells have moved, so that their formulas would read others than they did.
 */
export async function findFormerFormulas(
  { worksheets, names: items }: Excel.Workbook,
  { sheet: kept, rows }: Pick<RestoreFormulas, "sheet" | "rows">,
): Promise<FormerFormulas | undefined> {
  const { context } = worksheets;
  const backup = worksheets.getItemOrNullObject(kept);
  backup.load("name");
  await context.sync();
  if (backup.isNullObject) return undefined;
  const texts = backup.getRange("A1").getResizedRange(rows - 1, RECORD_COLUMNS - 1);
  texts.load("values");
  await context.sync();
  const record = parsePortableRecord(texts.values);
  const asked = record.blocks.map((block) => {
    const range = items.getItemOrNullObject(block.name).getRangeOrNullObject();
    range.load("address,formulas");
    range.worksheet.load("name");
    return { block, range };
  });
  await context.sync();
  // The names are made just before the cells are written: without one nothing was.
  const found = asked.filter(({ range }) => !range.isNullObject);
  for (const { block, range } of found)
    if (withoutSheet(range.address) !== block.address)
      throw new FaultError({
        ...{ kind: "formulasMoved", sheet: range.worksheet.name, address: block.address },
      });
  const names = new Map(found.map(({ block, range }) => [block.sheet, range.worksheet.name]));
  const cells = record.cells.map((one) => ({
    ...one,
    former: withSheetsRenamed(one.former, names),
    next: withSheetsRenamed(one.next, names),
  }));
  const changed: string[] = [];
  const sheets = found.map(({ block, range }) => {
    const { name } = range.worksheet;
    const written = new CellsToWrite();
    for (const former of cells)
      if (former.sheet === block.sheet) restoreInto(written, former, block.address, range, changed);
    const formats = cells.flatMap(({ sheet, address, format }) => {
      const { row, column } = blockOf(address);
      const isBack = written.cells.get(row)?.has(column) === true;
      return sheet === block.sheet && format !== undefined && isBack ? [{ address, format }] : [];
    });
    return { sheet: worksheets.getItem(name), name, cells: written.cells, formats };
  });
  return { sheets, changed };
}

function restoreInto(
  cells: CellsToWrite,
  former: FormerCells,
  around: string,
  { formulas, worksheet }: Excel.Range,
  changed: string[],
): void {
  const [block, outer] = [blockOf(former.address), blockOf(around)];
  const now = Array.from({ length: block.rows }, (_, down) =>
    Array.from(
      { length: block.columns },
      (__, along) => formulas[block.row - outer.row + down]?.[block.column - outer.column + along],
    ),
  );
  const restored = restoring(former, now);
  changed.push(...restored.changed.map((address) => `${worksheet.name}!${address}`));
  for (const [down, line] of restored.cells.entries())
    for (const [along, formula] of line.entries())
      if (formula !== null) cells.put(block.row + down, block.column + along, formula);
}

/** Queues the former formulas. */
export function putFormulasBack({ sheets }: FormerFormulas): void {
  for (const { sheet, cells, formats } of sheets) {
    // A format of text comes first: what is written into such a cell stays text.
    for (const { address, format } of formats) sheet.getRange(address).numberFormat = [[format]];
    writeScattered(sheet, cells);
  }
}
