import type { DealCells } from "../workbook/deal";
import type { Outcome } from "../workbook/outcome";
import type { TableRequest, WrittenTable } from "../workbook/table";
import type { SelectedUsages } from "./form-state";

/** All that the pane asks of a workbook. */
export interface PaneActions {
  insertExample(): Promise<Outcome<{ readonly sheet: string }>>;
  readDeal(): Promise<Outcome<DealCells>>;
  readSelectedUsages(): Promise<Outcome<SelectedUsages>>;
  writeTable(request: TableRequest): Promise<Outcome<WrittenTable>>;
  listTables(): Promise<Outcome<readonly WrittenTable[]>>;
  goToTable(id: string): Promise<Outcome<void>>;
  removeTable(id: string): Promise<Outcome<void>>;
  watchWorkbook(onChange: () => void): Promise<Outcome<() => Promise<void>>>;
}
