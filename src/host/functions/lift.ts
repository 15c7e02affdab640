import { type Block, cellError } from "../grid/cell-value";
import type { FunctionArgument } from "../grid/function-argument";

type Call = (args: readonly FunctionArgument[]) => Block | Promise<Block>;

/**
 * Calls a function once for each cell, where an argument for one value is a
 * block of several, as Excel's array formulas do: blocks of one row or column
 * stretch to the largest, and where a block ends the answer is #N/A.
 */
export function lift(
  args: readonly FunctionArgument[],
  takesMatrix: (index: number) => boolean,
  call: Call,
): Block | Promise<Block> {
  const blocks = args.filter((argument, index) => !takesMatrix(index) && size(argument) !== "1x1");
  if (blocks.length === 0) return call(args);
  const rows = Math.max(...blocks.map((block) => height(block)));
  const cols = Math.max(...blocks.map((block) => width(block)));
  const answers = Array.from({ length: rows * cols }, (_, index) => {
    const cells = args.flatMap((argument, at) =>
      takesMatrix(at) ? argument : (cellOf(argument, Math.floor(index / cols), index % cols) ?? []),
    );
    return cells.length < args.length ? [[cellError("#N/A")]] : call(cells);
  });
  const arrange = (calls: readonly Block[]): Block =>
    Array.from({ length: rows }, (_, row) =>
      calls.slice(row * cols, (row + 1) * cols).map((answer) => answer[0]?.[0] ?? null),
    );
  const known = answers.filter((answer): answer is Block => !(answer instanceof Promise));
  return known.length === answers.length ? arrange(known) : Promise.all(answers).then(arrange);
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
