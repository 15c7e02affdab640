import { type Line, LONGEST } from "./clauses";
import type { Figure } from "./figures/figure";
import { figuresWithin } from "./figures/figures-within";
import type { Source } from "./source";

const IN_THOUSANDS =
  /\b(?:amounts?|figures|values?|all|commitments?|spend|thresholds?|prices|usd|eur|gbp|dollars)\b[^.]*\b(?:in|are)\b[^.]{0,15}\b(?<unit>thousands?|millions?|000s?|\$?k\b)|(?:usd|eur|gbp|us|[$€£]) ?'?(?<short>000s?)\b|^\W*(?:all )?(?:amounts |figures )?in (?:usd |us |eur )?(?<first>thousands|millions|\$?k\b)|\(\s*(?:in )?(?:usd|eur|gbp|us)?[ $€£]*(?<mark>thousands|millions|000s?|k|m)\s*\)/;

/** What a line of words says that all amounts are multiplied by. */
export function scaleSaid(lines: readonly Line[], all: readonly Figure[], source: Source): number {
  for (const line of lines) {
    if (line.end - line.start > LONGEST) continue;
    const figures = figuresWithin(line, all).filter(({ value }) => value !== 0);
    const text = source.text.slice(line.start, line.end).toLowerCase();
    const { unit, short, first, mark } = IN_THOUSANDS.exec(text)?.groups ?? {};
    const said = unit ?? short ?? first ?? mark;
    if (said !== undefined && figures.every(({ kind }) => kind === "aside"))
      return said.startsWith("m") ? 1e6 : 1e3;
  }
  return 1;
}
