import { describeFault, type WorkbookFault } from "../../workbook/excel/outcome";
import type { WriteProgress } from "../../workbook/excel/progress";

/** A way on that the status line offers. */
export interface Offer {
  readonly kind:
    | "overwrite"
    /** Asks for another cell to be selected. */
    | "anotherPlace"
    /** Builds at the cell that is selected then. */
    | "here"
    | "newSheet"
    /** Puts back a scenario that was deleted. */
    | "undoDelete"
    /** Removes the sheet of the scenarios after all. */
    | "removeScenarios"
    | "keepScenarios"
    /** Removes what other cells read after all. */
    | "removeAnyway"
    | "keepTable"
    /** Shows a year of made exports before they are imported. */
    | "exampleUsage"
    /** Gives up what is being done. */
    | "cancel";
  readonly take: () => Promise<void> | void;
}

/** The one line that says what happened. */
export interface Status {
  readonly tone: "working" | "done" | "asking" | "fault";
  readonly text: string;
  readonly offers: readonly Offer[];
}

export function saying(tone: Status["tone"], text: string): Status {
  return { tone, text, offers: [] };
}

/** A fault in words, without a way on. What the user gave up is none. */
export function faultStatus(fault: WorkbookFault): Status {
  return saying(fault.kind === "cancelled" ? "done" : "fault", describeFault(fault));
}

/** What a finished write is said with where its cancelling came too late; empty where nobody cancelled it. */
export function lateCancel({ signal }: Pick<WriteProgress, "signal">): string {
  return signal.aborted ? "Cancel came too late. " : "";
}
