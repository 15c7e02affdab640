import type { Agreement } from "../core/agreement";
import { bandPosition } from "../core/bands";
import { costCurve } from "../core/cost-curve";
import { toCents } from "../core/money";
import { shortfallCurve } from "../core/shortfall";
import { expectedValue } from "./expected-value";
import type { Forecast } from "./forecast";
import { withoutRounding } from "./rounding";

/** E[cost]: mean of everything paid, USD, over the usage that a forecast allows (docs/pricing-model.md 6.1). */
export function expectedCost(
  forecast: Forecast,
  commitmentUsd: number,
  agreement: Agreement,
): number {
  return expectedValue(costCurve(commitmentUsd, agreement), forecast);
}

/** E[S]: mean of the whole shortfall, USD, before any refund. Without a commitment it is 0. */
export function expectedShortfall(
  forecast: Forecast,
  commitmentUsd: number,
  agreement: Agreement,
): number {
  if (toCents(commitmentUsd) === 0) return 0;
  const position = bandPosition(commitmentUsd, agreement.bands);
  const shortfall = shortfallCurve(commitmentUsd, position, agreement);
  const expectedUsd = expectedValue(shortfall, forecast);
  return Math.max(0, withoutRounding(expectedUsd, shortfall[0].valueUsd));
}
