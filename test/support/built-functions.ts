import { readFileSync } from "node:fs";
import path from "node:path";
import { associateFunctions, DIST } from "./function-files";

/** An error in a cell: its code and the sentence that Excel shows with it. */
export interface CellError {
  readonly code: string;
  readonly message: string;
}

export type BuiltFunction = (...args: readonly unknown[]) => unknown;

/** A parameter as Excel reads it from functions.json. */
export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterMetadata[];
}

/**
 * Loads dist/functions.js the way a host does that knows only CustomFunctions: no Office, no DOM, no Node.
 *
 * @returns The associated functions by id. Omitted arguments are passed as null, as Excel does.
 */
export function loadBuiltFunctions(): ReadonlyMap<string, BuiltFunction> {
  const functions = new Map<string, BuiltFunction>();
  class CustomFunctionsError extends Error {
    constructor(
      readonly code: string,
      message?: string,
    ) {
      super(message);
    }
  }
  const CustomFunctions = {
    associate: (id: string, f: BuiltFunction) => functions.set(id, f),
    Error: CustomFunctionsError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  };
  associateFunctions(CustomFunctions);
  return functions;
}

export function loadMetadata(): readonly FunctionMetadata[] {
  const text = readFileSync(path.join(DIST, "functions.json"), "utf8");
  return (JSON.parse(text) as { functions: FunctionMetadata[] }).functions;
}

/** Calls a built function as a cell would: the value, or the error that the cell shows. */
export function callAsCell(
  functions: ReadonlyMap<string, BuiltFunction>,
  id: string,
  args: readonly unknown[],
): unknown {
  const f = functions.get(id);
  if (!f) throw new Error(`no function ${id}`);
  try {
    return f(...args);
  } catch (error) {
    if (isCellError(error)) return { code: error.code, message: error.message } satisfies CellError;
    throw error;
  }
}

export function isCellError(value: unknown): value is CellError {
  if (typeof value !== "object" || value === null || !("code" in value)) return false;
  return value.code === "#VALUE!" || value.code === "#N/A";
}
