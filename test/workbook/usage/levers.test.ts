import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import type { LeverCells } from "../../../src/sheets/usage/lever-rows";
import { importUsage } from "../../../src/workbook/usage/import-usage";
import { readEfficientSheets, writeLevers } from "../../../src/workbook/usage/levers";
import { writeEfficient } from "../../../src/workbook/usage/write-efficient";
import type { LocalWorkbook } from "../../support/local-workbook";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { IMPORTED } from "./imported";

const BATCH: LeverCells = ["Batch", "", "", "", 0.3, "", "", ""];
const OF_SUPPORT: LeverCells = ["Batch", "Support", "", "", 0.9, "", "", ""];
const BLANK: LeverCells = ["", "", "", "", "", "", "", ""];

let workbook: LocalWorkbook;
beforeAll(async () => {
  workbook = await openForWorkbookCode(UNCALCULATED);
  done(await importUsage(IMPORTED, US_DOLLAR));
});
afterAll(() => workbook.close());

describe("writeLevers()", () => {
  test("is refused before there is a table", async () => {
    expect(done(await readEfficientSheets())).toBeNull();
    expect(await writeLevers([BATCH])).toEqual({ ok: false, fault: { kind: "tablesGone" } });
  });

  test("fills the table, and blanks the rows that it does not need", async () => {
    const tables = { usage: "UsageTable", months: "UsageMonths", book: "PriceBook" };
    const levers = [BATCH, OF_SUPPORT];
    done(
      await writeEfficient(
        {
          ...{ tables, levers, hasUsage: true, historyMonths: 2 },
          deal: null,
          largestUsd: 1000,
          madeOn: "",
        },
        US_DOLLAR,
      ),
    );
    expect(done(await readEfficientSheets())).toMatchObject({
      current: "Bandwise_usage_forecast",
      efficient: "Bandwise_efficient_forecast",
    });
    done(await writeLevers([OF_SUPPORT]));
    const rows = done(await readEfficientSheets())?.levers;
    expect(rows?.slice(0, 2)).toEqual([OF_SUPPORT, BLANK]);
    expect(rows).toHaveLength(12);
  });

  test("is refused where the table has too few rows, and leaves it as it was", async () => {
    const many = Array.from({ length: 13 }, () => BATCH);
    expect(await writeLevers(many)).toMatchObject({ ok: false, fault: { kind: "noRoomToGrow" } });
    expect(done(await readEfficientSheets())?.levers[0]).toEqual(OF_SUPPORT);
  });

  test("is refused once the table is gone", async () => {
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("UsageLevers").delete();
      await context.sync();
    });
    expect(done(await readEfficientSheets())).toBeNull();
    expect(await writeLevers([BATCH])).toMatchObject({ ok: false });
  });
});
