import type { Agreement } from "../core/agreement";
import type { ParsedDeal } from "../deal/parse-deal";
import type { Forecast } from "../forecast/forecast";
import { bandProvenance } from "./band-provenance";
import { roundingOf } from "./forecast-rounding";
import { type Recommendation, recommend } from "./recommendation";
import { type SavingsCurve, savingsCurve } from "./savings-curve";

/** The decision on a deal, or the part of it that has to be read first. */
export type Decision =
  | {
      readonly kind: "decided";
      readonly recommendation: Recommendation;
      readonly curve: SavingsCurve;
      readonly agreement: Agreement;
      readonly forecast: Forecast;
      /** Whether usage is taken as known. */
      readonly certain: boolean;
      /** How many thresholds are not confirmed. */
      readonly unconfirmed: number;
    }
  | { readonly kind: "undecided"; readonly lacking: "bands" | "terms" | "usage" | "partsOfYear" };

export type Decided = Decision & { readonly kind: "decided" };

/** The inputs of a decision. */
export type DealToDecide = Pick<ParsedDeal, "bands" | "agreement" | "forecast" | "commitmentUsd"> &
  Partial<Pick<ParsedDeal, "partsOfYear">>;

/** Which commitment of a deal is best; without a present commitment, against the next best. */
export function decide(deal: DealToDecide): Decision {
  const { bands, agreement, forecast, commitmentUsd } = deal;
  if (!bands) return { kind: "undecided", lacking: "bands" };
  if (!agreement) return { kind: "undecided", lacking: "terms" };
  if (!forecast) return { kind: "undecided", lacking: deal.partsOfYear ? "partsOfYear" : "usage" };
  const curve = lastCurve(forecast, agreement, commitmentUsd);
  return {
    kind: "decided",
    recommendation: recommend(curve.marks, roundingOf(forecast)),
    curve,
    agreement,
    forecast,
    certain: forecast.lowestUsd === forecast.highestUsd,
    unconfirmed: bands.bands.slice(1).filter((band) => bandProvenance(band).isUnconfirmed).length,
  };
}

/** The last curve of each forecast: the parts of a page need the same one. */
const CURVES = new WeakMap<Forecast, PricedCurve>();

interface PricedCurve {
  readonly agreement: Agreement;
  readonly currentUsd: number | undefined;
  readonly curve: SavingsCurve;
}

function lastCurve(
  forecast: Forecast,
  agreement: Agreement,
  currentUsd: number | undefined,
): SavingsCurve {
  const known = CURVES.get(forecast);
  if (known?.agreement === agreement && known.currentUsd === currentUsd) return known.curve;
  const curve = savingsCurve(forecast, agreement, currentUsd);
  CURVES.set(forecast, { agreement, currentUsd, curve });
  return curve;
}
