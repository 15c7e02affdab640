import { addressInWords } from "../native/address-in-words";
import type { NativeRange } from "../native/excel/formula";
import { textOf, tokensOf } from "./formula-tokens";
import type { ChangedName, PortableChange } from "./portable-change";
import { type Book, cellsOf } from "./read-book";

/** Formulas and names that mean a spill by its # and would lose it: they mean the block from then on. */
export function readersOfSpills(
  book: Book,
  changes: readonly PortableChange[],
): {
  readonly readers: readonly PortableChange[];
  readonly names: readonly ChangedName[];
} {
  const spills = changes.filter(({ kind }) => kind === "spill");
  const changed = new Set(changes.map(({ place }) => addressInWords(place)));
  const readers = book.read.sheets.flatMap((sheet) =>
    [...book.filled(sheet)].flatMap(({ place, content }): readonly PortableChange[] => {
      if (typeof content !== "string" || changed.has(addressInWords(place))) return [];
      const next = withoutSpills(book, content, place.sheet, spills);
      if (next === undefined) return [];
      const shows = [[book.valueAt(place)]];
      const one = { place, rows: 1, columns: 1, former: content, shows };
      return [{ kind: "reader", ...one, next: [next], answer: undefined }];
    }),
  );
  const names = book.read.names.flatMap(({ name, formula }): readonly ChangedName[] => {
    const next = withoutSpills(book, formula, "", spills);
    return next === undefined ? [] : [{ name, former: formula, next: `=${next}` }];
  });
  return { readers, names };
}

/** A formula, without its equals sign, with blocks in place of spills; undefined where it means none of them. */
function withoutSpills(
  book: Book,
  formula: string,
  on: string,
  spills: readonly PortableChange[],
): string | undefined {
  if (!formula.startsWith("=") || !formula.includes("#")) return undefined;
  let isChanged = false;
  const tokens = tokensOf(formula).map((token) => {
    const cells = token.text.endsWith("#") ? cellsOf(token.text, book, on) : undefined;
    const spill =
      cells && spills.find(({ place }) => addressInWords(place) === addressInWords(cells.from));
    if (token.kind !== "reference" || spill === undefined || cells === undefined) return token;
    isChanged = true;
    return { ...token, text: blockInstead(token.text, cells) };
  });
  return isChanged ? textOf(tokens) : undefined;
}

/** The block of a spill in place of its first cell with #. */
function blockInstead(text: string, { from, to }: NativeRange): string {
  const prefix = text.slice(0, text.lastIndexOf("!") + 1);
  const [first, last] = [from, to].map((one) =>
    addressInWords(one).replace(/^.*!([A-Z]+)/, "$$$1$$"),
  );
  return `${prefix}${first}:${last}`;
}
