import { describe, expect, test } from "vitest";
import { thresholdMoves } from "../../../src/analysis/threshold-moves";
import { US_DOLLAR } from "../../../src/core/currency";
import { certain } from "../../../src/forecast/sample";
import { guessesSentence } from "../../../src/wording/messages/guess-messages";
import { agreement, table } from "../../core/deals";
import { GROWTH } from "../../forecast/forecasts";
import { whole } from "../../support/whole";

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
  test("names the range within which the answer holds", () => {
    expect(guessesSentence(2, [stays, changes], US_DOLLAR)).toMatch(
      /^Two thresholds are not confirmed: the answer holds while \$660k lies between \$63[01]k and \$\d+k \(further down the threshold itself is best\)\.$/,
    );
  });

  test("names an amount, a cent below, and none", () => {
    const other = {
      ...changes.moves,
      below: undefined,
      sameFromUsd: 463_200,
      sameToUsd: 512_300.7,
    };
    const said = (above: typeof changes.moves.below) =>
      guessesSentence(1, [{ thresholdUsd: 500_000, moves: { ...other, above } }], US_DOLLAR);
    expect(said({ kind: "amount", commitmentUsd: 384_634 })).toBe(
      "One threshold is not confirmed: the answer holds while $500k lies between $464k and $512k (further up $384,634 is best).",
    );
    expect(said({ kind: "justBelow" })).toContain("(further up a cent less than it is best).");
    expect(said({ kind: "amount", commitmentUsd: 0 })).toContain("(further up none is best).");
  });

  test("gives ends on the side on which they are true, and never past the threshold", () => {
    const at = (sameFromUsd: number, sameToUsd: number) =>
      guessesSentence(
        1,
        [
          {
            thresholdUsd: 500_300,
            moves: { ...changes.moves, sameFromUsd, sameToUsd, above: { kind: "justBelow" } },
          },
        ],
        US_DOLLAR,
      );
    expect(at(463_001, 512_999)).toContain("between $464k and $512k");
    expect(at(464_000, 512_000)).toContain("between $464k and $512k");
    expect(at(500_250.5, 500_349.5)).toContain("between $500,251 and $500,349");
    expect(at(500_300, 500_300)).toContain("between $500,300 and $500,300");
  });

  test("says that nothing rests on them", () => {
    expect(guessesSentence(1, [stays], US_DOLLAR)).toBe(
      "One threshold is not confirmed; the answer holds if it lies up to a tenth lower or higher.",
    );
    expect(guessesSentence(2, [stays, stays], US_DOLLAR)).toMatch(
      /^Two .+ if any one of them lies/,
    );
  });

  test("counts what it does not tell, and what it did not look at", () => {
    expect(guessesSentence(3, [changes, changes, changes], US_DOLLAR)).toMatch(
      / and \$660k lies .+\. 1 more\.$/,
    );
    expect(guessesSentence(199, undefined, US_DOLLAR)).toBe(
      "199 thresholds are not confirmed: open one to see what rests on it.",
    );
    expect(guessesSentence(0, [], US_DOLLAR)).toBe("");
  });
});
