import { readFileSync } from "node:fs";
import path from "node:path";
import { addinBuilt } from "../test/support/bundles";

await addinBuilt();

/** A built function: cells in, cells out. */
export type BuiltFunction = (...args: readonly unknown[]) => unknown;

/** The built bundle's function, in this program's own realm: a separate realm would slow every look-up. */
export function builtFunction(id: string): BuiltFunction {
  const bundle = readFileSync(path.join(import.meta.dirname, "../dist/functions.js"), "utf8");
  const functions = new Map<string, BuiltFunction>();
  const host = {
    associate: (name: string, callable: BuiltFunction) => functions.set(name, callable),
    Error,
    ErrorCode: {},
  };
  new Function("CustomFunctions", bundle)(host);
  const found = functions.get(id);
  if (!found) throw new Error(`the bundle has no ${id}`);
  return found;
}
