import type { Currency } from "../core/currency";
import { TEXT, USD } from "../wording/format/number-formats";
import { columnAt } from "./block-parts";
import { commit, excel, type Formula, type Operand, operation, quoted } from "./formulas/call";
import { orWord } from "./label-formula";
import type { SheetBlock } from "./sheet-block";
import { amountWords, joined } from "./usage/sentence-formula";

/** Where the block stands on the first page: below the chart, its values under the last two columns of it. */
const ROW = 24;
const COLUMN = 3;
const COLUMNS = 6;
const RANGE_ROW = ROW + 3;
const VALUES = 7;
const [LOW, HIGH] = [`$H$${RANGE_ROW + 1}`, `$I$${RANGE_ROW + 1}`];
const [ROBUST, WORST] = [`$H$${RANGE_ROW + 2}`, `$H$${RANGE_ROW + 3}`];
const NONE = "n/a";

/**
 * How sure the answer is, in words and live cells: the averages of usage for which it stays the cheapest on offer, and the commitment
 * that loses least where the forecast itself is wrong.
 *
 * @param best The commitment that the sheet recommends.
 * @param agreed Bands, and terms where there are any.
 */
export function howSureParts(
  forecast: Operand,
  best: Operand,
  agreed: readonly Operand[],
  currency: Currency,
): readonly SheetBlock[] {
  const [bands = "", terms = null] = agreed;
  const range = commit("ANSWER_RANGE", forecast, best, bands, terms, quoted("usage"));
  const robust = commit("ROBUST_COMMITMENT", forecast, ...agreed);
  const value = { column: VALUES, look: "spilled" } as const;
  return [
    {
      ...{ row: ROW, column: COLUMN, rows: 1, columns: COLUMNS, look: "heading" },
      ...{ cells: [["How sure"]], formats: [TEXT] },
    },
    columnAt(
      ...([ROW + 1, COLUMN] as const),
      [rangeSentence(currency), robustSentence(currency)],
      ...(["sentence", [TEXT]] as const),
    ),
    columnAt(
      ...([RANGE_ROW, COLUMN] as const),
      [
        "The answer holds for average usage from, to",
        "Robust commitment, for usage ±20% and 0.5 to 1.5 times the spread",
        "At worst it costs more than the best by",
      ],
      ...(["labels", [TEXT]] as const),
    ),
    {
      ...{ ...value, row: RANGE_ROW, rows: 1, columns: 2, formats: [USD, USD] },
      cells: [[orWord(excel("CHOOSECOLS", excel("CHOOSEROWS", range, 2), 3, 4), NONE)]],
    },
    {
      ...{ ...value, row: RANGE_ROW + 1, rows: 2, columns: 1, formats: [USD] },
      cells: [[orWord(excel("CHOOSEROWS", excel("CHOOSECOLS", robust, 2), 2, 3), NONE)]],
    },
  ];
}

function rangeSentence(currency: Currency): Formula {
  return excel(
    "IF",
    operation(LOW, "=", quoted(NONE)),
    NO_RANGE,
    holdsSentence(LOW, HIGH, currency),
  );
}

function robustSentence(currency: Currency): Formula {
  const words = joined(
    ...([
      quoted("Least bad where the forecast is wrong: "),
      amountWords(ROBUST, currency),
    ] as const),
    ...[quoted(", at worst "), amountWords(WORST, currency), quoted(" more than the best.")],
  );
  return excel("IF", excel("ISNUMBER", ROBUST), words, NO_ROBUST);
}

/** "Best on offer for average usage from $590,000 to $910,000."; an end that is a word is no limit. */
export function holdsSentence(low: Operand, high: Operand, currency: Currency): Formula {
  const [isOpenBelow, isOpenAbove] = [excel("ISTEXT", low), excel("ISTEXT", high)];
  const [from, to] = [amountWords(low, currency), amountWords(high, currency)];
  const best = quoted("Best on offer ");
  const upTo = joined(best, quoted("up to average usage of "), to, quoted("."));
  const fromOn = joined(best, quoted("from average usage of "), from, quoted(" on."));
  const between = joined(
    ...([best, quoted("for average usage from "), from] as const),
    ...[quoted(" to "), to, quoted(".")],
  );
  return excel(
    "IF",
    isOpenBelow,
    excel("IF", isOpenAbove, joined(best, quoted("whatever average usage is.")), upTo),
    excel("IF", isOpenAbove, fromOn, between),
  );
}

const NO_ROBUST = quoted("No robust commitment is known under this forecast.");

export const NO_RANGE = quoted(
  "No range of usage is known in which it stays the cheapest on offer.",
);
