import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import type { Result } from "../../src/core/result";
import { readCell } from "../../src/input/cells/cells";
import {
  readChoice,
  readQuantity,
  readShare,
  readTable,
  readWords,
  type TableShape,
} from "../../src/input/table-cells";

type Heading = "Workload" | "Model" | "Input" | "Cache write 5m" | "Output" | "Spend";
const SHAPE: TableShape<Heading> = {
  argument: "workloads",
  headings: ["Workload", "Model", "Input", "Cache write 5m", "Output", "Spend"],
  required: [["Model"], ["Input", "Output"]],
  words: ["Workload", "Model"],
  alsoNamed: (text) => (text === "tokens_in" ? "Input" : undefined),
};

/** Of each row its number in the range, its model and its input. */
function rowsRead(raw: unknown): unknown {
  const read = readTable(raw, SHAPE);
  if (!read.ok) return describeErrors(read.errors, US_DOLLAR);
  return read.value.rows.map(({ row, cell, place }) => [
    row,
    shown(readWords(cell("Model"), place("Model"))),
    shown(readQuantity(cell("Input"), place("Input"))),
  ]);
}

function shown(read: Result<unknown>): unknown {
  return read.ok ? read.value : describeErrors(read.errors, US_DOLLAR);
}

describe("a table with headings", () => {
  test.each<readonly [string, unknown, unknown]>([
    [
      "plain",
      [
        ["Model", "Input"],
        ["m", 5],
      ],
      [[2, "m", 5]],
    ],
    [
      "columns in any order",
      [
        ["Input", "Model"],
        [5, "m"],
      ],
      [[2, "m", 5]],
    ],
    [
      "headings in other writing",
      [
        ["MODEL", " in-put "],
        ["m", 5],
      ],
      [[2, "m", 5]],
    ],
    [
      "the name of an export",
      [
        ["Model", "tokens_in"],
        ["m", 5],
      ],
      [[2, "m", 5]],
    ],
    [
      "unknown columns",
      [
        ["Month", "Model", "Speed", "Input"],
        ["x", "m", 9, 5],
      ],
      [[2, "m", 5]],
    ],
    [
      "titles and a blank row above",
      [
        ["Usage", ""],
        ["", ""],
        ["Model", "Input"],
        ["m", 5],
      ],
      [[4, "m", 5]],
    ],
    [
      "blank rows",
      [
        ["Model", "Input"],
        ["", ""],
        ["m", 5],
        [0, 0],
        ["n", ""],
      ],
      [
        [3, "m", 5],
        [5, "n", undefined],
      ],
    ],
    [
      "down the first column",
      [
        ["Model", "m", "n"],
        ["Input", 5, 6],
      ],
      [
        [2, "m", 5],
        [3, "n", 6],
      ],
    ],
    ["headings alone", [["Model", "Output"]], []],
    [
      "no required column but one of two",
      [
        ["Model", "Output"],
        ["m", 5],
      ],
      [[2, "m", undefined]],
    ],
    [
      "a heading close to one that is there too",
      [
        ["Model", "Input", "Output", "Outputs"],
        ["m", 5, 6, 7],
      ],
      [[2, "m", 5]],
    ],
    [
      "a blank cell in each row",
      [
        ["Model", "Input", ""],
        ["m", 5, ""],
      ],
      [[2, "m", 5]],
    ],
    ["nothing", null, []],
    [
      "blank cells",
      [
        ["", ""],
        [0, null],
      ],
      [],
    ],
    ["a row shorter than the headings", [["Model", "Input"], ["m"]], [[2, "m", undefined]]],
    [
      "numbers in text",
      [
        ["Model", "Input"],
        ["m", "1,250,000"],
        ["n", "1.5M"],
      ],
      [
        [2, "m", 1_250_000],
        [3, "n", 1_500_000],
      ],
    ],
  ])("is read: %s", (_, raw, rows) => {
    expect(rowsRead(raw)).toEqual(rows);
  });

  test.each<readonly [string, unknown, string]>([
    [
      "no headings",
      [["m", 5]],
      "Workloads has no column headed Model, no column headed Input or Output: include the headings in the range (for a table, Table[#All]).",
    ],
    [
      "one missing",
      [
        ["Workload", "Input"],
        ["a", 5],
      ],
      "Workloads has no column headed Model: include the headings in the range (for a table, Table[#All]).",
    ],
    [
      "one twice",
      [
        ["Model", "Input", "model"],
        ["m", 5, "n"],
      ],
      "Workloads has the heading Model twice (columns 1 and 3): keep one of them.",
    ],
    [
      "one twice by another name",
      [
        ["Model", "Input", "tokens_in"],
        ["m", 5, 6],
      ],
      "Workloads has the heading Input twice (columns 2 and 3): keep one of them.",
    ],
    [
      "one twice down the side",
      [
        ["Model", "m"],
        ["Input", 5],
        ["input", 6],
      ],
      "Workloads has the heading Input twice (rows 2 and 3): keep one of them.",
    ],
    [
      "one misspelt",
      [
        ["Model", "Input", "Outputs"],
        ["m", 5, 6],
      ],
      'Column 3 of workloads is headed "Outputs": did you mean Output? Then head it so, or leave the column out.',
    ],
    [
      "one of five letters misspelt with six",
      [
        ["Model", "Inputs", "Output"],
        ["m", 5, 6],
      ],
      'Column 2 of workloads is headed "Inputs": did you mean Input? Then head it so, or leave the column out.',
    ],
    [
      "cache writes that are not split",
      [
        ["Model", "Input", "Cache write"],
        ["m", 5, 6],
      ],
      'Column 3 of workloads is headed "Cache write": did you mean Cache write 5m? Then head it so, or leave the column out.',
    ],
    [
      "a single value",
      5,
      "Workloads has no column headed Model, no column headed Input or Output: include the headings in the range (for a table, Table[#All]).",
    ],
  ])("is refused: %s", (_, raw, sentence) => {
    expect(rowsRead(raw)).toBe(sentence);
  });

  test.each<readonly [string, unknown, string]>([
    [
      "a blank cell",
      [
        ["Model", "Input"],
        ["m", ""],
      ],
      "typed",
    ],
    [
      "a blank cell in one row of two",
      [
        ["Model", "Input"],
        ["m", ""],
        ["n", 0],
      ],
      "typed",
    ],
    [
      "a number under a word",
      [
        ["Workload", "Model", "Input"],
        [2026, "m", 0],
      ],
      "unknown",
    ],
    [
      "a 0 under a word",
      [
        ["Workload", "Model", "Input"],
        [0, "m", 0],
      ],
      "blank",
    ],
    [
      "a blank row of the desktop",
      [
        ["Model", "Input"],
        ["m", 1],
        [0, 0],
        ["n", 1],
      ],
      "blank",
    ],
    [
      "nothing blank",
      [
        ["Model", "Input"],
        ["m", 0],
      ],
      "unknown",
    ],
  ])("shows whether a 0 is a blank: %s", (_, raw, zeros) => {
    const read = readTable(raw, SHAPE);
    expect(read.ok && read.value.zeros).toBe(zeros);
  });
});

const PLACE = { argument: "levers", field: "Share", row: 3 };

describe("cells of a table", () => {
  test.each<readonly [unknown, unknown]>([
    [0.4, 0.4],
    ["40%", 0.4],
    ["0.4", 0.4],
    [0, 0],
    [1, 1],
    ["", undefined],
    [40, "Share in row 3 of levers is 40: give a fraction from 0 to 1, such as 0.4 for 40%."],
    [-0.1, "Share in row 3 of levers is -0.1: give a fraction from 0 to 1, such as 0.15 for 15%."],
    ["half", 'Share in row 3 of levers is "half": give a number.'],
    ["$5", 'Share in row 3 of levers is "$5": give a fraction, such as 0.15 or 15%.'],
  ])("share %j", (raw, read) => {
    expect(shown(readShare(readCell(raw), PLACE))).toBe(read);
  });

  test.each<readonly [unknown, unknown]>([
    [5, 5],
    ["5k", 5000],
    [0, 0],
    ["", undefined],
    [9_007_199_254_740_991, 9_007_199_254_740_991],
    [-5, "Share in row 3 of levers is -5: give a number of 0 or more."],
    ["5%", 'Share in row 3 of levers is "5%": give a number.'],
    [
      "1.234",
      'Share in row 3 of levers is "1.234", which may mean 1.234 or 1,234: write 1.234 or 1234.',
    ],
    [
      1e16,
      "Share in row 3 of levers is 10,000,000,000,000,000: give a number up to 9,007,199,254,740,991.",
    ],
  ])("quantity %j", (raw, read) => {
    expect(shown(readQuantity(readCell(raw), PLACE))).toBe(read);
  });

  test.each<readonly [unknown, unknown]>([
    ["Fast", "fast"],
    ["", undefined],
    [0, undefined],
    [
      "standart",
      'Share in row 3 of levers is "standart", did you mean standard? Give standard or fast.',
    ],
    ["priority", 'Share in row 3 of levers is "priority": give standard or fast.'],
    [5, 'Share in row 3 of levers is "5": give standard or fast.'],
  ])("choice %j", (raw, read) => {
    expect(shown(readChoice(readCell(raw), ["standard", "fast"], PLACE))).toBe(read);
  });
});
