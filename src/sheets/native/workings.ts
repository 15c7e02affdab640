import type { NativeCell, NativeFormula } from "./excel/formula";
import type { Unit } from "./layout";

/** What a cell of the workings holds: a heading or other words, or a formula. */
export type NativeContent =
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "step"; readonly formula: NativeFormula; readonly unit: Unit };

export interface WrittenCell {
  readonly place: NativeCell;
  readonly content: NativeContent;
}

/** The cells of the sheets that our workings fill, and what each step is called. */
export class Workings {
  readonly #cells = new Map<string, WrittenCell>();
  readonly #labels = new Map<string, string>();

  words(place: NativeCell, words: string): void {
    this.#cells.set(cellKey(place), { place, content: { kind: "words", words } });
  }

  step(place: NativeCell, label: string, unit: Unit, formula: NativeFormula): void {
    this.#cells.set(cellKey(place), { place, content: { kind: "step", formula, unit } });
    this.#labels.set(cellKey(place), label);
  }

  contentAt(place: NativeCell): NativeContent | undefined {
    return this.#cells.get(cellKey(place))?.content;
  }

  /** What a step is called; undefined for a cell that is none of ours. */
  labelOf(place: NativeCell): string | undefined {
    return this.#labels.get(cellKey(place));
  }

  cells(): readonly WrittenCell[] {
    return [...this.#cells.values()];
  }
}

export function cellKey({ sheet, row, column }: NativeCell): string {
  return `${sheet}!${row},${column}`;
}
