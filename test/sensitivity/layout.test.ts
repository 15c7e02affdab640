import { describe, expect, test } from "vitest";
import { layOutTable, type TableContent, usagesOf } from "../../src/sensitivity/layout";
import { MEASURES } from "../../src/sensitivity/measure";

const content: TableContent = {
  measure: "cost",
  rows: { kind: "steps", fromUsd: 400_000, toUsd: 600_000, rows: 3 },
  commitmentsUsd: [249_999, 250_000],
  form: "cells",
  pointsBetween: 1,
  bands: "Bands",
  terms: "Terms",
};

/** As if the heading row were row 4 and the first column A. */
const anchor = (row: number, column: number, fixed: "row" | "column"): string => {
  const letter = String.fromCharCode(65 + column);
  return fixed === "column" ? `$${letter}${row + 4}` : `${letter}$${row + 4}`;
};

describe("layOutTable()", () => {
  test("writes one formula throughout, with the row and the column fixed", () => {
    expect(layOutTable(content, anchor).cells).toEqual([
      ["Usage ↓ Commitment →", 249_999, 250_000],
      [
        400_000,
        "=COMMIT.EFFECTIVE_COST($A5,B$4,Bands,Terms)",
        "=COMMIT.EFFECTIVE_COST($A5,C$4,Bands,Terms)",
      ],
      [
        500_000,
        "=COMMIT.EFFECTIVE_COST($A6,B$4,Bands,Terms)",
        "=COMMIT.EFFECTIVE_COST($A6,C$4,Bands,Terms)",
      ],
      [
        600_000,
        "=COMMIT.EFFECTIVE_COST($A7,B$4,Bands,Terms)",
        "=COMMIT.EFFECTIVE_COST($A7,C$4,Bands,Terms)",
      ],
    ]);
  });

  test("leaves the terms out where there are none", () => {
    const { cells } = layOutTable({ ...content, measure: "discount", terms: null }, anchor);
    expect(cells[1]?.[1]).toBe("=COMMIT.EFFECTIVE_DISCOUNT($A5,B$4,Bands)");
  });

  test("writes a large table as one formula over the same axes", () => {
    const spilled = layOutTable({ ...content, form: "spill", measure: "saving" }, anchor);
    expect(spilled.cells).toEqual([
      [
        '=COMMIT.SENSITIVITY(SEQUENCE(3,1,400000,100000),COMMIT.THRESHOLD_AXIS(Bands,1),Bands,Terms,"saving")',
      ],
    ]);
    expect([spilled.rows, spilled.columns]).toEqual([4, 3]);
  });

  test.each(MEASURES)("has a title and a formula for %s", (measure) => {
    const { title, cells } = layOutTable({ ...content, measure }, anchor);
    expect(title.toLowerCase()).toContain(measure === "cost" ? "effective cost" : measure);
    expect(cells[1]?.[1]).toMatch(/^=/);
  });

  test("shows cents where a heading has them", () => {
    expect(layOutTable(content, anchor).headingFormat).toBe("$#,##0");
    expect(layOutTable({ ...content, commitmentsUsd: [250_000.01] }, anchor).headingFormat).toBe(
      "$#,##0.00",
    );
  });
});

describe("usagesOf()", () => {
  test("runs from the first to the last in even steps", () => {
    expect(usagesOf(content.rows)).toEqual([400_000, 500_000, 600_000]);
    expect(usagesOf({ kind: "steps", fromUsd: 5, toUsd: 9, rows: 1 })).toEqual([5]);
  });
});
