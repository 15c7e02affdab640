import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import {
  FRESH_MANUAL_ENTRY,
  type ManualEntry,
  readManualEntry,
} from "../../../../src/taskpane/views/start/manual-entry";
import { readTypedBands } from "../../../../src/taskpane/views/start/typed-bands";
import { good } from "../../../core/deals";
import { fakeWorkbook } from "../../fake-actions";
import { SCENARIOS } from "../../pane-scenarios";
import { viewsOf } from "../../view-models";

const pairs = (text: string): readonly unknown[] =>
  good(readTypedBands(text, US_DOLLAR)).table.bands.flatMap(
    ({ row, thresholdUsd, discountFraction, name }) =>
      row === undefined ? [] : [[thresholdUsd, discountFraction, ...(name === "" ? [] : [name])]],
  );

const bandsError = (bands: string): string =>
  readManualEntry({ ...FRESH_MANUAL_ENTRY, bands }, US_DOLLAR).bands.error;

describe("a heading over typed bands", () => {
  const field = (bands: string) =>
    readManualEntry({ ...FRESH_MANUAL_ENTRY, bands }, US_DOLLAR).bands;

  test.each([
    ["Commitment ($k)\tDiscount\n250\t10%\n500\t15%", "1,000", "Commitment ($k)"],
    ["Threshold $000s; Discount\n250; 10%\n500; 15%", "1,000", "Threshold $000s"],
    ["Discount | Commit, USD thousands\n10% | 250\n15% | 500", "1,000", "Commit, USD thousands"],
    [
      "Commitment in millions\tDiscount\n0.25\t10%\n0.5\t15%",
      "1,000,000",
      "Commitment in millions",
    ],
    ["Spend (USD m)\tDiscount\n.25\t0.1\n.5\t0.15", "1,000,000", "Spend (USD m)"],
    ["Tier\tCommitment $k\tDiscount %\nA\t250\t10\nB\t500\t15", "1,000", "Commitment $k"],
    ["Commitment per quarter\tDiscount\n62500\t10%\n125,000\t15%", "4", "Commitment per quarter"],
  ])("scales %j, and says so", (typed, factor, heading) => {
    expect(pairs(typed).map((band) => (band as unknown[]).slice(0, 2))).toEqual([
      [250_000, 0.1],
      [500_000, 0.15],
    ]);
    expect(field(typed)).toMatchObject({
      error: "",
      echo: `2 bands: $250,000 10%, $500,000 15%; thresholds × ${factor}, as “${heading}” says`,
    });
  });

  test.each([
    [
      "Commitment ($k)\tDiscount\n250k\t10%",
      /headed "Commitment \(\$k\)": write its amounts in full/,
    ],
    [
      "Commitment ($k)\tDiscount\n$250\t10%",
      /headed "Commitment \(\$k\)": write its amounts in full/,
    ],
    ["3-year commitment\tDiscount\n250000\t10%", /give the amount of each year/],
    ["Commitment ($k)\tYou pay\n250\t90%", /You pay/],
  ])("that cannot be applied to %j is refused", (typed, sentence) => {
    expect(field(typed)).toMatchObject({ echo: "", error: expect.stringMatching(sentence) });
  });
});

describe("readTypedBands()", () => {
  test.each([
    ["250k 10%\n500k 15%"],
    ["$250,000: 10%\n$500,000: 15 %"],
    ["250 000 0.1\r\n500 000 0.15"],
    ["250k at 10%\n\n500k at 15%\n"],
    ["Threshold Discount\n250k 10%\n500k 15%"],
    ["Threshold\tDiscount\n250000\t0.1\n500000\t15%"],
    ["250k; 10%\n500k | 15%"],
    ["250k, 10%\n500k = 15%"],
    ["500k 15%\n250k 10%"],
    ["Threshold\tDiscount\n500000\t15%\n250000\t10%"],
  ])("reads %j as two bands", (text) => {
    expect(pairs(text)).toEqual([
      [250_000, 0.1],
      [500_000, 0.15],
    ]);
  });

  test("reads names that are pasted beside them", () => {
    expect(pairs("0\t0%\tList\n250k\t10%\tGrowth")).toEqual([
      [0, 0, "List"],
      [250_000, 0.1, "Growth"],
    ]);
  });

  test.each([
    [
      "250k 0.1\n500k 15",
      "Discount in row 2 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.",
    ],
    [
      "250k 150",
      "Discount in row 1 of bands is 150: give a fraction from 0 up to 1, such as 0.15 for 15%.",
    ],
    [
      "500.000 10%",
      'Threshold in row 1 of bands is "500.000", which may mean 500 or 500,000: write 500 or 500000.',
    ],
    [
      "250k",
      "Discount in row 1 of bands is missing: give a threshold and a discount, such as 250k 10%.",
    ],
    ["lots 10%", 'Threshold in row 1 of bands is "lots": give a number.'],
    [
      "500k 15%\n250k 10%\n500k 20%",
      "Threshold 500,000 stands in rows 1 and 3 of bands: keep one of them.",
    ],
    [
      "250k 110%",
      "Discount in row 1 of bands is 110%: a discount is below 100%, such as 0.15 or 15%.",
    ],
    [
      "250k 100%",
      "Discount in row 1 of bands is 100%: a discount is below 100%, such as 0.15 or 15%.",
    ],
    [
      "250k;10%;Growth;committed",
      "Bands has 4 columns: give threshold, discount and name only, or put them on a sheet and choose Start from my sheet.",
    ],
  ])("says of %j what would do", (text, sentence) => {
    expect(bandsError(text)).toBe(sentence);
  });
});

/** A form with its usage typed as one number. */
function withUsage(bands: string, usage: string, commitment = "0"): ManualEntry {
  const texts = { ...FRESH_MANUAL_ENTRY.usage.texts, usage };
  return {
    ...FRESH_MANUAL_ENTRY,
    bands,
    commitment,
    usage: { ...FRESH_MANUAL_ENTRY.usage, kind: "certain", texts },
  };
}

describe("percentages without their sign", () => {
  test.each([
    ["250k 10\n500k 15\n1M 20", "Are the discounts 10, 15 and 20 percentages, as in 10%?"],
    ["250k 10%\n500k 15", "Is the discount 15 a percentage, 15%?"],
    ["0 0\n250k 7.5\n500k 12.5", "Are the discounts 7.5 and 12.5 percentages, as in 7.5%?"],
    ["250k 1\n500k 2", "Are the discounts 1 and 2 percentages, as in 1%?"],
    ["250k\t10\tBronze\n500k\t15\tSilver", "Are the discounts 10 and 15 percentages, as in 10%?"],
    ["500k 15\n250k 10", "Are the discounts 15 and 10 percentages, as in 15%?"],
    ["Threshold\tDiscount\n250000\t10", "Is the discount 10 a percentage, 10%?"],
    ["Discount | Commit\n10 | 250000", "Is the discount 10 a percentage, 10%?"],
    ["$250,000: 10\n$500,000: 15", "Are the discounts 10 and 15 percentages, as in 10%?"],
    [
      "1k 1\n2k 2\n3k 3\n4k 4\n5k 5",
      "Are the discounts 1, 2, 3, 4 and 1 more percentages, as in 1%?",
    ],
    ["250k 99", "Is the discount 99 a percentage, 99%?"],
  ])("are asked about once in %j", (bands, question) => {
    const asked = readManualEntry(withUsage(bands, "700k"), US_DOLLAR);
    expect([asked.bandsQuestion?.text, asked.bands.error, asked.numbers]).toEqual([
      question,
      "",
      undefined,
    ]);
    expect(asked.obstacles).toEqual([question]);
    const [answer] = asked.bandsQuestion?.answers ?? [];
    const answered = readManualEntry({ ...withUsage(bands, "700k"), ...answer?.change }, US_DOLLAR);
    expect([answered.bandsQuestion, answered.obstacles]).toEqual([undefined, []]);
    const discounts = answered.numbers?.bands.map(({ discountFraction }) => discountFraction);
    expect(discounts?.every((fraction) => fraction < 1)).toBe(true);
  });

  test.each([
    ["250k 0.1\n500k 0.15"],
    ["250k 0.5\n500k 15"],
    ["250k 150"],
    ["lots 10"],
    ["250k 10%"],
  ])("are not asked about in %j", (bands) => {
    expect(readManualEntry(withUsage(bands, "700k"), US_DOLLAR).bandsQuestion).toBeUndefined();
  });

  test.each([
    ["33", "33%"],
    ["35.5", "35.5%"],
    ["11", "11%"],
    ["120", "120%"],
  ])("are asked about in a spread of %s", (spread, percent) => {
    const form = (text: string): ManualEntry => ({
      ...withUsage("250k 10%", ""),
      usage: {
        kind: "spread",
        texts: { ...FRESH_MANUAL_ENTRY.usage.texts, mean: "600k", spread: text },
        tried: false,
      },
    });
    const [, field] = readManualEntry(form(spread), US_DOLLAR).usage.fields;
    expect(field?.question?.answers).toEqual([{ name: `Yes, ${percent}`, change: percent }]);
    expect(readManualEntry(form(spread), US_DOLLAR).numbers).toBeUndefined();
    expect(readManualEntry(form(percent), US_DOLLAR).numbers?.forecast).toEqual({
      kind: "spread",
      meanUsd: 600_000,
      spreadFraction: Number.parseFloat(spread) / 100,
    });
  });
});

describe("amounts that may be thousands", () => {
  test.each([
    ["250 10%\n500 15%\n1000 20%", "700k", [250_000, 500_000, 1_000_000]],
    ["250 10%", "25,000", [250_000]],
    ["$250 10%\n$500 15%", "$700,000", [250_000, 500_000]],
    ["250: 10%\n500: 15%", "700000", [250_000, 500_000]],
    ["0 0%\n250 10%", "700k", [0, 250_000]],
    ["250\t10%\tBronze\n1,000\t20%\tGold", "1M", [250_000, 1_000_000]],
    ["Threshold\tDiscount\n250\t10%", "700k", [250_000]],
    ["Discount\tCommit\n10%\t250", "700k", [250_000]],
    ["500 15%\n250 10%", "700k", [250_000, 500_000]],
    ["2.5 10%\n5 15%", "1M", [2_500, 5_000]],
  ])("are asked about in %j at usage of %s", (bands, usage, thresholds) => {
    const asked = readManualEntry(withUsage(bands, usage), US_DOLLAR);
    expect(asked.bandsQuestion?.text).toMatch(/^(Is|Are) the thresholds? .* in thousands, against/);
    expect(asked.numbers).toBeUndefined();
    const [yes, no] = asked.bandsQuestion?.answers ?? [];
    const answered = readManualEntry({ ...withUsage(bands, usage), ...yes?.change }, US_DOLLAR);
    expect(answered.bandsQuestion).toBeUndefined();
    expect(answered.numbers?.bands.map(({ thresholdUsd }) => thresholdUsd)).toEqual(thresholds);
    const refused = readManualEntry({ ...withUsage(bands, usage), ...no?.change }, US_DOLLAR);
    expect(refused.bandsQuestion).toBeUndefined();
    expect(refused.numbers?.bands.at(-1)?.thresholdUsd).toBe((thresholds.at(-1) ?? 0) / 1_000);
  });

  test.each([
    ["250k 10%\n500k 15%", "700M"],
    ["250 10%\n500k 15%", "700k"],
    ["250 10%\n500 15%", "49,999"],
    ["Commitment ($k)\tDiscount\n250\t10%", "700M"],
    ["250 10%", ""],
    ["lots 10%", "700k"],
  ])("are not asked about in %j at usage of %j", (bands, usage) => {
    expect(readManualEntry(withUsage(bands, usage), US_DOLLAR).bandsQuestion).toBeUndefined();
  });

  test("are asked about in a commitment", () => {
    const form = withUsage("250k 10%", "700k", "480");
    const asked = readManualEntry(form, US_DOLLAR);
    expect(asked.commitmentQuestion?.text).toBe(
      "Is the commitment $480 in thousands, against usage of $700,000?",
    );
    expect(asked.numbers).toBeUndefined();
    const changes = asked.commitmentQuestion?.answers.map(({ change }) => change) ?? [];
    const commitments = changes.map(
      (change) => readManualEntry({ ...form, ...change }, US_DOLLAR).numbers?.commitmentUsd,
    );
    expect(commitments).toEqual([480_000, 480]);
  });

  test("are asked about again once other bands are typed", () => {
    const form = withUsage("250 10%", "700k");
    const no = readManualEntry(form, US_DOLLAR).bandsQuestion?.answers[1]?.change;
    const other = { ...form, ...no, bands: "300 10%" };
    expect(readManualEntry(other, US_DOLLAR).bandsQuestion).toBeDefined();
  });
});

describe("readManualEntry()", () => {
  test("takes usage as one number", () => {
    expect(readManualEntry(withUsage("250k 10%", "700k", "250k"), US_DOLLAR).numbers).toEqual({
      bands: [{ thresholdUsd: 250_000, discountFraction: 0.1, name: "" }],
      commitmentUsd: 250_000,
      forecast: { kind: "spread", meanUsd: 700_000, spreadFraction: 0 },
    });
    expect(readManualEntry(withUsage("250k 10%", "0", "250k"), US_DOLLAR).obstacles).toEqual([
      "Usage is 0: give an amount above $0.",
    ]);
  });

  const FULL: ManualEntry = {
    bands: "250k 10%\n500k 15%",
    commitment: "0",
    usage: {
      kind: "percentiles",
      texts: { ...FRESH_MANUAL_ENTRY.usage.texts, p10: "400k", p90: "850k" },
      tried: false,
    },
    asTyped: [],
    tried: false,
  };

  test("understands a whole deal and echoes each part", () => {
    const { bands, commitment, numbers, obstacles } = readManualEntry(FULL, US_DOLLAR);
    expect(bands.echo).toBe("2 bands: $250,000 10%, $500,000 15%");
    expect(commitment.echo).toBe("$0");
    expect(obstacles).toEqual([]);
    expect(numbers).toEqual({
      bands: [
        { thresholdUsd: 250_000, discountFraction: 0.1, name: "" },
        { thresholdUsd: 500_000, discountFraction: 0.15, name: "" },
      ],
      commitmentUsd: 0,
      forecast: { kind: "percentiles", p10Usd: 400_000, p90Usd: 850_000 },
    });
  });

  test("waits with what is missing until the deal was to be written", () => {
    const fresh = readManualEntry(FRESH_MANUAL_ENTRY, US_DOLLAR);
    expect([fresh.bands.error, fresh.commitment.error]).toEqual(["", ""]);
    const tried = readManualEntry({ ...FRESH_MANUAL_ENTRY, tried: true }, US_DOLLAR);
    expect(tried.bands.error).toMatch(/^Bands is missing/);
    expect(tried.commitment.error).toMatch(/^Commitment is missing/);
    expect(tried.usage.fields.map(({ field }) => field.error)).toEqual([
      expect.stringMatching(/^Low is missing/),
      expect.stringMatching(/^Likely is missing/),
      expect.stringMatching(/^High is missing/),
    ]);
    expect(tried.obstacles).toHaveLength(5);
  });

  test("asks what an ambiguous commitment means, and keeps the rest", () => {
    const { commitment, bands, numbers } = readManualEntry(
      { ...FULL, commitment: "500.000" },
      US_DOLLAR,
    );
    expect(commitment.error).toContain("which may mean 500 or 500,000");
    expect(bands.error).toBe("");
    expect(numbers).toBeUndefined();
  });
});

describe("ManualEntryModel", () => {
  test("writes the deal once all is right, and the pane stands on it", async () => {
    const model = new PaneModel(fakeWorkbook(SCENARIOS.empty).actions, () => {});
    await model.start();
    viewsOf(model).numbers.open();
    viewsOf(model).numbers.type({ bands: "250k 10%" });
    await viewsOf(model).numbers.write();
    expect(model.state.status?.text).toBe("4 things to mend: each field says what would do.");
    viewsOf(model).numbers.type({ commitment: "250k" });
    expect(model.state.status).toBeUndefined();
    viewsOf(model).numbers.choose("spread");
    viewsOf(model).numbers.typeUsage("mean", "600k");
    await viewsOf(model).numbers.write();
    expect(model.state.status?.text).toMatch(/^Spread is missing/);
    viewsOf(model).numbers.typeUsage("spread", "35%");
    await viewsOf(model).numbers.write();
    expect(model.state.drafts.numbers).toBeUndefined();
    expect(model.state.status?.text).toMatch(/^Added Deal with your numbers\./);
    expect(model.state.deal).toMatchObject({
      kind: "read",
      reading: { commitmentUsd: 250_000, faults: [] },
    });
  });

  test("keeps what was typed where the workbook refuses", async () => {
    const { actions } = fakeWorkbook(SCENARIOS.empty);
    const refusing = {
      ...actions,
      insertNumbers: async () => ({ ok: false, fault: { kind: "protectedWorkbook" } }) as const,
    };
    const model = new PaneModel(refusing, () => {});
    await model.start();
    viewsOf(model).numbers.open();
    viewsOf(model).numbers.type({ bands: "250k 10%", commitment: "0" });
    viewsOf(model).numbers.choose("spread");
    viewsOf(model).numbers.typeUsage("mean", "600k");
    viewsOf(model).numbers.typeUsage("spread", "35%");
    await viewsOf(model).numbers.write();
    expect(model.state.status?.tone).toBe("fault");
    expect(model.state.drafts.numbers?.bands).toBe("250k 10%");
  });
});
