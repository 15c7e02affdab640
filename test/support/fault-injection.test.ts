import { expect, test } from "vitest";
import { failureOf } from "./failure";
import { failAt, hold, type Interrupted, release } from "./fault-injection";
import { openLocalWorkbook } from "./local-workbook";

/** A workbook that notes the requests which reach it. */
function noting() {
  const passed: string[] = [];
  const execute = async (request: string) => {
    passed.push(request);
    return "";
  };
  const port = { execute } as Interrupted["port"];
  const workbook: Interrupted = { port, status: { during: (_, task) => task } };
  return { passed, workbook };
}

test("requests are held until they are released, and later ones pass", async () => {
  const { passed, workbook } = noting();
  await workbook.port.execute("before");
  hold(workbook);
  const held = workbook.port.execute("held");
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(passed).toEqual(["before"]);
  release(workbook);
  await held;
  await workbook.port.execute("after");
  expect(passed).toEqual(["before", "held", "after"]);
});

test("a second hold leaves no request waiting for ever", async () => {
  const { workbook } = noting();
  hold(workbook);
  const held = workbook.port.execute("held");
  hold(workbook);
  await expect(held).resolves.toBe("");
  release(workbook);
});

test("the next action that is named fails as Excel fails, and that one only", async () => {
  const { workbook } = noting();
  const book = await openLocalWorkbook({
    beforeAction: (...action) => workbook.beforeAction?.(...action),
  });
  const write = () =>
    book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A2").formulas = [["=1+1"]];
      await context.sync();
    });
  failAt(workbook, ".formulas");
  expect(await failureOf(write)).toMatchObject({
    code: "GeneralException",
    message: "There was an internal error while processing the request.",
  });
  expect(await book.readCells("Sheet1", "A1:A2")).toEqual([[1], [null]]);
  await write();
  expect(await book.readCells("Sheet1", "A1:A2")).toEqual([[1], [2]]);
  book.close();
});
