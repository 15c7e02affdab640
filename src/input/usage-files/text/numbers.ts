import type { Unreadable } from "../rows/faults";
import { type Decimal, decimal, isWhole, wholePart } from "./decimal";
import { isBlank } from "./words";

/** What separates the cells of a table; it tells how the program that wrote the file writes numbers. */
export type Separator = "\t" | ";" | ",";

/** A count of tokens or searches: blank is 0. */
export function readCount(text: string, separator: Separator): number | Unreadable {
  const plain = plainCount(text);
  if (plain !== undefined) return plain;
  if (isBlank(text)) return 0;
  const read = readNumber(text, separator, true);
  if (typeof read === "string") return read;
  if (read.units < 0n) return "negative";
  if (!isWhole(read)) return "not whole";
  const whole = wholePart(read);
  return whole > MOST ? "too large" : Number(whole);
}

/** A count of up to 15 figures and nothing else, as nearly every cell holds: millions are read. */
function plainCount(text: string): number | undefined {
  if (text.length === 0 || text.length > 15) return undefined;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const figure = text.charCodeAt(at) - ZERO_CODE;
    if (figure < 0 || figure > 9) return undefined;
    count = count * 10 + figure;
  }
  return count;
}

const ZERO_CODE = "0".charCodeAt(0);
const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** An amount of money: blank is missing. */
export function readAmount(
  text: string,
  separator: Separator,
  { mayBeNegative = false } = {},
): Decimal | Unreadable {
  if (isBlank(text)) return "missing";
  const read = readNumber(text, separator, false);
  if (typeof read === "string") return read;
  return read.units < 0n && !mayBeNegative ? "negative" : read;
}

/**
 * Reads what can be read in one way only (docs/usage-files.md, Numbers).
 *
 * @param isCount Counts are whole, so that a point or comma before three digits groups thousands.
 */
function readNumber(text: string, separator: Separator, isCount: boolean): Decimal | Unreadable {
  const bare = text.replace(/\s|(?:US)?\$/gi, "").replace(/USD/gi, "");
  const [, minus, open, figures = "", close] = /^([-\u2212]?)(\(?)([^()]*)(\)?)$/.exec(bare) ?? [];
  if (open !== (close === ")" ? "(" : "") || (minus && open)) return "bad number";
  const plain = plainFigures(figures, separator, isCount);
  if (plain === undefined) return "bad number";
  if (plain === "ambiguous number") return plain;
  return decimal(minus || open ? `-${plain}` : plain);
}

/** Figures with a point for the decimals and no groups. */
function plainFigures(
  text: string,
  separator: Separator,
  isCount: boolean,
): string | "ambiguous number" | undefined {
  if (/^\d+$/.test(text)) return text;
  if (/^\d+(?:[.,]\d+)?e[+-]?\d{1,3}$/i.test(text)) return text.replace(",", ".");
  // A program that separates cells by semicolons or tabs writes amounts as its country does.
  const isNational = separator !== ",";
  const [, mark] = /^[1-9]\d{0,2}(?=([.,])\d{3})(?:\1\d{3})+$/.exec(text) ?? [];
  if (mark) {
    const isOneGroup = text.length <= 7;
    if (isOneGroup && !isCount && isNational) return "ambiguous number";
    if (mark === "," || isCount || !isOneGroup) return text.replaceAll(mark, "");
  }
  if (/^\d*[.,]\d+$/.test(text)) return text.replace(",", ".");
  if (/^\d{1,3}(?:[.'\u2019]\d{3})+,\d+$/.test(text))
    return text.replace(/[.'\u2019]/g, "").replace(",", ".");
  if (/^\d{1,3}(?:[,'\u2019]\d{3})+\.\d+$/.test(text)) return text.replace(/[,'\u2019]/g, "");
  if (/^\d{1,3}(?:['\u2019]\d{3})+$/.test(text)) return text.replace(/['\u2019]/g, "");
  return undefined;
}
