import { COMPARABLES_TABLE, type ComparableCells } from "../../deal/comparable-deals";
import { isCalled, type WorkbookIndex } from "../excel/workbook-index";
import type { WriteRecord } from "../journal/record";

/**
 * Asks for the comparable deals: the table that we wrote, or one of the user's that goes by its name. Call what it returns after the
 * next sync; null is a workbook without such a table.
 */
export function askComparables(
  workbook: Excel.Workbook,
  { tables }: WorkbookIndex,
  records: readonly WriteRecord[],
): () => ComparableCells | null {
  const written = records.flatMap(({ kind, complete, tables: made = [] }) =>
    kind === "comparables" && complete ? made.map(({ table }) => table) : [],
  );
  const name = [...written, COMPARABLES_TABLE].find((wanted) =>
    tables.some((table) => isCalled(wanted, table)),
  );
  if (name === undefined) return () => null;
  const range = workbook.tables.getItem(name).getRange();
  range.load("address,values");
  return () => ({ address: range.address, values: range.values });
}
