import { type NativeFormula, type NativeRange, x } from "../excel/formula";

/** Rows that may be put into a range after its workings were made. */
export const SPARE_ROWS = 3;

/** A cell of a range as typed: an empty text where it is blank or below the range, since INDEX alone would make a blank 0. */
export function asWritten(
  range: NativeRange,
  row: NativeFormula,
  column: NativeFormula,
): NativeFormula {
  const found = x`INDEX(${range},${row},${column})`;
  return x`IF(${row}>ROWS(${range}),"",IF(${found}&""="","",${found}))`;
}

/** A word without spaces, hyphens and capitals: Step up and step-up are one word. */
export function bareWord(value: NativeFormula): NativeFormula {
  return x`LOWER(SUBSTITUTE(SUBSTITUTE(${value}&""," ",""),"-",""))`;
}

/** How many cells of a row of a range are not blank. */
export function filledIn(range: NativeRange, row: NativeFormula): NativeFormula {
  return x`SUMPRODUCT((INDEX(${range},${row},0)<>"")*1)`;
}

/** Whether a text has no star and no question mark, which the local workbook takes for any letters when it compares columns. */
export function isPlainText(value: NativeFormula): NativeFormula {
  return x`SUBSTITUTE(SUBSTITUTE(${value},"*",""),"?","")=${value}`;
}
