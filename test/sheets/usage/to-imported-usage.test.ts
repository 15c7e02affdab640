import { expect, test } from "vitest";
import { dayOf } from "../../../src/core/calendar";
import { toImportedUsage } from "../../../src/sheets/usage/to-imported-usage";
import {
  COST_HEADING,
  previewOf,
  table,
  USAGE_HEADING,
  usageLine,
} from "../../input/usage-files/import-text";

const line = (token: string, cost: string, list: string): string =>
  `2026-09-01,claude-opus-5,A,k,standard,,${token},${cost},${list},token,,`;
const BILL = table(COST_HEADING, line("input", "4.50", "5.00"), line("other", "1.00", ""));
const ROW = { day: dayOf(2026, 9, 1), model: "claude-opus-5", listUsd: 5, costUsd: 5.5 };

test("a bill has rows in the reconciliation, with the cost of the lines that have a list price", async () => {
  const { checks } = toImportedUsage(await previewOf([table(USAGE_HEADING, usageLine()), BILL]));
  expect(checks).toEqual([
    {
      ...{ ...ROW, listedCostUsd: 4.5, verdict: "agrees" },
      ...{ pricedUsd: 5, pricedHighUsd: 5, allowedUsd: 0.01 },
    },
  ]);
});

test("a bill alone has rows too, and nothing is amiss with them", async () => {
  const preview = await previewOf([BILL]);
  expect(preview.reconciliation).toEqual([]);
  expect(toImportedUsage(preview).checks).toMatchObject([
    { ...ROW, listedCostUsd: 4.5, verdict: "no usage read" },
  ]);
});
