import { CellMap } from "./cell-map";
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
  readonly #cells: WrittenCell[] = [];
  /** Where among the cells each of them is. */
  readonly #indexes = new CellMap<number>();
  readonly #labels = new CellMap<string>();

  words(place: NativeCell, words: string): void {
    this.#put(place, { kind: "words", words });
  }

  step(place: NativeCell, label: string, unit: Unit, formula: NativeFormula): void {
    this.#put(place, { kind: "step", formula, unit });
    this.#labels.set(place, label);
  }

  contentAt(place: NativeCell): NativeContent | undefined {
    const index = this.#indexes.get(place);
    return index === undefined ? undefined : this.#cells[index]?.content;
  }

  /** What a step is called; undefined for a cell that is none of ours. */
  labelOf(place: NativeCell): string | undefined {
    return this.#labels.get(place);
  }

  cells(): readonly WrittenCell[] {
    return [...this.#cells];
  }

  #put(place: NativeCell, content: NativeContent): void {
    const index = this.#indexes.get(place) ?? this.#cells.length;
    this.#indexes.set(place, index);
    this.#cells[index] = { place, content };
  }
}

export function cellKey({ sheet, row, column }: NativeCell): string {
  return `${sheet}!${row},${column}`;
}
