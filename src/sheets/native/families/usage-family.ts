import { readCell } from "../../../input/cells/cells";
import { readComparables } from "../../../input/comparables-cells";
import { readDay } from "../../../input/day-cells";
import { readNeededModel } from "../../../input/efficiency/model-cells";
import { readKind } from "../../../input/efficiency/tokens-cells";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import { amountOf, type Given, valueOfCell, withNative } from "../given";
import { NotNative } from "../not-native";
import { benchmarkSteps, type DealHeading, type NativeBenchmark } from "../usage/benchmark-steps";
import { readHeadedArea } from "../usage/headed-area";
import { optionsSteps } from "../usage/options-steps";
import { readPriceBookArea } from "../usage/price-book-area";
import { type NativePriceBook, priceBookBlock } from "../usage/price-book-block";
import {
  listPriceSteps,
  type NativeRequest,
  requestSteps,
  tokenCostSteps,
} from "../usage/token-steps";
import { readTokensArea } from "../usage/tokens-area";
import { ForecastFamily } from "./forecast-family";

/** Tokens at list prices. */
export class UsageFamily extends ForecastFamily {
  /** List price of a kind of tokens. */
  listPrice(
    model: Given,
    kind: Given,
    date: Given,
    options: Given,
    book: Given,
  ): NativeCell | NotNative {
    return this.once(["list price", model, kind, date, options, book], () => {
      const read = readKind(valueOfCell(kind));
      if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
      const isSame = x`${amountOf(kind)}=${text(String(valueOfCell(kind)))}`;
      return withNative(this.#request(model, date, options, book), (request) =>
        listPriceSteps(this.place("amount"), request, read.value, isSame),
      );
    });
  }

  /** What tokens cost at list prices. */
  tokenCost(
    model: Given,
    tokens: Given,
    date: Given,
    options: Given,
    book: Given,
  ): NativeCell | NotNative {
    return this.once(["token cost", model, tokens, date, options, book], () =>
      withNative(readTokensArea(amountOf(tokens), tokens?.values ?? []), (area) =>
        withNative(this.#request(model, date, options, book), (request) =>
          tokenCostSteps(this.place("amount"), request, area),
        ),
      ),
    );
  }

  /** Where a discount stands among comparable deals. */
  benchmark(
    discount: Given,
    commitment: Given,
    comparables: Given,
    bands: Given,
  ): NativeBenchmark | NotNative {
    return this.once(["benchmark", discount, commitment, comparables, bands], () => {
      const values = comparables?.values ?? [];
      const read = readComparables(values);
      if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
      const offer = { discount: amountOf(discount), commitment: amountOf(commitment) };
      const agreement = bands && this.agreement(bands, undefined);
      if (agreement instanceof NotNative) return agreement;
      return withNative(
        readHeadedArea<DealHeading>(
          "comparables",
          amountOf(comparables),
          values,
          ["Commitment", "Discount"],
          ["Commitment", "Discount"],
        ),
        (area) => benchmarkSteps(this.place("agreement"), area, agreement, offer),
      );
    });
  }

  #request(model: Given, date: Given, options: Given, book: Given): NativeRequest | NotNative {
    return this.once(["request", model, date, options, book], () => {
      const read = readNeededModel(readCell(valueOfCell(model)), { argument: "model" });
      if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
      const spelt = { written: valueOfCell(model), model: read.value };
      return withNative(dayOf(date), (day) =>
        withNative(this.#priceBook(book), (prices) => {
          const layout = this.place("amount");
          layout.block("Which price");
          return withNative(optionsSteps(layout, options), (served) =>
            requestSteps(layout, prices, served, amountOf(model), spelt, day),
          );
        }),
      );
    });
  }

  #priceBook(book: Given): NativePriceBook | NotNative {
    return this.once(["price book", book], () => {
      if (book === undefined)
        return new NotNative({
          kind: "layout",
          argument: "book",
          what: "the prices that the add-in ships",
        });
      return withNative(readPriceBookArea(book.formula, book.values), (area) =>
        priceBookBlock(this.place("agreement"), area),
      );
    });
  }
}

/** A day as typed in a cell; of a text in the formula itself, the day that it is. */
function dayOf(date: Given): NativeFormula | NotNative {
  const raw = valueOfCell(date);
  const read = readDay(readCell(raw), { argument: "date" });
  if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
  if (typeof raw !== "string" || raw.trim() === "") return date?.formula ?? x`0`;
  return date?.formula.kind === "literal"
    ? x`${read.value ?? 0}`
    : new NotNative({ kind: "layout", argument: "date", what: "a day as text" });
}
