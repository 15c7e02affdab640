import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calculate, writeBands } from "../support/formula-sheet";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

let book: LocalWorkbook;
beforeAll(async () => {
  book = await openLocalWorkbook();
  writeBands(book);
});
afterAll(() => book.close());

/** A format, and what it makes of 1234567, -1234567 and 0: a comma behind the digits divides by a thousand. */
const FORMATS: readonly (readonly [format: string, ...shown: readonly [string, string, string]])[] =
  [
    ['$#,##0.0,,"M"', "$1.2M", "-$1.2M", "$0.0M"],
    ["0,", "1235", "-1235", "0"],
    ["0.0,", "1234.6", "-1234.6", "0.0"],
    ["#,##0,", "1,235", "-1,235", "0"],
    ["#,##0,,", "1", "-1", "0"],
    ['0.00,,"m"', "1.23m", "-1.23m", "0.00m"],
    ['$#,##0,"k";($#,##0,"k")', "$1,235k", "($1,235k)", "$0k"],
    ['#,##0.0,,"M";-#,##0.0,,"M";"-"', "1.2M", "-1.2M", "-"],
    ["#,##0.0,,\\M", "1.2M", "-1.2M", "0.0M"],
    ['0,"k USD"', "1235k USD", "-1235k USD", "0k USD"],
    ["#,##0,.0", "1,234.6", "-1,234.6", "0.0"],
    ["0,,.00", "1.23", "-1.23", "0.00"],
    ["0.0,%", "####", "####", "####"],
    ["0,,%", "####", "####", "####"],
    ['0.0,%;(0.0,%);"nil"', "####", "####", "####"],
    ['[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', "1.2M", "-1234567", "0"],
    ["#,##0", "1,234,567", "-1,234,567", "0"],
    ["0.0%", "123456700.0%", "-123456700.0%", "0.0%"],
    ['0.0,," , "', "1.2 , ", "-1.2 , ", "0.0 , "],
    // Separators are the user's, whatever language the currency has.
    ["[$€-407]#,##0.00", "€1,234,567.00", "-€1,234,567.00", "€0.00"],
    ["#,##0 [$€-40C]", "1,234,567 €", "-1,234,567 €", "0 €"],
    ["[$CHF-807] #,##0", "CHF 1,234,567", "-CHF 1,234,567", "CHF 0"],
    ['[$€-407]#,##0,"k"', "€1,235k", "-€1,235k", "€0k"],
    ["[$-407]#,##0.0;[Red][$-407]-#,##0.0", "1,234,567.0", "-1,234,567.0", "0.0"],
    ['[$-407]0.0"[$x-407]"', "1234567.0[$x-407]", "-1234567.0[$x-407]", "0.0[$x-407]"],
  ];
const VALUES = [1234567, -1234567, 0];

describe.each(FORMATS)("%s", (format, ...shown) => {
  test("formats cells", () => {
    const sheetId = book.grid.sheets()[0]?.id ?? "";
    const rect = { row: 0, col: 0, rows: 1, cols: 3 };
    book.grid.write(sheetId, rect, [VALUES]);
    book.grid.setNumberFormats(sheetId, rect, [[format, format, format]]);
    expect(book.grid.text(sheetId, rect)).toEqual([shown]);
    expect(book.grid.numberFormats(sheetId, rect)).toEqual([[format, format, format]]);
    expect(book.grid.values(sheetId, rect)).toEqual([VALUES]);
  });

  test("formats text", async () => {
    const quoted = `"${format.replaceAll('"', '""')}"`;
    const texts = await calculate(
      book,
      VALUES.map((value) => `=TEXT(${value},${quoted})`),
    );
    expect(texts.map(({ shows }) => shows)).toEqual(shown);
  });
});

test("TEXT scales wherever it is written", async () => {
  const scaled = '"$#,##0.0,,""M"""';
  book.grid.putName({
    name: "Short",
    formula: `=TEXT(1234567,${scaled})`,
    comment: "",
    visible: true,
  });
  book.setCell("Sheet1", "A1", '$#,##0.0,,"M"');
  book.setCell("Sheet1", "B1", "1234567");
  const shown = await calculate(book, [
    `=TEXT(1234567,${scaled})`,
    `=TEXT(E3,${scaled})`,
    `="about "&TEXT(1234567,${scaled})&"!"`,
    `=LET(x,1234567,TEXT(x,${scaled}))`,
    "=Short",
    "=TEXT(1234567,A1)",
    "=TEXT(B1,A1)",
    `=TEXT(E1:E3,${scaled})`,
    `=MAP(E2:E3,LAMBDA(x,TEXT(x,"0.0,")))`,
    '=TEXT(1234567,{"0,","0,,.0"})',
    '=TEXT("n/a","0,")',
    '=TEXT(1234567, "$#,##0.0,,""M""" )',
    '=TEXT(45688,"[$-407]mmmm")',
    '=TEXT(45688.5,"[$-409]h:mm:ss.00")',
  ]);
  expect(shown.map(({ shows }) => shows)).toEqual([
    "$1.2M",
    "$0.5M",
    "about $1.2M!",
    "$1.2M",
    "$1.2M",
    "$1.2M",
    "$1.2M",
    [["$0.0M"], ["$0.3M"], ["$0.5M"]],
    [["250.0"], ["500.0"]],
    [["1235", "1.2"]],
    "n/a",
    "$1.2M",
    "Januar",
    "12:00:00.00",
  ]);
});
