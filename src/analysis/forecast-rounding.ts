import { CENT_USD } from "../core/hindsight";
import type { Forecast } from "../forecast/forecast";

const FIGURES = 3;

/** The unit to which three figures round a mean: 1,000 for 600,000. A cent where there is no usage. */
export function roundingOf({ meanUsd }: Forecast): number {
  if (meanUsd <= 0) return CENT_USD;
  return Math.max(CENT_USD, 10 ** (Math.floor(Math.log10(meanUsd)) + 1 - FIGURES));
}
