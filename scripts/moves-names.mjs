// Renames what is exported, and moves single declarations to other files, before the files themselves move.
// `node scripts/moves-names.mjs`; run by moves.mjs.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { CARVES, RENAMES } from "./moves-map.mjs";

const root = process.cwd();
const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((file) => /^(src|test|bench|scripts)\/.*\.ts$/.test(file) || /^[^/]+\.ts$/.test(file))
  .map((file) => path.join(root, file));
const texts = new Map(tracked.map((file) => [file, readFileSync(file, "utf8")]));
const versions = new Map(tracked.map((file) => [file, 0]));
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile("tsconfig.json", ts.sys.readFile).config,
  ts.sys,
  root,
);
const service = ts.createLanguageService({
  getScriptFileNames: () => [...texts.keys()],
  getScriptVersion: (file) => String(versions.get(file) ?? 0),
  getScriptSnapshot: (file) => {
    const text = texts.get(file) ?? (existsSync(file) ? readFileSync(file, "utf8") : undefined);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => root,
  getCompilationSettings: () => options,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (file) => texts.has(file) || ts.sys.fileExists(file),
  readFile: (file) => texts.get(file) ?? ts.sys.readFile(file),
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
});

function edit(file, edits) {
  let text = texts.get(file) ?? "";
  for (const { start, length, newText } of [...edits].sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + newText + text.slice(start + length);
  texts.set(file, text);
  versions.set(file, (versions.get(file) ?? 0) + 1);
}

/** The declaration of that name at the top of a file. */
function declared(file, name) {
  const tree = service.getProgram().getSourceFile(file);
  if (!tree) throw new Error(`${file} is not there`);
  for (const statement of tree.statements) {
    if (statement.name?.text === name) return { statement, node: statement.name };
    for (const one of statement.declarationList?.declarations ?? [])
      if (one.name.text === name) return { statement, node: one.name };
  }
  throw new Error(`${file} declares no ${name}`);
}

const preferences = { allowRenameOfImportPath: false, providePrefixAndSuffixTextForRename: false };
const format = { ...ts.getDefaultFormatCodeSettings("\n"), indentSize: 2 };

for (const [from, to, ...names] of CARVES) {
  const file = path.join(root, from);
  const target = path.join(root, to);
  for (const name of names) {
    const { statement } = declared(file, name);
    const span = { pos: statement.getStart(), end: statement.getEnd() };
    const result = service.getEditsForRefactor(
      file,
      format,
      span,
      "Move to file",
      "Move to file",
      { ...preferences, quotePreference: "double", importModuleSpecifierEnding: "minimal" },
      { targetFile: target },
    );
    if (!result) throw new Error(`${name} cannot be moved out of ${from}`);
    for (const { fileName, textChanges } of result.edits)
      edit(
        fileName,
        textChanges.map(({ span, newText }) => ({ ...span, newText })),
      );
  }
}

// A declaration that followed another one needs no import of it.
for (const [, to, ...names] of CARVES) {
  const target = path.join(root, to);
  for (const name of names) {
    const text = (texts.get(target) ?? "")
      .replace(new RegExp(`^import type \\{ ${name} \\} from "[^"]+";\n`, "m"), "")
      .replace(new RegExp(`^(import type \\{.*?)\\b${name},? ?`, "m"), "$1");
    if (text !== texts.get(target))
      edit(target, [{ start: 0, length: texts.get(target).length, newText: text }]);
  }
}

for (const [from, ...pairs] of RENAMES) {
  const file = path.join(root, from);
  for (const pair of pairs) {
    const [name, to] = pair.split(">");
    const { node } = declared(file, name);
    const places = service.findRenameLocations(file, node.getStart(), false, false, preferences);
    if (!places) throw new Error(`${name} of ${from} cannot be renamed`);
    const byFile = Map.groupBy ? Map.groupBy(places, (p) => p.fileName) : new Map();
    if (!Map.groupBy)
      for (const p of places) byFile.set(p.fileName, [...(byFile.get(p.fileName) ?? []), p]);
    for (const [fileName, all] of byFile)
      edit(
        fileName,
        all.map(({ textSpan, prefixText = "", suffixText = "" }) => ({
          ...textSpan,
          newText: prefixText + to + suffixText,
        })),
      );
    // Docstrings and comments that name it.
    for (const [fileName, text] of texts)
      if (byFile.has(fileName)) {
        const followed = text.replace(new RegExp("`" + name + "(?=[`(])", "g"), "`" + to);
        if (followed !== text) {
          texts.set(fileName, followed);
          versions.set(fileName, (versions.get(fileName) ?? 0) + 1);
        }
      }
  }
}
for (const [file, text] of texts) if ((versions.get(file) ?? 0) > 0) writeFileSync(file, text);
