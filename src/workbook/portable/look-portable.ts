import { withoutSheet } from "../../input/cells/a1";
import type { PortableScope } from "../../sheets/portable/cells-with-ours";
import { type PortablePlan, planPortable } from "../../sheets/portable/portable-plan";
import { Book, type BookRead, type SheetRead } from "../../sheets/portable/read-book";
import { tableNamesAsAddresses } from "../../sheets/portable/table-names";
import { type TextInput, textInputs } from "../../sheets/portable/text-inputs";
import type { Outcome } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
import { askCalculation, askSheets, readBook } from "./read-book";

/** Whose formulas: those of the selected cells, of the sheet that is open, or of the workbook. */
export type ScopeKind = PortableScope["kind"];

/** What was read before anything changes, and what would become of it. */
export interface PortableLook {
  readonly book: BookRead;
  readonly scope: PortableScope;
  readonly plan: PortablePlan;
  /** Inputs that must be numbers first. */
  readonly texts: readonly TextInput[];
}

/**
 * Looks what making cells portable would do; changes nothing.
 *
 * @param isForCopy Whether the workbook is changed for a copy alone, so that names need not follow their Tables.
 */
export function lookPortable(kind: ScopeKind, isForCopy = false): Promise<Outcome<PortableLook>> {
  return runExcel(async ({ workbook }) => {
    const selected = workbook.getSelectedRange();
    selected.load("address");
    selected.worksheet.load("name");
    const book = await readBook(workbook);
    const scope = scopeOf(kind, selected);
    const planned = planPortable(book, scope);
    const tables = isForCopy ? tableNamesAsAddresses(new Book(book)) : [];
    const plan = { ...planned, names: [...planned.names, ...tables] };
    return { book, scope, plan, texts: textInputs(book, scope, plan) };
  });
}

function scopeOf(kind: ScopeKind, { address, worksheet }: Excel.Range): PortableScope {
  const { name: sheet } = worksheet;
  switch (kind) {
    case "cells":
      return { kind, sheet, address: withoutSheet(address) };
    case "sheet":
      return { kind, sheet };
    case "workbook":
      return { kind };
  }
}

/**
 * Asks whether cells still hold what they held when they were looked at. Call what it returns after the next sync, for the cells as
 * they are.
 */
export function askSame(
  workbook: Excel.Workbook,
  { book }: PortableLook,
): () => readonly SheetRead[] {
  const calculation = askCalculation(workbook);
  const read = askSheets(
    workbook,
    book.sheets.map(({ name }) => name),
  );
  return () => {
    calculation();
    const sheets = read();
    const now = new Map(sheets.map((sheet) => [sheet.name, sheet]));
    for (const { name, formulas, isProtected } of book.sheets) {
      const same = now.get(name);
      const isSame =
        same?.isProtected === isProtected &&
        JSON.stringify(same.formulas) === JSON.stringify(formulas);
      if (!isSame) throw new FaultError({ kind: "changedSinceLook", sheet: name });
    }
    return sheets;
  };
}
