import type { Currency } from "../../core/currency";
import { toCents } from "../../core/money";
import { formatUsd } from "../format/format";

/** "saves $25,559 a year", "costs $405,000 a year more than list", "costs as much as list". */
export function savingPhrase(savingUsd: number, currency: Currency): string {
  const cents = toCents(savingUsd);
  if (cents === 0) return "costs as much as list";
  const amount = formatUsd(Math.abs(savingUsd), currency);
  return cents > 0 ? `saves ${amount} a year` : `costs ${amount} a year more than list`;
}
