import { describe, expect, test } from "vitest";
import { describeFault, notRestored, type WorkbookFault } from "../../src/workbook/excel/outcome";

const CAUSES: readonly (readonly [WorkbookFault, string])[] = [
  [{ kind: "failed", code: "GeneralException", message: "The line is down" }, "The line is down"],
  [
    { kind: "protectedSheet", sheet: "Q1. Board" },
    "Q1. Board is protected: unprotect it in Review first",
  ],
  [
    { kind: "protectedRemoval", sheet: "Forecast" },
    "Forecast is protected: unprotect it in Review first",
  ],
  [
    { kind: "protectedWorkbook" },
    "the structure of this workbook is protected: Protect Workbook in Review lifts that",
  ],
  [{ kind: "busyEditing" }, "a cell is being edited: finish the edit with Enter first"],
  [{ kind: "sheetGone", sheet: "Deal" }, "Deal is no longer in the workbook"],
  [{ kind: "notRestored", cause: "the line is down" }, "the line is down"],
];

describe("notRestored()", () => {
  test.each(CAUSES)("tells of %o in words", (stoppedBy, cause) => {
    expect(describeFault(notRestored(stoppedBy))).toBe(
      `Writing stopped half way and could not be undone (${cause}). Choose Remove this table to put back what was there.`,
    );
  });
});
