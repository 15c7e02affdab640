import { expect, test } from "vitest";
import { NotNative } from "../src/sheets/native/not-native";
import { twinOf } from "../src/sheets/native/twins";
import { Inputs, stepsDown } from "../test/sheets/native/cells";
import { Answers, inputCells, workingCells } from "../test/sheets/native/given-cells";
import { type GivenCell, valuesIn, xlsxOf } from "../test/support/formula-workbook";
import { IronCalcWorkbook } from "../test/support/iron-calc";
import { convertInLibreOffice, findLibreOffice } from "../test/support/libre-office";
import { agrees } from "../test/tolerance";
import { type BuiltFunction, builtFunction } from "./built-function";
import { median, printTable } from "./print";

const SIDE = 100;
const CELLS = SIDE * SIDE;
const ROUNDS = 3;

const BANDS = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];
const usageAt = (row: number): number => 100_000 + 10_000 * row;
const commitmentAt = (column: number): number => 20_000 * (column + 1);
const AXIS = Array.from({ length: SIDE }, (_, index) => index);

/** A grid of costs in Excel's own functions: usages down, commitments across, a curve for each commitment. */
function gridOfTwins(): { readonly cells: readonly GivenCell[]; readonly last: string } {
  const inputs = new Inputs();
  const { workings, blocks } = stepsDown();
  const twin = twinOf(blocks, "SENSITIVITY", [
    inputs.put(AXIS.map((row) => [usageAt(row)])),
    inputs.put([AXIS.map(commitmentAt)]),
    inputs.put(BANDS),
    undefined,
    undefined,
  ]);
  if (twin instanceof NotNative) throw new Error("a grid that workings follow");
  const answers = new Answers();
  const places = answers.put(twin);
  const last = Array.isArray(places) ? places.at(-1)?.at(-1) : undefined;
  if (last === undefined) throw new Error("a grid has a last cell");
  return { cells: [...inputCells(inputs), ...workingCells(workings), ...answers.cells], last };
}

async function msOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function callAll(cost: BuiltFunction): void {
  for (const row of AXIS)
    for (const column of AXIS)
      cost(
        usageAt(row),
        commitmentAt(column),
        BANDS.map((band) => [...band]),
      );
}

test("10,000 cells of EFFECTIVE_COST: our function, and its twin in two engines", async () => {
  const cost = builtFunction("EFFECTIVE_COST");
  const { cells, last } = gridOfTwins();
  const wanted = cost(usageAt(SIDE - 1), commitmentAt(SIDE - 1), BANDS);
  const file = xlsxOf(cells);
  const [empty] = cells;
  const nothing = xlsxOf(empty ? [empty] : []);
  const ironCalc = await IronCalcWorkbook.open(cells);
  ironCalc.watch([last]);
  ironCalc.calculate();
  expect(agrees(Number(ironCalc.shownAt(last)), Number(wanted))).toBe(true);
  const hasLibreOffice = findLibreOffice().kind === "program";
  if (hasLibreOffice)
    expect(
      agrees(Number(valuesIn(await convertInLibreOffice(file, "xlsx")).get(last)), Number(wanted)),
    ).toBe(true);
  const rounds: (readonly number[])[] = [];
  // They take turns, so that a busy machine slows all of them.
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await msOf(() => callAll(cost));
    ironCalc.put({ ...changed(cells), content: { kind: "value", value: 0.1 + round / 100 } });
    const iron = await msOf(() => ironCalc.calculate());
    const started = hasLibreOffice
      ? await msOf(() => convertInLibreOffice(nothing, "xlsx"))
      : Number.NaN;
    const libre = hasLibreOffice
      ? (await msOf(() => convertInLibreOffice(file, "xlsx"))) - started
      : Number.NaN;
    rounds.push([ours, libre, iron]);
  }
  ironCalc.close();
  const [ours = 0, libre = 0, iron = 0] = [0, 1, 2].map((which) =>
    median(rounds.map((round) => ((round[which] ?? 0) * 1000) / CELLS)),
  );
  printTable("10,000 cells of EFFECTIVE_COST in a grid", [
    ["", "µs a cell", "ratio"],
    ["built function, fresh arrays", ours, 1],
    ["twin in LibreOffice: load, calculate, save", libre, libre / ours],
    ["twin in IronCalc: calculated again", iron, iron / ours],
  ]);
});

/** The discount of the second band, which every cost above it depends on. */
function changed(cells: readonly GivenCell[]): GivenCell {
  const found = cells.find(({ content }) => content.kind === "value" && content.value === 0.1);
  if (found === undefined) throw new Error("a band of 10%");
  return found;
}
