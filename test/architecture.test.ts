import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");
const SRC = path.join(ROOT, "src");

/** Folders of the house by level; a folder imports only from lower levels, or from itself. */
const LEVELS: readonly (readonly string[])[] = [
  ["core"],
  ["wording/format", "sheets/formulas"],
  ["forecast", "efficiency"],
  ["term"],
  ["forecast/history"],
  ["input/cells"],
  ["input/headings"],
  ["input"],
  ["input/usage-files", "input/offers"],
  ["deal"],
  ["analysis"],
  ["wording/messages"],
  ["sheets/tables"],
  ["sheets/native"],
  ["sheets"],
  ["functions", "workbook/excel"],
  ["workbook/deal"],
  ["workbook/journal"],
  ["workbook/scenarios"],
  ["workbook/sheets"],
  ["workbook/self-check"],
  ["workbook"],
  ["taskpane/kit"],
  ["taskpane/context"],
  ["taskpane/views"],
  ["taskpane"],
  ["commands"],
];
const HOST = "host";
/** Entries that nothing imports: Excel loads them. */
const ENTRIES: readonly string[] = ["functions", "commands"];
/** A view's folder imports no other view; each is one. */
const VIEW = /^taskpane\/views\/[^/]+/;
/** The state of the pane is a union of what its views keep, so these may import the types of views. */
const STATE_OF_VIEWS = /^taskpane\/context\/pane-(state|actions)\.ts$/;
/** Files of one folder; beyond these a newcomer must learn their names. */
const MOST_FILES = 30;

/** Packages, and the only folders that may use them. */
const PACKAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^@stdlib\//, ["forecast"]],
  [/^(lit|@lit|@fluentui)(\/|$)/, ["taskpane"]],
  [/^d3-/, ["taskpane"]],
  [/^papaparse$/, ["input"]],
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

/** The folder of LEVELS that a file is in, and its level. */
function placeOf(file: string): { readonly folder: string; readonly level: number } | undefined {
  const found = LEVELS.flatMap((folders, level) => folders.map((folder) => ({ folder, level })))
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .toSorted((one, other) => other.folder.length - one.folder.length);
  return found[0];
}

/** What a module imports that it may not. */
function forbiddenImports({ file, folder, source }: Module): readonly string[] {
  return importsOf(source).filter((name) => {
    if (!name.startsWith(".")) {
      const allowed = PACKAGES.find(([pattern]) => pattern.test(name))?.[1] ?? [];
      return !allowed.includes(folder);
    }
    const target = path.relative(SRC, path.resolve(SRC, path.dirname(file), name));
    if (folder === HOST || target.startsWith(`${HOST}/`)) return !target.startsWith(`${folder}/`);
    const [here, there] = [placeOf(file), placeOf(target)];
    if (here === undefined || there === undefined) return true;
    const view = VIEW.exec(target)?.[0];
    if (view !== undefined && STATE_OF_VIEWS.test(file)) return !importsTypesAlone(source, name);
    if (view !== undefined && here.folder === "taskpane/views")
      return VIEW.exec(file)?.[0] !== view;
    if (there.folder === here.folder) return false;
    return there.level >= here.level || ENTRIES.includes(there.folder);
  });
}

function importsTypesAlone(source: string, name: string): boolean {
  const from = source.match(new RegExp(`^import (type )?[^;]*? from "${name}";$`, "gm")) ?? [];
  const isRun = source.includes(`import "${name}";`);
  return !isRun && from.every((text) => text.startsWith("import type "));
}

/** Groups of files that import one another in a circle. */
function circlesAmong(all: readonly Module[]): readonly (readonly string[])[] {
  const files = new Set(all.map(({ file }) => file));
  const imports = new Map(
    all.map(({ file, source }) => [
      file,
      importsOf(source)
        .map((name) => `${path.normalize(path.join(path.dirname(file), name))}.ts`)
        .filter((target) => files.has(target)),
    ]),
  );
  const reached = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const left = [...(imports.get(from) ?? [])];
    for (let file = left.pop(); file !== undefined; file = left.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      left.push(...(imports.get(file) ?? []));
    }
    return seen;
  };
  const reach = new Map([...files].map((file) => [file, reached(file)]));
  const circles = new Map<string, readonly string[]>();
  for (const file of files) {
    if (!reach.get(file)?.has(file)) continue;
    const members = [...files].filter(
      (other) => reach.get(file)?.has(other) && reach.get(other)?.has(file),
    );
    circles.set(members.join(), members);
  }
  return [...circles.values()];
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

describe("the house", () => {
  test("has no folder that it does not know", () => {
    const unknown = modules.filter(({ file, folder }) => folder !== HOST && !placeOf(file));
    expect(unknown.map(({ file }) => file)).toEqual([]);
  });

  test("has at most 14 doors, and no folder of more files than a newcomer reads", () => {
    expect(new Set(modules.map(({ folder }) => folder)).size).toBeLessThanOrEqual(14);
    const counts = new Map<string, number>();
    for (const { file } of modules) {
      const folder = path.dirname(file);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([]);
  });

  test.each(modules.map((module) => [module.file, module] as const))(
    "%s imports only from lower levels",
    (_, module) => {
      expect(forbiddenImports(module)).toEqual([]);
    },
  );

  test("has no circle of imports", () => {
    expect(circlesAmong(modules)).toEqual([]);
    const module = (file: string, source: string): Module => ({ file, folder: "core", source });
    const circle = [
      module("core/a.ts", 'import { b } from "./b";'),
      module("core/b.ts", 'import type { C } from "./c";'),
      module("core/c.ts", 'export * from "./a";'),
      module("core/d.ts", 'import { a } from "./a";'),
    ];
    expect(circlesAmong(circle)).toEqual([["core/a.ts", "core/b.ts", "core/c.ts"]]);
  });

  test.each(GLOBALS)("%s is used only in %j", (pattern, folders) => {
    const users = modules.filter(
      ({ folder, source }) => folder !== HOST && pattern.test(withoutComments(source)),
    );
    expect(users.filter(({ folder }) => !folders.includes(folder)).map(({ file }) => file)).toEqual(
      [],
    );
  });

  test("the shell of the pane loads each element that it draws, so that no view waits for another", () => {
    const shell = modules.filter(({ file }) => path.dirname(file) === "taskpane");
    const drawn = shell.flatMap(({ source }) => source.match(/(?<=<)bandwise-[a-z-]+/g) ?? []);
    const loaded = shell.flatMap(({ source }) =>
      importsOf(source)
        .filter((name) => !importsTypesAlone(source, name))
        .map((name) => `${path.join("taskpane", name)}.ts`),
    );
    expect(drawn).not.toEqual([]);
    const missing = drawn.filter((tag) => {
      const maker = modules.find(({ source }) => source.includes(`@customElement("${tag}")`));
      return !maker || !loaded.includes(maker.file);
    });
    expect(missing).toEqual([]);
  });

  test("refuses a core that reaches up, a host that reaches in, and a package out of place", () => {
    const reach = (file: string, source: string) =>
      forbiddenImports({ file, folder: file.split("/")[0] ?? "", source });
    const reached = (file: string, name: string) =>
      reach(file, `import { a } from "${name}";`).length;
    expect(reached("core/x.ts", "../input/bands-cells")).toBe(1);
    expect(reached("forecast/x.ts", "../input/cells/cells")).toBe(1);
    expect(reached("input/x.ts", "../forecast/forecast")).toBe(0);
    expect(reached("input/cells/x.ts", "../bands-cells")).toBe(1);
    expect(reached("input/x.ts", "./cells/cells")).toBe(0);
    expect(reached("core/x.ts", "@stdlib/math-base-special-erfc")).toBe(1);
    expect(reached("forecast/x.ts", "@stdlib/math-base-special-erfc")).toBe(0);
    expect(reached("workbook/sheets/x.ts", "../../functions/bands")).toBe(1);
    expect(reached("workbook/excel/x.ts", "../sheets/write-table")).toBe(1);
    expect(reached("host/grid/x.ts", "../../core/bands")).toBe(1);
    expect(reached("host/grid/x.ts", "../office/port")).toBe(0);
    expect(reached("taskpane/kit/x.ts", "../../host/grid/grid")).toBe(1);
    expect(reached("taskpane/kit/x.ts", "../context/pane-state")).toBe(1);
    expect(reached("taskpane/views/start/x.ts", "../usage/forecast-form")).toBe(1);
    expect(reached("taskpane/views/start/x.ts", "./manual-entry")).toBe(0);
    expect(reached("taskpane/context/pane-state.ts", "../views/start/manual-entry")).toBe(1);
    expect(
      reach(
        "taskpane/context/pane-state.ts",
        'import type { A } from "../views/start/manual-entry";',
      ),
    ).toEqual([]);
    expect(reached("core/x.ts", "lit")).toBe(1);
    expect(reached("taskpane/x.ts", "lit")).toBe(0);
    expect(reached("taskpane/x.ts", "../core/bands")).toBe(0);
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

  test("name in their titles functions that they use", () => {
    const title = /\b(?:describe|test)(?:\.\w+)*(?:\([^)]*\))?\(\s*(["'`])(?:(?!\1).)*\1/g;
    const stale = tests.flatMap(({ file, source }) => {
      const used = source.replaceAll(title, "");
      return [...source.matchAll(title)]
        .flatMap(([text]) => [...text.matchAll(/\b([a-zA-Z_]\w+)\(\)/g)])
        .filter(([, name = ""]) => !new RegExp(`\\b${name}\\b`).test(used))
        .map(([name]) => `${file}: ${name}`);
    });
    expect(stale).toEqual([]);
  });

  test("draw nothing by chance and assert no time of the clock", () => {
    expect(users(/\bMath\.random\(|\brandomInt\(/)).toEqual([]);
    expect(users(/expect\([^;]*\b(performance|Date)\.now\(\)/)).toEqual([]);
  });
});
