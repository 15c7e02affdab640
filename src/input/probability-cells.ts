import { fail, type Result } from "../core/result";
import { readCell } from "./cells/cells";
import { readFraction } from "./cells/number-range";

/** Reads a probability, a fraction from 0 to 1. A blank cell is missing where it differs from a 0. */
export function readProbability(raw: unknown): Result<number> {
  const place = { argument: "probability" };
  const cell = readCell(raw);
  if (cell.kind === "blank")
    return fail({ kind: "missing", place, expected: "a fraction from 0 to 1, such as 0.9" });
  return readFraction(cell, { least: 0, most: 1 }, place);
}
