import { describe, expect, test } from "vitest";
import { callAsCell, loadBuiltFunctions } from "../support/built-functions";

const functions = loadBuiltFunctions();
const tierCost = (...args: readonly unknown[]) => callAsCell(functions, "TIER_COST", args);

const BANDS = [
  ["Threshold", "Discount", "Name", "Overage", "Overage premium", "Forfeited share", "Contact"],
  ["$0", "0%", "", "", "", "", ""],
  ["$250k", "10%", "Growth", "committed", 0.05, 0.5, "A. Person"],
  [500_000, 0.15, "Scale", "step-up", 0, 0, "B. Person"],
];

describe("TIER_COST()", () => {
  test("does not price the terms of a band, which are a commitment's", () => {
    const bare = BANDS.map((row) => row.slice(0, 3));
    for (const method of ["all-units", "graduated", "graduated net", "round up"])
      expect(tierCost(600_000, BANDS, method, null)).toBe(tierCost(600_000, bare, method, null));
    expect(tierCost(600_000, BANDS, null, null)).toBe(510_000);
  });

  test("refuses a term of a band that cannot be read", () => {
    const faulty = BANDS.map((row, index) => (index === 2 ? row.with(3, "free") : row));
    expect(tierCost(600_000, faulty, null, null)).toEqual({
      code: "#VALUE!",
      message: 'Overage in row 3 of bands is "free": give list, committed, step-up or re-rate.',
    });
  });

  test("takes blanks for the method and the boundary in every shape that Excel sends", () => {
    for (const blank of [null, undefined, "", 0, [[""]]])
      expect(tierCost(250_000, BANDS, blank, blank)).toBe(225_000);
  });

  test("takes the boundary in the words of contracts", () => {
    expect(tierCost(250_000, BANDS, "All units", "Up to and including")).toBe(250_000);
  });

  test("names every wrong argument at once", () => {
    expect(tierCost(-1, [[0, 15]], "volume", "below")).toEqual({
      code: "#VALUE!",
      message:
        "Usage is -1: give an amount of 0 or more. " +
        "Discount in row 1 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%. " +
        'Method is "volume": give all-units, graduated, graduated net or round up. ' +
        'Boundary is "below": give at or above or up to.',
    });
  });
});
