import { afterEach, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { thresholdAxis } from "../../src/core/threshold-axis";
import { removeTable } from "../../src/workbook/journal/roll-back";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../support/local-workbook";
import { agrees } from "../tolerance";
import { done, openForWorkbookCode } from "./open";
import { REQUEST, usageSteps } from "./request";
import { snapshot } from "./snapshot";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

test("a table above 10,000 cells is one spilled formula, live, and removed as one", async () => {
  workbook = await openForWorkbookCode();
  done(await insertExample(US_DOLLAR));
  const before = await snapshot(workbook);
  const commitmentsUsd = thresholdAxis([0, 250_000, 500_000, 1_000_000], {
    lowUsd: 0,
    highUsd: 1_250_000,
    steps: 9,
  });
  const written = done(
    await writeTable(
      {
        ...REQUEST,
        form: "spill",
        columns: { kind: "commitment", amountsUsd: commitmentsUsd, pointsBetween: 9 },
        rows: usageSteps(100_000, 1_350_000, 251),
      },
      US_DOLLAR,
    ),
  );
  expect(written.address).toBe("A1:AW255");
  expect(commitmentsUsd.length).toBe(48);
  const cells = await workbook.readCells("Cost table", "A4:AW255");
  expect(cells[0]).toEqual(["cost", ...commitmentsUsd]);
  const column = 1 + commitmentsUsd.indexOf(500_000);
  const row = cells.findIndex(([usage]) => usage === 800_000);
  expect(agrees(Number(cells[row]?.[column]), 711_764.7058823529)).toBe(true);
  expect(cells.flat().filter((cell) => typeof cell !== "number")).toEqual(["cost"]);
  done(await removeTable(written.id));
  expect(await snapshot(workbook)).toEqual(before);
});
