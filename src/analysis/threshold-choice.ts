import type { Agreement } from "../core/agreement";
import type { BandTable } from "../core/bands";
import { type BreakEven, breakEven, tolerableWaste } from "../core/break-even";
import type { Currency } from "../core/currency";
import { toCents } from "../core/money";
import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import { expectedCost } from "../forecast/expected-cost";
import { fillProbability } from "../forecast/fill";
import type { Forecast } from "../forecast/forecast";
import { lossProbability } from "../forecast/loss";
import { type Optimum, optimum } from "../forecast/optimal-commitment";
import { difference } from "../forecast/rounding";
import { type BandProvenance, bandProvenance } from "./band-provenance";
import {
  type BandStep,
  bandStepTo,
  type CommitmentPosition,
  commitmentPosition,
} from "./commitment-position";

/** Whether committing a threshold pays under a forecast, against the present commitment; amounts are USD a year. */
export type ChoiceVerdict =
  | { readonly kind: "pays"; readonly savingUsd: number }
  | { readonly kind: "breaksEven" }
  | { readonly kind: "doesNotPay"; readonly lossUsd: number }
  | { readonly kind: "current" }
  /** The threshold lies below the commitment; `savingUsd` is negative where committing less costs more. */
  | { readonly kind: "below"; readonly savingUsd: number };

/** What a forecast makes of committing a threshold. Amounts in USD, probabilities as fractions. */
export interface ExpectedOutcome {
  readonly fillProbability: number;
  /** Probability that the year costs more than list prices. */
  readonly lossProbability: number;
  /** Expected cost of staying less expected cost at the threshold. */
  readonly savingUsd: number;
  readonly verdict: ChoiceVerdict;
  /** The commitment of least expected cost, where it costs at least a cent less than the threshold. */
  readonly better: { readonly commitmentUsd: number; readonly savingUsd: number } | undefined;
}

/** One threshold as a choice: what committing exactly it takes and brings, against the present commitment. */
export interface ThresholdChoice {
  readonly thresholdUsd: number;
  readonly crossing: BandStep;
  /** Where the commitment stands, with this threshold as the next; none where the commitment is this threshold. */
  readonly standing: CommitmentPosition;
  /** Not available where the threshold is not above the commitment. */
  readonly breakEven: Answer<BreakEven>;
  readonly tolerableWasteFraction: Answer<number>;
  /** Absent without a forecast. */
  readonly expected: ExpectedOutcome | undefined;
  /** Discount added, where the threshold does not pay and brings no more than 2 points and nothing else. */
  readonly onlyDiscountFraction: number | undefined;
  readonly provenance: BandProvenance;
}

/** What the choices are computed from. */
export interface ChoiceInput {
  readonly bands: BandTable;
  readonly agreement: Agreement;
  readonly commitmentUsd: number;
  readonly forecast: Forecast | undefined;
}

/**
 * Each threshold above 0 as a choice, ascending. Costs are compared to the cent.
 *
 * @param from Position of the first threshold wanted, from 0.
 * @param count How many are wanted; where there are hundreds, a pane draws a few.
 */
export function thresholdChoices(
  input: ChoiceInput,
  currency: Currency,
  from = 0,
  count = Number.POSITIVE_INFINITY,
): readonly ThresholdChoice[] {
  const { bands, agreement, commitmentUsd, forecast } = input;
  const standingInput = { bands, agreement, commitmentUsd, usageUsd: undefined };
  const stands = commitmentPosition(standingInput, currency);
  const prospect: Prospect | undefined = forecast && {
    forecast,
    agreement,
    stayUsd: expectedCost(forecast, commitmentUsd, agreement),
    best: optimum(forecast, agreement),
  };
  // The first band always starts at $0.
  return bands.bands.slice(1 + from, 1 + from + count).map((band): ThresholdChoice => {
    const { thresholdUsd } = band;
    const side = Math.sign(toCents(thresholdUsd) - toCents(commitmentUsd));
    const notAbove = new NoAnswer({ kind: "notAboveCommitment", thresholdUsd, commitmentUsd });
    const crossing = bandStepTo(thresholdUsd, standingInput, currency);
    const expected = prospect && expectedOutcome(thresholdUsd, side, prospect);
    return {
      thresholdUsd,
      crossing,
      standing: { ...stands, next: side === 0 ? notAbove : crossing },
      breakEven: side > 0 ? breakEven(commitmentUsd, thresholdUsd, agreement) : notAbove,
      tolerableWasteFraction:
        side > 0 ? tolerableWaste(commitmentUsd, thresholdUsd, agreement) : notAbove,
      expected,
      onlyDiscountFraction:
        expected?.verdict.kind === "doesNotPay" ? onlyDiscount(crossing) : undefined,
      provenance: bandProvenance(band),
    };
  });
}

/** What all choices are held against. */
interface Prospect {
  readonly forecast: Forecast;
  readonly agreement: Agreement;
  /** Expected cost of the present commitment. */
  readonly stayUsd: number;
  readonly best: Optimum;
}

function expectedOutcome(
  thresholdUsd: number,
  side: number,
  { forecast, agreement, stayUsd, best }: Prospect,
): ExpectedOutcome {
  const costUsd = expectedCost(forecast, thresholdUsd, agreement);
  const savingUsd = difference(stayUsd, costUsd);
  const lessUsd = difference(costUsd, best.valueUsd);
  return {
    fillProbability: fillProbability(forecast, thresholdUsd, agreement),
    lossProbability: lossProbability(forecast, thresholdUsd, agreement),
    savingUsd,
    verdict: verdictOf(side, savingUsd, toCents(stayUsd) - toCents(costUsd)),
    better:
      toCents(lessUsd) > 0 ? { commitmentUsd: best.commitmentUsd, savingUsd: lessUsd } : undefined,
  };
}

function verdictOf(side: number, savingUsd: number, savingCents: number): ChoiceVerdict {
  if (side === 0) return { kind: "current" };
  if (side < 0) return { kind: "below", savingUsd };
  if (savingCents === 0) return { kind: "breaksEven" };
  return savingCents > 0
    ? { kind: "pays", savingUsd }
    : { kind: "doesNotPay", lossUsd: -savingUsd };
}

/** More than this is a reason of its own to look at a threshold. Two points as doubles can be 2.0000000000000018. */
const MARGINAL_FRACTION = 0.02 + 1e-9;

/** The discount that a crossing adds, where that is marginal and it brings no term and no text. */
function onlyDiscount({ discountChangeFraction, changes }: BandStep): number | undefined {
  const brings = changes.some((change) => change.kind !== "text" || change.after !== "");
  return brings || discountChangeFraction > MARGINAL_FRACTION ? undefined : discountChangeFraction;
}
