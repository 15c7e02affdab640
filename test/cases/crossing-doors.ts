import { breakEven, discountNeeded, tolerableWaste } from "../../src/core/break-even";
import { utilization } from "../../src/core/indicators";
import { NoAnswer } from "../../src/core/no-answer";
import type { Answer } from "../../src/core/result";
import { settle } from "../../src/core/settle";
import { readStep, readTarget } from "../../src/input/target-cells";
import { type Door, type FunctionCall, known } from "./door";
import { DEMO_BANDS, type PricingCase } from "./pricing-cases";

const CROSS_COMMITTED = /^D-cross-committed/;
const CROSS_LIST = /^D-cross-list/;
const ON_DEMAND = /^D-vs-on-demand/;
const NEEDED = /^D-discount-needed/;

/** A step up: what BREAKEVEN_USAGE and TOLERABLE_WASTE are asked. */
type StepArgs = readonly [
  commitment: number,
  target: number,
  bands: readonly (readonly number[])[],
  terms: readonly (readonly [string, string])[],
];

/** The step of each kind of case. Where in the lower band the commitment lies does not matter with committed overage. */
const stepOf = ({ id, inputs }: PricingCase): StepArgs => {
  if (CROSS_LIST.test(id))
    return [
      Number(inputs["commitment"]),
      Number(inputs["to_threshold"]),
      inputs["bands"] as number[][],
      [["Overage", "list"]],
    ];
  if (ON_DEMAND.test(id)) {
    const commitment = Number(inputs["commitment"]);
    return [0, commitment, [[commitment, Number(inputs["discount"])]], [["Overage", "list"]]];
  }
  const target = Number(inputs["to_threshold"]);
  const bands = [
    [0, 1 - Number(inputs["from_rate"])],
    [target, 1 - Number(inputs["to_rate"])],
  ];
  return [target / 2, target, bands, [["Overage", "committed"]]];
};

const answered = (value: Answer<number>): number => {
  if (value instanceof NoAnswer) throw new Error(value.reason.kind);
  return value;
};

/** Break-even usage of a case's step, and what either side of it settles to there. */
const evenOf = (pricingCase: PricingCase) => {
  const step = stepOf(pricingCase);
  const { commitmentUsd, targetUsd, agreement } = known(readStep(...step));
  const even = breakEven(commitmentUsd, targetUsd, agreement);
  if (even instanceof NoAnswer) throw new Error(even.reason.kind);
  const { usageUsd } = even;
  return {
    usageUsd,
    wasteFraction: answered(tolerableWaste(commitmentUsd, targetUsd, agreement)),
    stay: settle(usageUsd, commitmentUsd, agreement),
    cross: settle(usageUsd, targetUsd, agreement),
  };
};

const stepCall =
  (id: string, discountOffUsd?: number) =>
  (pricingCase: PricingCase): FunctionCall => ({
    id,
    args: stepOf(pricingCase),
    ...(discountOffUsd !== undefined && { discountOffUsd }),
  });

/** The cost of staying, at the break-even usage. */
const stayCall = (pricingCase: PricingCase): FunctionCall => {
  const [commitment, , bands, terms] = stepOf(pricingCase);
  return { id: "EFFECTIVE_COST", args: [evenOf(pricingCase).usageUsd, commitment, bands, terms] };
};

/** "Cost at this usage" of the target's row in THRESHOLDS, at the break-even usage. */
const crossCall = (pricingCase: PricingCase): FunctionCall => {
  const [commitment, target, bands, terms] = stepOf(pricingCase);
  const row = bands.filter(([threshold = 0]) => threshold > 0 && threshold <= target).length;
  return {
    id: "THRESHOLDS",
    args: [evenOf(pricingCase).usageUsd, commitment, bands, terms],
    pick: [row, 5],
  };
};

const neededArgs = ({ inputs }: PricingCase) =>
  [
    Number(inputs["usage_list"]),
    Number(inputs["threshold"]),
    DEMO_BANDS,
    [["Overage", String(inputs["overage"])]],
  ] as const;

const needed = (pricingCase: PricingCase): Answer<number> => {
  const { usageUsd, targetUsd, agreement } = known(readTarget(...neededArgs(pricingCase)));
  return discountNeeded(usageUsd, targetUsd, agreement);
};

/** Break-even, tolerable waste and the discount that a threshold needs. */
export const CROSSING_DOORS: readonly Door[] = [
  ...[CROSS_COMMITTED, CROSS_LIST, ON_DEMAND].map(
    (cases): Door => ({
      cases,
      field: "break_even_usage_list",
      core: (c) => evenOf(c).usageUsd,
      call: stepCall("BREAKEVEN_USAGE"),
    }),
  ),
  ...[CROSS_COMMITTED, ON_DEMAND].flatMap((cases): Door[] => [
    {
      cases,
      field: "full_use_usage_list",
      core: (c) => evenOf(c).cross.capacityUsd,
    },
    {
      cases,
      field: "break_even_utilisation",
      core: (c) => utilization(evenOf(c).cross, evenOf(c).usageUsd),
      call: stepCall("TOLERABLE_WASTE", 1),
    },
  ]),
  {
    cases: CROSS_COMMITTED,
    field: "max_tolerable_waste",
    core: (c) => evenOf(c).wasteFraction,
    call: stepCall("TOLERABLE_WASTE"),
  },
  {
    cases: CROSS_LIST,
    field: "utilisation_at_break_even",
    core: (c) => utilization(evenOf(c).cross, evenOf(c).usageUsd),
    call: stepCall("TOLERABLE_WASTE", 1),
  },
  {
    // The formula of the case holds while the break-even lies within the target's capacity; true counts as 1.
    cases: CROSS_LIST,
    field: "valid",
    core: (c) => evenOf(c).usageUsd <= evenOf(c).cross.capacityUsd,
  },
  ...(
    [
      [CROSS_COMMITTED, "check_cost_"],
      [CROSS_LIST, "cost_"],
    ] as const
  ).flatMap(([cases, field]): Door[] => [
    { cases, field: `${field}stay`, core: (c) => evenOf(c).stay.costUsd, call: stayCall },
    { cases, field: `${field}cross`, core: (c) => evenOf(c).cross.costUsd, call: crossCall },
  ]),
  {
    cases: NEEDED,
    field: "possible",
    core: (c) => !(needed(c) instanceof NoAnswer),
  },
  {
    cases: NEEDED,
    field: "min_discount",
    core: needed,
    call: (c) => ({ id: "DISCOUNT_NEEDED", args: neededArgs(c) }),
  },
];
