import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { Separator } from "../../../src/input/usage-files/text/numbers";
import { Records, type TableRecord } from "../../../src/input/usage-files/text/records";
import { assertProperty } from "../../support/property";

/** The records of a text that comes in pieces of so many characters. */
function recordsOf(
  text: string,
  { width = 0, piece = text.length || 1, separator = undefined as Separator | undefined } = {},
): TableRecord[] {
  const found: TableRecord[] = [];
  const records = new Records((record) => found.push(record));
  records.width = width;
  records.separator = separator;
  for (let at = 0; at < text.length; at += piece) records.push(text.slice(at, at + piece));
  records.end();
  return found;
}

const linesOf = (text: string, width = 3) =>
  recordsOf(text, { width }).map(({ line, cells }) => [line, cells?.join("|") ?? "bad quote"]);

describe("a bad quote spoils its own line only", () => {
  test.each<readonly [string, string, readonly (readonly [number, string])[]]>([
    [
      "never closed in the first cell",
      'a,b,c\n"1,2,3\n4,5,6',
      [
        [1, "a|b|c"],
        [2, "bad quote"],
        [3, "4|5|6"],
      ],
    ],
    [
      "never closed in the last cell",
      'a,b,c\n1,2,"3\n4,5,6',
      [
        [1, "a|b|c"],
        [2, "bad quote"],
        [3, "4|5|6"],
      ],
    ],
    [
      "text after a closing quote",
      'a,b,c\n1,"2"x,3\n4,5,6',
      [
        [1, "a|b|c"],
        [2, "bad quote"],
        [3, "4|5|6"],
      ],
    ],
    [
      "a blank after a closing quote",
      'a,b,c\n1,"2" ,3\n4,5,6',
      [
        [1, "a|b|c"],
        [2, "bad quote"],
        [3, "4|5|6"],
      ],
    ],
    [
      "a quote inside a cell",
      'a,b,c\n1,2"x"2,3\n4,5,6',
      [
        [1, "a|b|c"],
        [2, '1|2"x"2|3'],
        [3, "4|5|6"],
      ],
    ],
    [
      "a doubled quote",
      'a,b,c\n1,"2""2",3',
      [
        [1, "a|b|c"],
        [2, '1|2"2|3'],
      ],
    ],
    [
      "nothing in quotes",
      'a,b,c\n1,"",3',
      [
        [1, "a|b|c"],
        [2, "1||3"],
      ],
    ],
    [
      "a line end in quotes",
      'a,b,c\n1,"2\n2",3\n4,5,6',
      [
        [1, "a|b|c"],
        [2, "1|2\n2|3"],
        [4, "4|5|6"],
      ],
    ],
    [
      "a line end in quotes that leaves too few cells",
      'a,b,c\n1,"2\n2"\n4,5,6',
      [
        [1, "a|b|c"],
        [2, "bad quote"],
        [3, '2"'],
        [4, "4|5|6"],
      ],
    ],
    [
      "open until a quote that opens another",
      'a,b,c\n1,"2,3\n4,"5",6\n7,8,9',
      [
        [1, "a|b|c"],
        [2, "bad quote"],
        [3, "4|5|6"],
        [4, "7|8|9"],
      ],
    ],
    [
      "none, with a blank cell before a quoted one",
      'a,b,c\n,"2",\n,,"3"',
      [
        [1, "a|b|c"],
        [2, "|2|"],
        [3, "||3"],
      ],
    ],
    [
      "two bad lines",
      'a,b,c\n"1\n"2\n3,4,5',
      [
        [1, "a|b|c"],
        [2, "bad quote"],
        [3, "bad quote"],
        [4, "3|4|5"],
      ],
    ],
    [
      "the end of the file in quotes",
      'a,b,c\n1,2,"3\n',
      [
        [1, "a|b|c"],
        [2, "bad quote"],
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  test("a cell holds 50 further lines and no more", () => {
    const cell = (lines: number) => `a,b\n1,"${"x\n".repeat(lines)}x"\n2,3`;
    expect(linesOf(cell(50), 2)).toHaveLength(3);
    expect(linesOf(cell(51), 2).slice(0, 2)).toEqual([
      [1, "a|b"],
      [2, "bad quote"],
    ]);
  });
});

describe("separators and line ends", () => {
  test.each([
    ["a\tb;c,d\te", "a|b;c,d|e"],
    ["a;b;c,d", "a|b|c,d"],
    ["a,b", "a|b"],
    ["a;b,c", "a|b,c"],
    ["a", "a"],
  ])("%j is %s", (text, cells) => {
    expect(linesOf(text)).toEqual([[1, cells]]);
  });

  test.each(["\n", "\r\n", "\r"])("%j ends lines, and the last may lack it", (end) => {
    const records = recordsOf(["a,b", "1,2", "", "3,4"].join(end));
    expect(records.map(({ line, cells, isEnded }) => [line, cells?.join(), isEnded])).toEqual([
      [1, "a,b", true],
      [2, "1,2", true],
      [3, "", true],
      [4, "3,4", false],
    ]);
  });
});

describe("properties", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", "1", " "),
    maxLength: 5,
  });
  const written = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const broken = fc.constantFrom('"x', 'x,"y"z', '"', '1,"2', "a,b,c,d", "", "short");

  test("a well-formed table reads as papaparse reads it, in pieces of any size", () => {
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    assertProperty(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (cells, piece) => {
        const text = cells.map((row) => row.map(written).join(",")).join("\n");
        const ours = recordsOf(text, { width: 2, piece, separator: "," }).map(
          ({ cells: read }) => read,
        );
        const theirs = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" }).data;
        // Our cells have one kind of line end.
        const plain = (row: readonly string[]) => row.map((one) => one.replace(/\r\n/g, "\n"));
        expect(ours).toEqual(theirs.map(plain));
      }),
    );
  });

  test("a malformed line never changes how another line reads", () => {
    const good = fc.constantFrom("1,2,3", "4,x,6", '7,"8",9');
    const lines = fc.array(fc.tuple(fc.boolean(), good, broken), { minLength: 1, maxLength: 12 });
    assertProperty(
      fc.property(lines, (all) => {
        const text = all.map(([isGood, line, bad]) => (isGood ? line : bad)).join("\n");
        const read = new Map(linesOf(`a,b,c\n${text}`).map(([line, cells]) => [line, cells]));
        for (const [index, [isGood, line]] of all.entries())
          if (isGood)
            expect(read.get(index + 2)).toBe(line.replaceAll('"', "").replaceAll(",", "|"));
      }),
    );
  });
});
