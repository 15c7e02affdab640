// `npm run docs` writes docs/functions.md from the docstrings; with --check it fails when that file is stale.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readFunctionDocs, renderMarkdown } from "./function-docs.mjs";

const file = path.join(import.meta.dirname, "../docs/functions.md");
const wanted = renderMarkdown(readFunctionDocs());

if (process.argv.includes("--check")) {
  const written = readFileSync(file, "utf8");
  if (written !== wanted) {
    console.error("docs/functions.md is stale: run npm run docs and commit it");
    process.exit(1);
  }
} else {
  writeFileSync(file, wanted);
}
