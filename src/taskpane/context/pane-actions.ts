import type { Currency } from "../../core/currency";
import type { ByInput } from "../../deal/deal-inputs";
import type { ForecastToWrite, LinkedForecast } from "../../deal/forecast-block";
import type { Found } from "../../deal/found-cells";
import type { ScenarioToWrite } from "../../deal/scenario-to-write";
import type { ComparedOffer } from "../../sheets/comparables-sheet";
import type { DealNumbers } from "../../sheets/deal-numbers";
import type { AskStatus } from "../../sheets/negotiation/asks-table";
import type { TermSheetRequest } from "../../sheets/term/term-request";
import type { ImportedUsage } from "../../sheets/usage/imported-usage";
import type { LeverCells } from "../../sheets/usage/lever-rows";
import type { TableOnSheet } from "../../sheets/usage/usage-history";
import type { Outcome } from "../../workbook/excel/outcome";
import type { WriteProgress } from "../../workbook/excel/progress";
import type { CellReader } from "../../workbook/journal/readers-of";
import type { WrittenPlace } from "../../workbook/journal/rewrite-sheet";
import type { Undone } from "../../workbook/journal/undo";
import type { TableRequest, WrittenTable } from "../../workbook/journal/written-table";
import type { explainSelected, writeExplanation } from "../../workbook/portable/explain-selected";
import type { freezeOurs } from "../../workbook/portable/freeze";
import type { lookPortable } from "../../workbook/portable/look-portable";
import type { makePortable } from "../../workbook/portable/make-portable";
import type { restoreOurs } from "../../workbook/portable/restore-ours";
import type { sendCopy } from "../../workbook/portable/send-copy";
import type { canCopyWorkbook } from "../../workbook/portable/workbook-file";
import type { writeNumbers } from "../../workbook/portable/write-numbers";
import type { WorkbookCells } from "../../workbook/read-workbook";
import type { DeletedScenario } from "../../workbook/scenarios/change-scenarios";
import type { SelfCheckReport } from "../../workbook/self-check/report";
import type { RoundToWrite } from "../../workbook/sheets/insert-round";
import type { AsksRequest } from "../../workbook/sheets/write-asks";
import type { BridgeRequest } from "../../workbook/sheets/write-bridge";
import type { ComparisonRequest } from "../../workbook/sheets/write-comparison";
import type { CounterOfferRequest } from "../../workbook/sheets/write-counter-offer";
import type { DecisionRequest } from "../../workbook/sheets/write-decision";
import type { LogRequest } from "../../workbook/sheets/write-log";
import type { ScheduleToWrite } from "../../workbook/sheets/write-schedule";
import type { SeatsRequest } from "../../workbook/sheets/write-seats";
import type { ExclusionToWrite } from "../../workbook/usage/exclusions";
import type { WrittenUsage } from "../../workbook/usage/import-usage";
import type { EfficientSheets } from "../../workbook/usage/levers";
import type { UsageCells } from "../../workbook/usage/read-usage";
import type { EfficientWrite } from "../../workbook/usage/write-efficient";
import type { SelectedUsages } from "../views/sheets/table-form-state";

/** Formulas that give way to Excel's own or to values, and come back. */
export interface PortableActions {
  readonly lookPortable: typeof lookPortable;
  readonly makePortable: typeof makePortable;
  readonly freezeOurs: typeof freezeOurs;
  readonly writeNumbers: typeof writeNumbers;
  readonly canCopyWorkbook: typeof canCopyWorkbook;
  readonly sendCopy: typeof sendCopy;
  readonly restoreOurs: typeof restoreOurs;
  readonly explainSelected: typeof explainSelected;
  readonly writeExplanation: typeof writeExplanation;
}

/** All that the pane asks of a workbook. */
export interface PaneActions {
  /** @param typed References that a form holds, whose cells are read with the rest. */
  readWorkbook(typed?: ByInput<string>): Promise<Outcome<WorkbookCells>>;
  insertExample(currency: Currency): Promise<Outcome<{ readonly sheet: string }>>;
  insertNumbers(
    numbers: DealNumbers,
    currency: Currency,
  ): Promise<Outcome<{ readonly sheet: string }>>;
  /** A further offer as a scenario of the deal that is open, with its bands and terms on a sheet. */
  insertRound(
    round: RoundToWrite,
    currency: Currency,
  ): Promise<Outcome<{ readonly sheet: string }>>;
  chooseCurrency(code: string): Promise<Outcome<void>>;
  /** The selected cells as the lines of a text; "" where they are blank. */
  readSelectedText(): Promise<Outcome<string>>;
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
  writeForecast(
    forecast: ForecastToWrite | LinkedForecast,
    currency: Currency,
  ): Promise<Outcome<WrittenTable>>;
  /** @param again In place of a sheet that is there; absent: on a new sheet. */
  writeTerm(
    request: TermSheetRequest,
    currency: Currency,
    again?: WrittenPlace,
  ): Promise<Outcome<WrittenTable>>;
  writeSchedule(schedule: ScheduleToWrite, currency: Currency): Promise<Outcome<WrittenTable>>;
  writeComparables(offer: ComparedOffer, currency: Currency): Promise<Outcome<WrittenTable>>;
  showScenario(name: string | null): Promise<Outcome<void>>;
  addScenario(scenario: ScenarioToWrite, currency: Currency): Promise<Outcome<void>>;
  changeScenario(name: string, scenario: ScenarioToWrite): Promise<Outcome<void>>;
  duplicateScenario(name: string): Promise<Outcome<string>>;
  deleteScenario(name: string): Promise<Outcome<DeletedScenario>>;
  restoreScenario(deleted: DeletedScenario): Promise<Outcome<void>>;
  /** The asks, on a new sheet or again where they are. */
  writeAsks(request: AsksRequest, currency: Currency): Promise<Outcome<WrittenTable>>;
  /** Seats and dates, on a new sheet or again where they are. */
  writeSeats(request: SeatsRequest, currency: Currency): Promise<Outcome<WrittenTable>>;
  /** @param id Of the sheet of asks, as the list of tables has it. */
  markAsk(id: string, ask: string, status: AskStatus): Promise<Outcome<void>>;
  writeCounterOffer(
    request: CounterOfferRequest,
    currency: Currency,
  ): Promise<Outcome<WrittenTable>>;
  writeBridge(request: BridgeRequest, currency: Currency): Promise<Outcome<WrittenTable>>;
  /** Begins the log of the answer, or adds to it. */
  writeLog(request: LogRequest, currency: Currency): Promise<Outcome<WrittenTable>>;
  writeComparison(request: ComparisonRequest, currency: Currency): Promise<Outcome<WrittenTable>>;
  /** The cells of the price book that files are priced by; null is the one that is shipped. */
  readPriceBook(): Promise<Outcome<TableOnSheet | null>>;
  insertPriceBook(): Promise<Outcome<WrittenTable>>;
  importUsage(
    imported: ImportedUsage,
    currency: Currency,
    progress?: WriteProgress,
  ): Promise<Outcome<WrittenUsage>>;
  /** Efficient use and the forecast from history, each on a sheet of its own. */
  writeEfficient(request: EfficientWrite, currency: Currency): Promise<Outcome<WrittenTable>>;
  /** Those sheets; null where the workbook has none. */
  readEfficientSheets(): Promise<Outcome<EfficientSheets | null>>;
  writeLevers(levers: readonly LeverCells[]): Promise<Outcome<void>>;
  /** All tables of imported usage; null where the workbook has none. */
  readUsage(): Promise<Outcome<UsageCells | null>>;
  addExclusion(exclusion: ExclusionToWrite): Promise<Outcome<void>>;
  /** @param cells What the row showed; one that differs now is left alone. */
  removeExclusion(index: number, cells: readonly unknown[]): Promise<Outcome<void>>;
  /** Selects cells by their address with its sheet. */
  goToCells(address: string): Promise<Outcome<void>>;
  goToTable(id: string): Promise<Outcome<void>>;
  /** What would show #REF! if a write were removed. */
  readersOf(id: string, readers: readonly CellReader[]): Promise<Outcome<readonly string[]>>;
  removeTable(id: string): Promise<Outcome<Undone>>;
  /** What lets the workbook stand without the add-in, loaded when somebody asks for it. */
  portable(): Promise<PortableActions>;
  checkThisExcel(currency: Currency): Promise<Outcome<SelfCheckReport>>;
  watchWorkbook(onChange: () => void): Promise<Outcome<() => Promise<void>>>;
}
