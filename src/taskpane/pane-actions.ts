import type { ByPart, DealCells } from "../workbook/deal";
import type { Found } from "../workbook/find-cells";
import type { ForecastToWrite } from "../workbook/forecast-block";
import type { Outcome } from "../workbook/outcome";
import type { SelfCheckReport } from "../workbook/self-check-report";
import type { TableRequest, WrittenTable } from "../workbook/table";
import type { DecisionRequest } from "../workbook/write-decision";
import type { SelectedUsages } from "./form-state";

/** All that the pane asks of a workbook. */
export interface PaneActions {
  insertExample(): Promise<Outcome<{ readonly sheet: string }>>;
  readDeal(): Promise<Outcome<DealCells>>;
  readSelectedUsages(): Promise<Outcome<SelectedUsages>>;
  readTypedCells(texts: ByPart<string>): Promise<Outcome<ByPart<Found>>>;
  readSelectedReference(tables: boolean): Promise<Outcome<string>>;
  chooseDeal(texts: ByPart<string>): Promise<Outcome<void>>;
  forgetChoice(): Promise<Outcome<void>>;
  writeTable(request: TableRequest): Promise<Outcome<WrittenTable>>;
  writeDecision(request: DecisionRequest): Promise<Outcome<WrittenTable>>;
  writeForecast(forecast: ForecastToWrite): Promise<Outcome<WrittenTable>>;
  listTables(): Promise<Outcome<readonly WrittenTable[]>>;
  goToTable(id: string): Promise<Outcome<void>>;
  removeTable(id: string): Promise<Outcome<void>>;
  checkThisExcel(): Promise<Outcome<SelfCheckReport>>;
  watchWorkbook(onChange: () => void): Promise<Outcome<() => Promise<void>>>;
}
