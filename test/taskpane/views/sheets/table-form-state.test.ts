import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import { readDealCells } from "../../../../src/deal/parse-deal";
import { valuesOf } from "../../../../src/sheets/tables/axis";
import {
  columnsSentence,
  placeSentence,
  selectedSentence,
  sizeSentence,
} from "../../../../src/taskpane/views/sheets/table-form-messages";
import {
  FRESH_FORM,
  readTableForm,
  type TableForm,
} from "../../../../src/taskpane/views/sheets/table-form-state";
import { dealCells } from "../../pane-scenarios";

type Deal = Parameters<typeof dealCells>[0];

function read(change: Partial<TableForm> = {}, deal: Deal = {}) {
  return readTableForm({ ...FRESH_FORM, ...change }, readDealCells(dealCells(deal)), US_DOLLAR);
}

describe("readTableForm()", () => {
  test("asks for a table of the example without a word typed", () => {
    const { request, size, spilled, obstacles } = read();
    expect(obstacles).toEqual([]);
    expect(size).toEqual({ rows: 15, columns: 15 });
    expect(spilled).toBe(false);
    expect(request).toEqual({
      measures: ["cost"],
      rows: {
        kind: "usage",
        usages: { kind: "steps", fromUsd: 350_000, toUsd: 1_050_000, rows: 15 },
      },
      columns: {
        kind: "commitment",
        amountsUsd: [
          0, 125_000, 249_999, 250_000, 250_001, 375_000, 499_999, 500_000, 500_001, 750_000,
          999_999, 1_000_000, 1_000_001, 1_125_000, 1_250_000,
        ],
        pointsBetween: 1,
        // THRESHOLD_AXIS answers $1 as well, second.
        places: [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16].map((at) => ({ at })),
      },
      form: "cells",
      inputs: expect.objectContaining({ usageUsd: 700_000, commitmentUsd: 480_000 }),
      thresholdsUsd: [0, 250_000, 500_000, 1_000_000],
      destination: { kind: "newSheet" },
      deal: {
        bands: "Bands",
        terms: "Terms",
        usage: "Usage",
        commitment: "Commitment",
        forecast: "Forecast",
        schedule: null,
      },
    });
  });

  test.each([
    ["the usage, in round steps", { usage: 612_345 }, [300_000, 950_000]],
    ["the commitment where there is no usage", { usage: "" }, [200_000, 750_000]],
    [
      "the last threshold where there is neither",
      { usage: "", commitment: 0 },
      [500_000, 1_500_000],
    ],
  ] as const)("begins with at least 50%% to 150%% of %s", (_, deal, [fromUsd, toUsd]) => {
    expect(read({}, deal).request?.rows).toMatchObject({ usages: { fromUsd, toUsd } });
  });

  test("a default keeps up with the deal until something is typed", () => {
    expect(read({ usageFrom: "100k" }, { usage: 1e6 }).request?.rows).toMatchObject({
      usages: { fromUsd: 100_000, toUsd: 1_500_000 },
    });
  });

  test.each([
    ["250k", 250_000, "$250,000"],
    ["0.9M", 900_000, "$900,000"],
    ["1,000", 1_000, "$1,000"],
    ["$ 300 000", 300_000, "$300,000"],
  ])("understands %s and says how", (text, usd, echo) => {
    const { request, fields } = read({ usageFrom: text });
    expect(request?.rows).toMatchObject({ usages: { fromUsd: usd } });
    expect(fields.usageFrom).toEqual({ text, echo, error: "" });
  });

  test("echoes nothing where the text already says it", () => {
    expect(read().fields.usageFrom).toEqual({ text: "$350,000", echo: "", error: "" });
    expect(read({ rows: "12" }).fields.rows.echo).toBe("");
  });

  test.each([
    [
      { usageFrom: "500.000" },
      "usageFrom",
      'Usage from is "500.000", which may mean 500 or 500,000: write 500 or 500000.',
    ],
    [{ usageFrom: "lots" }, "usageFrom", 'Usage from is "lots": give a number.'],
    [
      { usageFrom: " " },
      "usageFrom",
      "Usage from is missing: give an amount in USD, such as 250k.",
    ],
    [{ usageFrom: "-5" }, "usageFrom", "Usage from is -5: give an amount of 0 or more."],
    [
      { usageTo: "50%" },
      "usageTo",
      'Usage to is "50%": give an amount in USD, such as 250000 or 250k.',
    ],
    [
      { usageTo: "350k" },
      "usageTo",
      "Usage to is 350,000: give an amount above usage from, which is $350,000.",
    ],
    [{ rows: "1" }, "rows", "Rows is 1: give a whole number from 2 to 10,000."],
    [{ rows: "2.5" }, "rows", "Rows is 2.5: give a whole number from 2 to 10,000."],
    [{ rows: "" }, "rows", "Rows is missing: give a whole number from 2 to 10,000."],
    [
      { pointsBetween: "1001" },
      "pointsBetween",
      "Points between is 1,001: give a whole number from 0 to 1,000.",
    ],
  ] as const)("refuses %j beside its field", (change, field, sentence) => {
    const { fields, obstacles, otherObstacles, request } = read(change);
    expect(fields[field].error).toBe(sentence);
    expect(obstacles).toEqual([sentence]);
    expect(otherObstacles).toEqual([]);
    expect(request).toBeUndefined();
  });

  test("names every field that is wrong", () => {
    expect(read({ usageFrom: "x", rows: "y", pointsBetween: "z" }).obstacles).toHaveLength(3);
  });

  test("takes rows from selected cells, whatever stands in the fields", () => {
    const cells = [["Usage"], [400e3], [""], ["600k"]];
    const selected = { reference: "Forecast!B3:B6", cells };
    const { request, size } = read({ selected, usageFrom: "x" });
    expect(request?.rows).toEqual({
      kind: "usage",
      usages: {
        kind: "range",
        reference: "Forecast!B3:B6",
        usagesUsd: [400_000, 600_000],
      },
    });
    expect(size).toEqual({ rows: 2, columns: 15 });
  });

  test("refuses a selection that is a block, or holds no amounts", () => {
    const block = {
      reference: "A1:B2",
      cells: [
        [1, 2],
        [3, 4],
      ],
    };
    expect(read({ selected: block }).obstacles).toEqual([
      "One row or column of usages is missing: give cells of a single row or column (2 rows by 2 columns are selected).",
    ]);
    expect(read({ selected: { reference: "A1", cells: [] } }).obstacles).toEqual([
      "Selected cells is missing: give a row or column of amounts in USD.",
    ]);
  });

  test("writes one formula above 10,000 cells, with the columns that it will answer", () => {
    const { request, spilled, size } = read({ rows: "1000" });
    expect(spilled).toBe(true);
    expect(request?.form).toBe("spill");
    // THRESHOLD_AXIS also goes around the band at $0, so 1 stands there as well.
    expect(request?.columns && valuesOf(request.columns).slice(0, 3)).toEqual([0, 1, 125_000]);
    expect(size?.columns).toBe(16);
    expect(read({ rows: "666" }).spilled).toBe(false);
  });

  test("refuses more cells than one formula answers", () => {
    const { obstacles, request } = read({ rows: "10000", pointsBetween: "100" });
    expect(obstacles).toEqual([
      "The table would have 7,001 rows and 412 columns: give at most 1,000,000 cells.",
    ]);
    expect(request).toBeUndefined();
  });

  test("waits for bands and terms that can be read", () => {
    expect(read({}, { bands: [[1, 15]], terms: [["Basis", "gross"]] }).obstacles).toEqual([
      "Mend Bands and Terms first: a table is computed from them.",
    ]);
  });

  test("does not wait for the usage or the commitment", () => {
    expect(read({}, { usage: "x", commitment: "y" }).request).toBeDefined();
  });

  test("says when there is no threshold to build around", () => {
    expect(read({}, { bands: [[0, 0.1]] }).obstacles).toEqual([
      "The bands have no threshold above $0, so there is none to build a table around.",
    ]);
  });
});

test("columnsSentence() and sizeSentence() say what the table will be", () => {
  const reading = read();
  if (!reading.columns) throw new Error("there are columns");
  expect(columnsSentence(reading.columns, US_DOLLAR)).toBe(
    "Commitments from $0 to $1.25M: $1 below, at and $1 above $250k, $500k and $1M, and even points between.",
  );
  expect(sizeSentence(reading)).toBe("15 rows × 15 columns = 225 cells, each a live formula");
  expect(sizeSentence(read({ rows: "1000" }))).toBe(
    "701 rows × 16 columns = 11,216 cells. Above 10,000 cells the table is one formula that spills, not a formula in each cell.",
  );
});

test("columnsSentence() counts thresholds that are too many to name", () => {
  const bands = [1, 2, 3, 4, 5].map((step) => [step * 1e5, step / 100]);
  const { columns } = read({}, { bands });
  if (!columns) throw new Error("there are columns");
  expect(columnsSentence(columns, US_DOLLAR)).toContain("each of the 5 thresholds");
});

test("selectedSentence() says how many usages were found and their span", () => {
  const selected = { reference: "A2:A13", cells: [] };
  expect(selectedSentence(selected, [400e3, 300e3], US_DOLLAR)).toBe(
    "2 usages in A2:A13: $300,000 to $400,000.",
  );
  expect(selectedSentence(selected, [300e3], US_DOLLAR)).toBe("1 usage in A2:A13: $300,000.");
});

test("placeSentence() names the cell where the table begins, and the one where it ends", () => {
  const at = (place: string | undefined) =>
    placeSentence(read({ destination: "selection", place }), place);
  expect(at(undefined)).toBe("At the selected cell");
  // Three rows above the headings, the headings, and 15 rows of 15 columns beside their own.
  expect(at("Sheet1!D2")).toBe("At D2 on Sheet1, down to S20");
  expect(at("'Bob''s sheet'!$A$1:$B$9")).toBe("At A1 on Bob's sheet, down to P19");
  expect(read({ destination: "selection", place: "Sheet1!D2:E9" }).request?.destination).toEqual({
    kind: "overwrite",
    ...{ sheet: "Sheet1", address: "D2", cells: 0 },
  });
});

test("of 200 thresholds the form takes those nearest to the commitment, and all when asked", () => {
  const bands = Array.from({ length: 200 }, (_, index) => [(index + 1) * 1e4, index / 1000]);
  const near = read({}, { bands });
  expect(near.size?.columns).toBeLessThanOrEqual(60);
  if (!near.columns) throw new Error("there are columns");
  expect(columnsSentence(near.columns, US_DOLLAR)).toBe(
    "Commitments from $405k to $545k: $1 below, at and $1 above the 14 thresholds nearest to $480k, and even points between. Left out: 186 other thresholds.",
  );
  const all = read({ allThresholds: true }, { bands });
  expect(all.size?.columns).toBe(803);
  expect(all.columns && columnsSentence(all.columns, US_DOLLAR)).toContain(
    "each of the 200 thresholds",
  );
  expect(read({}, { bands: bands.slice(0, 14) }).columns?.isChoice).toBe(false);
});
