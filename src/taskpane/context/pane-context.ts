import type { WriteProgress } from "../../workbook/excel/progress";
import type { PaneActions } from "./pane-actions";
import type { PaneState, Task } from "./pane-state";

/** What the pane's model lends to this part of it. */

export interface PaneContext {
  readonly actions: PaneActions;
  state(): PaneState;
  put(change: Partial<PaneState>): void;
  /** Does one thing at a time; what writes much may say how far it is, and be given up. */
  during(task: Task, text: string, work: (progress: WriteProgress) => Promise<void>): Promise<void>;
  refresh(): Promise<void>;
}
