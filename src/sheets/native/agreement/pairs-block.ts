import { type NativeCell, type NativeFormula, type NativeRange, text, x } from "../excel/formula";
import type { Layout } from "../layout";
import { asWritten, bareWord, isPlainText, SPARE_ROWS } from "./cells-as-written";

/** Words and the values beside them, as typed. */
export interface NativePairs {
  /** The value beside a word; an empty text where there is none. */
  readonly find: (word: string) => NativeFormula;
  /** The bare words, and the values beside them. */
  readonly words: NativeRange;
  readonly values: NativeRange;
  /** 1 where every word is known and occurs once, and every value is one that its word allows; else 0. */
  readonly hold: NativeCell;
}

/**
 * Reads words in the first column of a range and values in the second, in any order of the rows.
 *
 * @param heading The bare word that may stand above them, in the first row alone.
 * @param isKnown Above 0 where a bare word is one that there may be.
 * @param validValue 1 where a word may have a value, else #N/A.
 */
export function pairsBlock(
  layout: Layout,
  range: NativeRange,
  heading: string,
  isKnown: (word: NativeFormula) => NativeFormula,
  validValue: (word: NativeFormula, value: NativeFormula) => NativeFormula,
): NativePairs {
  const rows = range.to.row - range.from.row + 1 + SPARE_ROWS;
  const table = layout.table(rows, [
    ["Row", "", (row, t) => (row === 0 ? x`1` : x`${t.at("Row", row - 1)}+1`)],
    [
      "Word",
      "",
      (row, t) => {
        const word = bareWord(asWritten(range, t.at("Row", row), x`1`));
        return row === 0 ? x`IF(${isHeading(word, t.at("Value", row), heading)},"",${word})` : word;
      },
    ],
    ["Value", "", (row, t) => asWritten(range, t.at("Row", row), x`2`)],
    [
      "Is it known, once? (1 is yes)",
      "",
      (row, t) => {
        const [word, value] = [t.at("Word", row), t.at("Value", row)];
        const isOnce = x`AND(${isPlainText(word)},SUMPRODUCT((${t.all("Word")}=${word})*1)=1)`;
        const written = bareWord(asWritten(range, t.at("Row", row), x`1`));
        const mayStand = row === 0 ? x`OR(${value}="",${written}<>"")` : x`${value}=""`;
        return x`IF(${word}="",IF(${mayStand},1,NA()),IF(${isOnce},IF(${isKnown(word)}>0,${validValue(word, value)},NA()),NA()))`;
      },
    ],
  ]);
  const [words, values] = [table.all("Word"), table.all("Value")];
  const timesOf = (word: string) => x`SUMPRODUCT((${words}=${text(word)})*1)`;
  const hold = layout.step(
    "Is every word known, once? (1 is yes)",
    "",
    x`IF(AND(ISNUMBER(SUM(${table.all("Is it known, once? (1 is yes)")})),ROWS(${range})<=${rows}),1,0)`,
  );
  return {
    ...{ hold, words, values },
    find: (word) => x`IF(${timesOf(word)}=0,"",INDEX(${values},MATCH(${text(word)},${words},0)))`,
  };
}

/** Whether a bare word is one of some; a word that is none adds 0. */
export function isAmong(known: readonly string[]): (word: NativeFormula) => NativeFormula {
  return (word) => {
    const [first = "", ...others] = known;
    return others.reduce<NativeFormula>(
      (sum, one) => x`${sum}+(${word}=${text(one)})`,
      x`(${word}=${text(first)})`,
    );
  };
}

/** Whether a word is that of the heading, beside no figure. */
function isHeading(word: NativeFormula, value: NativeFormula, heading: string): NativeFormula {
  return x`AND(${word}=${text(heading)},${value}&""=${withoutDigits(value)})`;
}

/** A value as text without its digits: beside a figure, the word of a heading is none. */
function withoutDigits(value: NativeFormula): NativeFormula {
  const digits = Array.from({ length: 10 }, (_, digit) => text(String(digit)));
  return digits.reduce<NativeFormula>(
    (words, digit) => x`SUBSTITUTE(${words},${digit},"")`,
    x`${value}&""`,
  );
}
