import { describe, expect, test } from "vitest";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import {
  FRESH_MANUAL_ENTRY,
  type ManualEntry,
  readManualEntry,
  readTypedBands,
} from "../../../../src/taskpane/views/start/manual-entry";
import { good } from "../../../core/deals";
import { fakeWorkbook } from "../../fake-actions";
import { SCENARIOS } from "../../pane-scenarios";
import { viewsOf } from "../../view-models";

const pairs = (text: string): readonly unknown[] =>
  good(readTypedBands(text)).table.bands.flatMap(({ row, thresholdUsd, discountFraction, name }) =>
    row === undefined ? [] : [[thresholdUsd, discountFraction, ...(name === "" ? [] : [name])]],
  );

const bandsError = (bands: string): string =>
  readManualEntry({ ...FRESH_MANUAL_ENTRY, bands }).bands.error;

describe("a heading over typed bands", () => {
  const field = (bands: string) => readManualEntry({ ...FRESH_MANUAL_ENTRY, bands }).bands;

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
      "250k 10%\n500k 15",
      "Discount in row 2 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.",
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
      "500k 15%\n250k 10%",
      "Threshold in row 2 of bands (250,000) is below the one in row 1 (500,000): sort the bands by threshold, lowest first.",
    ],
    [
      "250k;10%;Growth;committed",
      "Bands has 4 columns: give threshold, discount and name only, or put them on a sheet and choose Start from my sheet.",
    ],
  ])("says of %j what would do", (text, sentence) => {
    expect(bandsError(text)).toBe(sentence);
  });
});

describe("readNumbersForm()", () => {
  const FULL: ManualEntry = {
    bands: "250k 10%\n500k 15%",
    commitment: "0",
    usage: {
      kind: "percentiles",
      texts: { ...FRESH_MANUAL_ENTRY.usage.texts, p10: "400k", p90: "850k" },
      tried: false,
    },
    tried: false,
  };

  test("understands a whole deal and echoes each part", () => {
    const { bands, commitment, numbers, obstacles } = readManualEntry(FULL);
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
    const fresh = readManualEntry(FRESH_MANUAL_ENTRY);
    expect([fresh.bands.error, fresh.commitment.error]).toEqual(["", ""]);
    const tried = readManualEntry({ ...FRESH_MANUAL_ENTRY, tried: true });
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
    const { commitment, bands, numbers } = readManualEntry({ ...FULL, commitment: "500.000" });
    expect(commitment.error).toContain("which may mean 500 or 500,000");
    expect(bands.error).toBe("");
    expect(numbers).toBeUndefined();
  });
});

describe("NumbersModel", () => {
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
