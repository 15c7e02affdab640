import { describe, expect, test } from "vitest";
import { callAsCell, isCellError, loadBuiltFunctions } from "../support/built-functions";

const functions = loadBuiltFunctions();
const call = (id: string, ...args: readonly unknown[]) => callAsCell(functions, id, args);

const DEMO = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];
const COMMITTED = [["Overage", "committed"]];

/** A spilled table by heading, with the code of an error in place of it. */
function thresholds(...args: readonly unknown[]): readonly Readonly<Record<string, unknown>>[] {
  const [headings = [], ...rows] = call("THRESHOLDS", ...args) as unknown[][];
  return rows.map((row) =>
    Object.fromEntries(
      row.map((value, index) => [String(headings[index]), isCellError(value) ? value.code : value]),
    ),
  );
}

const verdicts = (...args: readonly unknown[]) => thresholds(...args).map((row) => row["Verdict"]);

describe("BREAKEVEN_USAGE() and TOLERABLE_WASTE()", () => {
  test.each(["BREAKEVEN_USAGE", "TOLERABLE_WASTE"])(
    "%s refuses a target that is not above the commitment, to the cent",
    (id) => {
      for (const target of [250_000, 250_000.004, 100])
        expect(call(id, 250_000, target, DEMO, null)).toEqual({
          code: "#VALUE!",
          message: `Target is ${target.toLocaleString("en-US", { maximumFractionDigits: 3 })}: give an amount above the commitment, which is 250,000.`,
        });
      expect(call(id, null, null, DEMO, null)).toEqual({
        code: "#VALUE!",
        message: "Target is 0: give an amount above 0.",
      });
      expect(typeof call(id, 250_000, 250_000.01, DEMO, null)).toBe("number");
    },
  );

  test.each(["BREAKEVEN_USAGE", "TOLERABLE_WASTE"])("%s names every wrong argument", (id) => {
    expect(call(id, -1, "lots", [[0, 15]], [["Overage", "free"]])).toEqual({
      code: "#VALUE!",
      message:
        "Commitment is -1: give an amount of 0 or more. " +
        'Target is "lots": give a number. ' +
        "Discount in row 1 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%. " +
        'Overage in row 1 of terms is "free": give list, committed, step-up or re-rate.',
    });
  });

  test("count the terms of the target's band", () => {
    // A fifth of an unused 500,000 is refunded: 500,000 - 0.2 (500,000 - 0.85 U) = 250,000 + U - 277,777.78.
    const bands = [
      ["Threshold", "Discount", "Name", "Forfeited share"],
      [250_000, 0.1, "", ""],
      [500_000, 0.15, "", 0.8],
    ];
    const usage = call("BREAKEVEN_USAGE", 250_000, 500_000, bands, null);
    expect(usage).toBeCloseTo((400_000 - 250_000 + 250_000 / 0.9) / 0.83, 6);
    expect(call("TOLERABLE_WASTE", 250_000, 500_000, bands, null)).toBeCloseTo(
      1 - (0.85 * Number(usage)) / 500_000,
      12,
    );
  });

  test("say why a target never pays", () => {
    const falling = [
      [100_000, 0.3],
      [200_000, 0.1],
    ];
    for (const id of ["BREAKEVEN_USAGE", "TOLERABLE_WASTE"])
      expect(call(id, 100_000, 200_000, falling, COMMITTED)).toEqual({
        code: "#N/A",
        message: "There is no break-even: at every usage $200k costs more than $100k.",
      });
  });
});

describe("DISCOUNT_NEEDED()", () => {
  test("refuses a target of 0, which is no commitment", () => {
    for (const target of [0, null, 0.004])
      expect(call("DISCOUNT_NEEDED", 700_000, target, DEMO, null)).toEqual({
        code: "#VALUE!",
        message: `Target is ${target ?? 0}: give an amount above 0.`,
      });
  });

  test("does not count the row at the target, and does count higher ones", () => {
    // Without the row at 500,000: 250,000 at 10% costs 630,000; 1,000,000 at 20% is not reached by 700,000.
    expect(call("DISCOUNT_NEEDED", 700_000, 500_000, DEMO, COMMITTED)).toBeCloseTo(0.1, 12);
    // 1,000,000 at 20% costs 1,040,000 of 1,300,000.
    expect(call("DISCOUNT_NEEDED", 1_300_000, 500_000, DEMO, COMMITTED)).toBeCloseTo(0.2, 12);
  });
});

describe("THRESHOLDS()", () => {
  test("has a row for each threshold above 0 with its cost and saving", () => {
    expect(thresholds(600_000, 250_000, DEMO, COMMITTED)).toEqual([
      {
        Threshold: 250_000,
        Discount: 0.1,
        "Extra commitment": 0,
        "Break-even usage": "#N/A",
        "Tolerable waste": "#N/A",
        "Cost at this usage": 540_000,
        Saving: 0,
        Verdict: "current commitment",
      },
      {
        Threshold: 500_000,
        Discount: 0.15,
        "Extra commitment": 250_000,
        "Break-even usage": expect.closeTo(500_000 / 0.9, 6),
        "Tolerable waste": expect.closeTo(1 / 18, 12),
        "Cost at this usage": expect.closeTo(510_000, 6),
        Saving: expect.closeTo(30_000, 6),
        Verdict: "saves",
      },
      {
        Threshold: 1_000_000,
        Discount: 0.2,
        "Extra commitment": 750_000,
        "Break-even usage": expect.closeTo(1_000_000 / 0.9, 6),
        "Tolerable waste": expect.closeTo(1 / 9, 12),
        "Cost at this usage": 1_000_000,
        Saving: -460_000,
        Verdict: "dearer: needs usage of $1,111,112",
      },
    ]);
  });

  test("gives the usage up to which a lower threshold would have been enough", () => {
    expect(verdicts(400_000, 500_000, DEMO, COMMITTED)).toEqual([
      "saves until $555,555",
      "current commitment",
      "dearer: needs usage of $1,176,471",
    ]);
    expect(verdicts(600_000, 500_000, DEMO, COMMITTED)[0]).toBe(
      "dearer: needs usage below $555,555",
    );
    expect(thresholds(400_000, 500_000, DEMO, COMMITTED)[0]).toMatchObject({
      "Extra commitment": -250_000,
      "Break-even usage": "#N/A",
      Saving: 140_000,
    });
  });

  test("compares costs to the cent", () => {
    // Against no commitment, 250,000 breaks even at 250,000 exactly.
    expect(verdicts(250_000, 0, DEMO, COMMITTED)[0]).toBe("breaks even");
    expect(verdicts(249_999.996, 0, DEMO, COMMITTED)[0]).toBe("breaks even");
    expect(verdicts(249_999.99, 0, DEMO, COMMITTED)[0]).toBe("dearer: needs usage of $250,000");
    expect(verdicts(250_000.01, 0, DEMO, COMMITTED)[0]).toBe("saves");
    expect(verdicts(600_000, 250_000.004, DEMO, COMMITTED)[0]).toBe("current commitment");
  });

  test("says never, and the usage from which a threshold becomes dearer again", () => {
    const bands = [
      ["Threshold", "Discount", "Name", "Overage"],
      [100_000, 0.1, "", "committed"],
      [200_000, 0.2, "", "list"],
      [400_000, 0.05, "", "committed"],
    ];
    // 100,000 continues at 90%; 200,000 buys 250,000 and continues at list: equal at 222,222.22 and at 500,000.
    expect(verdicts(300_000, 100_000, bands, null)).toEqual([
      "current commitment",
      "saves until $500,000",
      "never pays",
    ]);
    expect(verdicts(150_000, 100_000, bands, null)[1]).toBe(
      "dearer: needs usage of $222,223 until $500,000",
    );
    expect(verdicts(500_000, 100_000, bands, null)[1]).toBe("breaks even");
    expect(verdicts(600_000, 100_000, bands, null)[1]).toBe(
      "dearer: needs usage of $222,223 until $500,000",
    );
  });

  test("searches up where costs only touch, or where a threshold pays at little usage", () => {
    // Half of 500,000 is refunded, so at no usage at all it costs 250,000 too; the next time is at 483,091.79.
    const half = (share: number) => [
      ["Threshold", "Discount", "Name", "Forfeited share"],
      [250_000, 0.1, "", "100%"],
      [500_000, 0.15, "", share],
    ];
    expect(verdicts(300_000, 250_000, half(0.5), null)[1]).toBe("dearer: needs usage of $483,092");
    // With 0.4 it begins at 200,000 and stays below 250,000 until 50,000/0.51 of usage.
    expect(verdicts(90_000, 250_000, half(0.4), null)[1]).toBe("saves until $98,039");
    expect(verdicts(100_000, 250_000, half(0.4), null)[1]).toBe("dearer: needs usage of $464,853");
    expect(verdicts(300_000, 500_000, half(0.4), null)[0]).toBe("saves until $464,852");
  });

  test("carries the texts of bands as written, then their own terms, inherited where blank", () => {
    const bands = [
      ["Threshold", "Discount", "Contact", "Forfeited share", "Rate lock", "", "Overage"],
      [0, 0, "", "", "", "", ""],
      [250_000, 0.1, "", "50%", "12 months", "", ""],
      [500_000, 0.15, "Named", "", "", "", "step-up"],
    ];
    const table = call("THRESHOLDS", 600_000, 250_000, bands, COMMITTED) as unknown[][];
    expect(table.map((row) => row.slice(8))).toEqual([
      ["Contact", "Rate lock", "Overage", "Forfeited share"],
      ["", "12 months", "committed", 0.5],
      ["Named", "", "step-up", 1],
    ]);
  });

  test("keeps two columns of one heading, and one of texts without a heading", () => {
    const bands = [
      ["Threshold", "Discount", "Name", "Note", "Note", ""],
      [250_000, 0.1, "Growth", "a", "b", "c"],
    ];
    const table = call("THRESHOLDS", 600_000, 0, bands, null) as unknown[][];
    expect(table.map((row) => row.slice(8))).toEqual([
      ["Note", "Note", ""],
      ["a", "b", "c"],
    ]);
  });

  test("is its headings alone where no threshold is above 0", () => {
    expect(call("THRESHOLDS", 600_000, 0, [[0, 0.1]], null)).toHaveLength(1);
  });

  test("gives the rest of a row where break-even and waste are not available, and why they are not", () => {
    const [, first] = call("THRESHOLDS", 600_000, 500_000, DEMO, null) as unknown[][];
    for (const cell of [first?.[3], first?.[4]])
      expect(cell).toMatchObject({
        code: "#N/A",
        message:
          "$250k is not above the commitment of $500k, so there is no step up to break even on.",
      });
    expect(first?.[5]).toBe(572_222.2222222222);
  });

  test("names every wrong argument once", () => {
    expect(call("THRESHOLDS", "500.000", -1, [[0, 15]], null)).toEqual({
      code: "#VALUE!",
      message:
        'Usage is "500.000", which may mean 500 or 500,000: write 500 or 500000. ' +
        "Commitment is -1: give an amount of 0 or more. " +
        "Discount in row 1 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.",
    });
  });
});
