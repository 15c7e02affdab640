import { expect, test } from "vitest";
import { monthOf } from "../src/core/calendar";
import { printContent } from "../src/sheets/formulas/print";
import type { ImportedUsage } from "../src/sheets/usage/imported-usage";
import { mergeUsage } from "../src/sheets/usage/merge-usage";
import { monthChanges } from "../src/sheets/usage/month-changes";
import { byUsageTable, USAGE_TABLES } from "../src/sheets/usage/usage-columns";
import { type UsageRows, usageRows } from "../src/sheets/usage/usage-rows";
import { monthRow, usageRow } from "../test/workbook/usage/imported";
import { printTable } from "./print";
import { takingTurns } from "./time";

const SIZES = [1_000, 5_000, 20_000] as const;
const MONTHS = 12;
const MODELS = ["claude-opus-4-5", "claude-sonnet-4-5", "claude-haiku-4-5"];
const NAMES = {
  ...byUsageTable((key) => `Usage_${key}`),
  ...{ book: "PriceBook", exclusionsSheet: "Exclusions" },
};

/** An import that becomes so many rows of the sheet Usage. */
function importOf(rows: number): ImportedUsage {
  const first = monthOf(2025, 11) ?? 0;
  return {
    ...{ unpriced: [], files: [], leftOut: [], checks: [] },
    months: Array.from({ length: MONTHS }, (_, index) => monthRow(first + index)),
    rows: Array.from({ length: rows }, (_, index) =>
      usageRow(first + (index % MONTHS), {
        workspace: `Workspace ${Math.floor(index / MONTHS)}`,
        model: MODELS[index % MODELS.length] ?? "",
      }),
    ),
  };
}

/** Cells as they are handed to Excel. */
function printed(rows: UsageRows) {
  return USAGE_TABLES.map((key) => rows[key].map((row) => row.map(printContent)));
}

test("what an import does on the main thread", { timeout: 300_000 }, () => {
  const table = SIZES.map((size) => {
    const imported = importOf(size);
    const cells = byUsageTable((key) =>
      usageRows(imported, NAMES)[key].map((row) => {
        const formulas = row.map(printContent);
        return { values: formulas, formulas };
      }),
    );
    const [taken = 0, changes = 0, written = 0, merged = 0] = takingTurns(
      [1, () => structuredClone(imported)],
      [1, () => monthChanges(imported.months, imported)],
      [1, () => printed(usageRows(imported, NAMES))],
      [
        1,
        () => {
          const after = mergeUsage(cells, imported, NAMES);
          expect(after.ok).toBe(true);
          return after.ok && printed(after.rows);
        },
      ],
    );
    return [size.toLocaleString("en-US"), taken, changes, written, merged];
  });
  printTable("What an import does on the main thread, Excel's own work excluded (aim: 50 ms)", [
    [
      "rows of Usage",
      "taking it from the worker, ms",
      "preview, ms",
      "first write, ms",
      "later write, ms",
    ],
    ...table,
  ]);
});
