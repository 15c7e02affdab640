import { expect, test } from "vitest";
import { NoAnswer } from "../src/core/no-answer";
import { forecastFromHistory } from "../src/forecast/history/forecast-from-history";
import { lognormal, lognormalFromVariation } from "../src/forecast/lognormal";
import { printTable } from "./print";
import { seeded } from "./simulation";

const DRAWS = 1_000;
const AHEAD = 12;
/** Deviation of the logarithm of a month around its course. */
const MONTHLY_NOISE = 0.08;

type Chance = () => number;
/** Course of usage without its noise, month by month from 0; the year ahead begins at `history`. */
type Course = (history: number, chance: Chance) => (month: number) => number;

/** A month between the middle of the history and the end of the year ahead. */
function turn(history: number, chance: Chance): number {
  return history / 2 + chance() * (history / 2 + AHEAD);
}

const COURSES: readonly (readonly [string, Course])[] = [
  ["flat", () => () => 1],
  ["wandering, 5% a month", (history, chance) => wandering(history + AHEAD, chance)],
  ["growing 4% a month", () => (month) => 1.04 ** month],
  [
    "seasonal, ±30%",
    (_, chance) => {
      const first = 12 * chance();
      return (month) => 1 + 0.3 * Math.sin((2 * Math.PI * (first + month)) / 12);
    },
  ],
  [
    "growing 4% a month, then no more",
    (history, chance) => {
      const last = turn(history, chance);
      return (month) => 1.04 ** Math.min(month, last);
    },
  ],
  [
    "flat, then half of it stops",
    (history, chance) => {
      const last = turn(history, chance);
      return (month) => (month < last ? 1 : 0.5);
    },
  ],
];

function wandering(months: number, chance: Chance): (month: number) => number {
  let log = 0;
  const course = Array.from({ length: months }, () => {
    log += 0.05 * standardNormal(chance);
    return Math.exp(log);
  });
  return (month) => course[month] ?? 0;
}

function standardNormal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** Where the year fell: of all draws, the parts within P10 to P90, above, below, and those without a forecast. */
function coverage(course: Course, history: number): readonly number[] {
  const chance = seeded(20_261_127 + history);
  const counts = { within: 0, above: 0, below: 0, none: 0 };
  for (let draw = 0; draw < DRAWS; draw++) {
    const level = course(history, chance);
    const usagesUsd = Array.from(
      { length: history + AHEAD },
      (_, month) => 50_000 * level(month) * Math.exp(MONTHLY_NOISE * standardNormal(chance)),
    );
    const forecast = forecastFromHistory(usagesUsd.slice(0, history), {
      months: AHEAD,
      gap: 0,
      method: undefined,
    });
    if (forecast instanceof NoAnswer) counts.none++;
    else {
      const year = usagesUsd.slice(history).reduce((sum, usd) => sum + usd, 0);
      const usage = lognormal(lognormalFromVariation(forecast.meanUsd, forecast.cv));
      counts[
        year > usage.quantile(0.9) ? "above" : year < usage.quantile(0.1) ? "below" : "within"
      ]++;
    }
  }
  return Object.values(counts).map((count) => (100 * count) / DRAWS);
}

test("how often P10 to P90 of FORECAST_FROM_HISTORY holds the year that follows", () => {
  const rows = COURSES.flatMap(([name, course]) =>
    [6, 12, 24, 36].map((history) => [name, history, ...coverage(course, history)] as const),
  );
  for (const [, , ...parts] of rows)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(100, 6);
  printTable("P10 to P90 of FORECAST_FROM_HISTORY, and the year that followed", [
    ["course of usage", "months", "within, %", "above P90, %", "below P10, %", "no forecast, %"],
    ...rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell.toFixed(0) : cell))),
  ]);
});
