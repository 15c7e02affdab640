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

const named = (name: string, formula: string) => ({ name, formula, comment: "", visible: true });

test.each([
  ["Rate", "Rate", "Rate"],
  ["Rate", "rate", "RATE"],
  ["RATE", "rAte", "rate"],
  ["A.b", "a.B", "a.b"],
  ["My_rate", "my_rate", "MY_RATE"],
  ["Größe", "größe", "GRößE"],
  ["Ärger", "ärger", "ÄRGER"],
  ["Is_it?", "IS_IT?", "is_it?"],
  ["_x\\y", "_X\\y", "_X\\Y"],
])(
  "formulas follow the name %s, which they also write %s, and %s in its place",
  async (first, other, next) => {
    const { grid } = book;
    for (const [cell, content] of [
      ["A1", `=${first}*2`],
      ["A2", `=SUM(${other},Other)`],
      ["A3", `=${other}`],
      ["A4", "=doubled+1"],
      ["C1", 10],
      ["C2", 30],
    ] as const)
      book.setCell("Sheet1", cell, content);
    const shown = async () => (await book.readCells("Sheet1", "A1:A4")).flat();
    const none = Array(4).fill("#NAME?");
    expect(await shown()).toEqual(none);
    grid.putName(named("Other", "=1"));
    grid.putName(named("Doubled", `=${other}*2`));
    grid.putName(named(first, "=Sheet1!$C$1"));
    expect(await shown()).toEqual([20, 11, 10, 21]);
    grid.deleteName(named(first, "=Sheet1!$C$1"));
    expect(await shown()).toEqual(none);
    grid.putName(named(next, "=Sheet1!$C$2"));
    expect(await shown()).toEqual([60, 31, 30, 61]);
    book.setCell("Sheet1", "C2", 40);
    expect(await shown()).toEqual([80, 41, 40, 81]);
    grid.putName(named(other, "=3"));
    expect(await shown()).toEqual([6, 4, 3, 7]);
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
