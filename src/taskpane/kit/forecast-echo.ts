import type { Currency } from "../../core/currency";
import { sameWord } from "../../core/fuzzy-match";
import type { Forecast } from "../../forecast/forecast";
import { DISTRIBUTIONS, type Distribution } from "../../forecast/forecast-labels";
import { quoteCell, readRange } from "../../input/cells/cells";
import { labelUsd } from "../../wording/format/approximate";
import { formatCounted, formatUsd } from "../../wording/format/format";

/**
 * What a forecast was understood to be: "lognormal, mean $700,000, P10 $430k, P90 $1.02M", "12 possible years from $310,000 to
 * $1,050,000, mean $640,000", "$700,000, certain".
 *
 * @param cells The cells that the forecast was read from, which name its distribution.
 */
export function forecastEcho(
  forecast: Forecast,
  cells: readonly (readonly unknown[])[] | null,
  currency: Currency,
): string {
  const { meanUsd, lowestUsd, highestUsd, outcomesUsd } = forecast;
  if (lowestUsd === highestUsd) return `${formatUsd(meanUsd, currency)}, certain`;
  const mean = `mean ${formatUsd(meanUsd, currency)}`;
  if (outcomesUsd) {
    const outcomes = formatCounted(outcomesUsd.length, "possible year", "possible years");
    return `${outcomes} from ${formatUsd(lowestUsd, currency)} to ${formatUsd(highestUsd, currency)}, ${mean}`;
  }
  const percentile = (probability: number): string =>
    labelUsd(Number(forecast.quantile(probability).toPrecision(3)), currency);
  return `${distributionIn(cells)}, ${mean}, P10 ${percentile(0.1)}, P90 ${percentile(0.9)}`;
}

/** The distribution that a labelled block names, or the one that is meant where it names none. */
function distributionIn(cells: readonly (readonly unknown[])[] | null): Distribution {
  const named = readRange(cells).flatMap((row) =>
    row.flatMap((cell, column) => {
      const value = row[column + 1];
      return value && sameWord(quoteCell(cell), "Distribution") ? [quoteCell(value)] : [];
    }),
  );
  return DISTRIBUTIONS.find((known) => sameWord(known, named[0] ?? "")) ?? DISTRIBUTIONS[0];
}
