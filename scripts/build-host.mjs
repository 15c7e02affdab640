// Builds the local workbook's page and, for it to show, the add-in: `node scripts/build-host.mjs`.
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { root } from "./bundle.mjs";
import { keepClassNamesOnly } from "./class-names.mjs";
import { buildWhenStale } from "./fresh.mjs";
import { plainFields } from "./plain-fields.mjs";
import { runNode } from "./run-node.mjs";

const PAGE = "build/page";

/** The folders that the local workbook is served from. */
export const folders = {
  addin: path.join(root, "dist"),
  page: path.join(root, PAGE),
  office: path.join(root, "node_modules/@microsoft/office-js/dist"),
};

/**
 * Makes the add-in (dist/) and the page (build/page/) up to date.
 *
 * @param {(sentence: string) => void} say Called with a sentence before each build starts.
 */
export async function buildLocalWorkbook(say = () => {}) {
  await Promise.all([buildAddin(say), buildPage(say)]);
}

/** Builds dist/ as `npm run build` does. */
export function buildAddin(say = () => {}) {
  return buildWhenStale({
    name: "addin",
    inputs: [
      "src/core",
      "src/term",
      "src/efficiency",
      "src/forecast",
      "src/input",
      "src/deal",
      "src/analysis",
      "src/sheets",
      "src/wording",
      "src/functions",
      "src/workbook",
      "src/taskpane",
      "src/commands",
      "assets",
      "manifest.xml",
      "scripts/code-words.mjs",
      "scripts/let-for-const.mjs",
      "scripts/listed-exports.mjs",
      "scripts/one-scope.mjs",
      "scripts/pane-runtime.mjs",
      "scripts/trim-templates.mjs",
      "webpack.config.js",
      "tsconfig.json",
      "tsconfig.build.json",
      "package-lock.json",
    ],
    outputs: ["dist"],
    build: async () => {
      say("Building the add-in ...");
      await runNode("node_modules/webpack-cli/bin/cli.js", "--mode", "production");
    },
  });
}

/** Builds the page of the local workbook, which shows dist/. */
export function buildPage(say = () => {}) {
  return buildWhenStale({
    name: "page",
    inputs: [
      "src/host",
      "assets/icon.svg",
      "package-lock.json",
      "scripts/build-host.mjs",
      "scripts/class-names.mjs",
      "scripts/plain-fields.mjs",
    ],
    outputs: [PAGE],
    build: async () => {
      say("Building the local workbook ...");
      await bundlePage();
    },
  });
}

async function bundlePage() {
  const shared = {
    absWorkingDir: root,
    outdir: PAGE,
    bundle: true,
    target: "es2022",
    minify: true,
    // Office.js identifies errors by class name, and Univer its services.
    keepNames: true,
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff2": "dataurl" },
    plugins: [plainFields],
    logLevel: "error",
  };
  await rm(path.join(root, PAGE), { recursive: true, force: true });
  await build({
    ...shared,
    entryPoints: ["src/host/page/page.ts", "src/host/page/page.css"],
    format: "esm",
    // The page loads the code for files when a person first opens or saves one.
    splitting: true,
    chunkNames: "[name]-[hash]",
    legalComments: "eof",
  });
  await build({ ...shared, entryPoints: ["src/host/page/pane-bridge.ts"], format: "iife" });
  const scripts = (await readdir(path.join(root, PAGE))).filter((file) => file.endsWith(".js"));
  const named = await Promise.all(
    scripts.map((file) => keepClassNamesOnly(path.join(root, PAGE, file))),
  );
  if (named.filter(Boolean).length < 2) throw new Error("esbuild keeps names in another way");
  await mkdir(path.join(root, PAGE), { recursive: true });
  await cp(path.join(root, "src/host/page/index.html"), path.join(root, PAGE, "index.html"));
  await cp(path.join(root, "assets/icon.svg"), path.join(root, PAGE, "icon.svg"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildLocalWorkbook(console.log);
