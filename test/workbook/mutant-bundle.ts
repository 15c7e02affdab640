import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { functionFiles } from "../../scripts/function-files.mjs";

const ROOT = path.join(import.meta.dirname, "../..");

/** One wrong change of a source: a text that stands in it once, and what stands there instead. */
export interface Mutation {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/**
 * Our functions and the check in one script for a page, with wrong changes of sources. The script associates the functions
 * and leaves the check as `window.checkThisExcel`.
 *
 * @throws When a text does not stand in its file exactly once: a sabotage that changes nothing proves nothing.
 */
export async function buildMutant(sabotages: readonly Mutation[]): Promise<string> {
  const files = functionFiles.map((file) => path.resolve(ROOT, file));
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: {
      contents: [
        ...files.map((file) => `import ${JSON.stringify(file)};`),
        'import { checkThisExcel } from "./src/workbook/self-check/self-check";',
        "window.checkThisExcel = checkThisExcel;",
      ].join("\n"),
      resolveDir: ROOT,
    },
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "error",
    loader: { ".csv": "text" },
    plugins: [
      {
        name: "sabotage",
        setup({ onLoad }) {
          onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => {
            const source = await readFile(file, "utf8");
            const changed = sabotages
              .filter((one) => isSame(file, one.file))
              .reduce(change, source);
            const ending = files.includes(file) ? associations(source) : "";
            return { contents: changed + ending, loader: "ts" };
          });
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

function isSame(file: string, wanted: string): boolean {
  return path.relative(ROOT, file) === path.normalize(wanted);
}

function change(source: string, { file, find, put }: Mutation): string {
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`"${find}" stands ${parts.length - 1} times in ${file}`);
  return parts.join(put);
}

/** What the build appends to each file of functions. */
function associations(source: string): string {
  const functions = source.matchAll(/@customfunction (\w+)[\s\S]*?export function (\w+)\(/g);
  return [...functions]
    .map(([, id, name]) => `\nCustomFunctions.associate("${id}", ${name});`)
    .join("");
}
