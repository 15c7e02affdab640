import { blockOf, columnLetters, withoutSheet } from "../../input/cells/a1";
import { literalText } from "../../sheets/literal-text";
import { FaultError } from "../excel/run";
import { pauseFor, readWhenCalculated } from "../excel/wait";

/** What a cell shows whose formula has no value: Excel is calculating, knows no such function, or has no room to spill. */
const NO_VALUE = /^#(BUSY!|GETTING_DATA|NAME\?|SPILL!|CALC!|CONNECT!|REF!)$/;

/** What Excel shows for an error, and writes as one. */
const ERROR = /^#(N\/A|VALUE!|NUM!|DIV\/0!|NULL!)$/;

/**
 * Replaces the formulas of a block by what they come to, once Excel has calculated them. Formats, rules and charts stay.
 *
 * @throws FaultError where a cell has no value.
 */
export async function replaceByValues(block: Excel.Range, sheet: string): Promise<void> {
  const values = await readWhenCalculated(async () => {
    block.load("address,values");
    await block.context.sync();
    return block.values;
  }, pauseFor);
  const { row: top, column: left } = blockOf(withoutSheet(block.address));
  for (const [row, line] of values.entries())
    for (const [column, value] of line.entries())
      if (typeof value === "string" && NO_VALUE.test(value))
        throw new FaultError({
          kind: "notCalculated",
          ...{ sheet, cell: `${columnLetters(left + column)}${top + row + 1}`, shows: value },
        });
  block.values = values.map((line) => line.map(asItIs));
}

function asItIs(value: unknown): unknown {
  return typeof value === "string" && !ERROR.test(value) ? literalText(value) : value;
}
