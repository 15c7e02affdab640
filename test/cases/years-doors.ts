import { settle } from "../../src/core/settle";
import { expectedCost } from "../../src/forecast/expected-cost";
import { lognormal } from "../../src/forecast/lognormal";
import { readAgreement } from "../../src/input/period-cells";
import { readTermDeal } from "../../src/input/term-deal-cells";
import { type Door, type FunctionCall, known } from "./door";
import { DEMO_BANDS, type PricingCase } from "./pricing-cases";
import { TERM_DOORS } from "./term-doors";

/** One band at rate 1: net dollars are list dollars. */
const FLAT = [[0, 0]];
const COMMITTED = ["Overage", "committed"] as const;
type Table = readonly (readonly unknown[])[];
type Inputs = PricingCase["inputs"];

const column = (values: unknown): unknown[][] => (values as unknown[]).map((value) => [value]);
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const call = (id: string, ...args: readonly unknown[]): FunctionCall => ({ id, args });
const answer = ({ id, args }: FunctionCall): unknown => TERM_DOORS[id]?.(args);
const table = (one: FunctionCall): Table => answer(one) as Table;
const amount = (one: FunctionCall): number => Number(answer(one));

/** A field that one call answers: in the core, in the built function and in a cell. */
function answered(cases: RegExp, field: string, callOf: (inputs: Inputs) => FunctionCall): Door {
  const core = ({ inputs }: PricingCase): unknown => {
    const { pick, ...whole } = callOf(inputs);
    return pick ? table(whole)[pick[0]]?.[pick[1]] : answer(whole);
  };
  return { cases, field, core, call: ({ inputs }) => callOf(inputs) };
}

/** A field that takes several answers, or whose parts no one cell shows. */
const worked = (cases: RegExp, field: string, core: (inputs: Inputs) => unknown): Door => ({
  cases,
  field,
  core: ({ inputs }) => core(inputs),
});

const picked = (one: FunctionCall, row: number, at: number): FunctionCall => ({
  ...one,
  pick: [row, at],
});
const columnOf = (rows: Table, heading: string): unknown[] => {
  const at = rows[0]?.indexOf(heading) ?? -1;
  return rows.slice(1).map((row) => row[at]);
};

/* Rollover. */
const ROLLOVER = /^E-rollover/;
const LINES = {
  opening_rollover: "Opening credit",
  used_rollover: "Credit used",
  used_commitment: "Commitment used",
  unused_commitment: "Unused",
  rolled_forward: "Rolled",
  forfeited_now: "Lapsed",
  rollover_expired: "Credit expired",
  overage_net: "Overage used",
  payment: "Cost",
} as const;
const rollover =
  (id: string) =>
  (inputs: Inputs): FunctionCall => {
    // Its overage costs 1/0.85 a net dollar: that of list, at a discount of 15%.
    const isList = inputs["overage_mult"] !== undefined;
    const usages = (inputs["usage_net"] as number[]).map((usd) => (isList ? usd / 0.85 : usd));
    return call(id, column(usages), column(inputs["commitment_net"]), isList ? [[0, 0.15]] : FLAT, [
      isList ? ["Overage", "list"] : COMMITTED,
      ["Rollover share", inputs["frac"] ?? 1],
      ["Rollover cap", inputs["cap"] ?? 1],
      ["Rollover life", inputs["expiry"] ?? 1],
      ["Rollover order", String(inputs["order"] ?? "rollover_first").replace("_", " ")],
    ]);
  };
const rolloverSchedule = rollover("TERM_SCHEDULE");

/* Tests and bands of a ramp. */
const flatCost = (usage: unknown, commitment: unknown, ...terms: readonly unknown[]) =>
  call("TERM_COST", column(usage), commitment, FLAT, [COMMITTED, ...terms]);
const pooled = (inputs: Inputs, test: string): FunctionCall =>
  flatCost(inputs["usage_net"], column(inputs["commitment_net"]), ["Commitment test", test]);
const bandsBy = (inputs: Inputs, follows: string): readonly number[] => {
  const { plan } = known(
    readTermDeal(1, column(inputs["ramp"]), DEMO_BANDS, [["Band follows", follows]]),
  );
  return plan.years.map(({ band }) => band.discountFraction);
};
const monthly = (inputs: Inputs, test: string): FunctionCall =>
  flatCost(
    inputs["monthly_usage_net"],
    inputs["annual_commitment"],
    ["Period", "month"],
    ["Commitment test", test],
  );

/* Prices. */
const LOCK = /^H-lock/;
const lock =
  (path: string) =>
  (inputs: Inputs): FunctionCall =>
    call(
      "TERM_COST",
      inputs["volume_at_signing_list"],
      inputs["commitment"],
      DEMO_BANDS,
      [COMMITTED, ["Price path", path], ["Term", 3]],
      column(inputs["list_index"]),
    );
const lockYears = (path: string, heading: string) => (inputs: Inputs) =>
  columnOf(table({ ...lock(path)(inputs), id: "TERM_SCHEDULE" }), heading);
const PATHS = [
  ["percent off list", "percent_off_current_list", "sum_percent"],
  ["locked", "absolute_lock", "sum_lock"],
  ["lower of", "lower_of", "sum_lower_of"],
] as const;
const headroom = (inputs: Inputs): FunctionCall =>
  call("PRICE_FALL_HEADROOM", inputs["usage_list"], inputs["commitment"], [
    [0, inputs["discount"]],
  ]);
/** The ask below 0 has no floor in its case. */
const renewals = (inputs: Inputs): FunctionCall =>
  call(
    "RENEWAL_COST",
    600_000,
    Number(inputs["vendor_ask"]) < 0 ? 400_000 : 500_000,
    [[0, 0.15]],
    [
      COMMITTED,
      ["Term", 3],
      ["Renewal uplift ask", inputs["vendor_ask"]],
      ["Renewal uplift cap", inputs["cap"]],
    ],
  );
const presentValue = (inputs: Inputs, payment: string): FunctionCall =>
  call(
    "TERM_COST",
    inputs["usage_net_per_year"],
    inputs["commitment"],
    FLAT,
    [
      COMMITTED,
      ["Term", inputs["years"]],
      ["Discounting rate", inputs["annual_rate"]],
      ["Payment", payment],
    ],
    null,
    "present value",
  );

/* A deal under way. */
const EARLY = /^I-early/;
const exhausted = (inputs: Inputs): number =>
  Number(inputs["commitment"]) / (Number(inputs["rate"]) * Number(inputs["monthly_usage_list"]));
const early = (inputs: Inputs): FunctionCall => {
  const months = exhausted(inputs);
  const monthlyUsd = Number(inputs["monthly_usage_list"]);
  return call(
    "EARLY_RENEWAL",
    monthlyUsd,
    months * monthlyUsd,
    months,
    inputs["commitment"],
    inputs["new_commitment"],
    [
      [0, 0.15],
      [1_000_000, 0.2],
    ],
    [["Overage", inputs["overage_rate"] === 1 ? "list" : "committed"]],
  );
};
const atNewRate = (inputs: Inputs): number =>
  Number(inputs["new_rate"]) * Number(inputs["monthly_usage_list"]) * (12 - exhausted(inputs));
const serial = (date: unknown): number =>
  Date.parse(`${String(date)}T00:00Z`) / 86_400_000 + 25_569;
const coterm = (inputs: Inputs): FunctionCall =>
  call(
    "COTERM_COMMITMENT",
    inputs["existing_annual_commitment"],
    inputs["added_annual_commitment"],
    ...["added_on", "start", "end"].map((name) => serial(inputs[name])),
    DEMO_BANDS,
  );
const burned = (inputs: Inputs): FunctionCall =>
  call(
    "BURNDOWN",
    column(inputs["monthly_net"] ?? inputs["monthly_usage_net"]),
    inputs["commitment_net"],
    FLAT,
    null,
    inputs["term_months"] ?? 12,
  );
const burndown = /^J-burndown/;

/* Two years, each of three usages. */
const TREE = /^K-rollover-value-tree/;
const tree = (inputs: Inputs, weigh: (first: number, second: number) => number): number => {
  const usages = inputs["usage_list"] as number[];
  const chances = inputs["prob"] as number[];
  return sum(
    usages.flatMap((first, one) =>
      usages.map((second, two) => (chances[one] ?? 0) * (chances[two] ?? 0) * weigh(first, second)),
    ),
  );
};
const twoYears = (id: string, inputs: Inputs, first: number, second: number): number =>
  amount(
    call(
      id,
      column([first, second]),
      inputs["commitment"],
      [[0, 0.15]],
      [COMMITTED, ["Rollover share", 1], ["Rollover order", "rollover first"]],
    ),
  );

/* One year whose list prices are lognormal around those of signing, with a coefficient of variation of 0.25. */
const LIST_CV = 0.25;
const LIST_MOVES = /^T-protection-rate-lock/;
const FLOORED = /^T-protection-lock-with-floor/;
const signedUsd = (inputs: Inputs): number => Number(inputs["net_at_signing"]);
const committedUsd = (inputs: Inputs): number => Number(inputs["commitment"]);
/** Percent off list: the dearer of the commitment and usage at the prices of that year. */
const atMovedPrices = (inputs: Inputs, commitmentUsd: number): FunctionCall =>
  call(
    "EXPECTED_COST",
    [
      ["Mean", signedUsd(inputs)],
      ["CV", LIST_CV],
    ],
    commitmentUsd,
    FLAT,
    [COMMITTED],
  );
const expectedUsd = (inputs: Inputs, commitmentUsd: number): number => {
  const usage = lognormal({
    meanUsd: signedUsd(inputs),
    logDeviation: Math.sqrt(Math.log1p(LIST_CV ** 2)),
  });
  return expectedCost(usage, commitmentUsd, known(readAgreement(FLAT, [COMMITTED])));
};
/** What a rise of list prices adds to usage; at a mean of 1 a fall takes as much. */
const riseUsd = (inputs: Inputs): number =>
  expectedUsd(inputs, signedUsd(inputs)) - signedUsd(inputs);
const lockedUsd = (inputs: Inputs): number => Math.max(committedUsd(inputs), signedUsd(inputs));
const lowerOfUsd = (inputs: Inputs): number =>
  expectedUsd(inputs, committedUsd(inputs)) - riseUsd(inputs);
const rebasedUsd = (inputs: Inputs): number => signedUsd(inputs) - riseUsd(inputs);
const uncertain = (
  cases: RegExp,
  field: string,
  core: (inputs: Inputs) => number,
  scale: "amount" | "fraction" = "amount",
): Door => ({ ...worked(cases, field, core), scale });

const NO_FUNCTION = {
  stacking: "two agreements side by side, which no function prices",
  xnpv: "bare flows: Excel's own XNPV discounts them",
  accrual: "a policy choice, written as plain formulas on a sheet",
} as const;

/** Groups of cases of several years, before their functions had cases of their own. */
export const YEARS_DOORS: readonly Door[] = [
  worked(ROLLOVER, "years", (inputs) => {
    const rows = table(rolloverSchedule(inputs));
    const lines = Object.entries(LINES).map(
      ([field, heading]) => [field, columnOf(rows, heading)] as const,
    );
    return rows
      .slice(1)
      .map((_, year) => Object.fromEntries(lines.map(([field, values]) => [field, values[year]])));
  }),
  answered(ROLLOVER, "total_payment", rollover("TERM_COST")),
  worked(ROLLOVER, "closing_rollover", (inputs) =>
    columnOf(table(rolloverSchedule(inputs)), "Closing credit").at(-1),
  ),
  answered(ROLLOVER, "value_vs_forfeit", rollover("ROLLOVER_VALUE")),

  answered(/^F-annual-vs-tcv/, "annual_total", (inputs) => pooled(inputs, "each year")),
  answered(/^F-annual-vs-tcv/, "tcv_total", (inputs) => pooled(inputs, "total contract")),
  worked(
    /^F-annual-vs-tcv/,
    "value_of_pooling",
    (inputs) => amount(pooled(inputs, "each year")) - amount(pooled(inputs, "total contract")),
  ),
  ...["ramp", "flat"].flatMap((ramp) => [
    answered(/^F-ramp-vs-flat/, `${ramp}_total`, (inputs) =>
      flatCost(inputs["usage_net"], column(inputs[ramp])),
    ),
    worked(/^F-ramp-vs-flat/, `${ramp}_tcv`, (inputs) =>
      sum(
        columnOf(
          table({ ...flatCost(inputs["usage_net"], column(inputs[ramp])), id: "TERM_SCHEDULE" }),
          "Commitment",
        ).map(Number),
      ),
    ),
  ]),
  worked(/^F-ramp-vs-flat/, "band_by_year", (inputs) => bandsBy(inputs, "each year")),
  worked(/^F-ramp-vs-flat/, "band_by_average", (inputs) => bandsBy(inputs, "average")[0]),
  worked(/^F-ramp-vs-flat/, "band_by_final", (inputs) => bandsBy(inputs, "final year")[0]),
  ...(
    [
      ["annual", "each year"],
      ["quarterly", "quarterly"],
      ["monthly", "monthly"],
    ] as const
  ).map(([field, test]) =>
    answered(/^F-true-up-frequency/, field, (inputs) => monthly(inputs, test)),
  ),
  worked(/^F-true-up-frequency/, "usage_total", (inputs) =>
    sum(
      columnOf(table({ ...monthly(inputs, "each year"), id: "TERM_SCHEDULE" }), "At list").map(
        Number,
      ),
    ),
  ),
  answered(/^F-exhaustion-month/, "exhausted_after_months", (inputs) =>
    picked(burned(inputs), 1, 6),
  ),
  worked(/^F-exhaustion-month/, "cumulative", (inputs) =>
    (inputs["monthly_usage_net"] as number[]).map((_, month, all) => {
      const soFar = { ...inputs, monthly_usage_net: all.slice(0, month + 1) };
      return table(burned(soFar))[1]?.[2];
    }),
  ),

  answered(/^G-prepay/, "break_even_prepay_discount", (inputs) =>
    call("PREPAY_BREAKEVEN", inputs["annual_rate"]),
  ),
  worked(
    /^G-prepay/,
    "pv_factor_arrears",
    (inputs) => 1 - amount(call("PREPAY_BREAKEVEN", inputs["annual_rate"])),
  ),
  ...(
    [
      ["prepaid_annual", "annual in advance"],
      ["monthly_arrears", "monthly in arrears"],
      ["usage_arrears_with_true_up", "true-up"],
    ] as const
  ).map(([field, payment]) =>
    answered(/^G-npv-3y/, field, (inputs) => presentValue(inputs, payment)),
  ),
  { cases: /^G-xnpv/, field: "*", why: NO_FUNCTION.xnpv },

  ...PATHS.flatMap(([path, field, total]) => [
    worked(LOCK, field, lockYears(path, "Cost")),
    answered(LOCK, total, lock(path)),
  ]),
  worked(LOCK, "shortfall_percent", lockYears("percent off list", "Unused")),
  ...[
    "lambda_full_use",
    "price_fall_before_shortfall",
    "lambda_worse_than_on_demand",
    "price_fall_before_worse_than_on_demand",
  ].map((field, index) =>
    answered(/^H-deflation/, field, (inputs) => picked(headroom(inputs), 1, 3 + index)),
  ),
  ...["capped", "uncapped"].map((field, index) =>
    worked(/^H-uplift/, field, (inputs) =>
      table(renewals(inputs))
        .slice(1, 4)
        .map((row) => row[3 + index]),
    ),
  ),
  answered(/^H-uplift/, "value_of_cap", (inputs) => picked(renewals(inputs), 4, 5)),

  worked(EARLY, "exhausted_after_months", exhausted),
  answered(EARLY, "overage_to_term_end", (inputs) => picked(early(inputs), 1, 1)),
  worked(EARLY, "same_usage_at_new_rate", atNewRate),
  worked(EARLY, "saving", (inputs) => Number(table(early(inputs))[1]?.[1]) - atNewRate(inputs)),
  answered(EARLY, "new_term_shortfall", (inputs) => picked(early(inputs), 2, 4)),
  worked(EARLY, "new_term_annual_net", (inputs) => {
    const anew = table(early(inputs))[2] ?? [];
    return Number(anew[3]) - Number(anew[4]);
  }),
  ...(
    [
      ["days_remaining", 1],
      ["days_term", 2],
      ["prorated_commitment", 3],
      ["annualised_total", 4],
      ["band_by_annualised_total", 6],
      ["band_by_in_term_total", 7],
    ] as const
  ).map(([field, row]) => answered(/^I-coterm/, field, (inputs) => picked(coterm(inputs), row, 1))),
  { cases: /^I-stacking-order/, field: "*", why: NO_FUNCTION.stacking },

  ...(
    [
      ["used", 1, 2],
      ["used_pct", 1, 3],
      ["pace_index", 2, 3],
      ["required_monthly", 6, 1],
      ["run_rate_6m_forecast", 4, 2],
      ["run_rate_6m_shortfall", 4, 4],
      ["run_rate_3m_forecast", 3, 2],
      ["run_rate_3m_shortfall", 3, 4],
    ] as const
  ).map(([field, row, at]) =>
    answered(burndown, field, (inputs) => picked(burned(inputs), row, at)),
  ),
  worked(
    burndown,
    "time_pct",
    (inputs) => (inputs["monthly_net"] as number[]).length / Number(inputs["term_months"]),
  ),
  { cases: /^J-accrual/, field: "*", why: NO_FUNCTION.accrual },

  ...["E_increase", "E_decrease"].map((field) =>
    uncertain(LIST_MOVES, field, (inputs) => riseUsd(inputs) / signedUsd(inputs), "fraction"),
  ),
  // The mean of list prices is 1, so that a lock alone is worth nothing.
  uncertain(
    LIST_MOVES,
    "value_absolute_lock",
    (inputs) => expectedUsd(inputs, 0) - signedUsd(inputs),
  ),
  ...["value_lower_of_vs_percent", "value_lower_of_vs_lock"].map((field) =>
    uncertain(LIST_MOVES, field, riseUsd),
  ),
  {
    ...uncertain(FLOORED, "percent_off", (inputs) => expectedUsd(inputs, committedUsd(inputs))),
    call: ({ inputs }: PricingCase) => atMovedPrices(inputs, committedUsd(inputs)),
  },
  uncertain(FLOORED, "absolute_lock", lockedUsd),
  uncertain(FLOORED, "lower_of", lowerOfUsd),
  uncertain(FLOORED, "lower_of_rebased_floor", rebasedUsd),
  uncertain(FLOORED, "value_lower_of_vs_lock", (inputs) => lockedUsd(inputs) - lowerOfUsd(inputs)),
  uncertain(FLOORED, "value_rebasing_on_top", (inputs) => lowerOfUsd(inputs) - rebasedUsd(inputs)),

  worked(TREE, "without", (inputs) =>
    tree(
      inputs,
      (first, second) =>
        twoYears("TERM_COST", inputs, first, second) +
        twoYears("ROLLOVER_VALUE", inputs, first, second),
    ),
  ),
  worked(TREE, "with", (inputs) =>
    tree(inputs, (first, second) => twoYears("TERM_COST", inputs, first, second)),
  ),
  worked(TREE, "value", (inputs) =>
    tree(inputs, (first, second) => twoYears("ROLLOVER_VALUE", inputs, first, second)),
  ),
  worked(TREE, "expected_rolled", (inputs) =>
    tree(inputs, (first) => {
      const agreement = known(readAgreement([[0, 0.15]], [COMMITTED]));
      return settle(first, Number(inputs["commitment"]), agreement).shortfallUsd;
    }),
  ),
];
