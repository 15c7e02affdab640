import type { ByInput, DealCells } from "../../deal/deal-inputs";
import type { ForecastToWrite } from "../../deal/forecast-block";
import type { Found } from "../../deal/found-cells";
import type { ScenarioTable } from "../../deal/scenario";
import type { ScenarioToWrite } from "../../deal/scenario-to-write";
import type { DealNumbers } from "../../sheets/deal-numbers";
import type { Outcome } from "../../workbook/excel/outcome";
import type { WriteProgress } from "../../workbook/excel/progress";
import type { TableRequest, WrittenTable } from "../../workbook/journal/written-table";
import type { DeletedScenario } from "../../workbook/scenarios/change-scenarios";
import type { SelfCheckReport } from "../../workbook/self-check/report";
import type { ComparisonRequest } from "../../workbook/sheets/write-comparison";
import type { DecisionRequest } from "../../workbook/sheets/write-decision";
import type { SelectedUsages } from "../views/sheets/table-form-state";

/** All that the pane asks of a workbook. */
export interface PaneActions {
  insertExample(): Promise<Outcome<{ readonly sheet: string }>>;
  insertNumbers(numbers: DealNumbers): Promise<Outcome<{ readonly sheet: string }>>;
  readCurrency(): Promise<Outcome<string | null>>;
  chooseCurrency(code: string): Promise<Outcome<void>>;
  readDeal(): Promise<Outcome<DealCells>>;
  readSelectedUsages(): Promise<Outcome<SelectedUsages>>;
  readTypedCells(texts: ByInput<string>): Promise<Outcome<ByInput<Found>>>;
  readSelectedReference(tables: boolean): Promise<Outcome<string>>;
  chooseDeal(texts: ByInput<string>, eachIsAYear?: boolean): Promise<Outcome<void>>;
  forgetChoice(): Promise<Outcome<void>>;
  writeTable(request: TableRequest, progress?: WriteProgress): Promise<Outcome<WrittenTable>>;
  writeDecision(request: DecisionRequest): Promise<Outcome<WrittenTable>>;
  writeForecast(forecast: ForecastToWrite): Promise<Outcome<WrittenTable>>;
  readScenarios(): Promise<Outcome<ScenarioTable | null>>;
  showScenario(name: string | null): Promise<Outcome<void>>;
  addScenario(scenario: ScenarioToWrite): Promise<Outcome<void>>;
  changeScenario(name: string, scenario: ScenarioToWrite): Promise<Outcome<void>>;
  duplicateScenario(name: string): Promise<Outcome<string>>;
  deleteScenario(name: string): Promise<Outcome<DeletedScenario>>;
  restoreScenario(deleted: DeletedScenario): Promise<Outcome<void>>;
  writeComparison(request: ComparisonRequest): Promise<Outcome<WrittenTable>>;
  listTables(): Promise<Outcome<readonly WrittenTable[]>>;
  goToTable(id: string): Promise<Outcome<void>>;
  removeTable(id: string): Promise<Outcome<void>>;
  checkThisExcel(): Promise<Outcome<SelfCheckReport>>;
  watchWorkbook(onChange: () => void): Promise<Outcome<() => Promise<void>>>;
}
