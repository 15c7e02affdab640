import { describe, expect, test } from "vitest";
import { layOutTable } from "../../src/sensitivity/layout";
import { MEASURES } from "../../src/sensitivity/measure";
import { usagesOf } from "../../src/sensitivity/table-axis";
import type { Anchor, TableContent } from "../../src/sensitivity/table-content";

const content: TableContent = {
  measures: ["cost"],
  rows: {
    kind: "usage",
    usages: { kind: "steps", fromUsd: 400_000, toUsd: 600_000, rows: 3 },
  },
  columns: { kind: "commitment", amountsUsd: [249_999, 250_000], pointsBetween: 1 },
  form: "cells",
  deal: {
    bands: "Bands",
    terms: "Terms",
    usage: "Usage",
    commitment: "Commitment",
    forecast: "Forecast",
  },
  inputs: null,
  madeOn: "November 25, 2026 at 3:00 PM",
};
const { deal } = content;

/** As if the block began in A1, so that the headings stand in row 4. */
const anchor: Anchor = (row, column, fixed) => {
  const letter = String.fromCharCode(65 + column);
  return {
    column: `$${letter}${row + 1}`,
    row: `${letter}$${row + 1}`,
    both: `$${letter}$${row + 1}`,
    none: `${letter}${row + 1}`,
  }[fixed];
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
    const { cells } = layOutTable(
      { ...content, measures: ["discount"], deal: { ...deal, terms: null } },
      anchor,
    );
    expect(cells[1]?.[1]).toBe("=COMMIT.EFFECTIVE_DISCOUNT($A5,B$4,Bands)");
  });

  test("writes a large table as one formula over the same axes", () => {
    const spilled = layOutTable({ ...content, form: "spill", measures: ["saving"] }, anchor);
    expect(spilled.cells).toEqual([
      [
        '=COMMIT.SENSITIVITY(SEQUENCE(3,1,400000,100000),COMMIT.THRESHOLD_AXIS(Bands,1),Bands,Terms,"saving")',
      ],
    ]);
    expect([spilled.rows, spilled.columns]).toEqual([4, 3]);
  });

  test.each(MEASURES)("has a title and a formula for %s", (measure) => {
    const { title, cells } = layOutTable({ ...content, measures: [measure] }, anchor);
    expect(title.toLowerCase()).toContain(measure === "cost" ? "effective cost" : measure);
    expect(cells[1]?.[1]).toMatch(/^=/);
  });

  test("shows cents where a heading has them", () => {
    expect(layOutTable(content, anchor).columnFormat).toBe("$#,##0");
    const columns = { kind: "commitment", amountsUsd: [250_000.01], pointsBetween: 1 } as const;
    expect(layOutTable({ ...content, columns }, anchor).columnFormat).toBe("$#,##0.00");
  });
});

describe("usagesOf()", () => {
  test("runs from the first to the last in even steps", () => {
    expect(usagesOf({ kind: "steps", fromUsd: 400_000, toUsd: 600_000, rows: 3 })).toEqual([
      400_000, 500_000, 600_000,
    ]);
    expect(usagesOf({ kind: "steps", fromUsd: 5, toUsd: 9, rows: 1 })).toEqual([5]);
  });
});
