import { readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { dayText } from "../../src/core/calendar";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import { readPriceBook } from "../../src/input/price-book-cells";
import { priceBookCells, shippedPriceBookCells } from "../../src/input/shipped-price-book";

const FILE = path.join(import.meta.dirname, "../../src/input/price-book.csv");

function refusal(cells: unknown): string {
  const read = readPriceBook(cells);
  return read.ok ? "" : describeErrors(read.errors, US_DOLLAR);
}

describe("the shipped price book", () => {
  test("is its file, cell by cell", () => {
    const { data } = Papa.parse<string[]>(readFileSync(FILE, "utf8").trim());
    const asText = (cells: readonly (readonly (string | number)[])[]) =>
      cells.map((row) =>
        row.map((cell) =>
          cell !== "" && Number.isFinite(Number(cell)) ? String(Number(cell)) : cell,
        ),
      );
    expect(asText(shippedPriceBookCells())).toEqual(asText(data));
    expect(data.length).toBeGreaterThan(25);
  });

  test("is read without a fault, with every row and a day of checking, and stands where none is given", () => {
    const read = readPriceBook(shippedPriceBookCells());
    expect(read.ok && read.value.rows).toHaveLength(shippedPriceBookCells().length - 1);
    expect(read.ok && read.value.rows.every(({ checkedOnDay }) => checkedOnDay !== undefined)).toBe(
      true,
    );
    expect(readPriceBook(null)).toEqual(read);
    expect(readPriceBook([["", ""]])).toEqual(read);
  });
});

test("a file of commas becomes cells", () => {
  expect(priceBookCells('a,"b, ""c""",\r\n1.50,,x\n')).toEqual([
    ["a", 'b, "c"', ""],
    [1.5, "", "x"],
  ]);
  expect(priceBookCells("200000,12,3.75\n")).toEqual([[200_000, 12, 3.75]]);
});

describe("a price book of one's own", () => {
  test("is read with periods, cards, factors in percent and prices in text", () => {
    const read = readPriceBook([
      ["Our prices", "", "", "", "", "", "", ""],
      ["model", "FROM", "to", "prompt_above", "Input", "Output", "Batch", "Cache-Read"],
      ["GPT 5.4 mini", 46023, "2026/12/31", "200k", "$0.75", "4.5", "50%", ""],
    ]);
    if (!read.ok) throw new Error(describeErrors(read.errors, US_DOLLAR));
    const [row] = read.value.rows;
    expect(row).toMatchObject({
      row: 3,
      model: "gpt-5-4-mini",
      promptAboveTokens: 200_000,
      batchFactor: 0.5,
      tokenizerFactor: 1,
    });
    expect(row?.pricesUsd).toMatchObject({ input: 0.75, output: 4.5, "cache read": undefined });
    expect([row?.fromDay, row?.toDay].map((day) => day && dayText(day))).toEqual([
      "2026-01-01",
      "2026-12-31",
    ]);
  });

  const CACHE_READ = [
    [
      "typed beside a blank",
      [
        ["Model", "Input", "Output", "Cache read", "Batch"],
        ["m", 3, 6, 0, ""],
      ],
      0,
    ],
    [
      "handed over for a blank",
      [
        ["Model", "From", "Input", "Output", "Cache read", "Batch"],
        ["m", 0, 3, 6, 0, 0],
      ],
      undefined,
    ],
    [
      "typed beside a blank of another row",
      [
        ["Model", "Input", "Output", "Cache read", "Batch"],
        ["m", 3, 6, 0, 0.5],
        ["n", 3, 6, 0, ""],
      ],
      0,
    ],
    [
      "typed beside a day and a blank",
      [
        ["Model", "From", "Input", "Output", "Cache read", "Batch"],
        ["m", 46_023, 3, 6, 0, ""],
      ],
      0,
    ],
    [
      "that may be a blank",
      [
        ["Model", "Input", "Output", "Cache read"],
        ["m", 3, 6, 0],
      ],
      undefined,
    ],
    [
      "in text",
      [
        ["Model", "Input", "Output", "Cache read"],
        ["m", 3, 6, "0"],
      ],
      0,
    ],
    [
      "blank",
      [
        ["Model", "Input", "Output", "Cache read"],
        ["m", 3, 6, null],
      ],
      undefined,
    ],
  ] as const;
  test.each(CACHE_READ)("a price of 0 %s", (_, cells, price) => {
    const read = readPriceBook(cells);
    expect(read.ok && read.value.rows[0]?.pricesUsd["cache read"]).toBe(price);
  });

  test.each(["From", "To", "Source", "Confidence", "Checked on"])(
    "a price of 0 beside a 0 under %s is blank",
    (heading) => {
      const read = readPriceBook([
        ["Model", heading, "Input", "Output", "Cache read", "Note"],
        ["m", 0, 3, 6, 0, ""],
      ]);
      expect(read.ok && read.value.rows[0]?.pricesUsd["cache read"]).toBe(undefined);
    },
  );

  test("is read with a blank cell in every row", () => {
    const read = readPriceBook([
      ["Model", "", "Input", "Output"],
      ["m", "", 3, 6],
    ]);
    expect(read).toMatchObject({ value: { rows: [{ model: "m" }] } });
  });

  test.each([
    ...[
      "From",
      "To",
      "Prompt above",
      "Cache write 5m",
      "Cache write 1h",
      "Cache read",
      "Web search",
    ],
    ...["Batch", "US only", "Fast input", "Fast output", "Tokenizer", "Confidence", "Checked on"],
  ])("an error under %s is refused by its name", (heading) => {
    const cells = [
      ["Model", "Input", "Output", heading],
      ["m", 3, 6, "#REF!"],
    ];
    expect(refusal(cells)).toBe(
      `${heading} in row 2 of book holds the error #REF!: mend that cell first.`,
    );
  });

  test.each<readonly [string, unknown, string]>([
    [
      "no model",
      [
        ["Model", "Input", "Output"],
        ["", 3, 6],
      ],
      "Model in row 2 of book is missing: give a model such as claude-opus-5.",
    ],
    [
      "a price below 0",
      [
        ["Model", "Input", "Output"],
        ["m", -3, 6],
      ],
      "Input in row 2 of book is -3: give an amount of 0 or more.",
    ],
    [
      "a price that is no number",
      [
        ["Model", "Input", "Output"],
        ["m", "n/a", 6],
      ],
      'Input in row 2 of book is "n/a": give a number.',
    ],
    [
      "a price in percent",
      [
        ["Model", "Input", "Output"],
        ["m", "3%", 6],
      ],
      'Input in row 2 of book is "3%": give an amount in USD, such as 250000 or 250k.',
    ],
    [
      "a factor of 0",
      [
        ["Model", "From", "Input", "Output", "Batch"],
        ["m", "", 3, 6, 0],
      ],
      "Batch in row 2 of book is 0: give a factor above 0 and up to 1,000, such as 0.5 for half the price.",
    ],
    [
      "To before From",
      [
        ["Model", "From", "To", "Input", "Output"],
        ["m", "2026-02-02", "2026-02-01", 3, 6],
      ],
      "To is before From in row 2 of book: give the first day in From and the last in To.",
    ],
    [
      "two rows of one day",
      [
        ["Model", "From", "To", "Input", "Output"],
        ["Claude Opus 5", "", "2026-02-01", 3, 6],
        ["claude-opus-5", "2026-02-01", "", 3, 6],
      ],
      "Book has two prices of claude-opus-5 for the same day, in rows 2 and 3: end one before the other begins, or give Prompt above.",
    ],
    [
      "an ambiguous date",
      [
        ["Model", "From", "Input", "Output"],
        ["m", "01/09/2026", 3, 6],
      ],
      'From in row 2 of book is "01/09/2026", which reads two ways: write 2026-01-09 or 2026-09-01.',
    ],
    [
      "a cell with an error",
      [
        ["Model", "Input", "Output"],
        ["m", "#REF!", 6],
      ],
      "Input in row 2 of book holds the error #REF!: mend that cell first.",
    ],
    [
      "no headings",
      [["m", 3, 6]],
      "Book has no column headed Model, no column headed Input, no column headed Output: include the headings in the range (for a table, Table[#All]).",
    ],
    [
      "one name for two models",
      [
        ["Model", "Input", "Output"],
        ["m", 3, 6],
        ["m-latest", 4, 8],
      ],
      "Book has two prices of m for the same day, in rows 2 and 3: end one before the other begins, or give Prompt above.",
    ],
  ])("is refused: %s", (_, cells, sentence) => {
    expect(refusal(cells)).toBe(sentence);
  });
});
