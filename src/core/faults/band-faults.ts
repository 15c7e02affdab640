import { isGiven, line, lines, type Place, type Sentences } from "./place";
import { exampleFraction, number } from "./text";

/** Why a threshold written as a range has no lower end that is beyond doubt. */
export type RangeFault = "above" | "upperEnd" | "sharedUnit";

/** Bands that cannot be priced as they are. */
export type BandFault =
  | { readonly kind: "noBands" }
  | {
      readonly kind: "discountOutOfRange";
      /** What the column is called where it is not the discount offered. */
      readonly field?: string;
      readonly row: number;
      readonly discountFraction: number;
      /** The percentage, where one was typed. */
      readonly given?: string;
    }
  /** A discount given as from one to another. */
  | { readonly kind: "severalDiscounts"; readonly place: Place; readonly given: string }
  | {
      readonly kind: "unsortedThresholds";
      readonly thresholdsUsd: readonly [number, number];
      readonly rows: readonly [number, number];
    }
  | {
      readonly kind: "repeatedThreshold";
      readonly thresholdUsd: number;
      readonly rows: readonly [number, number];
    }
  /** A band whose end is not where the next one starts. */
  | {
      readonly kind: "unevenEnd";
      readonly row: number;
      readonly endUsd: number;
      /** Where the next band starts, and its row; the band's own where it ends below its start. */
      readonly nextUsd: number;
      readonly nextRow: number;
    }
  | {
      readonly kind: "unfitRange";
      readonly place: Place;
      readonly given: string;
      readonly fault: RangeFault;
    }
  | {
      readonly kind: "noSuchThreshold";
      readonly thresholdUsd: number;
      readonly nearestUsd: number | undefined;
    };

export const BAND_SENTENCES: Sentences<BandFault> = {
  noBands: (_, currency) =>
    `bands holds no band: give rows of threshold (${currency.code}) and discount (fraction)`,
  discountOutOfRange: (error) => {
    const { field = "discount", row, discountFraction: fraction, given } = error;
    const where = `${field} in ${line(error)} ${row} of bands is`;
    if (fraction >= 1 && (given !== undefined || (fraction > 1 && fraction < LEAST_WHOLE_PERCENT)))
      return `${where} ${given ?? `${number(fraction)}, which is ${number(fraction * 100)}%`}: a discount is below 100%, such as 0.15 or 15%`;
    return `${where} ${given ?? number(fraction)}: give a fraction from 0 up to 1, such as ${exampleFraction(fraction)}`;
  },
  severalDiscounts: (error) =>
    `${isGiven(error)}, which is more than one discount: give one, such as 0.18 or 18%`,
  unsortedThresholds: (error) => {
    const [above, below] = error.thresholdsUsd;
    return `threshold in ${line(error)} ${error.rows[1]} of bands (${number(below)}) is below the one in ${line(error)} ${error.rows[0]} (${number(above)}): sort the bands by threshold, lowest first`;
  },
  repeatedThreshold: (error) =>
    `threshold ${number(error.thresholdUsd)} stands in ${lines(error)} of bands: keep one of them`,
  unevenEnd: (error) => {
    const { row, nextRow } = error;
    const ends = `the band in ${line(error)} ${row} of bands ends at ${number(error.endUsd)}`;
    const start = number(error.nextUsd);
    return row === nextRow
      ? `${ends}, below its start at ${start}: mend one of them`
      : `${ends}, and the one in ${line(error)} ${nextRow} starts at ${start}: let each band end where the next one starts`;
  },
  unfitRange: (error) => `${isGiven(error)}: ${UNFIT_RANGES[error.fault]}`,
  noSuchThreshold: (error) =>
    `no band starts at the threshold ${number(error.thresholdUsd)}: give one that stands in bands${error.nearestUsd === undefined ? "" : `, such as ${number(error.nearestUsd)}`}`,
};

const UNFIT_RANGES: Readonly<Record<RangeFault, string>> = {
  above: "give the amount from which the discount applies",
  upperEnd: "give the amount from which the discount applies, such as 0",
  sharedUnit: "write the unit at both ends, such as 250k – 500k",
};

/** From here up a number is a percentage typed as one, 15 for 15%; below, 1.1 is 110%. */
const LEAST_WHOLE_PERCENT = 2;
