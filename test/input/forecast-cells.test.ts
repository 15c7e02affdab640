import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import { readForecast } from "../../src/input/forecast-cells";
import { known } from "../cases/door";
import { assertProperty } from "../support/property";
import { writtenCells } from "../support/written-cells";

/** Lowest, mean and highest usage. */
function ends(raw: unknown): readonly [number, number, number] {
  const { lowestUsd, meanUsd, highestUsd } = known(readForecast(raw));
  return [lowestUsd, meanUsd, highestUsd];
}

const WHOLE = Number.POSITIVE_INFINITY;

describe("readForecast() reads", () => {
  test.each([
    ["a number", "600000", [600000, 600000, 600000]],
    ["a number as text", "$600k", [600000, 600000, 600000]],
    ["a number among blanks", '"", ; , 600000', [600000, 600000, 600000]],
    ["0", "0", [0, 0, 0]],
    ["a column", "3; 1; 2", [1, 2, 3]],
    ["a row", "3, 1, 2", [1, 2, 3]],
    ["a column with blanks and a 0", '3; ; ""; 0', [0, 1.5, 3]],
    ["a column in a wider range", ", 3; , 5", [3, 4, 5]],
    ["a column of zeros", "0; 0", [0, 0, 0]],
    ["a row of zeros", "0, 0, 0", [0, 0, 0]],
    ["a column under the heading Usage", "usage; 3; 5", [3, 4, 5]],
    ["months beside usages", "Jan, 3; Feb, 0; Mar, 6", [0, 3, 6]],
    ["months among blank rows", "Jan, 3; , ; Feb, 5", [3, 4, 5]],
    ["months among blank rows that arrive as 0", "Jan, 3; 0, 0; Feb, 5", [3, 4, 5]],
    ["months above blank rows that arrive as 0", "Jan, 3; Feb, 5; 0, 0; 0, 0", [3, 4, 5]],
    ["months before blank columns that arrive as 0", "Jan, Feb, 0, 0; 3, 5, 0, 0", [3, 4, 5]],
    ["months in a row, with a blank row below", "Jan, Feb, Mar; , , ; 3, 4, 5", [3, 4, 5]],
    ["months under headings, with a blank row", "Month, Usage; Jan, 3; 0, 0; Feb, 5", [3, 4, 5]],
  ])("%s", (_, cells, expected) => {
    expect(ends(writtenCells(cells))).toEqual(expected);
  });

  test("a number that is no range, and a number of a data type", () => {
    expect(ends(600_000)).toEqual([600_000, 600_000, 600_000]);
    expect(ends([[{ type: "Double", basicValue: 5 }]])).toEqual([5, 5, 5]);
  });

  test("texts of numbers among blanks", () => {
    expect(ends([["$3", "", "1,000", null]])).toEqual([3, 501.5, 1_000]);
  });

  test.each([
    ["", "Usage, Probability; 380, 0.25; 600, 0.5; 900, 0.25"],
    ["in any order of columns and rows", "probability, USAGE; 25%, 900; 0.25, 380; 0.5, 600"],
    [
      "beside other columns",
      "Scenario, Usage, Probability; low, 380, 0.25; base, 600, 0.5; high, 900, 0.25",
    ],
    [
      "with blank rows, sent as 0 or as nothing",
      '0, 0; Usage, Probability; 380, 0.25; , ""; 600, 0.5; 0, 0; 900, 0.25',
    ],
    [
      "without those of probability 0",
      "Usage, Probability; 380, 0.25; 600, 0.5; 900, 0.25; 5000, 0",
    ],
    [
      "with ten digits of a third",
      "Usage, Probability; 380, 0.25; 600, 0.5000000001; 900, 0.2500000001",
    ],
  ])("outcomes with probabilities %s", (_, cells) => {
    const forecast = known(readForecast(writtenCells(cells)));
    expect([forecast.lowestUsd, forecast.highestUsd]).toEqual([380, 900]);
    expect(forecast.meanUsd).toBeCloseTo(620, 6);
    expect(forecast.atMost(900)).toBe(1);
  });

  test("a blank usage as 0", () => {
    expect(ends(writtenCells("Usage, Probability; , 0.5; 10, 0.5"))).toEqual([0, 5, 10]);
  });

  test.each([
    ["lognormal where no distribution is named", "Mean, 600; CV, 0.35", [0, 600, WHOLE]],
    ["an order of its own", "CV, 35%; Mean, $600", [0, 600, WHOLE]],
    ["a first row Label, Value", "Label, Value; Mean, 600; SD, 210", [0, 600, WHOLE]],
    [
      "blank rows, sent as 0 or as nothing",
      '0, 0; Mean, 600; , ""; 0, 0; CV, 0.35',
      [0, 600, WHOLE],
    ],
    [
      "a blank or zero column before and words after",
      "0, Mean, 600, USD; , CV, 0.35, of the mean",
      [0, 600, WHOLE],
    ],
    ["a blank distribution, sent as 0", "Distribution, 0; Mean, 600; CV, 0.35", [0, 600, WHOLE]],
    [
      "labels without case, spaces and hyphens",
      "DISTRIBUTION, log-normal; p 10, 400; P-90, 400",
      [400, 400, 400],
    ],
    ["normal", "Distribution, Normal; Mean, 600; SD, 150", [-WHOLE, 600, WHOLE]],
    [
      "normal by percentiles from 0",
      "Distribution, normal; P10, 0; P90, 850",
      [-WHOLE, 425, WHOLE],
    ],
    ["triangular", "Distribution, triangular; Low, 300; Mode, 600; High, 900", [300, 600, 900]],
    ["PERT", "Distribution, pert; Low, 300; Mode, 550; High, 1100", [300, 600, 1100]],
    ["PERT from its mode", "Distribution, PERT; Low, 0; Mode, 0; High, 600", [0, 100, 600]],
    ["labels without a value", 'Mean, 600; CV, 0.35; SD, ""; P10, ; Low, ""', [0, 600, WHOLE]],
    ["the words of the pane's form", "Low year (P10), 600; High year (P90), 600", [600, 600, 600]],
    ["Likely for Mode", "Distribution, PERT; Low, 0; Likely, 0; High, 600", [0, 100, 600]],
    ["a percentage under a heading with %", "Mean, 600; CV (%), 0%", [600, 600, 600]],
    ["no spread: CV 0", "Mean, 600; CV, 0", [600, 600, 600]],
    ["no spread: SD 0", "Distribution, normal; Mean, 600; SD, 0", [600, 600, 600]],
    ["no spread: P10 is P90", "P10, 600; P90, 600", [600, 600, 600]],
    ["no spread: P10 and P90 are 0", "P10, 0; P90, 0", [0, 0, 0]],
    ["no spread: Low is High", "Distribution, PERT; Low, 7; Mode, 7; High, 7", [7, 7, 7]],
    ["no spread that a double holds", "Mean, 600; CV, 1e-200", [600, 600, 600]],
  ])("labels and values: %s", (_, cells, expected) => {
    expect(ends(writtenCells(cells))).toEqual(expected);
  });

  const TEMPLATE = ["Mean", "CV", "SD", "P10", "P90", "Low", "Mode", "High"];
  test.each([
    ["lognormal", { Mean: 600, CV: 0.35 }],
    ["normal", { Mean: 600, SD: 150 }],
    ["lognormal", { P10: 400, P90: 850 }],
    ["triangular", { Low: 300, Mode: 600, High: 900 }],
    ["PERT", { Low: 0, Mode: 600, High: 900 }],
  ])(
    "a template with every label, %s by %j alone, whether blanks arrive as 0 or as nothing",
    (distribution, filled: Readonly<Record<string, number>>) => {
      const written = (blank: unknown) => [
        ["Distribution", distribution],
        ...TEMPLATE.map((label) => [label, filled[label] || (label in filled ? 0 : blank)]),
      ];
      const bare = [["Distribution", distribution], ...Object.entries(filled)];
      expect(ends(written(null))).toEqual(ends(bare));
      expect(ends(written(0))).toEqual(ends(bare));
    },
  );
});

describe("properties", () => {
  const cell = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, "", 0, 1, -1, true, "15%", "$3", "500.000", "#N/A"),
    fc.constantFrom<unknown>(
      "Usage",
      "Probability",
      "Mean",
      "CV",
      "SD",
      "P10",
      "P90",
      "Low",
      "Mode",
    ),
    fc.constantFrom<unknown>("High", "Distribution", "PERT", "normal", "Label", "Value", "words"),
    fc.double({ noNaN: false }),
    fc.constantFrom<unknown>({ type: "Error" }, { type: "Double", basicValue: 5 }, {}, [[]], "  "),
  );

  test("any cells give a forecast with finite answers, or a sentence", () => {
    assertProperty(
      fc.property(
        fc
          .integer({ min: 1, max: 3 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }),
          ),
        (raw) => {
          const forecast = readForecast(raw);
          if (!forecast.ok) {
            expect(forecast.errors.length).toBeGreaterThan(0);
            expect(describeErrors(forecast.errors, US_DOLLAR)).not.toMatch(
              /NaN|Infinity|undefined|\[object/,
            );
            return;
          }
          const { value } = forecast;
          const answers = [
            value.meanUsd,
            value.quantile(0.5),
            value.atMost(1),
            value.partialMean(1),
          ];
          expect(answers.every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

test("a spread of a normal forecast that is too small for a double is none", () => {
  const read = readForecast([
    ["Distribution", "normal"],
    ["Mean", 5e-324],
    ["CV", 1e-200],
  ]);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const { lowestUsd, highestUsd, atMost } = read.value;
  expect([lowestUsd, highestUsd, atMost(1)]).toEqual([5e-324, 5e-324, 1]);
});
