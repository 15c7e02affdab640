import { bandName } from "../core/band-name";
import { bandRate } from "../core/band-rate";
import { US_DOLLAR } from "../core/currency";
import { nextThreshold } from "../core/next-threshold";
import { combine } from "../core/result";
import { readBands } from "../input/bands-cells";
import { readAmountUsd } from "../input/cells/numbers";
import { answer } from "./cell-answer";

/**
 * Discount that an annual commitment earns, as a fraction.
 *
 * The commitment earns the discount of the highest threshold it reaches; a commitment equal to a threshold reaches it.
 * Amounts are compared to the cent. Below the first threshold the discount is 0.
 *
 * @customfunction BAND_RATE
 * @helpurl https://localhost:3000/help.html#BAND_RATE
 * @param commitment Annual commitment, USD, 0 or more.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order; blank rows are ignored.
 * @returns Discount as a fraction: 0.15 is 15%.
 * @throws #VALUE! naming every row that is wrong: a discount outside [0, 1), thresholds that are negative, repeated or unsorted.
 * @example =COMMIT.BAND_RATE(500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 0.15
 * @example =COMMIT.BAND_RATE(499999.99, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 0.1
 * @example =COMMIT.BAND_RATE(500000, {0,0;250000,15}) is #VALUE! Discount in row 2 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.
 */
export function bandRateFunction(commitment: unknown, bands: unknown[][]): unknown {
  return answer(readCommitmentAndBands(commitment, bands), (given) =>
    bandRate(given.commitmentUsd, given.bands),
  );
}

/**
 * Name of the band that an annual commitment lands in.
 *
 * A band without a name gets one from its ends, such as "$250k to $500k" or "$1M and above".
 *
 * @customfunction BAND_NAME
 * @helpurl https://localhost:3000/help.html#BAND_NAME
 * @param commitment Annual commitment, USD, 0 or more.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order; blank rows are ignored.
 * @returns The name, as text.
 * @throws #VALUE! naming every row that is wrong.
 * @example =COMMIT.BAND_NAME(300000, {250000,0.1;500000,0.15}) is "$250k to $500k"
 * @example =COMMIT.BAND_NAME(600000, {250000,0.1,"Growth";500000,0.15,"Enterprise"}) is "Enterprise"
 */
export function bandNameFunction(commitment: unknown, bands: unknown[][]): unknown {
  return answer(readCommitmentAndBands(commitment, bands), (given) =>
    bandName(given.commitmentUsd, given.bands, US_DOLLAR),
  );
}

/**
 * The next threshold above an annual commitment, USD.
 *
 * A commitment equal to a threshold has reached it, so the answer is the one after.
 *
 * @customfunction NEXT_THRESHOLD
 * @helpurl https://localhost:3000/help.html#NEXT_THRESHOLD
 * @param commitment Annual commitment, USD, 0 or more.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order; blank rows are ignored.
 * @returns Threshold, USD.
 * @throws #N/A in the top band, where there is no higher threshold; #VALUE! naming every row that is wrong.
 * @example =COMMIT.NEXT_THRESHOLD(480000, {250000,0.1;500000,0.15;1000000,0.2}) is 500000
 * @example =COMMIT.NEXT_THRESHOLD(1000000, {250000,0.1;1000000,0.2}) is #N/A There is no higher threshold: the last band starts at $1M.
 */
export function nextThresholdFunction(commitment: unknown, bands: unknown[][]): unknown {
  return answer(readCommitmentAndBands(commitment, bands), (given) =>
    nextThreshold(given.commitmentUsd, given.bands),
  );
}

function readCommitmentAndBands(commitment: unknown, bands: unknown) {
  return combine({
    commitmentUsd: readAmountUsd(commitment, { argument: "commitment" }),
    bands: readBands(bands),
  });
}
