import type { FormerRule } from "./crossed-rules";
import type { DrawnChart } from "./drawn-chart";

/** One thing that undoes a part of a write, as plain data that a workbook keeps. Steps are done in their order. */
export type UndoStep =
  | {
      /** Deletes the sheet that was made for the write; where cells of the user's stand beside the block, the block alone. */
      readonly kind: "deleteSheet";
      readonly sheet: string;
      /** The name of the block on it. Absent: the block of the record, which has the record's first name. */
      readonly block?: string;
      /** The chart beside the block, which goes with it. */
      readonly chart?: string;
      /** Whether the lines above the block, from the first row of the sheet, are part of what was written. */
      readonly fromTop?: true;
      /** Conditional formats that crossed the edge of the block when an undoing began, to have their cells again. */
      readonly across?: readonly FormerRule[];
    }
  | {
      /** Puts back what stood in the block. */
      readonly kind: "restoreBlock";
      /** Hidden sheet that holds it, at this address. */
      readonly backup: string;
      readonly address: string;
      /** Cells that were merged, such as C4:D5. */
      readonly merged: readonly string[];
      /** Widths of its columns, in points. */
      readonly columnWidths: readonly number[];
      /** Conditional formats that touched it. Absent in former versions: those that cross its edge then stay in parts. */
      readonly rules?: readonly FormerRule[];
      /** Those that crossed its edge when an undoing began, to have their cells again. */
      readonly across?: readonly FormerRule[];
    }
  | {
      /** Gives a table the rows that it had, at its former size. */
      readonly kind: "restoreTable";
      readonly table: string;
      /** Hidden sheet that holds its cells, headings included, at their address. */
      readonly backup: string;
      readonly address: string;
      /** The chart beside it, as it was. */
      readonly chart?: DrawnChart;
    }
  | {
      /** Gives a setting its former value; null: there was none. */
      readonly kind: "restoreSetting";
      readonly key: string;
      readonly value: string | null;
      /** What the write gave it: a setting that was changed since keeps its value. Absent: it is restored whatever it holds. */
      readonly written?: string;
    }
  | {
      /** Takes the parts that go by these names out of the cells chosen for the deal. */
      readonly kind: "leaveChoice";
      readonly names: readonly string[];
      /** Whether the write made the choice, which then goes too where it says no more than the names do. */
      readonly made: boolean;
    }
  /** Lets the lines of a chart beside the block be those of the former block again. */
  | { readonly kind: "restoreChart"; readonly chart: DrawnChart }
  /** Gives a cell what was written in it. */
  | {
      readonly kind: "restoreCell";
      readonly sheet: string;
      readonly cell: string;
      readonly formula: string;
    }
  /** Lets a name refer to what it referred to. */
  | { readonly kind: "restoreName"; readonly name: string; readonly formula: string }
  /** Gives cells the formulas that a hidden sheet keeps as texts, unless they were changed since. */
  | { readonly kind: "restoreFormulas"; readonly sheet: string; readonly rows: number }
  | { readonly kind: "deleteNames"; readonly names: readonly string[] }
  | { readonly kind: "deleteBackup"; readonly sheet: string };

const KINDS: Readonly<Record<UndoStep["kind"], true>> = {
  deleteSheet: true,
  restoreBlock: true,
  restoreTable: true,
  restoreSetting: true,
  leaveChoice: true,
  restoreChart: true,
  restoreCell: true,
  restoreName: true,
  restoreFormulas: true,
  deleteNames: true,
  deleteBackup: true,
};

/** Whether what a workbook kept are steps that this version knows, all of them. */
export function areUndoSteps(value: unknown): value is readonly UndoStep[] {
  return (
    Array.isArray(value) &&
    value.every((step: { kind?: unknown } | null) => String(step?.kind) in KINDS)
  );
}
