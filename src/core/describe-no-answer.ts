import { formatShortUsd } from "./money";
import type { NoAnswer } from "./no-answer";

/** Why there is no answer, in one sentence. */
export function describeNoAnswer({ reason }: NoAnswer): string {
  switch (reason.kind) {
    case "topBand":
      return `There is no higher threshold: the last band starts at ${formatShortUsd(reason.thresholdUsd)}.`;
    case "noUsage":
      return `Without usage there is no ${reason.ratio} to compute.`;
    case "noCommitment":
      return "Without a commitment there is no utilization to compute.";
  }
}
