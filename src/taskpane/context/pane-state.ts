import type { Currency } from "../../core/currency";
import type { Assumptions } from "../../deal/assumptions";
import type { ComparableDeals } from "../../deal/comparable-deals";
import type { ParsedDeal } from "../../deal/parse-deal";
import type { ParsedScenario } from "../../deal/parse-scenario";
import type { AlsoSaidCells } from "../../deal/text-terms";
import type { DayAmount } from "../../input/usage-files/pricing/day-amounts";
import type { UsageHistory } from "../../sheets/usage/usage-history";
import type { ListedDeal } from "../../workbook/deal/deals";
import type { WorkbookFault } from "../../workbook/excel/outcome";
import type { WrittenTable } from "../../workbook/journal/written-table";
import type { SelfCheckReport } from "../../workbook/self-check/report";
import type { AsksCells } from "../../workbook/sheets/read-asks";
import type { DealSource } from "../kit/deal-source";
import type { ForecastForm } from "../kit/forecast-form-state";
import type { AnswerNumber } from "../kit/how-sure/explain-links";
import type { ProposalForm } from "../views/proposal/proposal";
import type { ScenarioForm } from "../views/scenarios/scenario-form-state";
import type { TableForm } from "../views/sheets/table-form-state";
import type { ListHistory } from "../views/term/list-history-words";
import type { RiskDraft } from "../views/term/risk/risk-draft";
import type { TermDraft } from "../views/term/term-fields";
import type { EfficientDraft } from "../views/usage/efficient-state";
import type { ExclusionForm } from "../views/usage/exclusion-form-state";
import type { ImportDraft } from "../views/usage/import/import-draft";
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
  | { readonly kind: "comparables" }
  | { readonly kind: "selection" }
  | { readonly kind: "choose" }
  | { readonly kind: "refresh" }
  | { readonly kind: "currency" }
  | { readonly kind: "check" }
  | { readonly kind: "decision" }
  | { readonly kind: "forecast" }
  | { readonly kind: "schedule" }
  | { readonly kind: "termSheets" }
  | { readonly kind: "proposal" }
  | { readonly kind: "scenario" }
  | { readonly kind: "comparison" }
  | { readonly kind: "asks" }
  | { readonly kind: "seats" }
  | { readonly kind: "counterOffer" }
  | { readonly kind: "bridge" }
  | { readonly kind: "import" }
  | { readonly kind: "exclusion" }
  | { readonly kind: "efficient" }
  | { readonly kind: "priceBook" }
  | { readonly kind: "portable" }
  | { readonly kind: "log" }
  | { readonly kind: "goTo" | "remove" | "rebuild"; readonly id: string };

/** Which view is open, and which of its forms. */
export type ViewState =
  | {
      readonly name:
        | "home"
        | "offer"
        | "commitment"
        | "term"
        | "negotiation"
        | "sheets"
        | "settings";
    }
  | { readonly name: "start"; readonly form?: "cells" }
  | { readonly name: "proposal"; readonly form?: "text" | "round" }
  | { readonly name: "usage"; readonly form?: "forecast" | "import" | "exclusion" }
  | { readonly name: "scenarios"; readonly form?: "scenario" };

export type ViewName = ViewState["name"];

/** The form that is open in a view. */
export function formOf(view: ViewState): string | undefined {
  return "form" in view ? view.form : undefined;
}

/** What was typed into each form and is not written yet; it stays while another view is open. */
export interface Drafts {
  readonly proposal?: ProposalForm | undefined;
  readonly cells?: DealSource | undefined;
  readonly forecast?: ForecastForm | undefined;
  readonly scenario?: ScenarioForm | undefined;
  readonly table?: TableForm | undefined;
  readonly usageImport?: ImportDraft | undefined;
  readonly exclusion?: ExclusionForm | undefined;
  /** Usage by day of the last import of this session. */
  readonly importedDays?: readonly DayAmount[] | undefined;
  readonly efficient?: EfficientDraft | undefined;
  /** By the deal that they are about. */
  readonly terms?: Readonly<Record<string, TermDraft>>;
  readonly risks?: Readonly<Record<string, RiskDraft>>;
  /** What to explain: a number of the answer, else the selected cell. It is gone once somebody explains it. */
  readonly explain?: { readonly number?: AnswerNumber } | undefined;
  /** What list prices did, by the price book as it was when somebody last asked. */
  readonly listHistory?: ListHistory | undefined;
}

export interface PaneState {
  /** The label of amounts. */
  readonly currency: Currency;
  /** What is shown: the deal in the workbook, or the scenario that was chosen. */
  readonly deal: DealState;
  readonly workbookDeal: DealState;
  /** The deals of the workbook, to choose between. */
  readonly deals: readonly ListedDeal[];
  /** Key of the deal that is shown where no scenario is; null where the workbook has none. */
  readonly shownDeal: string | null;
  /** What others got; null where the workbook has no table of it. */
  readonly comparables: ComparableDeals | null;
  readonly scenarios: readonly ParsedScenario[];
  /** Name of the scenario that is shown; null is the deal in the workbook. */
  readonly shown: string | null;
  /** Why the scenarios could not be read. */
  readonly scenariosFault: WorkbookFault | undefined;
  /** Imported usage by month; null where the workbook has none. */
  readonly usage: UsageHistory | null;
  readonly tables: readonly WrittenTable[];
  /** What stands on each sheet of asks, and of seats and dates. */
  readonly asks: readonly AsksCells[];
  /** What proposals say beside their prices. */
  readonly alsoSaid: readonly AlsoSaidCells[];
  readonly task: Task | undefined;
  readonly status: Status | undefined;
  /** What the last check of this Excel found. */
  readonly report: SelfCheckReport | undefined;
  readonly view: ViewState;
  readonly drafts: Drafts;
  /** What is taken as if it were so, everywhere in the pane and nowhere in the workbook. */
  readonly whatIf: Assumptions;
}
