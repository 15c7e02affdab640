import type { SheetBlock } from "./sheet-block";

/** The title of a sheet whose formulas gave way to their values. */
export function titleOfValues(title: string, madeOn: string): string {
  return `${title}: values of ${madeOn}`;
}

/** The note below it. */
export function noteOfValues(source: string, madeOn: string): string {
  return `Plain values of ${madeOn}, made by Bandwise from ${source}. They stay as they are when the deal changes, and need no add-in to be read.`;
}

/** The blocks of such a sheet: none of its cells looks like one to type into, since nothing follows it. */
export function withoutInputs(parts: readonly SheetBlock[]): readonly SheetBlock[] {
  return parts.map((part) => (part.look === "inputs" ? { ...part, look: "results" } : part));
}
