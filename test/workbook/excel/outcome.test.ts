import { describe, expect, test } from "vitest";
import { describeFault, type WorkbookFault } from "../../../src/workbook/excel/outcome";

const OCCUPIED = {
  kind: "occupied",
  sheet: "Sheet2",
  address: "B4:F9",
  cells: 12,
  holds: ["values"],
  canOverwrite: true,
} as const satisfies WorkbookFault;

const SENTENCES: readonly (readonly [WorkbookFault, string])[] = [
  [
    { kind: "nothingNamed", names: ["Bands"] },
    "This workbook has no cells named Bands. Insert the example, or name your own cells so.",
  ],
  [{ kind: "notChosen", part: "Terms" }, "Terms could not be read. Nothing was changed."],
  [
    { kind: "choiceLost", part: "Bands", reference: "'My sheet'!$A$1:$C$5" },
    "Bands was to be read from 'My sheet'!A1:C5, which is no longer there. Choose the cells again.",
  ],
  [
    { kind: "namesLeft", names: ["Bandwise_Bands", "Bandwise_Terms"] },
    "Excel stopped half way. The deal is read as before or as chosen, and one of the names Bandwise_Bands, Bandwise_Terms may be left without use; Formulas, Name Manager deletes it.",
  ],
  [
    { kind: "protectedSheet", sheet: "Board" },
    "Board is protected. Nothing was written; choose a new sheet, or unprotect it in Review.",
  ],
  [
    { kind: "protectedRemoval", sheet: "Board" },
    "Board is protected, so what stands there cannot be taken out. Nothing was changed; unprotect it in Review, then remove again.",
  ],
  [
    { kind: "inputThere", part: "Forecast", reference: "'My sheet'!$A$1:$B$4" },
    "This deal has a forecast already, in 'My sheet'!A1:B4. Nothing was written; change it there.",
  ],
  [
    { kind: "protectedWorkbook" },
    "The structure of this workbook is protected, so no sheet can be added or deleted, not even the hidden one that keeps what was there. Nothing was changed; Protect Workbook in Review lifts that.",
  ],
  [OCCUPIED, "This would overwrite 12 cells on Sheet2 (B4:F9 holds values). Nothing was written."],
  [
    { ...OCCUPIED, cells: 1, holds: ["values", "merged cells"] },
    "This would overwrite 1 cell on Sheet2 (B4:F9 holds values and merged cells). Nothing was written.",
  ],
  [
    { kind: "noRoom", sheet: "Deal", rows: 1_200, columns: 15 },
    "Deal has no room for 1,200 rows and 15 columns there. Nothing was written.",
  ],
  [
    { kind: "changedMeanwhile", sheet: "Deal", address: "A1:C5" },
    "Deal was changed at A1:C5 by somebody else while the table was being written. Their cells are kept and the table is not there; look at the sheet and try again.",
  ],
  [
    { kind: "nameTaken", name: "Cost table" },
    "Somebody added a sheet called Cost table at the same moment. Nothing was written; try again.",
  ],
  [
    { kind: "busyEditing" },
    "A cell is being edited. Finish the edit with Enter, then try again; nothing was written.",
  ],
  [{ kind: "sheetGone", sheet: "Deal" }, "Deal is no longer in the workbook."],
  [
    { kind: "notRestored", cause: "The line is down" },
    "Writing stopped half way and could not be undone (The line is down). Choose Remove this table to put back what was there.",
  ],
  [
    { kind: "failed", code: "GeneralException", message: "There was a problem" },
    "Excel refused: There was a problem (GeneralException). The workbook is as it was.",
  ],
];

describe("describeFault()", () => {
  test.each(SENTENCES)("%o", (fault, sentence) => {
    expect(describeFault(fault)).toBe(sentence);
  });
});
