import { readXlsx, writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { fileOf } from "../support/workbook-files";

const LAST = { row: 60_000, letters: "AD" } as const;

/** When one of these fails, the library has changed: src/host/xlsx/compact-cells.ts may go. */
test("the library reads every row and column up to the last cell, filled or not", async () => {
  const rows = `<row r="${LAST.row}"><c r="${LAST.letters}${LAST.row}"><v>5</v></c></row>`;
  const { sheets } = await readXlsx(fileOf({ sheets: { Sheet1: rows } }));
  expect(sheets[0]?.rows.length).toBe(LAST.row);
  expect(sheets[0]?.rows[0]?.length).toBe(30);
});

test("the library refuses a file with one blank cell in the last corner", async () => {
  const rows = '<row r="1048576"><c r="XFD1048576" s="2"/></row>';
  await expect(readXlsx(fileOf({ sheets: { Sheet1: rows } }))).rejects.toThrow(/spans/);
});

test("the library does not write the height of a row below the last cell", async () => {
  const sheet = { name: "Sheet1", rows: [[1]], rowDefs: new Map([[5, { height: 30 }]]) };
  const { sheets } = await readXlsx(await writeXlsx({ sheets: [sheet] }));
  expect(sheets[0]?.rowDefs?.has(5) ?? false).toBe(false);
});
