import type { Agreement } from "../core/agreement";
import { costCurve } from "../core/cost-curve";
import { toCents } from "../core/money";
import { NoAnswer } from "../core/no-answer";
import { settle } from "../core/settle";
import type { ComparedScenario } from "../deal/compared-scenario";
import { expectedCost } from "../forecast/expected-cost";
import { optimalCommitment } from "../forecast/optimal-commitment";
import { difference } from "../forecast/rounding";
import { certain } from "../forecast/sample";
import { commitmentOutlook, wasteOutlook } from "./commitment-outlook";
import { type WinningStretch, winnersByUsage } from "./winner-by-usage";

/** The figures of one scenario under its own forecast. USD; probabilities as fractions. */
export interface ScenarioOutcome {
  readonly name: string;
  readonly commitmentUsd: number;
  readonly meanUsageUsd: number;
  readonly expectedCostUsd: number;
  readonly expectedSavingUsd: number;
  readonly fillProbability: number;
  readonly lossProbability: number;
  readonly worstTenthLossUsd: number;
  /** Usages that one year in ten stays below, and that one year in ten exceeds; never below 0. */
  readonly lowUsageUsd: number;
  readonly highUsageUsd: number;
  /** Regret in such a low year (promised too much) and in such a high one (promised too little). */
  readonly regretLowUsd: number;
  readonly regretHighUsd: number;
}

/** Figures for which low is better, or high. */
export const BETTER_LOW = [
  "expectedCostUsd",
  "lossProbability",
  "worstTenthLossUsd",
  "regretLowUsd",
  "regretHighUsd",
] as const;
export const BETTER_HIGH = ["expectedSavingUsd", "fillProbability"] as const;
export type ComparedFigure = (typeof BETTER_LOW)[number] | (typeof BETTER_HIGH)[number];

/** Scenarios side by side. */
export interface ScenarioComparison {
  readonly outcomes: readonly ScenarioOutcome[];
  /** Whether all expect the same usage: only then is the better of two figures the better choice. */
  readonly sameUsage: boolean;
  /** Positions of the best in each figure; none where all are alike or expect other usage. */
  readonly best: Readonly<Record<ComparedFigure, readonly number[]>>;
  /** Which scenario costs least at each usage, regardless of its forecast. */
  readonly winners: readonly WinningStretch[];
}

/** Compares scenarios: each under its own forecast, and all of them at every usage. */
export function compareScenarios(scenarios: readonly ComparedScenario[]): ScenarioComparison {
  const outcomes = scenarios.map(scenarioOutcome);
  const [first] = outcomes;
  const sameUsage = outcomes.every(
    (outcome) =>
      first !== undefined &&
      (["meanUsageUsd", "lowUsageUsd", "highUsageUsd"] as const).every(
        (field) => toCents(outcome[field]) === toCents(first[field]),
      ),
  );
  const bestOf = (figure: ComparedFigure): readonly number[] =>
    sameUsage
      ? bestPositions(
          outcomes.map((outcome) => rounded(figure, outcome[figure])),
          isLow(figure),
        )
      : [];
  return {
    outcomes,
    sameUsage,
    best: {
      expectedCostUsd: bestOf("expectedCostUsd"),
      expectedSavingUsd: bestOf("expectedSavingUsd"),
      fillProbability: bestOf("fillProbability"),
      lossProbability: bestOf("lossProbability"),
      worstTenthLossUsd: bestOf("worstTenthLossUsd"),
      regretLowUsd: bestOf("regretLowUsd"),
      regretHighUsd: bestOf("regretHighUsd"),
    },
    winners: winnersByUsage(
      scenarios.map(({ commitmentUsd, agreement }) => costCurve(commitmentUsd, agreement)),
    ),
  };
}

const LOW_YEAR = 0.1;
const HIGH_YEAR = 0.9;

function scenarioOutcome({
  name,
  forecast,
  agreement,
  commitmentUsd,
}: ComparedScenario): ScenarioOutcome {
  const outlook = commitmentOutlook(forecast, agreement, commitmentUsd);
  const [lowUsageUsd = 0, highUsageUsd = 0] = [LOW_YEAR, HIGH_YEAR].map((share) =>
    Math.max(0, forecast.quantile(share)),
  );
  return {
    name,
    commitmentUsd,
    meanUsageUsd: forecast.meanUsd,
    expectedCostUsd: expectedCost(forecast, commitmentUsd, agreement),
    expectedSavingUsd: outlook.expectedSavingUsd,
    fillProbability: outlook.fillProbability,
    lossProbability: outlook.lossProbability,
    worstTenthLossUsd: wasteOutlook(forecast, agreement, commitmentUsd).worstTenthLossUsd,
    lowUsageUsd,
    highUsageUsd,
    regretLowUsd: regretAt(lowUsageUsd, commitmentUsd, agreement),
    regretHighUsd: regretAt(highUsageUsd, commitmentUsd, agreement),
  };
}

/**
 * How much more a commitment costs at a usage than the best one for that usage, USD, 0 or more.
 *
 * The best is OPTIMAL_COMMITMENT of that usage as certain, so that a cell shows the same (docs/pricing-model.md 6.12).
 */
export function regretAt(usageUsd: number, commitmentUsd: number, agreement: Agreement): number {
  const best = optimalCommitment(certain(usageUsd), agreement);
  if (best instanceof NoAnswer) return 0;
  const { costUsd } = settle(usageUsd, commitmentUsd, agreement);
  return Math.max(0, difference(costUsd, settle(usageUsd, best, agreement).costUsd));
}

function isLow(figure: ComparedFigure): boolean {
  return (BETTER_LOW as readonly string[]).includes(figure);
}

/** To the cent, or a probability to the tenth of a percent that the pane shows: what looks equal is equal. */
function rounded(figure: ComparedFigure, value: number): number {
  return figure.endsWith("Probability") ? Math.round(value * 1000) : toCents(value);
}

function bestPositions(values: readonly number[], low: boolean): readonly number[] {
  const best = low ? Math.min(...values) : Math.max(...values);
  const positions = values.flatMap((value, position) => (value === best ? [position] : []));
  return positions.length === values.length ? [] : positions;
}
