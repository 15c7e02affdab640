import { fieldOf } from "../field-of";
import { type Block, cellError } from "../grid/cell-value";
import type { FunctionArgument } from "../grid/function-argument";
import type { Grid, GridFunction } from "../grid/grid";
import {
  ArgumentError,
  type BlankAs,
  readFunctionError,
  toCells,
  toFunctionArgument,
} from "./coercion";
import { type FunctionMetadata, parseFunctionMetadata } from "./function-metadata";
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
 * Registers an add-in's functions with the cells, and calculates the formulas that wait for them.
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
    compute: (args) =>
      lift(
        args,
        (index) => metadata.parameters[index]?.isMatrix ?? true,
        (values) => callOnce(metadata, options, values),
      ),
  };
}

/** Calls the add-in's function with one set of arguments; a failure is an answer too. */
function callOnce(
  metadata: FunctionMetadata,
  options: CustomFunctionsOptions,
  given: readonly FunctionArgument[],
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
    if (typeof callable !== "function") return [[cellError("#NAME?")]];
    const values = inPage(options.window, readArguments(metadata, given, options));
    const answer = callable(...values, { functionName: metadata.id });
    return isThenable(answer)
      ? Promise.resolve(answer).then(toCells).catch(failed)
      : toCells(answer);
  } catch (error) {
    return failed(error);
  }
}

/** Whether an answer is a promise, whichever page made it. */
function isThenable(answer: unknown): answer is PromiseLike<unknown> {
  return typeof answer === "object" && answer !== null && "then" in answer;
}

/** The function that the page associated with an id; looked up at each call, as Excel does. */
function association(page: object, id: string): unknown {
  return ["CustomFunctions", "_association", "mappings", id.toUpperCase()].reduce(fieldOf, page);
}

/** Arguments in the order of the parameters. */
function readArguments(
  { parameters, takesErrors }: FunctionMetadata,
  given: readonly FunctionArgument[],
  options: CustomFunctionsOptions,
): readonly unknown[] {
  const required = parameters.filter(({ optional }) => !optional).length;
  if (given.length < required || given.length > parameters.length) {
    throw new ArgumentError("#VALUE!");
  }
  const rules = { blankAs: options.blankAs ?? "null", errorsReachAny: takesErrors };
  return parameters.map(({ isMatrix }, index) =>
    toFunctionArgument(given[index] ?? { kind: "omitted" }, isMatrix, rules),
  );
}

/** The same values as objects of the add-in's page, so that its `instanceof Array` holds. */
function inPage(page: object, values: readonly unknown[]): readonly unknown[] {
  const { JSON: json } = page as { readonly JSON: typeof JSON };
  return json.parse(JSON.stringify(values));
}
