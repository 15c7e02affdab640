import { benchmark, benchmarkTable } from "../../src/analysis/benchmark";
import { US_DOLLAR } from "../../src/core/currency";
import { NoAnswer } from "../../src/core/no-answer";
import { type Answer, combine, type Result, succeed } from "../../src/core/result";
import { baselineTable } from "../../src/efficiency/baseline";
import {
  HISTORY_DETAILS,
  type HistoryDetail,
  historyTable,
} from "../../src/forecast/history/history-tables";
import { readExclusions, readMonthlyUsage } from "../../src/input/baseline-cells";
import { readComparables, readOffer } from "../../src/input/comparables-cells";
import { readHistory, readTermAhead } from "../../src/input/history-cells";
import { DISTRIBUTION_TOLERANCE } from "../tolerance";
import type { UsageDoor } from "./usage-doors";

function answered<T>(read: Result<T>, answer: (value: T) => Answer<unknown>) {
  return read.ok ? succeed(answer(read.value)) : read;
}

const detailOf = (given: unknown): HistoryDetail | undefined =>
  HISTORY_DETAILS.find((detail) => detail === given);

/** Doors of BASELINE_USAGE, FORECAST_FROM_HISTORY and BENCHMARK_RANK. */
export const HISTORY_DOORS: Readonly<Record<string, UsageDoor>> = {
  BASELINE_USAGE: {
    parameters: 2,
    about: {
      exclusion: /of exclusions/,
      negative: /-1: give an amount of 0 or more/,
    },
    core: ([usage, exclusions]) =>
      answered(
        combine({ rows: readMonthlyUsage(usage), exclusions: readExclusions(exclusions) }),
        (given) => baselineTable(given.rows, given.exclusions),
      ),
  },
  FORECAST_FROM_HISTORY: {
    parameters: 5,
    tolerance: DISTRIBUTION_TOLERANCE,
    about: {
      "cannot be tested": /history cannot test the method seasonal/,
      "no usage": /forecasts no usage/,
      "month twice": /2026-03 stands in rows 6 and 14/,
      negative: /-1: give an amount of 0 or more/,
      "months or gap": /^(?:Months is 0|Gap is 25): give a whole number/,
      "too little history": /Too little history/,
      method: /Method is "prophet"/,
    },
    core: ([history, months, gap, method, detail]) =>
      answered(
        combine({ history: readHistory(history), term: readTermAhead(months, gap, method) }),
        (given) => historyTable(given.history, given.term, detailOf(detail)),
      ),
  },
  BENCHMARK_RANK: {
    parameters: 5,
    about: {
      "too few to rank": /Too few to rank: \d/,
      discount: /Discount is 90: give a fraction/,
    },
    core: ([discount, commitment, comparables, bands, detail]) =>
      answered(
        combine({
          offer: readOffer(discount, commitment, bands),
          comparables: readComparables(comparables),
        }),
        (given) => {
          const found = benchmark(given.offer, given.comparables, US_DOLLAR);
          if (found instanceof NoAnswer) return found;
          return detail === "summary" ? benchmarkTable(found) : found.rank;
        },
      ),
  },
};
