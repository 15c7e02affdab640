/** What a text says as a number, and in which unit it says it. */
export type TextNumber =
  | { readonly kind: "number"; readonly value: number; readonly unit: "none" | "money" | "percent" }
  | { readonly kind: "ambiguous"; readonly readings: readonly [number, number] }
  /** A comma before decimals or points between thousands; `written` has them the other way round and is a number. */
  | { readonly kind: "swappedSeparators"; readonly written: string }
  | { readonly kind: "notANumber" };

const SUFFIX: Readonly<Record<string, number>> = { "": 0, k: 3, m: 6, mm: 6, mn: 6, b: 9, bn: 9 };

/** Sign, currency, digits, suffix, percent, currency: any but the digits may be absent. */
const SHAPE =
  /^([+-]?)(?:(?:us)?\$|usd)?([+-]?)([\d.,' ]*\d[.,]?)(k|mm|mn|m|bn|b)?(%)?(?:usd|\$)?$/i;

/**
 * Reads a number as people type it: `15%`, `$250k`, `1.2M`, `1,000`, `(1,000)`, `250 000 USD`.
 *
 * A point is the decimal separator and a comma or space groups thousands. Text that reads differently where the two
 * are swapped, such as `500.000`, is ambiguous unless it is a percentage. Text that is a number only where they are
 * swapped, such as `1.250.000` or `10,5%`, is told apart from words, so that it can be refused with what to write.
 */
export function readNumberText(text: string): TextNumber {
  // Most text is words, and is told to be at once.
  if (!/\d/.test(text)) return { kind: "notANumber" };
  const read = readAsWritten(text);
  if (read.kind !== "notANumber") return read;
  const written = text.trim().replace(/[.,]/g, (separator) => (separator === "." ? "," : "."));
  return readAsWritten(written).kind === "number" ? { kind: "swappedSeparators", written } : read;
}

function readAsWritten(text: string): TextNumber {
  const brackets = /^\((.*)\)$/.exec(text.trim());
  const bare = (brackets?.[1] ?? text)
    .trim()
    .replace(/[−–]/g, "-")
    .replace(/’/g, "'")
    .replace(/[\u00a0\u2009\u202f]/g, " ");
  const parts = SHAPE.exec(
    bare.replace(/^([+-])\s+/, "$1").replace(/\s+(?=[%a-z$])|(?<=[$d])\s+(?=\d)/gi, ""),
  );
  if (!parts) return { kind: "notANumber" };
  const [, sign = "", innerSign = "", digits = "", suffix = "", percent = ""] = parts;
  if ((brackets ? 1 : 0) + sign.length + innerSign.length > 1) return { kind: "notANumber" };
  const negative = brackets !== null || sign === "-" || innerSign === "-";
  const power = (SUFFIX[suffix.toLowerCase()] ?? 0) - (percent ? 2 : 0);
  const scaled = (plain: string): number => (negative ? -1 : 1) * Number(`${plain}e${power}`);
  if (!percent && /^[1-9]\d{0,2}\.\d{3}$/.test(digits))
    return { kind: "ambiguous", readings: [scaled(digits), scaled(digits.replace(".", ""))] };
  const plain = ungrouped(digits);
  if (plain === undefined || (percent && suffix)) return { kind: "notANumber" };
  const money = suffix !== "" || /\$|usd/i.test(bare);
  if (percent && /\$|usd/i.test(bare)) return { kind: "notANumber" };
  return {
    kind: "number",
    value: scaled(plain),
    unit: percent ? "percent" : money ? "money" : "none",
  };
}

/** The digits without their thousands separators, or undefined where a separator groups nothing. */
function ungrouped(digits: string): string | undefined {
  if (/^\d*\.?\d*$/.test(digits)) return digits.replace(/\.$/, "");
  const grouped = /^\d{1,3}(?:([, '])\d{3})(?:\1\d{3})*(?:\.\d*)?$/.test(digits);
  return grouped ? digits.replace(/[, ']/g, "").replace(/\.$/, "") : undefined;
}
