import { readReference } from "../../input/cells/cell-reference";

/** What a workbook holds by name, so that references are resolved without another round trip. */
export interface WorkbookIndex {
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
  readonly names: readonly NamedFormula[];
}

/** A name of the workbook: what it means, such as =Deal!$A$5:$I$9, =DealBands[#All] or =#REF!. */
export interface NamedFormula {
  readonly name: string;
  readonly formula: string;
}

/** Loads the index of a workbook. Call what it returns after the next sync. */
export function loadIndex({ worksheets, tables, names }: Excel.Workbook): () => WorkbookIndex {
  worksheets.load("items/name");
  tables.load("items/name");
  names.load("items/name,items/formula");
  return () => ({
    sheets: worksheets.items.map(({ name }) => name),
    tables: tables.items.map(({ name }) => name),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
  });
}

/** The entry that is called this; capitals do not matter. */
export function called<T extends { readonly name: string }>(
  wanted: string,
  entries: readonly T[],
): T | undefined {
  return entries.find(({ name }) => isCalled(wanted, name));
}

/** Whether two names mean the same to Excel, which ignores capitals. */
export function isCalled(wanted: string, name: string): boolean {
  return name.toLowerCase() === wanted.toLowerCase();
}

/** Whether a name lost its cells. */
export function isLost({ formula }: NamedFormula): boolean {
  return formula.includes("#REF!");
}

/** Where the cells of a name are; undefined where its formula is no plain address on a sheet that is there. */
export function placeOf(
  { formula }: NamedFormula,
  { sheets }: WorkbookIndex,
): { readonly sheet: string; readonly address: string } | undefined {
  const reference = readReference(formula);
  if (reference.kind !== "address" || reference.sheet === undefined) return undefined;
  const { sheet, address } = reference;
  return sheets.some((one) => isCalled(sheet, one)) ? { sheet, address } : undefined;
}
