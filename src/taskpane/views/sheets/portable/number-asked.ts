import { decide } from "../../../../analysis/decision";
import { isAsItIs } from "../../../../deal/assumptions";
import { commit, type Formula, operation } from "../../../../sheets/formulas/call";
import { printFormula } from "../../../../sheets/formulas/print";
import type { AskedNumber } from "../../../../sheets/portable/explanation";
import type { PaneState } from "../../../context/pane-state";
import type { AnswerNumber } from "../../../kit/how-sure/explain-links";

const NAMES: Readonly<Record<AnswerNumber, string>> = {
  expectedCost: "Expected cost",
  expectedSaving: "Expected saving",
  fill: "Fill probability",
  loss: "Probability of costing more than list",
};

/**
 * A number of the answer as a formula over the cells of the deal that is shown, at the commitment that leads.
 *
 * @returns A sentence where there is none to explain.
 */
export function numberAsked(
  { deal, whatIf }: Pick<PaneState, "deal" | "whatIf">,
  asked: AnswerNumber,
): AskedNumber | string {
  if (deal.kind !== "read") return "The deal cannot be read yet.";
  if (!isAsItIs(whatIf))
    return "The pane supposes something that no cell holds. Undo that under Commitment, and ask again.";
  const decision = decide(deal.reading);
  if (decision.kind === "undecided" || decision.recommendation.kind === "nothingToChoose")
    return "There is no answer to explain yet.";
  const { best } = decision.recommendation;
  const { bands, terms, forecast, usage } = deal.reading.references;
  const usages = forecast ?? usage;
  if (usages === null) return "The deal has no cells with usage or its forecast.";
  const given = [usages, best.commitmentUsd, bands, terms] as const;
  const cost = commit("EXPECTED_COST", ...given);
  const formulas: Readonly<Record<AnswerNumber, Formula>> = {
    expectedCost: cost,
    expectedSaving: operation(commit("FORECAST_MEAN", usages), "-", cost),
    fill: commit("FILL_PROBABILITY", ...given),
    loss: commit("LOSS_PROBABILITY", ...given),
  };
  const shows: Readonly<Record<AnswerNumber, number>> = {
    expectedCost: decision.forecast.meanUsd - best.expectedSavingUsd,
    expectedSaving: best.expectedSavingUsd,
    fill: best.fillProbability,
    loss: best.lossProbability,
  };
  return {
    ...{ title: NAMES[asked], formula: printFormula(formulas[asked]), shows: shows[asked] },
    unit: asked === "fill" || asked === "loss" ? "fraction" : "USD",
  };
}
