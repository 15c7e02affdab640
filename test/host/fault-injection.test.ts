import { expect, test } from "vitest";
import { FaultInjection } from "../../src/host/office/fault-injection";
import { failureOf } from "../support/failure";
import { openLocalWorkbook } from "../support/local-workbook";

test("requests are held until they are released, and later ones pass", async () => {
  const interruptions = new FaultInjection();
  const passed: string[] = [];
  const request = async (name: string): Promise<void> => {
    await interruptions.passed();
    passed.push(name);
  };
  await request("before");
  interruptions.hold();
  const held = request("held");
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(passed).toEqual(["before"]);
  interruptions.release();
  await held;
  await request("after");
  expect(passed).toEqual(["before", "held", "after"]);
});

test("a second hold leaves no request waiting for ever", async () => {
  const interruptions = new FaultInjection();
  interruptions.hold();
  const held = interruptions.passed();
  interruptions.hold();
  await expect(held).resolves.toBeUndefined();
  interruptions.release();
});

test("the next action that is named fails as Excel fails, and that one only", async () => {
  const interruptions = new FaultInjection();
  const book = await openLocalWorkbook({ beforeAction: interruptions.beforeAction });
  const write = () =>
    book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A2").formulas = [["=1+1"]];
      await context.sync();
    });
  interruptions.failAt(".formulas");
  expect(await failureOf(write)).toMatchObject({
    code: "GeneralException",
    message: "There was an internal error while processing the request.",
  });
  expect(await book.readCells("Sheet1", "A1:A2")).toEqual([[1], [null]]);
  await write();
  expect(await book.readCells("Sheet1", "A1:A2")).toEqual([[1], [2]]);
  book.close();
});
