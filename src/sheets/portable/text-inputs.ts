import { readCell } from "../../input/cells/cells";
import { readNumber } from "../../input/cells/numbers";
import type { NativeCell } from "../native/excel/formula";
import type { PortableScope } from "./cells-with-ours";
import { type PortablePlan, planPortable } from "./portable-plan";
import { Book, type BookRead } from "./read-book";
import { addressOf } from "./references";

/** An input cell with text that our functions read as a number, such as `15%`, which Excel's own take for a word. */
export interface TextInput {
  readonly place: NativeCell;
  readonly text: string;
  readonly value: number;
}

/** So many looks find all: an argument is refused for its bands before its terms, and for these before its forecast. */
const MOST_LOOKS = 6;

/** The input cells that must be numbers before the formulas of a plan can be Excel's own; formulas and protected cells are none. */
export function textInputs(
  read: BookRead,
  scope: PortableScope,
  plan: PortablePlan,
): readonly TextInput[] {
  const found = new Map<string, TextInput>();
  let [book, next] = [read, plan];
  for (let look = 0; look < MOST_LOOKS; look++) {
    const more = inputsOf(next, new Book(book));
    if (more.length === 0) break;
    for (const one of more) found.set(`${one.place.sheet}!${addressOf(one.place)}`, one);
    book = withNumbers(book, more);
    next = planPortable(book, scope);
  }
  return [...found.values()];
}

function inputsOf({ kept }: PortablePlan, book: Book): readonly TextInput[] {
  const cells = kept.flatMap(({ reason: { reason } }) =>
    reason.kind === "notNative" && reason.cause.reason.kind === "numbersAsText"
      ? reason.cause.reason.cells
      : [],
  );
  const places = new Map(cells.map((place) => [`${place.sheet}!${addressOf(place)}`, place]));
  return [...places.values()].flatMap((place): readonly TextInput[] => {
    const sheet = book.sheet(place.sheet);
    const content = book.contentAt(place);
    const cell = readCell(content);
    if (sheet === undefined || sheet.isProtected || cell.kind !== "text") return [];
    // What a formula answers is not typed.
    if (content !== book.valueAt(place)) return [];
    const unit = cell.text.includes("%") ? "fraction" : "amount";
    const read = readNumber(cell, { argument: "value" }, unit);
    return read.ok ? [{ place, text: String(content), value: read.value }] : [];
  });
}

/** A workbook with numbers in the place of their texts. */
function withNumbers(read: BookRead, inputs: readonly TextInput[]): BookRead {
  const put = (
    name: string,
    { row, column }: { readonly row: number; readonly column: number },
    cells: readonly (readonly unknown[])[],
  ): readonly (readonly unknown[])[] => {
    const changed = cells.map((line) => [...line]);
    for (const { place, value } of inputs)
      if (place.sheet === name)
        changed[place.row - 1 - row]?.splice(place.column - 1 - column, 1, value);
    return changed;
  };
  return {
    ...read,
    sheets: read.sheets.map((sheet) => ({
      ...sheet,
      formulas: put(sheet.name, sheet, sheet.formulas),
      values: put(sheet.name, sheet, sheet.values),
    })),
  };
}
