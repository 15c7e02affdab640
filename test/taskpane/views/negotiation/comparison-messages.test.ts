import { describe, expect, test } from "vitest";
import { compareScenarios } from "../../../../src/analysis/scenario-comparison";
import { US_DOLLAR } from "../../../../src/core/currency";
import { sample } from "../../../../src/forecast/sample";
import {
  comparisonLines,
  winnerSentences,
} from "../../../../src/taskpane/views/negotiation/comparison-messages";
import { agreement } from "../../../core/deals";

const END = Number.POSITIVE_INFINITY;
const stretch = (fromUsd: number, toUsd: number, ...winners: number[]) => ({
  fromUsd,
  toUsd,
  winners,
});

describe("winnerSentences()", () => {
  test("says one change in one sentence", () => {
    expect(
      winnerSentences([stretch(0, 612_400, 0), stretch(612_400, END, 1)], ["A", "B"], US_DOLLAR),
    ).toEqual(["Up to $612k of usage, A costs least, from there on B."]);
  });

  test("says that nothing changes, and what costs the same", () => {
    expect(winnerSentences([stretch(0, END, 1)], ["A", "B"], US_DOLLAR)).toEqual([
      "B costs least whatever the usage.",
    ]);
    expect(
      winnerSentences([stretch(0, 5_000, 0, 1), stretch(5_000, END, 1)], ["A", "B"], US_DOLLAR),
    ).toEqual(["Up to $5k of usage, A and B cost the same, from there on B."]);
    expect(
      winnerSentences(
        [stretch(0, 5_000, 2), stretch(5_000, END, 0, 1)],
        ["A", "B", "C"],
        US_DOLLAR,
      ),
    ).toEqual([
      "Up to $5k of usage, C costs least, from there on A and B cost the same, and least.",
    ]);
  });

  test("says more changes line by line", () => {
    const winners = [
      stretch(0, 250_000, 0),
      stretch(250_000, 527_777.78, 1),
      stretch(527_777.78, END, 2),
    ];
    expect(winnerSentences(winners, ["None", "A", "B"], US_DOLLAR)).toEqual([
      "Up to $250k of usage, None costs least.",
      "From $250k to $528k, A costs least.",
      "From $528k on, B costs least.",
    ]);
  });
});

test("comparisonLines() writes each figure, and says which is best", () => {
  const forecast = sample([400_000, 600_000, 900_000], [0.2, 0.6, 0.2]);
  const scenario = (name: string, commitmentUsd: number) => ({
    ...{ name, commitmentUsd, forecast },
    agreement: agreement(),
  });
  const lines = comparisonLines(
    compareScenarios([scenario("A", 0), scenario("B", 500_000)]),
    US_DOLLAR,
  );
  const shown = Object.fromEntries(
    lines.map(({ label, cells }) => [
      label,
      cells.map(({ text, isBest }) => (isBest ? `${text} best` : text)).join(" | "),
    ]),
  );
  expect(shown).toEqual({
    Commitment: "None | $500,000",
    "Average usage": "$620,000 | $620,000",
    "Expected cost": "$620,000 | $569,412 best",
    "Expected saving": "$0 | $50,588 best",
    "Fill probability": "100.0% best | 80.0%",
    "Loss probability": "0.0% best | 20.0%",
    "Loss in the worst tenth": "$0 best | $100,000",
    "Regret, low year": "$40,000 best | $140,000",
    "Regret, high year": "$135,000 | $46,765 best",
  });
});
