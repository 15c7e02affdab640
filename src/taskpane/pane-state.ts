import { currency } from "../core/currency";
import type { WorkbookFault } from "../workbook/outcome";
import type { SelfCheckReport } from "../workbook/self-check-report";
import type { WrittenTable } from "../workbook/table";
import type { DealReading } from "./deal-reading";
import type { ForecastForm } from "./forecast-form-state";
import { FRESH_FORM, type TableForm } from "./form-state";
import type { NumbersForm } from "./numbers-form-state";
import type { OwnSheet } from "./own-sheet";
import type { ScenarioForm } from "./scenario-form-state";
import type { ScenarioReading } from "./scenario-reading";
import type { Status } from "./status";
import { AS_IT_IS, type WhatIf } from "./what-if";

/** What the workbook holds, as far as the pane knows. */
export type DealState =
  | { readonly kind: "reading" }
  /** `gone`: where the bands of a deal stood that was read before. */
  | { readonly kind: "none"; readonly gone?: string | undefined }
  | { readonly kind: "refused"; readonly fault: WorkbookFault }
  | { readonly kind: "read"; readonly reading: DealReading };

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
  readonly scenarios: readonly ScenarioReading[];
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
  readonly own: OwnSheet | undefined;
  /** The form that says how sure the usage is, while it is open. */
  readonly forecastForm: ForecastForm | undefined;
  /** The form that takes a deal in numbers alone, while it is open. */
  readonly numbersForm: NumbersForm | undefined;
  /** What is taken as if it were so, everywhere in the pane and nowhere in the workbook. */
  readonly whatIf: WhatIf;
}

export const FIRST_STATE: PaneState = {
  currency: currency().code,
  deal: { kind: "reading" },
  workbookDeal: { kind: "reading" },
  scenarios: [],
  shown: null,
  scenariosFault: undefined,
  scenarioForm: undefined,
  comparing: false,
  tables: [],
  form: FRESH_FORM,
  task: undefined,
  status: undefined,
  report: undefined,
  own: undefined,
  forecastForm: undefined,
  numbersForm: undefined,
  whatIf: AS_IT_IS,
};
