import { readSpelled, SPELLED } from "./spelled-numbers";
import { sticky } from "./sticky";
import { RUN, type Scanned } from "./written-amounts";
import { type DecimalSign, firstNumber, readWritten } from "./written-numbers";

const PERCENT_UNIT =
  "\\s?(?:%|per ?cent\\b|pct\\b|percentage points?\\b|p\\.?p\\.?\\b|points?\\b|pts?\\b)";

const BASIS_POINTS = "\\s?(?:bps\\b|bp\\b|basis points?\\b)";

export const PERCENT = sticky(
  `(${RUN}|\\.\\d+|${SPELLED})(?:${PERCENT_UNIT}|(${BASIS_POINTS}))(?:\\s?\\(\\s?(${RUN})\\s?(?:%|per ?cent)\\s?\\))?`,
);

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
