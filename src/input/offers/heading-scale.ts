import { type Line, LONGEST } from "./clauses";
import type { Figure } from "./figures/figure";
import { figuresWithin } from "./figures/figures-within";
import type { Source } from "./source";

const IN_THOUSANDS =
  /\b(?:amounts?|figures|values?|all|commitments?|spend|thresholds?|prices|usd|eur|gbp|dollars)\b[^.]*\b(?:in|are)\b[^.]{0,15}\b(?<unit>thousands?|millions?|000s?|\$?k\b)|(?:usd|eur|gbp|us|[$€£]) ?'?(?<short>000s?)\b|^\W*(?:all )?(?:amounts |figures )?in (?:usd |us |eur |gbp |chf )?[$€£]?\s?'?(?<first>thousands|millions|000s?\b|k\b|m\b)|\(\s*(?:in )?(?:usd|eur|gbp|us)?[ $€£]*(?<mark>thousands|millions|000s?|k|m)\s*\)/;

/** Before the figures of its line: "all amounts in thousands of USD: 200 = 4%". */
const INLINE =
  /\b(?:amounts|figures|values|thresholds)\b[^.\d]{0,12}\bin (?<inline>thousands|millions|[$€£]?000s?)\b|^[^:\d]{3,40}\(\s*(?:in )?[$€£]\s?(?<sign>000s?|k|m|mm)\s*\)[^:\d]{0,20}:/;

/** Behind the figures that it scales: "(all $k)". */
const IN_BRACKETS =
  /\(\s*(?:(?:all|amounts?|figures|values|commitments?|thresholds|spend|are|in|usd|eur|gbp|us)\s)*[$€£]?\s?(?<note>k|thousands?|000s?|m|mn|mm|millions?)\b[^()\d]{0,25}\)\s*\.?\s*$|\([^()]{0,25}[,\s(](?:in )?[$€£]\s?(?<sign>000s?|k|m)\s*\)/;

/** What a line of words says that all amounts are multiplied by. */
export function scaleSaid(lines: readonly Line[], all: readonly Figure[], source: Source): number {
  for (const line of lines) {
    if (line.end - line.start > LONGEST) continue;
    const figures = figuresWithin(line, all).filter(({ value }) => value !== 0);
    const text = source.text.slice(line.start, line.end).toLowerCase();
    const { unit, short, first, mark } = IN_THOUSANDS.exec(text)?.groups ?? {};
    const said = unit ?? short ?? first ?? mark;
    const behind = IN_BRACKETS.exec(text)?.groups;
    const note = behind?.["note"] ?? behind?.["sign"];
    const within = INLINE.exec(text)?.groups;
    const inline = within?.["inline"] ?? within?.["sign"];
    if (inline !== undefined) return inline.startsWith("m") ? 1e6 : 1e3;
    if (note !== undefined) return note.startsWith("m") ? 1e6 : 1e3;
    if (said !== undefined && figures.every(({ kind }) => kind === "aside"))
      return said.startsWith("m") ? 1e6 : 1e3;
  }
  return 1;
}
