import { fingerprint } from "./fingerprint";
import type { TableDeal } from "./values";

/** Percentiles that tell one forecast from another. */
const ASKED = [0.05, 0.25, 0.5, 0.75, 0.95];

/** A short text that differs wherever a number that prices a deal does. */
export function printOf({ agreement, usageUsd, commitmentUsd, forecast }: TableDeal): string {
  const asked = [forecast.meanUsd, ...ASKED.map((share) => forecast.quantile(share))];
  return fingerprint(
    JSON.stringify([agreement.basis, agreement.bands, usageUsd, commitmentUsd, asked]),
  );
}
