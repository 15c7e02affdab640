import { literalText } from "../literal-text";
import type { FormerCells } from "./portable-record";
import { addressOf } from "./references";
import type { TextInput } from "./text-inputs";

/** Headings of the sheet that says which texts became numbers. */
export const NUMBERS_HEADINGS = ["Sheet", "Cell", "Text that it was", "Number that it is"] as const;

/** A row for each text that became a number. */
export function numbersRows(
  inputs: readonly TextInput[],
): readonly (readonly (string | number)[])[] {
  return inputs.map(({ place, text, value }) => [...[place.sheet, addressOf(place), text, value]]);
}

/** The number format of cells in which everything is text. */
export const TEXT_FORMAT = "@";

/** What the workbook keeps of the texts. @param formats The number format of each cell, in order. */
export function formerTexts(
  inputs: readonly TextInput[],
  formats: readonly string[],
): readonly FormerCells[] {
  return inputs.map(({ place, text, value }, index) => {
    const format = formats[index] ?? "General";
    return {
      ...{ kind: "value", sheet: place.sheet, address: addressOf(place), next: String(value) },
      // In a cell of text an apostrophe would stay.
      former: format === TEXT_FORMAT ? text : literalText(text),
      format,
    };
  });
}
