import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { addinBuilt } from "./bundles";

await addinBuilt();

const DIST = path.join(import.meta.dirname, "../../dist");

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
  const context = vm.createContext({ CustomFunctions });
  vm.runInContext(readFileSync(path.join(DIST, "functions.js"), "utf8"), context);
  loadLateFunctions(context, functions);
  return functions;
}

/** Loads the files of functions that are loaded when first asked for, as webpack's code in taskpane.js does in the page. */
function loadLateFunctions(
  context: vm.Context,
  functions: ReadonlyMap<string, BuiltFunction>,
): void {
  for (const file of readdirSync(DIST))
    if (/^(?:how-sure|\d+)\.\w+\.js$/.test(file))
      vm.runInContext(readFileSync(path.join(DIST, file), "utf8"), context);
  // Each stands for a promise of itself, so that the call ends with the functions associated.
  vm.runInContext(
    `webpackChunkbandwise.push([[], {}, (require) => {
      const loaded = (value) => ({ then: (next) => loaded(next(value)), catch: () => loaded(value) });
      Object.assign(require, { e: () => loaded(), r: () => {} });
    }]);`,
    context,
  );
  // Without arguments it refuses, once the file of both is loaded.
  Promise.resolve(functions.get("ANSWER_RANGE")?.()).catch(isCellError);
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
