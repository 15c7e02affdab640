import { expect, test } from "vitest";
import { printContent } from "../../../src/sheets/formulas/print";
import type { MonthRow } from "../../../src/sheets/usage/imported-usage";
import { byUsageTable } from "../../../src/sheets/usage/usage-columns";
import { monthCells } from "../../../src/sheets/usage/usage-rows";

test.each([
  ["Exclusions", 9, "'Exclusions'!$K$4"],
  ["Bob's exclusions", 9, "'Bob''s exclusions'!$K$4"],
  ["'24'", 9, "'''24'''!$K$4"],
  ["Exclusions", 7, "'Exclusions'!$I$4"],
])(
  "a month finds what is excluded of it on a sheet called %s, behind %d columns",
  (exclusionsSheet, exclusionColumns, corner) => {
    const row: MonthRow = {
      ...{ month: 2026 * 12, firstDay: 46_023, lastDay: 46_053, isComplete: true },
      ...{ from: "given" as const, usageUsd: 1000, usageHighUsd: 1000, billedUsd: undefined },
    };
    const names = {
      ...byUsageTable((key) => key),
      ...{ book: "PriceBook", exclusionsSheet, exclusionColumns },
    };
    const formulas = monthCells(row, 5, names).map(printContent);
    expect(formulas[9]).toContain(`ISERROR(${corner})`);
  },
);
