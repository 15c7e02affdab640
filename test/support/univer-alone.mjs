import { createRequire } from "node:module";

/**
 * Calculates formulas in Univer without a local workbook over it, which would correct it.
 *
 * node univer-alone.mjs '["=1.50"]' prints what each shows, as JSON; A1:B3 holds thresholds and discounts.
 */
const { openUniverInNode } = createRequire(import.meta.url)("../../build/node/host.cjs");
const ROOM = 4;

const { univerAPI } = openUniverInNode();
const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
const formulas = JSON.parse(process.argv[2]);
sheet.getRange("A1:B3").setValues([
  [0, 0],
  [250000, 0.1],
  [500000, 0.15],
]);
formulas.forEach((f, index) => {
  sheet.getRange(index * ROOM, 7).setValue({ f });
});
await univerAPI.getFormula().onCalculationEnd();
const shown = formulas.map((_, index) => sheet.getRange(index * ROOM, 7).getCellData()?.v);
process.stdout.write(JSON.stringify(shown), () => process.exit());
