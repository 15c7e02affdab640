import { ALL_CLAUSES, CLAUSE_NAMES } from "../../../forecast/clause-values";
import type { NativeCommitment } from "../agreement/commitment-block";
import { curveBlock } from "../agreement/curve-block";
import { OVERAGE_WORDS } from "../agreement/terms-block";
import { type NativeFormula, text, x } from "../excel/formula";
import type { Layout, StepTable } from "../layout";
import { beforeReturnSteps, type NativeExpectations } from "./expectation-steps";
import type { NativeForecast } from "./native-forecast";

/** The columns of the answer, as our function heads them. */
export const CLAUSE_COLUMNS = [
  "Clause",
  "Value alone",
  "Value added last",
  "Points alone",
  "Points added last",
] as const;
type ClauseColumn = (typeof CLAUSE_COLUMNS)[number];

/** The clauses that apply in the first rows, and blank rows below them. */
export type NativeClauses = StepTable<ClauseColumn | "Which clause">;

const NAMES = [...CLAUSE_NAMES, ALL_CLAUSES];

/** What each clause that the committed band lacks is worth: alone, added last, and all together (docs/pricing-model.md 7.2). */
export function clauseSteps(
  layout: Layout,
  forecast: NativeForecast,
  commitment: NativeCommitment,
  expectations: NativeExpectations,
): NativeClauses {
  const { overage, priceOfOverage, rate, price, share, isNone } = commitment;
  const { beforeReturn, beyond, shortfall, isKnown, usageWhereFilled } = expectations;
  layout.block("What a clause is worth");
  const is = (word: string) => x`${overage}=${text(word)}`;
  const isDearer = layout.step(
    "Does overage cost more than the committed rate? (1 is yes)",
    "",
    x`IF(OR(${is(OVERAGE_WORDS.list)},AND(${is(OVERAGE_WORDS.committed)},${priceOfOverage}>${rate})),1,0)`,
  );
  const lacksStepUp = layout.step(
    "Is there no step-up right? (1 is yes)",
    "",
    x`IF(${is(OVERAGE_WORDS.stepUp)},0,1)`,
  );
  const losesMore = layout.step(
    "Is more than half of a shortfall lost? (1 is yes)",
    "",
    x`IF(${share}>0.5,1,0)`,
  );
  const stepUpWord = layout.step("Overage with the right", "", text(OVERAGE_WORDS.stepUp));
  const steppedUp = curveBlock(layout, { ...commitment, overage: stepUpWord });
  const { beforeReturn: withRight } = beforeReturnSteps(layout, forecast, steppedUp);
  const withRate = layout.step(
    "Expected with overage at the committed rate",
    "USD",
    x`IF(${isDearer}=1,${price}+${rate}*${beyond},${beforeReturn})`,
  );
  const best = layout.step(
    "Expected with both",
    "USD",
    x`IF(${lacksStepUp}=1,${withRight},${withRate})`,
  );
  const back = layout.step(
    "Half the shortfall returned is worth",
    "USD",
    x`${losesMore}*(${share}-0.5)*${shortfall}`,
  );
  const point = layout.step("A point of discount is worth", "USD", x`0.01*${usageWhereFilled}`);
  const together = x`${beforeReturn}-${best}+${back}`;
  const alone = [x`${beforeReturn}-${withRate}`, x`${beforeReturn}-${withRight}`, x`${back}`];
  // With a step-up right there is no overage at the committed rate left to price.
  const last = [x`0`, x`${withRate}-${withRight}`, x`${back}`];
  const applies = [isDearer, lacksStepUp, losesMore];
  const every = layout.table(NAMES.length, [
    ["Name", "", (row) => text(NAMES[row] ?? "")],
    [
      "Place if it applies",
      "",
      (row) => (applies[row] ? x`IF(${applies[row]}=1,${row + 1},"")` : x`${row + 1}`),
    ],
    ["Alone", "USD", (row) => alone[row] ?? together],
    ["Added last", "USD", (row) => last[row] ?? together],
  ]);
  const which = (row: number, t: NativeClauses, formula: NativeFormula): NativeFormula =>
    x`IF(${t.at("Which clause", row)}="","",${formula})`;
  const inPoints = (row: number, t: NativeClauses, amount: ClauseColumn): NativeFormula =>
    which(row, t, x`IF(${point}>0,${t.at(amount, row)}/${point},NA())`);
  const found = (row: number, t: NativeClauses, from: "Name" | "Alone" | "Added last") =>
    which(row, t, x`INDEX(${every.all(from)},${t.at("Which clause", row)})`);
  return layout.table<ClauseColumn | "Which clause">(NAMES.length, [
    [
      "Which clause",
      "",
      (row) =>
        x`IF(AND(${isKnown}=1,${isNone}=0),IFERROR(SMALL(${every.all("Place if it applies")},${row + 1}),""),NA())`,
    ],
    ["Clause", "", (row, t) => found(row, t, "Name")],
    ["Value alone", "USD", (row, t) => found(row, t, "Alone")],
    ["Value added last", "USD", (row, t) => found(row, t, "Added last")],
    ["Points alone", "", (row, t) => inPoints(row, t, "Value alone")],
    ["Points added last", "", (row, t) => inPoints(row, t, "Value added last")],
  ]);
}
