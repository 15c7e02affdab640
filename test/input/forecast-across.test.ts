import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import { readForecast } from "../../src/input/forecast-cells";
import { known } from "../cases/door";
import { assertProperty } from "../support/property";
import { writtenCells } from "../support/written-cells";

const HEADINGS = "Distribution, Low, Mode, High, Mean, CV, P10, P90";

function across(values: string) {
  return readForecast(writtenCells(`${HEADINGS}; ${values}`));
}

function sentences(values: string): string {
  const forecast = across(values);
  return forecast.ok ? "no fault" : describeErrors(forecast.errors, US_DOLLAR);
}

describe("readForecast() of labels with their values below", () => {
  test.each([
    [
      "Low, Mode and High",
      "PERT, 300, 550, 1100, , , ,",
      "Distribution, PERT; Low, 300; Mode, 550; High, 1100",
    ],
    ["Mean and CV", "lognormal, , , , 700, 35%, ,", "Mean, 700; CV, 0.35"],
    ["P10 and P90", "normal, , , , , , 400, 850", "Distribution, normal; P10, 400; P90, 850"],
    ["no distribution, which is lognormal", ", , , , 700, 0.35, ,", "Mean, 700; CV, 0.35"],
  ])("reads %s as if it stood upright", (_, values, upright) => {
    const [lying, standing] = [known(across(values)), known(readForecast(writtenCells(upright)))];
    for (const share of [0.1, 0.5, 0.9])
      expect(lying.quantile(share)).toBe(standing.quantile(share));
    expect(lying.meanUsd).toBe(standing.meanUsd);
  });

  test("reads zeros, which Excel sends for blanks here, as not given", () => {
    const blanks = known(across("PERT, 0, 550, 1100, , , ,"));
    const zeros = known(across("PERT, 0, 550, 1100, 0, 0, 0, 0"));
    expect(zeros.quantile(0.3)).toBe(blanks.quantile(0.3));
    expect(known(across("0, 0, 0, 0, 700, 0.35, 0, 0")).meanUsd).toBe(700);
  });

  test("is found among blank rows and columns", () => {
    const cells = `, , , ,; , Mean, CV, SD, ; , , , ,; , 700, 0.35, , ; , , , ,`;
    expect(known(readForecast(writtenCells(cells))).meanUsd).toBe(700);
  });

  test("reports its faults by column", () => {
    expect(sentences("PERT, 600, 550, 1100, , , ,")).toBe(
      "Low in column 2 of forecast (600) is above Mode in column 3 (550): give Mode no lower than Low.",
    );
    expect(sentences(', , , , "500.000", 0.35, ,')).toMatch(
      /^Mean in column 5 of forecast is "500\.000", which may mean 500 or 500,000/,
    );
    expect(sentences(", 1, 2, 3, , , ,")).toMatch(
      /^Low in column 2 of forecast does not describe a lognormal/,
    );
    const twice = readForecast(writtenCells("Mean, CV, Mean; 700, 0.35, 600"));
    expect(twice.ok ? "" : describeErrors(twice.errors, US_DOLLAR)).toMatch(
      /Mean is given twice, in columns 1 and 3/,
    );
    const misspelt = readForecast(
      writtenCells("Distribution, Mean, Variation; lognormal, 700, 0.35"),
    );
    expect(misspelt.ok ? "" : describeErrors(misspelt.errors, US_DOLLAR)).toMatch(
      /"Variation" in column 3 of forecast is not a label: did you mean CV\?/,
    );
  });

  test("without values is no forecast", () => {
    const missing =
      "Forecast is missing: give values below their labels, such as Mean and CV, or P10 and P90.";
    expect(sentences(", , , , , , ,")).toBe(missing);
    expect(sentences("0, 0, 0, 0, 0, 0, 0, 0")).toBe(missing);
  });

  test("reads upright blocks as upright, with words beside them and two by two", () => {
    const beside = "Mean, 700, The average year; CV, 0.35, How far from it";
    expect(known(readForecast(writtenCells(beside))).meanUsd).toBe(700);
    const named =
      "Distribution, PERT, as we think; Low, 300, least; Mode, 550, likely; High, 1100, most";
    expect(known(readForecast(writtenCells(named))).highestUsd).toBe(1100);
    const square = readForecast(writtenCells("Mean, CV; 700, 0.35"));
    expect(square.ok ? "" : describeErrors(square.errors, US_DOLLAR)).toMatch(
      /^Mean in row 1 of forecast is "CV"/,
    );
  });

  test("does not lie across with one label, with a number among the labels, or with two rows of values", () => {
    const said = (cells: string): string => {
      const forecast = readForecast(writtenCells(cells));
      return forecast.ok ? "no fault" : describeErrors(forecast.errors, US_DOLLAR);
    };
    expect(said("Mean, usual, other; 1, 2, 3")).toMatch(/^Mean in row 1 of forecast is "usual"/);
    expect(said("Mean, CV, SD; 700, 0.35, ; 1, 2,")).toMatch(/^Mean in row 1 of forecast is "CV"/);
    const numberAmong = "Mean, 700, SD; CV, 0.35";
    expect(known(readForecast(writtenCells(numberAmong))).meanUsd).toBe(700);
  });

  test("agrees with the upright block for every spread", () => {
    assertProperty(
      fc.property(
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        (mean, cv) => {
          const lying = known(
            readForecast([
              ["Distribution", "Mean", "CV"],
              ["", mean, cv],
            ]),
          );
          const standing = known(
            readForecast([
              ["Mean", mean],
              ["CV", cv],
            ]),
          );
          expect(lying.quantile(0.9)).toBe(standing.quantile(0.9));
        },
      ),
    );
  });
});
