import type { AlsoSaidCells } from "../../deal/text-terms";
import type { WorkbookIndex } from "../excel/workbook-index";

/** The names that tables of what a proposal also says are given; a number follows where one is taken. */
const ALSO_SAID = /^(Offer)?AlsoSaid_?\d*$/i;

/** Asks for what proposals say beside their prices. Call what it returns after the next sync. */
export function askAlsoSaid(
  { tables }: Excel.Workbook,
  index: WorkbookIndex,
): () => readonly AlsoSaidCells[] {
  const asked = index.tables.flatMap((table) => {
    if (!ALSO_SAID.test(table)) return [];
    const range = tables.getItem(table).getRange();
    range.load("address,values");
    return [{ table, range }];
  });
  return () =>
    asked.map(({ table, range: { address, values } }) => ({ table, address, cells: values }));
}
