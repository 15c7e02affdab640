import { BENCHMARK_DETAILS } from "../../../analysis/benchmark";
import { readCell } from "../../../input/cells/cells";
import { readChoice } from "../../../input/table-cells";
import { text } from "../excel/formula";
import { fixedWord, withNative } from "../given";
import { NotNative } from "../not-native";
import { type TwinAnswer, type Twins, value } from "../twin";

/** Tokens at list prices, and comparable deals. */
export const USAGE_TWINS: Twins = {
  LIST_PRICE: (blocks, model, kind, date, options, book) =>
    withNative(blocks.listPrice(model, kind, date, options, book), value),
  TOKEN_COST: (blocks, model, tokens, date, options, book) =>
    withNative(blocks.tokenCost(model, tokens, date, options, book), value),
  BENCHMARK_RANK: (blocks, discount, commitment, comparables, bands, detail) =>
    withNative(detail ? fixedWord("detail", detail) : "", (word) => {
      const read = readChoice(readCell(word), BENCHMARK_DETAILS, { argument: "detail" });
      if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
      return withNative(
        blocks.benchmark(discount, commitment, comparables, bands),
        ({ rank, measures }): TwinAnswer =>
          read.value === "summary"
            ? {
                kind: "table",
                rows: [
                  [text("Measure"), text("Value")],
                  ...measures.map(([name, one]) => [text(name), one]),
                ],
              }
            : value(rank),
      );
    }),
};
