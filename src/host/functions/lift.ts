import { mapCells } from "../grid/address";
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
  const blocks = args.map((argument, index) =>
    argument.kind === "matrix" && !takesMatrix(index) ? argument.values : undefined,
  );
  const rows = Math.max(1, ...blocks.map((block) => block?.length ?? 1));
  const cols = Math.max(1, ...blocks.map((block) => block?.[0]?.length ?? 1));
  if (rows * cols === 1) return call(args);
  const answers = mapCells({ row: 0, col: 0, rows, cols }, (row, col) => {
    const cells = args.flatMap((argument, index) => {
      const block = blocks[index];
      if (block === undefined) return argument;
      const line = block[block.length === 1 ? 0 : row];
      const value = line?.[line.length === 1 ? 0 : col];
      return value === undefined ? [] : { kind: "scalar" as const, value };
    });
    return cells.length < args.length ? [[cellError("#N/A")]] : call(cells);
  });
  const firsts = (lines: readonly (readonly Block[])[]): Block =>
    lines.map((line) => line.map((answer) => answer[0]?.[0] ?? null));
  return answers.flat().some((answer) => answer instanceof Promise)
    ? Promise.all(answers.map((line) => Promise.all(line))).then(firsts)
    : firsts(answers as Block[][]);
}
