import { readDealCells } from "../../src/deal/parse-deal";
import type { PaneState } from "../../src/taskpane/context/pane-state";
import { FIRST_STATE } from "../../src/taskpane/first-state";
import type { Outcome } from "../../src/workbook/excel/outcome";
import { readWorkbook, type WorkbookCells } from "../../src/workbook/read-workbook";
import { done } from "./open";

// One part of what readWorkbook() reads; a fault of the whole is the fault of each.
export const readDeal = () => part(({ deal }) => deal);

export const readScenarios = () => part(({ scenarios }) => scenarios);

export const listTables = () => part(({ tables }) => ({ ok: true, value: tables }) as const);

export const readCurrency = () => part(({ currency }) => ({ ok: true, value: currency }) as const);

async function part<T>(take: (cells: WorkbookCells) => Outcome<T>): Promise<Outcome<T>> {
  const read = await readWorkbook();
  return read.ok ? take(read.value) : read;
}

/** The pane with the deal of the workbook, and the sheets that we wrote. */
export async function stateNow(): Promise<PaneState> {
  const cells = done(await readWorkbook());
  const deal = { kind: "read", reading: readDealCells(done(cells.deal)) } as const;
  return { ...FIRST_STATE, deal, workbookDeal: deal, tables: cells.tables, asks: cells.asks };
}
