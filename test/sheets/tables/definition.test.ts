import { describe, expect, test } from "vitest";
import { certain } from "../../../src/forecast/sample";
import { type TableAxis, valuesOf } from "../../../src/sheets/tables/axis";
import { chooseThresholds, commitmentAxis } from "../../../src/sheets/tables/commitment-axis";
import type { TableContent } from "../../../src/sheets/tables/content";
import { isDefinition } from "../../../src/sheets/tables/definition";
import { definitionOf } from "../../../src/sheets/tables/definition-of";
import { rebuilt } from "../../../src/sheets/tables/rebuilt";
import { type PresentDeal, staleReasonOf } from "../../../src/sheets/tables/staleness";
import { agreement, DEMO, table } from "../../core/deals";

const REFERENCES = {
  bands: "Bands",
  terms: "Terms",
  usage: "Usage",
  commitment: "Commitment",
  forecast: "Forecast",
};

function present(pairs = DEMO, change: Partial<PresentDeal> = {}): PresentDeal {
  const bands = table(pairs);
  return {
    references: REFERENCES,
    bands: pairs.map(([thresholdUsd], index) => ({ row: index + 1, thresholdUsd })),
    inputs: {
      bands,
      agreement: agreement({}, bands),
      usageUsd: 700_000,
      commitmentUsd: 480_000,
      forecast: certain(700_000),
    },
    ...change,
  };
}

const USAGE: TableAxis = {
  kind: "usage",
  usages: { kind: "steps", fromUsd: 1, toUsd: 3, rows: 3 },
};
const COMMITMENT: TableAxis = { kind: "commitment", amountsUsd: [1, 2], pointsBetween: 0 };
const POSITION: TableAxis = {
  kind: "threshold",
  band: { row: 3, thresholdUsd: 500_000 },
  values: [400_000, 500_000, 600_000],
};

function recipe(change: Partial<TableContent> = {}, deal = present()) {
  const content: TableContent = {
    measures: ["cost"],
    rows: USAGE,
    columns: COMMITMENT,
    form: "cells",
    deal: REFERENCES,
    inputs: deal.inputs,
    madeOn: "",
    ...change,
  };
  return definitionOf(
    content,
    deal.bands.map(({ thresholdUsd }) => thresholdUsd),
  );
}

const MOVED = [
  [0, 0],
  [250_000, 0.1],
  [450_000, 0.15],
  [1_000_000, 0.2],
] as const;

describe("staleReasonOf()", () => {
  test("finds none while the deal is as it was, whatever the prices in live formulas", () => {
    const dearer = DEMO.map(([usd, fraction]) => [usd, fraction / 2] as const);
    expect(staleReasonOf(recipe(), present())).toBeNull();
    expect(staleReasonOf(recipe(), present(dearer))).toBeNull();
  });

  test("of commitments around thresholds is that those moved", () => {
    expect(staleReasonOf(recipe(), present(MOVED))).toEqual({ kind: "thresholds" });
  });

  test("of a spilled formula is only that there are more or fewer thresholds", () => {
    expect(staleReasonOf(recipe({ form: "spill" }), present(MOVED))).toBeNull();
    expect(staleReasonOf(recipe({ form: "spill" }), present(MOVED.slice(0, 3)))).toEqual({
      kind: "thresholdCount",
    });
  });

  test("of headings that follow the thresholds is only that there are more or fewer", () => {
    const thresholds = DEMO.map(([usd]) => usd);
    const live = recipe({ columns: commitmentAxis(thresholds, 1) });
    expect(staleReasonOf(live, present(MOVED))).toBeNull();
    expect(staleReasonOf(live, present(MOVED.slice(0, 3)))).toEqual({ kind: "thresholdCount" });
    // A dollar apart, two thresholds share amounts around them.
    const close = [
      [0, 0],
      [250_000, 0.1],
      [250_001, 0.15],
      [1_000_000, 0.2],
    ] as const;
    expect(staleReasonOf(live, present(close))).toEqual({ kind: "thresholdCount" });
    const values = recipe({ columns: commitmentAxis(thresholds, 1), form: "values" });
    expect(staleReasonOf(values, present(MOVED))).toEqual({ kind: "thresholds" });
  });

  test("of a band is that it starts elsewhere", () => {
    const rows: TableAxis = { ...POSITION, kind: "discount", values: [0.1] };
    expect(staleReasonOf(recipe({ rows, columns: null }), present(MOVED))).toEqual({
      kind: "band",
      thresholdUsd: 500_000,
    });
  });

  test("of a position is that a neighbour came in its way", () => {
    const crowded = DEMO.map(([usd, part]) => [usd === 250_000 ? 450_000 : usd, part] as const);
    expect(staleReasonOf(recipe({ rows: POSITION, columns: null }), present(crowded))).toEqual({
      kind: "beyondNeighbours",
      thresholdUsd: 500_000,
    });
  });

  test("of references is only one that the table uses", () => {
    const elsewhere = present(DEMO, { references: { ...REFERENCES, usage: "Sheet1!B2" } });
    expect(staleReasonOf(recipe(), elsewhere)).toBeNull();
    expect(staleReasonOf(recipe({ rows: POSITION }), elsewhere)).toEqual({
      kind: "references",
      before: "Usage",
      now: "Sheet1!B2",
    });
  });

  test("of plain values is any change of price", () => {
    const values = recipe({ form: "values" });
    expect(staleReasonOf(values, present())).toBeNull();
    const { inputs } = present();
    for (const change of [
      { usageUsd: 700_000.01 },
      { commitmentUsd: 0 },
      { forecast: certain(1) },
      { agreement: agreement({ forfeitedFraction: 0.5 }) },
    ])
      expect(staleReasonOf(values, present(DEMO, { inputs: { ...inputs, ...change } }))).toEqual({
        kind: "values",
      });
  });
});

describe("rebuilt()", () => {
  test("goes around the thresholds that there are now", () => {
    expect(rebuilt(recipe(), present(MOVED), "now")?.columns).toMatchObject({
      kind: "commitment",
      amountsUsd: [
        0, 249_999, 250_000, 250_001, 449_999, 450_000, 450_001, 999_999, 1_000_000, 1_000_001,
        1_250_000,
      ],
      pointsBetween: 0,
    });
  });

  test("goes around as many thresholds as before, nearest to the commitment there is now", () => {
    const many = Array.from({ length: 201 }, (_, index) => [index * 10_000, index / 1000] as const);
    const thresholds = many.map(([usd]) => usd);
    const { aroundUsd } = chooseThresholds(thresholds, 1_000_000);
    const columns = commitmentAxis(thresholds, 1, aroundUsd);
    const deal = present(many);
    const made = rebuilt(recipe({ columns }, deal), deal, "now")?.columns;
    expect(made && valuesOf(made)).toContain(480_000);
    expect(made && valuesOf(made).length).toBe(valuesOf(columns).length);
    expect(made && valuesOf(made)).not.toContain(1_000_000);
  });

  test("finds a band by its threshold, else by its place, and keeps a position where it can", () => {
    const added = [[0, 0], [100_000, 0.05], ...DEMO.slice(1)] as const;
    expect(rebuilt(recipe({ rows: POSITION }), present(added), "now")?.rows).toEqual({
      ...POSITION,
      band: { row: 4, thresholdUsd: 500_000 },
    });
    expect(rebuilt(recipe({ rows: POSITION }), present(MOVED), "now")?.rows).toEqual({
      ...POSITION,
      band: { row: 3, thresholdUsd: 450_000 },
    });
  });

  test("lays a position out anew where a neighbour came in its way", () => {
    const crowded = DEMO.map(([usd, part]) => [usd === 250_000 ? 450_000 : usd, part] as const);
    // Half way to the neighbour at $450k, and a fifth above $500k.
    const rows = rebuilt(recipe({ rows: POSITION }), present(crowded), "now")?.rows;
    expect(rows?.kind === "threshold" && [rows.values[0], rows.values.at(-1)]).toEqual([
      475_000, 600_000,
    ]);
    expect(rows?.kind === "threshold" && rows.values).toContain(500_000);
  });

  test("is nothing where the band is gone", () => {
    const rows: TableAxis = { ...POSITION, band: { row: 4, thresholdUsd: 1_000_000 } };
    expect(rebuilt(recipe({ rows }), present(DEMO.slice(0, 3)), "now")).toBeNull();
    expect(rebuilt(recipe(), present([[0, 0.1]]), "now")).toBeNull();
  });

  test("always fits", () => {
    const made = rebuilt(recipe({ rows: POSITION }), present(MOVED), "now");
    if (!made) throw new Error("it can be rebuilt");
    expect(staleReasonOf(recipe(made, present(MOVED)), present(MOVED))).toBeNull();
  });
});

describe("isDefinition()", () => {
  test("knows what definitionOf() made, through text and back", () => {
    expect(isDefinition(JSON.parse(JSON.stringify(recipe())))).toBe(true);
  });

  test.each([
    ["nothing", undefined],
    ["another measure", { ...recipe(), measures: ["regret"] }],
    ["no measure", { ...recipe(), measures: [] }],
    ["another form", { ...recipe(), form: "picture" }],
    ["no rows", { ...recipe(), rows: null }],
    ["no bands", { ...recipe(), deal: {} }],
  ])("refuses %s", (_, value) => {
    expect(isDefinition(value)).toBe(false);
  });
});
