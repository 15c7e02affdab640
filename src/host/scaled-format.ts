/** A part of a number format that is taken literally, or is a condition, a colour or a currency. */
const LITERAL = String.raw`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]`;
const COMMAS_BEFORE_POINT = new RegExp(String.raw`(${LITERAL})|([0#?])(,+)(\.[0#?]*)`, "g");
const SECTIONS = new RegExp(`(?:${LITERAL}|[^;])+|(?<=^|;)(?=;|$)`, "g");
const LITERALS = new RegExp(LITERAL, "g");
const PERCENT_SIGNS = new RegExp(`(${LITERAL})|%`, "g");
const SCALES = /[0#?.],+(?![,0#?.])/;
const HAS_CONDITION = /\[[<>=]/;

/** A number format as numfmt 3.2.6 reads it rightly, and what a value is multiplied by for it. */
export interface ScaledFormat {
  readonly format: string;
  factor(value: number): number;
}

/** Cells ask again each time they are drawn. */
const KNOWN = new Map<string, ScaledFormat>();

/**
 * Commas behind the digits of a format divide by a thousand each. numfmt takes them for grouping before a
 * decimal point, and forgets them in a percentage, which is therefore written as a number of hundredths here.
 */
export function scaledFormat(format: string): ScaledFormat {
  const known = KNOWN.get(format) ?? readFormat(format);
  KNOWN.set(format, known);
  return known;
}

function readFormat(format: string): ScaledFormat {
  const sections = [...format.matchAll(SECTIONS)].map(([section]) =>
    section.replace(
      COMMAS_BEFORE_POINT,
      (_, literal: string | undefined, digit: string, commas: string, decimals: string) =>
        literal ?? digit + decimals + commas,
    ),
  );
  const isScaledPercent = sections.map((section) => {
    const digits = section.replaceAll(LITERALS, "");
    return digits.includes("%") && SCALES.test(digits) && !HAS_CONDITION.test(format);
  });
  return {
    format: sections
      .map((section, index) =>
        isScaledPercent[index]
          ? section.replace(PERCENT_SIGNS, (sign, literal?: string) => literal ?? `\\${sign}`)
          : section,
      )
      .join(";"),
    factor: (value) => (isScaledPercent[sectionOf(value, sections.length)] ? 100 : 1),
  };
}

/** The section that a format without conditions has for a value: positive, negative, zero. */
function sectionOf(value: number, sections: number): number {
  if (value < 0) return sections > 1 ? 1 : 0;
  return value === 0 && sections > 2 ? 2 : 0;
}
