import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import { readDealCells } from "../../../../src/deal/parse-deal";
import {
  offeredBands,
  unconfirmedSentence,
} from "../../../../src/taskpane/views/offer/offer-messages";
import { dealCells } from "../../pane-scenarios";

type Cells = readonly (readonly unknown[])[];

function offered(bands: Cells, terms: Cells | null = null) {
  const reading = readDealCells(dealCells({ bands, terms }));
  if (!reading.bands) throw new Error("the bands can be read");
  return { list: offeredBands(reading.bands, reading.agreement, US_DOLLAR), table: reading.bands };
}

const carriesOf = (bands: Cells, terms?: Cells) =>
  offered(bands, terms ?? null).list.map(({ carries }) => carries.join("; "));

describe("offeredBands()", () => {
  test.each<readonly [string, Cells, readonly string[]]>([
    ["nothing", [[250_000, 0.1]], [""]],
    ["a name", [[250_000, 0.1, "Growth"]], ["Growth"]],
    [
      "a text",
      [
        ["From", "Off", "Rate lock"],
        [250_000, 0.1, "12 months"],
      ],
      ["Rate lock: 12 months"],
    ],
    [
      "a text that says none",
      [
        ["From", "Off", "Rate lock"],
        [250_000, 0.1, "none"],
      ],
      [""],
    ],
    [
      "where it comes from",
      [
        ["From", "Off", "Source"],
        [250_000, 0.1, "Quote"],
      ],
      [""],
    ],
    [
      "a target",
      [
        ["From", "Off", "Target"],
        [250_000, 0.1, "12%"],
      ],
      ["Target: 12%"],
    ],
    [
      "one overage for all",
      [
        ["From", "Off", "Overage"],
        [0, 0, "list"],
        [250_000, 0.1, "list"],
      ],
      ["", ""],
    ],
    [
      "overage of its own",
      [
        ["From", "Off", "Overage"],
        [0, 0, "list"],
        [250_000, 0.1, "committed"],
      ],
      ["overage at list", "overage at the committed rate"],
    ],
    [
      "a share of its own",
      [
        ["From", "Off", "Forfeited share"],
        [0, 0, 1],
        [250_000, 0.1, 0.5],
      ],
      ["unused is lost", "50% of unused is lost"],
    ],
    [
      "bands high to low",
      [
        [500_000, 0.15, "Gold"],
        [250_000, 0.1, "Silver"],
      ],
      ["Silver", "Gold"],
    ],
  ])("says what a band carries: %s", (_what, bands, expected) => {
    expect(carriesOf(bands)).toEqual(expected);
  });

  test("lists the thresholds that were written, as written", () => {
    const { list } = offered([
      [250_000.5, 0.1234],
      [12_345_678_901, 0.15],
    ]);
    expect(list.map(({ threshold, discount }) => [threshold, discount])).toEqual([
      ["$250,000.50", "12.34%"],
      ["$12,345,678,901", "15%"],
    ]);
  });
});

describe("unconfirmedSentence()", () => {
  const sentence = (sources: readonly string[]) =>
    unconfirmedSentence(
      offered([
        ["From", "Off", "Source"],
        ...sources.map((source, index) => [100_000 * (index + 1), 0.01 * (index + 1), source]),
      ]).table,
      US_DOLLAR,
    );

  test("names what its columns do not confirm, and counts the rest", () => {
    expect(sentence(["Quote", "Quote"])).toBe("");
    expect(sentence(["Quote", "Our guess"])).toBe(
      "Not confirmed, as their own columns say: $200k.",
    );
    expect(sentence(Array.from({ length: 7 }, () => "TBC"))).toBe(
      "Not confirmed, as their own columns say: $100k, $200k, $300k, $400k and 3 more.",
    );
  });
});
