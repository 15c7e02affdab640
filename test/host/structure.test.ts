import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

/** A person's action in the grid's own menu: the command's name and its parameters. */
type Step = readonly [command: string, params: object];

interface Places {
  readonly Commitment?: string;
  readonly Bands?: string;
  readonly Terms?: string;
  /** The functions' answers afterwards; absent: the same as before. */
  readonly shown?: readonly unknown[];
}

type Row = readonly [what: string, steps: readonly Step[], moved: Places];

const PLACES = { Commitment: "Deal!B2", Bands: "Deal!B6:C9", Terms: "Deal!E6:F8" };
const FORMULAS = [
  "=Commitment",
  "=COMMIT.BAND_RATE(Commitment,Bands)",
  "=COMMIT.BAND_RATE(Commitment,DealBands)",
  "=COMMIT.EFFECTIVE_COST(Usage,Commitment,Bands,Terms)",
  "=COMMIT.BAND_RATE(Twice,Bands)",
  "=SUM(Bands)",
];
const SHOWN = [300000, 0.1, 0.1, 416666.6666666667, 0.2, 750000.3];

const DEAL = "sheet-1";
const columns = { startColumn: 0, endColumn: 39 };
const rows = { startRow: 0, endRow: 999 };

type Lines = "row" | "col";
const lines = (kind: Lines, first: number, count: number) =>
  kind === "row"
    ? { ...columns, startRow: first, endRow: first + count - 1 }
    : { ...rows, startColumn: first, endColumn: first + count - 1 };
const insert = (kind: Lines, first: number, count: number): Step => {
  const direction = kind === "row" ? 0 : 3;
  const range = lines(kind, first, count);
  return [`sheet.command.insert-${kind}`, { unitId: "", subUnitId: DEAL, direction, range }];
};
const remove = (kind: Lines, first: number, count: number): Step => [
  `sheet.command.remove-${kind}`,
  { range: lines(kind, first, count) },
];
const insertRows = (first: number, count = 1) => insert("row", first, count);
const insertColumns = (first: number, count = 1) => insert("col", first, count);
const removeRows = (first: number, count = 1) => remove("row", first, count);
const removeColumns = (first: number, count = 1) => remove("col", first, count);
const cells = (startRow: number, startColumn: number, endRow: number, endColumn: number) => ({
  startRow,
  startColumn,
  endRow,
  endColumn,
});
const shift = (way: string, range: object): Step => [`sheet.command.${way}`, { range }];

const move = (fromRange: object, toRange: object): Step => [
  "sheet.command.move-range",
  { unitId: "", subUnitId: DEAL, fromRange, toRange },
];

/** Sheet rows and columns are counted from 0 here, as the grid's commands count them. */
const TABLE: readonly Row[] = [
  [
    "a row above everything",
    [insertRows(0)],
    { Commitment: "Deal!B3", Bands: "Deal!B7:C10", Terms: "Deal!E7:F9" },
  ],
  [
    "three rows above everything",
    [insertRows(0, 3)],
    { Commitment: "Deal!B5", Bands: "Deal!B9:C12", Terms: "Deal!E9:F11" },
  ],
  [
    "a row between the inputs and the tables",
    [insertRows(4)],
    { Bands: "Deal!B7:C10", Terms: "Deal!E7:F9" },
  ],
  ["a row at the headings", [insertRows(5)], { Bands: "Deal!B7:C10", Terms: "Deal!E7:F9" }],
  ["a row within the bands", [insertRows(7)], { Bands: "Deal!B6:C10", Terms: "Deal!E6:F9" }],
  ["a row right below the bands", [insertRows(9)], {}],
  [
    "two rows, one after the other",
    [insertRows(0), insertRows(8)],
    { Commitment: "Deal!B3", Bands: "Deal!B7:C11", Terms: "Deal!E7:F10" },
  ],
  [
    "the first row deleted",
    [removeRows(0)],
    { Commitment: "Deal!B1", Bands: "Deal!B5:C8", Terms: "Deal!E5:F7" },
  ],
  [
    "an empty row above the tables deleted",
    [removeRows(4)],
    { Bands: "Deal!B5:C8", Terms: "Deal!E5:F7" },
  ],
  [
    "the last band deleted",
    [removeRows(8)],
    { Bands: "Deal!B6:C8", shown: [300000, 0.1, 0.1, 416666.6666666667, 0.1, 250000.1] },
  ],
  [
    "the middle band deleted",
    [removeRows(7)],
    { Bands: "Deal!B6:C8", Terms: "Deal!E6:F7", shown: [300000, 0, 0, 450000, 0.2, 500000.2] },
  ],
  [
    "the last band and rows below it deleted",
    [removeRows(8, 4)],
    { Bands: "Deal!B6:C8", shown: [300000, 0.1, 0.1, 416666.6666666667, 0.1, 250000.1] },
  ],
  [
    "the table deleted with rows around it",
    [removeRows(4, 8)],
    {
      Bands: "none",
      Terms: "none",
      shown: [300000, "#VALUE!", "#VALUE!", "#VALUE!", "#VALUE!", "#REF!"],
    },
  ],
  [
    "a column before everything",
    [insertColumns(0)],
    { Commitment: "Deal!C2", Bands: "Deal!C6:D9", Terms: "Deal!F6:G8" },
  ],
  ["two columns between the tables", [insertColumns(3, 2)], { Terms: "Deal!G6:H8" }],
  [
    "the first column deleted",
    [removeColumns(0)],
    { Commitment: "Deal!A2", Bands: "Deal!A6:B9", Terms: "Deal!D6:E8" },
  ],
  ["the empty column between the tables deleted", [removeColumns(3)], { Terms: "Deal!D6:E8" }],
  [
    "cells shifted down above one table alone",
    [shift("insert-range-move-down", cells(3, 1, 3, 2))],
    { Bands: "Deal!B7:C10" },
  ],
  [
    "cells shifted down above the names and one table",
    [shift("insert-range-move-down", cells(0, 1, 1, 2))],
    { Commitment: "Deal!B4", Bands: "Deal!B8:C11" },
  ],
  [
    "cells shifted right before a table",
    [shift("insert-range-move-right", cells(5, 0, 8, 0))],
    { Bands: "Deal!C6:D9", Terms: "Deal!F6:G8" },
  ],
  [
    "cells shifted up above one table alone",
    [shift("delete-range-move-up", cells(4, 1, 4, 2))],
    { Bands: "Deal!B5:C8" },
  ],
  [
    "cells shifted left before both tables",
    [shift("delete-range-move-left", cells(5, 0, 8, 0))],
    { Bands: "Deal!A6:B9", Terms: "Deal!D6:E8" },
  ],
  [
    "the commitment's cell moved",
    [move(cells(1, 1, 1, 1), cells(1, 8, 1, 8))],
    { Commitment: "Deal!I2" },
  ],
  [
    "the whole table moved",
    [move(cells(5, 1, 8, 2), cells(11, 7, 14, 8))],
    { Bands: "Deal!H12:I15" },
  ],
  [
    "the rows of the inputs moved below",
    [
      [
        "sheet.command.move-rows",
        {
          range: { ...columns, startRow: 1, endRow: 2, rangeType: 1 },
          fromRange: { ...columns, startRow: 1, endRow: 2 },
          toRange: { ...columns, startRow: 12, endRow: 13 },
        },
      ],
    ],
    { Commitment: "Deal!B11", Bands: "Deal!B4:C7", Terms: "Deal!E4:F6" },
  ],
  [
    "the sheet renamed",
    [["sheet.command.set-worksheet-name", { unitId: "", subUnitId: DEAL, name: "Our deal" }]],
    { Commitment: "'Our deal'!B2", Bands: "'Our deal'!B6:C9", Terms: "'Our deal'!E6:F8" },
  ],
  [
    "the sheet deleted",
    [["sheet.command.remove-sheet", { unitId: "", subUnitId: DEAL }]],
    {
      Commitment: "none",
      Bands: "none",
      Terms: "none",
      shown: ["#REF!", "#VALUE!", "#VALUE!", "#VALUE!", "#VALUE!", "#REF!"],
    },
  ],
];

let book: LocalWorkbook;
beforeEach(async () => {
  book = await openLocalWorkbook();
  await book.Excel.run(async (context) => {
    const deal = context.workbook.worksheets.getItem("Sheet1");
    deal.name = "Deal";
    deal.getRange("B2:B3").values = [[300000], [450000]];
    deal.getRange("B6:C9").values = [
      ["Threshold", "Discount"],
      [0, 0],
      [250000, 0.1],
      [500000, 0.2],
    ];
    deal.getRange("E6:F8").values = [
      ["Term", "Value"],
      ["Overage", "list"],
      ["Forfeited share", 1],
    ];
    deal.tables.add("B6:C9", true).name = "DealBands";
    const { names } = context.workbook;
    names.add("Commitment", "=Deal!$B$2");
    names.add("Usage", "=Deal!$B$3");
    names.add("Terms", "=Deal!$E$6:$F$8");
    names.add("Bands", "=DealBands[#All]");
    names.add("Twice", "=Commitment*2");
    const out = context.workbook.worksheets.add("Out");
    out.getRange("A1:A6").formulas = FORMULAS.map((formula) => [formula]);
    await context.sync();
  });
  expect(await shown()).toEqual(SHOWN);
});
afterEach(() => book.close());

const shown = async () => (await book.readCells("Out", "A1:A6")).flat();

async function places(): Promise<Record<string, string>> {
  return book.Excel.run(async (context) => {
    const found = Object.keys(PLACES).map((name) => {
      const range = context.workbook.names.getItem(name).getRangeOrNullObject();
      range.load("address");
      return [name, range] as const;
    });
    await context.sync();
    return Object.fromEntries(
      found.map(([name, range]) => [name, range.isNullObject ? "none" : range.address]),
    );
  });
}

async function act([command, params]: Step): Promise<void> {
  const unitId = book.univerAPI.getActiveWorkbook()?.getId() ?? "";
  const given = "unitId" in params ? { ...params, unitId } : params;
  await book.univerAPI.executeCommand(command, given);
}

/** Changes the commitment in the cell of its name: the functions that read it must follow. */
async function commit(amount: number): Promise<readonly unknown[]> {
  await book.Excel.run(async (context) => {
    context.workbook.names.getItem("Commitment").getRangeOrNullObject().values = [[amount]];
    await context.sync();
  });
  return shown();
}

describe("names and tables move with their cells, for functions too", () => {
  for (const [what, steps, moved] of TABLE) {
    const { shown: after = SHOWN, ...where } = moved;
    test(what, async () => {
      for (const step of steps) await act(step);
      expect([await places(), await shown()]).toEqual([{ ...PLACES, ...where }, after]);
      for (const _ of steps) await book.univerAPI.getActiveWorkbook()?.undo();
      expect([await places(), await shown()]).toEqual([PLACES, SHOWN]);
      for (const _ of steps) await book.univerAPI.getActiveWorkbook()?.redo();
      expect([await places(), await shown()]).toEqual([{ ...PLACES, ...where }, after]);
      if (where.Commitment !== "none") expect((await commit(600000)).slice(0, 1)).toEqual([600000]);
    });
  }
});

test("a table's row that the add-in deletes moves the names of its own sheet, not the active one's", async () => {
  await book.Excel.run(async (context) => {
    const { names, worksheets } = context.workbook;
    const rows = worksheets.add("Rows");
    rows.getRange("A1:A4").values = [["Name"], ["a"], ["b"], ["c"]];
    rows.tables.add("A1:A4", true).name = "Rows_";
    rows.getRange("A6").values = [["below"]];
    names.add("Below", "=Rows!$A$6");
    worksheets.getItem("Deal").activate();
    await context.sync();
    context.workbook.tables.getItem("Rows_").rows.getItemAt(0).delete();
    const below = names.getItem("Below");
    below.load("formula");
    const active = worksheets.getActiveWorksheet();
    active.load("name");
    await context.sync();
    expect([below.formula, active.name]).toEqual(["=Rows!$A$5", "Deal"]);
  });
  expect([await places(), await shown()]).toEqual([PLACES, SHOWN]);
});
