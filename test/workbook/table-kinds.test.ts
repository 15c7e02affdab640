import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { type ParsedDeal, readDealCells } from "../../src/deal/parse-deal";
import { AXIS_KINDS, type AxisKind } from "../../src/sheets/tables/axis";
import {
  isOfCertainYear,
  TABLE_MEASURES,
  type TableMeasure,
} from "../../src/sheets/tables/measures";
import type { ColumnChoice } from "../../src/taskpane/views/sheets/axis-choice";
import { FRESH_FORM, readTableForm } from "../../src/taskpane/views/sheets/table-form-state";
import { removeTable } from "../../src/workbook/journal/roll-back";
import type { TableRequest } from "../../src/workbook/journal/written-table";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../support/local-workbook";
import { agrees } from "../tolerance";
import { done, openForWorkbookCode } from "./open";
import { readDeal } from "./read";
import { snapshot } from "./snapshot";

/** Each round trip takes Excel on the web from half a second to three. */
const MOST_SYNCS = 3;
/** Few steps of every axis: the formulas are one throughout. */
const FEW = { count: "3" };
const STEPPED = { discount: FEW, threshold: FEW, premium: FEW, share: FEW, spread: FEW };

let workbook: LocalWorkbook;
let deal: ParsedDeal;

beforeAll(async () => {
  workbook = await openForWorkbookCode();
  done(await insertExample(US_DOLLAR));
  // A share that is not the default: an axis of shares must put others in its place.
  workbook.setCell("Deal", "B15", 0.75);
  deal = readDealCells(done(await readDeal()));
});
afterAll(() => workbook.close());

function requestFor(
  measure: TableMeasure,
  rowAxis: AxisKind,
  columnAxis: ColumnChoice,
  form: "cells" | "values",
): TableRequest {
  const read = readTableForm(
    { ...FRESH_FORM, measure, rowAxis, columnAxis, rows: "3", stepped: STEPPED, form },
    deal,
    US_DOLLAR,
  );
  if (!read.request) throw new Error(read.obstacles.join(" "));
  expect(read.axes).toEqual({ rows: rowAxis, columns: columnAxis });
  return { ...read.request, madeOn: "November 25, 2026 at 3:00 PM" };
}

/** Writes a table and reads its cells back; nothing of it stays. */
async function written(request: TableRequest): Promise<readonly (readonly unknown[])[]> {
  const before = workbook.trace.batches;
  const { id, sheet, address } = done(await writeTable(request, US_DOLLAR));
  expect(workbook.trace.batches - before).toBeLessThanOrEqual(MOST_SYNCS);
  const cells = await workbook.readCells(sheet, address);
  done(await removeTable(id));
  return cells.slice(1);
}

async function expectSame(measure: TableMeasure, rows: AxisKind, columns: ColumnChoice) {
  const live = await written(requestFor(measure, rows, columns, "cells"));
  const plain = await written(requestFor(measure, rows, columns, "values"));
  const notes = 1;
  expect(live).toHaveLength(plain.length);
  let numbers = 0;
  for (const [row, cells] of live.slice(notes).entries())
    for (const [column, cell] of cells.entries()) {
      const other = plain[row + notes]?.[column];
      const where = `${measure}, ${rows} by ${columns}, row ${row}, column ${column}: ${cell} and ${other}`;
      if (typeof cell !== "number") expect(other, where).toEqual(cell);
      else {
        numbers += 1;
        expect(typeof other === "number" && isSame(other, cell, measure), where).toBe(true);
      }
    }
  expect(numbers).toBeGreaterThan(3);
}

/** A saving is what is left of two amounts as large as the usage, and is known as well as they are. */
function isSame(one: number, other: number, measure: TableMeasure): boolean {
  const isLeft = measure === "saving" || measure === "expectedSaving";
  return isLeft ? agrees(700_000 + one, 700_000 + other) : agrees(one, other);
}

const CERTAIN = AXIS_KINDS.filter((kind) => kind !== "spread");
const UNCERTAIN = AXIS_KINDS.filter((kind) => kind !== "usage");

describe("plain values agree with the formulas, in at most three round trips", () => {
  test.each([
    ...CERTAIN.map((kind) => ["cost", kind] as const),
    ...UNCERTAIN.map((kind) => ["expectedCost", kind] as const),
  ])("of every measure beside %s, along %s", async (measure, kind) => {
    await expectSame(measure, kind, "measures");
  });

  const pairs = TABLE_MEASURES.flatMap((measure) => {
    const kinds = isOfCertainYear(measure) ? CERTAIN : UNCERTAIN;
    return kinds.flatMap((rows, index) =>
      kinds.slice(index + 1).map((columns) => [measure, rows, columns] as const),
    );
  });
  // Each pair of axes once or twice, with another measure each time.
  test.each(pairs.filter((_, index) => index % 4 === 0))("of %s by %s and %s", expectSame);
});

test("formulas stand in one form throughout, over the inputs that are shown above", async () => {
  const request = requestFor("expectedSaving", "spread", "discount", "cells");
  const { id, sheet } = done(await writeTable(request, US_DOLLAR));
  const at = (address: string) => workbook.grid.formulas(sheetId(sheet), cell(address))[0]?.[0];
  expect(at("B4")).toBe("=COMMIT.FORECAST_MEAN(Forecast)");
  expect(at("B5")).toBe("=Commitment");
  expect(at("B6")).toBe("=INDEX(Bands,3,1)");
  const forecast = (row: number) => `CHOOSE({1,2;3,4},"Mean",$B$4,"CV",$A${row})`;
  const formula = (column: string, row: number) =>
    `=COMMIT.FORECAST_MEAN(${forecast(row)})-COMMIT.EXPECTED_COST(${forecast(row)},$B$5,COMMIT.BANDS_WITH(Bands,$B$6,"Discount",${column}$8),Terms)`;
  expect(at("B9")).toBe(formula("B", 9));
  expect(at("D10")).toBe(formula("D", 10));
  done(await removeTable(id));
});

describe("bands whose thresholds are not the first column", () => {
  const HEADED = [
    ["Tier", "Discount", "Commitment"],
    ["List", 0, 0],
    ["Silver", 0.1, 250_000],
    ["Gold", 0.15, 500_000],
  ];
  const ACROSS = [
    ["Commitment", 0, 250_000, 500_000],
    ["Discount", 0, 0.1, 0.15],
  ];

  test.each([
    ["behind the discounts", HEADED, "A40:C43", "=INDEX(Deal!$A$40:$C$43,4,3)", "0,3"],
    ["across, in the first row", ACROSS, "A40:D41", "=INDEX(Deal!$A$40:$D$41,1,4)", "1,0"],
  ] as const)(
    "%s give the threshold that a table shows and marks",
    async (_, bands, block, shown, line) => {
      for (const [row, cells] of bands.entries())
        for (const [column, cell] of cells.entries())
          workbook.setCell("Deal", `${"ABCD"[column]}${40 + row}`, cell);
      const [first = "", last = ""] = block
        .split(":")
        .map((at) => at.replace(/(\D+)(\d+)/, "$$$1$$$2"));
      const reference = `Deal!${first}:${last}`;
      const own = readDealCells({
        ...deal.cells,
        bands,
        references: { ...deal.references, bands: reference },
      });
      expect(own.faults).toEqual([]);
      const read = readTableForm(
        {
          ...FRESH_FORM,
          measure: "cost",
          rowAxis: "discount",
          columnAxis: "commitment",
          stepped: STEPPED,
        },
        own,
        US_DOLLAR,
      );
      if (!read.request) throw new Error(read.obstacles.join(" "));
      const { id, sheet } = done(await writeTable({ ...read.request, madeOn: "today" }, US_DOLLAR));
      const held = workbook.grid.formulas(sheetId(sheet), cell("B5"))[0]?.[0];
      expect(held).toBe(shown);
      expect(await workbook.readCell(sheet, "B5")).toBe(500_000);
      const rules = JSON.stringify(workbook.grid.conditionalFormats(sheetId(sheet)));
      expect(rules).toContain(`COUNTIF(INDEX(${reference},${line}),`);
      done(await removeTable(id));
    },
  );
});

test("a table of plain values holds no formula of ours, and says so", async () => {
  const request = requestFor("discount", "usage", "threshold", "values");
  const { id, sheet, address } = done(await writeTable(request, US_DOLLAR));
  const formulas = workbook.grid.formulas(sheetId(sheet), cell(address)).flat();
  expect(formulas.filter((text) => String(text).includes("COMMIT."))).toEqual([]);
  expect(await workbook.readCell(sheet, "A2")).toMatch(/^Plain values: .*need no add-in/);
  expect(await workbook.readCell(sheet, "A3")).toBe(
    "Made by Bandwise 0.1.0 on November 25, 2026 at 3:00 PM from Bands (Deal!A5:I9), Terms (Deal!A12:B16), Usage (Deal!F12) and Commitment (Deal!F13).",
  );
  done(await removeTable(id));
});

test("removing a table whose sheet holds something of the user's takes its chart along", async () => {
  const before = (await snapshot(workbook)).sheets.length;
  const { id, sheet } = done(
    await writeTable(requestFor("cost", "usage", "discount", "cells"), US_DOLLAR),
  );
  expect(workbook.host.sheet(sheetId(sheet)).charts._items()).toHaveLength(1);
  workbook.setCell(sheet, "N30", "mine");
  done(await removeTable(id));
  expect((await snapshot(workbook)).sheets).toHaveLength(before + 1);
  expect(workbook.host.sheet(sheetId(sheet)).charts._items()).toHaveLength(0);
  expect(await workbook.readCell(sheet, "N30")).toBe("mine");
});

function sheetId(name: string): string {
  const sheet = workbook.grid.sheets().find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet.id;
}

function cell(address: string) {
  const [first = "A1", last = first] = address.split(":");
  const place = (text: string) => ({
    row: Number(text.replace(/\D/g, "")) - 1,
    col: text.charCodeAt(0) - 65,
  });
  const [start, end] = [place(first), place(last)];
  return { ...start, rows: end.row - start.row + 1, cols: end.col - start.col + 1 };
}
