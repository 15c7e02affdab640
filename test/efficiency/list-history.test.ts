import { describe, expect, test } from "vitest";
import { dayText } from "../../src/core/calendar";
import { listMoves } from "../../src/efficiency/list-history";
import { book } from "./books";

const HEADINGS = ["Model", "From", "Prompt above", "Input", "Output", "Tokenizer"];
type Row = readonly [
  model: string,
  from: string,
  above: number | "",
  input: number,
  tokenizer?: number,
];

const movesOf = (...rows: readonly Row[]) =>
  listMoves(
    book([
      HEADINGS,
      ...rows.map(([model, from, above, input, tokenizer = 1]) => [
        ...[model, from, above, input, 5 * input, tokenizer],
      ]),
    ]),
  );

describe("listMoves()", () => {
  test("follows the classes of the shipped book", () => {
    const moves = listMoves(book());
    expect(moves.map(({ modelClass }) => modelClass)).toEqual(["Haiku", "Opus", "Sonnet"]);
    const [haiku, opus, sonnet] = moves;
    // $1 to $0.10 for 1.3 tokens in place of 1.
    expect(haiku?.change).toBeCloseTo(-0.87, 12);
    expect([haiku?.first.fromDay, haiku?.last.fromDay].map((day) => dayText(day ?? 0))).toEqual([
      ...["2025-10-01", "2026-10-07"],
    ]);
    expect(opus?.change).toBeCloseTo((4 * 1.3) / 15 - 1, 12);
    expect(sonnet?.change).toBeCloseTo((2 * 1.3) / 3 - 1, 12);
  });

  test.each<[what: string, rows: readonly Row[], expected: readonly (readonly [string, number])[]]>(
    [
      [
        "a fall of two years as one of each",
        [
          ["claude-opus-4", "2024-01-01", "", 10],
          ["claude-opus-5", "2026-01-01", "", 2.5],
        ],
        [["Opus", -0.5]],
      ],
      [
        "a rise",
        [
          ["claude-haiku-3", "2025-01-01", "", 1],
          ["claude-haiku-4", "2026-01-01", "", 1.2],
        ],
        [["Haiku", 0.2]],
      ],
      [
        "a higher tokenizer as a higher price",
        [
          ["claude-sonnet-4", "2025-01-01", "", 3],
          ["claude-sonnet-5", "2026-01-01", "", 3, 1.3],
        ],
        [["Sonnet", 0.3]],
      ],
      [
        "falls first",
        [
          ["claude-haiku-3", "2025-01-01", "", 1],
          ["claude-haiku-4", "2026-01-01", "", 0.9],
          ["claude-opus-4", "2025-01-01", "", 10],
          ["claude-opus-5", "2026-01-01", "", 5],
        ],
        [
          ["Opus", -0.5],
          ["Haiku", -0.1],
        ],
      ],
      [
        "no price that stays",
        [
          ["claude-opus-4", "2025-01-01", "", 5],
          ["claude-opus-5", "2026-01-01", "", 5],
        ],
        [],
      ],
      ["no class with one model", [["claude-opus-4", "2025-01-01", "", 5]], []],
      [
        "no model without a date",
        [
          ["claude-opus-4", "", "", 9],
          ["claude-opus-5", "2026-01-01", "", 5],
        ],
        [],
      ],
      [
        "nothing shorter than half a year",
        [
          ["claude-opus-4", "2026-01-01", "", 9],
          ["claude-opus-5", "2026-06-01", "", 5],
        ],
        [],
      ],
      [
        "what lasted half a year to the day",
        [
          ["claude-opus-4", "2026-01-01", "", 8],
          ["claude-opus-5", "2026-07-02", "", 4],
        ],
        [["Opus", 0.5 ** (365.25 / 182) - 1]],
      ],
      [
        "a model of a tenth generation as one of its class",
        [
          ["claude-opus-9-5", "2025-01-01", "", 10],
          ["claude-opus-10", "2026-01-01", "", 5],
        ],
        [["Opus", -0.5]],
      ],
      [
        "no model whose name only holds such a name",
        [
          ["claude-opus-4", "2025-01-01", "", 10],
          ["my-claude-opus-5", "2026-01-01", "", 1],
          ["claude-opus-5-preview", "2026-02-01", "", 1],
        ],
        [],
      ],
      [
        "no card of long prompts",
        [
          ["claude-opus-4", "2025-01-01", 200_000, 9],
          ["claude-opus-5", "2026-01-01", "", 5],
        ],
        [],
      ],
      [
        "no names of others",
        [
          ["gpt-4o", "2025-01-01", "", 9],
          ["gpt-5", "2026-01-01", "", 5],
        ],
        [],
      ],
      [
        "no price of nothing",
        [
          ["claude-opus-4", "2025-01-01", "", 9],
          ["claude-opus-5", "2026-01-01", "", 0],
        ],
        [],
      ],
    ],
  )("gives %s", (_, rows, expected) => {
    const moves = movesOf(...rows);
    expect(moves.map(({ modelClass }) => modelClass)).toEqual(expected.map(([name]) => name));
    // A year is 365.25 days.
    for (const [index, [, change]] of expected.entries())
      expect(moves[index]?.changeAYear).toBeCloseTo(change, 2);
  });
});
