import { CURRENCIES, currency } from "../core/currency";
import type { Place, PricingError } from "../core/errors";
import { fail, type Result } from "../core/result";
import { readAmountUsd } from "../input/numbers";

/** An amount as it is typed in the pane: alone or with the label of amounts, never with another. */
export function readTypedUsd(text: string, place: Place): Result<number> {
  const other = otherLabel(text, place);
  return other ? fail(other) : readAmountUsd(withoutLabel(text), place);
}

/** The text without the label of amounts before or after it: "€250k", "250 000 EUR". */
export function withoutLabel(text: string): string {
  const label = `(?:${labelsOfAmounts()
    .map((one) => one.replace("$", "\\$"))
    .join("|")})`;
  return text.replace(
    new RegExp(`^(\\s*[-+−(]?\\s*)${label}|${label}(\\s*\\)?\\s*)$`, "i"),
    (_, before: string | undefined, after: string | undefined) => before ?? after ?? "",
  );
}

/** The fault of an amount that is typed with another label than amounts have; undefined where there is none. */
export function otherLabel(text: string, place: Place): PricingError | undefined {
  const ours = labelsOfAmounts();
  const isOther = (label: string): boolean => !ours.includes(label.toUpperCase());
  if (!/\d/.test(text) || !(text.match(ANY_LABEL) ?? []).some(isOther)) return undefined;
  return { kind: "otherCurrency", place, given: text.trim() };
}

/** What may stand beside an amount of the chosen label, the longest first: US$, USD, $. */
function labelsOfAmounts(): readonly string[] {
  const { code, sign } = currency();
  const symbol = /\p{Sc}$/u.exec(sign)?.[0];
  return [code, sign.trim(), ...(symbol ? [code.slice(0, 2) + symbol, symbol] : [])].sort(
    (one, other) => other.length - one.length,
  );
}

const CODES = CURRENCIES.map(({ code }) => code).join("|");
const ANY_LABEL = new RegExp(`[a-z]{0,2}\\p{Sc}|(?<![a-z])(?:${CODES})(?![a-z])`, "giu");
