import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { addinBuilt } from "./bundles";

await addinBuilt();

export const DIST = path.join(import.meta.dirname, "../../dist");

/** Runs the built file of our functions, which associates each of them and needs nothing but CustomFunctions. */
export function associateFunctions(CustomFunctions: object): void {
  vm.runInNewContext(readFileSync(path.join(DIST, "functions.js"), "utf8"), { CustomFunctions });
}
