// Moves files to the folders of the house, and follows them: imports, paths in strings and in texts, names of exports.
// `node scripts/moves.mjs` from the root of the repository; it is kept in the one commit that it makes.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { FOLDERS, RENAMED_FILES, TEST_MOVES } from "./moves-map.mjs";

await import("./moves-names.mjs");
execFileSync("git", ["add", "-A", "src", "test"]);
const files = execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n");
const known = new Set(files);

/** Old path → new path. */
const moved = new Map();
for (const [folder, members] of Object.entries(FOLDERS)) {
  for (const member of members.trim().split(/\s+/)) {
    const file = known.has(member) ? member : `${member}.ts`;
    if (!known.has(file)) throw new Error(`no such file: ${member}`);
    const name = RENAMED_FILES[file.replace(/\.ts$/, "")] ?? path.basename(file, ".ts");
    moved.set(
      file,
      `${folder}/${name}${path.extname(file) === ".ts" ? ".ts" : path.extname(file)}`,
    );
  }
}
for (const [from, name] of Object.entries(RENAMED_FILES)) {
  const file = `${from}.ts`;
  if (!moved.has(file)) moved.set(file, `${path.dirname(file)}/${name}.ts`);
}
// A test follows the file that it is named after.
for (const file of files) {
  const match = /^test\/(.+)\.test\.ts$/.exec(file);
  const to = match && moved.get(`src/${match[1]}.ts`);
  if (to) moved.set(file, `test/${to.slice(4, -3)}.test.ts`);
}
for (const [from, to] of Object.entries(TEST_MOVES)) moved.set(from, to);

const after = (file) => moved.get(file) ?? file;
const clash = [...new Set([...moved.values()])].length !== moved.size;
if (clash) throw new Error("two files would have one name");

/** The file that a relative path in a file means, as a path from the root; undefined if none. */
function meant(file, relative) {
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), relative));
  for (const candidate of [target, `${target}.ts`, `${target}.d.ts`])
    if (known.has(candidate)) return candidate;
  return existsSync(target) && statSync(target).isDirectory() ? target : undefined;
}

function relativeTo(file, target, asWritten) {
  let relative = path.posix.relative(path.posix.dirname(file), target);
  if (!relative.startsWith(".")) relative = `./${relative}`;
  return path.extname(asWritten) === ".ts" || !relative.endsWith(".ts")
    ? relative
    : relative.slice(0, -3);
}

/** Rewrites every relative path in a string of the program. */
function followStrings(file, source) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const edits = [];
  const visit = (node) => {
    if (
      (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) &&
      /^\.{1,2}\/./.test(node.text)
    ) {
      const target = meant(file, node.text);
      if (target !== undefined) {
        const to = relativeTo(after(file), after(target), node.text);
        if (to !== node.text) edits.push([node.getStart() + 1, node.getEnd() - 1, to]);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return edits
    .reverse()
    .reduce((text, [from, end, to]) => text.slice(0, from) + to + text.slice(end), source);
}

/** Rewrites paths from the root, with or without their ending, in any text. */
const byLength = [...moved].sort(([a], [b]) => b.length - a.length);
function followPaths(source) {
  let text = source;
  for (const [from, to] of byLength) {
    if (!text.includes(from.replace(/\.ts$/, ""))) continue;
    const bare = from.replace(/(\.test)?\.ts$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const ending = /\.test\.ts$/.test(from) ? "\\.test" : "";
    text = text.replace(
      new RegExp(`(?<![\\w/.-])${bare}${ending}(\\.ts)?(?![\\w/-])`, "g"),
      (_, ts) => to.replace(/\.ts$/, "") + (ts ?? ""),
    );
  }
  return text;
}

for (const file of files) {
  if (
    !/\.(ts|mjs|mts|js|json|md|html|css)$/.test(file) ||
    file === "package-lock.json" ||
    file.startsWith("scripts/moves")
  )
    continue;
  if (file.startsWith("test/cases/") && file.endsWith(".json")) continue;
  const source = readFileSync(file, "utf8");
  const followed = followPaths(
    /\.(ts|mjs|mts|js)$/.test(file) ? followStrings(file, source) : source,
  );
  if (followed !== source) writeFileSync(file, followed);
}
for (const [from, to] of moved) {
  if (from === to) continue;
  mkdirSync(path.dirname(to), { recursive: true });
  execFileSync("git", ["mv", from, to]);
}
console.log(`${moved.size} files moved`);
const left = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
console.log(left.map(({ name }) => name).join(" "));
