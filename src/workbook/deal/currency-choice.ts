import type { Outcome } from "../excel/outcome";
import { runExcel } from "../excel/run";

/** Setting of the workbook that holds the code of the label of amounts; without it amounts are in USD. */
export const CURRENCY_KEY = "BandwiseCurrency";

/** The label of amounts in the value of the setting; null where there is none. */
export function currencyIn(kept: unknown): string | null {
  return typeof kept === "string" ? kept : null;
}

/** Keeps the label of amounts in the workbook. Cells stay as they are. */
export async function chooseCurrency(code: string): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    context.workbook.settings.add(CURRENCY_KEY, code);
    await context.sync();
  });
}
