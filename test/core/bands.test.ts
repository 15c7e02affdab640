import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandName } from "../../src/core/band-name";
import { bandRate } from "../../src/core/band-rate";
import { parseBandTable, writtenThresholds } from "../../src/core/bands";
import { US_DOLLAR } from "../../src/core/currency";
import { nextThreshold } from "../../src/core/next-threshold";
import { NoAnswer } from "../../src/core/no-answer";
import { assertProperty } from "../support/property";
import { bandRows, DEMO, risingBands, table } from "./deals";

describe("bandRate()", () => {
  test.each([
    [0, 0],
    [249_999.99, 0],
    [250_000, 0.1],
    [250_000.01, 0.1],
    [499_999.99, 0.1],
    [500_000, 0.15],
    [1_000_000, 0.2],
    [1e15, 0.2],
  ])("at %d is %d", (commitmentUsd, discount) => {
    expect(bandRate(commitmentUsd, table())).toBe(discount);
  });

  test("ignores arithmetic noise below a threshold", () => {
    expect(bandRate(500_000 - 1e-9, table())).toBe(0.15);
    expect(bandRate(499_999.994, table())).toBe(0.1);
    expect(bandRate(499_999.995, table())).toBe(0.15);
  });

  test("is 0 below the first threshold", () => {
    expect(bandRate(100_000, table([[250_000, 0.1]]))).toBe(0);
  });
});

describe("bandName()", () => {
  test.each([
    [100, "$0 to $250k"],
    [250_000, "$250k to $500k"],
    [2_000_000, "$1M and above"],
  ])("at %d is %s", (commitmentUsd, name) => {
    expect(bandName(commitmentUsd, table(), US_DOLLAR)).toBe(name);
  });

  test("says below which threshold no band is reached", () => {
    expect(bandName(100, table([[250_000, 0.1]]), US_DOLLAR)).toBe("below $250k");
  });

  test("is exact to the cent and without trailing zeros", () => {
    const odd = table([
      [0, 0],
      [262_500, 0.1],
      [999_999.99, 0.2],
    ]);
    expect(bandName(262_500, odd, US_DOLLAR)).toBe("$262.5k to $999.99999k");
  });

  test("is the user's where the user gave one", () => {
    const rows = bandRows(DEMO).map((row) => ({ ...row, name: row.row === 3 ? "Enterprise" : "" }));
    const named = parseBandTable(rows);
    expect(named.ok && bandName(600_000, named.value, US_DOLLAR)).toBe("Enterprise");
  });
});

describe("nextThreshold()", () => {
  test("is the one after a threshold that the commitment reaches", () => {
    expect(nextThreshold(499_999.99, table())).toBe(500_000);
    expect(nextThreshold(500_000, table())).toBe(1_000_000);
  });

  test("is none in the top band, and the reason names that band", () => {
    expect(nextThreshold(1_000_000, table())).toEqual(
      new NoAnswer({ kind: "topBand", thresholdUsd: 1_000_000 }),
    );
  });
});

describe("parseBandTable()", () => {
  test("names every fault with its rows at once", () => {
    const faulty = parseBandTable(
      bandRows([
        [0, 0],
        [500_000, 15],
        [250_000, 0.1],
        [500_000, -0.1],
        [-1, 1],
      ]),
    );
    expect(faulty.ok ? [] : faulty.errors).toEqual([
      { kind: "discountOutOfRange", row: 2, discountFraction: 15 },
      { kind: "unsortedThresholds", thresholdsUsd: [500_000, 250_000], rows: [2, 3] },
      { kind: "repeatedThreshold", thresholdUsd: 500_000, rows: [2, 4] },
      { kind: "discountOutOfRange", row: 4, discountFraction: -0.1 },
      {
        kind: "negativeAmount",
        place: { argument: "bands", field: "threshold", row: 5 },
        amountUsd: -1,
      },
      { kind: "discountOutOfRange", row: 5, discountFraction: 1 },
    ]);
  });

  test("refuses an empty table", () => {
    expect(parseBandTable([])).toEqual({ ok: false, errors: [{ kind: "noBands" }] });
  });

  test("takes amounts up to the largest that holds cents, and refuses more", () => {
    expect(parseBandTable(bandRows([[1e15, 0.1]])).ok).toBe(true);
    for (const thresholdUsd of [1e15 + 1, Number.NaN])
      expect(parseBandTable(bandRows([[thresholdUsd, 0.1]]))).toEqual({
        ok: false,
        errors: [
          {
            kind: "amountTooLarge",
            place: { argument: "bands", field: "threshold", row: 1 },
            amountUsd: thresholdUsd,
          },
        ],
      });
  });

  test("begins at $0, with an implied band where the user wrote none", () => {
    expect(table([[250_000, 0.1]]).bands[0]).toEqual({
      thresholdUsd: 0,
      discountFraction: 0,
      name: "",
      terms: {},
      texts: [],
    });
    expect(table([[0.004, 0.1]]).bands).toHaveLength(1);
    expect(writtenThresholds(table([[250_000, 0.1]]))).toEqual([250_000]);
    expect(writtenThresholds(table())).toEqual([0, 250_000, 500_000, 1_000_000]);
  });

  test("names the first of several rows with the same threshold", () => {
    const parsed = parseBandTable(
      bandRows([
        [100, 0],
        [100, 0.1],
        [100, 0.2],
      ]),
    );
    expect(parsed.ok ? [] : parsed.errors).toEqual([
      { kind: "repeatedThreshold", thresholdUsd: 100, rows: [1, 2] },
      { kind: "repeatedThreshold", thresholdUsd: 100, rows: [1, 3] },
    ]);
  });

  test("allows discounts that fall", () => {
    expect(
      parseBandTable(
        bandRows([
          [0, 0.2],
          [100, 0.1],
        ]),
      ).ok,
    ).toBe(true);
  });

  test("takes two thresholds a cent apart, and refuses two that are one to the cent", () => {
    expect(
      parseBandTable(
        bandRows([
          [100, 0],
          [100.01, 0.1],
        ]),
      ).ok,
    ).toBe(true);
    expect(
      parseBandTable(
        bandRows([
          [100, 0],
          [100.004, 0.1],
        ]),
      ).ok,
    ).toBe(false);
  });
});

describe("properties", () => {
  test("where discounts rise, committing more never earns less", () => {
    assertProperty(
      fc.property(risingBands, fc.nat(600_000_000), fc.nat(600_000_000), (pairs, a, b) => {
        const bands = table(pairs);
        expect(bandRate(Math.max(a, b) / 100, bands)).toBeGreaterThanOrEqual(
          bandRate(Math.min(a, b) / 100, bands),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test("a commitment earns the discount that a search from the top finds", () => {
    assertProperty(
      fc.property(risingBands, fc.nat(600_000_000), (pairs, whole) => {
        const reached = pairs.findLast(([thresholdUsd]) => Math.round(thresholdUsd * 100) <= whole);
        expect(bandRate(whole / 100, table(pairs))).toBe(reached?.[1] ?? 0);
      }),
      { numRuns: 1000 },
    );
  });

  test("bands out of order are refused, naming the rows", () => {
    assertProperty(
      fc.property(
        risingBands.filter((pairs) => pairs.length > 1),
        fc.nat(),
        (pairs, pick) => {
          const at = pick % (pairs.length - 1);
          const swapped = pairs.map(
            (pair, index) =>
              (index === at ? pairs[at + 1] : index === at + 1 ? pairs[at] : pair) ?? pair,
          );
          const parsed = parseBandTable(bandRows(swapped));
          const unsorted = parsed.ok
            ? []
            : parsed.errors.filter(({ kind }) => kind === "unsortedThresholds");
          expect(unsorted).toContainEqual(expect.objectContaining({ rows: [at + 1, at + 2] }));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
