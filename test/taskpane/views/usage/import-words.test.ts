import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import { monthChanges } from "../../../../src/sheets/usage/month-changes";
import type {
  ImportSummary,
  MonthSummary,
} from "../../../../src/taskpane/views/usage/import/import-summary";
import {
  between,
  changeSentences,
  importAnswer,
  lackOf,
  mergedSentences,
  monthAmount,
  reconciliationSentences,
} from "../../../../src/taskpane/views/usage/import/import-words";
import { IMPORTED, month, monthRow, usageRow } from "../../../workbook/usage/imported";

const MONTH: MonthSummary = {
  ...{ month: "2026-09", from: "priced usage", lowUsd: 1000, highUsd: 1000, billedUsd: undefined },
  ...{ isComplete: true, days: "2026-09-01 to 2026-09-30", unpricedTokens: 0 },
};

const summary = (change: Partial<ImportSummary>): ImportSummary => ({
  ...{ files: [], refused: [], warnings: [], months: [MONTH], unpriced: [] },
  unreadable: { count: 0, sentences: [] },
  setAside: { count: 0, sentences: [] },
  merged: { identical: 0, larger: 0, covered: 0 },
  ...{ rowsRead: 1, reconciliation: undefined, realisedDiscount: undefined },
  ...{ impliedDiscount: undefined, prices: "", imported: IMPORTED },
  ...change,
});

describe("monthAmount()", () => {
  test.each<readonly [Partial<MonthSummary>, string]>([
    [{}, "$1,000"],
    [{ highUsd: 1_000.4 }, "$1,000"],
    [{ highUsd: 1_500 }, "$1,000 to $1,500"],
    [{ from: undefined, lowUsd: 0, highUsd: 0 }, "no price"],
  ])("of %j is %s", (change, words) => {
    expect(monthAmount({ ...MONTH, ...change }, US_DOLLAR)).toBe(words);
  });
});

describe("importAnswer()", () => {
  test.each<readonly [string, readonly MonthSummary[], string]>([
    ["a month", [MONTH], "1 month, $1,000 at list prices"],
    ["two", [MONTH, MONTH], "2 months, $2,000 at list prices"],
    [
      "an interval",
      [{ ...MONTH, highUsd: 1500 }],
      "1 month, between $1,000 and $1,500 at list prices",
    ],
    ["no price", [{ ...MONTH, from: undefined }], "Nothing in these files has a price"],
    ["nothing", [], "Nothing in these files has a price"],
  ])("says what %s comes to", (_, months, words) => {
    expect(importAnswer(summary({ months }), US_DOLLAR)).toBe(words);
  });

  test("an interval that shows the same at both ends is one amount", () => {
    expect(between(1000.1, 1000.2, US_DOLLAR)).toBe("$1,000");
  });
});

describe("lackOf()", () => {
  test.each<readonly [Partial<MonthSummary>, string]>([
    [{}, ""],
    [{ isComplete: false, days: "2026-09-01 to 2026-09-12" }, "only 2026-09-01 to 2026-09-12"],
    [{ isComplete: false, days: "" }, "no day of it was read"],
    [{ unpricedTokens: 1234567 }, "1,234,567 tokens without a price"],
    [
      { isComplete: false, days: "2026-09-02 to 2026-09-03", unpricedTokens: 5 },
      "only 2026-09-02 to 2026-09-03 and 5 tokens without a price",
    ],
    [{ from: undefined }, "nothing has a price"],
  ])("of %j is %j", (change, words) => {
    expect(lackOf({ ...MONTH, ...change })).toBe(words);
  });
});

describe("changeSentences()", () => {
  const of = (...months: readonly number[]) =>
    months.map((one) => monthRow(one, { usageUsd: 100 }));
  const AUGUST = month(2026, 8);
  const imported = {
    ...IMPORTED,
    rows: [usageRow(AUGUST + 1), usageRow(AUGUST + 2)],
    unpriced: [],
    months: of(AUGUST + 1, AUGUST + 2),
  };

  test("says nothing of months that are all new", () => {
    expect(changeSentences(monthChanges(of(AUGUST), imported))).toEqual([]);
  });

  test("says before which months it replaces and which it adds", () => {
    expect(changeSentences(monthChanges(of(AUGUST, AUGUST + 1), imported))).toEqual([
      "Replaces 2026-09, which the workbook holds already.",
      "Adds 2026-10.",
      "The price book stays as it is, and so do exclusions, but for the share of days in a month that comes again.",
    ]);
  });

  test("says of a bill that a month keeps its priced usage", () => {
    const bill = { ...imported, rows: [], months: [monthRow(AUGUST, { from: "cost_usd" })] };
    expect(changeSentences(monthChanges(of(AUGUST), bill))[0]).toBe(
      "2026-08 keeps its amount, since the workbook has a better source than these files.",
    );
  });

  test("says which days are lacking, and that nothing else is done", () => {
    const held = of(AUGUST + 1);
    const first = (held[0]?.firstDay ?? 0) + 2;
    const half = { ...imported, months: [monthRow(AUGUST + 1, { firstDay: first })] };
    expect(changeSentences(monthChanges(held, half))).toEqual([
      "2026-09 is in the workbook already, and these files lack 2 days from 2026-09-01 to 2026-09-02 of it: adding them would count days twice or lose some. Export the whole month and choose it again.",
    ]);
  });
});

describe("reconciliationSentences()", () => {
  const reconciliation: ImportSummary["reconciliation"] = {
    counts: [
      { verdict: "only in cost", count: 2 },
      { verdict: "agrees", count: 27 },
      { verdict: "differs", count: 1 },
    ],
    ...{ pricedUsd: 55_120, billedUsd: 55_130, isAtList: true },
    largest: { day: "2026-09-12", model: "claude-haiku-4-5", usd: -12 },
  };
  test("says how often usage and bill agree, and where they differ most", () => {
    expect(reconciliationSentences(summary({ reconciliation }), US_DOLLAR)).toEqual([
      "Usage and bill agree on 27 of 30 days and models: 2 only in cost and 1 differs. Usage $55,120, bill $55,130 at its list prices.",
      "They differ most for claude-haiku-4-5 on 2026-09-12: the bill is $12 below the usage.",
    ]);
  });

  test.each([
    [{ realisedDiscount: 0 }, /^The bill is at its list prices: no discount was realised\./],
    [{ impliedDiscount: 0 }, /^The bill is at the priced usage: no discount is implied/],
    [{ realisedDiscount: 0.1 }, /10\.0% below its list prices: that is the realised discount/],
    [{ realisedDiscount: -0.02 }, /2\.0% above its list prices/],
    [{ impliedDiscount: 0.15 }, /15\.0% below the priced usage: an implied discount/],
  ])("says which discount it is: %j", (change, words) => {
    expect(reconciliationSentences(summary(change), US_DOLLAR)).toEqual([
      expect.stringMatching(words),
    ]);
  });

  test("says nothing without a bill", () => {
    expect(reconciliationSentences(summary({}), US_DOLLAR)).toEqual([]);
  });
});

test("mergedSentences() counts rows that met", () => {
  expect(mergedSentences({ identical: 1, larger: 2, covered: 24 })).toEqual([
    "1 row is in these files more than once and counts once.",
    "2 rows have a larger amount in a later file, which counts.",
    "24 hourly rows are part of a daily row and not counted again.",
  ]);
  expect(mergedSentences({ identical: 0, larger: 0, covered: 0 })).toEqual([]);
});
