import { checkAmountUsd } from "../core/amount";
import type { PricingError } from "../core/errors";
import { sameWord } from "../core/fuzzy-match";
import { combine, failWith, type Result, succeed } from "../core/result";
import { describedForecast, LARGEST_VARIATION } from "./described-forecast";
import type { Forecast } from "./forecast";
import {
  DISTRIBUTIONS,
  type Distribution,
  FORECAST_LABELS,
  nearestLabel,
  type Parameter,
} from "./forecast-labels";
import { chooseSet, type GivenNumber, type GivenNumbers } from "./parameter-sets";

/** A row of a labelled block: the label as written, and its value. */
export interface LabelledRow {
  readonly row: number;
  readonly label: string;
  readonly value: string | number;
}

/**
 * Checks a block of labels and values: Distribution (lognormal if absent, docs/assumptions.md P14) and exactly one set of
 * parameters.
 *
 * @returns The forecast, or every fault with its row.
 */
export function parseLabelledForecast(rows: readonly LabelledRow[]): Result<Forecast> {
  const read = combine({ labels: readLabels(rows), values: readValues(rows) });
  if (!read.ok) return read;
  const { distribution, given } = read.value.values;
  const set = chooseSet(distribution, given);
  return set.ok ? describedForecast(distribution, set.value, given) : set;
}

/** Every label is known and occurs once. */
function readLabels(rows: readonly LabelledRow[]): Result<undefined> {
  const rowOf = new Map<string, number>();
  const faults = rows.flatMap(({ row, label: written }): PricingError[] => {
    const label = labelOf(written);
    if (!label)
      return [
        {
          kind: "unknownLabel",
          row,
          given: written,
          nearest: nearestLabel(written),
          known: FORECAST_LABELS,
        },
      ];
    const earlier = rowOf.get(label);
    if (earlier !== undefined)
      return [{ kind: "givenTwice", argument: "forecast", what: label, rows: [earlier, row] }];
    rowOf.set(label, row);
    return [];
  });
  return faults.length > 0 ? failWith(faults) : succeed(undefined);
}

function labelOf(written: string) {
  return FORECAST_LABELS.find((label) => sameWord(label, written));
}

interface Values {
  readonly distribution: Distribution;
  readonly given: GivenNumbers;
}

/** Every value is one that its label allows. */
function readValues(rows: readonly LabelledRow[]): Result<Values> {
  const faults: PricingError[] = [];
  const given = new Map<Parameter, GivenNumber>();
  let distribution: Distribution = DISTRIBUTIONS[0];
  for (const { row, label: written, value } of rows) {
    const label = labelOf(written);
    if (!label) continue;
    const place = { argument: "forecast", field: label, row };
    if (label === "Distribution") {
      const named = DISTRIBUTIONS.find((known) => sameWord(known, String(value)));
      if (named) distribution = named;
      else
        faults.push({ kind: "unknownChoice", place, given: String(value), choices: DISTRIBUTIONS });
    } else if (typeof value === "string") {
      faults.push({ kind: "notANumber", place, given: value });
    } else {
      given.set(label, { row, value });
      if (label !== "CV") {
        const amount = checkAmountUsd(value, place);
        if (!amount.ok) faults.push(...amount.errors);
      } else if (value < 0 || value > LARGEST_VARIATION) {
        const range = { least: 0, most: LARGEST_VARIATION };
        faults.push({ kind: "fractionOutOfRange", place, given: value, ...range });
      }
    }
  }
  return faults.length > 0 ? failWith(faults) : succeed({ distribution, given });
}
