import { describe, expect, test } from "vitest";
import type { Grid } from "../../../src/host/grid/grid";
import { hostForNode } from "../../support/host-bundle";
import { createMemoryGrid } from "../../support/memory-grid/memory-grid";

const cell = (row: number, col: number) => ({ row, col, rows: 1, cols: 1 });
const TABLE = { row: 0, col: 0, rows: 3, cols: 2 };
const LINE = { row: 4, col: 0, rows: 1, cols: 2 };

function addTable(grid: Grid, sheetId: string): void {
  grid.write(sheetId, TABLE, [
    ["Threshold", "Discount"],
    [0, 0],
    [1, 2],
  ]);
  grid.addTable({
    id: "Bands",
    name: "Bands",
    sheetId,
    rect: TABLE,
    style: "TableStyleLight9",
    showFilterButton: false,
    showBandedRows: false,
  });
}

const formulaAt = (grid: Grid, sheetId: string, row = 0) =>
  grid.formulas(sheetId, cell(row, 0))[0]?.[0];
const lost = (formula: string) => (grid: Grid, first: string, other: string) => {
  grid.write(first, cell(5, 0), [["=Sheet1!$B$3+1"]]);
  grid.write(other, cell(0, 0), [[formula]]);
  grid.putName({ name: "Rate", formula: "=Sheet1!$A$3", comment: "", visible: true });
  grid.deleteSheet(first);
  return [formulaAt(grid, other), ...grid.names().map((name) => name.formula)];
};

/** What Excel does, and Univer on its own does not. */
const ROWS: readonly (readonly [
  what: string,
  act: (grid: Grid, first: string, other: string) => unknown,
  expected: unknown,
])[] = [
  [
    "a deleted sheet that refers to itself: other sheets and names lose it",
    lost("=Sheet1!A3*2"),
    ["=#REF!*2", "=#REF!"],
  ],
  [
    "a deleted sheet: text that looks like a reference stays",
    lost('="Sheet1!A3"&Sheet1!A3'),
    ['="Sheet1!A3"&#REF!', "=#REF!"],
  ],
  [
    "a sheet of the name of a deleted one: references stay lost",
    (grid, first, other) => {
      const before = lost("=Sheet1!A3")(grid, first, other);
      grid.addSheet("Sheet1");
      return [before, formulaAt(grid, other), grid.names().map((name) => grid.resolveName(name))];
    },
    [["=#REF!", "=#REF!"], "=#REF!", [null]],
  ],
  [
    "a copied cell: its number format replaces the one that was there",
    (grid, first, other) => {
      grid.setNumberFormats(other, cell(1, 1), [["$#,##0"]]);
      grid.setNamedStyle(first, cell(1, 1), "Input");
      grid.copy(first, other, cell(1, 1), "All");
      return [grid.numberFormats(other, cell(1, 1)), grid.namedStyle(other, 1, 1)];
    },
    [[["General"]], "Input"],
  ],
  [
    "a copied look: it replaces fill, font and format, and leaves the formula",
    (grid, first, other) => {
      grid.write(other, cell(1, 1), [["=1+1"]]);
      grid.setNumberFormats(other, cell(1, 1), [["0.00"]]);
      grid.setStyle(other, cell(1, 1), { fill: "#FF0000", italic: true });
      grid.setStyle(first, cell(1, 1), { bold: true });
      grid.copy(first, other, cell(1, 1), "Formats");
      const { fill, bold, italic } = grid.style(other, 1, 1);
      return [
        fill,
        bold,
        italic,
        grid.numberFormats(other, cell(1, 1)),
        grid.formulas(other, cell(1, 1)),
      ];
    },
    [undefined, true, false, [["General"]], [["=1+1"]]],
  ],
  [
    "a row added to a table: it has the look above it and nothing of the row that it pushes down",
    (grid, first) => {
      addTable(grid, first);
      grid.setNumberFormats(first, cell(2, 1), [["0%"]]);
      grid.setStyle(first, cell(2, 0), { fill: "#FF0000" });
      grid.setStyle(first, cell(1, 0), { bold: true });
      grid.insertTableRow("Bands", 1);
      const { fill, bold } = grid.style(first, 2, 0);
      return [fill, bold, grid.numberFormats(first, { row: 1, col: 1, rows: 3, cols: 1 })];
    },
    [undefined, true, [["General"], ["General"], ["0%"]]],
  ],
  [
    "contents cleared: look and named style stay",
    (grid, first) => {
      grid.write(first, LINE, [["a", "=1+1"]]);
      grid.setNamedStyle(first, LINE, "Input");
      grid.clear(first, LINE, "Contents");
      return [
        grid.formulas(first, LINE),
        grid.namedStyle(first, 4, 0),
        grid.namedStyle(first, 4, 1),
      ];
    },
    [[[null, null]], "Input", "Input"],
  ],
  [
    "contents cleared where there are none: nothing is used",
    (grid, first) => {
      grid.clear(first, LINE, "Contents");
      return grid.usedRect(first, false);
    },
    null,
  ],
  [
    "the only row of a table deleted: it is blank and keeps its named style",
    (grid, first) => {
      addTable(grid, first);
      grid.setNamedStyle(first, cell(1, 0), "Input");
      grid.deleteTableRow("Bands", 1);
      grid.deleteTableRow("Bands", 0);
      return [grid.values(first, cell(1, 0)), grid.namedStyle(first, 1, 0), grid.tables()[0]?.rect];
    },
    [[[null]], "Input", { ...TABLE, rows: 2 }],
  ],
  [
    "a row deleted from a table of another sheet: that sheet's selection stays",
    (grid, first, other) => {
      addTable(grid, first);
      grid.select(first, cell(7, 3));
      grid.activateSheet(other);
      grid.deleteTableRow("Bands", 0);
      const there = grid.selection();
      grid.activateSheet(first);
      return [there.sheetId === other, there.rect, grid.selection().rect];
    },
    [true, cell(0, 0), cell(7, 3)],
  ],
  [
    "a row added to a table of a sheet where nothing was ever selected: A1 is",
    (grid, first, other) => {
      addTable(grid, other);
      grid.insertTableRow("Bands", 1);
      const isHere = grid.selection().sheetId === first;
      grid.activateSheet(other);
      return [isHere, grid.selection().rect];
    },
    [true, cell(0, 0)],
  ],
];

describe.each(["univer", "memory"] as const)("over %s", (kind) => {
  test.each(ROWS)("%s", async (_, act, expected) => {
    const univer = kind === "univer" ? hostForNode.openUniverInNode() : undefined;
    try {
      const grid = univer ? hostForNode.createUniverGrid(univer) : createMemoryGrid();
      const first = grid.activeSheetId();
      const other = grid.addSheet("Other");
      await Promise.resolve();
      const shown = act(grid, first, other);
      // Univer's names are refreshed after the present task.
      await Promise.resolve();
      expect(shown).toEqual(expected);
    } finally {
      univer?.univer.dispose();
    }
  });
});
