import { type BandTable, bandPosition } from "./bands";
import type { Currency } from "./currency";
import { formatShortUsd } from "./money";

/**
 * Name of the band that a commitment lands in.
 *
 * A band without a name gets one from its ends: "below $250k", "$0 to $250k", "$250k to $500k", "$1M and above".
 */
export function bandName(commitmentUsd: number, { bands }: BandTable, currency: Currency): string {
  const position = bandPosition(commitmentUsd, bands);
  const band = bands[position] ?? bands[0];
  if (band.name !== "") return band.name;
  const next = bands[position + 1];
  const start = formatShortUsd(band.thresholdUsd, currency);
  if (!next) return `${start} and above`;
  const end = formatShortUsd(next.thresholdUsd, currency);
  return band.row === undefined ? `below ${end}` : `${start} to ${end}`;
}
