import { combine, type Result } from "../../core/result";
import type { EfficiencyQuestion } from "../../efficiency/efficient-usage";
import { USAGE_DETAILS, type UsageDetail } from "../../efficiency/efficient-usage-tables";
import { readCell } from "../cells/cells";
import { readDay } from "../day-cells";
import { readPriceBook } from "../price-book-cells";
import { readChoice } from "../table-cells";
import { readLevers } from "./levers-cells";
import { readWorkloads } from "./workloads-cells";

/** The arguments of EFFICIENT_USAGE. */
export function readEfficiencyQuestion(
  workloads: unknown,
  levers: unknown,
  date: unknown,
  book: unknown,
): Result<EfficiencyQuestion> {
  return combine({
    workloads: readWorkloads(workloads),
    levers: readLevers(levers),
    day: readDay(readCell(date), { argument: "date" }),
    book: readPriceBook(book),
  });
}

export function readUsageDetail(raw: unknown): Result<UsageDetail | undefined> {
  return readChoice(readCell(raw), USAGE_DETAILS, { argument: "detail" });
}
