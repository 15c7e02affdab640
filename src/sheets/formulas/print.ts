import type { CellContent, Formula, Operator } from "./call";

/** What stands before the name of each of our functions in a cell. */
export const PREFIX = "COMMIT.";

/** A formula as a cell takes it. */
export function printFormula(formula: Formula): string {
  return `=${printExpression(formula)}`;
}

/** A formula without its equals sign, as it stands inside another. */
export function printExpression(formula: Formula): string {
  switch (formula.kind) {
    case "reference":
      return formula.reference;
    case "literal":
      return printLiteral(formula.value);
    case "array":
      return `{${formula.rows.map((row) => row.map(printLiteral).join(",")).join(";")}}`;
    case "call": {
      const given = formula.given.map((one) => (one === null ? "" : printExpression(one)));
      return `${formula.isOurs ? PREFIX : ""}${formula.name}(${given.join(",")})`;
    }
    case "operation": {
      const { left, operator, right } = formula;
      return `${within(left, operator, false)}${operator}${within(right, operator, true)}`;
    }
  }
}

/** A call of ours as somebody types it, who leaves out the prefix: checks of Excel itself hand it such text. */
export function typedCall(call: string): string {
  return PREFIX + call;
}

/** What a cell is given: a formula as its text. */
export function printContent(content: CellContent): string | number {
  return typeof content === "object" ? printFormula(content) : content;
}

function printLiteral(value: string | number): string {
  return typeof value === "number" ? String(value) : `"${value.replaceAll('"', '""')}"`;
}

/** An operand, in brackets where Excel would else work another operation out first. */
function within(operand: Formula, around: Operator, isRight: boolean): string {
  const printed = printExpression(operand);
  if (operand.kind !== "operation") return printed;
  const [inner, outer] = [BINDS[operand.operator], BINDS[around]];
  return inner < outer || (isRight && inner === outer) ? `(${printed})` : printed;
}

/** How tightly an operator binds: Excel compares last, joins before that, then adds, then multiplies. */
const BINDS: Readonly<Record<Operator, number>> = {
  ...{ "<": 0, ">": 0, ">=": 0, "=": 0 },
  "&": 1,
  ...{ "+": 2, "-": 2 },
  ...{ "*": 3, "/": 3 },
};
