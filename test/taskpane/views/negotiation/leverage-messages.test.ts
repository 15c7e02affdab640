import { describe, expect, test } from "vitest";
import {
  type NearThreshold,
  nearThresholds,
} from "../../../../src/analysis/negotiation/near-threshold";
import type { WalkAway } from "../../../../src/analysis/negotiation/walk-away-packages";
import { US_DOLLAR } from "../../../../src/core/currency";
import { readDealCells } from "../../../../src/deal/parse-deal";
import {
  againstOffer,
  nearSentences,
  walkAwaySentence,
} from "../../../../src/taskpane/views/negotiation/leverage-messages";
import { dealCells } from "../../pane-scenarios";

function nearOf(change: Parameters<typeof dealCells>[0] = {}): NearThreshold {
  const { bands, agreement, forecast, commitmentUsd } = readDealCells(dealCells(change));
  if (!bands || !agreement || !forecast || commitmentUsd === undefined) throw new Error("unread");
  const [near] = nearThresholds({ bands, agreement, forecast, commitmentUsd }, US_DOLLAR);
  if (!near) throw new Error("no threshold is near");
  return near;
}

const NEAR = nearOf();

describe("nearSentences()", () => {
  test.each<readonly [string, Partial<NearThreshold>, number, RegExp]>([
    ["to spare", {}, 480_000, /^An average year fills \$500k with \$95k to spare\. /],
    [
      "short",
      { shortUsd: 38_000 },
      480_000,
      /^An average year is \$38k short of filling \$500k\. /,
    ],
    ["exactly", { shortUsd: 0 }, 480_000, /^An average year fills \$500k exactly\. /],
    [
      "what it takes",
      {},
      480_000,
      /Crossing from \$480k takes \$20,000 more commitment and costs at most \$20k more in any year; on average it saves \$17\.6k a year\./,
    ],
    ["from nothing", {}, 0, / Crossing takes /],
    [
      "no limit",
      { mostUsd: undefined },
      480_000,
      / has no limit to what it may cost more in a year of high usage; /,
    ],
    ["never dearer", { mostUsd: 0 }, 480_000, / costs more in no year; /],
    [
      "dearer on average",
      { savingUsd: -6_000 },
      480_000,
      / on average it costs \$6k a year more\. /,
    ],
    ["the same on average", { savingUsd: 0 }, 480_000, / on average it costs the same\. /],
    [
      "what it earns",
      {},
      480_000,
      /It earns 5 points of discount, Rate lock 12 months and Renewal cap 7% a year\.$/,
    ],
    [
      "no discount",
      { crossing: { ...NEAR.crossing, discountChangeFraction: 0, changes: [] } },
      480_000,
      /It earns no more discount\.$/,
    ],
  ])("says %s", (_, change, presentUsd, said) => {
    expect(nearSentences({ ...NEAR, ...change }, presentUsd, US_DOLLAR).join(" ")).toMatch(said);
  });
});

describe("walkAwaySentence()", () => {
  const found = (change: Partial<WalkAway>): WalkAway => ({
    ...{ thresholdUsd: 500_000, offeredFraction: 0.15, aloneFraction: 0.1828, packages: [] },
    ...change,
  });
  const packages = [
    { clauses: ["Overage at the committed rate"], discountFraction: 0.15 },
  ] as const;
  test.each<readonly [Partial<WalkAway>, string]>([
    [{}, "$500k is worth as much as the best alternative from 18.3% on; 15% is offered."],
    [
      { packages },
      "$500k is worth as much as the best alternative from 18.3% on; 15% is offered. 15% with overage at the committed rate equals 18.3% alone.",
    ],
    [
      { packages, aloneFraction: 0.12 },
      "$500k is worth as much as the best alternative from 12% on; 15% is offered.",
    ],
    [
      { aloneFraction: undefined },
      "No discount makes $500k worth as much as the best alternative.",
    ],
    [
      { aloneFraction: undefined, packages },
      "No discount alone makes $500k worth as much as the best alternative; 15% with overage at the committed rate does.",
    ],
  ])("of %j", (change, sentence) => {
    expect(walkAwaySentence(found(change), US_DOLLAR)).toBe(sentence);
  });

  test("compares with the offer in tenths of a percent, upwards", () => {
    expect(againstOffer(0.1501, 0.15)).toBe("0.1 points more");
    expect(againstOffer(0.15, 0.15)).toBe("enough as offered");
    expect(againstOffer(0.02, 0.15)).toBe("enough as offered");
  });
});
