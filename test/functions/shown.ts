import { callAsCell, loadBuiltFunctions } from "../support/built-functions";

const functions = loadBuiltFunctions();

/** What a cell with a call of a built function shows. */
export function call(id: string, ...args: readonly unknown[]): unknown {
  return callAsCell(functions, id, args);
}

/** The same where it must be a number. */
export function number(id: string, ...args: readonly unknown[]): number {
  const shown = call(id, ...args);
  if (typeof shown !== "number") throw new Error(`${id} shows ${JSON.stringify(shown)}`);
  return shown;
}
