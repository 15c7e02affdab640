import type { DealInput } from "../../deal/deal-inputs";

/** What can stand where a table would. */
export type Obstacle =
  | "values"
  | "a table"
  | "a pivot table"
  | "a spilled formula"
  | "merged cells";

/** What went wrong in the workbook, as data; describeFault has the words. */
export type WorkbookFault =
  | { readonly kind: "nothingNamed"; readonly names: readonly string[] }
  | { readonly kind: "notChosen"; readonly part: DealInput }
  | { readonly kind: "choiceLost"; readonly part: DealInput; readonly reference: string }
  | { readonly kind: "namesLeft"; readonly names: readonly string[] }
  | { readonly kind: "protectedSheet"; readonly sheet: string }
  /** What we wrote stands on a sheet that was protected since. */
  | { readonly kind: "protectedRemoval"; readonly sheet: string }
  | { readonly kind: "protectedWorkbook" }
  /** Of the table of scenarios: it stands on a protected sheet, or has lost its column Name. */
  | { readonly kind: "protectedScenarios"; readonly sheet: string }
  | { readonly kind: "noNameColumn"; readonly sheet: string; readonly address: string }
  | { readonly kind: "noScenarioTable"; readonly sheet: string; readonly address: string }
  | {
      readonly kind: "noScenarioColumn";
      readonly sheet: string;
      readonly address: string;
      readonly column: string;
    }
  | { readonly kind: "scenarioGone"; readonly name: string }
  | { readonly kind: "scenarioThere"; readonly name: string }
  | { readonly kind: "inputThere"; readonly part: string; readonly reference: string }
  | { readonly kind: "inputNameTaken"; readonly part: string }
  | {
      readonly kind: "occupied";
      readonly sheet: string;
      readonly address: string;
      readonly cells: number;
      readonly holds: readonly Obstacle[];
      /** Whether overwriting can be undone exactly. */
      readonly canOverwrite: boolean;
    }
  | {
      readonly kind: "noRoom";
      readonly sheet: string;
      readonly rows: number;
      readonly columns: number;
    }
  /** A block that is to be written again needs cells that hold something. */
  | { readonly kind: "noRoomToGrow"; readonly sheet: string; readonly address: string }
  /** Files do not reach over the days of months that are in the workbook already. */
  | {
      readonly kind: "daysLacking";
      readonly month: string;
      readonly days: readonly string[];
      readonly more: number;
    }
  /** A table of usage was deleted, or is no table any more. */
  | { readonly kind: "tablesGone" }
  /** An Excel that cannot give a table other rows. */
  | { readonly kind: "olderExcel" }
  /** The columns of such a table were moved, renamed or deleted. */
  | { readonly kind: "columnsChanged"; readonly sheet: string }
  /** A row of a table holds something else than it did when the user chose it. */
  | { readonly kind: "rowChanged"; readonly sheet: string }
  | { readonly kind: "covered"; readonly by: string; readonly sheet: string }
  | { readonly kind: "tableMoved"; readonly sheet: string; readonly address: string }
  /** Cells whose formulas were replaced stand elsewhere now, where the former ones would read others. */
  | { readonly kind: "formulasMoved"; readonly sheet: string; readonly address: string }
  /** The cells are not as they were when the user was told what would become of them. */
  | { readonly kind: "changedSinceLook"; readonly sheet: string }
  /** Excel calculates only when somebody asks, so what cells show may be old. */
  | { readonly kind: "manualCalculation" }
  | { readonly kind: "notAtTop"; readonly sheet: string; readonly address: string }
  | {
      readonly kind: "notCalculated";
      readonly sheet: string;
      readonly cell: string;
      readonly shows: string;
    }
  | { readonly kind: "changedMeanwhile"; readonly sheet: string; readonly address: string }
  | { readonly kind: "nameTaken"; readonly name: string }
  | { readonly kind: "cancelled" }
  | { readonly kind: "busyEditing" }
  | { readonly kind: "sheetGone"; readonly sheet: string }
  | { readonly kind: "notRestored"; readonly cause: string }
  /** A write that was undone but for conditional formats across its edge, which this Excel cannot join. */
  | { readonly kind: "rulesInParts"; readonly cause: string; readonly sheet: string }
  | { readonly kind: "failed"; readonly code: string; readonly message: string };

/** A value from the workbook, or the fault that left the workbook as it was. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: WorkbookFault };

/** That something written could not be taken out again, and what stopped that. */
export function notRestored(stoppedBy: WorkbookFault): WorkbookFault {
  return { kind: "notRestored", cause: causeOf(stoppedBy) };
}

/** That what was written is taken out again, but conditional formats that cross its edge are in parts since. */
export function inParts(stoppedBy: WorkbookFault, sheet: string): WorkbookFault {
  return { kind: "rulesInParts", cause: causeOf(stoppedBy), sheet };
}

/** Of conditional formats that were cut at the edge of what was written, in an Excel that cannot join them. */
export function rulesInPartsOn(sheet: string): string {
  return `Conditional formats that cross its edge are in parts now, since this version of Excel cannot join them: Home, Conditional Formatting, Manage Rules shows those of ${sheet}.`;
}

/** What stood in the way, without the state that is told beside it: after a write that stopped half way that is another. */
function causeOf(fault: WorkbookFault): string {
  switch (fault.kind) {
    case "failed":
      return fault.message;
    case "protectedSheet":
    case "protectedRemoval":
      return `${fault.sheet} is protected: unprotect it in Review first`;
    case "protectedWorkbook":
      return "the structure of this workbook is protected: Protect Workbook in Review lifts that";
    case "busyEditing":
      return "a cell is being edited: finish the edit with Enter first";
    case "notRestored":
    case "rulesInParts":
      return fault.cause;
    case "cancelled":
      return "it was cancelled";
    default:
      return describeFault(fault).replace(/\.$/, "");
  }
}

/** One sentence: what stopped it, what state the workbook is in, what would do. */
export function describeFault(fault: WorkbookFault): string {
  switch (fault.kind) {
    case "nothingNamed":
      return `This workbook has no cells named ${fault.names.join(", ")}. Insert the example, or name your own cells so.`;
    case "notChosen":
      return `${fault.part} could not be read. Nothing was changed.`;
    case "choiceLost":
      return `${fault.part} was to be read from ${fault.reference.replaceAll("$", "")}, which is no longer there. Choose the cells again.`;
    case "namesLeft":
      return `Excel stopped half way. The deal is read as before or as chosen, and one of the names ${fault.names.join(", ")} may be left without use; Formulas, Name Manager deletes it.`;
    case "protectedSheet":
      return `${fault.sheet} is protected. Nothing was written; choose a new sheet, or unprotect it in Review.`;
    case "protectedRemoval":
      return `${fault.sheet} is protected, so what stands there cannot be taken out. Nothing was changed; unprotect it in Review, then remove again.`;
    case "protectedScenarios":
      return `${fault.sheet} is protected, so its scenarios cannot be changed. Nothing was changed; unprotect it in Review.`;
    case "noNameColumn":
      return `The table of scenarios in ${fault.sheet}!${fault.address} has no column headed Name, so no scenario can be told from another. Head a column Name again.`;
    case "noScenarioTable":
      return `The scenarios in ${fault.sheet}!${fault.address} are no table any more, so no row can be added or deleted here. Select them and choose Insert, Table.`;
    case "noScenarioColumn":
      return `The table of scenarios in ${fault.sheet}!${fault.address} has no column headed ${fault.column}, so that would be lost. Nothing was changed: type ${fault.column} into the cell right of its last heading, and save again.`;
    case "scenarioGone":
      return `There is no scenario called ${fault.name} any more. Nothing was changed.`;
    case "scenarioThere":
      return `There is a scenario called ${fault.name} already. Nothing was changed; give another name.`;
    case "inputThere":
      return `This deal has a ${fault.part.toLowerCase()} already, in ${fault.reference.replaceAll("$", "")}. Nothing was written; change it there.`;
    case "inputNameTaken":
      return `Other cells are named ${fault.part}, and another deal of this workbook is in chosen cells, of which it keeps one set. Nothing was written; delete or rename the name ${fault.part} in Formulas, Name Manager.`;
    case "protectedWorkbook":
      return "The structure of this workbook is protected, so no sheet can be added or deleted, not even the hidden one that keeps what was there. Nothing was changed; Protect Workbook in Review lifts that.";
    case "occupied":
      return `This would overwrite ${fault.cells === 1 ? "1 cell" : `${fault.cells.toLocaleString("en-US")} cells`} on ${fault.sheet} (${fault.address} holds ${fault.holds.join(" and ")}). Nothing was written.`;
    case "noRoom":
      return `${fault.sheet} has no room for ${fault.rows.toLocaleString("en-US")} rows and ${fault.columns.toLocaleString("en-US")} columns there. Nothing was written.`;
    case "noRoomToGrow":
      return `The table needs ${fault.address} on ${fault.sheet} too, and something is there. Nothing was changed; move what is there, then rebuild.`;
    case "daysLacking": {
      const [first = ""] = fault.days;
      const last = fault.days.at(-1);
      const days =
        fault.days.length === 1 ? first : `${fault.days.length} days from ${first} to ${last}`;
      const others =
        fault.more > 0
          ? ` The same goes for ${fault.more === 1 ? "1 more month" : `${fault.more} more months`}.`
          : "";
      return `${fault.month} is in the workbook already, and the new files lack ${days} of it. Nothing was changed, since adding them would count days twice or lose some: export the whole month and import it again.${others}`;
    }
    case "olderExcel":
      return "This version of Excel cannot give a table other rows. Nothing was changed; update Excel, or remove the usage in Sheets and import all files again.";
    case "tablesGone":
      return "A table of the imported usage was deleted or renamed, so nothing can be added to it. Nothing was changed; undo that, or remove the usage in Sheets and import all files again.";
    case "columnsChanged":
      return `The columns of the table on ${fault.sheet} are no longer those that were written. Nothing was changed; give the table its headings back in their order, with columns of your own at its right.`;
    case "rowChanged":
      return `This row of ${fault.sheet} has changed since it was shown. Nothing was changed; look at it and try again.`;
    case "covered":
      return `${fault.by} on ${fault.sheet} covers a part of it. Nothing was changed; remove that one first.`;
    case "tableMoved":
      return `The table is no longer in ${fault.address} on ${fault.sheet}. Nothing was changed; look where it is now, then rebuild.`;
    case "formulasMoved":
      return `Rows or columns were added or deleted around ${fault.address} on ${fault.sheet}, so the former formulas would read other cells. Nothing was changed; undo that, then restore.`;
    case "changedSinceLook":
      return `${fault.sheet} has changed since you looked. Nothing was changed; look again.`;
    case "manualCalculation":
      return "Excel calculates only when you ask it to, so what cells show may be old. Nothing was changed; choose Formulas, Calculation Options, Automatic.";
    case "notAtTop":
      return `${fault.sheet} begins in ${fault.address} now, and it can be rebuilt only from A1 on. Nothing was changed; delete the rows above it and the columns at its left, then rebuild.`;
    case "notCalculated":
      return `Excel shows ${fault.shows} in ${fault.cell} of ${fault.sheet}, so there are no values to keep. The workbook is as it was; wait until Excel has calculated, then try again.`;
    case "changedMeanwhile":
      return `${fault.sheet} was changed at ${fault.address} by somebody else while the table was being written. Their cells are kept and the table is not there; look at the sheet and try again.`;
    case "nameTaken":
      return `Somebody added a sheet called ${fault.name} at the same moment. Nothing was written; try again.`;
    case "cancelled":
      return "Cancelled. The workbook is as it was.";
    case "busyEditing":
      return "A cell is being edited. Finish the edit with Enter, then try again; nothing was written.";
    case "sheetGone":
      return `${fault.sheet} is no longer in the workbook.`;
    case "notRestored":
      return `Writing stopped half way and could not be undone (${fault.cause}). Choose Remove this table to put back what was there.`;
    case "rulesInParts":
      return `Writing stopped (${fault.cause}), and its cells are as they were. ${rulesInPartsOn(fault.sheet)}`;
    case "failed":
      return `Excel refused: ${fault.message} (${fault.code}). The workbook is as it was.`;
  }
}
