import type { Outcome } from "../../src/workbook/excel/outcome";
import { readWorkbook, type WorkbookCells } from "../../src/workbook/read-workbook";

// One part of what readWorkbook() reads; a fault of the whole is the fault of each.
export const readDeal = () => part(({ deal }) => deal);

export const readScenarios = () => part(({ scenarios }) => scenarios);

export const listTables = () => part(({ tables }) => ({ ok: true, value: tables }) as const);

export const readCurrency = () => part(({ currency }) => ({ ok: true, value: currency }) as const);

async function part<T>(take: (cells: WorkbookCells) => Outcome<T>): Promise<Outcome<T>> {
  const read = await readWorkbook();
  return read.ok ? take(read.value) : read;
}
