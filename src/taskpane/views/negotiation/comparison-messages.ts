import type { ComparedFigure, ScenarioComparison } from "../../../analysis/scenario-comparison";
import type { WinningStretch } from "../../../analysis/winner-by-usage";
import type { Currency } from "../../../core/currency";
import { aboutUsd } from "../../../wording/format/approximate";
import {
  formatExactUsd,
  formatList,
  formatPercent,
  formatUsd,
} from "../../../wording/format/format";

/** A line of the comparison: what it says, and the figure of each scenario in words. */
export interface ComparisonLine {
  readonly label: string;
  readonly note: string;
  readonly cells: readonly { readonly text: string; readonly isBest: boolean }[];
}

/** The line that is in sight where there is no room for all. */
export const MAIN_LINE = "Expected saving";

const LINES: readonly {
  readonly figure: ComparedFigure;
  readonly label: string;
  readonly note: string;
}[] = [
  { figure: "expectedCostUsd", label: "Expected cost", note: "" },
  { figure: "expectedSavingUsd", label: MAIN_LINE, note: "against list" },
  { figure: "fillProbability", label: "Fill probability", note: "" },
  { figure: "lossProbability", label: "Loss probability", note: "of paying more than list" },
  {
    figure: "worstTenthLossUsd",
    label: "Loss in the worst tenth",
    note: "mean; below 0 still saves",
  },
  { figure: "regretLowUsd", label: "Regret, low year", note: "promised too much" },
  { figure: "regretHighUsd", label: "Regret, high year", note: "promised too little" },
];

/** The lines of the comparison, the best of each marked. */
export function comparisonLines(
  { outcomes, best }: ScenarioComparison,
  currency: Currency,
): readonly ComparisonLine[] {
  const commitments = outcomes.map(({ commitmentUsd }) => ({
    text: commitmentUsd === 0 ? "None" : formatExactUsd(commitmentUsd, currency),
    isBest: false,
  }));
  const usages = outcomes.map(({ meanUsageUsd }) => ({
    text: formatUsd(meanUsageUsd, currency),
    isBest: false,
  }));
  return [
    { label: "Commitment", note: "", cells: commitments },
    { label: "Average usage", note: "at list", cells: usages },
    ...LINES.map(({ figure, label, note }) => ({
      label,
      note,
      cells: outcomes.map((outcome, position) => ({
        text: figure.endsWith("Probability")
          ? formatPercent(outcome[figure])
          : formatUsd(outcome[figure], currency),
        isBest: best[figure].includes(position),
      })),
    })),
  ];
}

/** Where the winner changes, in sentences: one for two stretches of usage, one for each where there are more. */
export function winnerSentences(
  winners: readonly WinningStretch[],
  names: readonly string[],
  currency: Currency,
): readonly string[] {
  const [first, second] = winners;
  if (!first) return [];
  if (!second) return [`${costsLeast(first, names)} whatever the usage.`];
  const sentence = (stretch: WinningStretch): string => {
    const { fromUsd, toUsd } = stretch;
    if (fromUsd === 0)
      return `Up to ${aboutUsd(toUsd, currency)} of usage, ${costsLeast(stretch, names)}.`;
    if (!Number.isFinite(toUsd))
      return `From ${aboutUsd(fromUsd, currency)} on, ${costsLeast(stretch, names)}.`;
    return `From ${aboutUsd(fromUsd, currency)} to ${aboutUsd(toUsd, currency)}, ${costsLeast(stretch, names)}.`;
  };
  if (winners.length > 2) return winners.map(sentence);
  const rest =
    second.winners.length === 1
      ? `from there on ${names[second.winners[0] ?? 0]}`
      : `from there on ${costsLeast(second, names)}`;
  return [
    `Up to ${aboutUsd(first.toUsd, currency)} of usage, ${costsLeast(first, names)}, ${rest}.`,
  ];
}

function costsLeast({ winners }: WinningStretch, names: readonly string[]): string {
  const won = winners.map((winner) => names[winner] ?? "");
  if (won.length === 1) return `${won[0]} costs least`;
  return names.length === won.length
    ? `${formatList(won)} cost the same`
    : `${formatList(won)} cost the same, and least`;
}

/** Why no figure is marked as the best, where the scenarios expect different years. */
export const OTHER_USAGE =
  "These scenarios expect different usage, so no figure is marked as the best: a smaller year costs less whatever is promised. The sentences above say which costs least at the same usage.";
