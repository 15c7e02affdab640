import { describe, expect, test } from "vitest";
import { readDealCells } from "../../../../src/deal/parse-deal";
import type { DealState } from "../../../../src/taskpane/context/pane-state";
import { typedAmountsSentence } from "../../../../src/taskpane/views/sheets/staleness-messages";
import type { WrittenTable } from "../../../../src/workbook/journal/written-table";
import { dealCells } from "../../pane-scenarios";

type Deal = NonNullable<Parameters<typeof dealCells>[0]>;

const sheet = (...thresholdsUsd: readonly number[]): WrittenTable => ({
  ...{ id: "Table d", title: "Which commitment", sheet: "Decision", address: "A1:K90" },
  complete: true,
  typedAround: [{ scenario: null, thresholdsUsd }],
});
const read = (change: Deal = {}): DealState => ({
  kind: "read",
  reading: readDealCells(dealCells(change)),
});
const bands = (...rows: readonly (readonly [unknown, unknown])[]): Deal => ({ bands: rows });
const EXAMPLE = [0, 250_000, 500_000, 1_000_000];

describe("typedAmountsSentence()", () => {
  test.each<readonly [string, Deal]>([
    ["nothing changed", {}],
    ["another commitment", { commitment: 900_000 }],
    ["another usage", { usage: 1 }],
    ["other terms", { terms: [["Overage", "committed"]] }],
    ["other discounts", bands([0, 0], [250_000, 0.3], [500_000, 0.4], [1_000_000, 0.5])],
    ["a tenth of a cent", bands([0, 0], [250_000.001, 0.1], [500_000, 0.15], [1_000_000, 0.2])],
    ["bands that cannot be read", bands(["x", "y"])],
  ])("is silent where the thresholds are the same: %s", (_, change) => {
    expect(typedAmountsSentence(sheet(...EXAMPLE), read(change), [])).toBeUndefined();
  });

  test.each<readonly [string, Deal]>([
    ["one moved", bands([0, 0], [250_000, 0.1], [450_000, 0.15], [1_000_000, 0.2])],
    ["one moved by a cent", bands([0, 0], [250_000.01, 0.1], [500_000, 0.15], [1_000_000, 0.2])],
    ["one more", bands([0, 0], [250_000, 0.1], [500_000, 0.15], [1_000_000, 0.2], [2e6, 0.3])],
    ["one fewer", bands([0, 0], [250_000, 0.1], [1_000_000, 0.2])],
    ["none left but $0", bands([0, 0])],
    ["the band at $0 gone", bands([250_000, 0.1], [500_000, 0.15], [1_000_000, 0.2])],
  ])("says so where the thresholds are others: %s", (_, change) => {
    expect(typedAmountsSentence(sheet(...EXAMPLE), read(change), [])).toBe(
      "The thresholds of the deal have changed since: the amounts typed on this sheet are around the old ones. Remove it and build it again.",
    );
  });

  test("is silent of a deal that is not read, and of a sheet that holds no typed amounts", () => {
    expect(typedAmountsSentence(sheet(1), { kind: "none" }, [])).toBeUndefined();
    const { typedAround: _, ...other } = sheet(1);
    expect(typedAmountsSentence(other, read(), [])).toBeUndefined();
  });
});
