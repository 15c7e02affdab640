import type { Grid, NameInfo } from "../../../src/host/grid/grid";
import {
  loseTableReferences,
  resolveStructuredReference,
} from "../../../src/host/grid/structured-reference";
import { itemNotFound, notImplemented } from "../../../src/host/office/host-error";
import type { MemoryBook, MemoryName } from "./book";
import { cellsMeant } from "./meaning";
import { referencedTables } from "./referenced-tables";

const LOST = "=#REF!";

/** Names of the workbook. */
export function memoryNames(book: MemoryBook) {
  const find = (info: NameInfo): MemoryName | undefined =>
    book.names.find((name) => sameName(name, info) && name.sheetId === info.sheetId);
  return {
    names: () =>
      book.names
        .map((name) => shown(book, name))
        .sort((a, b) => a.name.localeCompare(b.name, "en")),
    putName(info) {
      const known = find(info);
      if (book.names.some((name) => name !== known && sameName(name, info)))
        throw notImplemented(`the name ${info.name} for a sheet and for the workbook`);
      const table = referencedTables(book).find(
        (one) => resolveStructuredReference(info.formula, [one]) !== null,
      );
      const name: MemoryName = { ...info, ...(table ? { tableId: table.id } : {}) };
      book.names = known
        ? book.names.map((one) => (one === known ? name : one))
        : [...book.names, name];
    },
    deleteName(info) {
      const known = find(info);
      if (known === undefined) throw itemNotFound(`the name ${info.name}`);
      book.names = book.names.filter((name) => name !== known);
    },
    resolveName: (info) => cellsMeant(book, info),
  } satisfies Partial<Grid>;
}

/** Takes a table out of every name that refers to it. */
export function loseTableInNames(book: MemoryBook, tableName: string): void {
  book.names = book.names.map(({ tableId, ...name }) => {
    const formula = loseTableReferences(name.formula, tableName);
    return formula === name.formula
      ? { ...name, ...(tableId === undefined ? {} : { tableId }) }
      : { ...name, formula };
  });
}

/** A name as it reads now: one whose column is no longer in its table has lost its cells. */
function shown(book: MemoryBook, { tableId, ...name }: MemoryName): NameInfo {
  if (tableId === undefined) return name;
  const tables = referencedTables(book).filter(({ id }) => id === tableId);
  return resolveStructuredReference(name.formula, tables) ? name : { ...name, formula: LOST };
}

function sameName(a: NameInfo, b: NameInfo): boolean {
  return a.name.toLowerCase() === b.name.toLowerCase();
}
