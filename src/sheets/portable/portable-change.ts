import type { NativeCell, NativeFormula, NativeRange } from "../native/excel/formula";
import type { NotPortable } from "./not-portable";

/** A formula of a cell: text, and between it what stands for our functions. */
export type FormulaParts = readonly (string | NativeFormula)[];

/** Formulas that give way to Excel's own. */
export interface PortableChange {
  readonly kind: "cell" | "spill" | "reader";
  /** The first of its cells. */
  readonly place: NativeCell;
  readonly rows: number;
  readonly columns: number;
  readonly former: string;
  /** What its cells show now. */
  readonly shows: readonly (readonly unknown[])[];
  /** Of a cell: its formula. Of a spill: the cells of the workings that its cells show. */
  readonly next: FormulaParts | NativeRange;
  /** Where the workings have the answer that the cells show, unless a formula around it makes more of it. */
  readonly answer: NativeFormula | NativeRange | undefined;
}

/** A cell that goes on using our functions, and why. */
export interface KeptCell {
  readonly place: NativeCell;
  readonly reason: NotPortable;
}

/** A name that refers to a spill, which becomes a block. */
export interface ChangedName {
  readonly name: string;
  readonly former: string;
  readonly next: string;
}
