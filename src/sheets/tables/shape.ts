import { valuesOf } from "./axis";
import { type TableContent, TITLE_ROWS } from "./content";
import { fixedInputNames } from "./fixed-inputs";

/** Rows and columns of the block that a table will cover, with all that stands above it. */
export function blockSize(content: TableContent): {
  readonly rows: number;
  readonly columns: number;
} {
  const { rows, columns } = sizeOf(content);
  return { rows: rowsAbove(fixedInputNames(content).length) + rows, columns };
}

/** Rows above the headings: inputs that are shown there stand below the title, with an empty row after them. */
export function rowsAbove(heldInputs: number): number {
  return TITLE_ROWS + (heldInputs === 0 ? 0 : heldInputs + 1);
}

/** Rows and columns from the headings on, headings included. */
export function sizeOf({ rows, columns, measures }: TableContent) {
  return {
    rows: valuesOf(rows).length + 1,
    columns: (columns === null ? measures.length : valuesOf(columns).length) + 1,
  };
}
