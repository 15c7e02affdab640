import { toCents } from "../core/money";
import { type BestCommitments, outranks, sameCommitment } from "./best-commitments";
import type { CommitmentOutlook } from "./commitment-outlook";

/** What the best commitment is measured against, and how far it is ahead. */
export type Decision =
  | {
      readonly kind: "beats" | "ties";
      readonly best: CommitmentOutlook;
      /** The present commitment where there is one and it is not the best; else the runner-up. */
      readonly other: CommitmentOutlook;
      readonly otherIsCurrent: boolean;
      readonly bestIsCurrent: boolean;
      /** Expected saving of the best less that of the other: below a cent for a tie. */
      readonly gapUsd: number;
      /** The runner-up where the present commitment is neither it nor the best, and not better than it. */
      readonly next: CommitmentOutlook | undefined;
    }
  /** Nothing is forfeited at the top: a larger commitment never costs more, so none is best. */
  | {
      readonly kind: "largerIsNeverDearer";
      readonly best: CommitmentOutlook;
      readonly limitSavingUsd: number;
    }
  /** The bands have no threshold, so there is nothing to choose. */
  | { readonly kind: "nothingToChoose" };

/** Compares the best commitment with the present one, or with the runner-up where there is none or it is the best. */
export function decide({ current, best, runnerUp, limitSavingUsd }: BestCommitments): Decision {
  if (limitSavingUsd !== undefined) return { kind: "largerIsNeverDearer", best, limitSavingUsd };
  const bestIsCurrent = sameCommitment(best, current);
  const promised = current !== undefined && toCents(current.commitmentUsd) !== 0;
  const otherIsCurrent = promised && !bestIsCurrent;
  const other = otherIsCurrent ? current : runnerUp;
  if (!other) return { kind: "nothingToChoose" };
  const gapUsd = best.expectedSavingUsd - other.expectedSavingUsd;
  return {
    kind: outranks(best, other) ? "beats" : "ties",
    best,
    other,
    otherIsCurrent,
    bestIsCurrent,
    gapUsd,
    next:
      otherIsCurrent &&
      runnerUp &&
      !sameCommitment(runnerUp, current) &&
      !outranks(current, runnerUp)
        ? runnerUp
        : undefined,
  };
}
