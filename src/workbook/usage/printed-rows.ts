import { printContent } from "../../sheets/formulas/print";
import { byUsageTable, USAGE_TABLES, type UsageTableKey } from "../../sheets/usage/usage-columns";
import type { RowToMake, UsageRows } from "../../sheets/usage/usage-rows";
import { inSlices, type WriteProgress } from "../excel/progress";
import type { NewRows } from "../journal/rewrite-tables";

/** The rows of each table as cells take them; the page may draw and hear while thousands are made. */
export async function printedRows(
  rows: UsageRows,
  progress?: WriteProgress,
): Promise<Readonly<Record<UsageTableKey, NewRows>>> {
  const printed: NewRows[] = [];
  for (const key of USAGE_TABLES) printed.push(await inSlices(printedOf(rows[key]), progress));
  return byUsageTable((key) => printed[USAGE_TABLES.indexOf(key)] ?? []);
}

function* printedOf(rows: readonly RowToMake[]): Generator<NewRows[number]> {
  for (const make of rows) yield make().map(printContent);
}
