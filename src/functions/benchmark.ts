import { BENCHMARK_DETAILS, benchmark, benchmarkTable } from "../analysis/benchmark";
import { US_DOLLAR } from "../core/currency";
import { NoAnswer } from "../core/no-answer";
import { combine } from "../core/result";
import { readCell } from "../input/cells/cells";
import { readComparables, readOffer } from "../input/comparables-cells";
import { readChoice } from "../input/table-cells";
import { answer } from "./cell-answer";

/**
 * Share of comparable deals whose discount an offer beats.
 *
 * Deals below the offer count, and of those equal to it half: the mid-rank percentile. 0.8 says that the offer beats four of five.
 * Discounts within 1e-9 are equal. docs/pricing-model.md 19.1, 19.2.
 *
 * @customfunction BENCHMARK_RANK
 * @helpurl https://localhost:3000/help.html#BENCHMARK_RANK
 * @param discount Discount of the offer, a fraction from 0 up to 1.
 * @param commitment Annual commitment of the offer, USD, 0 or more.
 * @param comparables Table with the headings Commitment (USD a year) and Discount (fraction from 0 up to 1), one row a deal; other columns are text. At least five deals count.
 * @param [bands] Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. Only deals in the band of the commitment count, to the cent; a deal equal to a threshold is in the band above. If omitted: all deals count.
 * @param [detail] rank, or summary: the number of deals, their lowest, quartile and highest discounts, the rank, and the way to the median in points and USD a year. If omitted: rank.
 * @returns Fraction from 0 to 1; or the table Measure, Value.
 * @throws #N/A where fewer than five deals count; #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.BENCHMARK_RANK(0.13, 480000, {"Commitment","Discount";250000,0.08;300000,0.1;400000,0.12;450000,0.12;480000,0.15}) is 0.8
 * @example =COMMIT.BENCHMARK_RANK(0.12, 480000, {"Commitment","Discount";250000,0.08;300000,0.1;400000,0.12;450000,0.12;480000,0.15}, {0,0;250000,0.1;500000,0.15}, "summary") is {"Measure","Value";"Comparable deals",5;"Lowest discount",0.08;"Lower quartile",0.1;"Median",0.12;"Upper quartile",0.12;"Highest discount",0.15;"Rank",0.6;"Points to the median",0;"USD a year to the median",0}
 * @example =COMMIT.BENCHMARK_RANK(0.12, 300000, {"Commitment","Discount";250000,0.08;300000,0.1;600000,0.12}, {0,0;250000,0.1;500000,0.15}) is #N/A Too few to rank: 2 comparable deals in $250k to $500k, 5 are needed.
 */
export function benchmarkRankFunction(
  discount: unknown,
  commitment: unknown,
  comparables: unknown[][],
  bands?: unknown[][],
  detail?: unknown,
): unknown {
  return answer(
    combine({
      offer: readOffer(discount, commitment, bands),
      comparables: readComparables(comparables),
      detail: readChoice(readCell(detail), BENCHMARK_DETAILS, { argument: "detail" }),
    }),
    (given) => {
      const found = benchmark(given.offer, given.comparables, US_DOLLAR);
      if (found instanceof NoAnswer) return found;
      return given.detail === "summary" ? benchmarkTable(found) : found.rank;
    },
  );
}
