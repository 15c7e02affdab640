/** A part of a number format that is taken literally, or is a condition, a colour or a currency. */
const LITERAL = String.raw`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]`;
const LITERALS = new RegExp(LITERAL, "g");
const COMMAS_BEFORE_POINT = new RegExp(String.raw`(${LITERAL})|([0#?])(,+)(\.[0#?]*)`, "g");
const SCALES = /[0#?.],+(?![,0#?.])/;
/** The language of an amount: "[$€-407]" is a euro sign, and commas group its thousands all the same. */
const LANGUAGES = /("[^"]*"|\\.)|\[\$([^\]-]*)-[^\]]*\]/g;
const NOT_SHOWN = '"####";"####"';

/**
 * A number format as numfmt 3.2.6 reads it rightly.
 *
 * Each comma after the digits divides by a thousand. numfmt reads such commas as grouping before a decimal point, and
 * ignores them in a percentage, which is therefore not shown. Beside an amount it takes a language for its separators, which
 * in Excel are those of the user; of a date the language stays.
 */
export function scaledFormat(format: string): string {
  const moved = withoutLanguage(format).replace(
    COMMAS_BEFORE_POINT,
    (_, literal: string | undefined, digit: string, commas: string, decimals: string) =>
      literal ?? digit + decimals + commas,
  );
  const isScaledPercentage = moved
    .replaceAll(LITERALS, "")
    .split(";")
    .some((section) => section.includes("%") && SCALES.test(section));
  return isScaledPercentage ? NOT_SHOWN : moved;
}

function withoutLanguage(format: string): string {
  const isAmount = /[0#?]/.test(format.replaceAll(LITERALS, "").replace(/s\.0+/gi, ""));
  return isAmount
    ? format.replace(
        LANGUAGES,
        (_, literal: string | undefined, sign: string) =>
          literal ?? (sign === "" ? "" : `[$${sign}]`),
      )
    : format;
}
