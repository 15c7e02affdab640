import { describe, expect, test } from "vitest";
import {
  type CommitmentPosition,
  commitmentPosition,
} from "../../../src/analysis/commitment-position";
import { US_DOLLAR } from "../../../src/core/currency";
import { readDealCells } from "../../../src/deal/parse-deal";
import {
  basisSentence,
  carriesRows,
  columnHeadings,
  crossingSentence,
  placeSentence,
  provenanceSentence,
  yearRows,
} from "../../../src/wording/messages/position-messages";
import { forfeitureWords } from "../../../src/wording/messages/terms-words";
import { dealCells, dealOf, type ScenarioName } from "../../taskpane/pane-scenarios";

function stands(name: ScenarioName | ReturnType<typeof dealCells>): CommitmentPosition {
  const deal = typeof name === "string" ? dealOf(name) : name;
  const { bands, commitmentUsd, usageUsd, agreement } = readDealCells(deal);
  if (!bands || commitmentUsd === undefined) throw new Error("this scenario has no standing");
  return commitmentPosition({ bands, commitmentUsd, usageUsd, agreement }, US_DOLLAR);
}

describe("placeSentence()", () => {
  test.each([
    ["example", "At $480,000 you are in the $250k to $500k band at 10%."],
    ["top band", "At $1,200,000 you are in the $1M and above band at 20%."],
    ["no commitment", "Without a commitment, usage is paid on demand at list prices."],
    [
      "below the first threshold",
      "At $100,000 you are below $250k, the first threshold, and earn no discount.",
    ],
    ["warnings", "At $480,000 you are in the Growth band at 15%."],
    ["long words", "At $499,999.99 you are in the Growth, first level band at 12.25%."],
  ] as const)("says of %s: %s", (name, sentence) => {
    expect(placeSentence(stands(name), US_DOLLAR)).toBe(sentence);
  });

  test("a band at 0% earns no discount", () => {
    expect(placeSentence(stands(dealCells({ commitment: 100_000 })), US_DOLLAR)).toBe(
      "At $100,000 you are in the $0 to $250k band, which earns no discount.",
    );
  });

  test("a discount without a commitment is said", () => {
    const bands = [
      [0, 0.02],
      [250_000, 0.1],
    ];
    expect(placeSentence(stands(dealCells({ bands, commitment: 0 })), US_DOLLAR)).toBe(
      "Without a commitment, usage is paid on demand at 2% off list.",
    );
  });
});

describe("crossingSentence()", () => {
  test.each([
    [
      "example",
      "$20,000 more reaches $500k: at this usage it would save $34,902 a year. It also adds Rate lock: 12 months and Renewal cap: 7% a year.",
    ],
    [
      // 480,000 now against 500,000: usage of 500,000 is less than either pays for.
      "crossing costs more",
      "$20,000 more reaches $500k: at this usage it would cost $20,000 more a year. In return it adds Rate lock: 12 months and Renewal cap: 7% a year.",
    ],
    ["top band", "This is the top band: there is no higher threshold to reach."],
    [
      "no commitment",
      "A commitment of $250,000 reaches the first threshold: at this usage it would save $27,778 a year. It also changes Account contact to Named contact.",
    ],
    [
      "next band changes terms",
      "$400,000 more reaches $1M: at this usage it would save $44,118 a year. It also prices overage at the committed rate, changes Rate lock to Whole term and Renewal cap to 3% a year, and changes one more term.",
    ],
    [
      "usage missing",
      "$20,000 more reaches $500k: it adds 5 points of discount. It also adds Rate lock: 12 months and Renewal cap: 7% a year.",
    ],
    [
      "warnings",
      "$20,000 more reaches $500k: at this usage it would cost $29,150 more a year. No other term changes with it.",
    ],
    [
      "long words",
      "$0.01 more reaches $500k: at this usage it would save $18,435 a year. It also changes Support response time to 4 hours, seven days a week and Named contact.",
    ],
  ] as const)("says of %s: %s", (name, sentence) => {
    expect(crossingSentence(stands(name), US_DOLLAR)).toBe(sentence);
  });

  test("says when the year costs the same", () => {
    const bands = [
      [100, 0],
      [200, 0],
    ];
    expect(
      crossingSentence(stands(dealCells({ bands, commitment: 100, usage: 300 })), US_DOLLAR),
    ).toBe(
      "$100 more reaches $200: at this usage the year costs the same. No other term changes with it.",
    );
  });

  test("says what a higher band takes away and how it treats a shortfall", () => {
    const bands = [
      ["Threshold", "Discount", "Forfeited share", "Free support"],
      [100_000, 0.1, 1, "yes"],
      [200_000, 0.2, 0.25, "none"],
    ];
    expect(
      crossingSentence(stands(dealCells({ bands, commitment: 100e3, usage: 300e3 })), US_DOLLAR),
    ).toMatch(/It also leaves a shortfall 25% forfeited, and loses Free support\.$/);
  });
});

describe("basisSentence()", () => {
  test("says what the commitment counts", () => {
    expect(basisSentence(stands("example"), US_DOLLAR)).toBe(
      "Net basis: the commitment is what you must spend, after the discount.",
    );
    expect(basisSentence(stands("list basis"), US_DOLLAR)).toBe(
      "List basis: the commitment is what you must use at list prices; $480,000 at list costs $432,000.",
    );
  });

  test("says nothing while the terms cannot be read", () => {
    expect(basisSentence(stands("terms at fault"), US_DOLLAR)).toBe("");
  });
});

describe("yearRows()", () => {
  test("lists what sums to the cost, and what the cost comes to", () => {
    expect(
      yearRows(stands("example"), US_DOLLAR).map(({ label, here, next }) => [label, here, next]),
    ).toEqual([
      ["Commitment", "$480,000", "$500,000"],
      ["Overage", "$166,667", "$111,765"],
      ["Cost for the year", "$646,667", "$611,765"],
      ["Saving against list", "$53,333", "$88,235"],
      ["Discount received", "7.6%", "12.6%"],
      ["Shortfall", "$0", "$0"],
      ["Utilization", "100.0%", "100.0%"],
    ]);
  });

  test("has a line for what comes back where some does", () => {
    const terms = [["Forfeited share", 0.5]];
    const rows = yearRows(stands(dealCells({ terms, usage: 400_000 })), US_DOLLAR);
    expect(rows.find(({ label }) => label === "Shortfall returned")?.here).toBe("−$60,000");
  });

  test("an undefined ratio is n/a", () => {
    const rows = yearRows(stands(dealCells({ usage: 0 })), US_DOLLAR);
    expect(rows.find(({ label }) => label === "Discount received")?.here).toBe("n/a");
  });

  test("has one column in the top band and no rows without usage", () => {
    expect(columnHeadings(stands("top band"), US_DOLLAR)).toEqual(["Present", undefined]);
    expect(yearRows(stands("top band"), US_DOLLAR).every(({ next }) => next === undefined)).toBe(
      true,
    );
    expect(yearRows(stands("usage missing"), US_DOLLAR)).toEqual([]);
  });
});

describe("carriesRows()", () => {
  test("sets the terms of both bands side by side and marks what differs", () => {
    const rows = carriesRows(stands("example"), forfeitureWords);
    expect(rows.map(({ label, here, next }) => [label, here, next])).toEqual([
      ["Discount", "10%", "15%"],
      ["Overage", "at list", "at list"],
      ["Shortfall", "forfeited", "forfeited"],
      ["Rate lock", "none", "12 months"],
      ["Renewal cap", "none", "7% a year"],
      ["Account contact", "Named contact", "Named contact"],
    ]);
    expect(rows.filter(({ differs }) => differs).map(({ label }) => label)).toEqual([
      "Discount",
      "Rate lock",
      "Renewal cap",
    ]);
  });

  test("leaves the priced terms out while they cannot be read", () => {
    const labels = carriesRows(stands("terms at fault"), forfeitureWords).map(({ label }) => label);
    expect(labels).not.toContain("Overage");
    expect(labels).toContain("Rate lock");
  });
});

test("provenanceSentence() repeats what the columns say, each value once", () => {
  expect(provenanceSentence(stands("example"))).toBe(
    "Source of the bands: Illustrative. Confidence: Low.",
  );
  expect(provenanceSentence(stands("long words"))).toBe(
    "Source of the bands: Vendor quote of 12 May 2026; Our estimate.",
  );
});
