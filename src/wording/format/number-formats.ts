import { toCents } from "../../core/money";

// How numbers look in cells. A dollar sign marks the place of the currency.

/** Money that was computed, in whole dollars; what rounds to nothing has no minus. */
export const USD = "[>=0.5]$#,##0;[<=-0.5]-$#,##0;$0";

/** Money along the axis of a chart. */
export const AXIS_USD = "$#,##0;-$#,##0";

/** A share that was computed, to a tenth of a percent; what rounds to nothing has no minus. */
export const PERCENT = "[>=0.0005]0.0%;[<=-0.0005]-0.0%;0.0%";

/** A share as the user wrote it: with the decimals that it has, up to four. */
export const WRITTEN_PERCENT = "0.0###%";

export const TEXT = "General";

/** Amounts as the user wrote them: with cents where one of them has any, so that $499,999.99 does not look like $500,000. */
export function writtenUsd(amountsUsd: readonly number[]): string {
  return amountsUsd.every((usd) => toCents(usd) % 100 === 0) ? "$#,##0" : "$#,##0.00";
}
