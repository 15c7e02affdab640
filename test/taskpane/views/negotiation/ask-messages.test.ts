import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import type { Ask } from "../../../../src/taskpane/views/negotiation/ask";
import { askAnswer, askReason } from "../../../../src/taskpane/views/negotiation/ask-messages";

const THRESHOLD: Extract<Ask, { kind: "threshold" }> = {
  kind: "threshold",
  thresholdUsd: 500_000,
  discountFraction: 0.175,
  clauses: [],
  together: false,
};

const FAR: NonNullable<Ask["unrealistic"]> = {
  thresholdUsd: 1_000_000,
  discount: { kind: "needed", neededFraction: 0.45, extraFraction: 0.25 },
};

describe("askAnswer()", () => {
  test.each<readonly [Ask, string, RegExp]>([
    [THRESHOLD, "Ask for 17.5% at $500k", /Then \$500k, the next threshold, costs no more/],
    [
      { ...THRESHOLD, clauses: ["Overage at the committed rate"] },
      "Ask for 17.5% at $500k, or overage at the committed rate",
      /commitments\.$/,
    ],
    [
      { ...THRESHOLD, clauses: ["Step-up right", "Half the shortfall returned"] },
      "Ask for 17.5% at $500k, or a step-up right",
      /So does half the shortfall returned\.$/,
    ],
    [
      { ...THRESHOLD, discountFraction: undefined, clauses: ["Step-up right"] },
      "Ask for a step-up right at $500k",
      /commitments\.$/,
    ],
    [
      {
        ...THRESHOLD,
        discountFraction: undefined,
        clauses: ["Step-up right", "Half the shortfall returned"],
        together: true,
      },
      "Ask for all of 2 clauses together at $500k",
      /: a step-up right and half the shortfall returned\.$/,
    ],
    [
      {
        kind: "clause",
        clause: "Half the shortfall returned",
        commitmentUsd: 480_000,
        isPresent: true,
        valueUsd: 11_141,
      },
      "Ask for half the shortfall returned: it saves $11.1k a year",
      /^At \$480k, the present commitment, no other clause saves as much\.$/,
    ],
    [
      { ...THRESHOLD, discountFraction: undefined, clauses: ["Step-up right"], unrealistic: FAR },
      "Ask for a step-up right at $500k",
      /commitments\. No realistic discount alone makes \$1M pay: it would take 45%, where 20% is offered\.$/,
    ],
    [
      { kind: "nothing", unrealistic: FAR },
      "Nothing on this list is worth asking for",
      /^No clause saves [^.]+\. No realistic discount alone makes \$1M pay: it would take 45%, where 20% is offered\.$/,
    ],
    [{ kind: "nothing" }, "Nothing on this list is worth asking for", /^No discount and no clause/],
  ])("says %j in a line, and why", (ask, answer, reason) => {
    expect(askAnswer(ask, US_DOLLAR)).toBe(answer);
    expect(askReason(ask, US_DOLLAR)).toMatch(reason);
  });
});
