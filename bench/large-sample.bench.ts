import { expect, test } from "vitest";
import { sample } from "../src/forecast/sample";
import { readForecast } from "../src/input/forecast-cells";
import { printTable } from "./print";
import { takingTurns } from "./time";

const OBSERVATIONS = 100_000;
const usage = (index: number): number => (index * 7_919) % 100_003;

test("100,000 observations against sorting them", () => {
  const raw = Array.from({ length: OBSERVATIONS }, (_, index) => [usage(index)]);
  const usages = Float64Array.from({ length: OBSERVATIONS }, (_, index) => usage(index));
  const known = sample(usages);
  const [sorted = 0, read = 0, asked = 0] = takingTurns(
    [3, () => usages.toSorted()],
    [3, () => expect(readForecast(raw).ok).toBe(true)],
    [3_000, (index) => known.atMost(known.quantile((index % 1_000) / 1_000))],
  );
  printTable("100,000 observations", [
    ["", "ms", "ratio"],
    ["sort the numbers", sorted, 1],
    ["read the column as a forecast", read, read / sorted],
    ["1,000 questions of a forecast", asked * 1_000, (asked * 1_000) / sorted],
  ]);
});
