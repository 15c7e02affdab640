import { ONES, readSpelled, SPELLED } from "./spelled-numbers";
import { sticky } from "./sticky";
import { RUN, type Scanned } from "./written-amounts";
import { type DecimalSign, firstNumber, readWritten } from "./written-numbers";

const PERCENT_UNIT =
  "\\s?(?:%|c(?:ents?)?(?= (?:on|in|per|for|of) (?:the |every |each |an? )?(?:list )?(?:dollar|euro)\\b(?![^.;\\n]{0,60}\\d c(?:ents?)?\\b(?! (?:on|in|per)\\b)))|per ?cent\\b|pct\\b|percentage points?\\b|p\\.?p\\.?\\b|points?\\b|pts?\\b)";

const BASIS_POINTS = "\\s?(?:bps\\b|bp\\b|basis points?\\b)";

export const PERCENT = sticky(
  `(${RUN}|\\.\\d+|${SPELLED})(?:\\s?\\((?:${SPELLED})\\)(?=\\s?(?:%|per ?cent\\b|percentage)))?(?:${PERCENT_UNIT}|(${BASIS_POINTS}))(?:\\s?\\(\\s?(${RUN})\\s?(?:%|per ?cent)\\s?\\))?`,
);

/** "Ten or twelve percent": the first has the unit of the second. */
export const LISTED_PERCENT = sticky(
  `(${ONES.join("|")})(?=(?:,? (?:or|to|and)(?: maybe| even)? |, |-to-)(?:(?:${ONES.join("|")})(?:,? (?:or|and) |, ))?(?:${SPELLED}) ?(?:%|per ?cent\\b|points?\\b))`,
);

/** "12 1/2%". */
export const MIXED_PERCENT = sticky("(\\d{1,2})[ -](\\d)/(\\d)\\s?(?:%|per ?cent\\b|pct\\b)");

export const SPELLED_PERCENT = sticky(
  `(?:${SPELLED})(?: and (?:an? |one[ -])?(?:half|quarter)| point (?:\\w+ ?){1,2})?(?:\\s?per ?cent)?\\s?\\(\\s?(${RUN})\\s?(?:(?:%|per ?cent)\\s?\\)|\\)\\s?(?:%|per ?cent\\b))`,
);

/** A percentage; undefined where its run begins with an amount: "250,000,10%". */
export function percentFrom(
  scanned: Scanned,
  found: RegExpExecArray,
  sign: DecimalSign,
): Scanned | undefined {
  const isBasisPoints = found[2] !== undefined && /b/i.test(found[2]);
  const run = found[3] ?? found[1] ?? "";
  if (!/^[\d.]/.test(run)) return { ...scanned, value: (readSpelled(run) ?? 0) / 100 };
  const digits = firstNumber(run, sign, true);
  if (digits !== run) return undefined;
  // Basis points are grouped as amounts are: "1.250 bps" may be either.
  const read = readWritten(run.replace(/^\./, "0."), sign, isBasisPoints ? "plain" : "percent");
  if (read.kind !== "value") return { ...scanned, kind: "broken" };
  return { ...scanned, value: asFraction(read.value, isBasisPoints ? 10_000 : 100) };
}

/** A percentage as the fraction that people would write: 7 of 100 is 0.07, not 0.07000000000000001. */
function asFraction(figure: number, whole: number): number {
  return Number((figure / whole).toPrecision(12));
}
