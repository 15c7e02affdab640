import { test } from "vitest";
import { monthOf } from "../src/core/calendar";
import type { ImportedUsage } from "../src/sheets/usage/imported-usage";
import { mergeUsage } from "../src/sheets/usage/merge-usage";
import { monthChanges } from "../src/sheets/usage/month-changes";
import { byUsageTable } from "../src/sheets/usage/usage-columns";
import { usageRows } from "../src/sheets/usage/usage-rows";
import { printedRows } from "../src/workbook/usage/printed-rows";
import { monthRow, usageRow } from "../test/workbook/usage/imported";
import { printTable } from "./print";
import { longestPiece, takingTurns } from "./time";

const SIZES = [1_000, 5_000, 20_000] as const;
const MONTHS = 12;
const MODELS = ["claude-opus-4-5", "claude-sonnet-4-5", "claude-haiku-4-5"];
const NAMES = {
  ...byUsageTable((key) => `Usage_${key}`),
  ...{ book: "PriceBook", exclusionsSheet: "Exclusions", exclusionColumns: 9 },
};

/** An import that becomes so many rows of the sheet Usage. */
function importOf(rows: number): ImportedUsage {
  const first = monthOf(2025, 11) ?? 0;
  return {
    ...{ unpriced: [], files: [], leftOut: [], checks: [], days: [] },
    months: Array.from({ length: MONTHS }, (_, index) => monthRow(first + index)),
    rows: Array.from({ length: rows }, (_, index) =>
      usageRow(first + (index % MONTHS), {
        workspace: `Workspace ${Math.floor(index / MONTHS)}`,
        model: MODELS[index % MODELS.length] ?? "",
      }),
    ),
  };
}

test("what an import does on the main thread", { timeout: 300_000 }, async () => {
  const table: (readonly (string | number)[])[] = [];
  for (const size of SIZES) {
    const imported = importOf(size);
    const printed = await printedRows(usageRows(imported, NAMES));
    const held = byUsageTable((key) =>
      printed[key].map((formulas) => ({ values: formulas, formulas })),
    );
    const [taken = 0, changes = 0] = takingTurns(
      [1, () => structuredClone(imported)],
      [1, () => monthChanges(imported.months, imported)],
    );
    const first = await longestPiece(() => printedRows(usageRows(imported, NAMES)));
    const later = await longestPiece(() => {
      const merged = mergeUsage(held, imported, NAMES);
      if (!merged.ok) throw new Error("the import lacks days");
      return printedRows(merged.rows);
    });
    table.push([size.toLocaleString("en-US"), taken, changes, first, later]);
  }
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
