/** What was typed about a deal under way; a blank is what the pane takes by itself. */
export interface TrackingDraft {
  /** Usage of each month past. */
  readonly months?: string;
  readonly topUp?: string;
  readonly target?: string;
}

export type TrackingField = keyof TrackingDraft;
