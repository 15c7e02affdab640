import type { SavingsCurve } from "../../analysis/savings-curve";
import type { Currency } from "../../core/currency";
import { formatShortUsd, toCents } from "../../core/money";
import { commitmentName } from "../format/approximate";

/** Names a commitment in a sentence. */
export type CommitmentNames = (commitmentUsd: number) => string;

const FEWEST_FIGURES = 3;
const MOST_FIGURES = 4;

/**
 * Names commitments: those that the user wrote, which are the thresholds and the present one, as written; any other, which was
 * computed, to three or four figures, or to the dollar where only that keeps it in its band and apart from what is written.
 */
export function commitmentNames(
  thresholdsUsd: readonly number[],
  currentUsd: number | undefined,
  currency: Currency,
): CommitmentNames {
  const written = [0, ...thresholdsUsd, ...(currentUsd === undefined ? [] : [currentUsd])].map(
    toCents,
  );
  const isBetween = (cents: number, one: number, other: number): boolean =>
    (one <= cents && cents <= other) || (other <= cents && cents <= one);
  return (usd) => {
    if (written.includes(toCents(usd))) return commitmentName(usd, currency);
    for (let figures = FEWEST_FIGURES; figures <= MOST_FIGURES; figures++) {
      const rounded = Number(usd.toPrecision(figures));
      if (!written.some((cents) => isBetween(cents, toCents(usd), toCents(rounded))))
        return formatShortUsd(rounded, currency);
    }
    return commitmentName(usd, currency);
  };
}

/** The names of commitments on a curve. */
export function namesOnCurve(
  { segments, marks }: SavingsCurve,
  currency: Currency,
): CommitmentNames {
  return commitmentNames(
    segments.map(({ thresholdUsd }) => thresholdUsd),
    marks.current?.commitmentUsd,
    currency,
  );
}
