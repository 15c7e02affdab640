import { effectiveDiscount } from "../../src/core/indicators";
import { toCents } from "../../src/core/money";
import { NoAnswer } from "../../src/core/no-answer";
import { settle } from "../../src/core/settle";
import { type TierBoundary, type TierMethod, tierCost, tierDiscount } from "../../src/core/tiers";
import { readBands } from "../../src/input/bands-cells";
import { readPeriod } from "../../src/input/period-cells";
import { type Door, known } from "./door";
import type { PricingCase } from "./pricing-cases";

const TIERS = /^B-tier/;
const UPPER = /^A-band-upper/;
const DOMINATED = /^B-dominated/;
const PARADOX = /^B-rerate-paradox/;
const ROUNDING = /^B-rounding/;

/** Methods and boundary in the words of the cases. */
const TIER_FIELDS: readonly (readonly [string, TierMethod, TierBoundary])[] = [
  ["all_units", "all-units", "at or above"],
  ["all_units_up_to", "all-units", "up to"],
  ["all_units_buy_up", "round up", "at or above"],
  ["graduated", "graduated", "at or above"],
  ["graduated_net_thresholds", "graduated net", "at or above"],
];

const tierInputs = ({ inputs }: PricingCase) => ({
  usage: Number(inputs["usage_list"] ?? inputs["quantity"]),
  bands: inputs["bands"] as number[][],
});

const tiered = (pricingCase: PricingCase, method: TierMethod, boundary: TierBoundary): number => {
  const { usage, bands } = tierInputs(pricingCase);
  return tierCost(usage, known(readBands(bands)), { method, boundary });
};

/** The two tiers of a case that names only their rates and the threshold between them. */
const twoTiers = ({ inputs }: PricingCase, thresholdUsd = Number(inputs["threshold"])) => [
  [0, 1 - Number(inputs["rate_below"] ?? inputs["rate_before"])],
  [thresholdUsd, 1 - Number(inputs["rate_at"] ?? inputs["rate_after"])],
];

/** Usages, USD, between which all-units costs more than rounding up to the threshold: searched for, cost against cost. */
const dominatedZone = (pricingCase: PricingCase) => {
  const thresholdUsd = Number(pricingCase.inputs["threshold"]);
  const tiers = known(readBands(twoTiers(pricingCase)));
  const costs = (usageUsd: number, method: TierMethod) =>
    tierCost(usageUsd, tiers, { method, boundary: "at or above" });
  const isDominated = (usageUsd: number) =>
    costs(usageUsd, "round up") < costs(usageUsd, "all-units");
  const insideUsd = thresholdUsd - 1;
  const fromUsd = firstBetween(0, insideUsd, 0, isDominated);
  const toUsd = firstBetween(insideUsd, 2 * thresholdUsd, 0.01, (usd) => !isDominated(usd));
  return { fromUsd, toUsd, priceUsd: costs(thresholdUsd, "all-units") };
};

/** The lowest amount at which something holds that does not hold at low and holds from there to high. */
function firstBetween(
  lowUsd: number,
  highUsd: number,
  stepUsd: number,
  holds: (usd: number) => boolean,
): number {
  let [low, high] = [lowUsd, highUsd];
  for (;;) {
    const middle =
      stepUsd === 0 ? (low + high) / 2 : Math.round((low + high) / 2 / stepUsd) * stepUsd;
    if (middle <= low || middle >= high) return high;
    if (holds(middle)) high = middle;
    else low = middle;
  }
}

/** All usage is re-rated once spend at the old rate reaches the threshold: all-units from that usage up. */
const reRatedAtOnce = (pricingCase: PricingCase) =>
  twoTiers(
    pricingCase,
    Number(pricingCase.inputs["threshold_net"]) / Number(pricingCase.inputs["rate_before"]),
  );

/** The same where the threshold must be paid for: step-up from a commitment of a cent. */
const greaterOf = (pricingCase: PricingCase) =>
  [
    Number(pricingCase.inputs["usage_list"]),
    0.01,
    twoTiers(pricingCase, Number(pricingCase.inputs["threshold_net"])),
    [["Overage", "step-up"]],
  ] as const;

const roundedToCents = (amountUsd: number): number => toCents(amountUsd) / 100;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);
const linesOf = ({ inputs }: PricingCase) => inputs["lines"] as number[];

/** Usage tiers, their boundaries, dominated zones, re-rating at once, and rounding. */
export const TIER_DOORS: readonly Door[] = [
  {
    cases: UPPER,
    field: "discount",
    core: (c) => {
      const { usage, bands } = tierInputs(c);
      return tierDiscount(usage, known(readBands(bands)), "up to");
    },
    call: (c) => {
      const { usage, bands } = tierInputs(c);
      return {
        id: "TIER_COST",
        args: [usage, bands, "all-units", "up to"],
        discountOffUsd: usage,
      };
    },
  },
  ...TIER_FIELDS.map(
    ([field, method, boundary]): Door => ({
      cases: TIERS,
      field,
      core: (c) => tiered(c, method, boundary),
      call: (c) => {
        const { usage, bands } = tierInputs(c);
        return { id: "TIER_COST", args: [usage, bands, method, boundary] };
      },
    }),
  ),
  {
    cases: TIERS,
    field: "graduated_effective_rate",
    core: (c) => {
      const costUsd = tiered(c, "graduated", "at or above");
      const discount = effectiveDiscount({ costUsd }, tierInputs(c).usage);
      return discount instanceof NoAnswer ? discount : 1 - discount;
    },
  },
  { cases: DOMINATED, field: "zone_from", core: (c) => dominatedZone(c).fromUsd },
  { cases: DOMINATED, field: "zone_to", core: (c) => dominatedZone(c).toUsd },
  {
    cases: DOMINATED,
    field: "width",
    core: (c) => dominatedZone(c).toUsd - dominatedZone(c).fromUsd,
  },
  {
    cases: DOMINATED,
    field: "price_of_threshold",
    core: (c) => dominatedZone(c).priceUsd,
    call: (c) => ({ id: "TIER_COST", args: [Number(c.inputs["threshold"]), twoTiers(c)] }),
  },
  {
    cases: PARADOX,
    field: "naive",
    core: (c) =>
      tierCost(Number(c.inputs["usage_list"]), known(readBands(reRatedAtOnce(c))), {
        method: "all-units",
        boundary: "at or above",
      }),
    call: (c) => ({ id: "TIER_COST", args: [Number(c.inputs["usage_list"]), reRatedAtOnce(c)] }),
  },
  {
    cases: PARADOX,
    field: "greater_of",
    core: (c) => {
      const { usageUsd, commitmentUsd, agreement } = known(readPeriod(...greaterOf(c)));
      return settle(usageUsd, commitmentUsd, agreement).costUsd;
    },
    call: (c) => ({ id: "EFFECTIVE_COST", args: greaterOf(c) }),
  },
  {
    cases: ROUNDING,
    field: "sum_of_rounded_half_up",
    core: (c) => sum(linesOf(c).map(roundedToCents)),
  },
  {
    cases: ROUNDING,
    field: "rounded_sum_half_up",
    core: (c) => roundedToCents(sum(linesOf(c))),
  },
  {
    cases: ROUNDING,
    field: "unrounded",
    why: "a sum of three numbers, which shows what intermediate rounding would change; none of the functions adds",
  },
];
