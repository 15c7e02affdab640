import { bandPosition } from "../../src/core/bands";
import {
  coverage,
  discountLeakage,
  effectiveDiscount,
  utilization,
  waste,
} from "../../src/core/indicators";
import { NoAnswer } from "../../src/core/no-answer";
import { settle } from "../../src/core/settle";
import { readBands } from "../../src/input/bands-cells";
import { readPeriod } from "../../src/input/period-cells";
import { sensitivityGrid } from "../../src/sheets/tables/grid";
import { CROSSING_DOORS } from "./crossing-doors";
import { type Door, type FunctionCall, known, type PartCall } from "./door";
import { FORECAST_DOORS } from "./forecast-doors";
import { type PeriodInputs, type PricingCase, periodInputs } from "./pricing-cases";
import { TIER_DOORS } from "./tier-doors";
import { UNCERTAIN_DOORS } from "./uncertain-doors";
import { YEARS_DOORS } from "./years-doors";

function settled({ usage, commitment, bands, terms }: PeriodInputs) {
  const { usageUsd, commitmentUsd, agreement } = known(readPeriod(usage, commitment, bands, terms));
  return { settlement: settle(usageUsd, commitmentUsd, agreement), usageUsd };
}

function call(id: string, pick?: readonly [number, number]) {
  return (pricingCase: PricingCase, overage?: string): FunctionCall => {
    const { usage, commitment, bands, terms } = periodInputs(pricingCase, overage);
    return { id, args: [usage, commitment, bands, terms], ...(pick && { pick }) };
  };
}

const band = (pricingCase: PricingCase) => {
  const { commitment, bands } = periodInputs(pricingCase);
  const table = known(readBands(bands));
  const position = bandPosition(commitment, table.bands);
  return {
    index: position - (table.bands[0].row === undefined ? 1 : 0),
    band: table.bands[position] ?? table.bands[0],
  };
};

const BAND = /^A-band-(?!upper)/;
const PERIOD = /^C-(?!stepup)/;
const STEP_UP = /^C-stepup/;
const INDICATORS = /^J-kpi/;
const GRID = /^M-grid/;

const bandRateCall = (pricingCase: PricingCase): FunctionCall => {
  const { commitment, bands } = periodInputs(pricingCase);
  return { id: "BAND_RATE", args: [commitment, bands] };
};

const costUnder = (pricingCase: PricingCase, overage: string): number =>
  settled(periodInputs(pricingCase, overage)).settlement.costUsd;

const gridInputs = ({ inputs }: PricingCase) => ({
  usages: inputs["usage_list"] as number[],
  commitments: inputs["commitments"] as number[],
  bands: inputs["bands"] as number[][],
  terms: [["Overage", String(inputs["overage"])]],
});

/** Rows of the case are commitments and its columns usages; our tables are the other way round. */
const transpose = <T>(rows: readonly (readonly T[])[]): T[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as T));

const gridOf = (pricingCase: PricingCase, measure: "cost" | "discount") => {
  const { usages, commitments, bands, terms } = gridInputs(pricingCase);
  const { agreement } = known(readPeriod(0, 0, bands, terms));
  return transpose(sensitivityGrid(usages, commitments, agreement, measure));
};

/** A call for each cell: the case has a row for each commitment, our table for each usage. */
const gridCalls =
  (measure: string) =>
  (pricingCase: PricingCase): readonly PartCall[] => {
    const { usages, commitments, bands, terms } = gridInputs(pricingCase);
    const args = [usages.map((usd) => [usd]), [commitments], bands, terms, measure];
    return commitments.flatMap((_, commitment) =>
      usages.map((__, usage) => ({
        path: [commitment, usage],
        call: { id: "SENSITIVITY", args, pick: [usage + 1, commitment + 1] as const },
      })),
    );
  };

const LATER = {
  tokens: "asked in the arguments of our functions by the L-* of usage-cases.json",
} as const;

/** Every field of every case is in exactly one line of this table; a field of * stands for all fields. */
export const DOORS: readonly Door[] = [
  { cases: BAND, field: "band_index", core: (c) => band(c).index },
  {
    cases: BAND,
    field: "discount",
    core: (c) => band(c).band.discountFraction,
    call: bandRateCall,
  },
  { cases: BAND, field: "rate", core: (c) => 1 - band(c).band.discountFraction },

  {
    cases: PERIOD,
    field: "discount",
    core: (c) => settled(periodInputs(c)).settlement.discountFraction,
    call: bandRateCall,
  },
  {
    cases: PERIOD,
    field: "rate",
    core: (c) => 1 - settled(periodInputs(c)).settlement.discountFraction,
  },
  {
    cases: PERIOD,
    field: "capacity_list",
    core: (c) => settled(periodInputs(c)).settlement.capacityUsd,
  },
  {
    cases: PERIOD,
    field: "committed_payment",
    core: (c) => settled(periodInputs(c)).settlement.commitmentUsd,
    call: call("SETTLEMENT", [1, 1]),
  },
  {
    cases: PERIOD,
    field: "drawdown_net",
    core: (c) => {
      const { settlement } = settled(periodInputs(c));
      return settlement.commitmentUsd - settlement.shortfallUsd;
    },
  },
  {
    cases: PERIOD,
    field: "shortfall_net",
    core: (c) => settled(periodInputs(c)).settlement.shortfallUsd,
    call: call("SHORTFALL"),
  },
  {
    cases: PERIOD,
    field: "overage_list",
    core: (c) => {
      const { settlement, usageUsd } = settled(periodInputs(c));
      return Math.max(0, usageUsd - settlement.capacityUsd);
    },
  },
  {
    cases: PERIOD,
    field: "overage_charge",
    core: (c) => settled(periodInputs(c)).settlement.overageUsd,
    call: call("OVERAGE_COST"),
  },
  {
    cases: PERIOD,
    field: "total",
    core: (c) => settled(periodInputs(c)).settlement.costUsd,
    call: call("EFFECTIVE_COST"),
  },
  {
    cases: PERIOD,
    field: "effective_rate",
    core: (c) => {
      const { settlement, usageUsd } = settled(periodInputs(c));
      const discount = effectiveDiscount(settlement, usageUsd);
      return discount instanceof NoAnswer ? discount : 1 - discount;
    },
  },
  {
    cases: PERIOD,
    field: "waste",
    core: (c) => {
      const { settlement, usageUsd } = settled(periodInputs(c));
      return waste(settlement, usageUsd);
    },
  },
  ...[PERIOD, INDICATORS].flatMap((cases): Door[] => [
    {
      cases,
      field: "esr",
      core: (c) => {
        const { settlement, usageUsd } = settled(periodInputs(c));
        return effectiveDiscount(settlement, usageUsd);
      },
      call: call("EFFECTIVE_DISCOUNT"),
    },
    {
      cases,
      field: "utilisation",
      core: (c) => {
        const { settlement, usageUsd } = settled(periodInputs(c));
        return utilization(settlement, usageUsd);
      },
      call: call("UTILIZATION"),
    },
    {
      cases,
      field: "coverage",
      core: (c) => {
        const { settlement, usageUsd } = settled(periodInputs(c));
        return coverage(settlement, usageUsd);
      },
      call: call("COVERAGE"),
    },
  ]),

  {
    cases: STEP_UP,
    field: "committed_rate_overage",
    core: (c) => costUnder(c, "committed"),
    call: (c) => call("EFFECTIVE_COST")(c, "committed"),
  },
  {
    cases: STEP_UP,
    field: "step_up",
    core: (c) => costUnder(c, "step-up"),
    call: (c) => call("EFFECTIVE_COST")(c, "step-up"),
  },
  {
    cases: STEP_UP,
    field: "prospective",
    core: (c) => costUnder(c, "re-rate"),
    call: (c) => call("EFFECTIVE_COST")(c, "re-rate"),
  },
  {
    cases: STEP_UP,
    field: "value_of_step_up",
    core: (c) => costUnder(c, "committed") - costUnder(c, "step-up"),
  },

  {
    cases: INDICATORS,
    field: "waste",
    core: (c) => {
      const { settlement, usageUsd } = settled(periodInputs(c));
      return waste(settlement, usageUsd);
    },
  },
  {
    cases: INDICATORS,
    field: "headline_discount",
    core: (c) => settled(periodInputs(c)).settlement.discountFraction,
    call: bandRateCall,
  },
  {
    cases: INDICATORS,
    field: "discount_leakage",
    core: (c) => {
      const { settlement, usageUsd } = settled(periodInputs(c));
      return discountLeakage(settlement, usageUsd);
    },
  },

  { cases: GRID, field: "total", core: (c) => gridOf(c, "cost"), calls: gridCalls("cost") },
  {
    cases: GRID,
    field: "effective_discount",
    core: (c) => gridOf(c, "discount"),
    calls: gridCalls("discount"),
  },

  ...TIER_DOORS,
  ...CROSSING_DOORS,
  ...YEARS_DOORS,
  { cases: /^L-/, field: "*", why: LATER.tokens },
  ...UNCERTAIN_DOORS,
  ...FORECAST_DOORS,
];

/** The one line of the table that accounts for a field of a case. */
export function doorsOf(pricingCase: PricingCase, field: string): readonly Door[] {
  return DOORS.filter(
    (door) => door.cases.test(pricingCase.id) && (door.field === field || door.field === "*"),
  );
}
