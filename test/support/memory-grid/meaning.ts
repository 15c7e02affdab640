import { parseAddress } from "../../../src/host/grid/address";
import type { NameInfo, SelectionInfo } from "../../../src/host/grid/grid";
import { resolveStructuredReference } from "../../../src/host/grid/structured-reference";
import type { MemoryBook } from "./book";
import { referencedTables } from "./referenced-tables";

/** The cells of a formula that is one reference; null for any other formula. */
export function cellsMeant(
  book: MemoryBook,
  { formula, sheetId }: Pick<NameInfo, "formula" | "sheetId">,
): SelectionInfo | null {
  const structured = resolveStructuredReference(formula, referencedTables(book));
  if (structured) return structured;
  const parsed = parseAddress(formula.replace(/^=/, ""));
  if (parsed === null) return null;
  const wanted = parsed.sheet?.toLowerCase();
  const sheet = book.sheets.find(({ id, name }) =>
    wanted === undefined ? id === sheetId : name.toLowerCase() === wanted,
  );
  return sheet ? { sheetId: sheet.id, rect: parsed.rect } : null;
}
