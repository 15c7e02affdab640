import { describe, expect, test } from "vitest";
import { monthOf } from "../../../../src/core/calendar";
import { US_DOLLAR } from "../../../../src/core/currency";
import {
  type LeverCells,
  type LeverShares,
  NO_LEVERS,
} from "../../../../src/sheets/usage/lever-rows";
import type { HistoryMonth } from "../../../../src/sheets/usage/read-months";
import { byUsageTable } from "../../../../src/sheets/usage/usage-columns";
import type { UsageHistory } from "../../../../src/sheets/usage/usage-history";
import { TABLES } from "../../../../src/sheets/usage/usage-tables";
import {
  commitmentAnswer,
  efficientAnswer,
  keptWarning,
  leverNotes,
  yearAnswer,
  yearEvidence,
  yearNote,
} from "../../../../src/taskpane/views/usage/efficient-messages";
import {
  efficientSteps,
  hasUsage,
  newEfficientDraft,
  sideBySide,
  yearAhead,
} from "../../../../src/taskpane/views/usage/efficient-state";
import { layOutHistoryChart } from "../../../../src/taskpane/views/usage/history-layout";
import { agreement, table } from "../../../core/deals";

const HISTORY: UsageHistory = {
  cells: { months: { address: "", values: [] }, exclusions: { address: "", values: [] } },
  ...{ months: [], exclusions: [], faults: [] },
};

/** Rows of Usage: a model and its million tokens of input and output, in three months at most. */
function draftOf(
  rows: readonly (readonly [model: string, input: number, output: number])[],
  shares: Partial<LeverShares> = {},
  levers: readonly LeverCells[] = [],
) {
  const headings = TABLES.usage.columns.map(({ heading }) => heading);
  const values = rows.map(([model, input, output]) =>
    headings.map((heading) => {
      if (heading === "Model") return model;
      if (heading === "Input") return input * 1e6;
      return heading === "Output" ? output * 1e6 : "";
    }),
  );
  const none = { address: "", values: [] };
  const cells = {
    names: {
      ...byUsageTable(() => ""),
      book: "PriceBook",
      exclusionsSheet: "",
      exclusionColumns: 9,
    },
    tables: { ...byUsageTable(() => none), usage: { address: "", values: [headings, ...values] } },
    book: null,
  };
  const sheets = { current: "", efficient: "", levers };
  return newEfficientDraft(HISTORY, cells, sheets, { ...NO_LEVERS, ...shares });
}

/** Opus 5 costs $5 and $25 a million, Haiku 4.5 $1 and $5. */
const STEPS: readonly (readonly [
  about: string,
  shares: Partial<LeverShares>,
  usd: readonly number[],
])[] = [
  ["no lever changes nothing", {}, [7_500, 7_500, 7_500, 7_500]],
  [
    "a route without a target changes nothing",
    { routed: 0.5, from: "claude-opus-5" },
    [7_500, 7_500, 7_500, 7_500],
  ],
  ["half as batch", { batched: 0.5 }, [7_500, 7_500, 7_500, 5_625]],
  ["all as batch", { batched: 1 }, [7_500, 7_500, 7_500, 3_750]],
  // 500 million read at $0.50, 50 written at $6.25, 450 left at $5.
  ["half of the prompt from cache", { cached: 0.5 }, [7_500, 7_500, 5_312.5, 5_312.5]],
  ["both in sequence", { cached: 0.5, batched: 0.5 }, [7_500, 7_500, 5_312.5, 3_984.375]],
];

describe("efficientSteps()", () => {
  test.each(STEPS)("%s", (_, shares, usd) => {
    const found = efficientSteps(draftOf([["claude-opus-5", 1_000, 100]], shares), US_DOLLAR);
    if (found.kind === "fault") throw new Error(found.sentence);
    expect(found.steps.map((step) => step.usd)).toEqual(usd);
    expect(found.part).toBeCloseTo((usd[3] ?? 0) / 7_500, 12);
    const saved = found.steps.reduce((sum, { savingUsd }) => sum + savingUsd, 0);
    expect(saved).toBeCloseTo((usd[0] ?? 0) - (usd[3] ?? 0), 6);
  });

  test("says why nothing can be worked out", () => {
    const found = efficientSteps(draftOf([["claude-none-9", 1, 1]]), US_DOLLAR);
    expect(found).toMatchObject({
      kind: "fault",
      sentence: expect.stringContaining("claude-none-9"),
    });
    expect(efficientAnswer(found)).toBe("Efficient use cannot be worked out");
  });

  test("needs usage by model", () => {
    expect(hasUsage(draftOf([]))).toBe(false);
    expect(hasUsage(draftOf([["claude-opus-5", 1, 1]]))).toBe(true);
  });
});

/** Of a Route, a Cache and a Batch slider, and of the rows that only the table has. */
const NOTES: readonly (readonly [
  about: string,
  shares: Partial<LeverShares>,
  levers: readonly LeverCells[],
  said: readonly [route: RegExp, cache: RegExp, batch: RegExp, ...table: RegExp[]],
])[] = [
  ["no lever", {}, [], [/^$/, /^$/, /^$/]],
  ["levers that work", { cached: 0.5, batched: 0.5 }, [], [/^$/, /^$/, /^$/]],
  [
    "a route without models",
    { routed: 0.5, from: "claude-opus-5" },
    [],
    [/^Nothing is routed yet: choose the model/, /^$/, /^$/],
  ],
  ["models of a route at zero", { from: "claude-opus-5" }, [], [/^$/, /^$/, /^$/]],
  [
    "a route from a model that nobody uses any more",
    { routed: 1, from: "claude-sonnet-5", to: "claude-haiku-4-5" },
    [],
    [/^No usage has the model claude-sonnet-5/, /^$/, /^$/],
  ],
  [
    "a route to itself",
    { routed: 1, from: "claude-opus-5", to: "claude-opus-5" },
    [],
    [/^It routes claude-opus-5 to itself/, /^$/, /^$/],
  ],
  [
    "sliders that the table overrules",
    { batched: 1 },
    [["Batch", "", "claude-opus-5", "", 0.5, "", "", ""]],
    [/^$/, /^$/, /^Levers for one workload or model, in the table on the sheet, apply/],
  ],
  [
    "a workload in the table that no usage has",
    {},
    [["cache", "Suport", "", "", 0.5, "", "", ""]],
    [
      /^$/,
      /^$/,
      /^$/,
      /^Cache for Suport in the table of levers: no usage has the workload Suport/,
    ],
  ],
  [
    "a model in the table, beside a slider that works",
    { batched: 0.5 },
    [["Route", "", "claude-haiku-4-5", "claude-opus-5", 1, "", "", 30_000]],
    [/^$/, /^$/, /^$/, /^Route for claude-haiku-4-5 in the table/],
  ],
];

describe("leverNotes()", () => {
  test.each(NOTES)("says of %s why it changes nothing", (_, shares, levers, said) => {
    const draft = draftOf([["claude-opus-5", 1_000, 100]], shares, levers);
    const steps = efficientSteps(draft, US_DOLLAR);
    const { sliders, table } = leverNotes(steps, draft.shares, US_DOLLAR);
    const [route, cache, batch, ...rows] = said;
    expect(sliders).toEqual({
      Route: expect.stringMatching(route),
      Cache: expect.stringMatching(cache),
      Batch: expect.stringMatching(batch),
    });
    expect(table).toEqual(rows.map((row) => expect.stringMatching(row)));
  });

  test("says of a lever that works that it changes hardly anything", () => {
    const draft = draftOf([["claude-opus-5", 0.01, 0]], { batched: 1 });
    const { sliders } = leverNotes(efficientSteps(draft, US_DOLLAR), draft.shares, US_DOLLAR);
    expect(sliders.Batch).toBe("It changes the cost of this usage by less than $1.");
  });
});

function months(
  amounts: readonly (number | undefined)[],
  left: readonly number[] = [],
): readonly HistoryMonth[] {
  const first = monthOf(2025, 11) ?? 0;
  return amounts.map((baselineUsd, index) => ({
    ...{ month: first + index, firstDay: undefined, lastDay: undefined, isComplete: true },
    ...{ from: "priced usage", usageUsd: baselineUsd ?? 0, usageHighUsd: 0, billedUsd: undefined },
    ...{ unpricedTokens: 0, excludedUsd: 0, baselineUsd, isInHistory: !left.includes(index) },
  }));
}

const GROWING = [40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62].map((usd) => usd * 1_000);
const DEAL = { bands: table(), agreement: agreement(), commitmentUsd: undefined };

describe("yearAhead()", () => {
  test("forecasts the year after the months in history, in words that say what was tested", () => {
    const ahead = yearAhead(months(GROWING), US_DOLLAR);
    expect(yearAnswer(ahead, US_DOLLAR)).toMatch(
      /^The next 12 months: \$\d+k, likely \$[\d.]+k to \$[\d.]+(k|M)$/,
    );
    expect(yearEvidence(ahead, US_DOLLAR).join(" ")).toMatch(
      /came within \d+% on average in \d+ tests on your own history/,
    );
    if (ahead.kind !== "forecast") throw new Error("no forecast");
    const layout = layOutHistoryChart(ahead, 320);
    expect(layout.columns).toHaveLength(24);
    expect(layout.columns.filter(({ isAhead }) => isAhead)).toHaveLength(12);
    expect(layout.year.highY).toBeLessThan(layout.year.lowY);
    for (const { x, width } of layout.columns) expect(x + width).toBeLessThanOrEqual(320);
  });

  test.each([
    ["no month", months([]), /There is no complete month/],
    ["too few months", months(GROWING.slice(0, 3)), /There are 3 complete months.*\$528,000/],
    ["a month left out between others", months(GROWING, [5]), /2026-04 is missing/],
    ["an amount that is not known", months([...GROWING.slice(0, 8), undefined]), /2026-07/],
  ])("says of %s what to do", (_, given, sentence) => {
    const ahead = yearAhead(given, US_DOLLAR);
    expect(yearAnswer(ahead, US_DOLLAR)).toBe("The months cannot be forecast yet");
    expect(yearEvidence(ahead, US_DOLLAR).join(" ")).toMatch(sentence);
  });
});

describe("sideBySide()", () => {
  test("asks for less with less usage, and says what cannot be kept", () => {
    const ahead = yearAhead(months(GROWING), US_DOLLAR);
    const sides = sideBySide(ahead, 0.4, { ...DEAL, commitmentUsd: 500_000 }, US_DOLLAR);
    if (!sides) throw new Error("no usage");
    expect(sides.efficient.usageUsd).toBeCloseTo(0.4 * sides.current.usageUsd, 6);
    expect(sides.efficient.commitmentUsd).toBeLessThan(sides.current.commitmentUsd);
    expect(commitmentAnswer(sides, US_DOLLAR)).toMatch(
      /^Current usage asks for \S+, efficient usage for \S+$/,
    );
    expect(keptWarning(sides, US_DOLLAR)).toMatch(
      /^Savings you cannot keep: \$[\d,]+ a year\. Under a commitment of \$500k /,
    );
  });

  test("keeps everything where nothing is promised below it", () => {
    const ahead = yearAhead(months(GROWING), US_DOLLAR);
    const sides = sideBySide(ahead, 0.99, { ...DEAL, commitmentUsd: 250_000 }, US_DOLLAR);
    expect(sides && keptWarning(sides, US_DOLLAR)).toBeUndefined();
  });

  test("takes a short history as twelve times its average, and says so", () => {
    const ahead = yearAhead(months([50_000, 60_000]), US_DOLLAR);
    const sides = sideBySide(ahead, 0.5, DEAL, US_DOLLAR);
    expect(sides?.current.usageUsd).toBe(660_000);
    expect(sides && yearNote(sides, ahead)).toMatch(
      /12 times the average of 2 months, taken as certain/,
    );
  });

  test("is nothing without usage", () => {
    expect(sideBySide(yearAhead([], US_DOLLAR), 1, DEAL, US_DOLLAR)).toBeUndefined();
  });
});
