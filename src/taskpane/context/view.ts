import type { SVGTemplateResult, TemplateResult } from "lit";
import type { RowLine } from "../kit/row-line";
import type { PaneContext } from "./pane-context";
import type { PaneState, ViewName } from "./pane-state";

/** Draws a view from the state of the pane. */
export type DrawView = (state: PaneState) => TemplateResult;

/** What is fetched of a view. */
export interface LoadedView {
  /** Takes what the pane lends, and returns what draws the view. */
  readonly connect: (pane: PaneContext) => DrawView;
  /** An answer that says more than the one of the record, with what the chunk brings. */
  readonly line?: (state: PaneState) => RowLine;
}

/** A view of the pane; all but this record is a chunk of its own. */
export interface View {
  readonly name: ViewName;
  readonly title: string;
  readonly icon: SVGTemplateResult;
  /** The answer of the view; absent for a view that has no row of home. */
  readonly line?: (state: PaneState) => RowLine;
  /** Fetches the view. */
  readonly load: () => Promise<LoadedView>;
}
