import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { readScenarioTable } from "../../src/deal/parse-scenario";
import { type ScenarioRow, scenarioRows } from "../../src/deal/scenario";
import { SCENARIO_COLUMNS } from "../../src/deal/scenario-columns";
import { dealCells } from "../taskpane/pane-scenarios";

const NONE = { kind: "none" } as const;

/** Reads rows given by their columns. */
function read(
  rows: readonly Readonly<Record<string, unknown>>[],
  found: Partial<ScenarioRow["found"]> = {},
) {
  const cells = rows.map((row) => SCENARIO_COLUMNS.map((column) => row[column] ?? ""));
  const raw = { values: [SCENARIO_COLUMNS, ...cells], address: "Scenarios!A5:O9", top: 4, left: 0 };
  const table = {
    sheet: "Scenarios",
    address: "A5:O9",
    shown: null,
    rows: scenarioRows(raw).map((row) => ({
      ...row,
      found: { "Usage cells": NONE, Bands: NONE, Terms: NONE, ...found },
    })),
  };
  return readScenarioTable(table, dealCells(), US_DOLLAR);
}

function problems(row: Readonly<Record<string, unknown>>, found?: Partial<ScenarioRow["found"]>) {
  const [one] = read([{ Name: "A", Commitment: 250_000, Usage: 700_000, ...row }], found);
  return one?.problems.map(({ cell, sentence }) => `${cell}: ${sentence}`);
}

describe("readScenarioTable()", () => {
  test("reads a row as a deal whose references go into it", () => {
    const [one] = read([
      { Name: "A", Commitment: "250k", Distribution: "PERT", Low: 3e5, Mode: 5.5e5, High: 11e5 },
    ]);
    expect(one?.problems).toEqual([]);
    const across = "IF({1;0},Scenarios!$D$5:$K$5,Scenarios!$D$6:$K$6)";
    expect(one?.reading).toMatchObject({
      commitmentUsd: 250_000,
      usageUsd: 600_000,
      forecastIsUsage: false,
      scenario: { name: "A", place: "row 6 of Scenarios" },
      references: {
        bands: "Bands",
        terms: "Terms",
        commitment: "Scenarios!$B$6",
        usage: `COMMIT.FORECAST_MEAN(${across})`,
        forecast: across,
      },
    });
  });

  test("has no bands where the deal that it takes them from is gone, and says what to give", () => {
    const table = {
      sheet: "Scenarios",
      address: "A5:O9",
      shown: null,
      rows: read([{ Name: "A", Commitment: 250_000, Usage: 700_000 }]).map(({ row }) => row),
    };
    const [one] = readScenarioTable(table, undefined, US_DOLLAR);
    expect(one?.compared).toBeUndefined();
    expect(one?.problems.map(({ sentence }) => sentence)).toEqual([
      "Bands is missing: give cells named Bands, or a reference in the column Bands of this scenario.",
    ]);
  });

  test("refuses usage cells that are parts of a year, and says how else to give them", () => {
    const quarters = [[150_000], [170_000], [180_000], [200_000]];
    const cells = { kind: "cells", reference: "X", isName: true, cells: quarters } as const;
    expect(problems({}, { "Usage cells": cells })).toEqual([
      "Scenarios!L6: These cells hold 4 numbers, $700,000 in all: a part of a year is no outcome. Blank Usage cells and give the sum of one year as Usage. If each is a year that is possible, correct Usage.",
    ]);
    expect(problems({ Usage: "" }, { "Usage cells": cells })).toEqual([]);
    const beside = { ...cells, beside: [["Q1"], ["Q2"], ["Q3"], ["Q4"]] };
    expect(problems({ Usage: "" }, { "Usage cells": beside })?.[0]).toMatch(
      /give cells without quarters beside them\.$/,
    );
  });

  test("takes usage as certain without a forecast, and no commitment for a blank", () => {
    const [one] = read([{ Name: "A", Usage: 700_000 }]);
    expect(one?.reading).toMatchObject({ forecastIsUsage: true, commitmentUsd: 0 });
    expect(one?.compared?.forecast.meanUsd).toBe(700_000);
  });

  test.each([
    [
      "an ambiguous number",
      { Commitment: "500.000" },
      [/^Scenarios!B6: Commitment is "500\.000", which may mean/],
    ],
    [
      "no usage and no forecast",
      { Usage: "" },
      [/^Scenarios!C6: Usage is missing: give what a year costs/],
    ],
    [
      "a label of a forecast that is wrong",
      { Mean: 1, CV: "x" },
      [/^Scenarios!I6: CV in column 6/],
    ],
    [
      "half a forecast, without following up on usage",
      { Usage: "", P10: 1 },
      [/^Scenarios!D6:K6: Forecast gives P10/],
    ],
  ] as const)("says %s with its cell", (_, row, expected) => {
    const said = problems(row);
    expect(said).toHaveLength(expected.length);
    for (const [index, sentence] of expected.entries()) expect(said?.[index]).toMatch(sentence);
  });

  test("says what a reference does not mean, and nothing that only follows from it", () => {
    const refused = { kind: "refused", fault: { kind: "noSuchSheet", sheet: "Gone" } } as const;
    expect(problems({ Bands: "Gone!A1:B2" }, { Bands: refused })).toEqual([
      "Scenarios!M6: This workbook has no sheet called Gone.",
    ]);
  });

  test("refuses a forecast that is given twice", () => {
    const cells = { kind: "cells", reference: "Past", isName: true, cells: [[1], [2]] } as const;
    expect(problems({ P10: 1, P90: 2, "Usage cells": "Past" }, { "Usage cells": cells })).toEqual([
      "Scenarios!L6: Usage cells and numbers between Distribution and P90 are both given: blank one of them.",
    ]);
  });

  test("tells rows without a name, or with one that is taken, and hides no other", () => {
    const usage = { Usage: 1e5 };
    const all = read([
      { Name: "A", ...usage },
      { Name: "a", ...usage },
      usage,
      { Name: "B", ...usage },
    ]);
    expect(all.map(({ isNamed, problems: [problem] }) => [isNamed, problem?.sentence])).toEqual([
      [true, undefined],
      [false, "a stands in row 6 already: give this one another name."],
      [false, "This scenario has no name: give it one."],
      [true, undefined],
    ]);
  });
});
