import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const MODEL = path.join(import.meta.dirname, "../../src/host/model");

export interface ModelMember {
  readonly className: string;
  readonly member: string;
  readonly reads: boolean;
  readonly writes: boolean;
}

/** Members that collections inherit. */
const COLLECTION_MEMBERS = ["getItem", "getItemOrNullObject", "getItemAt", "getCount"];

/** Members of the model's classes for an add-in; names with an underscore are the client's. */
export function modelMembers(sources: readonly string[] = modelSources()): readonly ModelMember[] {
  return sources.flatMap((text) => {
    const file = ts.createSourceFile("model.ts", text, ts.ScriptTarget.Latest, true);
    return file.statements.filter(ts.isClassDeclaration).flatMap(membersOf);
  });
}

/** Members that a class has from the collections' base. */
export function isInherited(className: string, member: string): boolean {
  return className.endsWith("Collection") && COLLECTION_MEMBERS.includes(member);
}

function modelSources(): readonly string[] {
  return readdirSync(MODEL)
    .filter((file) => file !== "local-host.ts")
    .map((file) => readFileSync(path.join(MODEL, file), "utf8"));
}

function membersOf(declaration: ts.ClassDeclaration): readonly ModelMember[] {
  const className = declaration.name?.text ?? "";
  const isAbstract = declaration.modifiers?.some(
    ({ kind }) => kind === ts.SyntaxKind.AbstractKeyword,
  );
  if (isAbstract) return [];
  const members = new Map<string, ModelMember>();
  for (const element of declaration.members) {
    // A decorator makes a property of what a class declares.
    const isDecorated = ts.isPropertyDeclaration(element) && !!ts.getDecorators(element);
    const isCallable =
      isDecorated ||
      ts.isMethodDeclaration(element) ||
      ts.isGetAccessorDeclaration(element) ||
      ts.isSetAccessorDeclaration(element);
    if (!isCallable || !ts.isIdentifier(element.name)) continue;
    const member = element.name.text;
    if (member.startsWith("_") || isHidden(element)) continue;
    const known = members.get(member) ?? { className, member, reads: false, writes: false };
    const isSetter = ts.isSetAccessorDeclaration(element);
    const isReadonly = (ts.getCombinedModifierFlags(element) & ts.ModifierFlags.Readonly) !== 0;
    members.set(member, {
      ...known,
      reads: known.reads || !isSetter,
      writes: known.writes || isSetter || (isDecorated && !isReadonly),
    });
  }
  return [...members.values()];
}

function isHidden(element: ts.ClassElement): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (ts.getCombinedModifierFlags(element) & hidden) !== 0;
}
