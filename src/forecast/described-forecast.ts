import type { PricingError } from "../core/errors";
import { LARGEST_AMOUNT_USD } from "../core/money";
import { fail, type Result, succeed } from "../core/result";
import type { Forecast } from "./forecast";
import type { Distribution, Parameter } from "./forecast-labels";
import {
  type LognormalParameters,
  lognormal,
  lognormalFromPercentiles,
  lognormalFromVariation,
} from "./lognormal";
import { type NormalParameters, normal, normalFromPercentiles } from "./normal";
import type { GivenNumber, GivenNumbers, ParameterSet } from "./parameter-sets";
import { pert } from "./pert";
import { certain } from "./sample";
import { triangular } from "./triangular";

/** A deviation of more than ten times the mean is a percentage typed as a number, or no forecast at all. */
export const LARGEST_VARIATION = 10;

const UNGIVEN: GivenNumber = { row: 0, value: 0 };

/**
 * The forecast that a whole set of parameters describes. Without any spread it is certain.
 *
 * @returns The forecast, or why no usage is distributed like that: the order of the parameters, a lognormal at 0.
 */
export function describedForecast(
  distribution: Distribution,
  set: ParameterSet,
  given: GivenNumbers,
): Result<Forecast> {
  const number = (label: Parameter): GivenNumber => given.get(label) ?? UNGIVEN;
  switch (set) {
    case "variation":
    case "deviation":
      return fromMean(distribution, number("Mean"), set, number(set === "variation" ? "CV" : "SD"));
    case "percentiles":
      return fromPercentiles(distribution, number("P10"), number("P90"));
    case "points":
      return fromPoints(distribution, number("Low"), number("Mode"), number("High"));
  }
}

function fromMean(
  distribution: Distribution,
  mean: GivenNumber,
  set: "variation" | "deviation",
  spread: GivenNumber,
): Result<Forecast> {
  const meanUsd = mean.value;
  if (spread.value === 0) return succeed(certain(meanUsd));
  if (distribution === "normal" && set === "deviation")
    return succeed(normal({ meanUsd, deviationUsd: spread.value }));
  // A fraction of 0 is no spread, and usage that is never below 0 has no spread around 0.
  if (meanUsd === 0) return fail(outOfRange("Mean", mean, "an amount above 0"));
  if (distribution === "normal")
    return normalOrCertain({ meanUsd, deviationUsd: spread.value * meanUsd });
  const variation = set === "variation" ? spread.value : spread.value / meanUsd;
  if (variation > LARGEST_VARIATION)
    return fail(
      outOfRange("SD", spread, `an amount up to ${LARGEST_VARIATION} times Mean, or another mean`),
    );
  return lognormalOrCertain(lognormalFromVariation(meanUsd, variation));
}

function fromPercentiles(
  distribution: Distribution,
  p10: GivenNumber,
  p90: GivenNumber,
): Result<Forecast> {
  const faults = descents(["P10", p10], ["P90", p90]);
  if (faults.length > 0) return fail(...faults);
  if (p10.value === p90.value) return succeed(certain(p10.value));
  if (distribution === "normal")
    return normalOrCertain(normalFromPercentiles(p10.value, p90.value));
  if (p10.value === 0)
    return fail(outOfRange("P10", p10, "an amount above 0, since a lognormal usage is never 0"));
  const parameters = lognormalFromPercentiles(p10.value, p90.value);
  if (!(parameters.meanUsd <= LARGEST_AMOUNT_USD)) return fail({ kind: "forecastMeanTooLarge" });
  return lognormalOrCertain(parameters);
}

/** A spread too small for a double counts as none. */
function lognormalOrCertain(parameters: LognormalParameters): Result<Forecast> {
  return succeed(parameters.logDeviation > 0 ? lognormal(parameters) : certain(parameters.meanUsd));
}

function normalOrCertain(parameters: NormalParameters): Result<Forecast> {
  return succeed(parameters.deviationUsd > 0 ? normal(parameters) : certain(parameters.meanUsd));
}

function fromPoints(
  distribution: Distribution,
  low: GivenNumber,
  mode: GivenNumber,
  high: GivenNumber,
): Result<Forecast> {
  const faults = descents(["Low", low], ["Mode", mode], ["High", high]);
  if (faults.length > 0) return fail(...faults);
  if (low.value === high.value) return succeed(certain(low.value));
  const points = { lowUsd: low.value, modeUsd: mode.value, highUsd: high.value };
  return succeed(distribution === "PERT" ? pert(points) : triangular(points));
}

/** Each neighbour that is lower than the one before it. */
function descents(
  ...rising: readonly (readonly [label: Parameter, number: GivenNumber])[]
): readonly PricingError[] {
  return rising.flatMap(([upperLabel, upper], index): PricingError[] => {
    const [lowerLabel, lower] = rising[index - 1] ?? [upperLabel, upper];
    if (lower.value <= upper.value) return [];
    return [
      {
        kind: "descendingLabels",
        labels: [lowerLabel, upperLabel],
        rows: [lower.row, upper.row],
        amountsUsd: [lower.value, upper.value],
      },
    ];
  });
}

function outOfRange(field: Parameter, { row, value }: GivenNumber, expected: string): PricingError {
  const place = { argument: "forecast", field, row };
  return { kind: "numberOutOfRange", place, given: value, expected };
}
