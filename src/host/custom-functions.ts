import { formatAddress, quoteSheet } from "./address";
import type { CellPlace } from "./cell-messages";
import { type Block, cellError } from "./cell-value";
import {
  ArgumentError,
  type BlankAs,
  readFunctionError,
  toCells,
  toFunctionArgument,
} from "./coercion";
import { fieldOf } from "./field-of";
import { type FunctionMetadata, parseFunctionMetadata } from "./function-metadata";
import type { FunctionArgument, Grid, GridFunction } from "./grid";
import { lift } from "./lift";

export interface CustomFunctionsOptions {
  readonly grid: Grid;
  /** The add-in's page: it holds the functions and its own kinds of array and error. */
  readonly window: object;
  /** Prefix of the functions in cells, such as COMMIT. */
  readonly namespace: string;
  /** functions.json as parsed. */
  readonly metadata: unknown;
  readonly blankAs?: BlankAs;
}

/**
 * Makes an add-in's functions known to the cells, and calculates what waits for them.
 *
 * @returns their names in formulas, such as COMMIT.BAND_RATE.
 */
export function registerCustomFunctions(options: CustomFunctionsOptions): readonly string[] {
  const functions = parseFunctionMetadata(options.metadata).map((metadata) =>
    cellFunction(metadata, options),
  );
  for (const definition of functions) options.grid.registerFunction(definition);
  options.grid.recalculate();
  return functions.map(({ name }) => name);
}

function cellFunction(metadata: FunctionMetadata, options: CustomFunctionsOptions): GridFunction {
  const name = `${options.namespace}.${metadata.name}`.toUpperCase();
  return {
    name,
    description: metadata.description,
    parameters: metadata.parameters,
    compute: (args, cell) =>
      lift(args, isMatrixAt(metadata), (values) => callOnce(metadata, options, values, cell)),
  };
}

/** Calls the add-in's function with one set of arguments; whatever happens is an answer. */
function callOnce(
  metadata: FunctionMetadata,
  options: CustomFunctionsOptions,
  given: readonly FunctionArgument[],
  cell: CellPlace,
): Block | Promise<Block> {
  const failed = (error: unknown): Block => {
    if (error instanceof ArgumentError) return [[cellError(error.code)]];
    const told = readFunctionError(error);
    if (told) return [[told]];
    console.error(`[local workbook] ${options.namespace}.${metadata.name} threw`, error);
    return [[cellError("#VALUE!")]];
  };
  try {
    const callable = association(options.window, metadata.id);
    if (callable === undefined) return [[cellError("#NAME?")]];
    const values = inPage(options.window, readArguments(metadata, given, options));
    const invocation = {
      functionName: metadata.id,
      ...(metadata.requiresAddress ? { address: addressOf(options.grid, cell) } : {}),
    };
    const answer = callable(...values, invocation);
    return isThenable(answer)
      ? Promise.resolve(answer).then(toCells).catch(failed)
      : toCells(answer);
  } catch (error) {
    return failed(error);
  }
}

/** Whether an answer is a promise, of any page. */
function isThenable(answer: unknown): answer is PromiseLike<unknown> {
  return typeof answer === "object" && answer !== null && "then" in answer;
}

/** Whether the parameter at a place takes a block; the repeating one stands for all that follow. */
function isMatrixAt(metadata: FunctionMetadata): (index: number) => boolean {
  const repeating = metadata.parameters.find((parameter) => parameter.repeating);
  const fixed = metadata.parameters.filter((parameter) => !parameter.repeating);
  return (index) => (fixed[index] ?? repeating)?.isMatrix ?? true;
}

/** The function that the page associated with an id; looked up at each call, as Excel does. */
function association(
  page: object,
  id: string,
): ((...args: readonly unknown[]) => unknown) | undefined {
  const path = ["CustomFunctions", "_association", "mappings", id.toUpperCase()];
  const callable = path.reduce<unknown>(fieldOf, page);
  if (typeof callable !== "function") return undefined;
  return (...args) => Reflect.apply(callable, undefined, args);
}

/** Arguments in the order of the parameters; repeating ones come together in one list. */
function readArguments(
  metadata: FunctionMetadata,
  given: readonly FunctionArgument[],
  options: CustomFunctionsOptions,
): readonly unknown[] {
  const fixed = metadata.parameters.filter(({ repeating }) => !repeating);
  const repeating = metadata.parameters.find((parameter) => parameter.repeating);
  const required = fixed.filter(({ optional }) => !optional).length;
  const tooMany = repeating === undefined && given.length > fixed.length;
  if (given.length < required || tooMany) throw new ArgumentError("#VALUE!");
  const rules = { blankAs: options.blankAs ?? "null", errorsReachAny: metadata.takesErrors };
  const values = fixed.map((parameter, index) =>
    toFunctionArgument(given[index] ?? { kind: "omitted" }, parameter, rules),
  );
  if (repeating === undefined) return values;
  const rest = given.slice(fixed.length);
  return [...values, rest.map((argument) => toFunctionArgument(argument, repeating, rules))];
}

/** The same values as objects of the add-in's page, so that its `instanceof Array` holds. */
function inPage(page: object, values: readonly unknown[]): readonly unknown[] {
  const json = fieldOf(page, "JSON");
  const parse = fieldOf(json, "parse");
  if (typeof parse !== "function") throw new Error("The add-in's page has no JSON.");
  const made: unknown = Reflect.apply(parse, json, [JSON.stringify(values)]);
  return Array.isArray(made) ? made : [];
}

function addressOf(grid: Grid, cell: CellPlace): string {
  const sheet = grid.sheets().find(({ id }) => id === cell.sheetId)?.name ?? "";
  const rect = { row: cell.row, col: cell.col, rows: 1, cols: 1 };
  return `${quoteSheet(sheet)}!${formatAddress(rect)}`;
}
