import type { Currency } from "./currency";
import { formatShortUsd } from "./money";
import type { NoAnswer } from "./no-answer";

/** Why there is no answer, in one sentence. */
export function describeNoAnswer({ reason }: NoAnswer, currency: Currency): string {
  switch (reason.kind) {
    case "topBand":
      return `There is no higher threshold: the last band starts at ${formatShortUsd(reason.thresholdUsd, currency)}.`;
    case "noUsage":
      return `Without usage there is no ${reason.ratio} to compute.`;
    case "noCommitment":
      return `Without a commitment there is no ${reason.ratio} to compute.`;
    case "largerNeverCostsMore":
      return "There is no best commitment: all of a shortfall comes back and usage is unbounded, so a larger commitment never costs more.";
    case "neverFilled":
      return "A point of discount is worth nothing here, because the forecast never fills the commitment: there are no points to count in.";
    case "neverPays":
      return `There is no break-even: at every usage ${formatShortUsd(reason.targetUsd, currency)} costs more than ${formatShortUsd(reason.commitmentUsd, currency)}.`;
    case "notAboveCommitment":
      return `${formatShortUsd(reason.thresholdUsd, currency)} is not above the commitment of ${formatShortUsd(reason.commitmentUsd, currency)}, so there is no step up to break even on.`;
    case "noDiscountSuffices":
      return `No discount suffices: at this usage another commitment costs less than ${formatShortUsd(reason.targetUsd, currency)} would at any discount.`;
    case "noExpectedDiscountSuffices":
      return `No discount suffices: under this forecast another commitment is expected to cost less than ${formatShortUsd(reason.targetUsd, currency)} would at any discount.`;
    case "unboundedForecast":
      return `The forecast has no ${reason.end} usage: give a probability ${reason.end === "lowest" ? "above 0" : "below 1"}.`;
  }
}
