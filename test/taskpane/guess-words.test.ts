import { describe, expect, test } from "vitest";
import { certain } from "../../src/forecast/sample";
import { thresholdMoves } from "../../src/sensitivity/threshold-moves";
import { guessesSentence } from "../../src/taskpane/guess-words";
import { agreement, table } from "../core/deals";
import { GROWTH } from "../forecast/forecasts";
import { whole } from "../support/whole";

const committed = agreement({ overage: "committed" });
const stays = { thresholdUsd: 500_000, moves: whole(thresholdMoves(500_000, committed, GROWTH)) };

// $700k known, overage at the committed rate: 250k costs 630,000, and a threshold t at 20% costs max(t, 560,000).
const bands = table([
  [0, 0],
  [250_000, 0.1],
  [660_000, 0.2],
]);
const changes = {
  thresholdUsd: 660_000,
  moves: whole(
    thresholdMoves(660_000, agreement({ overage: "committed" }, bands), certain(700_000)),
  ),
};

describe("guessesSentence()", () => {
  test("names the position from which another commitment is best", () => {
    expect(guessesSentence(2, [stays, changes])).toMatch(
      /^Two thresholds are guesses: if \$660k really lies below (\$630k|\$630,001), the best commitment becomes that threshold itself\.$/,
    );
  });

  test("names an amount, a cent below, and none", () => {
    const other = { ...changes.moves, below: undefined, sameToUsd: 512_300.7 };
    const said = (above: typeof changes.moves.below) =>
      guessesSentence(1, [{ thresholdUsd: 500_000, moves: { ...other, above } }]);
    expect(said({ kind: "amount", commitmentUsd: 384_634 })).toBe(
      "One threshold is a guess: if $500k really lies above $512,300, the best commitment becomes $384,634.",
    );
    expect(said({ kind: "justBelow" })).toContain("the best commitment becomes a cent below it.");
    expect(said({ kind: "amount", commitmentUsd: 0 })).toContain("$512,300, none is best.");
  });

  test("says that nothing rests on them", () => {
    expect(guessesSentence(1, [stays])).toBe(
      "One threshold is a guess; the best choice stays the same if it lies up to a tenth lower or higher.",
    );
    expect(guessesSentence(2, [stays, stays])).toMatch(/^Two .+ if any one of them lies/);
  });

  test("counts what it does not tell, and what it did not look at", () => {
    expect(guessesSentence(3, [changes, changes, changes])).toMatch(
      / and if .+\. 1 more change below\.$/,
    );
    expect(guessesSentence(199, undefined)).toBe(
      "199 thresholds are guesses: open one below to see what rests on it.",
    );
    expect(guessesSentence(0, [])).toBe("");
  });
});
