import type { WorkbookFault } from "../../workbook/excel/outcome";
import { describeFault } from "../../workbook/excel/outcome";
import type { Overwriting, WrittenTable } from "../../workbook/journal/written-table";
import type { DeletedScenario } from "../../workbook/scenarios/change-scenarios";

/** A way on that the status line offers. */
export type Offer =
  | { readonly kind: "overwrite"; readonly place: Overwriting }
  /** Asks for another cell to be selected. */
  | { readonly kind: "anotherPlace" }
  /** Builds at the cell that is selected by now. */
  | { readonly kind: "here" }
  | { readonly kind: "newSheet" }
  /** Puts back a scenario that was deleted. */
  | { readonly kind: "undoDelete"; readonly deleted: DeletedScenario }
  /** Removes the sheet of the scenarios after all. */
  | { readonly kind: "removeScenarios"; readonly table: WrittenTable }
  | { readonly kind: "keepScenarios" }
  /** Gives up what is being done. */
  | { readonly kind: "cancel" };

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

/** A fault that stopped a table at a place on the user's own sheet, with the ways on that this fault leaves. */
export function placeFaultStatus(fault: WorkbookFault): Status {
  return { ...faultStatus(fault), offers: offersFor(fault) };
}

function offersFor(fault: WorkbookFault): readonly Offer[] {
  switch (fault.kind) {
    case "occupied": {
      const { sheet, address, cells } = fault;
      const place: Overwriting = { kind: "overwrite", sheet, address, cells };
      return [
        { kind: "anotherPlace" },
        { kind: "newSheet" },
        ...(fault.canOverwrite ? [{ kind: "overwrite", place } as const] : []),
      ];
    }
    case "protectedSheet":
    case "noRoom":
    case "changedMeanwhile":
    case "sheetGone":
      return [{ kind: "anotherPlace" }, { kind: "newSheet" }];
    default:
      return [];
  }
}

/** What is asked for when another place is wanted. */
export const ASK_FOR_A_PLACE: Status = {
  tone: "asking",
  text: "Select the cell where the table should begin, then choose Build here.",
  offers: [{ kind: "here" }, { kind: "newSheet" }],
};
