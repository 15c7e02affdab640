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
import { cvarLoss, lossProbability } from "../forecast/loss";
import { difference } from "../forecast/rounding";
import { type BandProvenance, bandProvenance } from "./band-provenance";
import {
  type BandStep,
  bandStepTo,
  type CommitmentPosition,
  commitmentPosition,
} from "./commitment-position";
import { WORST_TENTH } from "./worst-tenth";

/** Whether committing a threshold pays under a forecast, against the present commitment; amounts in USD a year. */
export type ChoiceVerdict =
  | { readonly kind: "pays"; readonly savingUsd: number }
  | { readonly kind: "breaksEven" }
  | { readonly kind: "doesNotPay"; readonly lossUsd: number }
  | { readonly kind: "current" }
  /** The threshold lies below the commitment; `savingUsd` is negative where committing less costs more. */
  | { readonly kind: "below"; readonly savingUsd: number };

/** Committing a threshold under a forecast. Amounts in USD, probabilities as fractions. */
export interface ExpectedOutcome {
  readonly fillProbability: number;
  /** Probability that the year costs more than list prices. */
  readonly lossProbability: number;
  /** Expected cost of staying less expected cost at the threshold. */
  readonly savingUsd: number;
  /** Expected usage at list less expected cost at the threshold. */
  readonly againstListUsd: number;
  /** Mean over the worst tenth of years of what is paid above list prices; negative still saves. */
  readonly worstTenthLossUsd: number;
  readonly verdict: ChoiceVerdict;
}

/** One threshold as a choice: what committing exactly that requires and adds, against the present commitment. */
export interface ThresholdChoice {
  readonly thresholdUsd: number;
  readonly crossing: BandStep;
  /** The commitment's position, with this threshold as the next; none where the commitment is this threshold. */
  readonly standing: CommitmentPosition;
  /** Not available where the threshold is not above the commitment. */
  readonly breakEven: Answer<BreakEven>;
  readonly tolerableWasteFraction: Answer<number>;
  /** Absent without a forecast. */
  readonly expected: ExpectedOutcome | undefined;
  /** Discount added, where the threshold does not pay and adds at most 2 points and nothing else. */
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
 * @param isWanted Which thresholds; where there are hundreds, a pane draws a few.
 */
export function thresholdChoices(
  input: ChoiceInput,
  currency: Currency,
  isWanted: (thresholdUsd: number) => boolean = () => true,
): readonly ThresholdChoice[] {
  const { bands, agreement, commitmentUsd, forecast } = input;
  const standingInput = { bands, agreement, commitmentUsd, usageUsd: undefined };
  const stands = commitmentPosition(standingInput, currency);
  const prospect: Prospect | undefined = forecast && {
    forecast,
    agreement,
    stayUsd: expectedCost(forecast, commitmentUsd, agreement),
  };
  // The first band always starts at $0.
  const wanted = bands.bands.slice(1).filter(({ thresholdUsd }) => isWanted(thresholdUsd));
  return wanted.map((band): ThresholdChoice => {
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

/** What every choice is compared with. */
interface Prospect {
  readonly forecast: Forecast;
  readonly agreement: Agreement;
  /** Expected cost of the present commitment. */
  readonly stayUsd: number;
}

function expectedOutcome(
  thresholdUsd: number,
  side: number,
  { forecast, agreement, stayUsd }: Prospect,
): ExpectedOutcome {
  const costUsd = expectedCost(forecast, thresholdUsd, agreement);
  const savingUsd = difference(stayUsd, costUsd);
  return {
    fillProbability: fillProbability(forecast, thresholdUsd, agreement),
    lossProbability: lossProbability(forecast, thresholdUsd, agreement),
    savingUsd,
    againstListUsd: difference(forecast.meanUsd, costUsd),
    worstTenthLossUsd: cvarLoss(forecast, thresholdUsd, agreement, WORST_TENTH),
    verdict: verdictOf(side, savingUsd, toCents(stayUsd) - toCents(costUsd)),
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

/** A larger gain in discount is a reason by itself to look at a threshold. Two points as doubles can be 2.0000000000000018. */
const MARGINAL_FRACTION = 0.02 + 1e-9;

/** The discount that a crossing adds, where that is marginal and the crossing adds no term and no text. */
function onlyDiscount({ discountChangeFraction, changes }: BandStep): number | undefined {
  const brings = changes.some((change) => change.kind !== "text" || change.after !== "");
  return brings || discountChangeFraction > MARGINAL_FRACTION ? undefined : discountChangeFraction;
}
