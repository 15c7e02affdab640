import { afterEach, describe, expect, test } from "vitest";
import { insertExample } from "../../src/workbook/insert-example";
import { removeTable } from "../../src/workbook/remove-table";
import { writeTable } from "../../src/workbook/write-table";
import { listTables } from "../../src/workbook/written-tables";
import type { LocalWorkbook } from "../support/local-workbook";
import { captureWorkbook, openWorkbook, partOf, saveWorkbook } from "../support/workbook-files";
import { done, openForWorkbookCode } from "../workbook/open";
import { REQUEST } from "../workbook/request";
import { snapshot } from "../workbook/snapshot";

const opened: LocalWorkbook[] = [];
const open = async (): Promise<LocalWorkbook> => {
  const workbook = await openForWorkbookCode();
  opened.push(workbook);
  return workbook;
};
afterEach(() => {
  for (const workbook of opened.splice(0)) workbook.close();
});

describe("a saved workbook", () => {
  test("has the example and its table again when it is opened elsewhere, and the table can be removed", {
    timeout: 120_000,
  }, async () => {
    const first = await open();
    done(await insertExample());
    const withoutTable = await snapshot(first);
    done(await writeTable(REQUEST));
    const before = await captureWorkbook(first.host);
    const file = await saveWorkbook(first.host);

    const second = await open();
    expect(await openWorkbook(second.host, "deal.xlsx", file)).toEqual({ ok: true, leftOut: [] });
    expect(await captureWorkbook(second.host)).toEqual(before);
    expect(partOf(file, "xl/workbook.xml")).toContain("");
    const [table] = done(await listTables());
    done(await removeTable(table?.id ?? ""));
    expect(await snapshot(second)).toEqual(withoutTable);
  });
});
