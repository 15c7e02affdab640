import type { Assumptions } from "../../deal/assumptions";
import type { WriteProgress } from "../../workbook/excel/progress";
import type { PaneActions } from "./pane-actions";
import type { Drafts, PaneState, Task, ViewState } from "./pane-state";

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
  /** Calls a view at each reading of the workbook. */
  atEachReading(read: () => Promise<void>): void;
  /** Prices the whole pane as if something were so, or no longer. */
  suppose(change: Partial<Assumptions>): void;
  /** Opens a view, as it was left where it was open before. */
  open(view: ViewState): void;
  /** Opens what was open before this view or form; home where nothing was. */
  back(): void;
}
