import { expect, test } from "vitest";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

const open = () => openLocalWorkbook({ grid: "memory" });

/** The value of the first cell, as the client reads it. */
function firstCell({ Excel }: LocalWorkbook): Promise<unknown> {
  return Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("values");
    await context.sync();
    return cell.values[0]?.[0];
  });
}

test("a workbook in the page of another is blank, and hears its own changes alone", async () => {
  const first = await open();
  first.setCell("Sheet1", "A1", 1);
  expect(await firstCell(first)).toBe(1);
  first.close();
  const second = await open();
  expect(second.Excel).toBe(first.Excel);
  expect(await firstCell(second)).toBe("");
  const heard: string[] = [];
  await second.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ address }) => {
      heard.push(address);
    });
    await context.sync();
  });
  first.setCell("Sheet1", "C3", 3);
  second.setCell("Sheet1", "B2", 2);
  await expect.poll(() => heard).toEqual(["B2"]);
  second.close();
  const third = await open();
  expect(third.Excel).not.toBe(second.Excel);
  third.close();
});

test("a page that a test asked for is left to no other workbook", async () => {
  const first = await open();
  expect(first.window.Excel).toBe(first.Excel);
  first.close();
  const second = await open();
  expect(second.Excel).not.toBe(first.Excel);
  second.close();
});
