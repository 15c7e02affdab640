import { blockOf, withoutSheet } from "../../input/cells/a1";
import { mayCallOurs } from "../../sheets/portable/calls-in-formula";
import type { BookRead, SheetRead, SpillRead } from "../../sheets/portable/read-book";
import { FaultError } from "../excel/run";

/** Asks for the cells of sheets. Call what it returns after the next sync; a sheet that is gone is left out. */
export function askSheets(
  { worksheets }: Excel.Workbook,
  names: readonly string[],
): () => readonly SheetRead[] {
  const asked = names.map((name) => {
    const sheet = worksheets.getItemOrNullObject(name);
    sheet.load("name");
    sheet.names.load("items/name");
    sheet.protection.load("protected");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("address,formulas,values");
    return { sheet, used };
  });
  return () =>
    asked.flatMap(({ sheet, used }): readonly SheetRead[] => {
      if (sheet.isNullObject) return [];
      const ownNames = sheet.names.items.map(({ name }) => name);
      const rest = { name: sheet.name, isProtected: sheet.protection.protected, ownNames };
      if (used.isNullObject) return [{ ...rest, row: 0, column: 0, formulas: [], values: [] }];
      const { row, column } = blockOf(used.address);
      const { values } = used;
      return [{ ...rest, row, column, formulas: withTextMarked(used.formulas, values), values }];
    });
}

/** Text that reads as a formula, such as one that was frozen, gets the apostrophe with which it is typed. */
function withTextMarked(
  formulas: readonly (readonly unknown[])[],
  values: readonly (readonly unknown[])[],
): readonly (readonly unknown[])[] {
  return formulas.map((line, down) =>
    line.map((content, along) =>
      typeof content === "string" && content.startsWith("=") && values[down]?.[along] === content
        ? `'${content}`
        : content,
    ),
  );
}

/** Asks whether Excel calculates by itself. Call what it returns after the next sync. */
export function askCalculation({ application }: Excel.Workbook): () => void {
  application.load("calculationMode");
  return () => {
    if (application.calculationMode === Excel.CalculationMode.manual)
      throw new FaultError({ kind: "manualCalculation" });
  };
}

/**
 * Reads all that cells hold, three round trips, whatever the number of sheets. Sheets that only an add-in can show are left out: they keep what ours replaced.
 *
 * @throws FaultError where Excel calculates only when somebody asks.
 */
export async function readBook(workbook: Excel.Workbook): Promise<BookRead> {
  const { worksheets, names, tables } = workbook;
  worksheets.load("items/name,items/visibility");
  names.load("items/name,items/formula");
  tables.load("items/name");
  const calculation = askCalculation(workbook);
  await workbook.context.sync();
  calculation();
  const shown = worksheets.items.filter(
    ({ visibility }) => visibility !== Excel.SheetVisibility.veryHidden,
  );
  const sheetsThere = askSheets(
    workbook,
    shown.map(({ name }) => name),
  );
  const tablesThere = tables.items.map(({ name }) => {
    const range = tables.getItem(name).getRange();
    range.load("address");
    range.worksheet.load("name");
    return { name, range };
  });
  await workbook.context.sync();
  const sheets = sheetsThere();
  return {
    sheets,
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    tables: tablesThere.map(({ name, range }) => ({
      ...{ name, sheet: range.worksheet.name, address: withoutSheet(range.address) },
    })),
    spills: await readSpills(workbook, sheets),
  };
}

/** Asks those cells for their spill that may have one: a cell beside or below them holds what is no formula, or theirs again. */
async function readSpills(
  { worksheets, context }: Excel.Workbook,
  sheets: readonly SheetRead[],
): Promise<readonly SpillRead[]> {
  const asked = sheets.flatMap(({ name, row, column, formulas }) => {
    const maySpillOver = (down: number, along: number, formula: string): boolean => {
      const content = formulas[down]?.[along] ?? "";
      const isFormula = typeof content === "string" && content.startsWith("=");
      return content !== "" && (!isFormula || content === formula);
    };
    return formulas.flatMap((line, down) =>
      line.flatMap((content, along) => {
        if (!mayCallOurs(content)) return [];
        if (!maySpillOver(down, along + 1, content) && !maySpillOver(down + 1, along, content))
          return [];
        const cell = worksheets.getItem(name).getRangeByIndexes(row + down, column + along, 1, 1);
        const spill = cell.getSpillingToRangeOrNullObject();
        spill.load("address");
        return [{ sheet: name, spill }];
      }),
    );
  });
  if (asked.length === 0) return [];
  await context.sync();
  return asked.flatMap(({ sheet, spill }) =>
    spill.isNullObject ? [] : [{ sheet, address: withoutSheet(spill.address) }],
  );
}
