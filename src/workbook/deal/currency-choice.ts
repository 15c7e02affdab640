import type { Outcome } from "../excel/outcome";
import { runExcel } from "../excel/run";

/** Setting of the workbook that holds the code of the label of amounts; without it amounts are in USD. */
export const CURRENCY_KEY = "BandwiseCurrency";

/** The label that was chosen for the amounts of this workbook; null where none was. */
export async function readCurrency(): Promise<Outcome<string | null>> {
  return runExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(CURRENCY_KEY);
    setting.load("value");
    await context.sync();
    return setting.isNullObject || typeof setting.value !== "string" ? null : setting.value;
  });
}

/** Keeps the label of amounts in the workbook. Cells stay as they are. */
export async function chooseCurrency(code: string): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    context.workbook.settings.add(CURRENCY_KEY, code);
    await context.sync();
  });
}
