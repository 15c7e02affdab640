import { expect, test } from "vitest";
import { columnLetters } from "../src/input/cells/a1";
import { openLocalWorkbook } from "../test/support/local-workbook";
import { agrees } from "../test/tolerance";
import { median, printTable } from "./print";

const SIDE = 100;
const ROUNDS = 3;

/** Usages down column A from row 2, commitments across row 1 from column B, bands on a sheet of their own. */
const usageAt = (row: number) => 100_000 + 10_000 * row;
const commitmentAt = (column: number) => 20_000 * (column + 1);

const OURS = (usage: string, commitment: string) =>
  `=COMMIT.EFFECTIVE_COST(${usage},${commitment},Sheet1!$A$1:$B$4)`;
/** The same sum without our functions: C + max(0, U - C/r), r by LOOKUP. */
const NATIVE = (usage: string, commitment: string) =>
  `=${commitment}+MAX(0,${usage}-${commitment}/(1-LOOKUP(${commitment},Sheet1!$A$1:$A$4,Sheet1!$B$1:$B$4)))`;

test("recalculating 10,000 cells in the local workbook", async () => {
  const ours = await recalculate(OURS);
  const native = await recalculate(NATIVE);
  expect(agrees(ours.answer, native.answer)).toBe(true);
  printTable("Recalculating 10,000 cells after one band changes, local workbook in Node", [
    ["", "ms", "ratio"],
    ["native formulas of the same sum", native.ms, 1],
    ["EFFECTIVE_COST", ours.ms, ours.ms / native.ms],
  ]);
});

/** Each kind of formula has its own workbook, so that neither slows the other. */
async function recalculate(
  formula: (usage: string, commitment: string) => string,
): Promise<{ readonly ms: number; readonly answer: number }> {
  const workbook = await openLocalWorkbook({ keepsQuietTime: true });
  const { grid } = workbook;
  const bands = grid.activeSheetId();
  grid.write(bands, { row: 0, col: 0, rows: 4, cols: 2 }, [
    [0, 0],
    [250_000, 0.1],
    [500_000, 0.15],
    [1_000_000, 0.2],
  ]);
  const sheet = grid.addSheet("Table");
  const across = Array.from({ length: SIDE }, (_, column) => column);
  grid.write(sheet, { row: 0, col: 1, rows: 1, cols: SIDE }, [across.map(commitmentAt)]);
  grid.write(
    sheet,
    { row: 1, col: 0, rows: SIDE, cols: SIDE + 1 },
    across.map((row) => [
      usageAt(row),
      ...across.map((column) => formula(`$A${row + 2}`, `${columnLetters(column + 1)}$1`)),
    ]),
  );
  await grid.settle();
  const rounds: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const started = performance.now();
    grid.write(bands, { row: 1, col: 1, rows: 1, cols: 1 }, [[0.1 + round / 100]]);
    await grid.settle();
    rounds.push(performance.now() - started);
  }
  const cell = { row: 57, col: 13, rows: 1, cols: 1 };
  const answer = Number(grid.values(sheet, cell)[0]?.[0]);
  workbook.close();
  return { ms: median(rounds), answer };
}
