import { HostObject } from "./host-object";

/** Name under which the client asks for the pane's visibility. */
export const PANE_SERVICE = "Microsoft.AppRuntime.AppRuntimeService";

/** Shows and hides the pane. */
export interface PaneControl {
  show(): void;
  hide(): void;
  isVisible(): boolean;
}

/** Answers Office.addin.showAsTaskpane() and Office.addin.hide(). */
export class PaneService extends HostObject {
  constructor(private readonly pane: PaneControl) {
    super();
  }

  setAppRuntimeState(state: unknown): void {
    if (state === "Visible") this.pane.show();
    else this.pane.hide();
  }
}
