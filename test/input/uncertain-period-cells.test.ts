import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import {
  readLevel,
  readUncertainAgreement,
  readUncertainPeriod,
} from "../../src/input/uncertain-period-cells";
import { known } from "../cases/door";
import { writtenCells } from "../support/written-cells";

const FORECAST = writtenCells("Distribution, triangular; Low, 300; Mode, 600; High, 900");
const BANDS = writtenCells("250, 0.1; 500, 0.15");

describe("readUncertainAgreement()", () => {
  test("reads what usage may be, and what prices it", () => {
    const { forecast, agreement } = known(
      readUncertainAgreement(FORECAST, BANDS, writtenCells("Basis, list")),
    );
    expect([forecast.lowestUsd, forecast.meanUsd, forecast.highestUsd]).toEqual([300, 600, 900]);
    expect(agreement.basis).toBe("list");
    expect(agreement.bands.map(({ thresholdUsd }) => thresholdUsd)).toEqual([0, 250, 500]);
  });

  test("names the faults of all arguments", () => {
    const read = readUncertainAgreement("some", [], writtenCells("Basis, gross"));
    expect(read.ok ? [] : read.errors).toMatchObject([
      { kind: "notANumber", place: { argument: "forecast" } },
      { kind: "noBands" },
      { kind: "unknownChoice" },
    ]);
  });
});

describe("readUncertainPeriod()", () => {
  test("reads what usage may be, a commitment, and what prices both", () => {
    const { forecast, commitmentUsd, agreement } = known(
      readUncertainPeriod(FORECAST, "$0.5k", BANDS, writtenCells("Overage, committed")),
    );
    expect([forecast.lowestUsd, commitmentUsd]).toEqual([300, 500]);
    expect(agreement.bands[1]).toMatchObject({ thresholdUsd: 250, overage: "committed" });
  });

  test("names the faults of all arguments", () => {
    const read = readUncertainPeriod("some", -1, [], writtenCells("Basis, gross"));
    expect(read.ok ? [] : read.errors).toMatchObject([
      { kind: "notANumber", place: { argument: "forecast" } },
      { kind: "negativeAmount", place: { argument: "commitment" } },
      { kind: "noBands" },
      { kind: "unknownChoice" },
    ]);
  });
});

describe("readLevel()", () => {
  test.each([
    [0, 0],
    ["90%", 0.9],
    [[[0.999]], 0.999],
    [null, "none"],
    [undefined, "none"],
    [" ", "none"],
  ])("reads %j", (raw, level) => {
    expect(readLevel(raw, "none")).toEqual({ ok: true, value: level });
  });

  test.each([
    [1, "Level is 1: give a fraction from 0 up to 1, such as 0.9 for 90%."],
    [-0.1, "Level is -0.1: give a fraction from 0 up to 1, such as 0.9 for 90%."],
    [95, "Level is 95: give a fraction from 0 up to 1, such as 0.95 for 95%."],
    [100, "Level is 100: give a fraction from 0 up to 1, such as 0.9 for 90%."],
    ["$1", 'Level is "$1": give a fraction, such as 0.15 or 15%.'],
    ["often", 'Level is "often": give a number.'],
  ])("refuses %j: %s", (raw, sentence) => {
    const read = readLevel(raw, 0.9);
    expect(read.ok ? "no fault" : describeErrors(read.errors, US_DOLLAR)).toBe(sentence);
  });
});
