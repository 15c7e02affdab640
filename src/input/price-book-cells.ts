import { chain, collect, combine, type Result, succeed } from "../core/result";
import { type PriceBook, type PriceRow, parsePriceBook } from "../efficiency/price-book";
import { KIND_HEADINGS, type PricedKind } from "../efficiency/priced-kinds";
import { isBlankOrZero } from "./cells/cells";
import { readFraction } from "./cells/number-range";
import { readAmountIn } from "./cells/numbers";
import { rememberingLast } from "./cells/remember-last";
import { readDay } from "./day-cells";
import { readNeededModel } from "./efficiency/model-cells";
import { shippedPriceBookCells } from "./shipped-price-book";
import { readQuantity, readTable, readWords, type TableRow, type TableShape } from "./table-cells";

const HEADINGS = [
  "Model",
  "From",
  "To",
  "Prompt above",
  ...Object.values(KIND_HEADINGS),
  "Batch",
  "US only",
  "Fast input",
  "Fast output",
  "Tokenizer",
  "Source",
  "Confidence",
  "Checked on",
] as const;
type BookHeading = (typeof HEADINGS)[number];

const SHAPE: TableShape<BookHeading> = {
  argument: "book",
  headings: HEADINGS,
  required: [["Model"], ["Input"], ["Output"]],
  words: ["From", "To", "Source", "Confidence", "Checked on"],
};

/**
 * The price book in a range of cells; where it is blank or omitted, the one that is shipped.
 *
 * A blank price is no price: the kind is not sold. A 0 is a price where other cells show that blanks are not handed over as 0.
 */
export function readPriceBook(raw: unknown): Result<PriceBook> {
  const read = readBook(raw);
  return read.ok && read.value.rows.length === 0 ? readBook(shippedPriceBookCells()) : read;
}

const readBook = rememberingLast((raw: unknown): Result<PriceBook> => {
  const table = readTable(raw, SHAPE);
  if (!table.ok) return table;
  const { rows, zeros } = table.value;
  return chain(collect(rows.map((row) => readRow(row, zeros === "typed"))), parsePriceBook);
});

function readRow(table: TableRow<BookHeading>, isZeroTyped: boolean): Result<PriceRow> {
  const { row, cell, place } = table;
  const isBlank = (heading: BookHeading): boolean =>
    isZeroTyped ? cell(heading).kind === "blank" : isBlankOrZero(cell(heading));
  const price = (heading: BookHeading): Result<number | undefined> => {
    return isBlank(heading) ? succeed(undefined) : readAmountIn(cell(heading), place(heading));
  };
  const factor = (heading: BookHeading): Result<number | undefined> => {
    return isBlank(heading)
      ? succeed(undefined)
      : readFraction(cell(heading), FACTOR, place(heading));
  };
  const read = combine({
    model: readNeededModel(cell("Model"), place("Model")),
    fromDay: readDay(cell("From"), place("From")),
    toDay: readDay(cell("To"), place("To")),
    promptAboveTokens: readQuantity(cell("Prompt above"), place("Prompt above")),
    pricesUsd: combine({
      input: price("Input"),
      "cache write 5m": price("Cache write 5m"),
      "cache write 1h": price("Cache write 1h"),
      "cache read": price("Cache read"),
      output: price("Output"),
      "web search": price("Web search"),
      "session hour": price("Session hour"),
    } satisfies Record<PricedKind, Result<number | undefined>>),
    batchFactor: factor("Batch"),
    usOnlyFactor: factor("US only"),
    fastInputUsd: price("Fast input"),
    fastOutputUsd: price("Fast output"),
    tokenizerFactor: factor("Tokenizer"),
    confidence: readWords(cell("Confidence"), place("Confidence")),
    checkedOnDay: readDay(cell("Checked on"), place("Checked on")),
  });
  if (!read.ok) return read;
  const { promptAboveTokens = 0, tokenizerFactor = 1, confidence = "" } = read.value;
  return succeed({ ...read.value, row, promptAboveTokens, tokenizerFactor, confidence });
}

/** No discount or surcharge is larger. */
const FACTOR = {
  least: 0,
  most: 1_000,
  above: true,
  what: "a factor",
  note: ", such as 0.5 for half the price",
} as const;
