import { readFileSync } from "node:fs";
import path from "node:path";

const entry = path.join(import.meta.dirname, "../src/functions/functions.ts");

/** Files that hold Excel functions, in the order of the reference. The metadata generator reads each. */
export const functionFiles = [
  ...readFileSync(entry, "utf8").matchAll(/^import "\.\/(.+)";$/gm),
].map(([, name]) => `./src/functions/${name}.ts`);
