import type { Agreement } from "../../../src/core/agreement";
import { bandName } from "../../../src/core/band-name";
import { bandRate } from "../../../src/core/band-rate";
import { breakEven, tolerableWaste } from "../../../src/core/break-even";
import { US_DOLLAR } from "../../../src/core/currency";
import { coverage, effectiveDiscount, utilization } from "../../../src/core/indicators";
import { nextThreshold } from "../../../src/core/next-threshold";
import { NoAnswer } from "../../../src/core/no-answer";
import { type Answer, combine, type Result } from "../../../src/core/result";
import { type Settlement, settle } from "../../../src/core/settle";
import { settlementLines } from "../../../src/core/settlement-lines";
import { parseTierBoundary, parseTierMethod, tierCost } from "../../../src/core/tiers";
import { clauseValues } from "../../../src/forecast/clause-values";
import { expectedCost, expectedShortfall } from "../../../src/forecast/expected-cost";
import { fillProbability } from "../../../src/forecast/fill";
import type { Forecast } from "../../../src/forecast/forecast";
import { forecastQuantile } from "../../../src/forecast/forecast-quantile";
import { readBands } from "../../../src/input/bands-cells";
import { readAmountUsd } from "../../../src/input/cells/numbers";
import { readForecast } from "../../../src/input/forecast-cells";
import { readPeriod } from "../../../src/input/period-cells";
import { readProbability } from "../../../src/input/probability-cells";
import { readStep } from "../../../src/input/target-cells";
import { readUncertainPeriod } from "../../../src/input/uncertain-period-cells";

/** What one of our functions answers: a value, a table, or undefined where it shows an error. */
export type Ours = number | string | readonly (readonly (number | string)[])[] | undefined;

/** What our functions answer for the cells of a call, read by our readers and priced by the core. */
export const OURS: Readonly<Record<string, (...given: readonly unknown[]) => Ours>> = {
  BAND_RATE: (commitment, bands) =>
    answer(readBanded(commitment, bands), (read) => bandRate(read.usd, read.bands)),
  BAND_NAME: (commitment, bands) =>
    answer(readBanded(commitment, bands), (read) => bandName(read.usd, read.bands, US_DOLLAR)),
  NEXT_THRESHOLD: (commitment, bands) =>
    answer(readBanded(commitment, bands), (read) => nextThreshold(read.usd, read.bands)),
  TIER_COST: (usage, bands, method, boundary) =>
    answer(
      combine({
        banded: readBanded(usage, bands),
        method: parseTierMethod(word(method)),
        boundary: parseTierBoundary(word(boundary)),
      }),
      ({ banded, ...pricing }) => tierCost(banded.usd, banded.bands, pricing),
    ),
  EFFECTIVE_COST: settled(({ costUsd }) => costUsd),
  EFFECTIVE_DISCOUNT: settled(effectiveDiscount),
  SHORTFALL: settled(({ shortfallUsd }) => shortfallUsd),
  OVERAGE_COST: settled(({ overageUsd }) => overageUsd),
  UTILIZATION: settled(utilization),
  COVERAGE: settled(coverage),
  SETTLEMENT: settled((settlement) => [
    ["Line", "USD"],
    ...settlementLines(settlement).map(({ label, amountUsd }) => [label, amountUsd]),
  ]),
  BREAKEVEN_USAGE: (commitment, target, bands, terms) =>
    answer(
      readStep(commitment, target, bands, terms),
      ({ commitmentUsd, targetUsd, agreement }) => {
        const even = breakEven(commitmentUsd, targetUsd, agreement);
        return even instanceof NoAnswer ? even : even.usageUsd;
      },
    ),
  TOLERABLE_WASTE: (commitment, target, bands, terms) =>
    answer(readStep(commitment, target, bands, terms), ({ commitmentUsd, targetUsd, agreement }) =>
      tolerableWaste(commitmentUsd, targetUsd, agreement),
    ),
  FORECAST_MEAN: (forecast) => answer(readForecast(forecast), ({ meanUsd }) => meanUsd),
  FORECAST_QUANTILE: (forecast, probability) =>
    answer(
      combine({ forecast: readForecast(forecast), probability: readProbability(probability) }),
      (read) => forecastQuantile(read.forecast, read.probability),
    ),
  EXPECTED_COST: expected(expectedCost),
  EXPECTED_SHORTFALL: expected(expectedShortfall),
  FILL_PROBABILITY: expected(fillProbability),
  CLAUSE_VALUES: expected((...given) => {
    const values = clauseValues(...given);
    if (values instanceof NoAnswer) return values;
    return [
      ["Clause", "Value alone", "Value added last", "Points alone", "Points added last"],
      ...values.map(({ clause, aloneUsd, addedLastUsd, alonePoints, addedLastPoints }) => [
        ...[clause, aloneUsd, addedLastUsd],
        ...[alonePoints, addedLastPoints].map((one) => (one instanceof NoAnswer ? "#N/A" : one)),
      ]),
    ];
  }),
};

function expected<T extends Exclude<Ours, undefined>>(
  ask: (forecast: Forecast, commitmentUsd: number, agreement: Agreement) => Answer<T>,
) {
  return (forecast: unknown, commitment: unknown, bands: unknown, terms: unknown): Ours =>
    answer(readUncertainPeriod(forecast, commitment, bands, terms), (read) =>
      ask(read.forecast, read.commitmentUsd, read.agreement),
    );
}

function readBanded(amount: unknown, bands: unknown) {
  return combine({
    usd: readAmountUsd(amount, { argument: "commitment" }),
    bands: readBands(bands),
  });
}

function settled<T extends Exclude<Ours, undefined>>(
  ask: (settlement: Settlement, usageUsd: number) => Answer<T>,
) {
  return (usage: unknown, commitment: unknown, bands: unknown, terms: unknown): Ours =>
    answer(readPeriod(usage, commitment, bands, terms), ({ usageUsd, commitmentUsd, agreement }) =>
      ask(settle(usageUsd, commitmentUsd, agreement), usageUsd),
    );
}

function answer<I, T extends Exclude<Ours, undefined>>(
  input: Result<I>,
  compute: (value: I) => Answer<T>,
): Ours {
  if (!input.ok) return undefined;
  const value = compute(input.value);
  return value instanceof NoAnswer ? undefined : value;
}

function word(given: unknown): string | undefined {
  return typeof given === "string" && given !== "" ? given : undefined;
}
