import type { Currency } from "../core/currency";
import type { ParsedDeal } from "../deal/parse-deal";
import { type CommitmentPosition, commitmentPosition } from "./commitment-position";

/** The commitment's position; undefined where the bands or the commitment could not be read. */
export function positionOf(
  reading: ParsedDeal,
  currency: Currency,
): CommitmentPosition | undefined {
  const { bands, commitmentUsd, usageUsd, agreement } = reading;
  if (bands === undefined || commitmentUsd === undefined) return undefined;
  return commitmentPosition({ bands, commitmentUsd, usageUsd, agreement }, currency);
}
