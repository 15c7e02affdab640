import { type Currency, withSign } from "../../core/currency";
import { toCents } from "../../core/money";

// Numbers as the pane shows them. Money is rounded here and nowhere before; percent exists only here and in the text reader.

const MINUS = "\u2212";

function signed(negative: boolean, text: string): string {
  return negative ? `${MINUS}${text}` : text;
}

/** Money that was computed: whole dollars, halves away from zero; less than a dollar in cents. */
export function formatUsd(amountUsd: number, currency: Currency): string {
  const cents = Math.abs(toCents(amountUsd));
  if (cents === 0) return withSign("0", currency);
  if (cents < 100) return signed(amountUsd < 0, withSign((cents / 100).toFixed(2), currency));
  const dollars = Math.round(cents / 100).toLocaleString("en-US");
  return signed(amountUsd < 0, withSign(dollars, currency));
}

/** Money as the user wrote it: cents where there are any, so that $499,999.99 does not look like $500,000. */
export function formatExactUsd(amountUsd: number, currency: Currency): string {
  const cents = Math.abs(toCents(amountUsd));
  const digits = cents % 100 === 0 ? 0 : 2;
  const text = (cents / 100).toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return signed(amountUsd < 0 && cents !== 0, withSign(text, currency));
}

/** A fraction that was computed, as a percentage with one decimal, as our formulas are formatted; nothing but 0 is 0.0%, nothing below 1 is 100.0%. */
export function formatPercent(fraction: number): string {
  const tenths = Math.round(Math.abs(fraction) * 1000);
  const exact = Math.abs(Math.abs(fraction) * 1000 - tenths) < 1e-6;
  if (tenths === 0 && !exact) return fraction < 0 ? `over ${MINUS}0.1%` : "under 0.1%";
  if (tenths === 1000 && Math.abs(fraction) < 1 && !exact) return "over 99.9%";
  return signed(fraction < 0 && tenths !== 0, `${(tenths / 10).toFixed(1)}%`);
}

/** A fraction as the user wrote it, as a percentage with the decimals it has, up to four. */
export function formatExactPercent(fraction: number): string {
  const text = Number((Math.abs(fraction) * 100).toFixed(4)).toLocaleString("en-US", {
    maximumFractionDigits: 4,
  });
  return signed(fraction < 0 && text !== "0", `${text}%`);
}

/** A difference between two percentages: "5 points", "1 point". */
export function formatPoints(fraction: number): string {
  const text = formatExactPercent(fraction).replace("%", "");
  return `${text} ${text === "1" ? "point" : "points"}`;
}

export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** "1 row", "11 rows". */
export function formatCounted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "Rate lock", "Rate lock and Contact", "Rate lock, Contact and Support". */
export function formatList(parts: readonly string[], separator = ", "): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(separator)} and ${parts.at(-1)}`;
}

/** The time at which something was made, for the header of a sheet: "November 25, 2026 at 3:00 PM". */
export function timeOfMaking(now: Date): string {
  return now.toLocaleString("en-US", { dateStyle: "long", timeStyle: "short" });
}
