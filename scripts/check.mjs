// The whole gate: `npm run check`. Stops at the first step that fails and shows what it printed.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { buildLocalWorkbook } from "./build-host.mjs";
import { root } from "./bundle.mjs";
import { putMeasure } from "./measures.mjs";
import { runNode } from "./run-node.mjs";

/** Files that a browser loads together, and what they may weigh gzipped. */
const BUDGETS = [
  { what: "functions.js", files: ["functions.js"], kilobytes: 60 },
  {
    what: "first load of the pane",
    files: ["functions.js", "taskpane.js", "taskpane.css"],
    kilobytes: 120,
  },
];

/** Steps that take as long as the build and do not need it. */
const BESIDE_THE_BUILD = [
  ["types", () => quietly("node_modules/typescript/bin/tsc", "-p", "tsconfig.json")],
  [
    "types of the add-in",
    () => quietly("node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--noEmit"),
  ],
  ["words that only code reads", () => quietly("scripts/check-code-words.mjs")],
  ["lint and format", () => quietly("node_modules/@biomejs/biome/bin/biome", "check", ".")],
];

const BUILD = [["build", () => buildLocalWorkbook()]];

/** Steps that need the build; the tests are last, since they take longest. */
const STEPS = [
  ["docs", docs],
  ["manifest", manifest],
  ["bytes", bytes],
  ["tests", tests],
];

let closingLine = "0 passed, 0 failed";

await Promise.all([inOrder(BUILD), inOrder(BESIDE_THE_BUILD)]);
await inOrder(STEPS);
console.log(closingLine);

async function inOrder(steps) {
  for (const [name, step] of steps) {
    const started = performance.now();
    try {
      const note = (await step()) ?? "";
      console.log(`ok    ${name.padEnd(20)} ${seconds(started)}  ${note}`.trimEnd());
    } catch (error) {
      console.log(`FAIL  ${name.padEnd(20)} ${seconds(started)}\n\n${error.message}`);
      process.exit(1);
    }
  }
}

async function quietly(...argv) {
  await runNode(...argv);
}

async function tests() {
  const printed = await runNode("node_modules/vitest/vitest.mjs", "run");
  const lines = printed.match(/^(?:NOT RUN: .*|\d+ passed, \d+ failed.*)$/gm) ?? [];
  const slowest = printed.match(/^ *\d+\.\d s {2}test\/.*$/gm) ?? [];
  closingLine = lines.at(-1) ?? closingLine;
  if (!/^[1-9]\d* passed, 0 failed/.test(closingLine)) throw new Error(printed);
  return [lines.join("  "), ...slowest].join("\n");
}

async function docs() {
  if (!existsSync(path.join(root, "scripts/docs.mjs"))) return "none are generated";
  await runNode("scripts/docs.mjs", "--check");
}

/** Reads the manifest as Microsoft's own tool does; the tool's full validation needs a network. */
async function manifest() {
  const { OfficeAddinManifest } = await import("office-addin-manifest");
  const info = await OfficeAddinManifest.readManifestFile(path.join(root, "dist/manifest.xml"));
  const missing = ["id", "version", "displayName", "description", "officeAppType"].filter(
    (field) => !info[field],
  );
  if (missing.length > 0) throw new Error(`dist/manifest.xml has no ${missing.join(", ")}`);
  return `${info.displayName} ${info.version}`;
}

async function bytes() {
  const notes = [];
  const rows = [["Gzipped", "limit, KB", "KB"]];
  for (const { what, files, kilobytes } of BUDGETS) {
    let size = 0;
    for (const file of files) {
      const built = path.join(root, "dist", file);
      if (existsSync(built)) size += gzipSync(await readFile(built)).length;
    }
    const note = `${what} ${(size / 1000).toFixed(1)} of ${kilobytes} KB`;
    if (size === 0 || size > kilobytes * 1000) throw new Error(`gzipped: ${note}`);
    notes.push(note);
    // Whole kilobytes: a change of a few bytes does not matter.
    rows.push([what, String(kilobytes), String(Math.ceil(size / 1000))]);
  }
  putMeasure("what the gate holds", rows);
  return notes.join(", ");
}

function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s`;
}
