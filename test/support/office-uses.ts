import path from "node:path";
import ts from "typescript";

/** A requirement set, and its version that added a member. */
export interface RequirementSet {
  readonly name: string;
  readonly version: string;
}

/** One place where a source uses a member of Office's libraries. */
export interface OfficeUse {
  /** Namespace and class or interface, such as Excel.Range. */
  readonly owner: string;
  readonly member: string;
  readonly ownerKind: "class" | "interface" | "namespace" | "enum";
  readonly access: "read" | "write";
  readonly sets: readonly RequirementSet[];
  /** Sets that the code checks before it reaches this place. */
  readonly guards: readonly RequirementSet[];
  readonly at: string;
}

const ROOT = path.join(import.meta.dirname, "../..");
const LIBRARIES = ["@types/office-js/", "@types/custom-functions-runtime/"];
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Every use of Office's libraries in the files, by the types. */
export function officeUses(files: readonly string[]): readonly OfficeUse[] {
  const program = createProgram(files, {});
  const checker = program.getTypeChecker();
  return files.flatMap((file) => usesIn(sourceOf(program, file), checker));
}

/** What one program says of texts that stand for files beside a test: a program for each would read all types again. */
export function madeUp(folder: string, texts: readonly string[]): readonly MadeUpFile[] {
  const files = texts.map((_, index) => path.join(folder, `made-up-${index}.ts`));
  const program = createProgram(
    files,
    Object.fromEntries(files.map((file, index) => [file, texts[index] ?? ""])),
  );
  return files
    .map((file) => sourceOf(program, file))
    .map((source) => ({
      uses: usesIn(source, program.getTypeChecker()),
      errors: program
        .getSemanticDiagnostics(source)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " ")),
    }));
}

export interface MadeUpFile {
  readonly uses: readonly OfficeUse[];
  /** The compiler's messages. */
  readonly errors: readonly string[];
}

function sourceOf(program: ts.Program, file: string): ts.SourceFile {
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error(`${file} is not in the program`);
  return source;
}

function createProgram(
  files: readonly string[],
  texts: Readonly<Record<string, string>>,
): ts.Program {
  const configFile = path.join(ROOT, "tsconfig.build.json");
  const config = ts.getParsedCommandLineOfConfigFile(
    configFile,
    { noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (config === undefined) throw new Error(`${configFile} cannot be read`);
  const host = ts.createCompilerHost(config.options);
  const readFromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, options) => {
    const text = texts[name];
    if (text !== undefined) return ts.createSourceFile(name, text, options, true);
    if (!parsed.has(name)) parsed.set(name, readFromDisk(name, options));
    return parsed.get(name);
  };
  host.fileExists = (name) => texts[name] !== undefined || ts.sys.fileExists(name);
  return ts.createProgram([...files], config.options, host);
}

function usesIn(source: ts.SourceFile, checker: ts.TypeChecker): readonly OfficeUse[] {
  const uses: OfficeUse[] = [];
  const add = (symbol: ts.Symbol | undefined, node: ts.Node, access: OfficeUse["access"]): void => {
    const use = symbol && describeUse(symbol, node, access, checker);
    if (use) uses.push(use);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      add(checker.getSymbolAtLocation(node.name), node, isWritten(node) ? "write" : "read");
    } else if (ts.isCallExpression(node) && isNamed(node.expression, "load")) {
      for (const symbol of loadedMembers(node, checker)) add(symbol, node, "read");
    } else if (ts.isObjectLiteralExpression(node)) {
      for (const symbol of literalMembers(node, checker)) add(symbol, node, "write");
    } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      const type = checker.getTypeAtLocation(node.parent);
      if (ts.isIdentifier(name)) add(type.getProperty(name.text), node, "read");
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

function isNamed(expression: ts.Expression, name: string): boolean {
  return ts.isPropertyAccessExpression(expression) && expression.name.text === name;
}

function isWritten(node: ts.PropertyAccessExpression): boolean {
  return (
    ts.isBinaryExpression(node.parent) &&
    node.parent.left === node &&
    node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

/** Members that the text of a `load("a, b/c")` names. */
function loadedMembers(call: ts.CallExpression, checker: ts.TypeChecker): readonly ts.Symbol[] {
  if (!ts.isPropertyAccessExpression(call.expression)) return [];
  const texts: ts.StringLiteralLike[] = [];
  for (const argument of call.arguments) {
    const parts: readonly ts.Expression[] = ts.isArrayLiteralExpression(argument)
      ? argument.elements
      : [argument];
    texts.push(...parts.filter(ts.isStringLiteralLike));
  }
  const type = checker.getNonNullableType(checker.getTypeAtLocation(call.expression.expression));
  return texts
    .flatMap(({ text }) => text.split(",").map((part) => part.trim()))
    .flatMap((steps) => {
      const found: ts.Symbol[] = [];
      let current: ts.Type | undefined = type;
      for (const step of steps.split("/")) {
        const symbol: ts.Symbol | undefined = current?.getProperty(step);
        if (symbol === undefined) throw new Error(`load("${steps}"): there is no ${step}`);
        found.push(symbol);
        const next = checker.getTypeOfSymbolAtLocation(symbol, call);
        current = checker.getIndexTypeOfType(next, ts.IndexKind.Number) ?? next;
      }
      return found;
    });
}

/** Members of a class that an object for `set()` or `load()` names. */
function literalMembers(
  literal: ts.ObjectLiteralExpression,
  checker: ts.TypeChecker,
): readonly ts.Symbol[] {
  const type = checker.getContextualType(literal);
  return literal.properties.flatMap((property) => {
    const name = property.name && ts.isIdentifier(property.name) ? property.name.text : "";
    return type?.getProperty(name) ?? [];
  });
}

function describeUse(
  symbol: ts.Symbol,
  node: ts.Node,
  access: OfficeUse["access"],
  checker: ts.TypeChecker,
): OfficeUse | undefined {
  const declaration = symbol.declarations?.find(isFromLibrary);
  const parent = declaration && ownerOf(declaration);
  if (declaration === undefined || parent === undefined) return undefined;
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  const updates = /^Excel\.Interfaces\.(\w+?)(?:Collection)?(?:UpdateData|LoadOptions)$/.exec(
    parent.name,
  );
  return {
    owner: updates ? `Excel.${updates[1]}` : parent.name,
    ownerKind: updates ? "class" : parent.kind,
    member: symbol.name,
    access,
    sets: [...setsOf(declaration), ...setsOf(parent.node)],
    guards: guardsOf(node, checker),
    at: `${path.relative(ROOT, source.fileName)}:${line + 1}`,
  };
}

function isFromLibrary(declaration: ts.Node): boolean {
  const { fileName } = declaration.getSourceFile();
  return LIBRARIES.some((library) => fileName.includes(library));
}

function ownerOf(
  declaration: ts.Node,
): { name: string; kind: OfficeUse["ownerKind"]; node: ts.Node } | undefined {
  const names: string[] = [];
  let kind: OfficeUse["ownerKind"] | undefined;
  let owner: ts.Node | undefined;
  for (let node: ts.Node | undefined = declaration.parent; node; node = node.parent) {
    const found = kindOf(node);
    if (found === undefined) continue;
    kind ??= found;
    owner ??= node;
    const { name } = node as ts.ClassDeclaration | ts.ModuleDeclaration;
    if (name) names.unshift(name.text);
  }
  return kind && owner ? { name: names.join("."), kind, node: owner } : undefined;
}

function kindOf(node: ts.Node): OfficeUse["ownerKind"] | undefined {
  if (ts.isClassDeclaration(node)) return "class";
  if (ts.isInterfaceDeclaration(node)) return "interface";
  if (ts.isModuleDeclaration(node)) return "namespace";
  return ts.isEnumDeclaration(node) ? "enum" : undefined;
}

const SET_MARKS = [
  /\[Api set: (?<name>\w+) (?<version>\d+\.\d+)/g,
  /\*\*Requirement set\*\*:[^\n]*?\|? ?(?<name>[A-Z]\w+) (?<version>\d+\.\d+)/g,
];

/** Sets that only other applications have: their note on a shared member does not concern Excel. */
const OTHER_APPLICATIONS = /^(Mailbox|OneNote|Outlook|PowerPoint|Visio|Word)/;

/** Requirement sets that a declaration's own comment names. */
function setsOf(declaration: ts.Node): readonly RequirementSet[] {
  const text = declaration.getSourceFile().text;
  const comments = ts.getLeadingCommentRanges(text, declaration.getFullStart()) ?? [];
  const comment = comments.at(-1);
  if (comment === undefined) return [];
  const words = text.slice(comment.pos, comment.end);
  return SET_MARKS.flatMap((mark) =>
    [...words.matchAll(mark)].map(({ groups }) => ({
      name: groups?.["name"] ?? "",
      version: groups?.["version"] ?? "",
    })),
  ).filter(({ name }) => !OTHER_APPLICATIONS.test(name));
}

/** Requirement sets that the code needs to reach a node. */
function guardsOf(node: ts.Node, checker: ts.TypeChecker): readonly RequirementSet[] {
  const guards: RequirementSet[] = [];
  const require = (condition: ts.Expression, holds: boolean): void => {
    guards.push(...askedFor(condition, holds, checker));
  };
  for (let child = node; child.parent && !ts.isSourceFile(child); child = child.parent) {
    const { parent } = child;
    if (ts.isIfStatement(parent)) {
      if (parent.thenStatement === child) require(parent.expression, true);
      if (parent.elseStatement === child) require(parent.expression, false);
    } else if (ts.isConditionalExpression(parent)) {
      if (parent.whenTrue === child) require(parent.condition, true);
      if (parent.whenFalse === child) require(parent.condition, false);
    } else if (ts.isBinaryExpression(parent) && parent.right === child) {
      const isAnd = parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
      if (isAnd) require(parent.left, true);
    } else if (ts.isBlock(parent)) {
      for (const before of parent.statements) {
        if (before === child) break;
        if (ts.isIfStatement(before) && leaves(before.thenStatement)) {
          require(before.expression, false);
        }
      }
    }
  }
  return guards;
}

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

/** Sets that are present when `condition` holds, or when it does not. */
function askedFor(
  condition: ts.Expression,
  holds: boolean,
  checker: ts.TypeChecker,
): readonly RequirementSet[] {
  if (ts.isParenthesizedExpression(condition)) {
    return askedFor(condition.expression, holds, checker);
  }
  if (ts.isPrefixUnaryExpression(condition)) {
    const isNot = condition.operator === ts.SyntaxKind.ExclamationToken;
    return isNot ? askedFor(condition.operand, !holds, checker) : [];
  }
  if (ts.isBinaryExpression(condition)) {
    const splits = holds ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken;
    if (condition.operatorToken.kind !== splits) return [];
    const sides = [condition.left, condition.right];
    return sides.flatMap((side) => askedFor(side, holds, checker));
  }
  if (ts.isIdentifier(condition)) {
    const declaration = checker.getSymbolAtLocation(condition)?.valueDeclaration;
    const isConstant =
      declaration &&
      ts.isVariableDeclaration(declaration) &&
      (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
    return isConstant && declaration.initializer
      ? askedFor(declaration.initializer, holds, checker)
      : [];
  }
  if (!holds || !ts.isCallExpression(condition)) return [];
  const [name, version] = condition.arguments;
  const isAsked = isNamed(condition.expression, "isSetSupported");
  return isAsked && name && version && ts.isStringLiteral(name) && ts.isStringLiteral(version)
    ? [{ name: name.text, version: version.text }]
    : [];
}

/** Whether one version is at least another: 1.13 is later than 1.9. */
export function isAtLeast(version: string, wanted: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
