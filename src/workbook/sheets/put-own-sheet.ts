import { blockAddress } from "../../input/cells/a1";
import { withoutInputs } from "../../sheets/plain-values";
import type { SheetBlock } from "../../sheets/sheet-block";
import type { SheetDefinition, SheetForm } from "../../sheets/sheet-definition";
import type { Outcome } from "../excel/outcome";
import { FaultError } from "../excel/run";
import type { DrawnChart } from "../journal/drawn-chart";
import { rewriteSheet, type WrittenPlace } from "../journal/rewrite-sheet";
import { type SheetContent, type Target, writeSheet } from "../journal/write-sheet";
import type { WrittenTable } from "../journal/written-table";

/** A sheet that holds one layout and nothing else. */
interface OwnSheet {
  /** The name that is wanted for it, where it is new. */
  readonly name: string;
  readonly layout: {
    readonly title: string;
    readonly parts: readonly SheetBlock[];
    readonly rows: number;
    readonly columns: number;
  };
  readonly form: SheetForm;
  readonly again: WrittenPlace | undefined;
  readonly chart?: DrawnChart;
  readonly definition?: SheetDefinition;
  put(target: Target, parts: readonly SheetBlock[]): void;
}

/** Writes a sheet as a new one, or again where it is. Its formulas name cells of it, so that it begins in A1. */
export function putOwnSheet(own: OwnSheet): Promise<Outcome<WrittenTable>> {
  const { name, layout, form, again, chart, definition } = own;
  const { title, rows, columns } = layout;
  const asValues = form === "values";
  const parts = asValues ? withoutInputs(layout.parts) : layout.parts;
  const content: SheetContent = {
    ...{ title, asValues },
    ...(chart && { chart }),
    ...(definition && { definition }),
    put: (target) => own.put(target, parts),
  };
  if (again === undefined)
    return writeSheet({
      kind: "table",
      // Excel calculates after a group has ended.
      mayGroup: !asValues,
      plan: () => () => ({
        place: { kind: "newSheet", name },
        ...{ rows, columns },
        content: () => content,
      }),
    });
  return rewriteSheet(again, {
    ...{ rows, columns },
    content({ row, column }) {
      if (row === 0 && column === 0) return content;
      const address = blockAddress({ row, column, rows: 1, columns: 1 });
      throw new FaultError({ kind: "notAtTop", sheet: again.sheet, address });
    },
  });
}
