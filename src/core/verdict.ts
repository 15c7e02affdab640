import { type Currency, withSign } from "./currency";
import { toCents } from "./money";

/** Whether committing a threshold instead of the present commitment pays at one usage; amounts are usages at list, USD. */
export type Verdict =
  | { readonly kind: "current" }
  /** `untilUsd`: usage above which it is dearer again, if there is one. */
  | { readonly kind: "saves" | "breaksEven"; readonly untilUsd: number | undefined }
  | {
      readonly kind: "dearer";
      readonly fromUsd: number;
      readonly untilUsd: number | undefined;
    }
  /** A threshold below the commitment pays only where usage is low. */
  | { readonly kind: "dearerUnlessBelow"; readonly belowUsd: number }
  | { readonly kind: "neverPays" };

/**
 * A verdict in a few words: "saves", "dearer: needs usage of $527,778", "saves until $900,000".
 *
 * Usages are whole dollars, rounded to the side on which the words are true.
 */
export function describeVerdict(verdict: Verdict, currency: Currency): string {
  switch (verdict.kind) {
    case "current":
      return "current commitment";
    case "saves":
      return `saves${until(verdict.untilUsd, currency)}`;
    case "breaksEven":
      return `breaks even${until(verdict.untilUsd, currency)}`;
    case "dearer":
      return `dearer: needs usage of ${dollars(verdict.fromUsd, Math.ceil, currency)}${until(verdict.untilUsd, currency)}`;
    case "dearerUnlessBelow":
      return `dearer: needs usage below ${dollars(verdict.belowUsd, Math.floor, currency)}`;
    case "neverPays":
      return "never pays";
  }
}

function until(usageUsd: number | undefined, currency: Currency): string {
  return usageUsd === undefined ? "" : ` until ${dollars(usageUsd, Math.floor, currency)}`;
}

/** Rounds to cents first, so that noise of 1e-9 above a whole dollar does not become a dollar. */
function dollars(usageUsd: number, round: (value: number) => number, currency: Currency): string {
  return withSign(round(toCents(usageUsd) / 100).toLocaleString("en-US"), currency);
}
