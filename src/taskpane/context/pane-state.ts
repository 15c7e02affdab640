import type { Assumptions } from "../../deal/assumptions";
import type { ParsedDeal } from "../../deal/parse-deal";
import type { ParsedScenario } from "../../deal/parse-scenario";
import type { ListedDeal } from "../../workbook/deal/deals";
import type { WorkbookFault } from "../../workbook/excel/outcome";
import type { WrittenTable } from "../../workbook/journal/written-table";
import type { SelfCheckReport } from "../../workbook/self-check/report";
import type { DealSource } from "../kit/deal-source";
import type { ForecastForm } from "../kit/forecast-form-state";
import type { ScenarioForm } from "../views/scenarios/scenario-form-state";
import type { TableForm } from "../views/sheets/table-form-state";
import type { ManualEntry } from "../views/start/manual-entry";
import type { Status } from "./status";

/** What the workbook holds, as far as the pane knows. */
export type DealState =
  | { readonly kind: "reading" }
  /** `gone`: where the bands of a deal stood that was read before. */
  | { readonly kind: "none"; readonly gone?: string | undefined }
  | { readonly kind: "refused"; readonly fault: WorkbookFault }
  | { readonly kind: "read"; readonly reading: ParsedDeal };

/** What the pane is doing; one thing at a time. */
export type Task =
  | { readonly kind: "example" }
  | { readonly kind: "build" }
  | { readonly kind: "selection" }
  | { readonly kind: "choose" }
  | { readonly kind: "refresh" }
  | { readonly kind: "currency" }
  | { readonly kind: "check" }
  | { readonly kind: "decision" }
  | { readonly kind: "forecast" }
  | { readonly kind: "numbers" }
  | { readonly kind: "scenario" }
  | { readonly kind: "comparison" }
  | { readonly kind: "goTo" | "remove" | "rebuild"; readonly id: string };

export interface PaneState {
  /** Code of the label of amounts. */
  readonly currency: string;
  /** What is shown: the deal in the workbook, or the scenario that was chosen. */
  readonly deal: DealState;
  readonly workbookDeal: DealState;
  /** The deals of the workbook, to choose between. */
  readonly deals: readonly ListedDeal[];
  /** Key of the deal that is shown where no scenario is; null where the workbook has none. */
  readonly shownDeal: string | null;
  readonly scenarios: readonly ParsedScenario[];
  /** Name of the scenario that is shown; null is the deal in the workbook. */
  readonly shown: string | null;
  /** Why the scenarios could not be read. */
  readonly scenariosFault: WorkbookFault | undefined;
  /** The form of a scenario, while it is open. */
  readonly scenarioForm: ScenarioForm | undefined;
  /** Whether the scenarios are compared side by side. */
  readonly comparing: boolean;
  readonly tables: readonly WrittenTable[];
  readonly form: TableForm;
  readonly task: Task | undefined;
  readonly status: Status | undefined;
  /** What the last check of this Excel found. */
  readonly report: SelfCheckReport | undefined;
  /** The form that chooses the cells of the deal, while it is open. */
  readonly own: DealSource | undefined;
  /** The form that says how sure the usage is, while it is open. */
  readonly forecastForm: ForecastForm | undefined;
  /** The form that takes a deal in numbers alone, while it is open. */
  readonly numbersForm: ManualEntry | undefined;
  /** What is taken as if it were so, everywhere in the pane and nowhere in the workbook. */
  readonly whatIf: Assumptions;
}
