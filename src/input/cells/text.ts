/** A text read as a number, and the unit in which it is written. */
export type TextNumber =
  | { readonly kind: "number"; readonly value: number; readonly unit: "none" | "money" | "percent" }
  | { readonly kind: "ambiguous"; readonly readings: readonly [number, number] }
  /** A comma before decimals or points between thousands; `written` swaps the two and is a number. */
  | { readonly kind: "swappedSeparators"; readonly written: string }
  | { readonly kind: "notANumber" };

/** Zeros that a suffix stands for. */
export const POWERS: Readonly<Record<string, number>> = { k: 3, m: 6, mm: 6, mn: 6, b: 9, bn: 9 };

/** Sign, currency, digits, exponent, suffix, percent, currency: all but the digits are optional. */
const SHAPE =
  /^([+-]?)(?:(?:us)?\$|usd)?([+-]?)([\d.,' ]*\d[.,]?)(e[+-]?\d+)?(k|mm|mn|m|bn|b)?(%)?(?:usd|\$)?$/i;

/** Zeros, or the whole of a percentage, with a space or an apostrophe before three digits. */
const SPACED_DECIMALS = /^(\D*(?:0+|\d{1,3}(?=\D\d{3}\s*%)))[ '](\d{3}\D*)$/;

/**
 * Reads a number as people type it: `15%`, `$250k`, `1.2M`, `1,000`, `2,50,000`, `(1,000)`, `250 000 USD`, `8e5`.
 *
 * A point is the decimal separator and a comma or space groups thousands (or lakhs), but never after a leading zero or
 * within a percentage. Text that reads differently where the two are swapped, such as `500.000`, is ambiguous unless it is a
 * percentage. Text that is a number only where they are swapped, such as `1.250.000`, `10,5%` or `0,500`, is not a word, so
 * that its refusal can say what to write. Full-width digits and signs read as half-width ones.
 */
export function readNumberText(given: string): TextNumber {
  const text = halfWidth(given);
  // Most text is words: this returns early for them.
  if (!/\d/.test(text)) return { kind: "notANumber" };
  const read = readAsWritten(text);
  if (read.kind !== "notANumber") return read;
  const written = SPACED_DECIMALS.test(plainMarks(text))
    ? plainMarks(text).replace(SPACED_DECIMALS, "$1.$2")
    : text.trim().replace(/[.,]/g, (separator) => (separator === "." ? "," : "."));
  return readAsWritten(written).kind === "number" ? { kind: "swappedSeparators", written } : read;
}

/** Full-width letters, digits and signs, as Chinese and Japanese keyboards type them, made half-width. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]+/g, (wide) => wide.normalize("NFKC"));
}

/** Every kind of minus, apostrophe and space as the plain keyboard character. */
function plainMarks(text: string): string {
  return text
    .trim()
    .replace(/[−–]/g, "-")
    .replace(/[’ʼ´`]/g, "'")
    .replace(/\s/g, " ");
}

function readAsWritten(text: string): TextNumber {
  const brackets = /^\((.*)\)$/.exec(text.trim());
  const bare = plainMarks(brackets?.[1] ?? text);
  const parts = SHAPE.exec(
    bare.replace(/^([+-])\s+/, "$1").replace(/\s+(?=[%a-z$])|(?<=[$d])\s+(?=\d)/gi, ""),
  );
  if (!parts) return { kind: "notANumber" };
  const [, sign = "", innerSign = "", digits = "", exponent = "", suffix = "", percent = ""] =
    parts;
  if ((brackets ? 1 : 0) + sign.length + innerSign.length > 1) return { kind: "notANumber" };
  const negative = brackets !== null || sign === "-" || innerSign === "-";
  const power = (POWERS[suffix.toLowerCase()] ?? 0) - (percent ? 2 : 0) + Number(exponent.slice(1));
  const scaled = (plain: string): number => (negative ? -1 : 1) * Number(`${plain}e${power}`);
  if (!percent && !exponent && /^[1-9]\d{0,2}\.\d{3}$/.test(digits))
    return { kind: "ambiguous", readings: [scaled(digits), scaled(digits.replace(".", ""))] };
  const plain = ungrouped(digits, percent === "" && exponent === "");
  if (plain === undefined || ((percent || exponent) && suffix)) return { kind: "notANumber" };
  if (percent && exponent) return { kind: "notANumber" };
  const money = suffix !== "" || /\$|usd/i.test(bare);
  if (percent && money) return { kind: "notANumber" };
  const value = scaled(plain);
  if (!Number.isFinite(value)) return { kind: "notANumber" };
  return { kind: "number", value, unit: percent ? "percent" : money ? "money" : "none" };
}

/** Groups of thousands with one separator throughout, or lakhs with commas; never after a leading zero. */
const GROUPED = /^[1-9]\d{0,2}(?:([, '])\d{3})(?:\1\d{3})*(?:\.\d*)?$/;
const LAKHS = /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d*)?$/;

/** The digits without their separators of thousands, or undefined where a separator groups nothing. */
function ungrouped(digits: string, mayGroup: boolean): string | undefined {
  if (/^\d*\.?\d*$/.test(digits)) return digits.replace(/\.$/, "");
  const grouped = mayGroup && (GROUPED.test(digits) || LAKHS.test(digits));
  return grouped ? digits.replace(/[, ']/g, "").replace(/\.$/, "") : undefined;
}
