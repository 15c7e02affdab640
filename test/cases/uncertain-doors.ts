import { hindsightCurve } from "../../src/core/hindsight";
import { NoAnswer } from "../../src/core/no-answer";
import { valueAt } from "../../src/core/piecewise-linear";
import { settle } from "../../src/core/settle";
import { clauseValues } from "../../src/forecast/clause-values";
import { discountPointValue } from "../../src/forecast/discount-point";
import { expectedAbove } from "../../src/forecast/expected-above";
import { expectedCost, expectedShortfall } from "../../src/forecast/expected-cost";
import { expectedValue } from "../../src/forecast/expected-value";
import { capacityOf, fillProbability } from "../../src/forecast/fill";
import type { Forecast } from "../../src/forecast/forecast";
import { cvarLoss, lossCurve, lossProbability } from "../../src/forecast/loss";
import { optimalCommitment, stationaryPoint } from "../../src/forecast/optimal-commitment";
import { foresightValue } from "../../src/forecast/regret";
import { readUncertainPeriod } from "../../src/input/uncertain-period-cells";
import { type Door, type FunctionCall, known } from "./door";
import { DEMO_BANDS, type PricingCase } from "./pricing-cases";

type Rows = readonly (readonly (string | number)[])[];

/** An uncertain period in the words of our functions. */
interface Question {
  readonly forecast: Rows;
  readonly commitment: number;
  readonly bands: Rows;
  readonly terms: Rows;
}

const GROWTH: Rows = [
  ["Mean", 600_000],
  ["CV", 0.35],
];

const OVERAGE: Readonly<Record<string, Rows>> = {
  committed: [["Overage", "committed"]],
  list: [["Overage", "list"]],
  "premium 10% on list": [
    ["Overage", "list"],
    ["Overage premium", 0.1],
  ],
};

function read({ forecast, commitment, bands, terms }: Question) {
  return known(readUncertainPeriod(forecast, commitment, bands, terms));
}

/** The question of a case; its commitment, overage and outcomes where it gives them. */
function question({ inputs }: PricingCase, changes: Partial<Question> = {}): Question {
  const outcomes = inputs["usage_list"] as number[] | undefined;
  const weights = inputs["prob"] as number[] | undefined;
  return {
    forecast: outcomes
      ? [["Usage", "Probability"], ...outcomes.map((usd, index) => [usd, weights?.[index] ?? 0])]
      : GROWTH,
    commitment: Number(inputs["commitment"] ?? 0),
    bands: (inputs["bands"] as number[][] | undefined) ?? DEMO_BANDS,
    terms: OVERAGE[String(inputs["overage"])] ?? [["Overage", "committed"]],
    ...changes,
  };
}

type Ask = (pricingCase: PricingCase) => Question;
const asked: Ask = (pricingCase) => question(pricingCase);
const withTerms =
  (terms: Rows, commitment?: number): Ask =>
  (pricingCase) =>
    question(pricingCase, { terms, ...(commitment !== undefined && { commitment }) });

/** A call of a function on forecast, commitment, bands and terms. */
function ask(id: string, of: Ask, pick?: readonly [number, number]) {
  return (pricingCase: PricingCase): FunctionCall => {
    const { forecast, commitment, bands, terms } = of(pricingCase);
    return { id, args: [forecast, commitment, bands, terms], ...(pick && { pick }) };
  };
}

/** A call on forecast, bands and terms, which decides over all commitments. */
function decide(id: string, of: Ask = asked, level?: (pricingCase: PricingCase) => number) {
  return (pricingCase: PricingCase): FunctionCall => {
    const { forecast, bands, terms } = of(pricingCase);
    return { id, args: [forecast, bands, terms, ...(level ? [level(pricingCase)] : [])] };
  };
}

const TERMS_LIST: Rows = [["Overage", "list"]];
const COMMITTED: Rows = [["Overage", "committed"]];
const STEP_UP: Rows = [["Overage", "step-up"]];
const LADDER_TOP: Rows = [
  ["Overage", "step-up"],
  ["Forfeited share", 0.5],
];
const costOf =
  (of: Ask) =>
  (pricingCase: PricingCase): number => {
    const { forecast, commitmentUsd, agreement } = read(of(pricingCase));
    return expectedCost(forecast, commitmentUsd, agreement);
  };
const costDoor = (cases: RegExp, field: string, of: Ask): Door => ({
  cases,
  field,
  core: costOf(of),
  call: ask("EXPECTED_COST", of),
  scale: "amount",
});

/** The value of a clause: its row in CLAUSE_VALUES and, for points, the column of values alone. */
function clauseDoor(
  cases: RegExp,
  field: string,
  of: Ask,
  row: number,
  unit: "aloneUsd" | "alonePoints" = "aloneUsd",
): Door {
  return {
    cases,
    field,
    core: (pricingCase) => {
      const { forecast, commitmentUsd, agreement } = read(of(pricingCase));
      const values = clauseValues(forecast, commitmentUsd, agreement);
      if (values instanceof NoAnswer) return values;
      return values[row - 1]?.[unit] ?? Number.NaN;
    },
    call: ask("CLAUSE_VALUES", of, [row, unit === "aloneUsd" ? 1 : 3]),
    scale: unit === "aloneUsd" ? "amount" : "fraction",
  };
}

// --- The optimum of the example deal, band by band -------------------------------------------------------------------

const OPTIMUM = /^T-optimum/;

function bandDoors(position: number): readonly Door[] {
  const name = `band${position}`;
  const inBand = (pricingCase: PricingCase) => {
    const { forecast, agreement } = read(question(pricingCase));
    const band = agreement.bands[position] ?? agreement.bands[0];
    const next = agreement.bands[position + 1]?.thresholdUsd ?? Number.POSITIVE_INFINITY;
    // Overage at the committed rate has its stationary point at no commitment at all.
    const unclampedUsd = stationaryPoint(band, forecast, agreement) ?? 0;
    const bestUsd = Math.min(Math.max(unclampedUsd, band.thresholdUsd), next);
    return { forecast, agreement, band, unclampedUsd, bestUsd };
  };
  const bestAsked: Ask = (pricingCase) =>
    question(pricingCase, { commitment: inBand(pricingCase).bestUsd });
  const thresholdAsked: Ask = (pricingCase) =>
    question(pricingCase, { commitment: inBand(pricingCase).band.thresholdUsd });
  return [
    costDoor(OPTIMUM, `${name}.threshold_cost`, thresholdAsked),
    {
      cases: OPTIMUM,
      field: `${name}.critical_fractile`,
      core: (c) => {
        const { forecast, band, unclampedUsd } = inBand(c);
        return forecast.atMost(unclampedUsd / band.rate);
      },
      scale: "fraction",
    },
    {
      cases: OPTIMUM,
      field: `${name}.unclamped_commitment`,
      core: (c) => inBand(c).unclampedUsd,
      scale: "amount",
    },
    {
      cases: OPTIMUM,
      field: `${name}.best_commitment_in_band`,
      core: (c) => inBand(c).bestUsd,
      scale: "amount",
    },
    costDoor(OPTIMUM, `${name}.best_cost_in_band`, bestAsked),
    {
      cases: OPTIMUM,
      field: `${name}.prob_fill_at_best`,
      core: (c) => {
        const { forecast, agreement, bestUsd } = inBand(c);
        return fillProbability(forecast, bestUsd, agreement);
      },
      call: ask("FILL_PROBABILITY", bestAsked),
      scale: "fraction",
    },
  ];
}

const optimalOf = (pricingCase: PricingCase): number => {
  const { forecast, agreement } = read(question(pricingCase));
  const found = optimalCommitment(forecast, agreement);
  if (found instanceof NoAnswer) throw new Error(found.reason.kind);
  return found;
};
const atOptimum: Ask = (pricingCase) =>
  question(pricingCase, { commitment: optimalOf(pricingCase) });

const OPTIMUM_DOORS: readonly Door[] = [
  costDoor(OPTIMUM, "no_commitment", asked),
  ...[1, 2, 3].flatMap(bandDoors),
  {
    cases: OPTIMUM,
    field: "optimum.where",
    core: (c) => {
      const { agreement } = read(question(c));
      const position = agreement.bands.findLastIndex((band) => band.thresholdUsd <= optimalOf(c));
      return `band${position}`;
    },
  },
  {
    cases: OPTIMUM,
    field: "optimum.commitment",
    core: optimalOf,
    call: decide("OPTIMAL_COMMITMENT"),
    scale: "amount",
  },
  costDoor(OPTIMUM, "optimum.expected_cost", atOptimum),
  {
    cases: OPTIMUM,
    field: "optimum.expected_saving",
    core: (c) => read(question(c)).forecast.meanUsd - costOf(atOptimum)(c),
    scale: "amount",
  },
  {
    cases: OPTIMUM,
    field: "expected_hindsight_cost",
    core: (c) => {
      const { forecast, agreement } = read(question(c));
      return expectedValue(hindsightCurve(agreement), forecast);
    },
    scale: "amount",
  },
  {
    cases: OPTIMUM,
    field: "evpi",
    core: (c) => {
      const { forecast, agreement } = read(question(c));
      return foresightValue(forecast, agreement);
    },
    call: decide("FORESIGHT_VALUE"),
    scale: "amount",
  },
];

// --- One band: fractiles, recovery and CVaR --------------------------------------------------------------------------

const FRACTILE = /^T-fractile/;
const RECOVERY = /^T-recovery/;
const CVAR = /^T-cvar/;

const oneBand = (discount: number): Rows => [[1, discount]];
const recoveryAsked: Ask = (pricingCase) =>
  question(pricingCase, {
    bands: oneBand(1 - Number(pricingCase.inputs["rate"])),
    terms: [
      ["Overage", "list"],
      ["Forfeited share", 1 - Number(pricingCase.inputs["recovery"])],
    ],
  });
const cvarAsked: Ask = (pricingCase) =>
  question(pricingCase, { bands: oneBand(Number(pricingCase.inputs["discount"])) });
const levelOf = ({ inputs }: PricingCase): number => Number(inputs["alpha"]);

const bestOf = (of: Ask, level?: (pricingCase: PricingCase) => number) => (c: PricingCase) => {
  const { forecast, agreement } = read(of(c));
  const found = optimalCommitment(forecast, agreement, level?.(c));
  if (found instanceof NoAnswer) throw new Error(found.reason.kind);
  return { forecast, agreement, bestUsd: found, capacityUsd: capacityOf(found, agreement) };
};
const recoveryBest = bestOf(recoveryAsked);
const cvarBest = bestOf(cvarAsked, levelOf);
const discountsOf = ({ inputs }: PricingCase) => inputs["discounts"] as number[];
const capacities = (c: PricingCase): readonly number[] =>
  discountsOf(c).map((discount) => {
    const { forecast, agreement } = read(question(c, { bands: oneBand(discount) }));
    const found = optimalCommitment(forecast, agreement);
    return found instanceof NoAnswer ? Number.NaN : capacityOf(found, agreement);
  });

const ONE_BAND_DOORS: readonly Door[] = [
  {
    cases: FRACTILE,
    field: "commitment_capacity_list",
    core: capacities,
    calls: (c) =>
      discountsOf(c).map((discount, index) => ({
        path: [index],
        call: { id: "FORECAST_QUANTILE", args: [GROWTH, discount] },
      })),
    scale: "amount",
  },
  {
    cases: FRACTILE,
    field: "fractile",
    core: (c) => capacities(c).map((usd) => read(question(c)).forecast.atMost(usd)),
    scale: "fraction",
  },
  {
    cases: RECOVERY,
    field: "critical_fractile",
    core: (c) => {
      const { forecast, capacityUsd } = recoveryBest(c);
      return forecast.atMost(capacityUsd);
    },
    scale: "fraction",
  },
  {
    cases: RECOVERY,
    field: "commitment",
    core: (c) => recoveryBest(c).bestUsd,
    call: decide("OPTIMAL_COMMITMENT", recoveryAsked),
    scale: "amount",
  },
  costDoor(RECOVERY, "expected_cost", (c) => ({
    ...recoveryAsked(c),
    commitment: recoveryBest(c).bestUsd,
  })),
  {
    cases: CVAR,
    field: "fractile",
    core: (c) => {
      const { forecast, capacityUsd } = cvarBest(c);
      return forecast.atMost(capacityUsd);
    },
    scale: "fraction",
  },
  {
    cases: CVAR,
    field: "capacity_list",
    core: (c) => cvarBest(c).capacityUsd,
    scale: "amount",
  },
  {
    cases: CVAR,
    field: "commitment",
    core: (c) => cvarBest(c).bestUsd,
    call: decide("OPTIMAL_COMMITMENT", cvarAsked, levelOf),
    scale: "amount",
  },
  {
    cases: CVAR,
    field: "cvar_loss_vs_on_demand",
    core: (c) => {
      const { forecast, agreement, bestUsd } = cvarBest(c);
      return cvarLoss(forecast, bestUsd, agreement, levelOf(c));
    },
    call: (c) => {
      const { forecast, bands, terms } = cvarAsked(c);
      return { id: "CVAR_LOSS", args: [forecast, cvarBest(c).bestUsd, bands, terms, levelOf(c)] };
    },
    scale: "amount",
  },
];

// --- Risk of each threshold, and the savings curve -------------------------------------------------------------------

const RISK = /^T-risk-profile/;
const CURVE = /^T-curve/;

function riskDoors(commitment: number): readonly Door[] {
  const of: Ask = (pricingCase) => question(pricingCase, { commitment });
  const door = (
    name: string,
    core: (forecast: Forecast, agreement: ReturnType<typeof read>["agreement"]) => number,
    id?: string,
  ): Door => ({
    cases: RISK,
    field: `T=${commitment}.${name}`,
    core: (c) => {
      const { forecast, agreement } = read(of(c));
      return core(forecast, agreement);
    },
    ...(id !== undefined && { call: ask(id, of) }),
    scale: /prob|utilisation|ratio/.test(name) ? "fraction" : "amount",
  });
  return [
    door("prob_fill", (f, a) => fillProbability(f, commitment, a), "FILL_PROBABILITY"),
    door("expected_cost", (f, a) => expectedCost(f, commitment, a), "EXPECTED_COST"),
    door("expected_shortfall", (f, a) => expectedShortfall(f, commitment, a), "EXPECTED_SHORTFALL"),
    door("expected_utilisation", (f, a) => 1 - expectedShortfall(f, commitment, a) / commitment),
    door("expected_esr_ratio", (f, a) => 1 - expectedCost(f, commitment, a) / f.meanUsd),
    door(
      "prob_worse_than_on_demand",
      (f, a) => lossProbability(f, commitment, a),
      "LOSS_PROBABILITY",
    ),
    // Without a premium the loss falls as usage rises, so its 95th percentile is that of the 5th of usage.
    door("loss_vs_on_demand_P95", (f, a) => valueAt(lossCurve(commitment, a), f.quantile(0.05))),
    door("cvar90_loss_vs_on_demand", (f, a) => cvarLoss(f, commitment, a, 0.9), "CVAR_LOSS"),
  ];
}

const RISK_DOORS: readonly Door[] = [
  ...[250_000, 500_000, 1_000_000].flatMap(riskDoors),
  {
    cases: CURVE,
    field: "commitment_saving",
    core: (c) =>
      (c.expected["commitment_saving"] as [number, number][]).map(([commitment]) => {
        const { forecast } = read(question(c));
        return [commitment, forecast.meanUsd - costOf((one) => question(one, { commitment }))(c)];
      }),
    calls: (c) => {
      const listed = [0, 250_000, 500_000, 1_000_000];
      return (c.expected["commitment_saving"] as [number, number][]).flatMap(
        ([commitment], index) => {
          const { forecast, bands, terms } = question(c);
          // A row for each threshold, and under list overage one for the point inside the first band.
          const inside = c.inputs["overage"] === "list" && commitment > 250_000 ? 1 : 0;
          const row = listed.indexOf(commitment) + 1 + inside;
          if (!listed.includes(commitment)) return [];
          const call = { id: "COMMITMENT_OPTIONS", args: [forecast, bands, terms] };
          return [
            { path: [index, 0], call: { ...call, pick: [row, 0] as const } },
            { path: [index, 1], call: { ...call, pick: [row, 3] as const } },
          ];
        },
      );
    },
    scale: "amount",
  },
];

// --- What a clause is worth ------------------------------------------------------------------------------------------

const PROTECTION_OVERAGE = /^T-protection-overage/;
const PROTECTION_STEP_UP = /^T-protection-step-up/;
const PROTECTION_HALF = /^T-protection-half/;
const POINT = /^T-point-value/;
const LADDER = /^T-protection-ladder/;

const CLAUSE_DOORS: readonly Door[] = [
  {
    cases: PROTECTION_OVERAGE,
    field: "expected_overage_list",
    core: (c) => {
      const { forecast, commitmentUsd, agreement } = read(question(c));
      return expectedAbove(forecast, capacityOf(commitmentUsd, agreement));
    },
    scale: "amount",
  },
  clauseDoor(PROTECTION_OVERAGE, "value_vs_list", withTerms(TERMS_LIST), 1),
  clauseDoor(
    PROTECTION_OVERAGE,
    "value_vs_list_plus_10",
    withTerms(OVERAGE["premium 10% on list"] ?? []),
    1,
  ),
  costDoor(PROTECTION_STEP_UP, "without", withTerms(COMMITTED)),
  costDoor(PROTECTION_STEP_UP, "with", withTerms(STEP_UP)),
  clauseDoor(PROTECTION_STEP_UP, "value", withTerms(COMMITTED), 1),
  clauseDoor(PROTECTION_HALF, "value", withTerms(COMMITTED), 2),
  {
    cases: POINT,
    field: "one_point",
    core: (c) => {
      const { forecast, commitmentUsd, agreement } = read(withTerms(COMMITTED)(c));
      return discountPointValue(forecast, commitmentUsd, agreement);
    },
    call: ask("DISCOUNT_POINT_VALUE", withTerms(COMMITTED)),
    scale: "amount",
  },
  {
    cases: POINT,
    field: "one_point_naive",
    core: (c) => {
      const { forecast, agreement } = read(question(c));
      return discountPointValue(forecast, 0, agreement);
    },
    call: ask("DISCOUNT_POINT_VALUE", withTerms(COMMITTED, 0)),
    scale: "amount",
  },
  clauseDoor(POINT, "committed_overage_vs_list", withTerms(TERMS_LIST), 1),
  clauseDoor(POINT, "committed_overage_points", withTerms(TERMS_LIST), 1, "alonePoints"),
  clauseDoor(POINT, "half_shortfall_recovery", withTerms(TERMS_LIST), 3),
  clauseDoor(POINT, "half_shortfall_recovery_points", withTerms(TERMS_LIST), 3, "alonePoints"),
  costDoor(LADDER, "base", withTerms(TERMS_LIST)),
  costDoor(LADDER, "plus_committed_overage", withTerms(COMMITTED)),
  costDoor(LADDER, "plus_step_up", withTerms(STEP_UP)),
  costDoor(LADDER, "plus_half_shortfall_recovery", withTerms(LADDER_TOP)),
  costDoor(LADDER, "same_with_250k_commit_committed_overage", withTerms(COMMITTED, 250_000)),
];

// --- Three outcomes, five commitments --------------------------------------------------------------------------------

const SCENARIOS = /^K-scenarios/;
const DISCRETE_CVAR = /^K-cvar/;

const usagesOf = ({ inputs }: PricingCase) => inputs["usage_list"] as number[];
const candidatesOf = ({ inputs }: PricingCase) => inputs["candidates"] as number[];

/** Cost of each candidate (a row) at each usage (a column). */
const costGrid = (c: PricingCase): readonly (readonly number[])[] => {
  const { agreement } = read(question(c));
  return candidatesOf(c).map((usd) =>
    usagesOf(c).map((usageUsd) => settle(usageUsd, usd, agreement).costUsd),
  );
};

/** Cost less the least cost of the candidates at that usage. */
const regretGrid = (c: PricingCase): readonly (readonly number[])[] => {
  const costs = costGrid(c);
  const least = usagesOf(c).map((_, column) => Math.min(...costs.map((row) => row[column] ?? 0)));
  return costs.map((row) => row.map((usd, column) => usd - (least[column] ?? 0)));
};

const expectedCosts = (c: PricingCase): readonly number[] =>
  candidatesOf(c).map((commitment) => costOf((one) => question(one, { commitment }))(c));

const leastOf = (c: PricingCase, values: readonly number[]): number =>
  candidatesOf(c)[values.indexOf(Math.min(...values))] ?? Number.NaN;

const scenario = (field: string, core: (c: PricingCase) => unknown): Door => ({
  cases: SCENARIOS,
  field,
  core,
});

const DISCRETE_DOORS: readonly Door[] = [
  {
    ...scenario("cost", costGrid),
    calls: (c) =>
      candidatesOf(c).flatMap((commitment, row) =>
        usagesOf(c).map((usage, column) => ({
          path: [row, column],
          call: {
            id: "EFFECTIVE_COST",
            args: [usage, commitment, question(c).bands, question(c).terms],
          },
        })),
      ),
  },
  {
    ...scenario("expected_cost", expectedCosts),
    calls: (c) =>
      candidatesOf(c).map((commitment, index) => ({
        path: [index],
        call: ask("EXPECTED_COST", (one) => question(one, { commitment }))(c),
      })),
  },
  scenario("regret", regretGrid),
  scenario("max_regret", (c) => regretGrid(c).map((row) => Math.max(...row))),
  {
    ...scenario("best_expected", (c) => leastOf(c, expectedCosts(c))),
    // Over every commitment the best of the list case is 342,000, which is not among its candidates.
  },
  scenario("minimax_regret", (c) =>
    leastOf(
      c,
      regretGrid(c).map((row) => Math.max(...row)),
    ),
  ),
  {
    cases: /^K-scenarios-committed/,
    field: "evpi",
    core: (c) => {
      const { forecast, agreement } = read(question(c));
      return foresightValue(forecast, agreement);
    },
    call: decide("FORESIGHT_VALUE"),
  },
  {
    // Against the best of the five candidates; FORESIGHT_VALUE decides over every commitment.
    cases: /^K-scenarios-list/,
    field: "evpi",
    core: (c) => {
      const weights = c.inputs["prob"] as number[];
      return Math.min(
        ...regretGrid(c).map((row) =>
          row.reduce((total, usd, index) => total + usd * (weights[index] ?? 0), 0),
        ),
      );
    },
  },
  {
    ...scenario("expected_on_demand", (c) => read(question(c)).forecast.meanUsd),
    call: (c) => ({ id: "FORECAST_MEAN", args: [question(c).forecast] }),
  },
  {
    cases: DISCRETE_CVAR,
    field: "loss",
    core: (c) => {
      const { commitmentUsd, agreement } = read(question(c));
      return usagesOf(c).map((usd) => valueAt(lossCurve(commitmentUsd, agreement), usd));
    },
  },
  {
    cases: DISCRETE_CVAR,
    field: "cvar",
    core: (c) => {
      const { forecast, commitmentUsd, agreement } = read(question(c));
      return cvarLoss(forecast, commitmentUsd, agreement, levelOf(c));
    },
    call: (c) => {
      const { forecast, commitment, bands, terms } = question(c);
      return { id: "CVAR_LOSS", args: [forecast, commitment, bands, terms, levelOf(c)] };
    },
  },
];

/** Cases of decisions under an uncertain forecast. */
export const UNCERTAIN_DOORS: readonly Door[] = [
  ...OPTIMUM_DOORS,
  ...ONE_BAND_DOORS,
  ...RISK_DOORS,
  ...CLAUSE_DOORS,
  ...DISCRETE_DOORS,
];
