import type { Assumptions } from "../../deal/assumptions";
import type { ByInput } from "../../deal/deal-inputs";
import type { Found } from "../../deal/found-cells";
import type { WriteProgress } from "../../workbook/excel/progress";
import type { PaneActions } from "./pane-actions";
import type { Drafts, PaneState, Task, ViewState } from "./pane-state";

/** References that a form holds. */
export interface TypedCells {
  /** Undefined while the form is closed. */
  texts(): ByInput<string> | undefined;
  /** Takes what they mean. The texts may have changed since they were asked for. */
  take(texts: ByInput<string>, found: ByInput<Found>): void;
}

/** What the pane lends to each of its views. */
export interface PaneContext {
  readonly actions: PaneActions;
  state(): PaneState;
  put(change: Partial<PaneState>): void;
  /** Keeps what was typed into a form; a fault that the status line tells is about the form as it was. */
  draft(change: Drafts): void;
  /** Does one thing at a time; what writes much may say how far it is, and be given up. */
  during(task: Task, text: string, work: (progress: WriteProgress) => Promise<void>): Promise<void>;
  refresh(): Promise<void>;
  /** Reads again when the user asks for it, and says what was found. */
  readAgain(): Promise<void>;
  /** Reads the references that a form holds with the rest of the workbook. */
  readWith(typed: TypedCells): void;
  /** Prices the whole pane as if something were so, or no longer. */
  suppose(change: Partial<Assumptions>): void;
  /** Opens a view, as it was left where it was open before. */
  open(view: ViewState): void;
  /** Opens what was open before this view or form; home where nothing was. */
  back(): void;
}
