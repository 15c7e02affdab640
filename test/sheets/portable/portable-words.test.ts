import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { planPortable } from "../../../src/sheets/portable/portable-plan";
import { portableWords } from "../../../src/sheets/portable/portable-words";
import { block, bookOf, type Cells } from "./book";

const GOOD = "=COMMIT.BAND_RATE(300000,$A$1:$B$2)";
const NONE = "=COMMIT.FUTURE(1)";

function wordsOf(formulas: readonly string[], isProtected = false) {
  const cells: Cells = {
    ...block("A1", [
      [0, 0],
      [250_000, 0.1],
    ]),
    ...Object.fromEntries(formulas.map((formula, at) => [`D${at + 1}`, [formula, 0.1] as const])),
  };
  const book = bookOf({ Deal: cells }, { isProtected: isProtected ? ["Deal"] : [] });
  return portableWords(planPortable(book, { kind: "workbook" }), US_DOLLAR);
}

describe("portableWords()", () => {
  test.each([
    [[], "No cell here uses a function of Bandwise."],
    [[GOOD], "The one formula here becomes Excel's own."],
    [[GOOD, GOOD], "All 2 formulas become Excel's own."],
    [[GOOD, NONE], "1 formula becomes Excel's own. 1 stays ours."],
    [[GOOD, GOOD, NONE, NONE], "2 formulas become Excel's own. 2 stay ours."],
    [[NONE], "The one formula here cannot become Excel's own."],
    [[NONE, NONE], "None of 2 formulas here can become Excel's own."],
  ])("%j: %s", (formulas, answer) => {
    expect(wordsOf(formulas).answer).toBe(answer);
  });

  test.each([
    [[], "No cell here shows #NAME? to recipients without Bandwise."],
    [
      [GOOD],
      "Recipients without Bandwise see every number, live, with its steps. Now they see #NAME?.",
    ],
    [
      [NONE],
      "Recipients without Bandwise see #NAME? in the cell that stays. Freeze gives it its value.",
    ],
    [
      [GOOD, NONE, NONE],
      "Recipients without Bandwise see the others live, with their steps, and #NAME? in the 2 cells that stay. Freeze gives those their values.",
    ],
  ])("of %j says what recipients see", (formulas, recipients) => {
    expect(wordsOf(formulas).recipients).toBe(recipients);
  });

  test("names each reason once, with its cells", () => {
    expect(wordsOf([NONE, GOOD, NONE]).kept).toEqual([
      {
        cells: ["Deal!D1", "Deal!D3"],
        reason: "FUTURE is no function of this version of Bandwise.",
      },
    ]);
  });

  test("offers nothing for a protected sheet", () => {
    expect(wordsOf([GOOD, NONE], true)).toMatchObject({ canBegin: false, canFreeze: false });
  });
});
