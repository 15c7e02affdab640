import { type NativeCell, type NativeFormula, type NativeRange, text, x } from "../excel/formula";
import type { Layout } from "../layout";
import { asWritten, bareWord, SPARE_ROWS } from "./cells-as-written";

/** Words and the values beside them, as typed. */
export interface NativePairs {
  /** The value beside a word; an empty text where there is none. */
  readonly find: (word: string) => NativeFormula;
  /** 1 where every word is known and occurs once, and every value is one that its word allows. */
  readonly hold: NativeCell;
}

/**
 * Reads words in the first column of a range and values in the second, in any order of the rows.
 *
 * @param heading The bare word that may stand above them, in the first row alone.
 * @param known The bare words that there are.
 * @param validValue 1 where a word may have a value, else #N/A.
 */
export function pairsBlock(
  layout: Layout,
  range: NativeRange,
  heading: string,
  known: readonly string[],
  validValue: (word: NativeFormula, value: NativeFormula) => NativeFormula,
): NativePairs {
  const rows = range.to.row - range.from.row + 1 + SPARE_ROWS;
  const table = layout.table(rows, [
    ["Row", "", (row, t) => (row === 0 ? x`1` : x`${t.at("Row", row - 1)}+1`)],
    ["Word", "", (row, t) => bareWord(asWritten(range, t.at("Row", row), x`1`))],
    ["Value", "", (row, t) => asWritten(range, t.at("Row", row), x`2`)],
    [
      "Is it known? (1 is yes)",
      "",
      (row, t) => {
        const [word, value] = [t.at("Word", row), t.at("Value", row)];
        const times = known.reduce<NativeFormula>(
          (sum, one) => x`${sum}+(${word}=${text(one)})`,
          x`0`,
        );
        const isHeading = x`AND(${word}=${text(heading)},${value}&""=${withoutDigits(value)})`;
        const other = row === 0 ? x`IF(${isHeading},1,NA())` : x`NA()`;
        return x`IF(${word}="",IF(${value}="",1,NA()),IF(${times}>0,${validValue(word, value)},${other}))`;
      },
    ],
  ]);
  const [words, values] = [table.all("Word"), table.all("Value")];
  const timesOf = (word: string) => x`SUMPRODUCT((${words}=${text(word)})*1)`;
  const twice = known.reduce<NativeFormula>((sum, word) => x`${sum}+(${timesOf(word)}>1)`, x`0`);
  const hold = layout.step(
    "Is every word known, once? (1 is yes)",
    "",
    x`IF(AND(ISNUMBER(SUM(${table.all("Is it known? (1 is yes)")})),ROWS(${range})<=${rows},${twice}=0),1,0)`,
  );
  return {
    hold,
    find: (word) => x`IF(${timesOf(word)}=0,"",INDEX(${values},MATCH(${text(word)},${words},0)))`,
  };
}

/** A value as text without its digits: beside a figure, the word of a heading is none. */
function withoutDigits(value: NativeFormula): NativeFormula {
  const digits = Array.from({ length: 10 }, (_, digit) => text(String(digit)));
  return digits.reduce<NativeFormula>(
    (words, digit) => x`SUBSTITUTE(${words},${digit},"")`,
    x`${value}&""`,
  );
}
