import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { usagesOf } from "../../../src/sheets/tables/axis";
import type { Anchor, TableContent } from "../../../src/sheets/tables/content";
import { layOutTable } from "../../../src/sheets/tables/layout";
import { MEASURES } from "../../../src/sheets/tables/measure";

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
const SPREAD = { kind: "spread", values: [0, 0.35] } as const;
const steps = (rows: number) =>
  ({ kind: "usage", usages: { kind: "steps", fromUsd: 0, toUsd: 1e6, rows } }) as const;

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
    expect(layOutTable(content, anchor, US_DOLLAR).cells).toEqual([
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
      US_DOLLAR,
    );
    expect(cells[1]?.[1]).toBe("=COMMIT.EFFECTIVE_DISCOUNT($A5,B$4,Bands)");
  });

  test("writes a large table as one formula over the same axes", () => {
    const spilled = layOutTable(
      { ...content, form: "spill", measures: ["saving"] },
      anchor,
      US_DOLLAR,
    );
    expect(spilled.cells).toEqual([
      [
        '=COMMIT.SENSITIVITY(SEQUENCE(3,1,400000,100000),COMMIT.THRESHOLD_AXIS(Bands,1),Bands,Terms,"saving")',
      ],
    ]);
    expect([spilled.rows, spilled.columns]).toEqual([4, 3]);
  });

  test.each(MEASURES)("has a title and a formula for %s", (measure) => {
    const { title, cells } = layOutTable({ ...content, measures: [measure] }, anchor, US_DOLLAR);
    expect(title.toLowerCase()).toContain(measure === "cost" ? "effective cost" : measure);
    expect(cells[1]?.[1]).toMatch(/^=/);
  });

  test("shows cents where a heading has them", () => {
    expect(layOutTable(content, anchor, US_DOLLAR).columnFormat).toBe("$#,##0");
    const columns = { kind: "commitment", amountsUsd: [250_000.01], pointsBetween: 1 } as const;
    expect(layOutTable({ ...content, columns }, anchor, US_DOLLAR).columnFormat).toBe("$#,##0.00");
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

describe("the edge of breaking even", () => {
  const edge = (change: Partial<TableContent> = {}) =>
    layOutTable({ ...content, ...change }, anchor, US_DOLLAR).bodies[0]?.edge ?? [];

  test("is asked of both cells and of the usage beside them, in each of four ways", () => {
    expect(edge().map(({ formula }) => formula)).toEqual([
      "=AND(COUNT(B5,C5)=2,NOT(B5>$A5),C5>$A5)",
      "=AND(COUNT(C5,B5)=2,NOT(C5>$A5),B5>$A5)",
      "=AND(COUNT(B5,B6)=2,NOT(B5>$A5),B6>$A6)",
      "=AND(COUNT(B6,B5)=2,NOT(B6>$A6),B5>$A5)",
    ]);
    // 3 rows and 2 columns: each rule leaves out the cells that have none beside them that way.
    expect(edge().map(({ row, column, rows, columns }) => [row, column, rows, columns])).toEqual([
      [0, 0, 3, 1],
      [0, 1, 3, 1],
      [0, 0, 2, 2],
      [1, 0, 2, 2],
    ]);
  });

  test("is asked of the usage that is held above, where it is on no axis", () => {
    const rows = { kind: "share", values: [0, 1] } as const;
    expect(edge({ rows })[0]?.formula).toBe("=AND(COUNT(B7,C7)=2,NOT(B7>$B$4),C7>$B$4)");
  });

  test.each([
    ["a measure without one", { measures: ["expectedShortfall"], rows: SPREAD }],
    ["one column", { columns: null }],
    ["a table too large to be read cell by cell", { rows: steps(2_001) }],
  ] as const)("is not marked in %s", (_, change) => {
    expect(edge(change)).toEqual([]);
    expect(layOutTable({ ...content, ...change }, anchor, US_DOLLAR).note).not.toContain("Bold");
  });
});

describe("the chart beside a table", () => {
  const chart = (change: Partial<TableContent>) =>
    layOutTable({ ...content, ...change }, anchor, US_DOLLAR).chart;

  test("has commitment along it on whichever side it stands, and the other axis as lines", () => {
    expect(chart({})).toMatchObject({
      across: "columns",
      lines: [{ name: "Usage $400k" }, {}, {}],
    });
    const { rows, columns } = content;
    expect(columns && chart({ rows: columns, columns: rows })).toMatchObject({
      across: "rows",
      acrossTitle: "Commitment, USD",
    });
  });

  test("has at most six lines, the first and the last among them", () => {
    expect(chart({ rows: steps(21) })?.lines.map(({ at }) => at)).toEqual([1, 5, 9, 13, 17, 21]);
  });

  test("has only measures of one unit beside each other", () => {
    const measures = ["saving", "cost", "discount", "shortfall", "utilization"] as const;
    expect(chart({ measures, columns: null })).toMatchObject({
      across: "rows",
      upTitle: "USD",
      lines: [
        { at: 1, name: "Saving against list prices" },
        { at: 2, name: "Effective cost" },
        { at: 4, name: "Shortfall" },
      ],
    });
  });

  test("is none of a single point", () => {
    expect(chart({ rows: { kind: "share", values: [1] }, columns: null })).toBeNull();
  });
});
