import { describe, expect, test } from "vitest";
import { decide } from "../../../src/analysis/decision";
import { US_DOLLAR } from "../../../src/core/currency";
import { readDealCells } from "../../../src/deal/parse-deal";
import { commitmentName, labelUsd, statedUsd } from "../../../src/wording/format/approximate";
import { commitmentNames, labelsAmong } from "../../../src/wording/messages/commitment-names";
import { describeDecision } from "../../../src/wording/messages/decision-messages";
import { postureSummary } from "../../../src/wording/messages/posture-messages";
import { dealCells } from "../../taskpane/pane-scenarios";

describe("an amount of many figures", () => {
  test.each([
    [250_000, "$250k", "$250,000"],
    [499_999.99, "$499.99999k", "$499,999.99"],
    [999_999_999, "$999.999999M", "$999,999,999"],
    [1e9, "$1bn", "$1bn"],
    [1_000_000_001, "$1bn", "$1bn"],
    [2_250_500_000, "$2.251bn", "$2.251bn"],
    [12_345_678_901, "$12.35bn", "$12.35bn"],
    [12_345_678_901.5, "$12.35bn", "$12.35bn"],
    [987_654_321_098, "$987.7bn", "$987.7bn"],
    [1e15, "$1,000,000bn", "$1,000,000bn"],
  ])("%d is labelled %s and stated as %s", (usd, label, stated) => {
    expect(labelUsd(usd, US_DOLLAR)).toBe(label);
    expect(statedUsd(usd, US_DOLLAR)).toBe(stated);
    if (usd >= 1e9) expect(commitmentName(usd, US_DOLLAR)).toBe(label);
  });

  test("is written out where four figures name another one as well", () => {
    const close = [12_345_678_901, 12_346_000_000, 25e9];
    for (const nameOf of [
      labelsAmong(close, US_DOLLAR),
      commitmentNames(close, 9_876_543_210, US_DOLLAR),
    ])
      expect(close.map(nameOf)).toEqual(["$12,345,678,901", "$12,346,000,000", "$25bn"]);
    expect(commitmentNames(close, 9_876_543_210, US_DOLLAR)(9_876_543_210)).toBe("$9.877bn");
  });

  test("is short in the verdict, whose title has it in full", () => {
    const decision = decide(
      readDealCells(
        dealCells({
          bands: [
            [12_345_678_901, 0.1],
            [45_678_901_234, 0.2],
          ],
          terms: null,
          usage: 30e9,
          commitment: 9_876_543_210,
        }),
      ),
    );
    if (decision.kind !== "decided") throw new Error("this deal is whole");
    const { headline, inFull, line } = describeDecision(decision, US_DOLLAR);
    expect(headline).toBe("Commit $12.35bn, not $9.877bn");
    expect(inFull).toBe("Commit $12,345,678,901, not $9,876,543,210");
    expect(line).not.toMatch(/\d,\d{3},\d{3}/);
    expect(postureSummary(decision, US_DOLLAR)).toBe("Reach for $12.35bn, hold below $45.68bn");
  });

  test("has no title where the verdict has every figure", () => {
    expect(describeDecision(decide(readDealCells(dealCells())), US_DOLLAR).inFull).toBeUndefined();
  });
});
