import { describe, expect, test } from "vitest";
import { cell } from "../../../src/sheets/native/excel/formula";
import {
  blocksAround,
  type FormerCells,
  formatPortableRecord,
  joinCells,
  parsePortableRecord,
  restoring,
} from "../../../src/sheets/portable/portable-record";
import { shifted } from "../../../src/sheets/portable/references";

const at = (row: number, column: number, former: string, next: string) => ({
  place: cell("Deal", row, column),
  ...{ former, next },
});

/** A grid of a table: two rows, three columns, from B5. */
const GRID = [5, 6].flatMap((row) =>
  [2, 3, 4].map((column) =>
    at(
      row,
      column,
      shifted("=COMMIT.EFFECTIVE_COST($A5,B$4,Bands)", row - 5, column - 2),
      `=Workings!$C$${column}+$A${row}`,
    ),
  ),
);

const GRID_OF_ONE: FormerCells = {
  ...{ kind: "cells", sheet: "Deal", address: "B5:C6" },
  former: "=COMMIT.EFFECTIVE_COST($A5,B$4,Bands)",
  next: "=Workings!$C$9+$A5",
};

describe("joinCells()", () => {
  test("joins cells that are filled from one another, before and after", () => {
    expect(joinCells(GRID).map(({ address }) => address)).toEqual(["B5:B6", "C5:C6", "D5:D6"]);
    const alike = GRID.map((one) => ({ ...one, next: one.next.replace(/\$C\$\d/, "$C$9") }));
    expect(joinCells(alike)).toEqual([{ ...GRID_OF_ONE, address: "B5:D6" }]);
  });

  test.each([
    ["another row", [at(1, 1, "=A1", "=1"), at(3, 1, "=A3", "=1")]],
    ["another column", [at(1, 1, "=A1", "=1"), at(1, 3, "=C1", "=1")]],
    ["another former formula", [at(1, 1, "=A1", "=1"), at(2, 1, "=A1", "=1")]],
    ["another next formula", [at(1, 1, "=A1", "=1"), at(2, 1, "=A2", "=2")]],
  ])("keeps cells apart: %s", (_, cells) => {
    expect(joinCells(cells)).toHaveLength(2);
  });

  test("is read again as it was", () => {
    const joined = joinCells(GRID);
    const record = {
      cells: joined,
      blocks: blocksAround(joined, ["Deal"], (index) => `Name_${index}`),
    };
    expect(parsePortableRecord(formatPortableRecord(record))).toEqual(record);
    expect(record.blocks).toEqual([{ sheet: "Deal", address: "A4:D6", name: "Name_0" }]);
  });
});

describe("restoring()", () => {
  const now = (change: Record<string, string> = {}) =>
    [5, 6].map((row) =>
      ["B", "C"].map((column) => change[`${column}${row}`] ?? `=Workings!$C$9+$A${row}`),
    );

  test("gives every cell its own former formula", () => {
    expect(restoring(GRID_OF_ONE, now())).toEqual({
      changed: [],
      cells: [5, 6].map((row) =>
        ["B", "C"].map((column) => `=COMMIT.EFFECTIVE_COST($A${row},${column}$4,Bands)`),
      ),
    });
  });

  test("knows its formula with quotes that Excel leaves out", () => {
    expect(restoring(GRID_OF_ONE, now({ B5: "='Workings'!$C$9+$A5" })).changed).toEqual([]);
  });

  test("leaves what was changed since, and what was put back already", () => {
    const { cells, changed } = restoring(
      GRID_OF_ONE,
      now({ B5: "=1", C6: "=COMMIT.EFFECTIVE_COST($A6,C$4,Bands)" }),
    );
    expect(changed).toEqual(["B5"]);
    expect(cells.flat().map((one) => one === null)).toEqual([true, false, false, true]);
  });

  test("puts a spill back into its first cell, and blanks the others", () => {
    const spill: FormerCells = {
      ...{ kind: "spill", sheet: "Deal", address: "A1:A2" },
      ...{ former: "=COMMIT.THRESHOLDS(B)", next: '=IF(Workings!A9="","",Workings!A9)' },
    };
    const held = ['=IF(Workings!A9="","",Workings!A9)', '=IF(Workings!A10="","",Workings!A10)'];
    expect(
      restoring(
        spill,
        held.map((one) => [one]),
      ),
    ).toEqual({
      changed: [],
      cells: [["=COMMIT.THRESHOLDS(B)"], [""]],
    });
    expect(restoring(spill, [[held[0]], ["mine"]])).toEqual({
      changed: ["A2"],
      cells: [[null], [null]],
    });
  });
});
