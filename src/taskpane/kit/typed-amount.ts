import type { Currency } from "../../core/currency";
import type { PricingError } from "../../core/errors";
import type { Place } from "../../core/faults/place";
import { fail, type Result } from "../../core/result";
import { readAmountUsd } from "../../input/cells/numbers";
import { CURRENCIES } from "../../wording/format/currencies";

/** An amount as it is typed in the pane: alone or with the label of amounts, never with another. */
export function readTypedUsd(text: string, place: Place, currency: Currency): Result<number> {
  const other = otherLabel(text, place, currency);
  return other ? fail(other) : readAmountUsd(withoutLabel(text), place);
}

/** An amount without the label before or after it: "€250k", "250 000 EUR", "250k€". What holds no digit is left alone. */
export function withoutLabel(text: string): string {
  const { rest } = labelled(text);
  return /\d/.test(rest) ? rest : text;
}

/** The fault of what is typed with another label than amounts have; undefined where there is none. */
export function otherLabel(
  text: string,
  place: Place,
  currency: Currency,
): PricingError | undefined {
  const { label, rest } = labelled(text);
  // What is left may be a second label, which the reader of cells would take for the first currency.
  const foreign = [label, currency.code === "USD" ? "" : (/\$|usd/i.exec(rest)?.[0] ?? "")].find(
    (one) => one !== "" && !isLabelOf(one, currency),
  );
  if (foreign === undefined) return undefined;
  const known =
    CURRENCIES.find(({ sign }) => sign === foreign) ??
    CURRENCIES.find((one) => isLabelOf(foreign, one));
  return { kind: "otherCurrency", place, given: text.trim(), code: known?.code };
}

/** The label before or after a text, in capitals and without spaces, and the text without it; "" is none. */
function labelled(text: string): { readonly label: string; readonly rest: string } {
  const plain = text.normalize("NFKC");
  const [whole, sign = "", before] = BEFORE.exec(plain) ?? [];
  if (whole !== undefined && before !== undefined)
    return { label: bare(before), rest: sign + plain.slice(whole.length) };
  const [ending, after, bracket = ""] = AFTER.exec(plain) ?? [];
  if (ending !== undefined && after !== undefined)
    return { label: bare(after), rest: plain.slice(0, -ending.length) + bracket };
  return { label: "", rest: plain };
}

function bare(label: string): string {
  return label.replace(/\s/g, "").toUpperCase();
}

/** What may stand beside an amount: for CAD these are CAD, CA$, C$ and $. */
function isLabelOf(label: string, { code, sign }: Currency): boolean {
  const symbol = /\p{Sc}$/u.exec(sign)?.[0];
  const labels = symbol ? [symbol, code[0] + symbol, code.slice(0, 2) + symbol] : [];
  return [code, sign.trim(), ...labels].includes(label.toUpperCase());
}

const CODES = CURRENCIES.map(({ code }) => code).join("|");
const SIGNS = "(?:US|CA|C|A|NZ|S|HK|R|MX|CN)\\s?\\p{Sc}|\\p{Sc}";
const BEFORE = new RegExp(`^(\\s*[-+−(]?\\s*)(${SIGNS}|(?:${CODES})(?![a-z]))\\s*`, "iu");
const AFTER = new RegExp(`\\s*(${SIGNS}|${CODES})\\s*(\\)?)\\s*$`, "iu");
