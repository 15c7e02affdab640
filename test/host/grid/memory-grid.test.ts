import fc from "fast-check";
import { expect, test } from "vitest";
import { intersect, type Rect } from "../../../src/host/grid/address";
import type { Scalar } from "../../../src/host/grid/cell-value";
import type { Grid, NameInfo, TableInfo } from "../../../src/host/grid/grid";
import { hostForNode } from "../../support/host-bundle";
import { createMemoryGrid } from "../../support/memory-grid/memory-grid";
import { assertProperty } from "../../support/property";

/** More than the steps below touch. */
const AREA = { row: 0, col: 0, rows: 12, cols: 6 };
const CORNERS = Array.from({ length: AREA.rows * AREA.cols }, (_, at) => [
  Math.floor(at / AREA.cols),
  at % AREA.cols,
]) as readonly (readonly [number, number])[];

/** A step on a grid; it names sheets and tables by number, since each grid has its own ids. */
type Step = (grid: Grid) => void;

const sheetId = (grid: Grid, at: number): string => {
  const sheets = grid.sheets();
  return sheets[at % sheets.length]?.id ?? "";
};
const onSheet =
  (at: number, act: (grid: Grid, sheetId: string) => void): Step =>
  (grid) =>
    act(grid, sheetId(grid, at));
const onTable =
  (at: number, act: (grid: Grid, table: TableInfo) => void): Step =>
  (grid) => {
    const tables = grid.tables().toSorted((a, b) => a.name.localeCompare(b.name, "en"));
    const table = tables[at % Math.max(1, tables.length)];
    if (table) act(grid, table);
  };

const anySheet = fc.nat({ max: 2 });
const anyRect: fc.Arbitrary<Rect> = fc.record({
  row: fc.nat({ max: 5 }),
  col: fc.nat({ max: 3 }),
  rows: fc.integer({ min: 1, max: 3 }),
  cols: fc.integer({ min: 1, max: 2 }),
});
const anyScalar = fc.constantFrom<(string | number | boolean | undefined)[]>(
  1,
  2.5,
  true,
  "",
  "text",
  "007",
  "12%",
  "true",
  undefined,
  "=A1*2",
  "=Sheet1!$B$3+1",
  "=SUM(B2:B4)",
  '=Other!A1&"Sheet1!A1"',
  "=Rate*2",
  "=SUM(Bands[#All])",
  "=SUM(1,",
);
/** Not "@", for which Univer makes text of numbers where Excel leaves them. */
const anyFormat = fc.constantFrom("General", "0.00", "$#,##0");
const anyStyle = fc.constantFrom(
  { fill: "#ff0000" },
  { fill: null, bold: true },
  { color: "#00FF00", italic: true, size: 14 },
  { horizontalAlignment: "Center", wrapText: true },
  { indentLevel: 2, verticalAlignment: "Top" },
  { bold: false },
);
const REFERENCE = /(?<![\w"])(?:'((?:[^']|'')+)'|(\w+))!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?/g;
const sheetIn = (quoted: string | undefined, plain: string | undefined) =>
  quoted?.replaceAll("''", "'") ?? plain;

/** Whether every sheet that a formula names is there: Excel takes no other. */
function knowsSheets(cell: Scalar | undefined, grid: Grid): boolean {
  const names = grid.sheets().map(({ name }) => name);
  return [...String(cell).matchAll(REFERENCE)].every(([, quoted, plain]) =>
    names.includes(sheetIn(quoted, plain) ?? ""),
  );
}

const named = (name: string, formula: string): NameInfo => ({
  name,
  formula,
  comment: "",
  visible: true,
});

const block = <T>(cell: fc.Arbitrary<T>) =>
  anyRect.chain((rect) =>
    fc
      .array(fc.array(cell, { minLength: rect.cols, maxLength: rect.cols }), {
        minLength: rect.rows,
        maxLength: rect.rows,
      })
      .map((cells) => ({ rect, cells })),
  );

const STEPS: Readonly<Record<string, fc.Arbitrary<Step>>> = {
  write: fc.tuple(anySheet, block(anyScalar)).map(([at, { rect, cells }]) =>
    onSheet(at, (grid, id) => {
      const taken = cells.map((line) =>
        line.map((cell) => (knowsSheets(cell, grid) ? cell : undefined)),
      );
      grid.write(id, rect, taken);
    }),
  ),
  setNumberFormats: fc
    .tuple(anySheet, block(anyFormat))
    .map(([at, { rect, cells }]) =>
      onSheet(at, (grid, id) => grid.setNumberFormats(id, rect, cells)),
    ),
  setStyle: fc
    .tuple(anySheet, anyRect, anyStyle)
    .map(([at, rect, style]) => onSheet(at, (grid, id) => grid.setStyle(id, rect, style))),
  setNamedStyle: fc
    .tuple(anySheet, anyRect, fc.constantFrom("Normal", "Input", "Total", "Heading2"))
    .map(([at, rect, name]) => onSheet(at, (grid, id) => grid.setNamedStyle(id, rect, name))),
  clear: fc
    .tuple(anySheet, anyRect, fc.constantFrom("All", "Formats", "Contents"))
    .map(([at, rect, what]) => onSheet(at, (grid, id) => grid.clear(id, rect, what))),
  copy: fc.tuple(anyRect, fc.constantFrom("All", "Formats")).map(([rect, what]) => (grid) => {
    if (grid.sheets().length > 1) grid.copy(sheetId(grid, 0), sheetId(grid, 1), rect, what);
  }),
  addSheet: fc.constantFrom("Other", "My sheet").map((name) => (grid) => {
    if (!grid.sheets().some((sheet) => sheet.name === name)) grid.addSheet(name);
  }),
  deleteSheet: anySheet.map((at) =>
    onSheet(at, (grid, id) => {
      const others = grid.sheets().filter((sheet) => sheet.id !== id);
      if (others.some(({ visibility }) => visibility === "Visible")) grid.deleteSheet(id);
    }),
  ),
  renameSheet: fc
    .tuple(anySheet, fc.constantFrom("Renamed", "It's mine", "Sheet1"))
    .map(([at, name]) =>
      onSheet(at, (grid, id) => {
        if (!grid.sheets().some((sheet) => sheet.name === name)) grid.renameSheet(id, name);
      }),
    ),
  activateSheet: anySheet.map((at) =>
    onSheet(at, (grid, id) => {
      const sheet = grid.sheets().find((one) => one.id === id);
      if (sheet?.visibility === "Visible") grid.activateSheet(id);
    }),
  ),
  select: anyRect.map((rect) => (grid) => grid.select(grid.activeSheetId(), rect)),
  setVisibility: fc
    .tuple(anySheet, fc.constantFrom("Visible", "Hidden", "VeryHidden"))
    .map(([at, visibility]) =>
      onSheet(at, (grid, id) => {
        const active = grid.activeSheetId();
        if (id === active) return;
        grid.setVisibility(id, visibility);
        // Univer activates a sheet that it shows.
        grid.activateSheet(active);
      }),
    ),
  sheetLooks: fc.tuple(anySheet, fc.boolean(), fc.nat({ max: 2 })).map(([at, on, count]) =>
    onSheet(at, (grid, id) => {
      grid.showGridlines(id, on);
      grid.freeze(id, count, count);
      grid.protect(id, on);
      grid.setTabColor(id, on ? "#FF0000" : "#00FF00");
      grid.setColumnWidth(id, count, 2, 30 + count);
      grid.setRowHeight(id, count, 1, 20 + count);
    }),
  ),
  putName: fc
    .constantFrom(
      named("Rate", "=Sheet1!$B$2"),
      named("Rate", "=Other!$A$1:$B$3"),
      named("Block", "=Bands[#All]"),
      named("Column", "=Bands[Discount]"),
      named("Margin", "=Rate*2"),
      named("Rows", "='My sheet'!$A$4:$B$6"),
    )
    .map((info) => (grid) => {
      // Excel takes no name for a column that is not there.
      const isLost = info.formula.includes("[") && grid.resolveName(info) === null;
      if (knowsSheets(info.formula, grid) && !isLost) grid.putName(info);
    }),
  deleteName: fc.nat({ max: 3 }).map((at) => (grid) => {
    const info = grid.names()[at];
    if (info) grid.deleteName(info);
  }),
  addTable: fc
    .tuple(anySheet, fc.constantFrom("Bands", "Terms"), fc.nat({ max: 4 }), fc.nat({ max: 2 }))
    .map(([at, name, row, col]) =>
      onSheet(at, (grid, id) => {
        const rect = { row, col, rows: 3, cols: 2 };
        const isTaken = grid
          .tables()
          .some(
            (table) => table.name === name || (table.sheetId === id && intersect(table.rect, rect)),
          );
        if (isTaken) return;
        grid.write(id, { ...rect, rows: 1 }, [["Threshold", "Discount"]]);
        grid.addTable({
          id: `${name}-${id}-${row}-${col}`,
          name,
          sheetId: id,
          rect,
          style: "TableStyleLight9",
          showFilterButton: true,
          showBandedRows: false,
        });
      }),
    ),
  renameTable: fc.tuple(fc.nat({ max: 1 }), fc.constantFrom("Bands", "Levels")).map(([at, name]) =>
    onTable(at, (grid, table) => {
      if (!grid.tables().some((one) => one.name === name)) grid.updateTable({ ...table, name });
    }),
  ),
  insertTableRow: fc
    .tuple(fc.nat({ max: 1 }), fc.nat({ max: 2 }))
    .map(([at, index]) =>
      onTable(at, (grid, { id, rect }) => grid.insertTableRow(id, Math.min(index, rect.rows - 1))),
    ),
  deleteTableRow: fc
    .tuple(fc.nat({ max: 1 }), fc.nat({ max: 2 }))
    .map(([at, index]) =>
      onTable(at, (grid, { id, rect }) => grid.deleteTableRow(id, Math.min(index, rect.rows - 2))),
    ),
  removeTable: fc.nat({ max: 1 }).map((at) => onTable(at, (grid, { id }) => grid.removeTable(id))),
  putConditionalFormat: fc
    .tuple(anySheet, anyRect, fc.constantFrom("one", "two"))
    .map(([at, rect, id]) =>
      onSheet(at, (grid, sheet) =>
        grid.putConditionalFormat({
          id,
          sheetId: sheet,
          rects: [rect],
          rule: { kind: "custom", formula: "=A1>1", look: { fill: "#FF0000" } },
        }),
      ),
    ),
};

const anyStep = fc.oneof(
  ...Object.entries(STEPS).map(([name, steps]) =>
    steps.map((act) => Object.assign((grid: Grid) => act(grid), { toString: () => name })),
  ),
);

/** A workbook whose cells, names and tables refer to one another, so that every step moves or loses something. */
function prepare(grid: Grid): void {
  const first = grid.activeSheetId();
  const other = grid.addSheet("Other");
  grid.write(first, { row: 0, col: 0, rows: 6, cols: 4 }, [
    ["Threshold", "Discount", "=A2*2", "=SUM($A$2:$B$4)"],
    [0, 0, "=Other!A1", "=Rate*2"],
    [1, 2, "=SUM(Bands[Discount])", '="Sheet1!A1"&A4'],
    [3, 4, "=Other!$B$2+A6", "=A6+A$4+$A4"],
    [undefined, undefined, "=SUM(A4:A6)", "=SUM(B2:C3)"],
    ["below", 5, undefined, undefined],
  ]);
  grid.write(other, { row: 0, col: 0, rows: 3, cols: 2 }, [
    ["=Sheet1!A3", "=Sheet1!$A$6"],
    ["=SUM(Sheet1!A2:B4)", "=ROWS(Bands[#All])"],
    ["=A1+B2", "=COUNTA(Block)"],
  ]);
  grid.addTable({
    id: "Bands",
    name: "Bands",
    sheetId: first,
    rect: { row: 0, col: 0, rows: 4, cols: 2 },
    style: "TableStyleMedium2",
    showFilterButton: false,
    showBandedRows: true,
  });
  grid.putName(named("Rate", "=Sheet1!$A$3"));
  grid.putName(named("Below", "=Sheet1!$A$6:$B$6"));
  grid.putName(named("Block", "=Bands[#All]"));
  grid.setNamedStyle(first, { row: 1, col: 1, rows: 3, cols: 1 }, "Input");
}

/** A formula without the name of its own sheet, which Univer leaves out. */
function comparable(cell: Scalar, own: string): Scalar {
  if (typeof cell !== "string" || !cell.startsWith("=")) return cell;
  return cell.replaceAll(REFERENCE, (reference, quoted, plain) =>
    sheetIn(quoted, plain) === own ? reference.slice(reference.lastIndexOf("!") + 1) : reference,
  );
}

/** The state of a grid, with sheets by their names. */
function stateOf(grid: Grid): unknown {
  const names = new Map(grid.sheets().map(({ id, name }) => [id, name]));
  const named = <T extends { readonly sheetId?: string }>({ sheetId: id, ...rest }: T) => ({
    ...rest,
    sheet: id === undefined ? undefined : names.get(id),
  });
  const { sheetId: active, rect } = grid.selection();
  return {
    sheets: grid.sheets().map(({ id, ...info }) => {
      const formulas = grid
        .formulas(id, AREA)
        .map((line) => line.map((cell) => comparable(cell, info.name)));
      const values = grid.values(id, AREA);
      return {
        ...info,
        formulas,
        values: CORNERS.map(([row, col]) =>
          String(formulas[row]?.[col]).startsWith("=") ? null : values[row]?.[col],
        ),
        numberFormats: grid.numberFormats(id, AREA),
        styles: CORNERS.map(([row, col]) => grid.style(id, row, col)),
        namedStyles: CORNERS.map(([row, col]) => grid.namedStyle(id, row, col)),
        borders: grid.whole.cells(id).flatMap(({ row, col, look }) => {
          const borders = look?.borders ?? {};
          return Object.keys(borders).length > 0 ? [{ row, col, borders }] : [];
        }),
        used: grid.usedRect(id, true),
        formats: sorted(grid.conditionalFormats(id).map(({ id: _, ...format }) => named(format))),
        gridlines: grid.showsGridlines(id),
        frozen: grid.whole.frozen(id),
        isProtected: grid.isProtected(id),
        widths: Array.from({ length: AREA.cols }, (_, col) => grid.columnWidth(id, col)),
        heights: sorted([...grid.whole.rowHeights(id)]),
      };
    }),
    names: grid.names().map((info) => {
      const cells = grid.resolveName(info);
      return { ...named(info), cells: cells && named(cells) };
    }),
    tables: sorted(grid.tables().map(({ id: _, ...table }) => named(table))),
    selection: { sheet: names.get(active), rect },
  };
}

function sorted<T>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

/** Does a step; answers how it failed. */
function outcome(step: Step, grid: Grid): string {
  try {
    step(grid);
    return "done";
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

test("the grid in memory holds the same sheets, cells, looks, names and tables as Univer's after any steps", async () => {
  await assertProperty(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 30 }), async (steps) => {
      const univer = hostForNode.openUniverInNode();
      try {
        const grids = [hostForNode.createUniverGrid(univer), createMemoryGrid()] as const;
        for (const grid of grids) prepare(grid);
        await Promise.resolve();
        for (const step of steps) {
          const [one, other] = grids.map((grid) => outcome(step, grid));
          expect(other, `${step}`).toBe(one);
          await Promise.resolve();
        }
        const [one, other] = grids.map(stateOf);
        expect(other, steps.join()).toEqual(one);
      } finally {
        univer.univer.dispose();
      }
    }),
    { numRuns: 40 },
  );
});
