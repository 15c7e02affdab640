import { combine, type Result } from "../../core/result";
import type { Request } from "../../efficiency/list-price";
import { readCell } from "../cells/cells";
import { readDay } from "../day-cells";
import { readPriceBook } from "../price-book-cells";
import { readNeededModel } from "./model-cells";
import { readOptions } from "./options-cells";

/** The arguments that every question for a price has. */
export function readRequest(
  model: unknown,
  date: unknown,
  options: unknown,
  book: unknown,
): Result<Request> {
  return combine({
    model: readNeededModel(readCell(model), { argument: "model" }),
    day: readDay(readCell(date), { argument: "date" }),
    options: readOptions(options),
    book: readPriceBook(book),
  });
}
