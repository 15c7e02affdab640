import { describe, expect, test } from "vitest";
import { call } from "./shown";

const BANDS = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];

describe("whole columns", () => {
  const ROWS = 1_048_576;
  const column = (rows: readonly (readonly unknown[])[], blanks: readonly unknown[]) =>
    Array.from({ length: ROWS }, (_, row) => rows[row] ?? blanks);

  test("of bands are read, blank as null or as 0", () => {
    expect(call("BAND_RATE", 600_000, column(BANDS, [null, null]))).toBe(0.15);
    expect(call("BAND_RATE", 600_000, column(BANDS, [0, 0]))).toBe(0.15);
  });

  test("of usage are read", () => {
    const months = [[400_000], [600_000]];
    expect(call("EXPECTED_COST", column(months, [null]), 0, BANDS, null)).toBe(500_000);
  });

  test("of one fault are refused in one sentence, which names the rows", () => {
    const column = Array.from({ length: 200_000 }, () => [-1]);
    expect(call("EXPECTED_COST", column, 500_000, BANDS, null)).toMatchObject({
      message: expect.stringMatching(/; the same in items 2 to 200,000\.$/),
    });
    const bands = Array.from({ length: 200_000 }, (_, row) => [row, "x"]);
    expect(call("EXPECTED_COST", 600_000, 500_000, bands, null)).toMatchObject({
      message: expect.stringMatching(/; the same in rows 2 to 200,000\.$/),
    });
  });
});
