import { afterEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { blockOf, isWithin } from "../../../src/input/cells/a1";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { writeUsage } from "../../../src/workbook/usage/write-usage";
import type { LocalWorkbook } from "../../support/local-workbook";
import { captureWorkbook } from "../../support/workbook-files";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { snapshot } from "../snapshot";
import { IMPORTED } from "./imported";

const NOW = new Date(2026, 10, 28, 15, 0);

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

describe("writeUsage()", () => {
  test("fills a table on each of its sheets, and is taken out whole", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    const before = await snapshot(workbook);
    const { id } = done(await writeUsage(IMPORTED, US_DOLLAR, NOW));
    const after = await snapshot(workbook);
    expect(after.sheets.map(({ name }) => name)).toEqual([
      "Sheet1",
      "Usage",
      "Months",
      "Exclusions",
      "Unpriced",
      "Imports",
      "Left out",
      "Reconciliation",
      "Price book",
    ]);
    expect(after.tables).toEqual([
      "PriceBook",
      "UsageExclusions",
      "UsageImports",
      "UsageLeftOut",
      "UsageMonths",
      "UsageReconciliation",
      "UsageTable",
      "UsageUnpriced",
    ]);
    const usage = after.sheets.find(({ name }) => name === "Usage");
    expect(usage?.formulas[4]?.slice(0, 17)).toMatchInlineSnapshot(`
      [
        46235,
        46235,
        "Support",
        "claude-haiku-4-5",
        "standard",
        "standard",
        "global",
        null,
        1000000000,
        0,
        0,
        200000000,
        100000000,
        0,
        "=COMMIT.TOKEN_COST($D5,$I5:$N5,$B5,$E5:$H5,PriceBook[#All])",
        null,
        "=IF($P5=$H5,$O5,COMMIT.TOKEN_COST($D5,$I5:$N5,$B5,CHOOSE({1,2,3,4},$E5,$F5,$G5,$P5),PriceBook[#All]))",
      ]
    `);
    expect(usage?.formulas[5]?.slice(2, 3)).toMatchInlineSnapshot(`
      [
        "=Evil()",
      ]
    `);
    const months = after.sheets.find(({ name }) => name === "Months");
    expect(months?.formulas[5]?.slice(0, 12)).toMatchInlineSnapshot(`
      [
        46266,
        46266,
        46295,
        "yes",
        "=SUMIFS(UsageTable[List USD],UsageTable[Month],$A6)",
        "=SUMIFS(UsageTable[List USD high],UsageTable[Month],$A6)",
        "priced usage",
        4000,
        "=SUM(SUMIFS(UsageUnpriced[Input],UsageUnpriced[Month],$A6),SUMIFS(UsageUnpriced[Cache write 5m],UsageUnpriced[Month],$A6),SUMIFS(UsageUnpriced[Cache write 1h],UsageUnpriced[Month],$A6),SUMIFS(UsageUnpriced[Cache read],UsageUnpriced[Month],$A6),SUMIFS(UsageUnpriced[Output],UsageUnpriced[Month],$A6))",
        "=IF($G6="priced usage",IF(ISERROR('Exclusions'!$K$4),'Exclusions'!$K$4,IF('Exclusions'!$K$4="Month",IFNA(VLOOKUP(YEAR($A6)&"-"&RIGHT(100+MONTH($A6),2),'Exclusions'!$K$5:$N$405,3,0),0),NA())),IF(ISERROR('Exclusions'!$P$4),'Exclusions'!$P$4,IF('Exclusions'!$P$4="Month",IFNA(VLOOKUP(YEAR($A6)&"-"&RIGHT(100+MONTH($A6),2),'Exclusions'!$P$5:$S$405,3,0),0),NA())))",
        "=$E6-$J6",
        "=IF(AND($D6="yes",$I6=0),"yes","no")",
      ]
    `);
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("prints each table, and what stands beside it, on pages of their own", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    done(await writeUsage(IMPORTED, US_DOLLAR, NOW));
    const { sheets } = await captureWorkbook(workbook.host);
    const pages = sheets.slice(1).map(({ name, page }) => [name, page.areas, page.titleColumns]);
    expect(pages).toEqual([
      ["Usage", [], "$A:$D"],
      ["Months", ["$A:$L", "$N$4:$T$21"], ""],
      ["Exclusions", ["$A:$I", "$K:$S"], ""],
      ["Unpriced", [], "$A:$D"],
      ["Imports", [], ""],
      ["Left out", [], ""],
      ["Reconciliation", ["$A:$J", "$L:$W"], ""],
      ["Price book", [], "$A:$A"],
    ]);
    for (const { cells, page } of sheets) {
      const areas = page.areas.map(blockOf);
      const isPrinted = ({ row, col }: { readonly row: number; readonly col: number }) =>
        areas.some((area) => isWithin({ row, column: col, rows: 1, columns: 1 }, area));
      if (areas.length > 0)
        expect(cells.filter((cell) => cell.value !== null && !isPrinted(cell))).toEqual([]);
    }
  });

  test("leaves the workbook as it was where a change fails", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    expect(
      await failsWithoutTrace(workbook, saboteur, () => writeUsage(IMPORTED, US_DOLLAR, NOW)),
    ).toBeGreaterThan(2);
  });
});
