import { blockAddress, blockOf } from "../../input/cells/a1";
import type { ChangedName } from "./portable-change";
import type { Book } from "./read-book";
import { sheetPrefix } from "./references";

/**
 * Names that refer to whole Tables, by the addresses of these: programs that know no Tables in names show an error wherever a formula
 * uses one. Such a name no longer follows its Table, so that this is for a copy alone.
 */
export function tableNamesAsAddresses(book: Book): readonly ChangedName[] {
  return book.read.names.flatMap(({ name, formula }): readonly ChangedName[] => {
    const [, called = ""] = /^=([^[\]!]+)\[#All\]$/i.exec(formula) ?? [];
    const table = name.startsWith("Bandwise_") ? undefined : book.table(called);
    if (table === undefined) return [];
    const address = blockAddress(blockOf(table.address)).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    return [{ name, former: formula, next: `=${sheetPrefix(table.sheet)}${address}` }];
  });
}
