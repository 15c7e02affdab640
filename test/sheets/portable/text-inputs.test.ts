import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";

import { planPortable } from "../../../src/sheets/portable/portable-plan";
import { portableWords } from "../../../src/sheets/portable/portable-words";
import { addressOf } from "../../../src/sheets/portable/references";
import { textInputs } from "../../../src/sheets/portable/text-inputs";
import { block, bookOf, type Cells } from "./book";

const DEAL: Cells = {
  ...block("A1", [
    ["Threshold", "Discount", "Name", "Overage premium"],
    [0, 0, "", ""],
    [250_000, 0.1, "", ""],
    [500_000, 0.15, "12", ""],
  ]),
  ...block("F1", [
    ["Term", "Value"],
    ["Overage", "list"],
    ["Forfeited share", 0.5],
  ]),
  ...block("I1", [
    ["Mean", 700_000],
    ["CV", 0.35],
    ["Usage", 700_000],
    ["Commitment", 480_000],
  ]),
};
const NAMES = [
  { name: "Bands", formula: "=Deal!$A$1:$D$4" },
  { name: "Terms", formula: "=Deal!$F$1:$G$3" },
  { name: "Forecast", formula: "=Deal!$I$1:$J$2" },
  { name: "Usage", formula: "=Deal!$J$3" },
  { name: "Commitment", formula: "=Deal!$J$4" },
];
const WHOLE = { kind: "workbook" } as const;
const COST = "=COMMIT.EFFECTIVE_COST(Usage,Commitment,Bands,Terms)";
const EXPECTED = "=COMMIT.EXPECTED_COST(Forecast,Commitment,Bands,Terms)";

function foundIn(cells: Cells, isProtected: readonly string[] = []) {
  const book = bookOf(
    { Deal: { ...DEAL, ...cells }, Answers: { A1: [COST, 1], A2: [EXPECTED, 1] } },
    { names: NAMES, isProtected },
  );
  const plan = planPortable(book, WHOLE);
  return { texts: textInputs(book, WHOLE, plan), plan };
}

describe("textInputs()", () => {
  test.each<readonly [Cells, Readonly<Record<string, number>>]>([
    [{}, {}],
    [{ B4: "15%" }, { B4: 0.15 }],
    [{ A3: "$250k" }, { A3: 250_000 }],
    [{ D3: "5%" }, { D3: 0.05 }],
    [{ G3: "50%" }, { G3: 0.5 }],
    [{ J1: "700,000 USD" }, { J1: 700_000 }],
    [{ J2: "35%" }, { J2: 0.35 }],
    [{ J3: " 700000 " }, { J3: 700_000 }],
    [{ J4: "$0.48m" }, { J4: 480_000 }],
    // What a formula answers is not typed, and a name of a band is a word.
    [{ J3: ['="700000"', "700000"] }, {}],
    [{ C4: "15%" }, {}],
    // One argument is refused before the next: all are found at once.
    [
      { B3: "10%", B4: "15%", G3: "50%", J1: "700k", J3: "700k", J4: "480k" },
      { B3: 0.1, B4: 0.15, G3: 0.5, J1: 700_000, J3: 700_000, J4: 480_000 },
    ],
  ])("in %j are %j", (cells, numbers) => {
    const { texts } = foundIn(cells);
    const found = texts.map(({ place, value }) => [addressOf(place), value]);
    expect(Object.fromEntries(found)).toEqual(numbers);
  });

  test("leaves the cells of protected sheets", () => {
    expect(foundIn({ B4: "15%" }, ["Deal"]).texts).toEqual([]);
  });

  test("says how many there are, and the first of them", () => {
    const { texts, plan } = foundIn({ B3: "10%", B4: "15%" });
    expect(portableWords(plan, US_DOLLAR, texts)).toMatchObject({
      answer: "None of 2 formulas here can become Excel's own.",
      asText: "2 input cells hold text: Deal!B3 holds 10%, and so on. Write them as numbers first.",
    });
  });
});
