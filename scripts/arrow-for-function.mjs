import ts from "typescript";

/**
 * A step of TypeScript: an arrow for every named function, as the first of its block, where it is known to the whole block as
 * before. Functions that follow each other are then one declaration, and most need no `return`.
 *
 * A function that is called while the lines before it run would no longer be there; then the file does not load, and every test
 * of a built file fails.
 */
export function arrowForFunction(context) {
  const { factory } = context;
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (ts.isSourceFile(visited))
      return factory.updateSourceFile(visited, arrowsFirst(visited.statements, factory));
    if (ts.isBlock(visited))
      return factory.updateBlock(visited, arrowsFirst(visited.statements, factory));
    return visited;
  };
  return (file) => visit(file);
}

function arrowsFirst(statements, factory) {
  const isMoved = (statement) => ts.isFunctionDeclaration(statement) && canBeArrow(statement);
  return [
    ...statements.filter(ts.isImportDeclaration),
    ...statements.filter(isMoved).map((statement) => declaration(statement, factory)),
    ...statements.filter((statement) => !ts.isImportDeclaration(statement) && !isMoved(statement)),
  ];
}

function canBeArrow({ name, body, asteriskToken }) {
  return name !== undefined && body !== undefined && asteriskToken === undefined && !usesThis(body);
}

function usesThis(node) {
  return (
    node.kind === ts.SyntaxKind.ThisKeyword ||
    (ts.isIdentifier(node) && node.text === "arguments") ||
    ts.forEachChild(node, usesThis) === true
  );
}

function declaration({ modifiers, name, typeParameters, parameters, type, body }, factory) {
  const isAsync = ({ kind }) => kind === ts.SyntaxKind.AsyncKeyword;
  const arrow = factory.createArrowFunction(
    modifiers?.filter(isAsync),
    ...[typeParameters, parameters, type],
    factory.createToken(ts.SyntaxKind.EqualsGreaterThanToken),
    body,
  );
  return factory.createVariableStatement(
    modifiers?.filter((modifier) => !isAsync(modifier)),
    factory.createVariableDeclarationList(
      [factory.createVariableDeclaration(name, undefined, undefined, arrow)],
      ts.NodeFlags.Let,
    ),
  );
}
