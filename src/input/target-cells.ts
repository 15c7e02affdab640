import type { Agreement } from "../core/agreement";
import { toCents } from "../core/money";
import { combine, fail, type Result } from "../core/result";
import { readAmountUsd } from "./cells/numbers";
import { readAgreement } from "./period-cells";

/** A commitment, a higher target to compare it with, and the agreement that prices both. */
export interface Step {
  readonly commitmentUsd: number;
  readonly targetUsd: number;
  readonly agreement: Agreement;
}

/** Reads the four arguments of BREAKEVEN_USAGE and TOLERABLE_WASTE; refuses a target that is not above the commitment, to the cent. */
export function readStep(
  commitment: unknown,
  target: unknown,
  bands: unknown,
  terms: unknown,
): Result<Step> {
  const read = combine({
    commitmentUsd: readAmountUsd(commitment, { argument: "commitment" }),
    targetUsd: readAmountUsd(target, { argument: "target" }),
    agreement: readAgreement(bands, terms),
  });
  if (!read.ok) return read;
  const { commitmentUsd, targetUsd } = read.value;
  if (toCents(targetUsd) > toCents(commitmentUsd)) return read;
  return fail({ kind: "targetNotAbove", targetUsd, commitmentUsd });
}

/** A usage, a target above 0 to justify at that usage, and the agreement that prices both. */
export interface Target {
  readonly usageUsd: number;
  readonly targetUsd: number;
  readonly agreement: Agreement;
}

/** Reads the four arguments of DISCOUNT_NEEDED; refuses a target of 0, to the cent, which is no commitment. */
export function readTarget(
  usage: unknown,
  target: unknown,
  bands: unknown,
  terms: unknown,
): Result<Target> {
  const read = combine({
    usageUsd: readAmountUsd(usage, { argument: "usage" }),
    targetUsd: readAmountUsd(target, { argument: "target" }),
    agreement: readAgreement(bands, terms),
  });
  if (!read.ok || toCents(read.value.targetUsd) > 0) return read;
  return fail({ kind: "targetNotAbove", targetUsd: read.value.targetUsd, commitmentUsd: 0 });
}
