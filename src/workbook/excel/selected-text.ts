import { cellsAsText } from "../../input/offers/cells-as-text";
import type { Outcome } from "./outcome";
import { runExcel } from "./run";

/** The used part of the selected cells as the lines of a text; "" where nothing is in them. */
export async function readSelectedText(): Promise<Outcome<string>> {
  return runExcel(async (context) => {
    const used = context.workbook.getSelectedRange().getUsedRangeOrNullObject(true);
    used.load("values,numberFormat,text");
    await context.sync();
    if (used.isNullObject) return "";
    return cellsAsText({ values: used.values, formats: used.numberFormat, texts: used.text });
  });
}
