import { NoAnswer } from "../core/no-answer";
import { combine } from "../core/result";
import { baselineTable } from "../efficiency/baseline";
import { HISTORY_DETAILS, historyTable } from "../forecast/history/history-tables";
import { readExclusions, readMonthlyUsage } from "../input/baseline-cells";
import { readCell } from "../input/cells/cells";
import { readHistory, readTermAhead } from "../input/history-cells";
import { readChoice } from "../input/table-cells";
import { answer, tableCell } from "./cell-answer";

/**
 * Usage by month without what a commitment should not rest on, such as a load test.
 *
 * Exclusions apply in the order of their rows, each to what those before it left. What one takes from a month is shared out over the
 * rows that match in proportion to what is left of them, so that nothing falls below 0; what matches nothing takes nothing.
 * docs/pricing-model.md 17.1 to 17.3.
 *
 * @customfunction BASELINE_USAGE
 * @helpurl https://localhost:3000/help.html#BASELINE_USAGE
 * @param usage Table with the headings Month (a date, or text such as 2026-09) and List USD, Usage, USD or Spend (0 or more), and optionally Workspace (or Workload) and Model. A month may have many rows.
 * @param [exclusions] Table with the headings From and To (months, both included; a blank To is From), Workspace and Model (blank: all), Share (fraction from 0 to 1) or USD (a month; exactly one of the two), and Reason. If omitted: none.
 * @returns Table with the headings Month, Usage, Excluded and Baseline, USD: every month from the first to the last.
 * @throws #VALUE! naming every row that is wrong: no month, negative usage, a share outside 0 to 1, both Share and USD or neither, an end before the start, no reason.
 * @example =COMMIT.BASELINE_USAGE({"Month","Workspace","Usage";"2026-01","prod",30000;"2026-01","research",12000;"2026-02","prod",31000}, {"From","Workspace","Share","Reason";"2026-01","research",0.5,"load test"}) is {"Month","Usage","Excluded","Baseline";"2026-01",42000,6000,36000;"2026-02",31000,0,31000}
 * @example =COMMIT.BASELINE_USAGE({"Month","Usage";"2026-01",42000;"2026-02",31000}, {"From","USD","Reason";"2026-01",50000,"backfill"}) is {"Month","Usage","Excluded","Baseline";"2026-01",42000,42000,0;"2026-02",31000,0,31000}
 * @example =COMMIT.BASELINE_USAGE({"Month","Usage";"2026-01",42000}, {"From","Share","USD","Reason";"2026-01",0.5,100,"load test"}) is #VALUE! Row 2 of exclusions has both Share and USD: keep one of them.
 */
export function baselineUsageFunction(usage: unknown[][], exclusions?: unknown[][]): unknown[][] {
  return answer(
    combine({ rows: readMonthlyUsage(usage), exclusions: readExclusions(exclusions) }),
    (given) => baselineTable(given.rows, given.exclusions).map((row) => [...row]),
  );
}

/**
 * Forecast of the agreement's usage from the months before it, as labels that every function with a forecast reads.
 *
 * Six methods, from the last value repeated to last year's seasons with their growth, forecast the history itself: from each month
 * they say the next 1, 3 or 6 months together (below 12, below 24, from 24 months of history). The one with the least mean absolute
 * error is chosen. Its errors give the CV, which is at least 0.1. From 9 months damped trend takes part, from 20 seasonal, from 35
 * seasonal growth: twelve months cannot test seasons. docs/pricing-model.md 18.1 to 18.10.
 *
 * @customfunction FORECAST_FROM_HISTORY
 * @helpurl https://localhost:3000/help.html#FORECAST_FROM_HISTORY
 * @param history Usage of consecutive months at list, USD, 0 or more: a row or column of amounts, oldest first; months beside amounts; or a table with the headings Month and Baseline, else List USD, Usage, USD or Spend. At least 6 months, in any order where they have months.
 * @param [months] Months of the agreement, 1 to 60. If omitted: 12.
 * @param [gap] Months between the last of the history and the first of the agreement, 0 to 24. If omitted: 0.
 * @param [method] auto, last value, recent average, drift, damped trend, seasonal or seasonal growth. If omitted: auto.
 * @param [detail] block (Distribution, Mean and CV), months (the usage of each month) or tests (how each method did). If omitted: block.
 * @returns Labels and values: a lognormal Distribution, its Mean, USD, and its CV, a fraction; or the table that detail asks for.
 * @throws #N/A below six months, for a method that this history cannot test, without usage ahead, or for a CV above 10; #VALUE! naming every month and argument that is wrong.
 * @example =COMMIT.FORECAST_FROM_HISTORY({38200;39900;41050;43800;44600;47300;48100;51900;52400;54800;55300;57100}) is {"Label","Value";"Distribution","lognormal";"Mean",819218.1818181818;"CV",0.1}
 * @example =COMMIT.FORECAST_FROM_HISTORY({"2026-01",50000;"2026-02",50000;"2026-03",50000;"2026-04",50000;"2026-05",50000;"2026-06",50000}, 3, 1, , "months") is {"Month","Usage";"2026-08",50000;"2026-09",50000;"2026-10",50000}
 * @example =COMMIT.FORECAST_FROM_HISTORY({38200;39900;41050}) is #N/A Too little history: 3 months, and a forecast needs 6. Give Low, Mode and High instead.
 * @example =COMMIT.FORECAST_FROM_HISTORY({"2026-01",50000;"2026-02",50000;"2026-04",50000}) is #VALUE! 2026-03 is missing from history: add it, with 0 if nothing was spent.
 */
export function forecastFromHistoryFunction(
  history: unknown[][],
  months?: unknown,
  gap?: unknown,
  method?: unknown,
  detail?: unknown,
): unknown[][] {
  return answer(
    combine({
      history: readHistory(history),
      term: readTermAhead(months, gap, method),
      detail: readChoice(readCell(detail), HISTORY_DETAILS, { argument: "detail" }),
    }),
    (given) => {
      const table = historyTable(given.history, given.term, given.detail);
      return table instanceof NoAnswer ? table : table.map((row) => row.map(tableCell));
    },
  );
}
