import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import { readDealCells } from "../../../../src/deal/parse-deal";
import { FIRST_STATE } from "../../../../src/taskpane/first-state";
import {
  chosenAxes,
  offeredAxes,
  reasonsNot,
  withColumns,
  withRows,
} from "../../../../src/taskpane/views/sheets/axis-choice";
import { fitOf } from "../../../../src/taskpane/views/sheets/fit";
import {
  FRESH_FORM,
  readTableForm,
  type TableForm,
} from "../../../../src/taskpane/views/sheets/table-form-state";
import { dealCells } from "../../pane-scenarios";

type Deal = Parameters<typeof dealCells>[0];
const dealOf = (change: Deal = {}) => readDealCells(dealCells(change));
const deal = dealOf();

function read(change: Partial<TableForm>, given = deal) {
  return readTableForm({ ...FRESH_FORM, ...change }, given, US_DOLLAR);
}

describe("chosenAxes()", () => {
  test("begins with usage by commitment, and with spread by commitment for an uncertain year", () => {
    expect(chosenAxes(FRESH_FORM, deal, US_DOLLAR)).toEqual({
      rows: "usage",
      columns: "commitment",
    });
    expect(chosenAxes({ ...FRESH_FORM, measure: "fillChance" }, deal, US_DOLLAR)).toEqual({
      rows: "spread",
      columns: "commitment",
    });
  });

  test("never has one axis twice, whatever was chosen", () => {
    for (const rowAxis of offeredAxes("cost", deal, US_DOLLAR))
      for (const columnAxis of offeredAxes("cost", deal, US_DOLLAR)) {
        const { rows, columns } = chosenAxes(
          { measure: "cost", rowAxis, columnAxis },
          deal,
          US_DOLLAR,
        );
        expect(rows).toBe(rowAxis);
        expect(columns).not.toBe(rows);
      }
  });

  test("leaves out what the measure does not have, and takes it up again", () => {
    const chosen = { ...FRESH_FORM, rowAxis: "usage", columnAxis: "discount" } as const;
    expect(chosenAxes({ ...chosen, measure: "expectedCost" }, deal, US_DOLLAR)).toEqual({
      rows: "spread",
      columns: "discount",
    });
    expect(chosenAxes(chosen, deal, US_DOLLAR)).toEqual({ rows: "usage", columns: "discount" });
  });
});

test("an axis that stands on the other side changes places", () => {
  expect(withRows(FRESH_FORM, "commitment", deal, US_DOLLAR)).toEqual({
    rowAxis: "commitment",
    columnAxis: "usage",
  });
  expect(withColumns(FRESH_FORM, "usage", deal, US_DOLLAR)).toEqual({
    rowAxis: "commitment",
    columnAxis: "usage",
  });
  expect(withColumns(FRESH_FORM, "none", deal, US_DOLLAR)).toEqual({
    rowAxis: "usage",
    columnAxis: "none",
  });
});

test("what is not offered is explained", () => {
  expect(offeredAxes("cost", deal, US_DOLLAR)).not.toContain("spread");
  expect(reasonsNot("cost", deal, US_DOLLAR)).toEqual([
    "Spread of the forecast is no axis here: this measure is of one usage.",
  ]);
  expect(offeredAxes("expectedCost", deal, US_DOLLAR)).not.toContain("usage");
  const stepUp = dealOf({ terms: [["Overage", "step-up"]] });
  expect(offeredAxes("cost", stepUp, US_DOLLAR)).not.toContain("premium");
  expect(reasonsNot("cost", stepUp, US_DOLLAR)).toContain(
    "An overage premium does not apply to step-up or re-rate overage.",
  );
  const flat = dealOf({ bands: [[0, 0.1]] });
  expect(offeredAxes("cost", flat, US_DOLLAR)).not.toContain("threshold");
});

describe("an axis in steps", () => {
  test("of a discount goes five points around what the next threshold offers", () => {
    const { stepped, request } = read({ rowAxis: "discount", columnAxis: "commitment" });
    expect(stepped[0]?.band?.thresholdUsd).toBe(500_000);
    expect(request?.rows).toEqual({
      kind: "discount",
      band: { row: 4, thresholdUsd: 500_000 },
      values: [0.1, 0.11, 0.12, 0.13, 0.14, 0.15, 0.16, 0.17, 0.18, 0.19, 0.2],
    });
  });

  test("of a discount is of the band that the commitment is in, where that is the deal's", () => {
    const { stepped } = read({ rowAxis: "discount", columnAxis: "usage" });
    expect(stepped[0]).toMatchObject({ band: { thresholdUsd: 250_000 }, hint: "" });
    const other = read({
      ...({ rowAxis: "discount", columnAxis: "usage" } as const),
      stepped: { discount: { bandRow: 4 } },
    });
    expect(other.stepped[0]?.hint).toBe(
      "The commitment of $480k is not in this band, so its discount changes nothing here: put commitment on the other side.",
    );
  });

  test("takes percentages, and the present value even where no step meets it", () => {
    const stepped = { discount: { bandRow: 5, from: "18%", to: "0.21", count: "2" } };
    const { request, stepped: shown } = read({ rowAxis: "discount", stepped });
    expect(request?.rows).toEqual({
      kind: "discount",
      band: { row: 5, thresholdUsd: 1_000_000 },
      values: [0.18, 0.2, 0.21],
    });
    expect(shown[0]?.fields.to).toEqual({ text: "0.21", echo: "21%", error: "" });
  });

  test.each([
    [
      "threshold",
      { from: "200k" },
      "from",
      "Threshold from is 200,000: give an amount above $250k and below $1M, so that the thresholds stay in order.",
    ],
    ["threshold", { to: "1M" }, "to", /below \$1M/],
    ["discount", { from: "15" }, "from", /give a fraction from 0 to 0.99, such as 0.15 for 15%/],
    [
      "discount",
      { to: "5%" },
      "to",
      "Discount to is 0.05: give more than discount from, which is 10%.",
    ],
    ["share", { to: "101%" }, "to", /^Share to is 1.01: give a fraction from 0 to 1/],
    ["premium", { count: "1" }, "count", "Steps is 1: give a whole number from 2 to 1,000."],
  ] as const)("of a %s refuses %j beside its field", (kind, text, field, sentence) => {
    const { stepped, request, otherObstacles } = read({
      rowAxis: kind,
      stepped: { [kind]: text },
    });
    expect(stepped[0]?.fields[field].error).toMatch(sentence);
    expect(request).toBeUndefined();
    expect(otherObstacles).toEqual([]);
  });

  test("of the whole agreement begins with what people ask about", () => {
    const rows = (rowAxis: TableForm["rowAxis"], measure: TableForm["measure"] = "cost") =>
      read({ rowAxis, measure }).request?.rows;
    expect(rows("premium")).toMatchObject({ values: [0, 0.05, 0.1, 0.15, 0.2] });
    expect(rows("share")).toMatchObject({ values: [0, 0.25, 0.5, 0.75, 1] });
    expect(rows("spread", "expectedCost")).toMatchObject({
      values: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
    });
    expect(rows("threshold")).toMatchObject({
      // With both sides of the commitment of $480k: there the threshold comes within reach.
      values: [
        400_000, 425_000, 450_000, 475_000, 480_000, 480_001, 500_000, 525_000, 550_000, 575_000,
        600_000,
      ],
    });
  });
});

describe("the way of writing", () => {
  test("is one formula by choice, where SENSITIVITY says the table", () => {
    expect(read({ form: "spill" }).form).toBe("spill");
    expect(read({ form: "spill", columnAxis: "discount" })).toMatchObject({
      form: "cells",
      canSpill: false,
    });
  });

  test("is refused above 10,000 cells where nothing says it in one formula", () => {
    const usages = { usageFrom: "1000", usageTo: "1000000", rows: "1000" };
    const { obstacles } = read({ columnAxis: "discount", ...usages });
    expect(obstacles).toEqual([
      "The table would have 1,000 rows and 11 columns: give at most 10,000 cells.",
    ]);
  });

  test("has every measure of the same kind of year side by side, the chosen one first", () => {
    const { request, size } = read({ measure: "saving", columnAxis: "measures" });
    expect(request?.measures).toEqual(["saving", "cost", "discount", "shortfall", "utilization"]);
    expect(size).toEqual({ rows: 15, columns: 5 });
  });
});

test("what a table takes from the deal must be there", () => {
  const unread = dealOf({ usage: "x", commitment: "y" });
  expect(read({ rowAxis: "discount", columnAxis: "share" }, unread).obstacles).toEqual([
    "This table needs the usage of the deal: mend Usage, or put usage on an axis.",
    "This table needs the commitment of the deal: mend Commitment, or put it on an axis.",
  ]);
});

test("fitOf() says what changed, and nothing of tables that fit or cannot be judged", () => {
  const { request } = read({});
  if (!request) throw new Error("there is a request");
  const { measures, rows, columns, form, thresholdsUsd } = request;
  const recipe = { measures, rows, columns, form, deal: request.deal, thresholdsUsd, print: null };
  const written = {
    ...{ id: "Table 1", title: "", sheet: "", address: "A1", complete: true },
    recipe,
  };
  const now = (change: Deal) =>
    fitOf(written, { ...FIRST_STATE, deal: { kind: "read", reading: dealOf(change) } }, US_DOLLAR)
      .outdated;
  expect(now({})).toBeUndefined();
  expect(
    now({
      bands: [
        [0, 0],
        [300_000, 0.1],
      ],
    }),
  ).toBe("The deal has more or fewer thresholds than the table has room for.");
  expect(now({ bands: [[0, 15]] })).toBeUndefined();
  const { recipe: _, ...unknown } = written;
  expect(
    fitOf(unknown, { ...FIRST_STATE, deal: { kind: "read", reading: dealOf() } }, US_DOLLAR),
  ).toEqual({});
});
