import { literalText } from "../../sheets/literal-text";
import {
  formatPortableRecord,
  type PortableRecord,
  RECORD_COLUMNS,
} from "../../sheets/portable/portable-record";
import { backupNameOf, blockNameOf } from "../journal/record";
import type { UndoStep } from "../journal/undo-steps";

/** The name that follows the block around replaced cells of one sheet. */
export function replacedNameOf(id: string, index: number): string {
  return `${blockNameOf(id)}_cells_${index + 1}`;
}

/** Rows that a hidden sheet keeps of them. */
export function keptRows({ blocks, cells }: PortableRecord): number {
  return blocks.length + cells.length;
}

/** Queues the hidden sheet with the former formulas, and the names that follow their cells. */
export function keepFormulas(workbook: Excel.Workbook, id: string, record: PortableRecord): void {
  const sheet = workbook.worksheets.add(backupNameOf(id));
  sheet.visibility = "VeryHidden";
  const rows = formatPortableRecord(record);
  sheet.getRangeByIndexes(0, 0, rows.length, RECORD_COLUMNS).values = rows.map((row) =>
    row.map(literalText),
  );
  for (const { sheet: name, address, name: blockName } of record.blocks)
    workbook.names.add(blockName, workbook.worksheets.getItem(name).getRange(address));
}

/** What puts the formulas back, and clears away what kept them. */
export function undoOfReplacing(
  id: string,
  record: PortableRecord,
): {
  readonly undoFirst: readonly UndoStep[];
  readonly undo: readonly UndoStep[];
  readonly names: readonly string[];
} {
  const sheet = backupNameOf(id);
  return {
    undoFirst: [{ kind: "restoreFormulas", sheet, rows: keptRows(record) }],
    undo: [{ kind: "deleteBackup", sheet }],
    names: record.blocks.map(({ name }) => name),
  };
}
