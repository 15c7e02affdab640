import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EXHAUSTIVE } from "../support/exhaustive";
import { expectShown, type Rows } from "../support/formula-sheet";
import { hostForNode } from "../support/host-bundle";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

let book: LocalWorkbook;
beforeEach(async () => {
  book = await openLocalWorkbook();
});
afterEach(() => book.close());

/** Pairs of one length and one hash: Univer alone takes the second of each for the first. */
const NUMBERS = ["1140475672421", "1810426474568"] as const;
const [ONE, OTHER] = ["17d09hu", "0kxlxyd"].map(
  (end) => `A text of more than sixty-four letters, which Univer keeps under a hash: ${end}`,
);

const ROWS: Rows = [
  ...NUMBERS.map((number) => [`=${"0+".repeat(32)}${number}`, Number(number)] as const),
  ...NUMBERS.map((number) => [`=${"0+".repeat(32)}${number}*2`, Number(number) * 2] as const),
  [`="${ONE}"`, ONE ?? ""],
  [`="${OTHER}"`, OTHER ?? ""],
  [`=IF(TRUE,"${OTHER}","${ONE}")`, OTHER ?? ""],
  [`="${ONE}"="${OTHER}"`, false],
  [`=EXACT("${ONE}","${OTHER}")`, false],
  [`=MATCH("${OTHER}",{"${ONE}";"${OTHER}"},0)`, 2],
  [`=RIGHT("${OTHER}",7)`, "0kxlxyd"],
  [`="${ONE?.slice(0, 70)}"&"${ONE?.slice(70)}"`, ONE ?? ""],
  [`="${OTHER?.slice(0, 70)}"&"${OTHER?.slice(70)}"`, OTHER ?? ""],
];

test("long formulas and texts of one hash are each themselves", () => expectShown(book, ROWS));

test("a formula follows a name that comes after it, goes, and comes again", async () => {
  const { grid } = book;
  const named = (name: string, formula: string) => ({ name, formula, comment: "", visible: true });
  book.setCell("Sheet1", "A1", "=Rate*2");
  book.setCell("Sheet1", "A2", "=SUM(Rate,Other)");
  const shown = async () => (await book.readCells("Sheet1", "A1:A2")).flat();
  expect(await shown()).toEqual(["#NAME?", "#NAME?"]);
  grid.putName(named("Other", "=1"));
  grid.putName(named("Rate", "=10"));
  expect(await shown()).toEqual([20, 11]);
  grid.deleteName(named("Rate", "=10"));
  expect(await shown()).toEqual(["#NAME?", "#NAME?"]);
  grid.putName(named("Rate", "=30"));
  expect(await shown()).toEqual([60, 31]);
});

test.each(["Rate", "A.b", "Größe", "_x\\y", "Is_it?"])(
  "a formula finds the name %s",
  async (name) => {
    book.grid.putName({ name, formula: "=10", comment: "", visible: true });
    book.setCell("Sheet1", "A1", `=${name}+1`);
    expect(await book.readCell("Sheet1", "A1")).toBe(11);
  },
);

/** More than Univer alone keeps. */
const MANY = 6_000;

if (EXHAUSTIVE)
  test("each of many formulas is read once, however often it is calculated", async () => {
    const { grid, univer } = book;
    const sheetId = grid.activeSheetId();
    const lexer = univer.univer.__getInjector().get(hostForNode.Lexer);
    const read = vi.spyOn(lexer, "treeBuilder");
    const rows = Array.from({ length: MANY }, (_, index) => [`=$B$1+${index}`]);
    grid.write(sheetId, { row: 0, col: 0, rows: MANY, cols: 1 }, rows);
    for (const input of [1, 2, 3]) {
      book.setCell("Sheet1", "B1", input);
      expect(await book.readCell("Sheet1", `A${MANY}`)).toBe(input + MANY - 1);
    }
    expect(read).toHaveBeenCalledTimes(MANY);
  });
