import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import type { HistoryMonth } from "../../../../src/sheets/usage/read-months";
import type { ExclusionRow, UsageHistory } from "../../../../src/sheets/usage/usage-history";
import { historyAnswer, historySource } from "../../../../src/taskpane/views/usage/history-words";
import { layOutMonths } from "../../../../src/taskpane/views/usage/months-layout";
import {
  exclusionSentence,
  historyEvidence,
  historyFaultSentence,
  monthNote,
} from "../../../../src/taskpane/views/usage/months-messages";
import { month, monthRow } from "../../../workbook/usage/imported";

const AUGUST = month(2026, 8);

const monthOf = (of: number, change: Partial<HistoryMonth> = {}): HistoryMonth => ({
  ...monthRow(of, { usageUsd: 55_000 }),
  ...{ unpricedTokens: 0, excludedUsd: 0, baselineUsd: 55_000, isInHistory: true },
  ...change,
});

const history = (...months: readonly HistoryMonth[]): UsageHistory => ({
  cells: { months: { address: "", values: [] }, exclusions: { address: "", values: [] } },
  ...{ months, exclusions: [], faults: [] },
});

describe("what imported months come to", () => {
  test.each<readonly [string, UsageHistory, string, string]>([
    ["one", history(monthOf(AUGUST)), "1 month, $55k at list prices", "from 1 month of exports"],
    [
      "several, one with usage without a price",
      history(monthOf(AUGUST), monthOf(AUGUST + 1, { unpricedTokens: 5 })),
      "2 months, $110k at list prices",
      "from 2 months of exports, 1 with usage that has no price",
    ],
    [
      "what is excluded",
      history(monthOf(AUGUST, { excludedUsd: 5_000 })),
      "1 month, $55k at list prices, $50k without what is excluded",
      "from 1 month of exports",
    ],
    [
      "a baseline that is not known",
      history(monthOf(AUGUST, { excludedUsd: undefined })),
      "1 month, $55k at list prices",
      "from 1 month of exports",
    ],
  ])("is said of %s", (_, of, answer, source) => {
    expect(historyAnswer(of, US_DOLLAR)).toBe(answer);
    expect(historySource(of)).toBe(source);
  });

  const OUT = { isInHistory: false };
  test.each<readonly [string, UsageHistory, readonly string[]]>([
    [
      "every month is good",
      history(monthOf(AUGUST), monthOf(AUGUST + 1)),
      ["Every month is complete and priced: a forecast rests on all of them."],
    ],
    [
      "a month is incomplete, another has no price",
      history(
        monthOf(AUGUST),
        monthOf(AUGUST + 1, { ...OUT, isComplete: false }),
        monthOf(AUGUST + 2, { ...OUT, unpricedTokens: 9 }),
      ),
      [
        "A forecast rests on 1 month, without 2026-09 (incomplete) and 2026-10 (usage without a price). The column In history of Months changes that.",
      ],
    ],
    [
      "somebody took a month out",
      history(monthOf(AUGUST), monthOf(AUGUST + 1, OUT)),
      [
        "A forecast rests on 1 month, without 2026-09 (left out by hand). The column In history of Months changes that.",
      ],
    ],
    [
      "months are missing between",
      history(monthOf(AUGUST), monthOf(AUGUST + 2), monthOf(AUGUST + 5)),
      [
        "No file has 2026-09 and 2026-11 to 2026-12: import them too, since a forecast needs months that follow one another.",
      ],
    ],
  ])("says what a forecast rests on where %s", (_, of, sentences) => {
    expect(historyEvidence(of)).toEqual(sentences);
  });

  test("notes beside a month what it lacks", () => {
    expect(monthNote(monthOf(AUGUST))).toBe("");
    expect(monthNote(monthOf(AUGUST, { isComplete: false, unpricedTokens: 1 }))).toBe(
      "incomplete and usage without a price",
    );
    expect(monthNote(monthOf(AUGUST, { from: undefined }))).toBe("nothing has a price");
  });
});

describe("exclusionSentence()", () => {
  const ROW: ExclusionRow = {
    ...{ index: 0, cells: [], from: "2026-08", to: "2026-08", workspace: "", model: "" },
    ...{ share: 0.5, amountUsd: undefined, days: "", reason: "backfill" },
  };
  test.each<readonly [Partial<ExclusionRow>, string]>([
    [{}, "2026-08: 50% of all usage. backfill"],
    [{ to: "2026-10" }, "2026-08 to 2026-10: 50% of all usage. backfill"],
    [{ workspace: "Data" }, "2026-08: 50% of workspace Data. backfill"],
    [
      { days: "2026-08-03 to 2026-08-07" },
      "2026-08-03 to 2026-08-07, 50.0% of 2026-08: all usage. backfill",
    ],
    [
      { days: "2026-08-03", share: 1 / 3, workspace: "Data" },
      "2026-08-03, 33.3% of 2026-08: workspace Data. backfill",
    ],
    [
      { workspace: "Data", model: "claude-opus-5" },
      "2026-08: 50% of workspace Data and claude-opus-5. backfill",
    ],
    [{ share: undefined, amountUsd: 12_000 }, "2026-08: $12,000 a month. backfill"],
    [
      { share: undefined, amountUsd: 900, model: "claude-opus-5" },
      "2026-08: $900 a month of claude-opus-5. backfill",
    ],
    [{ share: undefined, amountUsd: 900, days: "2026-08-03" }, "2026-08: $900 a month. backfill"],
    [{ share: undefined, reason: "" }, "2026-08: no amount yet"],
  ])("of %j is %j", (change, words) => {
    expect(exclusionSentence({ ...ROW, ...change }, US_DOLLAR)).toBe(words);
  });
});

test.each([
  [
    { kind: "noAmount", shows: "#VALUE!", address: "Months!J5", cells: 1 } as const,
    /^Months!J5 shows #VALUE!, where an amount/,
  ],
  [
    { kind: "noAmount", shows: "", address: "Months!E5", cells: 3 } as const,
    /^Months!E5 is blank, and so do 2 more/,
  ],
  [
    { kind: "headings", sheet: "Months!", address: "Months!A4:L4" } as const,
    /^The headings of Months!A4:L4/,
  ],
  [
    { kind: "excludedDays", address: "Exclusions!H6:I6" } as const,
    /^Exclusions!H6:I6 must be days of the one month of From and To/,
  ],
])("historyFaultSentence() of %j", (fault, words) => {
  expect(historyFaultSentence(fault, US_DOLLAR)).toMatch(words);
});

describe("layOutMonths()", () => {
  test("stands what is excluded on the baseline, and both on $0", () => {
    const { columns, bottom, ticks } = layOutMonths(
      [monthOf(AUGUST, { excludedUsd: 5_000, baselineUsd: 50_000 })],
      320,
    );
    const [column] = columns;
    if (!column) throw new Error("no column");
    expect(column.baselineY + column.baselineHeight).toBeCloseTo(bottom, 9);
    expect(column.excludedY + column.excludedHeight).toBeCloseTo(column.baselineY, 9);
    expect(column.excludedHeight / column.baselineHeight).toBeCloseTo(0.1, 9);
    expect(ticks.at(-1)?.usd).toBeGreaterThanOrEqual(55_000);
  });

  test.each([0, 1, 2, 12, 36, 60])("keeps %d months inside, none over another", (count) => {
    const months = Array.from({ length: count }, (_, index) => monthOf(AUGUST + index));
    const { columns, left } = layOutMonths(months, 288);
    expect(columns).toHaveLength(count);
    for (const [index, { x, width }] of columns.entries()) {
      const before = columns[index - 1];
      expect(x).toBeGreaterThanOrEqual(before ? before.x + before.width : left);
      expect(x + width).toBeLessThanOrEqual(288);
    }
    const labels = columns.filter(({ label }) => label !== "").map(({ x }) => x);
    for (const [index, x] of labels.entries())
      expect(x - (labels[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(50);
  });

  test("leaves the place of a month that is missing free", () => {
    const { columns } = layOutMonths([monthOf(AUGUST), monthOf(AUGUST + 3)], 288);
    const [one, other] = columns;
    expect((other?.x ?? 0) - (one?.x ?? 0)).toBeGreaterThan(3 * (one?.width ?? 0));
  });

  test("draws no column below $0 where more is excluded than used", () => {
    const { columns } = layOutMonths([monthOf(AUGUST, { usageUsd: 0, excludedUsd: 5 })], 288);
    expect(columns[0]?.baselineHeight).toBeCloseTo(0, 9);
    expect(columns[0]?.excludedHeight).toBeCloseTo(0, 9);
  });
});
