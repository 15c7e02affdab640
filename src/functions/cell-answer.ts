import { US_DOLLAR } from "../core/currency";
import { describeNoAnswer } from "../core/describe-no-answer";
import { describeErrors } from "../core/errors";
import { NoAnswer } from "../core/no-answer";
import type { Answer, Result } from "../core/result";

/** What a cell shows: the value, #N/A with why there is none, or #VALUE! with what to write. */
export function answer<I, T>(input: Result<I>, compute: (value: I) => Answer<T>): T {
  if (!input.ok)
    throw new CustomFunctions.Error(
      CustomFunctions.ErrorCode.invalidValue,
      describeErrors(input.errors, US_DOLLAR),
    );
  const value = compute(input.value);
  if (value instanceof NoAnswer) throw notAvailable(value);
  return value;
}

/** One cell of a table: the value, or #N/A with why there is none; the other cells keep their values. */
export function tableCell<T>(value: Answer<T>): T | CustomFunctions.Error {
  return value instanceof NoAnswer ? notAvailable(value) : value;
}

/** One error for each reason that is a constant: an error keeps its stack, which takes longer than most tables. */
const errors = new WeakMap<NoAnswer, CustomFunctions.Error>();

function notAvailable(value: NoAnswer): CustomFunctions.Error {
  const known = errors.get(value);
  if (known) return known;
  const error = new CustomFunctions.Error(
    CustomFunctions.ErrorCode.notAvailable,
    describeNoAnswer(value, US_DOLLAR),
  );
  errors.set(value, error);
  return error;
}

/** A table with #N/A in the cells that have no value; where there is no table, why. */
export function tableOf(
  rows: Answer<readonly (readonly Answer<unknown>[])[]>,
): Answer<unknown[][]> {
  return rows instanceof NoAnswer
    ? rows
    : rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell : tableCell(cell))));
}
