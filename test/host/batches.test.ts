import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failureOf } from "../support/failure";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

let book: LocalWorkbook;
beforeAll(async () => {
  book = await openLocalWorkbook();
});
afterAll(() =>
  book.close({
    refused: [/Workbook\.pivotTables/, /Range\.getSurroundingRegion/, /the sheet's comments/],
  }),
);

describe("a batch", () => {
  test("writes, loads and reads values", async () => {
    const read = await book.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
      range.values = [
        [1, 2],
        [3, 4],
      ];
      range.load("address, values, rowCount, columnIndex");
      await context.sync();
      return [range.address, range.values, range.rowCount, range.columnIndex];
    });
    expect(read).toEqual([
      "Sheet1!A1:B2",
      [
        [1, 2],
        [3, 4],
      ],
      2,
      0,
    ]);
  });

  test("may wait for the user to leave a cell", async () => {
    const name = await book.Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load("name");
      await context.sync();
      return sheet.name;
    });
    expect(name).toBe("Sheet1");
  });

  test("takes the object form of load and of set", async () => {
    const read = await book.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("D1:E1");
      range.set({
        values: [["a", 0.5]],
        numberFormat: [["@", "0.0%"]],
        format: { fill: { color: "#FFEE00" }, font: { bold: true } },
      });
      range.load({ text: true, numberFormat: true, format: { fill: { color: true } } });
      range.format.font.load("bold");
      await context.sync();
      return [range.text, range.numberFormat, range.format.fill.color, range.format.font.bold];
    });
    expect(read).toEqual([[["a", "50.0%"]], [["@", "0.0%"]], "#FFEE00", true]);
  });

  test("keeps an object across syncs and runs", async () => {
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Kept");
      sheet.load("id, name");
      await context.sync();
      const range = sheet.getRange("B2");
      range.values = [[7]];
      await context.sync();
      const other = context.workbook.worksheets.getItem("Sheet1").getRange("A5");
      other.formulas = [["=Kept!B2*2"]];
      other.load("values");
      const shared = range.getIntersectionOrNullObject(sheet.getRange("B1:B9"));
      shared.load("address");
      await context.sync();
      expect(other.values).toEqual([[14]]);
      expect(shared.address).toBe("Kept!B2");
    });
  });

  test("loads the items of a collection", async () => {
    const names = await book.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load("items/name, items/visibility");
      await context.sync();
      return sheets.items.map(({ name, visibility }) => [name, visibility]);
    });
    expect(names).toEqual([
      ["Sheet1", "Visible"],
      ["Kept", "Visible"],
    ]);
  });

  test("makes a missing item a null object", async () => {
    const found = await book.Excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      const present = context.workbook.worksheets.getItemOrNullObject("SHEET1");
      const under = missing.tables.getItemOrNullObject("T");
      present.load("name");
      await context.sync();
      return [missing.isNullObject, present.isNullObject, present.name, under.isNullObject];
    });
    expect(found).toEqual([true, false, "Sheet1", true]);
  });
});

describe("a failure is a true OfficeExtension.Error", () => {
  const failing: readonly (readonly [
    what: string,
    code: string,
    act: (context: Excel.RequestContext) => void,
  ])[] = [
    [
      "a sheet that is not there",
      "ItemNotFound",
      (context) => {
        context.workbook.worksheets.getItem("Nowhere").getRange("A1").values = [[1]];
      },
    ],
    [
      "an address that is none",
      "InvalidArgument",
      (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("no such!!").load("values");
      },
    ],
    [
      "an array of another shape",
      "InvalidArgument",
      (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").values = [[1], [2]];
      },
    ],
    [
      "a block of one for more than one cell",
      "InvalidArgument",
      (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").values = [[1]];
      },
    ],
    [
      "a formula that cannot be read",
      "InvalidArgument",
      (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("A9").formulas = [["=SUM(1,"]];
      },
    ],
    [
      "a sheet name that is taken",
      "ItemAlreadyExists",
      (context) => {
        context.workbook.worksheets.add("sheet1");
      },
    ],
    [
      "a sheet name with a slash",
      "InvalidArgument",
      (context) => {
        context.workbook.worksheets.add("a/b");
      },
    ],
    [
      "a member that is not imitated",
      "NotImplemented",
      (context) => {
        context.workbook.pivotTables.load("items/name");
      },
    ],
    [
      "a method that is not imitated",
      "NotImplemented",
      (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("A1").getSurroundingRegion();
      },
    ],
  ];
  for (const [what, code, act] of failing) {
    test(`${what}: ${code}`, async () => {
      const error = await failureOf(() =>
        book.Excel.run(async (context) => {
          act(context);
          await context.sync();
        }),
      );
      expect(error).toMatchObject({ name: "RichApi.Error", code });
    });
  }

  test("a value read without load: PropertyNotLoaded", async () => {
    const error = await failureOf(() =>
      book.Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
        await context.sync();
        return range.values;
      }),
    );
    expect(error).toMatchObject({ code: "PropertyNotLoaded" });
  });

  test("names the class and member that is missing, and counts it", () => {
    expect(book.trace.notImplemented.join("\n")).toMatch(/Workbook\.pivotTables/);
  });

  test("ends the batch and keeps what earlier actions did", async () => {
    await failureOf(() =>
      book.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        sheet.getRange("H1").values = [["before"]];
        context.workbook.worksheets.getItem("Nowhere").delete();
        sheet.getRange("H2").values = [["after"]];
        await context.sync();
      }),
    );
    expect(await book.readCells("Sheet1", "H1:H2")).toEqual([["before"], [null]]);
  });

  test("a sheet used after it was deleted: ItemNotFound", async () => {
    const error = await failureOf(() =>
      book.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add("Gone");
        const range = sheet.getRange("A1");
        range.load("address");
        await context.sync();
        sheet.delete();
        await context.sync();
        range.load("values");
        await context.sync();
      }),
    );
    expect(error).toMatchObject({ code: "ItemNotFound" });
  });
});

test("the trace counts batches and bytes", () => {
  expect(book.trace.batches).toBeGreaterThan(5);
  expect(book.trace.bytesIn).toBeGreaterThan(1000);
  expect(book.trace.bytesOut).toBeGreaterThan(500);
});
