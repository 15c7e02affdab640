import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { build } from "esbuild";
import { root } from "../bundle.mjs";

const silent = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
const STAND_INS = path.join(root, "scripts/mutate");

/** Every change that StrykerJS makes to these sources, and their text in which `__stryker__.activeMutant` switches them. */
export async function instrument(sources) {
  const files = await Promise.all(
    sources.map(async (name) => ({
      name,
      content: await readFile(path.join(root, name), "utf8"),
      mutate: true,
    })),
  );
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false };
  const { files: instrumented, mutants } = await new Instrumenter(silent).instrument(
    files,
    options,
  );
  return { mutants, texts: new Map(instrumented.map(({ name, content }) => [name, content])) };
}

/** Bundles the tests with the instrumented sources: a script whose `files` loads each test file when called. */
export async function bundleTests(tests, texts, outfile) {
  const loads = tests.map((name) => `${JSON.stringify(name)}: () => require("./${name}"),`);
  await build({
    absWorkingDir: root,
    stdin: { contents: `module.exports = {\n${loads.join("\n")}\n};`, resolveDir: root },
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vitest", "fast-check"],
    loader: { ".csv": "text" },
    plugins: [{ name: "mutate", setup: (given) => replaceSources(given, texts) }],
    logLevel: "error",
  });
}

/** The same script without what counts which changes a test comes by: it takes half as long. */
export function withoutCounting(script) {
  return script.replaceAll(/\bstryCov_9fa48\d*\((?:"\d+"(?:, )?)+\)[,;]/g, "");
}

function replaceSources({ onLoad, onResolve }, texts) {
  onResolve({ filter: /\/function-files$/ }, () => ({
    path: path.join(STAND_INS, "function-files.mjs"),
  }));
  onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
    const name = path.relative(root, file);
    if (name.startsWith("node_modules")) return undefined;
    const text = texts.get(name) ?? (await readFile(file, "utf8"));
    const contents = text.replaceAll("import.meta.dirname", JSON.stringify(path.dirname(file)));
    return { contents: contents + associations(name, text), loader: "ts" };
  });
}

/** Associates the functions of a file as the build does, which reads the same tags. */
function associations(name, text) {
  if (!name.startsWith("src/functions/")) return "";
  const tagged = text.matchAll(/@customfunction (\w+)[\s\S]*?export (?:async )?function (\w+)/g);
  return [...tagged].map(([, id, f]) => `\nCustomFunctions.associate("${id}", ${f});`).join("");
}

/** Names of the files below a folder of the repository, as paths from its root. */
export async function filesBelow(folder, end) {
  const names = await readdir(path.join(root, folder), { recursive: true });
  return names.filter((name) => name.endsWith(end)).map((name) => `${folder}/${name}`);
}
