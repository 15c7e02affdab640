import { type CellValue, cellError } from "./cell-value";
import type { FunctionArgument } from "./grid";

type Block = readonly (readonly CellValue[])[];
type Call = (args: readonly FunctionArgument[]) => Promise<Block>;

/**
 * Calls a function once for each cell, where an argument for one value is a
 * block of several, as Excel's array formulas do: blocks of one row or column
 * stretch to the largest, and where a block ends the answer is #N/A.
 */
export async function lift(
  args: readonly FunctionArgument[],
  takesMatrix: (index: number) => boolean,
  call: Call,
): Promise<Block> {
  const blocks = args.filter((argument, index) => !takesMatrix(index) && size(argument) !== "1x1");
  if (blocks.length === 0) return call(args);
  const rows = Math.max(...blocks.map((block) => height(block)));
  const cols = Math.max(...blocks.map((block) => width(block)));
  const answers: CellValue[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const line: CellValue[] = [];
    for (let col = 0; col < cols; col += 1) {
      const cells = args.map((argument, index) =>
        takesMatrix(index) ? argument : cellOf(argument, row, col),
      );
      const complete = cells.flatMap((cell) => (cell === null ? [] : [cell]));
      const missing = complete.length < cells.length;
      line.push(missing ? cellError("#N/A") : ((await call(complete))[0]?.[0] ?? null));
    }
    answers.push(line);
  }
  return answers;
}

function height(argument: FunctionArgument): number {
  return argument.kind === "matrix" ? argument.values.length : 1;
}

function width(argument: FunctionArgument): number {
  return argument.kind === "matrix" ? (argument.values[0]?.length ?? 0) : 1;
}

function size(argument: FunctionArgument): string {
  return `${height(argument)}x${width(argument)}`;
}

/** The argument's value for one cell of the answer; null when its block ends before. */
function cellOf(argument: FunctionArgument, row: number, col: number): FunctionArgument | null {
  if (argument.kind !== "matrix") return argument;
  const line = argument.values[height(argument) === 1 ? 0 : row];
  const value = line?.[width(argument) === 1 ? 0 : col];
  return value === undefined ? null : { kind: "scalar", value };
}
