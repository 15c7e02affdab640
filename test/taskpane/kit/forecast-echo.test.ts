import { expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { readForecast } from "../../../src/input/forecast-cells";
import { forecastEcho } from "../../../src/taskpane/kit/forecast-echo";

type Rows = readonly (readonly unknown[])[];

test.each<readonly [Rows, string]>([
  [[[700_000]], "$700,000, certain"],
  [
    [
      ["Mean", 5e5],
      ["CV", 0],
    ],
    "$500,000, certain",
  ],
  [[[380_000], [600_000], [900_000]], "3 possible years from $380,000 to $900,000, mean $626,667"],
  [
    [
      ["Usage", "Probability"],
      [380_000, 0.25],
      [900_000, 0.75],
    ],
    "2 possible years from $380,000 to $900,000, mean $770,000",
  ],
  // The worked values of docstrings: P90 of mean 600,000 and CV 35% is 875,503.80.
  [
    [
      ["Mean", 600_000],
      ["CV", "35%"],
    ],
    "lognormal, mean $600,000, P10 $366k, P90 $876k",
  ],
  [
    [
      ["Label", "Value"],
      ["distribution", "Normal"],
      ["P10", 400_000],
      ["P90", 800_000],
    ],
    "normal, mean $600,000, P10 $400k, P90 $800k",
  ],
  [
    [
      ["Low", 0],
      ["Mode", 5e5],
      ["High", 1e6],
      ["Distribution", "triangular"],
    ],
    // Half the square of x is a tenth at 0.2236, of a triangle from 0 to 1 with its top at 0.5.
    "triangular, mean $500,000, P10 $224k, P90 $776k",
  ],
])("forecastEcho() of %j is %s", (cells, echo) => {
  const forecast = readForecast(cells);
  if (!forecast.ok) throw new Error(JSON.stringify(forecast.errors));
  expect(forecastEcho(forecast.value, cells, US_DOLLAR)).toBe(echo);
});
