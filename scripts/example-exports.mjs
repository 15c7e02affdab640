// `node scripts/example-exports.mjs` writes the files of docs/example-exports: made usage and its bill, for trying an import.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadTypeScript, root } from "./bundle.mjs";

const { writtenFiles } = await loadTypeScript("scripts/example-exports.ts");
const folder = path.join(root, "docs/example-exports");
mkdirSync(folder, { recursive: true });
for (const { name, text } of writtenFiles()) writeFileSync(path.join(folder, name), text);
