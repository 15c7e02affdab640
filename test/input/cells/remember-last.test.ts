import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fail, succeed } from "../../../src/core/result";
import { readBands } from "../../../src/input/bands-cells";
import { rememberingLast } from "../../../src/input/cells/remember-last";
import { readForecast } from "../../../src/input/forecast-cells";
import { readAgreement } from "../../../src/input/period-cells";
import { readTerms } from "../../../src/input/terms-cells";
import { ARGUMENTS } from "../../functions/any-cells";
import { assertProperty } from "../../support/property";

const ENTITY = { type: "Double", basicValue: 5 };

/** A reader of anything that counts its real reads. */
function counting() {
  const counts = { reads: 0 };
  const read = rememberingLast((...given: readonly unknown[]) => {
    counts.reads++;
    return JSON.stringify(given).includes("refused")
      ? fail({ kind: "noBands" })
      : succeed({ given });
  });
  return { counts, read };
}

describe("rememberingLast()", () => {
  test.each<readonly [string, unknown, unknown]>([
    ["arrays made for each call", [[0, 0.1]], [[0, 0.1]]],
    ["text made for each call", [["Basis", "net"]], [["Basis", ["n", "et"].join("")]]],
    ["a number", 5, 5],
    ["a number alone and in a range", 5, [[5]]],
    ["an argument left out", null, undefined],
    [
      "blank rows at the end",
      [[1, 2]],
      [
        [1, 2],
        [null, ""],
      ],
    ],
    ["TRUE", [[true]], [[true]]],
    ["a blank between", [[1, null, 2]], [[1, null, 2]]],
  ])("answers at once for the same cells: %s", (_, first, second) => {
    const { counts, read } = counting();
    expect(read(first)).toBe(read(second));
    expect(counts.reads).toBe(1);
  });

  test.each<readonly [string, unknown, unknown]>([
    ["0 and -0", [[0]], [[-0]]],
    ["a number and its text", [[5]], [["5"]]],
    ["0 and a blank", [[1, 0]], [[1, null]]],
    ["two kinds of blank", [[1, null]], [[1, ""]]],
    ["TRUE and 1", [[true]], [[1]]],
    ["upper case and lower case", [["Net"]], [["net"]]],
    [
      "the last cell",
      [
        [1, 2],
        [3, 4],
      ],
      [
        [1, 2],
        [3, 5],
      ],
    ],
    ["a row and a column", [[1, 2]], [[1], [2]]],
    [
      "another width",
      [[1, 2, 3, 4]],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["a row more", [[1]], [[1], [2]]],
    ["a column less", [[1, 2]], [[1]]],
    ["a range and a list", [[1], [2]], [1, 2]],
    ["texts in a range and in a list", [["a"], ["b"]], ["a", "b"]],
    ["an object, which may change", [[ENTITY]], [[ENTITY]]],
    ["a difference of one bit", [[0.1 + 0.2]], [[0.3]]],
    [
      "objects of one value",
      [[{ type: "Double", basicValue: 5 }]],
      [[{ type: "Double", basicValue: 5 }]],
    ],
    ["cells that are no number", [[Number.NaN]], [[Number.NaN]]],
    ["faults", [["refused"]], [["refused"]]],
    ["rows of several lengths", [[1], [2, 3]], [[1], [2, 3]]],
  ])("reads again for %s", (_, first, second) => {
    const { counts, read } = counting();
    read(first);
    read(second);
    expect(counts.reads).toBe(2);
  });

  test("keeps copies, which no later change of an array reaches", () => {
    const { counts, read } = counting();
    const cells = [[1, 2]];
    read(cells);
    cells[0] = [1, 3];
    read(cells);
    expect(counts.reads).toBe(2);
    read([[1, 2]]);
    expect(counts.reads).toBe(2);
  });

  test("distinguishes all arguments", () => {
    const { counts, read } = counting();
    read([[1]], [[2]]);
    read([[1]], [[3]]);
    read([[2]], [[1]]);
    read([[1]], [[2]]);
    expect(counts.reads).toBe(3);
  });

  test("keeps the last four answers and no more", () => {
    const { counts, read } = counting();
    for (const value of [1, 2, 3, 4, 1, 2, 3, 4]) read(value);
    expect(counts.reads).toBe(4);
    read(5);
    read(1);
    expect(counts.reads).toBe(6);
  });

  test("keeps nothing of more than 250,000 cells, in one argument or in two", () => {
    const cells = (rows: number) => Array.from({ length: rows }, (_, row) => [row, 1]);
    const readsOfTwo = (...given: readonly unknown[]) => {
      const { counts, read } = counting();
      read(...given);
      read(...given);
      return counts.reads;
    };
    expect(readsOfTwo(cells(125_000))).toBe(1);
    expect(readsOfTwo(cells(125_001))).toBe(2);
    expect(readsOfTwo(cells(100_000), cells(100_000))).toBe(2);
  });
});

describe("readers that remember", () => {
  const readers: Readonly<Record<string, (given: readonly unknown[]) => unknown>> = {
    bands: ([bands]) => readBands(bands),
    terms: ([, terms]) => readTerms(terms),
    agreement: ([bands, terms]) => readAgreement(bands, terms),
    forecast: ([, , forecast]) => asNumbers(readForecast(forecast)),
  };
  const { bands, terms, forecast } = ARGUMENTS;
  if (!bands || !terms || !forecast) throw new Error("there are no such arguments");
  const deals = fc.array(fc.tuple(bands, terms, forecast), { minLength: 1, maxLength: 7 });
  const calls = fc.array(
    fc.record({
      reader: fc.constantFrom(...Object.keys(readers)),
      deal: fc.nat(),
      change: fc.option(
        fc.tuple(fc.nat(), fc.nat(), fc.constantFrom<unknown>(0, -0, 0.2, "5%", null)),
      ),
    }),
    { minLength: 5, maxLength: 40 },
  );

  test("answer as if each call were the first, in any order, even after changes to arrays passed before", () => {
    assertProperty(
      fc.property(deals, calls, (generated, inOrder) => {
        const all = structuredClone(generated);
        for (const { reader, deal, change } of inOrder) {
          const given = all[deal % all.length] ?? [];
          if (change) put(given[change[0] % 3], change[1], change[2]);
          const read = readers[reader];
          const answer = read?.(given);
          for (let other = 0; other < 5; other++)
            read?.([
              [[other, 0.1]],
              [
                ["Basis", "net"],
                ["Forfeited share", other / 5],
              ],
              [[other], [1]],
            ]);
          // The reader has dropped the deal.
          expect(answer).toEqual(read?.(given));
        }
      }),
      { numRuns: 300 },
    );
  });

  /** A forecast as its answers, since two equal forecasts hold different function objects. */
  function asNumbers(read: ReturnType<typeof readForecast>): unknown {
    if (!read.ok) return read;
    const { atMost, below, partialMean, quantile, ...numbers } = read.value;
    const asked = [0, 0.25, 0.5, 1].map((share) => quantile(share));
    return [numbers, asked, [atMost, below, partialMean].map((ask) => asked.map(ask))];
  }

  function put(range: unknown, at: number, value: unknown): void {
    if (!Array.isArray(range) || range.length === 0) return;
    const row: unknown = range[at % range.length];
    if (Array.isArray(row) && row.length > 0) row[at % row.length] = value;
  }
});
