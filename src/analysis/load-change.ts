import type { Agreement } from "../core/agreement";
import { toCents } from "../core/money";
import type { Forecast } from "../forecast/forecast";
import { type BestCommitments, sameCommitment } from "./best-commitments";
import type { CommitmentOutlook } from "./commitment-outlook";
import { expectedSaving } from "./expected-saving";

/** A commitment before and after the load changes; expected savings in USD. */
export interface LoadChangeRow {
  readonly role: "current" | "best" | "bestThen";
  readonly commitmentUsd: number;
  readonly beforeUsd: number;
  readonly afterUsd: number;
}

/** How another load changes the commitments that matter. */
export interface LoadChange {
  /** Usage times this. */
  readonly factor: number;
  /** The present commitment, the best one at today's load, and the best one at the other load; each once, and never 0. */
  readonly rows: readonly LoadChangeRow[];
  readonly bestBefore: CommitmentOutlook;
  readonly bestAfter: CommitmentOutlook;
}

/** One load: its forecast and what is best under it. */
export interface Load {
  readonly forecast: Forecast;
  readonly marks: BestCommitments;
}

/** Compares the expected savings under two loads. */
export function loadChange(
  before: Load,
  after: Load,
  factor: number,
  agreement: Agreement,
): LoadChange {
  const roles = [
    ["current", before.marks.current],
    ["best", before.marks.best],
    ["bestThen", after.marks.best],
  ] as const;
  const rows = roles.flatMap(([role, mark], index): readonly LoadChangeRow[] => {
    if (!mark || toCents(mark.commitmentUsd) === 0) return [];
    if (roles.slice(0, index).some(([, earlier]) => sameCommitment(earlier, mark))) return [];
    const { commitmentUsd } = mark;
    const saving = (load: Load): number => expectedSaving(load.forecast, agreement, commitmentUsd);
    return [{ role, commitmentUsd, beforeUsd: saving(before), afterUsd: saving(after) }];
  });
  return { factor, rows, bestBefore: before.marks.best, bestAfter: after.marks.best };
}
