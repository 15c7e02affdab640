import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recommendedUsd } from "../../../src/analysis/recommendation";
import { writtenThresholds } from "../../../src/core/bands";
import { readBands } from "../../../src/input/bands-cells";
import { readUncertainPeriod } from "../../../src/input/uncertain-period-cells";
import { commit, operation } from "../../../src/sheets/formulas/call";
import { printFormula } from "../../../src/sheets/formulas/print";
import { orWord } from "../../../src/sheets/label-formula";
import { ExcelError } from "../../../src/sheets/native/excel/excel-value";
import { cell } from "../../../src/sheets/native/excel/formula";
import { callsIn } from "../../../src/sheets/portable/calls-in-formula";
import { explainCell } from "../../../src/sheets/portable/explanation";
import { NotPortable } from "../../../src/sheets/portable/not-portable";
import {
  nextOnOfferFormula,
  recommendedFormula,
  roundingFormula,
} from "../../../src/sheets/recommended-commitment";
import { EXHAUSTIVE } from "../../support/exhaustive";
import { type DealCells, dealCells } from "../native/deals";
import { OURS } from "../native/ours";
import { block, bookOf, type Cells } from "./book";

/** Below a deal: its best of any amount, its best on offer and the next best. */
const [ANY_AMOUNT, BEST, NEXT] = ["A22", "A23", "A24"];

const MEAN = commit("FORECAST_MEAN", "Forecast");
const AGREED = ["Bands", "Terms"];
const COMPARED = {
  options: commit("COMMITMENT_OPTIONS", "Forecast", ...AGREED),
  thresholds: commit("THRESHOLDS", "Usage", "Commitment", ...AGREED),
  anyAmount: ANY_AMOUNT,
  rounding: roundingFormula(MEAN),
};
const PRESENT_SAVING = operation(
  MEAN,
  "-",
  commit("EXPECTED_COST", "Forecast", "Commitment", ...AGREED),
);
const BEST_FORMULA = printFormula(recommendedFormula(COMPARED, "Commitment", PRESENT_SAVING));
const NEXT_FORMULA = printFormula(nextOnOfferFormula(COMPARED, BEST));

type Rows = readonly (readonly (string | number)[])[];

/** A deal with the formulas of a sheet, and what our functions make of them. */
function sheetOf(deal: DealCells) {
  const { bands, terms, forecast, usage, commitment } = deal;
  const read = readUncertainPeriod(forecast, commitment, bands, terms);
  const table = readBands(bands);
  if (!read.ok || !table.ok) throw new Error("a deal that our functions read");
  const optimum = OURS["OPTIMAL_COMMITMENT"]?.(forecast, bands, terms, undefined);
  const best = recommendedUsd(read.value.forecast, read.value.agreement, Number(commitment));
  const options = OURS["COMMITMENT_OPTIONS"]?.(forecast, bands, terms);
  const all = Array.isArray(options) ? options.slice(1) : [];
  const thresholds = [0, ...writtenThresholds(table.value)];
  const others = all
    .filter(([usd]) => optimum === undefined || thresholds.includes(Number(usd)))
    .filter(([usd]) => Math.abs(Number(usd) - best) >= 0.005);
  const most = Math.max(...others.map(([, , , saving]) => Number(saving)));
  const next = others.find(([, , , saving]) => Number(saving) + 0.01 >= most)?.[0];
  const cells: Cells = {
    ...block("A1", bands as Rows),
    ...block("J1", (terms ?? []) as Rows),
    ...block("L1", forecast as Rows),
    ...{ A20: Number(usage), A21: Number(commitment) },
    [ANY_AMOUNT]: [
      printFormula(orWord(commit("OPTIMAL_COMMITMENT", "Forecast", ...AGREED), "none")),
      optimum ?? "none",
    ],
    [BEST]: [BEST_FORMULA, best],
    [NEXT]: [NEXT_FORMULA, next ?? "#N/A"],
  };
  const size = (rows: readonly (readonly unknown[])[], left: string, last: number): string =>
    `=Deal!$${left}$1:$${String.fromCharCode(last + (rows[0]?.length ?? 1))}$${rows.length}`;
  const names = [
    { name: "Usage", formula: "=Deal!$A$20" },
    { name: "Commitment", formula: "=Deal!$A$21" },
    { name: "Bands", formula: size(bands, "A", 64) },
    { name: "Terms", formula: terms ? size(terms, "J", 73) : "=Deal!$J$1:$K$2" },
    { name: "Forecast", formula: size(forecast, "L", 75) },
  ];
  return { book: bookOf({ Deal: cells }, { names }), best, next };
}

/** What the steps of a cell come to. */
function answerAt(book: ReturnType<typeof bookOf>, address: string): unknown {
  const explained = explainCell(book, cell("Deal", Number(address.slice(1)), 1));
  if (explained instanceof NotPortable) throw new Error(JSON.stringify(explained.reason));
  return explained.answer instanceof ExcelError ? undefined : explained.answer;
}

const DEALS = fc.sample(dealCells, { seed: 20_261_128, numRuns: EXHAUSTIVE ? 200 : 10 });

test.each(DEALS.map((deal, index) => [index, deal] as const))(
  "the steps of the best and of the next on offer come to what the pane recommends: deal %i",
  (_, deal) => {
    const { book, best, next } = sheetOf({
      ...deal,
      terms: deal.terms ?? [
        ["Basis", "net"],
        ["", ""],
      ],
    });
    expect([answerAt(book, BEST), answerAt(book, NEXT)]).toEqual([
      expect.closeTo(best, 4),
      next === undefined ? undefined : expect.closeTo(Number(next), 4),
    ]);
  },
);

describe("a formula of what is on offer", () => {
  const given = ["Forecast", "Usage", "Commitment", "Bands", "Terms", ANY_AMOUNT];
  const names = (formula: string) => callsIn(formula).map(({ name }) => name);

  test("is one call of all that its two are given", () => {
    const [call, ...more] = callsIn(BEST_FORMULA);
    expect(more).toEqual([]);
    const texts = call?.given.map((tokens) => tokens.map(({ text }) => text).join(""));
    expect(texts?.slice(0, given.length)).toEqual(given);
    expect(texts?.slice(given.length + 1)).toEqual([
      "Commitment",
      printFormula(PRESENT_SAVING).slice(1),
    ]);
  });

  const without = (what: string, put: string, formula = BEST_FORMULA) =>
    formula.replaceAll(what, put);
  test.each<readonly [what: string, formula: string, calls: readonly string[]]>([
    ["in small letters", without("LET(", "let("), ["BEST_ON_OFFER"]],
    [
      "inside another formula",
      `=IF(A1>0,A21,IFERROR(${NEXT_FORMULA.slice(1)},"none"))`,
      ["NEXT_ON_OFFER"],
    ],
    ["twice", `${BEST_FORMULA}-${NEXT_FORMULA.slice(1)}`, ["BEST_ON_OFFER", "NEXT_ON_OFFER"]],
    ["without terms", without(",Terms", ""), ["BEST_ON_OFFER"]],
    ["with cells of another sheet", without("Bands", "'My (deal)'!$A$1:$B$5"), ["BEST_ON_OFFER"]],
    ["as a file has its functions", without("COMMIT.", "_xldudf_COMMIT_"), ["BEST_ON_OFFER"]],
    // What somebody changed is theirs: its calls are found one by one.
    [
      "with another tie",
      without("0.01", "100"),
      ["COMMITMENT_OPTIONS", "THRESHOLDS", "FORECAST_MEAN", "FORECAST_MEAN", "EXPECTED_COST"],
    ],
    [
      "with two agreements",
      BEST_FORMULA.replace("Bands", "A1:B5"),
      ["COMMITMENT_OPTIONS", "FORECAST_MEAN", "THRESHOLDS", "FORECAST_MEAN", "EXPECTED_COST"],
    ],
    [
      "with two present commitments",
      BEST_FORMULA.replace("(Commitment>0)", "(A1>0)"),
      ["COMMITMENT_OPTIONS", "FORECAST_MEAN", "THRESHOLDS", "FORECAST_MEAN", "EXPECTED_COST"],
    ],
    [
      "of what is no call of ours",
      without(printFormula(COMPARED.options).slice(1), "A1:K9"),
      ["FORECAST_MEAN", "THRESHOLDS", "FORECAST_MEAN", "EXPECTED_COST"],
    ],
    ["that is another LET", "=LET(x,COMMIT.BAND_RATE(A1,B1:C4),x*2)", ["BAND_RATE"]],
  ])("is found %s", (_, formula, calls) => {
    expect(names(formula).toSorted()).toEqual(calls.toSorted());
  });
});
