import { describe, expect, test } from "vitest";
import { pricesInUse } from "../../src/efficiency/prices-in-use";
import { readPriceBook } from "../../src/input/price-book-cells";
import { pricesSentence } from "../../src/wording/messages/price-book-messages";
import { known } from "../cases/door";

type Row = readonly [model: string, above: number | "", confidence: string, checkedOn: string];

function used(rows: readonly Row[], models: readonly string[], day = 46_300) {
  const book = known(
    readPriceBook([
      ["Model", "Prompt above", "Input", "Output", "Confidence", "Checked on"],
      ...rows.map(([model, above, ...said]) => [model, above, 1, 5, ...said]),
    ]),
  );
  return pricesInUse(
    book,
    models.map((model) => ({ model, day })),
  );
}

const A: Row = ["a", "", "high", "2026-11-10"];
const B: Row = ["b", "", "medium", "2026-06-30"];

describe("the prices in use", () => {
  test.each<readonly [string, readonly Row[], readonly string[], string]>([
    [
      "one row",
      [A, B],
      ["a"],
      "1 row of it: the oldest was checked on 2026-11-10; the lowest confidence is high.",
    ],
    [
      "two rows",
      [A, B],
      ["a", "b"],
      "2 rows of it: the oldest was checked on 2026-06-30; the lowest confidence is medium.",
    ],
    [
      "a row that is used twice",
      [A, B],
      ["b", "B", "b"],
      "1 row of it: the oldest was checked on 2026-06-30; the lowest confidence is medium.",
    ],
    [
      "a row beside one that is not used",
      [A, ["c", "", "low", "2020-01-01"]],
      ["a"],
      "1 row of it: the oldest was checked on 2026-11-10; the lowest confidence is high.",
    ],
    [
      "every card of a model",
      [A, ["a", 200_000, "Low", "2026-01-02"]],
      ["a"],
      "2 rows of it: the oldest was checked on 2026-01-02; the lowest confidence is Low.",
    ],
    [
      "a row without a day",
      [A, ["c", "", "high", ""]],
      ["a", "c"],
      "2 rows of it: the oldest was checked on 2026-11-10, 1 row does not say when; the lowest confidence is high.",
    ],
    [
      "rows without a day",
      [
        ["c", "", "high", ""],
        ["d", "", "low", ""],
      ],
      ["d", "c"],
      "2 rows of it: no row says when it was checked; the lowest confidence is low.",
    ],
    [
      "a row without a confidence",
      [A, ["c", "", "", "2026-11-10"]],
      ["a", "c"],
      "2 rows of it: the oldest was checked on 2026-11-10; not every row says a confidence.",
    ],
    [
      "a confidence in other words",
      [B, ["c", "", "a guess", "2026-11-10"]],
      ["b", "c"],
      "2 rows of it: the oldest was checked on 2026-06-30; the lowest confidence is a guess.",
    ],
    [
      "no confidence before one in other words",
      [
        ["c", "", "a guess", "2026-11-10"],
        ["d", "", "", "2026-11-10"],
      ],
      ["c", "d"],
      "2 rows of it: the oldest was checked on 2026-11-10; not every row says a confidence.",
    ],
    [
      "a confidence in other words before a low one",
      [
        ["c", "", "low", "2026-11-10"],
        ["d", "", "a guess", "2026-11-10"],
      ],
      ["c", "d"],
      "2 rows of it: the oldest was checked on 2026-11-10; the lowest confidence is a guess.",
    ],
    [
      "a model that is not in the book",
      [A],
      ["a", "z"],
      "1 row of it: the oldest was checked on 2026-11-10; the lowest confidence is high.",
    ],
  ])("%s", (_, rows, models, expected) => {
    expect(pricesSentence(used(rows, models), false)).toBe(
      `Priced by ${expected.replace("of it", "of the price book in this workbook")}`,
    );
  });

  test("are none where no row is in use", () => {
    expect(pricesSentence(used([A], ["z"]), true)).toBe("");
    expect(pricesSentence(used([A], []), true)).toBe("");
  });

  test("of the book that is shipped are those of a day", () => {
    const book = known(readPriceBook(undefined));
    expect(
      pricesSentence(pricesInUse(book, [{ model: "claude-haiku-4-5", day: 46_300 }]), true),
    ).toMatch(
      /^Priced by 1 row of the price book of Bandwise: the oldest was checked on 20\d\d-\d\d-\d\d; the lowest confidence is (high|medium|low)\.$/,
    );
  });
});
