import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BLANK_CHOICES } from "../../../src/host/functions/coercion";
import { type LocalWorkbook, openLocalWorkbook } from "../../support/local-workbook";

let book: LocalWorkbook;
beforeEach(async () => {
  book = await openLocalWorkbook();
});
afterEach(() => book.close());

const scalar = (name: string, more: object = {}) => ({ name, type: "any", ...more });
const matrix = (name: string, more: object = {}) =>
  scalar(name, { dimensionality: "matrix", ...more });
const metadata = (id: string, parameters: readonly object[], more: object = {}) => ({
  functions: [{ id, name: id, description: "", parameters, ...more }],
});

/** Puts formulas into D1, D2, ... and answers what they show. */
async function show(...formulas: readonly string[]): Promise<unknown[]> {
  for (const [row, formula] of formulas.entries()) {
    book.setCell("Sheet1", `D${row + 1}`, formula);
  }
  return (await book.readCells("Sheet1", `D1:D${formulas.length}`)).flat();
}

describe("the built add-in", () => {
  beforeEach(() => {
    book.setCell("Sheet1", "A1", 0);
    book.setCell("Sheet1", "B1", 0);
    book.setCell("Sheet1", "A2", 250000);
    book.setCell("Sheet1", "B2", 0.1);
  });

  test("answers in cells, whatever the case of the name, and again after an edit", async () => {
    expect(await show("=COMMIT.BAND_RATE(300000,A1:B2)", "=commit.band_rate(A2,A1:B2)*2")).toEqual([
      0.1, 0.2,
    ]);
    book.setCell("Sheet1", "B2", 0.25);
    expect((await book.readCells("Sheet1", "D1:D2")).flat()).toEqual([0.25, 0.5]);
  });

  test("explains its error in the cell's message", async () => {
    expect(await show("=COMMIT.BAND_RATE(-5,A1:B2)", "=D1+1")).toEqual(["#VALUE!", "#VALUE!"]);
    expect(await book.errorMessage("Sheet1", "D1")).toMatch(/-5/);
    expect(await book.errorMessage("Sheet1", "D2")).toBeNull();
    book.setCell("Sheet1", "D1", "=COMMIT.BAND_RATE(5,A1:B2)");
    expect(await book.errorMessage("Sheet1", "D1")).toBeNull();
  });

  test("is listed with its descriptions", () => {
    const described = book.grid.functionNames();
    expect(described).toContain("COMMIT.BAND_RATE");
  });

  test("answers in a column of cells that use each other, and again after an edit", async () => {
    const rows = 50;
    const [sheet] = book.grid.sheets();
    const column = { row: 0, col: 3, rows, cols: 2 };
    book.grid.write(
      sheet?.id ?? "",
      column,
      Array.from({ length: rows }, (_, row) => [
        `=COMMIT.BAND_RATE(${row * 10_000},$A$1:$B$2)`,
        `=COMMIT.BAND_RATE(D${row + 1}+${row * 10_000},$A$1:$B$2)`,
      ]),
    );
    const expected = (discount: number) =>
      Array.from({ length: rows }, (_, row) => (row < 25 ? [0, 0] : [discount, discount]));
    expect(await book.readCells("Sheet1", `D1:E${rows}`)).toEqual(expected(0.1));
    book.setCell("Sheet1", "B2", 0.3);
    expect(await book.readCells("Sheet1", `D1:E${rows}`)).toEqual(expected(0.3));
  });
});

describe("arguments", () => {
  const echo = (parameters: readonly object[], more: object = {}) =>
    book.addFunctions(metadata("ECHO", parameters, more), {
      ECHO: (...args: unknown[]) => JSON.stringify(args.slice(0, -1)),
    });

  test("scalars arrive as they are, omitted ones as null", async () => {
    echo([scalar("a"), scalar("b"), scalar("c", { optional: true })]);
    book.setCell("Sheet1", "A1", true);
    expect(await show('=TEST.ECHO(1.5,"x")', "=TEST.ECHO(A1,,3)")).toEqual([
      '[1.5,"x",null]',
      "[true,null,3]",
    ]);
  });

  test("too few or too many are #VALUE!", async () => {
    echo([scalar("a"), scalar("b", { optional: true })]);
    expect(await show("=TEST.ECHO()", "=TEST.ECHO(1,2,3)")).toEqual(["#VALUE!", "#VALUE!"]);
  });

  test("ranges, constants and one cell arrive as blocks", async () => {
    echo([matrix("block")]);
    book.setCell("Sheet1", "A1", 1);
    book.setCell("Sheet1", "B1", "x");
    expect(await show("=TEST.ECHO(A1:B2)", "=TEST.ECHO({1,2;3,4})", "=TEST.ECHO(A1)")).toEqual([
      '[[[1,"x"],[null,null]]]',
      "[[[1,2],[3,4]]]",
      "[[[1]]]",
    ]);
  });

  test("an error answers itself, unless the functions take data", async () => {
    echo([scalar("a"), matrix("block")]);
    expect(await show("=TEST.ECHO(1/0,A1:A2)", "=TEST.ECHO(1,D1:D1)")).toEqual([
      "#DIV/0!",
      "#DIV/0!",
    ]);
    book.addFunctions(
      { ...metadata("KIND", [scalar("a")]), allowCustomDataForDataTypeAny: true },
      { KIND: (value: { type: string; basicValue: string }) => value.type + value.basicValue },
    );
    expect(await show("=TEST.KIND(NA())")).toEqual(["Error#N/A"]);
  });

  test("a block for a parameter of one value calls once for each cell", async () => {
    book.addFunctions(metadata("DOUBLE", [scalar("a")]), { DOUBLE: (a: number) => a * 2 });
    await show("=TEST.DOUBLE({1,2;3,4})");
    expect(await book.readCells("Sheet1", "D1:E2")).toEqual([
      [2, 4],
      [6, 8],
    ]);
  });

  test("arrays are the page's own, and the invocation is the last argument", async () => {
    book.addFunctions(metadata("REALM", [matrix("a")]), {
      REALM: (block: unknown, invocation: { functionName: string }) =>
        `${block instanceof Reflect.get(book.window, "Array")} ${invocation.functionName}`,
    });
    expect(await show("=TEST.REALM(A1:B2)")).toEqual(["true REALM"]);
  });

  test.each(BLANK_CHOICES)("blankAs makes a blank cell %s", async (blankAs) => {
    book.close();
    book = await openLocalWorkbook({ blankAs });
    echo([scalar("a"), matrix("b")]);
    const blank = JSON.stringify({ zero: 0, null: null, empty: "" }[blankAs]);
    expect(await show("=TEST.ECHO(A1,A1:B1)")).toEqual([`[${blank},[[${blank},${blank}]]]`]);
  });
});

describe("answers", () => {
  const answering = (answer: () => unknown): void =>
    book.addFunctions(metadata("GIVE", []), { GIVE: answer });

  test("null is 0, other values are themselves, a card is its basic value", async () => {
    let answer: unknown = null;
    answering(() => answer);
    const seen: unknown[] = [];
    for (answer of [null, "", true, "text", { type: "Double", basicValue: 2.5 }, Number.NaN]) {
      seen.push((await show("=TEST.GIVE()"))[0]);
      book.setCell("Sheet1", "D1", null);
      await book.grid.settle();
    }
    expect(seen).toEqual([0, "", true, "text", 2.5, "#NUM!"]);
  });

  test("a block spills, shows #SPILL! when blocked, and spills again", async () => {
    answering(() => [
      [1, "a"],
      [2, "b"],
    ]);
    await show("=TEST.GIVE()");
    expect(await book.readCells("Sheet1", "D1:E2")).toEqual([
      [1, "a"],
      [2, "b"],
    ]);
    book.setCell("Sheet1", "E2", "here");
    expect(await book.readCells("Sheet1", "D1:E2")).toEqual([
      ["#SPILL!", null],
      [null, "here"],
    ]);
    book.setCell("Sheet1", "E2", null);
    expect(await book.readCell("Sheet1", "E2")).toBe("b");
  });

  test("rows of unequal length end in #N/A, no rows at all are #CALC!", async () => {
    answering(() => [[1, 2], [3]]);
    await show("=TEST.GIVE()");
    expect(await book.readCells("Sheet1", "D1:E2")).toEqual([
      [1, 2],
      [3, "#N/A"],
    ]);
    answering(() => []);
    book.setCell("Sheet1", "D1", null);
    expect(await show("=TEST.GIVE()")).toEqual(["#CALC!"]);
  });

  test("an error in one cell of a block leaves the other cells", async () => {
    const { CustomFunctions } = book.window;
    answering(() => [
      [1, new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "No band reaches it.")],
      [3, 4],
    ]);
    await show("=TEST.GIVE()");
    expect(await book.readCells("Sheet1", "D1:E2")).toEqual([
      [1, "#N/A"],
      [3, 4],
    ]);
    expect(await book.errorMessage("Sheet1", "E1")).toBe("No band reaches it.");
    expect(await book.errorMessage("Sheet1", "D1")).toBeNull();
    book.setCell("Sheet1", "D4", "=INDEX(TEST.GIVE(),1,2)");
    expect(await book.readCell("Sheet1", "D4")).toBe("#N/A");
    expect(await book.errorMessage("Sheet1", "D4")).toBe("No band reaches it.");
  });

  test("errors thrown, promised and caught", async () => {
    const { CustomFunctions } = book.window;
    const noSuch = () =>
      new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "Give a number.");
    answering(async () => {
      await Promise.resolve();
      throw noSuch();
    });
    expect(await show("=TEST.GIVE()", '=IFERROR(TEST.GIVE(),"caught")')).toEqual([
      "#VALUE!",
      "caught",
    ]);
    expect(await book.errorMessage("Sheet1", "D1")).toBe("Give a number.");
    expect(await book.errorMessage("Sheet1", "D2")).toBeNull();
  });

  test("a function that is not associated is #NAME?", async () => {
    book.addFunctions(metadata("NOBODY", []), {});
    expect(await show("=TEST.NOBODY()")).toEqual(["#NAME?"]);
  });
});

test.each(["stream", "volatile", "requiresAddress", "requiresParameterAddresses"])(
  "metadata that asks for %s is refused",
  (option) => {
    expect(() =>
      book.addFunctions(metadata("ASKS", [], { options: { [option]: true } }), {}),
    ).toThrow(option);
  },
);

test.each([
  [{ name: "amount", type: "number" }, "The parameter amount has the type number."],
  [{ name: "rest", repeating: true }, "The parameter rest is repeating."],
])("a parameter %j is refused", (parameter, sentence) => {
  expect(() => book.addFunctions(metadata("ASKS", [parameter]), {})).toThrow(sentence);
});
