import { ticks } from "d3-array";
import type { OfferBenchmark } from "../../../analysis/offer-benchmark";

/** A deal as a dot: how far right on the axis from 0 to 1, and on which line above the axis, from 0. */
export interface PlacedDeal {
  readonly at: number;
  readonly lane: number;
  readonly isSourced: boolean;
}

export interface Strip {
  readonly name: string;
  readonly deals: readonly PlacedDeal[];
  /** Where the offer is, in the band that it is in. */
  readonly offerAt: number | undefined;
  /** Lines that the dots take, one at least. */
  readonly lanes: number;
}

/** A strip of dots for each band on one axis of discounts. */
export interface StripPlot {
  readonly strips: readonly Strip[];
  readonly ticks: readonly { readonly at: number; readonly fraction: number }[];
}

/** Dots that are nearer than this part of the axis would touch. */
const TOUCHING = 0.034;
/** Lines of dots; what does not fit on them lies over others. */
const MOST_LANES = 6;
/** The axis covers this much at least, and this much beyond the outer marks. */
const LEAST_SPAN = 0.05;
const ROOM = 0.01;

/** Lays out the deals of each band, and the offer. */
export function stripPlot({ bands }: Pick<OfferBenchmark, "bands">): StripPlot {
  const all = bands.flatMap(({ deals, offerFraction }) => [
    ...deals.map(({ discountFraction }) => discountFraction),
    ...(offerFraction === undefined ? [] : [offerFraction]),
  ]);
  const least = all.reduce((low, one) => Math.min(low, one), 1);
  const most = all.reduce((high, one) => Math.max(high, one), 0);
  const short = Math.max(0, LEAST_SPAN - (most - least)) / 2;
  const low = Math.max(0, least - short - ROOM);
  const high = most + short + ROOM;
  const at = (fraction: number): number => (fraction - low) / (high - low);
  return {
    strips: bands.map(({ name, deals, offerFraction }) => {
      const placed = inLanes(
        deals.map(({ discountFraction, source }) => ({
          at: at(discountFraction),
          isSourced: source !== "",
        })),
      );
      return {
        ...{ name, deals: placed },
        offerAt: offerFraction === undefined ? undefined : at(offerFraction),
        lanes: 1 + placed.reduce((top, { lane }) => Math.max(top, lane), 0),
      };
    }),
    ticks: ticks(low, high, 4).map((fraction) => ({ at: at(fraction), fraction })),
  };
}

function inLanes(dots: readonly Omit<PlacedDeal, "lane">[]): readonly PlacedDeal[] {
  const ends: number[] = [];
  return dots
    .toSorted((one, other) => one.at - other.at)
    .map((dot) => {
      const free = ends.findIndex((end) => dot.at - end >= TOUCHING);
      const lane = free >= 0 ? free : ends.length < MOST_LANES ? ends.length : 0;
      ends[lane] = dot.at;
      return { ...dot, lane };
    });
}
