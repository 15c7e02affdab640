import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../support/local-workbook";
import { done, openForWorkbookCode, UNCALCULATED } from "./open";
import { commitments, REQUEST, usageSteps } from "./request";

/** Each round trip takes Excel on the web from half a second to three. */
const MOST_SYNCS = 3;

describe("writing a table takes at most three round trips", () => {
  let workbook: LocalWorkbook;

  // Each table has a workbook of its own, where no other table must be calculated before it can be written.
  beforeEach(async () => {
    workbook = await openForWorkbookCode({ ...UNCALCULATED, registerFunctions: false });
    done(await insertExample(US_DOLLAR));
  });

  afterEach(() => workbook.close());

  test.each([
    ["100 cells", 10, "cells"],
    ["2,500 cells", 50, "cells"],
    ["10,000 cells", 100, "cells"],
    ["usages by the axis around the thresholds, spilled", 100, "spill"],
  ] as const)("of %s", async (_, side, form) => {
    const before = workbook.trace.batches;
    done(
      await writeTable(
        {
          ...REQUEST,
          form,
          rows: usageSteps(100_000, 1_000_000, side),
          columns: commitments(Array.from({ length: side }, (__, column) => 10_000 * (column + 1))),
        },
        US_DOLLAR,
      ),
    );
    const syncs = workbook.trace.batches - before;
    expect(syncs).toBeGreaterThan(0);
    expect(syncs).toBeLessThanOrEqual(MOST_SYNCS);
  });
});
