import type { ClauseName } from "../forecast/clause-values";
import type { WorkbookFault } from "../workbook/outcome";
import type { SelfCheckReport } from "../workbook/self-check-report";
import type { WrittenTable } from "../workbook/table";
import type { DealReading } from "./deal-reading";
import type { ForecastForm } from "./forecast-form-state";
import { FRESH_FORM, type TableForm } from "./form-state";
import type { OwnSheet } from "./own-sheet";
import type { Status } from "./status";

/** What the workbook holds, as far as the pane knows. */
export type DealState =
  | { readonly kind: "reading" }
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly fault: WorkbookFault }
  | { readonly kind: "read"; readonly reading: DealReading };

/** What the pane is doing; one thing at a time. */
export type Task =
  | { readonly kind: "example" }
  | { readonly kind: "build" }
  | { readonly kind: "selection" }
  | { readonly kind: "choose" }
  | { readonly kind: "refresh" }
  | { readonly kind: "check" }
  | { readonly kind: "decision" }
  | { readonly kind: "forecast" }
  | { readonly kind: "goTo" | "remove"; readonly id: string };

export interface PaneState {
  readonly deal: DealState;
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
  /** Clauses that are taken as won, everywhere in the pane and nowhere in the workbook. */
  readonly clauses: readonly ClauseName[];
}

export const FIRST_STATE: PaneState = {
  deal: { kind: "reading" },
  tables: [],
  form: FRESH_FORM,
  task: undefined,
  status: undefined,
  report: undefined,
  own: undefined,
  forecastForm: undefined,
  clauses: [],
};
