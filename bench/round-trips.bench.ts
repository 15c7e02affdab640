import { test } from "vitest";
import { US_DOLLAR } from "../src/core/currency";
import { insertExample } from "../src/workbook/sheets/insert-example";
import { writeTable } from "../src/workbook/sheets/write-table";
import { done, openForWorkbookCode } from "../test/workbook/open";
import { commitments, REQUEST, usageSteps } from "../test/workbook/request";
import { printTable } from "./print";

const SIZES = [10, 50, 100] as const;

test("round trips and bytes of a table", async () => {
  const workbook = await openForWorkbookCode();
  done(await insertExample(US_DOLLAR));
  const { trace } = workbook;
  const measured: { cells: number; syncs: number; sent: number; text: number }[] = [];
  for (const side of SIZES) {
    const before = { ...trace };
    const { sheet, address } = done(
      await writeTable(
        {
          ...REQUEST,
          rows: usageSteps(100_000, 1_000_000, side),
          columns: commitments(Array.from({ length: side }, (_, column) => 10_000 * (column + 1))),
        },
        US_DOLLAR,
      ),
    );
    const syncs = trace.batches - before.batches;
    const formulas = await workbook.Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem(sheet).getRange(address);
      cells.load("formulas");
      await context.sync();
      return cells.formulas;
    });
    measured.push({
      cells: side * side,
      syncs,
      sent: trace.bytesIn - before.bytesIn,
      text: JSON.stringify(formulas).length,
    });
  }
  workbook.close();
  printTable("Writing a table: one formula a cell", [
    ["cells", "syncs", "bytes a cell", "bytes, × the formulas' own text"],
    ...measured.map(({ cells, syncs, sent, text }) => [
      cells.toLocaleString("en-US"),
      syncs,
      sent / cells,
      sent / text,
    ]),
  ]);
});
