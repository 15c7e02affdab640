// Whether only code reads the words of code-words.mjs: `node scripts/check-code-words.mjs`. A part of the gate.
import path from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { root } from "./bundle.mjs";
import { CODE_WORDS } from "./code-words.mjs";

/** What others read, by name: JSON is kept in workbooks, or told apart by its print. */
const STORED = /^JSON\.(?:stringify|parse)$/;

/**
 * Words that somebody else reads, each with where: a library or the host has a member of this name, JSON holds it,
 * or a module that is taken whole exports it.
 *
 * @param {Iterable<string>} words
 */
export function wordsReadByOthers(words) {
  const { options, fileNames } = ts.getParsedCommandLineOfConfigFile(
    path.join(root, "tsconfig.build.json"),
    { noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const asked = new Set(words);
  const found = new Map();
  for (const file of program.getSourceFiles()) {
    const isOurs = path.relative(root, file.fileName).startsWith("src");
    const put = (word, node) => {
      if (!asked.has(word) || found.has(word)) return;
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.set(word, `${path.relative(root, file.fileName)}:${line + 1}`);
    };
    const visit = (node) => {
      const isStored = ts.isCallExpression(node) && STORED.test(node.expression.getText(file));
      if (isOurs && isStored)
        for (const given of [...node.arguments, node.parent])
          for (const word of wordsOf(checker.getTypeAtLocation(given), checker)) put(word, node);
      // What a module exports keeps its name: whoever takes the whole module asks for it by this name.
      if (isOurs && takesWholeModule(node))
        for (const { name } of checker.getExportsOfModule(moduleOf(node, checker))) put(name, node);
      const isMember = !isOurs || ts.getDecorators(node)?.length || isParameterProperty(node);
      if (isMember && node.name && ts.isIdentifier(node.name)) put(node.name.text, node);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

function takesWholeModule(node) {
  const isImport =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isImport || ts.isNamespaceImport(node);
}

function moduleOf(node, checker) {
  const name = ts.isCallExpression(node) ? node.arguments[0] : node.parent.parent.moduleSpecifier;
  return checker.getSymbolAtLocation(name);
}

function isParameterProperty(node) {
  return ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent);
}

/** Names of members and words that values of a type can hold, at any depth. */
function wordsOf(type, checker, words = new Set(), seen = new Set()) {
  if (seen.has(type)) return words;
  seen.add(type);
  const inside = (one) => one && wordsOf(one, checker, words, seen);
  if (type.isStringLiteral()) words.add(type.value);
  if (type.isUnionOrIntersection()) type.types.forEach(inside);
  if (type.flags & ts.TypeFlags.TypeParameter) inside(checker.getBaseConstraintOfType(type));
  if (!(type.flags & ts.TypeFlags.Object)) return words;
  checker.getTypeArguments(type)?.forEach(inside);
  inside(checker.getIndexTypeOfType(type, ts.IndexKind.String));
  if (checker.isArrayType(type) || checker.isTupleType(type)) return words;
  for (const member of type.getProperties()) {
    words.add(member.name);
    inside(checker.getTypeOfSymbol(member));
  }
  return words;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = wordsReadByOthers(CODE_WORDS);
  for (const [word, place] of found) console.error(`${word} is read by others: ${place}`);
  process.exitCode = found.size > 0 ? 1 : 0;
}
