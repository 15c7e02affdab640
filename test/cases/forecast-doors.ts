import { expectedAbove } from "../../src/forecast/expected-above";
import type { Forecast } from "../../src/forecast/forecast";
import { lognormalFromPercentiles } from "../../src/forecast/lognormal";
import { readForecast } from "../../src/input/forecast-cells";
import { type Door, type FunctionCall, known } from "./door";
import type { PricingCase } from "./pricing-cases";

type Rows = readonly (readonly (string | number)[])[];

/** The forecasts that the cases name in words, as cells. */
const NAMED: Readonly<Record<string, Rows>> = {
  "lognormal(mean 600k, cv 0.35)": [
    ["Mean", 600_000],
    ["CV", 0.35],
  ],
  "normal(600k,150k)": [
    ["Distribution", "normal"],
    ["Mean", 600_000],
    ["SD", 150_000],
  ],
  "triangular(300k,550k,1.1M)": [
    ["Distribution", "triangular"],
    ["Low", 300_000],
    ["Mode", 550_000],
    ["High", 1_100_000],
  ],
  "pert(300k,550k,1.1M)": [
    ["Distribution", "PERT"],
    ["Low", 300_000],
    ["Mode", 550_000],
    ["High", 1_100_000],
  ],
};

function written({ id, inputs }: PricingCase): Rows {
  if (FIT.test(id))
    return [
      ["P10", Number(inputs["p10"])],
      ["P90", Number(inputs["p90"])],
    ];
  if (SAMPLE.test(id)) return (inputs["sample"] as number[]).map((usd) => [usd]);
  const rows = NAMED[String(inputs["distribution"])];
  if (!rows) throw new Error(`${id} names a forecast that has no rows here`);
  return rows;
}

const LOSS = /^S-.*-\d/;
const QUANTILES = /^S-.*-quantiles/;
const FIT = /^S-fit/;
const SAMPLE = /^S-empirical/;

const forecastOf = (pricingCase: PricingCase): Forecast =>
  known(readForecast(written(pricingCase)));
const usageOf = ({ inputs }: PricingCase): number => Number(inputs["k"]);

const fitOf = ({ inputs }: PricingCase) =>
  lognormalFromPercentiles(Number(inputs["p10"]), Number(inputs["p90"]));

function quantileDoor(cases: RegExp, field: string, probability: number): Door {
  return {
    cases,
    field,
    core: (c) => forecastOf(c).quantile(probability),
    call: (c) => ({ id: "FORECAST_QUANTILE", args: [written(c), probability] }),
    scale: "amount",
  };
}

function meanDoor(cases: RegExp): Door {
  return {
    cases,
    field: "mean",
    core: (c) => forecastOf(c).meanUsd,
    call: (c) => ({ id: "FORECAST_MEAN", args: [written(c)] }),
    scale: "amount",
  };
}

/** At list prices a commitment of k pays for k, so that its expected shortfall is E[(k - U)+]. */
const shortfallCall = (pricingCase: PricingCase): FunctionCall => ({
  id: "EXPECTED_SHORTFALL",
  args: [written(pricingCase), usageOf(pricingCase), [[0, 0]]],
});

/** What the cases ask of forecasts themselves. */
export const FORECAST_DOORS: readonly Door[] = [
  { cases: LOSS, field: "cdf", core: (c) => forecastOf(c).atMost(usageOf(c)), scale: "fraction" },
  {
    cases: LOSS,
    field: "expected_overage",
    core: (c) => expectedAbove(forecastOf(c), usageOf(c)),
    scale: "amount",
  },
  {
    cases: LOSS,
    field: "expected_shortfall",
    core: (c) => {
      const [forecast, usageUsd] = [forecastOf(c), usageOf(c)];
      return usageUsd - forecast.meanUsd + expectedAbove(forecast, usageUsd);
    },
    call: shortfallCall,
    scale: "amount",
  },
  ...[5, 10, 15, 20, 50, 90, 95].map((percent) =>
    quantileDoor(QUANTILES, `P${percent}`, percent / 100),
  ),
  meanDoor(QUANTILES),
  {
    cases: FIT,
    field: "m",
    core: (c) => {
      const { meanUsd, logDeviation } = fitOf(c);
      return Math.log(meanUsd) - logDeviation ** 2 / 2;
    },
    scale: "fraction",
  },
  { cases: FIT, field: "s", core: (c) => fitOf(c).logDeviation, scale: "fraction" },
  quantileDoor(FIT, "median", 0.5),
  meanDoor(FIT),
  {
    cases: SAMPLE,
    field: "expected_overage_at_560k",
    core: (c) => expectedAbove(forecastOf(c), usageOf(c)),
    scale: "amount",
  },
  ...[15, 20, 25].map((percent) => quantileDoor(SAMPLE, `q${percent}`, percent / 100)),
];
