import type { Agreement } from "../../core/agreement";
import { bandPosition } from "../../core/bands";
import type { Basis } from "../../core/terms";

/** Seats of one product in the year that the commitment is for. */
export interface Seats {
  readonly product: string;
  readonly count: number;
  /** Of one seat, before a discount. */
  readonly priceUsdAMonth: number;
  /** Of the year, up to 12. */
  readonly months: number;
  /** Whether what is paid for them counts toward the commitment. */
  readonly counts: boolean;
  /** A fraction off their price, or that of the band of the commitment. */
  readonly discount: number | "band";
}

/** What seats cost in the year, and how much of the commitment they fill. */
export interface PricedSeats {
  readonly costUsd: number;
  readonly countedUsd: number;
}

/** A commitment that seats and the API fill together, at average usage. Amounts are USD a year. */
export interface CommitmentFill {
  readonly commitmentUsd: number;
  /** Of all seats, whether they count or not. */
  readonly seatsCostUsd: number;
  readonly seatsUsd: number;
  readonly apiUsd: number;
  /** Of the year, after which the API has filled what the seats leave; Infinity where it has no usage. */
  readonly apiMonths: number;
  readonly unusedUsd: number;
}

const MONTHS = 12;

/**
 * Count times price times months, less the discount. On the net basis a commitment is filled by what is paid, on the list basis by
 * what is used at list prices (docs/assumptions.md P83).
 */
export function priceSeats(
  { count, priceUsdAMonth, months, counts, discount }: Seats,
  basis: Basis,
  bandDiscountFraction: number,
): PricedSeats {
  const listUsd = count * priceUsdAMonth * months;
  const costUsd = listUsd * (1 - (discount === "band" ? bandDiscountFraction : discount));
  if (!counts) return { costUsd, countedUsd: 0 };
  return { costUsd, countedUsd: basis === "list" ? listUsd : costUsd };
}

/** Which of seats and the API fills a commitment, and what both leave unused. */
export function fillOfCommitment(
  seats: readonly Seats[],
  { basis, bands }: Agreement,
  commitmentUsd: number,
  meanUsageUsd: number,
): CommitmentFill {
  const { discountFraction } = bands[bandPosition(commitmentUsd, bands)] ?? bands[0];
  const priced = seats.map((one) => priceSeats(one, basis, discountFraction));
  const sum = (of: (one: PricedSeats) => number): number =>
    priced.reduce((total, one) => total + of(one), 0);
  const seatsUsd = sum(({ countedUsd }) => countedUsd);
  const apiUsd = meanUsageUsd * (basis === "list" ? 1 : 1 - discountFraction);
  const restUsd = Math.max(0, commitmentUsd - seatsUsd);
  return {
    ...{ commitmentUsd, seatsUsd, apiUsd },
    seatsCostUsd: sum(({ costUsd }) => costUsd),
    apiMonths: restUsd === 0 ? 0 : (MONTHS * restUsd) / apiUsd,
    unusedUsd: Math.max(0, restUsd - apiUsd),
  };
}
