import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import type { ImportedUsage } from "../../../src/sheets/usage/imported-usage";
import { importUsage } from "../../../src/workbook/usage/import-usage";
import { readUsage } from "../../../src/workbook/usage/read-usage";
import { AS_IN_THE_FILE } from "../../sheets/file-texts";
import type { LocalWorkbook } from "../../support/local-workbook";
import { openWorkbook, saveWorkbook } from "../../support/workbook-files";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { IMPORTED, month, monthRow, usageRow } from "./imported";

const [AUGUST, OCTOBER] = [month(2026, 8), month(2026, 10)];

const TEXTS: ImportedUsage = {
  ...IMPORTED,
  rows: AS_IN_THE_FILE.map((text) => usageRow(AUGUST, { workspace: text, model: text })),
  unpriced: AS_IN_THE_FILE.map((text) => ({
    ...usageRow(AUGUST, { workspace: text, service: text, geo: text }),
    reason: text,
  })),
  months: [monthRow(AUGUST)],
  files: AS_IN_THE_FILE.flatMap((file) =>
    IMPORTED.files.map((row) => ({ ...row, file, notes: file })),
  ),
  leftOut: AS_IN_THE_FILE.map((text) => ({ file: text, place: text, reason: text, column: text })),
};
const LATER: ImportedUsage = {
  ...{ ...IMPORTED, rows: [usageRow(OCTOBER)], unpriced: [], leftOut: TEXTS.leftOut },
  months: [monthRow(OCTOBER)],
};

let workbook: LocalWorkbook;
beforeAll(async () => {
  workbook = await openForWorkbookCode(UNCALCULATED);
  done(await importUsage(TEXTS, US_DOLLAR));
});
afterAll(() => workbook.close());

/** What the tables show in the columns that hold texts of files, whole rows of them. */
async function texts(): Promise<readonly unknown[][]> {
  const tables = done(await readUsage())?.tables;
  const columns = [
    ...[2, 3].map((column) => [tables?.usage, column] as const),
    ...[2, 4, 6, 14].map((column) => [tables?.unpriced, column] as const),
    ...[0, 7].map((column) => [tables?.imports, column] as const),
    ...[0, 1, 2, 3].map((column) => [tables?.leftOut, column] as const),
  ];
  return columns.map(([table, column]) =>
    (table?.values.slice(1) ?? []).map((row) => row[column]).slice(0, AS_IN_THE_FILE.length),
  );
}
const EXACT = Array.from({ length: 12 }, () => [...AS_IN_THE_FILE]);

describe("text of a file is in its cell exactly as the file has it", () => {
  test("once it is imported, and after another import wrote the tables again", async () => {
    expect(await texts()).toEqual(EXACT);
    done(await importUsage(LATER, US_DOLLAR));
    expect(await texts()).toEqual(EXACT);
  });

  test("after the workbook is saved and opened, and imports again", async () => {
    const file = await saveWorkbook(workbook.host);
    const other = await openForWorkbookCode(UNCALCULATED);
    try {
      await openWorkbook(other.host, "usage.xlsx", file);
      expect(await texts()).toEqual(EXACT);
      done(await importUsage(LATER, US_DOLLAR));
      expect(await texts()).toEqual(EXACT);
    } finally {
      other.close();
      await reopen();
    }
  });
});

/** Lets the add-in's code talk to the first workbook again. */
async function reopen(): Promise<void> {
  const { Excel, Office, OfficeExtension } = workbook;
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
}
