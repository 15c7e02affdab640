import { blockAddress } from "../../input/cells/a1";
import type { Expected } from "./case";

/** A check that did not come out: the first cell that differs. */
export interface CheckFailure {
  readonly name: string;
  readonly formula: string;
  readonly expected: string;
  readonly found: string;
}

/** What must stand where, counted from the top left cell of what was read. */
export interface ExpectedBlock {
  readonly name: string;
  readonly formula: string;
  readonly row: number;
  readonly column: number;
  readonly expected: readonly (readonly Expected[])[];
}

/**
 * Two amounts differ when they are further apart than 1e-9 of the larger, or than 1e-9 near 0.
 *
 * Our functions answer to the last bit, but a spreadsheet shows and subtracts 15 digits, and a subtraction of like amounts
 * loses some of them. 1e-9 is a tenth of a cent in 1,000,000 USD: below anything a contract says, and far above that loss.
 */
const DISPLAYED_TOLERANCE = 1e-9;

/** Compares what was read with what must stand there. */
export function compareBlocks(
  blocks: readonly ExpectedBlock[],
  read: readonly (readonly unknown[])[],
): readonly CheckFailure[] {
  return blocks.flatMap((block) => firstDifference(block, read) ?? []);
}

function firstDifference(
  { name, formula, row, column, expected }: ExpectedBlock,
  read: readonly (readonly unknown[])[],
): CheckFailure | undefined {
  for (const [down, cells] of expected.entries())
    for (const [across, cell] of cells.entries()) {
      const found = read[row + down]?.[column + across];
      if (isSame(cell, found)) continue;
      const at = { row: row + down, column: column + across, rows: 1, columns: 1 };
      const where = expected.flat().length > 1 ? ` in ${blockAddress(at)}` : "";
      return { name: name + where, formula, expected: show(cell), found: show(found) };
    }
  return undefined;
}

function isSame(expected: Expected, found: unknown): boolean {
  if (typeof expected === "string") return found === expected;
  if (typeof found !== "number") return false;
  const room = DISPLAYED_TOLERANCE * Math.max(1, Math.abs(expected));
  return Math.abs(found - expected) <= room;
}

function show(value: unknown): string {
  return value === "" || value === undefined || value === null ? "nothing" : String(value);
}
