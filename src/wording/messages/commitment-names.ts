import type { SavingsCurve } from "../../analysis/savings-curve";
import type { Currency } from "../../core/currency";
import { toCents } from "../../core/money";
import { BILLION, commitmentName, labelUsd } from "../format/approximate";
import { formatExactUsd } from "../format/format";

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
  const asWritten = labelsAmong(
    written.map((cents) => cents / 100),
    currency,
    commitmentName,
  );
  return (usd) => {
    if (written.includes(toCents(usd))) return asWritten(usd);
    for (let figures = FEWEST_FIGURES; figures <= MOST_FIGURES; figures++) {
      const rounded = Number(usd.toPrecision(figures));
      if (!written.some((cents) => isBetween(cents, toCents(usd), toCents(rounded))))
        return labelUsd(rounded, currency);
    }
    return commitmentName(usd, currency);
  };
}

/** Labels of some amounts: from a billion on to four figures, or in full where four would name another of them as well. */
export function labelsAmong(
  amountsUsd: readonly number[],
  currency: Currency,
  label: (amountUsd: number, currency: Currency) => string = labelUsd,
): CommitmentNames {
  return (usd) => {
    const short = label(usd, currency);
    if (Math.abs(usd) < BILLION) return short;
    const isShared = amountsUsd.some(
      (other) => toCents(other) !== toCents(usd) && label(other, currency) === short,
    );
    return isShared ? formatExactUsd(usd, currency) : short;
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
