import { checkAmountUsd } from "../core/amount";
import { chain, collect, combine, fail, type Result, succeed } from "../core/result";
import { type PriceBook, type PriceRow, parsePriceBook } from "../efficiency/price-book";
import { KIND_HEADINGS, type PricedKind } from "../efficiency/priced-kinds";
import { isBlankOrZero } from "./cells/cells";
import { readNumber } from "./cells/numbers";
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
    if (isBlank(heading)) return succeed(undefined);
    const read = readNumber(cell(heading), place(heading), "amount");
    return read.ok ? checkAmountUsd(read.value, place(heading)) : read;
  };
  const factor = (heading: BookHeading): Result<number | undefined> => {
    if (isBlank(heading)) return succeed(undefined);
    const read = readNumber(cell(heading), place(heading), "fraction");
    if (!read.ok || (read.value > 0 && read.value <= LARGEST_FACTOR)) return read;
    return fail({
      kind: "numberOutOfRange",
      place: place(heading),
      given: read.value,
      expected: "a factor above 0 and up to 1,000, such as 0.5 for half the price",
    });
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
const LARGEST_FACTOR = 1_000;
