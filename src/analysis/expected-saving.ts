import type { Agreement } from "../core/agreement";
import { expectedCost } from "../forecast/expected-cost";
import type { Forecast } from "../forecast/forecast";
import { difference } from "../forecast/rounding";

/** Expected usage at list less expected cost, USD. */
export function expectedSaving(
  forecast: Forecast,
  agreement: Agreement,
  commitmentUsd: number,
): number {
  return difference(forecast.meanUsd, expectedCost(forecast, commitmentUsd, agreement));
}
