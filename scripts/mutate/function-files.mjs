// Stands in for test/support/function-files.ts: `npm run mutate` calls our functions from their source, where the changes are.
import path from "node:path";

export const DIST = path.resolve("dist");

const associated = new Map();

export function associateFunctions(CustomFunctions) {
  const associate = (id, call) => associated.set(id, call);
  globalThis.CustomFunctions = { ...CustomFunctions, associate };
  require("../../src/functions/functions.ts");
  for (const [id, call] of associated) CustomFunctions.associate(id, call);
}
