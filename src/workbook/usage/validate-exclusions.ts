import { FIRST_DAY, LAST_DAY } from "../../core/calendar";
import type { Currency } from "../../core/currency";
import { columnOf } from "../../sheets/usage/usage-columns";
import { allow, wantedAmount } from "../deal/validate-deal";

/** Lets Excel itself refuse what BASELINE_USAGE would refuse. */
export function validateExclusions(rows: Excel.Range, currency: Currency): void {
  for (const heading of ["From", "To"])
    allow(
      rows.getColumn(columnOf("exclusions", heading)),
      { decimal: { formula1: FIRST_DAY, formula2: LAST_DAY, operator: "Between" } },
      "Give a month, such as 2026-09.",
    );
  for (const heading of ["First day", "Last day"])
    allow(
      rows.getColumn(columnOf("exclusions", heading)),
      { decimal: { formula1: FIRST_DAY, formula2: LAST_DAY, operator: "Between" } },
      "Give a day, such as 2026-09-05, or leave this blank.",
    );
  allow(
    rows.getColumn(columnOf("exclusions", "Share")),
    { decimal: { formula1: 0, formula2: 1, operator: "Between" } },
    "Give the part that is left out, from 0% to 100%; or leave this blank and give USD a month.",
  );
  allow(
    rows.getColumn(columnOf("exclusions", "USD")),
    { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
    `${wantedAmount(currency)}; or leave this blank and give Share.`,
  );
}
