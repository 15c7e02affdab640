import { checkAmountUsd } from "../core/amount";
import type { PricingError } from "../core/errors";
import { LARGEST_AMOUNT_USD } from "../core/money";
import { fail, type Result, succeed } from "../core/result";
import type { Forecast } from "./forecast";
import { type LabelledRow, parseLabelledForecast } from "./labelled-forecast";
import { certain, sample } from "./sample";

/** A forecast as written: its numbers are read and not yet checked. */
export type WrittenForecast =
  | { readonly kind: "certain"; readonly usageUsd: number }
  | WrittenOutcomes
  | { readonly kind: "labelled"; readonly rows: readonly LabelledRow[] };

/** Outcomes, and the row or position of each as the user counts them. Without probabilities all are equally likely. */
export interface WrittenOutcomes {
  readonly kind: "outcomes";
  readonly usagesUsd: ArrayLike<number>;
  readonly rows: ArrayLike<number>;
  readonly probabilities?: ArrayLike<number>;
}

/** How far the probabilities of all outcomes may miss 1: three thirds written with ten digits are whole. */
const PROBABILITY_TOLERANCE = 1e-9;

/**
 * Checks a forecast as written; the only way to a Forecast.
 *
 * Drops outcomes of probability 0, and scales probabilities whose sum misses 1 by up to 1e-9.
 *
 * @returns The forecast, or every fault with its row.
 */
export function parseForecast(written: WrittenForecast): Result<Forecast> {
  switch (written.kind) {
    case "certain": {
      const usage = checkAmountUsd(written.usageUsd, { argument: "forecast" });
      return usage.ok ? succeed(certain(usage.value)) : usage;
    }
    case "outcomes":
      return parseOutcomes(written);
    case "labelled":
      return parseLabelledForecast(written.rows);
  }
}

function parseOutcomes({ usagesUsd, rows, probabilities }: WrittenOutcomes): Result<Forecast> {
  const faults: PricingError[] = [];
  const possible: number[] = [];
  let sum = 0;
  for (let index = 0; index < usagesUsd.length; index++) {
    const usageUsd = usagesUsd[index] ?? 0;
    const probability = probabilities?.[index] ?? 1;
    if (!(usageUsd >= 0 && usageUsd <= LARGEST_AMOUNT_USD && probability >= 0 && probability <= 1))
      faults.push(...outcomeFaults(usageUsd, probabilities && probability, rows[index] ?? 0));
    if (probability > 0) possible.push(index);
    sum += probability;
  }
  if (faults.length > 0) return { ok: false, errors: faults };
  if (!probabilities) return succeed(sample(usagesUsd));
  if (Math.abs(sum - 1) > PROBABILITY_TOLERANCE) return fail({ kind: "probabilitySum", sum });
  const only = (values: ArrayLike<number>): readonly number[] =>
    possible.map((index) => values[index] ?? 0);
  return succeed(sample(only(usagesUsd), only(probabilities)));
}

/** What is wrong with one outcome. A column of usages alone has no fields: its numbers are items. */
function outcomeFaults(
  usageUsd: number,
  probability: number | undefined,
  row: number,
): readonly PricingError[] {
  const place = { argument: "forecast", row };
  const isAlone = probability === undefined;
  const usage = checkAmountUsd(usageUsd, isAlone ? place : { ...place, field: "usage" });
  const faults: PricingError[] = usage.ok ? [] : [...usage.errors];
  if (!isAlone && !(probability >= 0 && probability <= 1))
    faults.push({
      kind: "fractionOutOfRange",
      place: { ...place, field: "probability" },
      given: probability,
      least: 0,
      most: 1,
    });
  return faults;
}
