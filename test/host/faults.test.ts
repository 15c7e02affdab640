import { expect, test } from "vitest";
import { HostError } from "../../src/host/office/host-error";
import { failureOf } from "../support/failure";
import { openLocalWorkbook } from "../support/local-workbook";

test("a fault before an action fails that action and keeps what earlier actions did", async () => {
  const seen: string[] = [];
  const book = await openLocalWorkbook({
    beforeAction(_batch, _action, name) {
      seen.push(name);
      if (name.endsWith('getRange("B1").values')) {
        throw new HostError("GeneralException", "Excel is in a bad way.", 500);
      }
    },
  });
  const error = await failureOf(() =>
    book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("B1").values = [[2]];
      sheet.getRange("C1").values = [[3]];
      await context.sync();
    }),
  );
  expect(error).toMatchObject({ code: "GeneralException", message: "Excel is in a bad way." });
  expect(await book.readCells("Sheet1", "A1:C1")).toEqual([[1, null, null]]);
  expect(seen).toContain('workbook.worksheets.getItem("Sheet1").getRange("A1").values');
  book.close();
});

test("beforeAction numbers each batch and action", async () => {
  const batches: number[] = [];
  const book = await openLocalWorkbook({
    beforeAction(batch, action) {
      if (action === 0) batches.push(batch);
    },
  });
  await book.Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name");
    await context.sync();
    sheets.load("items/id");
    await context.sync();
  });
  const [first = 0] = batches;
  expect(batches).toEqual(batches.map((_, index) => first + index));
  expect(batches.length).toBeGreaterThanOrEqual(2);
  book.close();
});
