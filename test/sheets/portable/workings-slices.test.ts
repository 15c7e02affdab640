import { describe, expect, test } from "vitest";
import type { WorkingsArea } from "../../../src/sheets/portable/workings-sheet";
import { workingsSlices } from "../../../src/sheets/portable/workings-slices";

/** Rows of two cells of so many letters, each with its format. */
function area(row: number, rows: number, letters: number): WorkingsArea {
  const line = (at: number) => [`${at}`.padEnd(letters, "x"), at];
  return {
    ...{ row, column: 0, cells: Array.from({ length: rows }, (_, at) => line(at)) },
    formats: { of: "cells", each: Array.from({ length: rows }, (_, at) => [`${at}`, "0"]) },
  };
}

/** Each row of some slices: where it is, what it holds and how it looks. */
const rowsIn = (slices: readonly (readonly WorkingsArea[])[]) =>
  slices
    .flat()
    .flatMap(({ row, cells, formats }) =>
      cells.map((line, down) => [row + down, line, formats.of === "cells" && formats.each[down]]),
    );

const sizeOf = (slice: readonly WorkingsArea[]) =>
  JSON.stringify(slice.map(({ cells, formats }) => [cells, formats.each])).length;

describe("workingsSlices()", () => {
  test("keep all rows in their places, none larger than what goes at once", () => {
    const areas = [area(0, 3, 20), area(4, 200, 50), area(210, 1, 10), area(212, 40, 90)];
    const slices = workingsSlices(areas, 2000);
    expect(slices.length).toBeGreaterThan(8);
    for (const slice of slices) expect(sizeOf(slice)).toBeLessThan(2000);
    expect(rowsIn(slices)).toEqual(rowsIn([areas]));
  });

  test("are one where all goes at once, as it was given", () => {
    const areas = [area(0, 3, 20), area(4, 5, 50)];
    expect(workingsSlices(areas)).toEqual([areas]);
    expect(workingsSlices(areas)[0]?.[1]).toBe(areas[1]);
  });

  test("have a row to themselves where one is larger than what goes at once", () => {
    expect(workingsSlices([area(0, 3, 5000)], 2000).map((slice) => rowsIn([slice]).length)).toEqual(
      [1, 1, 1],
    );
  });
});
