import { toCents } from "../../core/money";
import { HIGH_END_OF_LAST_THRESHOLD, thresholdAxis } from "../../core/threshold-axis";
import { commit, excel, type Formula } from "../formulas/call";

/** A heading among those that THRESHOLD_AXIS answers: which, from 1, and to how many digits before the point it is rounded. */
export interface AxisPlace {
  readonly at: number;
  readonly digits?: number;
}

/** Commitments around thresholds. */
export interface CommitmentAxis {
  readonly kind: "commitment";
  /** Ascending. */
  readonly amountsUsd: readonly number[];
  /** Even points between thresholds. */
  readonly pointsBetween: number;
  /** Where THRESHOLD_AXIS answers each of them; absent where they are typed. */
  readonly places?: readonly AxisPlace[];
}

/** Thresholds that an axis goes around, of all that there are. */
export interface ChosenThresholds {
  /** Those above $0 that it goes around, ascending. */
  readonly aroundUsd: readonly number[];
  /** How many above $0 it leaves out. */
  readonly leftOut: number;
}

/** The thresholds that make 60 columns with a point between each two: more are read by nobody who did not ask for them. */
const MOST_THRESHOLDS = 14;

/** As many neighbouring thresholds as an axis has room for, in the middle of them the one nearest to an amount. */
export function chooseThresholds(
  thresholdsUsd: readonly number[],
  centreUsd: number,
  room = MOST_THRESHOLDS,
): ChosenThresholds {
  const above = thresholdsUsd.filter((usd) => usd > 0);
  if (above.length <= room) return { aroundUsd: above, leftOut: 0 };
  const nearest = above.reduce(
    (best, usd, index) =>
      Math.abs(usd - centreUsd) < Math.abs((above[best] ?? 0) - centreUsd) ? index : best,
    0,
  );
  const first = Math.min(Math.max(0, nearest - Math.floor(room / 2)), above.length - room);
  return { aroundUsd: above.slice(first, first + room), leftOut: above.length - room };
}

/**
 * Commitments around thresholds: nothing, a dollar below, at and above each, points between, and the end above the last.
 *
 * @param writtenUsd Every threshold of the bands, $0 included.
 * @param aroundUsd Those to go around; all above $0 unless said otherwise.
 */
export function commitmentAxis(
  writtenUsd: readonly number[],
  pointsBetween: number,
  aroundUsd: readonly number[] = writtenUsd.filter((usd) => usd > 0),
): CommitmentAxis {
  const [firstUsd = 0, lastUsd = 0] = [aroundUsd[0], aroundUsd.at(-1)];
  const belowUsd =
    writtenUsd.findLast((usd) => usd > 0 && usd < firstUsd) ?? Number.NEGATIVE_INFINITY;
  const aboveUsd = writtenUsd.find((usd) => usd > lastUsd) ?? Number.POSITIVE_INFINITY;
  const corners = [0, ...writtenUsd, lastUsd * HIGH_END_OF_LAST_THRESHOLD];
  const exact = new Set(
    [...corners, ...aroundUsd.flatMap((usd) => [usd - 1, usd + 1])].map(toCents),
  );
  const chosen = allAmounts(writtenUsd, pointsBetween).flatMap((usd, index) => {
    const isExact = exact.has(toCents(usd));
    // A dollar more than nothing says nothing.
    const isInside = usd > belowUsd + 1 && usd < aboveUsd - 1 && (usd !== 1 || isExact);
    if (index > 0 && !isInside) return [];
    const digits = isExact ? undefined : digitsOf(usd, corners, pointsBetween);
    const place = { at: index + 1, ...(digits !== undefined && { digits }) };
    return [{ usd: rounded(usd, digits), place }];
  });
  return {
    kind: "commitment",
    amountsUsd: chosen.map(({ usd }) => usd),
    pointsBetween,
    places: chosen.map(({ place }) => place),
  };
}

/** The commitments of a table that is one formula: those of THRESHOLD_AXIS, as it answers them. */
export function spilledAxis(writtenUsd: readonly number[], pointsBetween: number): CommitmentAxis {
  return { kind: "commitment", amountsUsd: allAmounts(writtenUsd, pointsBetween), pointsBetween };
}

/** Whether the headings of an axis that was made around some thresholds are as many around others. */
export function hasAsMany(
  thenUsd: readonly number[],
  nowUsd: readonly number[],
  pointsBetween: number,
): boolean {
  return (
    thenUsd.length === nowUsd.length &&
    allAmounts(thenUsd, pointsBetween).length === allAmounts(nowUsd, pointsBetween).length
  );
}

/** The formula of a heading over the bands. */
export function headingFormula(
  bands: string,
  pointsBetween: number,
  { at, digits }: AxisPlace,
): Formula {
  const amount = excel("INDEX", commit("THRESHOLD_AXIS", bands, pointsBetween), at);
  return digits === undefined ? amount : excel("ROUND", amount, -digits);
}

/** What THRESHOLD_AXIS answers. */
function allAmounts(writtenUsd: readonly number[], pointsBetween: number): readonly number[] {
  const highUsd = (writtenUsd.at(-1) ?? 0) * HIGH_END_OF_LAST_THRESHOLD;
  return thresholdAxis(writtenUsd, { lowUsd: 0, highUsd, steps: pointsBetween });
}

/** Digits before the point that say nothing at the distance of the points; undefined where the amount is that round already. */
function digitsOf(
  usd: number,
  cornersUsd: readonly number[],
  pointsBetween: number,
): number | undefined {
  const upper = cornersUsd.find((corner) => corner > usd) ?? usd;
  const lower = cornersUsd.findLast((corner) => corner < usd) ?? 0;
  const power = Math.floor(Math.log10((upper - lower) / (pointsBetween + 1)));
  const digits = Math.max(0, power - 2);
  // Points less than $10 apart are told apart by their cents.
  return power < 1 || rounded(usd, digits) === usd ? undefined : digits;
}

function rounded(usd: number, digits: number | undefined): number {
  return digits === undefined ? usd : Math.round(usd / 10 ** digits) * 10 ** digits;
}
