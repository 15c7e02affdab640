import { bandPosition } from "../core/bands";
import { toCents } from "../core/money";
import { fillProbability } from "../forecast/fill";
import type { CommitmentOutlook } from "./commitment-outlook";
import type { Decided } from "./decision";
import { roundingOf } from "./forecast-rounding";

/** What a buyer does about a threshold: reach for it, sit in the band that it begins or in one above, or hold below it. */
export const POSTURES = ["reach", "sit", "hold"] as const;

/** Why. Amounts are USD a year. */
export type PostureReason =
  /** The commitment to make lies in this band and saves more than another, the present one or none. */
  | { readonly kind: "savesMore"; readonly thanUsd: number; readonly byUsd: number }
  /** The commitment to make is the present one, which lies in this band. */
  | { readonly kind: "present"; readonly commitmentUsd: number; readonly fillProbability: number }
  /** The commitment to make lies in a band above. */
  | { readonly kind: "below"; readonly commitmentUsd: number }
  /** Usage fills the threshold in fewer years than the commitment to make. */
  | { readonly kind: "filled"; readonly fillProbability: number }
  | { readonly kind: "savesLess"; readonly thanUsd: number; readonly byUsd: number }
  /** The savings differ by no more than a rounding of the forecast. */
  | { readonly kind: "ties"; readonly thanUsd: number };

/** One threshold and what to do about it. */
export interface Posture {
  readonly thresholdUsd: number;
  readonly word: (typeof POSTURES)[number];
  /** Whether the commitment to make lies in the band that begins here. */
  readonly holdsAim: boolean;
  readonly reason: PostureReason;
}

/**
 * The posture to each threshold above 0, ascending (docs/assumptions.md P17).
 *
 * The commitment to make is the recommended one, or the present one where the two tie. A threshold above it is held below. Of
 * the others, one above the present commitment is reached for, and one that the present commitment has reached is sat in.
 */
export function postures(decided: Decided): readonly Posture[] {
  const { agreement, curve, forecast } = decided;
  const aim = aimOf(decided);
  const present = curve.marks.current;
  const presentCents = toCents(present?.commitmentUsd ?? 0);
  const aimPosition = bandPosition(aim.commitmentUsd, agreement.bands);
  const reasonOf = (thresholdUsd: number, holdsAim: boolean): PostureReason => {
    const aimUsd = aim.commitmentUsd;
    if (toCents(thresholdUsd) <= toCents(aimUsd)) {
      if (!holdsAim) return { kind: "below", commitmentUsd: aimUsd };
      if (toCents(aimUsd) === presentCents)
        return { kind: "present", commitmentUsd: aimUsd, fillProbability: aim.fillProbability };
      const thanUsd = present?.commitmentUsd ?? 0;
      const byUsd = aim.expectedSavingUsd - (present?.expectedSavingUsd ?? savingAt(0, decided));
      return { kind: "savesMore", thanUsd, byUsd };
    }
    const behindUsd = aim.expectedSavingUsd - savingAt(thresholdUsd, decided);
    if (behindUsd <= roundingOf(forecast)) return { kind: "ties", thanUsd: aimUsd };
    const filled = fillProbability(forecast, thresholdUsd, agreement);
    return aim.fillProbability - filled > LEAST_FILL_GAP
      ? { kind: "filled", fillProbability: filled }
      : { kind: "savesLess", thanUsd: aimUsd, byUsd: behindUsd };
  };
  return agreement.bands.flatMap(({ thresholdUsd }, position): readonly Posture[] => {
    const cents = toCents(thresholdUsd);
    if (cents === 0) return [];
    const holdsAim = position === aimPosition;
    const isAbove = cents > toCents(aim.commitmentUsd);
    const word = isAbove ? "hold" : cents > presentCents ? "reach" : "sit";
    return [{ thresholdUsd, word, holdsAim, reason: reasonOf(thresholdUsd, holdsAim) }];
  });
}

/** The least gap in fill probability that counts: half a year in a hundred, since people read whole ones. */
const LEAST_FILL_GAP = 0.005;

/** The commitment to make. */
export function aimOf({ recommendation, curve }: Decided): CommitmentOutlook {
  const { current, bestOnOffer } = curve.marks;
  switch (recommendation.kind) {
    case "nothingToChoose":
      return current ?? bestOnOffer;
    case "largerIsNeverDearer": {
      const { best } = recommendation;
      return current && current.commitmentUsd > best.commitmentUsd ? current : best;
    }
    case "beats":
      return recommendation.best;
    case "ties":
      return recommendation.otherIsCurrent ? recommendation.other : recommendation.best;
  }
}

function savingAt(commitmentUsd: number, { curve }: Decided): number {
  const segment = curve.segments.find(
    ({ thresholdUsd }) => toCents(thresholdUsd) === toCents(commitmentUsd),
  );
  return segment?.points[0].expectedSavingUsd ?? 0;
}
