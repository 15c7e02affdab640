import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { inSlices } from "../../src/workbook/excel/progress";
import type { TableRequest } from "../../src/workbook/journal/written-table";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../support/local-workbook";
import { done, openForWorkbookCode, UNCALCULATED } from "./open";
import { REQUEST } from "./request";
import { snapshot } from "./snapshot";

const CANCELLED = { ok: false, fault: { kind: "cancelled" } };
const HERE: TableRequest = { ...REQUEST, destination: { kind: "selection" } };

describe("writeTable() that is given up", () => {
  let workbook: LocalWorkbook;
  let stop: AbortController;
  let isWriting = false;

  beforeEach(async () => {
    stop = new AbortController();
    isWriting = false;
    workbook = await openForWorkbookCode({
      ...UNCALCULATED,
      // In the middle of the batch that writes.
      beforeAction(_, action) {
        if (isWriting && action === 20) stop.abort();
      },
    });
    done(await insertExample(US_DOLLAR));
    await workbook.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Sheet1").getRange("C5");
      cell.worksheet.activate();
      cell.select();
      await context.sync();
    });
  });
  afterEach(() => workbook.close());

  test("says how many cells it writes, and writes them where nobody gives it up", async () => {
    const said: number[] = [];
    const progress = { signal: stop.signal, writing: (cells: number) => said.push(cells) };
    expect((await writeTable(REQUEST, US_DOLLAR, progress)).ok).toBe(true);
    expect(said).toEqual([45]);
  });

  for (const [place, request] of [
    ["a new sheet", REQUEST],
    ["the selected cell", HERE],
  ] as const) {
    test(`before anything is written leaves the workbook as it was: ${place}`, async () => {
      const before = await snapshot(workbook);
      const progress = { signal: stop.signal, writing: () => expect.unreachable() };
      stop.abort();
      expect(await writeTable(request, US_DOLLAR, progress)).toEqual(CANCELLED);
      expect(await snapshot(workbook)).toEqual(before);
    });

    test(`while Excel writes is taken out again: ${place}`, async () => {
      const before = await snapshot(workbook);
      const writing = (): void => {
        isWriting = true;
      };
      const progress = { signal: stop.signal, writing };
      expect(await writeTable(request, US_DOLLAR, progress)).toEqual(CANCELLED);
      expect(await snapshot(workbook)).toEqual(before);
    });

    test(`at any of its looks, or after the last one, is taken out again: ${place}`, async () => {
      const before = await snapshot(workbook);
      for (let looks = 1; ; looks += 1) {
        let seen = 0;
        const signal = {
          get aborted() {
            seen += 1;
            return seen >= looks;
          },
        } as AbortSignal;
        const outcome = await writeTable(request, US_DOLLAR, { signal, writing: () => {} });
        if (outcome.ok) {
          // Before it writes, after it wrote, and after Excel.run has ended.
          expect(looks).toBeGreaterThan(3);
          return;
        }
        expect(outcome, `look ${looks}`).toEqual(CANCELLED);
        expect(await snapshot(workbook), `look ${looks}`).toEqual(before);
      }
    });
  }
});

describe("inSlices()", () => {
  function* slowly(count: number): Iterable<number> {
    for (let item = 0; item < count; item++) {
      const until = performance.now() + 6;
      while (performance.now() < until);
      yield item;
    }
  }

  test("keeps the order of the work, and lets others run in between", async () => {
    let turns = 0;
    const others = setInterval(() => turns++);
    const items = await inSlices(slowly(20), undefined);
    clearInterval(others);
    expect(items).toEqual(Array.from({ length: 20 }, (_, item) => item));
    expect(turns).toBeGreaterThan(1);
  });

  test("stops when it is given up", async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort());
    const progress = { signal: stop.signal, writing: () => {} };
    await expect(inSlices(slowly(1_000), progress)).rejects.toMatchObject({
      fault: { kind: "cancelled" },
    });
  });
});
