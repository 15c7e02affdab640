import { openFormOfShown } from "./open-form";
import type { PaneContext } from "./pane-context";

/** Opens the form that says how sure usage is, of what is shown. */
export function sayHowSure(pane: PaneContext): void {
  openFormOfShown(pane, { name: "usage", form: "forecast" });
}
