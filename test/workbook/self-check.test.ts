import { afterEach, describe, expect, test } from "vitest";
import { checkThisExcel } from "../../src/workbook/self-check";
import type { LocalWorkbook } from "../support/local-workbook";
import { done, openForWorkbookCode } from "./open";
import { snapshot } from "./snapshot";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

describe("checkThisExcel()", () => {
  test.each(["null", "zero"] as const)(
    "passes in the local workbook, where a blank is %s, and leaves it as it was",
    async (blankAs) => {
      workbook = await openForWorkbookCode({ blankAs });
      const before = await snapshot(workbook);
      const report = done(await checkThisExcel());
      console.log(report);
      expect(report.failures).toEqual([]);
      expect(await snapshot(workbook)).toEqual(before);
    },
  );
});
