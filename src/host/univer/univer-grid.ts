import type { Grid } from "../grid/grid";
import { UniverBlocks } from "./blocks";
import type { UniverParts } from "./context";
import { UniverEvents } from "./events";
import { makeGridParts } from "./grid-parts";
import { UniverLastValues } from "./last-values";
import { UniverTableRows } from "./table-rows";
import { UniverWholeSheets } from "./whole-sheets";

/** A grid over an open Univer. Its parts call their members as the grid does. */
export function createUniverGrid(univer: UniverParts): Grid {
  const parts = makeGridParts(univer);
  const { context, sheets, cells, looks, tables, names, formats, validation, functions } = parts;
  const rows = new UniverTableRows(parts);
  return {
    ...membersOf(sheets),
    ...membersOf(cells),
    ...membersOf(looks),
    ...membersOf(tables),
    ...membersOf(rows),
    ...membersOf(names),
    ...membersOf(formats),
    ...membersOf(validation),
    ...membersOf(functions),
    ...membersOf(new UniverBlocks(parts)),
    ...membersOf(new UniverEvents(parts, rows)),
    whole: {
      ...membersOf(new UniverWholeSheets(parts)),
      ...membersOf(new UniverLastValues(context)),
      canRead: (formula) => cells.canRead(formula),
    },
    recalculate: () => context.recalculate(),
  };
}

/** A part's methods, which may be called without it. */
function membersOf<Part extends object>(part: Part): Pick<Part, keyof Part> {
  const { constructor: _, ...methods } = Object.getOwnPropertyDescriptors(
    Object.getPrototypeOf(part),
  );
  return Object.fromEntries(
    Object.entries(methods).map(([name, { value }]) => [name, value.bind(part)]),
  ) as Pick<Part, keyof Part>;
}
