import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BandStep,
  type CommitmentPosition,
  commitmentPosition,
} from "../../src/analysis/commitment-position";
import { parseAgreement } from "../../src/core/agreement";
import { US_DOLLAR } from "../../src/core/currency";
import { NoAnswer } from "../../src/core/no-answer";
import { readBands } from "../../src/input/bands-cells";
import { readTerms } from "../../src/input/terms-cells";
import { BAND_HEADINGS, BAND_ROWS } from "../../src/sheets/example-deal";
import { assertProperty } from "../support/property";

type Rows = readonly (readonly unknown[])[];

const DEMO: Rows = [BAND_HEADINGS, ...BAND_ROWS];

function stand(
  commitmentUsd: number,
  usageUsd: number | undefined,
  bands: Rows = DEMO,
  terms: Rows = [],
): CommitmentPosition {
  const table = readBands(bands);
  const read = readTerms(terms);
  if (!table.ok || !read.ok) throw new Error("the bands or terms of this test are at fault");
  const agreement = parseAgreement(table.value, read.value);
  if (!agreement.ok) throw new Error("the agreement of this test is at fault");
  return commitmentPosition(
    {
      bands: table.value,
      commitmentUsd,
      usageUsd,
      agreement: agreement.value,
    },
    US_DOLLAR,
  );
}

function crossing({ next }: CommitmentPosition): BandStep {
  if (next instanceof NoAnswer) throw new Error("there is no next threshold here");
  return next;
}

describe("commitmentPosition()", () => {
  test("prices now and the next threshold at the same usage", () => {
    // 480,000 + (700,000 - 480,000/0.9) = 646,666.67; 500,000 + (700,000 - 500,000/0.85) = 611,764.71.
    const stands = stand(480_000, 700_000);
    expect(stands.here.name).toBe("$250k to $500k");
    expect(stands.here.discountFraction).toBe(0.1);
    expect(stands.here.year?.costUsd).toBeCloseTo(646_666.67, 2);
    const next = crossing(stands);
    expect(next.extraCommitmentUsd).toBe(20_000);
    expect(next.costChangeUsd).toBeCloseTo(-34_901.96, 2);
    expect(next.discountChangeFraction).toBeCloseTo(0.05, 12);
  });

  test("names the texts that differ across the threshold, in the order of the columns, without provenance", () => {
    expect(crossing(stand(480_000, 700_000)).changes).toEqual([
      { kind: "text", heading: "Rate lock", before: "", after: "12 months" },
      { kind: "text", heading: "Renewal cap", before: "", after: "7% a year" },
    ]);
  });

  test("names the priced terms that a band sets itself", () => {
    const { changes } = crossing(stand(600_000, 1_150_000));
    expect(changes.map((change) => change.kind)).toEqual(["overage", "text", "text", "text"]);
    expect(changes[0]).toMatchObject({
      before: { overage: "list" },
      after: { overage: "committed" },
    });
  });

  test("names a different forfeited share", () => {
    const bands = [
      ["Threshold", "Discount", "Forfeited share"],
      [250_000, 0.1, 1],
      [500_000, 0.15, 0.5],
    ];
    const { changes } = crossing(stand(300_000, 300_000, bands));
    expect(changes).toMatchObject([
      { kind: "forfeiture", before: { forfeitedFraction: 1 }, after: { forfeitedFraction: 0.5 } },
    ]);
  });

  test("a commitment equal to a threshold is in its band", () => {
    expect(stand(500_000, 700_000).here.name).toBe("$500k to $1M");
    expect(stand(499_999.99, 700_000).here.name).toBe("$250k to $500k");
    expect(crossing(stand(499_999.99, 700_000)).extraCommitmentUsd).toBeCloseTo(0.01, 9);
  });

  test("has no next threshold in the top band", () => {
    const { next } = stand(1_000_000, 1_500_000);
    expect(next).toBeInstanceOf(NoAnswer);
  });

  test("below the first threshold has no discount and no texts", () => {
    const { here } = stand(
      100_000,
      300_000,
      DEMO.filter((_, index) => index !== 1),
    );
    expect(here).toMatchObject({ written: false, discountFraction: 0, texts: [] });
    expect(here.year?.costUsd).toBe(300_000);
  });

  test("a commitment of 0 is on demand, without terms; the first threshold is next", () => {
    const stands = stand(0, 300_000);
    expect(stands.here.terms).toBeUndefined();
    expect(stands.here.year).toMatchObject({ costUsd: 300_000, commitmentUsd: 0, savingUsd: 0 });
    expect(stands.here.year?.utilizationFraction).toBeInstanceOf(NoAnswer);
    expect(crossing(stands).band.thresholdUsd).toBe(250_000);
    expect(crossing(stands).changes.map(({ kind }) => kind)).toEqual(["text"]);
  });

  test("a usage of 0 forfeits the commitment and receives no discount", () => {
    const { here } = stand(250_000, 0);
    expect(here.year).toMatchObject({ costUsd: 250_000, shortfallUsd: 250_000 });
    expect(here.year?.receivedFraction).toBeInstanceOf(NoAnswer);
  });

  test("on the list basis the commitment costs its discounted price", () => {
    const { here, basis } = stand(480_000, 700_000, DEMO, [["Basis", "list"]]);
    expect(basis).toBe("list");
    expect(here.year?.commitmentUsd).toBe(432_000);
  });

  test("without usage there is no year and no change of cost, but there are terms", () => {
    const stands = stand(480_000, undefined);
    expect(stands.here.year).toBeUndefined();
    expect(crossing(stands).costChangeUsd).toBeUndefined();
    expect(crossing(stands).changes).toHaveLength(2);
  });

  test("without an agreement there are still the band and its texts", () => {
    const table = readBands(DEMO);
    if (!table.ok) throw new Error("the bands of this test are at fault");
    const stands = commitmentPosition(
      {
        bands: table.value,
        commitmentUsd: 480_000,
        usageUsd: 700_000,
        agreement: undefined,
      },
      US_DOLLAR,
    );
    expect(stands).toMatchObject({ basis: undefined, here: { name: "$250k to $500k" } });
    expect(stands.here.year).toBeUndefined();
  });

  test("keeps provenance apart from what a band carries", () => {
    expect(stand(480_000, 700_000).provenance).toEqual([
      { heading: "Source", values: ["Illustrative"] },
      { heading: "Confidence", values: ["Low"] },
    ]);
  });

  test("finds each discount that falls as the commitment rises", () => {
    const bands = [
      [250_000, 0.15],
      [500_000, 0.1],
      [1_000_000, 0.2],
    ];
    expect(stand(300_000, 300_000, bands).fallingDiscounts).toEqual([
      { thresholdUsd: 500_000, discountFraction: 0.1, previousFraction: 0.15 },
    ]);
  });

  describe("properties", () => {
    const usd = fc.integer({ min: 0, max: 3_000_000 });

    test("the change of cost is the difference to the position at the threshold", () => {
      assertProperty(
        fc.property(usd, usd, (commitmentUsd, usageUsd) => {
          const stands = stand(commitmentUsd, usageUsd);
          if (stands.next instanceof NoAnswer) return;
          const there = stand(stands.next.band.commitmentUsd, usageUsd).here;
          expect(stands.next.band).toEqual(there);
          expect(stands.next.costChangeUsd).toBe(
            (there.year?.costUsd ?? 0) - (stands.here.year?.costUsd ?? 0),
          );
        }),
      );
    });

    test("the lines of a year sum to its cost", () => {
      assertProperty(
        fc.property(usd, usd, (commitmentUsd, usageUsd) => {
          const { year } = stand(commitmentUsd, usageUsd).here;
          if (!year) throw new Error("there is a year");
          expect(year.commitmentUsd + year.overageUsd + year.returnedUsd).toBe(year.costUsd);
        }),
      );
    });
  });
});
