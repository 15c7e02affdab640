import type { PricingError } from "../../core/errors";

/** More consecutive usages of 0 than anybody types or observes. */
const MOST_ZEROS = 10_000;

/**
 * The fault of amounts with more than 10,000 zeros in a row: Excel on the desktop passes a blank cell as 0, so these are
 * blanks that would count as usage of 0.
 *
 * Zeros before the first other amount may be more: outcomes of a simulation, sorted, begin with theirs.
 */
export function faultOfZerosInARow(
  amountsUsd: readonly number[],
  argument: string,
): readonly PricingError[] {
  let zeros = 0;
  let most = 0;
  const first = amountsUsd.findIndex((usd) => usd !== 0);
  for (let index = Math.max(first, 0); index < amountsUsd.length; index++) {
    zeros = amountsUsd[index] === 0 ? zeros + 1 : 0;
    most = Math.max(most, zeros);
  }
  return most > MOST_ZEROS ? [{ kind: "zerosInARow", argument, zeros: most }] : [];
}
