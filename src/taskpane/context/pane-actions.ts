import type { Currency } from "../../core/currency";
import type { ByInput } from "../../deal/deal-inputs";
import type { ForecastToWrite } from "../../deal/forecast-block";
import type { Found } from "../../deal/found-cells";
import type { ScenarioToWrite } from "../../deal/scenario-to-write";
import type { DealNumbers } from "../../sheets/deal-numbers";
import type { Outcome } from "../../workbook/excel/outcome";
import type { WriteProgress } from "../../workbook/excel/progress";
import type { TableRequest, WrittenTable } from "../../workbook/journal/written-table";
import type { WorkbookCells } from "../../workbook/read-workbook";
import type { DeletedScenario } from "../../workbook/scenarios/change-scenarios";
import type { SelfCheckReport } from "../../workbook/self-check/report";
import type { ComparisonRequest } from "../../workbook/sheets/write-comparison";
import type { DecisionRequest } from "../../workbook/sheets/write-decision";
import type { SelectedUsages } from "../views/sheets/table-form-state";

/** All that the pane asks of a workbook. */
export interface PaneActions {
  /** @param typed References that a form holds, whose cells are read with the rest. */
  readWorkbook(typed?: ByInput<string>): Promise<Outcome<WorkbookCells>>;
  insertExample(currency: Currency): Promise<Outcome<{ readonly sheet: string }>>;
  insertNumbers(
    numbers: DealNumbers,
    currency: Currency,
  ): Promise<Outcome<{ readonly sheet: string }>>;
  chooseCurrency(code: string): Promise<Outcome<void>>;
  readSelectedUsages(): Promise<Outcome<SelectedUsages>>;
  readTypedCells(texts: ByInput<string>): Promise<Outcome<ByInput<Found>>>;
  readSelectedReference(tables: boolean): Promise<Outcome<string>>;
  chooseDeal(texts: ByInput<string>, eachIsAYear?: boolean): Promise<Outcome<void>>;
  forgetChoice(): Promise<Outcome<void>>;
  /** @param key Of one of the deals that readWorkbook() listed. */
  showDeal(key: string): Promise<Outcome<void>>;
  writeTable(
    request: TableRequest,
    currency: Currency,
    progress?: WriteProgress,
  ): Promise<Outcome<WrittenTable>>;
  writeDecision(request: DecisionRequest, currency: Currency): Promise<Outcome<WrittenTable>>;
  writeForecast(forecast: ForecastToWrite, currency: Currency): Promise<Outcome<WrittenTable>>;
  showScenario(name: string | null): Promise<Outcome<void>>;
  addScenario(scenario: ScenarioToWrite, currency: Currency): Promise<Outcome<void>>;
  changeScenario(name: string, scenario: ScenarioToWrite): Promise<Outcome<void>>;
  duplicateScenario(name: string): Promise<Outcome<string>>;
  deleteScenario(name: string): Promise<Outcome<DeletedScenario>>;
  restoreScenario(deleted: DeletedScenario): Promise<Outcome<void>>;
  writeComparison(request: ComparisonRequest, currency: Currency): Promise<Outcome<WrittenTable>>;
  /** Selects cells by their address with its sheet. */
  goToCells(address: string): Promise<Outcome<void>>;
  goToTable(id: string): Promise<Outcome<void>>;
  removeTable(id: string): Promise<Outcome<void>>;
  checkThisExcel(currency: Currency): Promise<Outcome<SelfCheckReport>>;
  watchWorkbook(onChange: () => void): Promise<Outcome<() => Promise<void>>>;
}
