import type { BandTable } from "../../core/bands";
import type { Currency } from "../../core/currency";
import { formatCounted, formatExactPercent, formatExactUsd } from "../../wording/format/format";

const MOST_BANDS = 6;

/** "4 bands: $0 0%, $250,000 10%, $500,000 15%, $1,000,000 20%" */
export function bandsEcho({ bands }: BandTable, currency: Currency): string {
  const written = bands.filter(({ row }) => row !== undefined);
  const shown = written.slice(0, MOST_BANDS);
  const more = written.length - shown.length;
  const list = shown.map(
    ({ thresholdUsd, discountFraction }) =>
      `${formatExactUsd(thresholdUsd, currency)} ${formatExactPercent(discountFraction)}`,
  );
  const rest = more > 0 ? ` and ${more} more` : "";
  return `${formatCounted(written.length, "band", "bands")}: ${list.join(", ")}${rest}`;
}
