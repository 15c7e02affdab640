import type { Source } from "../source";

/** Digits as written: one value, two where a point may group or divide, or none where their groups are wrong. */
export type WrittenNumber =
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "either"; readonly readings: readonly [number, number] }
  | { readonly kind: "broken" };

/** The decimal sign of a text: "both" where it holds figures that read only with a point, and others only with a comma. */
export type DecimalSign = "point" | "comma" | "both";

const ONLY_COMMA =
  /(?<![\d.,])(?:\d{1,3}(?:\.\d{3}){2,}(?![\d.]|,\d{3})|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,2},\d{1,2}(?=\s?(?:%|per ?cent\b))|\d{1,3},\d{1,2}(?=\s?(?:mio|mrd|million|milliard|(?:m|mn|bn|k)[€$£]?(?![a-z\d]))))/i;
const ONLY_POINT =
  /(?<![\d.,])(?:\d{1,3}(?:,\d{3}){2,}(?![\d,]|\.\d{3})|\d{1,3}(?:,\d{3})+\.\d{1,2}(?!\d)|\d{1,2}\.\d{1,2}(?=\s?(?:%|per ?cent\b)))/i;

/** "7,5" in a cell below a heading of percentages, "Discount (%)". */
const CELL_WITH_COMMA = /[;|\t] ?\d{1,2},\d{1,2}(?= ?(?:[;|\t\n]|$))/;
const PERCENT_HEADING = /[;|\t][^\n\d;|\t]{0,40}(?:%|per ?cent)[^\n\d]{0,40}\n/i;

/** The decimal sign that the figures of a text with only one reading use. */
function decimalSign(text: string): DecimalSign {
  const isComma =
    ONLY_COMMA.test(text) || (CELL_WITH_COMMA.test(text) && PERCENT_HEADING.test(text));
  if (!isComma) return "point";
  return ONLY_POINT.test(text) ? "both" : "comma";
}

/** The decimal sign of what is typed; number cells have none. */
export function signOf({ text, rows, numbers }: Source): DecimalSign {
  if (rows === undefined) return decimalSign(text);
  const typed = rows.flat().filter(({ start }) => !numbers.has(start));
  return decimalSign(typed.map(({ start, end }) => text.slice(start, end)).join("\n"));
}

const GROUPED = /^[1-9]\d{0,2}(?:([, '])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;
const POINT_GROUPS = /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/;
const SWAPPED = /^[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}$/;

/** Reads digits with their separators. */
export function readWritten(
  digits: string,
  sign: DecimalSign,
  unit: "plain" | "scaled" | "percent",
): WrittenNumber {
  if (sign !== "comma" && (POINT_GROUPS.test(digits) || SWAPPED.test(digits)))
    return readWritten(digits, "comma", unit);
  if (sign === "both" && /^\d+,\d{1,2}$/.test(digits)) return readWritten(digits, "comma", unit);
  const swap = (separator: string): string => (separator === "." ? "," : ".");
  const pointed = sign === "comma" ? digits.replace(/[.,]/g, swap) : digits;
  if (/^\d+$/.test(pointed)) return { kind: "value", value: Number(pointed) };
  if (/^\d*\.\d+$/.test(pointed)) {
    const either = unit === "plain" && /^[1-9]\d{0,2}\.\d{3}$/.test(pointed);
    const decimal = Number(pointed);
    if (!either) return { kind: "value", value: decimal };
    return { kind: "either", readings: [Number(pointed.replace(".", "")), decimal] };
  }
  if (GROUPED.test(pointed) && unit !== "percent")
    return { kind: "value", value: Number(pointed.replace(/[, ']/g, "")) };
  return { kind: "broken" };
}

/**
 * The part of a run of digits and separators that is one number: "250,000" of "250,000,10", since a group has three digits and a
 * comma before fewer divides two figures.
 */
export function firstNumber(run: string, sign: DecimalSign, isPercent: boolean): string {
  if (sign === "comma" || (sign === "both" && (isPercent || SWAPPED.test(run)))) return run;
  const [, head = "", tail = ""] =
    /^(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(,\d{1,2}(?:\.\d+)?)$/.exec(run) ??
    /^(\d{4,}(?:\.\d+)?)(,(?!\d{3}$)[\d.,]+)$/.exec(run) ??
    [];
  return tail === "" ? run : head;
}
