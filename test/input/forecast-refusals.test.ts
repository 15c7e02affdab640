import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import { readForecast } from "../../src/input/forecast-cells";
import { writtenCells } from "../support/written-cells";

function sentences(raw: unknown): string {
  const forecast = readForecast(raw);
  return forecast.ok ? "no fault" : describeErrors(forecast.errors, US_DOLLAR);
}

const LABELS = "Distribution, Mean, CV, SD, P10, P90, Low, Mode, High";
const SETS = "Mean with CV, Mean with SD or P10 with P90";

describe("readForecast() refuses", () => {
  test("nothing at all", () => {
    expect(sentences(null)).toMatch(/^Forecast is missing: give a number/);
    expect(sentences([])).toMatch(/^Forecast is missing: give a number/);
  });

  test("cells of every fault, each by its item", () => {
    expect(sentences([[1], ["2 or 3"], [{ type: "Error", basicValue: "#N/A" }]])).toBe(
      'Item 2 of forecast is "2 or 3": give a number. Item 3 of forecast holds the error #N/A: mend that cell first.',
    );
  });

  test.each([
    [
      "",
      "Forecast is missing: give a number, a row or column of numbers, or labels and values such as Mean and CV.",
    ],
    [
      ', ""',
      "Forecast is missing: give a number, a row or column of numbers, or labels and values such as Mean and CV.",
    ],
    ["-5", "Forecast is -5: give an amount of 0 or more."],
    [
      "2000000000000000",
      "Forecast is 2000000000000000: give an amount up to 1,000,000,000,000,000, beyond which cents are lost.",
    ],
    ["plenty", 'Forecast is "plenty": give a number.'],
    ["15%", 'Forecast is "15%": give an amount in USD, such as 250000 or 250k.'],
    ['"500.000"', 'Forecast is "500.000", which may mean 500 or 500,000: write 500 or 500000.'],
    ["TRUE", 'Forecast is "TRUE": give a number.'],
    ["#REF!", "Forecast holds the error #REF!: mend that cell first."],
  ])("a cell %s: %s", (cells, sentence) => {
    expect(sentences(writtenCells(cells))).toBe(sentence);
  });

  test.each([
    ["1; -2; 3", "Item 2 of forecast is -2: give an amount of 0 or more."],
    ["1, , -2", "Item 3 of forecast is -2: give an amount of 0 or more."],
    [
      '1; "500.000"',
      'Item 2 of forecast is "500.000", which may mean 500 or 500,000: write 500 or 500000.',
    ],
    ["Months; 1; 2", 'Item 1 of forecast is "Months": give a number.'],
    ["Usage; ", 'Forecast is "Usage": give a number.'],
    ["Usage; ; Usage", 'Item 3 of forecast is "Usage": give a number.'],
    ["Usage, 1, 2", "Forecast is missing: give usages below their heading."],
    ["Jan, 1, 2", 'Item 1 of forecast is "Jan": give a number.'],
    [
      "1, 2; , ; 3, 4",
      "Forecast is a block of 2 rows and 2 columns of numbers: give one row or one column, or head the two columns Usage and Probability.",
    ],
    [
      "Usage in thousands; 3; 5",
      'Forecast is headed "Usage in thousands": write its amounts in full, such as 250000 or 250k, and take the unit out of the heading.',
    ],
    [
      "2024, Usage; 2025, 5; 2026, 6; 2027, 7",
      'Usage in row 1 of forecast is "Usage": give a number.',
    ],
    [
      "1, 2; 3, 4; 5, 6",
      "Forecast is a block of 3 rows and 2 columns of numbers: give one row or one column, or head the two columns Usage and Probability.",
    ],
  ])("numbers %s: %s", (cells, sentence) => {
    expect(sentences(writtenCells(cells))).toBe(sentence);
  });

  test.each([
    [
      "380, -0.25; 600, 1.25",
      "Probability in row 2 of forecast is -0.25: give a fraction from 0 to 1, such as 0.15 for 15%; the same in row 3.",
    ],
    [
      "380, 25; 600, 75",
      "Probability in row 2 of forecast is 25: give a fraction from 0 to 1, such as 0.25 for 25%; the same in row 3.",
    ],
    ["380, 0.25; 600, 0.5", "The probabilities of forecast add up to 0.75: make them add up to 1."],
    [
      "380, 0.5; 600, 0.500000002",
      "The probabilities of forecast add up to 1.000000002: make them add up to 1.",
    ],
    ['380, ; 600, ""', "The probabilities of forecast add up to 0: make them add up to 1."],
    ["-380, 0.5; 600, 0.5", "Usage in row 2 of forecast is -380: give an amount of 0 or more."],
    [
      "some, $1",
      'Usage in row 2 of forecast is "some": give a number. Probability in row 2 of forecast is "$1": give a fraction, such as 0.15 or 15%.',
    ],
    [
      "some, 1.5",
      'Usage in row 2 of forecast is "some": give a number. Probability in row 2 of forecast is 1.5: give a fraction from 0 to 1, such as 0.015 for 1.5%.',
    ],
    [
      "-380, $1",
      'Probability in row 2 of forecast is "$1": give a fraction, such as 0.15 or 15%. Usage in row 2 of forecast is -380: give an amount of 0 or more.',
    ],
    [", 0", "Forecast is missing: give rows of usage and probability below their headings."],
    [
      "25%, 0.5; 600, 0.5",
      'Usage in row 2 of forecast is "25%": give an amount in USD, such as 250000 or 250k.',
    ],
    ["some, 0.5; 600, 0.5", 'Usage in row 2 of forecast is "some": give a number.'],
    [
      "380, $1; 600, 0.5",
      'Probability in row 2 of forecast is "$1": give a fraction, such as 0.15 or 15%.',
    ],
    [
      "some, 0.5; -1, 0.5",
      'Usage in row 2 of forecast is "some": give a number. Usage in row 3 of forecast is -1: give an amount of 0 or more.',
    ],
  ])("Usage, Probability; %s: %s", (cells, sentence) => {
    expect(sentences(writtenCells(`Usage, Probability; ${cells}`))).toBe(sentence);
  });

  test.each(["Base, 1; Jan, 2", "Jan, 1; Base, 2", "Base, 1; , ; Bull, 2", "Base, 0; Bull, 2"])(
    "words beside usages: %s",
    (cells) => {
      expect(sentences(writtenCells(cells))).toBe(
        '"Base" beside the numbers of forecast is neither a label nor a month: give the column of usages alone, or labels such as Mean and CV.',
      );
    },
  );

  test.each([
    [
      "Load usage, Probability; 380, 0.25",
      `"Load usage" in row 1 of forecast is not a label. Known labels: ${LABELS}; the same in row 2.`,
    ],
    [
      "Usage notes, Probability; 380, 0.25",
      `"Usage notes" in row 1 of forecast is not a label. Known labels: ${LABELS}; the same in row 2.`,
    ],
    [
      "Usage, Low probability; 380, 0.25",
      `"Usage" in row 1 of forecast is not a label. Known labels: ${LABELS}; the same in row 2.`,
    ],
    [
      "Usage, Probability note; 380, 0.25",
      `"Usage" in row 1 of forecast is not a label. Known labels: ${LABELS}; the same in row 2.`,
    ],
    ["Base, 600", `"Base" in row 1 of forecast is not a label. Known labels: ${LABELS}.`],
    [
      "Base, 1; Bull, x; Bear, 3",
      `"Base" in row 1 of forecast is not a label. Known labels: ${LABELS}; the same in rows 2 and 3.`,
    ],
    [
      "Average, 600; Std dev, 100",
      `"Average" in row 1 of forecast is not a label: did you mean Mean? Known labels: ${LABELS}. "Std dev" in row 2 of forecast is not a label: did you mean SD? Known labels: ${LABELS}.`,
    ],
    [
      "Base, 1; , 2; Bull, 3",
      `The label in row 2 of forecast is missing: give one of ${LABELS}. "Base" in row 1 of forecast is not a label. Known labels: ${LABELS}; the same in row 3.`,
    ],
    [
      "Jan, 1; , 2; Mar, 3",
      `The label in row 2 of forecast is missing: give one of ${LABELS}. "Jan" in row 1 of forecast is not a label. Known labels: ${LABELS}; the same in row 3.`,
    ],
    [
      "Mean (k), 600; CV, 0.1",
      'Forecast is headed "Mean (k)": write its amounts in full, such as 250000 or 250k, and take the unit out of the heading.',
    ],
    [
      "Mean, 600; Variation, 0.35",
      `"Variation" in row 2 of forecast is not a label: did you mean CV? Known labels: ${LABELS}.`,
    ],
    [
      "Mean, 600; Std dev, 100",
      `"Std dev" in row 2 of forecast is not a label: did you mean SD? Known labels: ${LABELS}.`,
    ],
    [
      "Distribution, PERT; Min, 1; Mode, 2; Max, 3",
      `"Min" in row 2 of forecast is not a label: did you mean Low? Known labels: ${LABELS}. "Max" in row 4 of forecast is not a label: did you mean High? Known labels: ${LABELS}.`,
    ],
    [
      'Mean, 600; "", 5; CV, 0.1',
      `The label in row 2 of forecast is missing: give one of ${LABELS}.`,
    ],
    [
      "Mean, 600; #REF!, 5; CV, 0.1",
      "The label in row 2 of forecast holds the error #REF!: mend that cell first.",
    ],
    [
      "Mean, 600; CV, 0.3; mean, 600",
      "Mean is given twice, in rows 1 and 3 of forecast: keep one of them.",
    ],
    [
      "Distribution, lognorml; Mean, 600",
      'Distribution in row 1 of forecast is "lognorml": give lognormal, normal, triangular or PERT.',
    ],
    [
      "Usage, Share; 380, 0.25",
      `"Usage" in row 1 of forecast is not a label. Known labels: ${LABELS}; the same in row 2.`,
    ],
    [
      "Share, Probability; 380, 0.25",
      `"Share" in row 1 of forecast is not a label. Known labels: ${LABELS}; the same in row 2.`,
    ],
    [
      "Mean, 600; Label, 5; CV, 0.1",
      `"Label" in row 2 of forecast is not a label. Known labels: ${LABELS}.`,
    ],
    [
      "Distribution, #N/A; Mean, 600; CV, 0.3",
      "Distribution in row 1 of forecast holds the error #N/A: mend that cell first.",
    ],
    [
      "Distribution, triangular; Low, x; Mode, 2; High, 3; SD, 4",
      'Low in row 2 of forecast is "x": give a number.',
    ],
    [
      "Distribution, normal; Distribution, PERT; Mean, 6; SD, 1",
      "Distribution is given twice, in rows 1 and 2 of forecast: keep one of them.",
    ],
    [
      "Distribution, triangular; Low, 1; Mode, 2; High, 3; SD, 4",
      "SD in row 5 of forecast does not describe a triangular forecast: remove it, or give Distribution as lognormal or normal.",
    ],
    [
      "Low, 1; Mode, 2; High, 3",
      "Low in row 1 of forecast does not describe a lognormal forecast: remove it, or give Distribution as triangular or PERT. Mode in row 2 of forecast does not describe a lognormal forecast: remove it, or give Distribution as triangular or PERT. High in row 3 of forecast does not describe a lognormal forecast: remove it, or give Distribution as triangular or PERT.",
    ],
    [
      "Distribution, normal; Mean, 9; SD, 1; Low, 0; High, 9",
      "Low in row 4 of forecast does not describe a normal forecast: remove it, or give Distribution as triangular or PERT. High in row 5 of forecast does not describe a normal forecast: remove it, or give Distribution as triangular or PERT.",
    ],
  ])("labels %s: %s", (cells, sentence) => {
    expect(sentences(writtenCells(cells))).toBe(sentence);
  });

  test.each([
    ["Mean, 600", `Forecast gives Mean: give ${SETS} for a lognormal forecast, and no more.`],
    [
      'Mean, 600; CV, ""',
      `Forecast gives Mean: give ${SETS} for a lognormal forecast, and no more.`,
    ],
    [
      "Mean, 600; CV, 0.3; SD, 1",
      `Forecast gives Mean, CV and SD: give ${SETS} for a lognormal forecast, and no more.`,
    ],
    [
      "Distribution, normal; Mean, 6; P10, 1; P90, 9",
      `Forecast gives Mean, P10 and P90: give ${SETS} for a normal forecast, and no more.`,
    ],
    [
      "Distribution, normal",
      `Forecast gives no number: give ${SETS} for a normal forecast, and no more.`,
    ],
    [
      "Distribution, PERT; Low, 1; High, 3",
      "Forecast gives Low and High: give Low, Mode and High for a PERT forecast, and no more.",
    ],
    [
      "Mean, 0; P10, 0",
      `Forecast gives Mean and P10: give ${SETS} for a lognormal forecast, and no more.`,
    ],
    [
      "Mean, , usual; CV, , other",
      `Forecast gives no number: give ${SETS} for a lognormal forecast, and no more.`,
    ],
  ])("parameters %s: %s", (cells, sentence) => {
    expect(sentences(writtenCells(cells))).toBe(sentence);
  });

  test.each([
    [
      "Mean, -600; SD, -1",
      "Mean in row 1 of forecast is -600: give an amount of 0 or more. SD in row 2 of forecast is -1: give an amount of 0 or more.",
    ],
    [
      "Mean, 600; CV, -0.1",
      "CV in row 2 of forecast is -0.1: give a fraction from 0 to 10, such as 0.15 for 15%.",
    ],
    [
      "Mean, 600; CV, 35",
      "CV in row 2 of forecast is 35: give a fraction from 0 to 10, such as 0.35 for 35%.",
    ],
    [
      "Mean, 600; CV:, 35",
      "CV in row 2 of forecast is 35: give a fraction from 0 to 10, such as 0.35 for 35%.",
    ],
    [
      "Mean, 15%; CV, 0.3",
      'Mean in row 1 of forecast is "15%": give an amount in USD, such as 250000 or 250k.',
    ],
    ["Mean, 600; cv, $3", 'CV in row 2 of forecast is "$3": give a fraction, such as 0.15 or 15%.'],
    ["Mean, 600; CV, $3", 'CV in row 2 of forecast is "$3": give a fraction, such as 0.15 or 15%.'],
    [
      'Mean, "500.000"; CV, 0.3',
      'Mean in row 1 of forecast is "500.000", which may mean 500 or 500,000: write 500 or 500000.',
    ],
    [
      "Mean, TRUE; CV, #N/A",
      'Mean in row 1 of forecast is "TRUE": give a number. CV in row 2 of forecast holds the error #N/A: mend that cell first.',
    ],
    [
      "Mean, 600; SD, 6001",
      "SD in row 2 of forecast is 6,001: give an amount up to 10 times Mean, or another mean.",
    ],
    ["Mean, 0; CV, 0.3", "Mean in row 1 of forecast is 0: give an amount above 0."],
    [
      "Distribution, normal; Mean, 0; CV, 0.3",
      "Mean in row 2 of forecast is 0: give an amount above 0.",
    ],
    [
      "P10, 900; P90, 400",
      "P10 in row 1 of forecast (900) is above P90 in row 2 (400): give P90 no lower than P10.",
    ],
    [
      "P10, 0; P90, 400",
      "P10 in row 1 of forecast is 0: give an amount above 0, since a lognormal usage is never 0.",
    ],
    [
      "P10, 0.000001; P90, 1000000000000000",
      "P10 and P90 of forecast would have a mean above 1,000,000,000,000,000: bring them closer together.",
    ],
    [
      "P10, 1e-320; P90, 1",
      "P10 and P90 of forecast would have a mean above 1,000,000,000,000,000: bring them closer together.",
    ],
    [
      "Distribution, PERT; Low, 9; Mode, 5; High, 3",
      "Low in row 2 of forecast (9) is above Mode in row 3 (5): give Mode no lower than Low. Mode in row 3 of forecast (5) is above High in row 4 (3): give High no lower than Mode.",
    ],
    [
      "Distribution, triangular; Low, 1; Mode, 5; High, 3",
      "Mode in row 3 of forecast (5) is above High in row 4 (3): give High no lower than Mode.",
    ],
  ])("values %s: %s", (cells, sentence) => {
    expect(sentences(writtenCells(cells))).toBe(sentence);
  });
});
