import { isSame, rowsOfAsks } from "../../sheets/negotiation/asks-cells";
import { ASKS_TITLE } from "../../sheets/negotiation/asks-sheet";
import type { AskStatus } from "../../sheets/negotiation/asks-table";
import type { Outcome } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
import { blockNameOf } from "../journal/record";

/**
 * Cells of a sheet that people type into, as they are written.
 *
 * @param title What it is called where it is gone.
 */
export function readTypedSheet(
  id: string,
  title: string,
): Promise<
  Outcome<{
    readonly values: readonly (readonly unknown[])[];
    readonly formulas: readonly (readonly unknown[])[];
  }>
> {
  return runExcel(async (context) => {
    const range = await blockOf(context, id, title);
    const { values, formulas } = range;
    return { values, formulas };
  });
}

/** Writes how far an ask is into its cell. */
export function markAsk(id: string, ask: string, status: AskStatus): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const range = await blockOf(context, id, ASKS_TITLE);
    const { name: sheet, protection } = range.worksheet;
    if (protection.protected) throw new FaultError({ kind: "protectedSheet", sheet });
    const { at, rows } = rowsOfAsks(range.values);
    const row = rows.find(({ cells }) => isSame(cells[at("Ask")], ask));
    if (!row || at("Status") < 0) throw new FaultError({ kind: "rowChanged", sheet });
    range.getCell(row.index, at("Status")).values = [[status]];
    await context.sync();
  });
}

async function blockOf(
  context: Excel.RequestContext,
  id: string,
  title: string,
): Promise<Excel.Range> {
  const range = context.workbook.names.getItemOrNullObject(blockNameOf(id)).getRangeOrNullObject();
  range.load("values,formulas");
  range.worksheet.load("name");
  range.worksheet.protection.load("protected");
  await context.sync();
  if (range.isNullObject) throw new FaultError({ kind: "sheetGone", sheet: title });
  return range;
}
