import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeNoAnswer } from "../../src/core/describe-no-answer";
import {
  coverage,
  discountLeakage,
  effectiveDiscount,
  savingUsd,
  utilization,
  waste,
} from "../../src/core/indicators";
import { NoAnswer } from "../../src/core/no-answer";
import { settle } from "../../src/core/settle";
import { agrees } from "../tolerance";
import { agreement } from "./deals";

/** C 500,000 at 15%: 588,235.29 of list usage fills it. */
const at = (usageUsd: number) => settle(usageUsd, 500_000, agreement());

const near = (value: unknown, expected: number) =>
  expect(value).toSatisfy(
    (found: unknown) => typeof found === "number" && agrees(found, expected),
    String(expected),
  );

describe("indicators", () => {
  test("of usage so small that a quotient overflows have no discount, and never an infinite one", () => {
    expect(effectiveDiscount(at(1e-305), 1e-305)).toBeInstanceOf(NoAnswer);
    near(effectiveDiscount(at(1e-6), 1e-6), 1 - 5e11);
  });

  test("of usage that does not fill the commitment", () => {
    const short = at(400_000);
    near(effectiveDiscount(short, 400_000), -0.25);
    near(utilization(short, 400_000), 0.68);
    near(coverage(short, 400_000), 1);
    near(waste(short, 400_000), 0.32);
    near(discountLeakage(short, 400_000), 0.4);
    expect(savingUsd(short, 400_000)).toBe(-100_000);
  });

  test("of usage beyond the commitment", () => {
    const over = at(800_000);
    // Cost 500,000 + 800,000 - 500,000/0.85.
    near(effectiveDiscount(over, 800_000), 1 - (1_300_000 - 500_000 / 0.85) / 800_000);
    near(utilization(over, 800_000), 1);
    near(coverage(over, 800_000), 500_000 / 0.85 / 800_000);
    near(waste(over, 800_000), 0);
    near(discountLeakage(over, 800_000), 0.15 - (500_000 / 0.85 - 500_000) / 800_000);
    near(savingUsd(over, 800_000), 500_000 / 0.85 - 500_000);
  });

  test.each([
    ["discount", effectiveDiscount, "Without usage there is no discount to compute."],
    ["discount leakage", discountLeakage, "Without usage there is no discount to compute."],
    ["coverage", coverage, "Without usage there is no coverage to compute."],
  ] as const)("without usage there is no %s", (_, indicator, sentence) => {
    const answer = indicator(at(0), 0);
    expect(answer).toBeInstanceOf(NoAnswer);
    expect(answer instanceof NoAnswer && describeNoAnswer(answer, US_DOLLAR)).toBe(sentence);
  });

  test.each([
    ["utilization", utilization],
    ["waste", waste],
  ] as const)("without a commitment there is no %s", (_, indicator) => {
    const answer = indicator(settle(100, 0, agreement()), 100);
    expect(answer).toEqual(new NoAnswer({ kind: "noCommitment", ratio: "utilization" }));
    expect(answer instanceof NoAnswer && describeNoAnswer(answer, US_DOLLAR)).toBe(
      "Without a commitment there is no utilization to compute.",
    );
  });
});
