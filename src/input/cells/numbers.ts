import { checkAmountUsd } from "../../core/amount";
import type { Place } from "../../core/faults/place";
import { chain, fail, type Result, succeed } from "../../core/result";
import { type Cell, quoteCell, readCell } from "./cells";
import { readNumberText } from "./text";

/** A number from a cell: itself, or text that reads as one. A blank is 0, as Excel on the desktop sends it. */
export function readNumber(
  cell: Cell,
  place: Place,
  wanted: "amount" | "fraction",
): Result<number> {
  switch (cell.kind) {
    case "number":
      return succeed(cell.value);
    case "blank":
      return succeed(0);
    case "error":
      return fail({ kind: "cellError", place, code: cell.code });
    case "boolean":
      return fail({ kind: "notANumber", place, given: quoteCell(cell) });
    case "text":
      return readTextNumber(cell.text, place, wanted);
  }
}

function readTextNumber(
  given: string,
  place: Place,
  wanted: "amount" | "fraction",
): Result<number> {
  const read = readNumberText(given);
  switch (read.kind) {
    case "ambiguous":
      return fail({ kind: "ambiguousNumber", place, given, readings: read.readings });
    case "swappedSeparators":
      return fail({ kind: "swappedSeparators", place, given, written: read.written });
    case "notANumber":
      return fail({ kind: "notANumber", place, given });
    case "number": {
      const foreign = wanted === "amount" ? "percent" : "money";
      if (read.unit === foreign) return fail({ kind: "wrongUnit", place, given, wanted });
      return succeed(read.value);
    }
  }
}

/** An amount of money from an argument: 0 up to 1e15 USD. */
export function readAmountUsd(raw: unknown, place: Place): Result<number> {
  return readAmountIn(readCell(raw), place);
}

/** An amount of money from a cell: 0 up to 1e15 USD. */
export function readAmountIn(cell: Cell, place: Place): Result<number> {
  return chain(readNumber(cell, place, "amount"), (usd) => checkAmountUsd(usd, place));
}
