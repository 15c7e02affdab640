import { afterEach, describe, expect, test, vi } from "vitest";
import type { ImportedUsage, UsageRow } from "../../../src/sheets/usage/imported-usage";
import { mergeUsage } from "../../../src/sheets/usage/merge-usage";
import { byUsageTable } from "../../../src/sheets/usage/usage-columns";
import { type UsageRows, usageRows } from "../../../src/sheets/usage/usage-rows";
import { printedRows } from "../../../src/workbook/usage/printed-rows";
import { IMPORTED, month, monthRow, usageRow } from "./imported";

const NAMES = {
  ...byUsageTable((key) => `Usage_${key}`),
  ...{ book: "PriceBook", exclusionsSheet: "Exclusions", exclusionColumns: 9 },
};
const COUNT = 40;

/** An import of many rows that counts how many of them were looked into. */
function counted(): { readonly imported: ImportedUsage; made(): number } {
  const looked = new Set<number>();
  const rows = Array.from({ length: COUNT }, (_, index): UsageRow => {
    const row = usageRow(month(2026, 8), { workspace: `W${index}` });
    return Object.defineProperty({ ...row }, "quantities", {
      get() {
        looked.add(index);
        return row.quantities;
      },
    });
  });
  const imported = { ...IMPORTED, rows, unpriced: [], months: [monthRow(month(2026, 8))] };
  return { imported, made: () => looked.size };
}

/** The rows of a first import, and of one into tables that hold the month before. */
const WAYS: readonly (readonly [string, (imported: ImportedUsage) => UsageRows])[] = [
  ["first", (imported) => usageRows(imported, NAMES)],
  [
    "later",
    (imported) => {
      const merged = mergeUsage(
        byUsageTable(() => []),
        imported,
        NAMES,
      );
      if (!merged.ok) throw new Error("days are lacking");
      return merged.rows;
    },
  ],
];

describe.each(WAYS)("the rows of a %s import", (_, rowsOf) => {
  afterEach(() => vi.restoreAllMocks());

  test("are made when their turn comes, and the page has its turns between them", async () => {
    const { imported, made } = counted();
    const rows = rowsOf(imported);
    expect(made()).toBe(0);
    everyRowTakesLong();
    const printing = printedRows(rows);
    const seen: number[] = [];
    for (let turn = 0; turn < COUNT / 2; turn++) {
      seen.push(made());
      await pause();
    }
    expect(seen[0]).toBe(1);
    expect(new Set(seen).size).toBeGreaterThan(COUNT / 4);
    expect(Math.max(...seen)).toBeLessThan(COUNT);
    const { usage } = await printing;
    expect(usage.map((row) => row[2])).toEqual(
      imported.rows.map(({ workspace }) => `'${workspace}`),
    );
  });

  test("are given up between two of them", async () => {
    const { imported, made } = counted();
    everyRowTakesLong();
    const stop = new AbortController();
    const printing = printedRows(rowsOf(imported), { signal: stop.signal, writing: () => {} });
    stop.abort();
    await expect(printing).rejects.toMatchObject({ fault: { kind: "cancelled" } });
    expect(made()).toBe(1);
  });
});

/** The clock moves on by a second each time that somebody looks at it. */
function everyRowTakesLong(): void {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += 1_000));
}

function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}
