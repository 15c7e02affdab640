import { afterEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { writeComparables } from "../../../src/workbook/comparables/write-comparables";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { readWorkbook } from "../../../src/workbook/read-workbook";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import type { LocalWorkbook } from "../../support/local-workbook";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { snapshot } from "../snapshot";

const OFFER = { bands: "Bands", commitment: "Commitment" };

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

const read = async () => done(await readWorkbook()).comparables;

describe("writeComparables()", () => {
  test("adds a table to type into and what the offer is among its deals, and is taken out whole", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    done(await insertExample(US_DOLLAR));
    const before = await snapshot(workbook);
    const { id, title, sheet } = done(await writeComparables(OFFER, US_DOLLAR));
    expect([title, sheet]).toEqual(["Comparable deals", "Comparables"]);
    const after = await snapshot(workbook);
    const cells = after.sheets.find(({ name }) => name === "Comparables")?.formulas;
    expect(after.tables).toContain("ComparableDeals");
    expect(cells?.[4]?.slice(0, 7)).toEqual([
      ...["Date", "Commitment", "Discount", "Source", "Note", null, "This offer"],
    ]);
    expect(cells?.[5]?.slice(6, 8)).toEqual(["Commitment a year", "=Commitment"]);
    expect(cells?.[6]?.[7]).toBe('=IF(N($H$6)>0,COMMIT.BAND_RATE($H$6,Bands),"no commitment")');
    expect(cells?.[8]?.slice(6, 8)).toEqual(["Deal", "Bands"]);
    expect(cells?.[10]?.slice(6, 9)).toEqual([
      "Share of deals that the offer beats",
      '=IF(N($H$6)>0,IFNA(INDEX(COMMIT.BENCHMARK_RANK($H$7,$H$6,ComparableDeals[#All],Bands,"summary"),8,2),"too few"),"no commitment")',
      '=IF(N($H$6)>0,IFNA(INDEX(COMMIT.BENCHMARK_RANK($H$7,$H$6,ComparableDeals[#All],,"summary"),8,2),"too few"),"no commitment")',
    ]);
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("has a cell to type into where the deal has no commitment", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    done(await insertExample(US_DOLLAR));
    const offer = { bands: "Bands", commitment: null, deal: "3-5" };
    done(await writeComparables(offer, US_DOLLAR));
    const { sheets } = await snapshot(workbook);
    const cells = sheets.find(({ name }) => name === "Comparables")?.formulas;
    expect(cells?.[5]?.[7]).toBeNull();
    // It says which deal it is about, whichever the pane shows later.
    expect(cells?.[8]?.slice(6, 8)).toEqual(["Deal", "3-5"]);
  });

  test("leaves the workbook as it was where a change fails", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    done(await insertExample(US_DOLLAR));
    expect(
      await failsWithoutTrace(workbook, saboteur, () => writeComparables(OFFER, US_DOLLAR)),
    ).toBeGreaterThan(2);
  });
});

describe("readWorkbook() reads comparable deals", () => {
  test("from the table that was written, under whatever name it has", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    expect(await read()).toBeNull();
    done(await insertExample(US_DOLLAR));
    await workbook.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:B1").values = [["Not", "ours"]];
      context.workbook.names.add("ComparableDeals", sheet.getRange("A1"));
      await context.sync();
    });
    done(await writeComparables(OFFER, US_DOLLAR));
    workbook.setCell("Comparables", "B6", 300_000);
    workbook.setCell("Comparables", "C6", 0.12);
    expect(await read()).toMatchObject({
      address: "Comparables!A5:E25",
      values: {
        0: ["Date", "Commitment", "Discount", "Source", "Note"],
        1: ["", 300_000, 0.12, "", ""],
      },
    });
  });

  test("from a table of the user's that goes by the name, and none after it is removed", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    await workbook.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("B2:C3").values = [
        ["Commitment", "Discount"],
        [250_000, 0.1],
      ];
      sheet.tables.add("B2:C3", true).name = "comparabledeals";
      await context.sync();
    });
    expect(await read()).toMatchObject({ address: "Sheet1!B2:C3" });
    await workbook.Excel.run(async (context) => {
      context.workbook.tables.getItem("comparabledeals").delete();
      await context.sync();
    });
    expect(await read()).toBeNull();
  });
});

test("the sheet says where the offer is among its deals, follows them, and says when they are too few", async () => {
  workbook = await openForWorkbookCode();
  done(await insertExample(US_DOLLAR));
  done(await writeComparables(OFFER, US_DOLLAR));
  const shown = () =>
    workbook.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Comparables").getRange("G6:I19");
      range.load("text");
      await context.sync();
      return range.text;
    });
  const empty = await shown();
  expect(empty.slice(0, 3).map(([label, value]) => [label, value])).toEqual([
    ["Commitment a year", "$480,000"],
    ["Discount", "10.0%"],
    ["Band", "$250k to $500k"],
  ]);
  expect(empty.slice(5).flatMap(([, ...values]) => values)).toEqual(Array(18).fill("too few"));

  await workbook.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Comparables");
    sheet.getRange("B6:C12").values = [
      ...[0.08, 0.09, 0.12, 0.15, 0.1].map((discount) => [300_000, discount]),
      [600_000, 0.18],
      [600_000, 0.2],
    ];
    await context.sync();
  });
  expect((await shown()).slice(5)).toEqual([
    ["Share of deals that the offer beats", "50%", "36%"],
    ["Comparable deals", "5", "7"],
    ["Lowest discount", "8.0%", "8.0%"],
    ["Lower quartile", "9.0%", "9.0%"],
    ["Median", "10.0%", "12.0%"],
    ["Upper quartile", "12.0%", "18.0%"],
    ["Highest discount", "15.0%", "20.0%"],
    ["Points to the median", "0.0%", "2.0%"],
    ["A year to the median", "$0", "$10,667"],
  ]);
});
