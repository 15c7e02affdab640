import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");
const SRC = path.join(ROOT, "src");

/** Folders of the house by level; a folder imports only from lower levels, or from itself. */
const LEVELS = [
  ["core"],
  ["forecast", "efficiency", "term"],
  ["input"],
  ["sensitivity"],
  ["workbook", "functions"],
  ["taskpane"],
  ["commands"],
] as const;
const HOST = "host";

/** Packages, and the only folders that may use them. */
const PACKAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^@stdlib\//, ["forecast"]],
  [/^(lit|@lit|@fluentui)(\/|$)/, ["taskpane"]],
  [/^d3-/, ["taskpane"]],
  [/./, [HOST]],
];

/** Globals of Office, and the only folders that may touch them. */
const GLOBALS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bExcel\.|\bOfficeExtension\./, ["workbook"]],
  [/\bCustomFunctions\./, ["functions"]],
  [/\bOffice\./, ["workbook", "taskpane", "commands"]],
  [/\b(document|window)\./, ["taskpane", "commands"]],
];

interface Module {
  readonly file: string;
  readonly folder: string;
  readonly source: string;
}

const modules: readonly Module[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.ts$/.test(file) && !file.endsWith(".d.ts"))
  .map((file) => ({
    file,
    folder: file.split(path.sep)[0] ?? "",
    source: readFileSync(path.join(SRC, file), "utf8"),
  }));

function importsOf(source: string): readonly string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
}

function levelOf(folder: string): number {
  return LEVELS.findIndex((folders) => (folders as readonly string[]).includes(folder));
}

/** What a module imports that it may not. */
function forbiddenImports({ file, folder, source }: Module): readonly string[] {
  return importsOf(source).filter((name) => {
    if (!name.startsWith(".")) {
      const allowed = PACKAGES.find(([pattern]) => pattern.test(name))?.[1] ?? [];
      return !allowed.includes(folder);
    }
    const target =
      path.relative(SRC, path.resolve(SRC, path.dirname(file), name)).split(path.sep)[0] ?? "";
    if (target === folder) return false;
    if (folder === HOST || target === HOST) return true;
    return levelOf(target) < 0 || levelOf(target) >= levelOf(folder);
  });
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

describe("the house", () => {
  test("has no folder that it does not know", () => {
    const known = [...LEVELS.flat(), HOST];
    expect(
      [...new Set(modules.map(({ folder }) => folder))].filter(
        (folder) => !known.includes(folder as "core"),
      ),
    ).toEqual([]);
  });

  test.each(modules.map((module) => [module.file, module] as const))(
    "%s imports only from lower levels",
    (_, module) => {
      expect(forbiddenImports(module)).toEqual([]);
    },
  );

  test.each(GLOBALS)("%s is used only in %j", (pattern, folders) => {
    const users = modules.filter(
      ({ folder, source }) => folder !== HOST && pattern.test(withoutComments(source)),
    );
    expect(users.filter(({ folder }) => !folders.includes(folder)).map(({ file }) => file)).toEqual(
      [],
    );
  });

  test("refuses a core that reaches up, a host that reaches in, and a package out of place", () => {
    const reach = (file: string, source: string) =>
      forbiddenImports({ file, folder: file.split("/")[0] ?? "", source });
    expect(reach("core/x.ts", 'import { a } from "../input/cells";')).toHaveLength(1);
    expect(reach("forecast/x.ts", 'import { a } from "../input/cells";')).toHaveLength(1);
    expect(reach("input/x.ts", 'import { a } from "../forecast/forecast";')).toEqual([]);
    expect(reach("core/x.ts", 'import erfc from "@stdlib/math-base-special-erfc";')).toHaveLength(
      1,
    );
    expect(reach("forecast/x.ts", 'import erfc from "@stdlib/math-base-special-erfc";')).toEqual(
      [],
    );
    expect(reach("workbook/x.ts", 'import { a } from "../functions/bands";')).toHaveLength(1);
    expect(reach("host/x.ts", 'import type { A } from "../core/bands";')).toHaveLength(1);
    expect(reach("taskpane/x.ts", 'import { a } from "../host/grid";')).toHaveLength(1);
    expect(reach("core/x.ts", 'import { html } from "lit";')).toHaveLength(1);
    expect(
      reach("taskpane/x.ts", 'import { html } from "lit"; import { a } from "../core/bands";'),
    ).toEqual([]);
  });
});

describe("the tests", () => {
  const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => ({ file, source: readFileSync(path.join(import.meta.dirname, file), "utf8") }));
  const users = (pattern: RegExp): readonly string[] =>
    tests.filter(({ source }) => pattern.test(withoutComments(source))).map(({ file }) => file);

  test("assert properties through one door, so that each has a committed seed", () => {
    expect(users(/\bfc\s*\.\s*(assert|check)\(/)).toEqual(["support/property.ts"]);
  });

  test("draw nothing by chance and assert no time of the clock", () => {
    expect(users(/\bMath\.random\(|\brandomInt\(/)).toEqual([]);
    expect(users(/expect\([^;]*\b(performance|Date)\.now\(\)/)).toEqual([]);
  });
});
