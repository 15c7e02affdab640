import { chain, combine } from "../core/result";
import { usageAnswer } from "../efficiency/efficient-usage-tables";
import { readEfficiencyQuestion, readUsageDetail } from "../input/efficiency/efficiency-cells";
import { answer, tableCell } from "./cell-answer";

/**
 * Usage at list prices once tokens are routed to other models, read from cache and sent to batch, USD.
 *
 * Routing applies to the workloads as given, caching to what that leaves, then batch (docs/pricing-model.md 9.5 to 9.8). Of the
 * levers of one kind that match a workload only the most specific apply: workload and model named, before workload, before
 * model, before neither. Tokens that move to a model with another tokenizer are rescaled. All is priced on the one date.
 *
 * @customfunction EFFICIENT_USAGE
 * @helpurl https://localhost:3000/help.html#EFFICIENT_USAGE
 * @param workloads Table with headings: Model, and one or more of Input, Cache write 5m, Cache write 1h, Cache read, Output, Web search; optionally Workload or Workspace, Service (standard, batch), Speed (standard, fast), Geo (global, us), Prompt tokens (of one request). The Usage sheet is such a table.
 * @param [levers] Table with headings: Lever (Route, Cache, Batch), Workload (blank: all), From (model; blank: all), To (model), Share (0 to 1), Write ratio (tokens written for each read; blank: 0.1), Write (5m, 1h), Prompt tokens. If omitted: none.
 * @param [date] Day of the prices: a date, or text such as 2026-10-07. If omitted, blank or 0: the newest prices of each model.
 * @param [detail] steps (each kind of lever with its saving alone and in sequence), total (the efficient usage), workloads, or tokens (what is left, by workload and model). If omitted: steps.
 * @param [book] Price book with headings, one row for each model, period and prompt length: Model, From, To, Prompt above, Input, Output, Cache write 5m and so on. If omitted: the one that Bandwise ships.
 * @returns A table with a heading row, or one number for total. USD; a saving is negative where a lever costs more than it saves.
 * @throws #VALUE! naming every argument and row that is wrong; #VALUE! where a price depends on the prompt length, nothing says it and the tokens do not fit the lowest card. #N/A where a model has no price, or is not sold the way it would be served.
 * @example =COMMIT.EFFICIENT_USAGE({"Model","Input","Output";"claude-opus-5",1000000000,100000000}, {"Lever","From","To","Share";"Route","claude-opus-5","claude-sonnet-5",0.5}, "2026-10-01", "total") is 5250
 * @example =COMMIT.EFFICIENT_USAGE({"Model","Input";"claude-opus-5",1000000000}, {"Lever","Share";"Cache",0.5;"Batch",0.4}, "2026-10-01") is {"Step","Usage","Saving alone","Saving in sequence";"Current usage",5000,0,0;"Routing",5000,0,0;"Caching",2812.5,2187.5,2187.5;"Batch",2250,1000,562.5;"Efficient usage",2250,2750,2750}
 * @example =COMMIT.EFFICIENT_USAGE({"Workload","Model","Input";"support","claude-opus-4-6",1000000}, {"Lever","From","To","Share";"Route","claude-opus-4-6","claude-opus-5",1}, "2026-10-01", "workloads") is {"Workload","Current","Efficient","Saving";"support",5,6.5,-1.5}
 * @example =COMMIT.EFFICIENT_USAGE({"Model","Input";"claude-opus-5",1000000}, {"Lever","Share";"Batch",90}) is #VALUE! Share in row 2 of levers is 90: give a fraction from 0 to 1, such as 0.9 for 90%.
 */
export function efficientUsageFunction(
  workloads: unknown[][],
  levers?: unknown[][],
  date?: unknown,
  detail?: unknown,
  book?: unknown[][],
): unknown {
  const read = combine({
    question: readEfficiencyQuestion(workloads, levers, date, book),
    detail: readUsageDetail(detail),
  });
  return answer(
    chain(read, (value) => usageAnswer(value.question, value.detail)),
    (shown) => (Array.isArray(shown) ? shown.map((row) => row.map(tableCell)) : shown),
  );
}
