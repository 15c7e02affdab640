import { afterEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { goToTable, removeTable } from "../../../src/workbook/journal/roll-back";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { writeTable } from "../../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../../support/local-workbook";
import { agrees } from "../../tolerance";
import { done, openForWorkbookCode } from "../open";
import { listTables, readDeal } from "../read";
import { REQUEST, usageSteps } from "../request";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

describe("insertExample()", () => {
  test("adds a sheet whose results are live", async () => {
    workbook = await openForWorkbookCode();
    expect(done(await insertExample(US_DOLLAR))).toEqual({ sheet: "Deal" });
    const results = await workbook.readCells("Deal", "F16:F25");
    expect(results[0]).toEqual(["$250k to $500k"]);
    expect(agrees(Number(results[2]?.[0]), 480_000 + 700_000 - 480_000 / 0.9)).toBe(true);
    workbook.setCell("Deal", "F13", 500_000);
    expect(
      agrees(Number(await workbook.readCell("Deal", "F18")), 500_000 + 700_000 - 500_000 / 0.85),
    ).toBe(true);
    expect(await workbook.readCell("Deal", "H13")).toBe("Commitment");
  });

  test("says what an uncertain year does to the commitment, around the usage that is named", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    // By hand: ln U is normal with deviation sqrt(ln 1.1225) around ln 700,000 less half its square; filled from 480,000 / 0.9.
    const chances = (await workbook.readCells("Deal", "F27:F28")).flat().map(Number);
    expect(chances.map((chance) => chance.toFixed(4))).toEqual(["0.7356", "0.1736"]);
    expect(await workbook.readCell("Deal", "F29")).toBe(500_000);
    const expectedUsd = Number(await workbook.readCell("Deal", "F26"));
    expect(expectedUsd).toBeGreaterThan(Number(await workbook.readCell("Deal", "F18")));
    expect(expectedUsd).toBeLessThan(700_000);
    workbook.setCell("Deal", "F12", 400_000);
    expect(await workbook.readCell("Deal", "B21")).toBe(400_000);
    expect(Number(await workbook.readCell("Deal", "F27"))).toBeLessThan(0.5);
    workbook.setCell("Deal", "B22", 0);
    expect(await workbook.readCells("Deal", "F26:F28")).toEqual([[480_000], [0], [1]]);
  });

  test("takes other names where its own are taken", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    expect(done(await insertExample(US_DOLLAR))).toEqual({ sheet: "Deal 2" });
    workbook.setCell("Deal 2", "F12", 900_000);
    expect(await workbook.readCells("Deal 2", "B21:B22")).toEqual([[900_000], [0.35]]);
    workbook.setCell("Deal 2", "F13", 1_000_000);
    expect(await workbook.readCell("Deal 2", "F16")).toBe("$1M and above");
    expect(await workbook.readCell("Deal", "F16")).toBe("$250k to $500k");
  });
});

describe("readDeal()", () => {
  test("says what is missing", async () => {
    workbook = await openForWorkbookCode();
    expect(await readDeal()).toEqual({
      ok: false,
      fault: { kind: "nothingNamed", names: ["Bands"] },
    });
  });

  test("reads bands with their headings, terms, usage and commitment", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const deal = done(await readDeal());
    expect(deal).toMatchObject({ usage: 700_000, commitment: 480_000 });
    expect(deal.forecast?.slice(1)).toEqual([
      ["Distribution", "lognormal"],
      ["Mean", 700_000],
      ["CV", 0.35],
    ]);
    expect(deal.bands[0]?.[0]).toBe("Threshold");
    expect(deal.bands).toHaveLength(5);
  });
});

describe("writeTable()", () => {
  test("writes live formulas on a sheet of their own", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const table = done(await writeTable(REQUEST, US_DOLLAR));
    expect(table).toMatchObject({ sheet: "Cost table", address: "A1:P7" });
    const cells = await workbook.readCells("Cost table", "A4:P7");
    expect(cells[0]?.slice(1, 5)).toEqual([0, 125_000, 249_999, 250_000]);
    expect(await workbook.errorMessage("Cost table", "B5")).toBeNull();
    expect(cells[1]?.[1]).toBe(400_000);
    const at500k = cells[0]?.indexOf(500_000) ?? 0;
    expect(agrees(Number(cells[3]?.[at500k]), 511_764.7058823529)).toBe(true);
    workbook.setCell("Deal", "A8", 450_000);
    expect(
      agrees(
        Number((await workbook.readCells("Cost table", "A7:P7"))[0]?.[at500k - 1]),
        499_999 + 600_000 - 499_999 / 0.85,
      ),
    ).toBe(true);
  });

  test("takes at most three round trips, whatever its size", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    for (const rows of [3, 200]) {
      const before = workbook.trace.batches;
      done(await writeTable({ ...REQUEST, rows: usageSteps(1, 1e6, rows) }, US_DOLLAR));
      expect(workbook.trace.batches - before).toBeLessThanOrEqual(3);
    }
  });

  test("is listed, found and removed, and the sheet goes with it", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const before = workbook.grid.sheets().map(({ name }) => name);
    const { id } = done(await writeTable(REQUEST, US_DOLLAR));
    expect(done(await listTables())).toEqual([
      expect.objectContaining({ id, sheet: "Cost table", address: "A1:P7", complete: true }),
    ]);
    done(await goToTable(id));
    done(await removeTable(id));
    expect(workbook.grid.sheets().map(({ name }) => name)).toEqual(before);
    expect(workbook.grid.names().filter(({ name }) => name.includes("Table"))).toEqual([]);
    expect(done(await listTables())).toEqual([]);
  });
});
