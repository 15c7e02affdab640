import type { Currency } from "../../core/currency";
import { TEXT } from "../../wording/format/number-formats";
import { cellAt } from "../block-parts";
import {
  type CellContent,
  commit,
  excel,
  type Formula,
  type Operand,
  quoted,
} from "../formulas/call";
import { holdsSentence, NO_RANGE } from "../how-sure-block";
import { orWord } from "../label-formula";
import { literalText } from "../literal-text";
import type { SheetBlock } from "../sheet-block";
import { amountWords, joined, percentWords } from "../usage/sentence-formula";
import {
  at,
  COMMITMENT,
  DISCOUNT,
  OURS,
  RESTS_ROW,
  type Side,
  THEIRS,
} from "./counter-offer-places";

/** What a position rests on beside the deal. */
export interface Evidence {
  /** Where the forecast is from, in words. */
  readonly source: string;
  /** The forecast of efficient usage, where the workbook has one. */
  readonly efficient: string | undefined;
  /** The table of comparable deals with its headings, where the workbook has one. */
  readonly comparables: string | undefined;
}

/** How many rows it takes. */
export function evidenceCount({ efficient, comparables }: Omit<Evidence, "source">): number {
  return 3 + [efficient, comparables].filter((one) => one !== undefined).length;
}

/** What the position rests on: usage, where it is from, how sure it is, and what else the workbook knows. */
export function evidenceParts(
  { source, efficient, comparables }: Evidence,
  {
    forecast,
    mean,
    theirs,
    ours,
  }: {
    readonly forecast: Operand;
    readonly mean: Formula;
    readonly theirs: Side;
    readonly ours: Side;
  },
  currency: Currency,
): readonly SheetBlock[] {
  const amount = (usd: Operand): Formula => amountWords(usd, currency);
  const [low, high] = [0.1, 0.9].map((share) => commit("FORECAST_QUANTILE", forecast, share));
  const rank = commit(
    "BENCHMARK_RANK",
    ...[at(THEIRS, DISCOUNT), at(THEIRS, COMMITMENT), comparables ?? "", theirs.bands],
  );
  const evidence: readonly (readonly [label: string, text: CellContent])[] = [
    [
      "Usage",
      joined(
        amount(mean),
        quoted(" a year on average, likely "),
        amount(low ?? mean),
        quoted(" to "),
        amount(high ?? mean),
        quoted("."),
      ),
    ],
    ["Forecast", literalText(`${source}.`)],
    ["How sure", howSure(forecast, ours, currency)],
    ...(efficient === undefined
      ? []
      : [
          [
            "Efficient usage",
            joined(
              amount(commit("FORECAST_MEAN", efficient)),
              quoted(" a year on average, once the savings planned are made."),
            ),
          ] as const,
        ]),
    ...(comparables === undefined
      ? []
      : [
          [
            "Comparable deals",
            orWord(
              joined(
                quoted("Their discount is better than "),
                percentWords(rank),
                quoted(" of those in its band."),
              ),
              "Fewer than five are known in this band.",
            ),
          ] as const,
        ]),
  ];
  return evidence.flatMap(([label, text], index) => [
    cellAt(RESTS_ROW + 1 + index, 0, label, TEXT, "labels"),
    cellAt(RESTS_ROW + 1 + index, 1, text, TEXT, "labels"),
  ]);
}
/** Between which averages of usage our commitment stays the cheapest on offer, from ANSWER_RANGE. */
function howSure(forecast: Operand, { agreed }: Side, currency: Currency): Formula {
  const end = (column: number): Formula => excel("INDEX", "range", 2, column);
  const [bands = "", terms = null] = agreed;
  const range = commit(
    "ANSWER_RANGE",
    ...[forecast, at(OURS, COMMITMENT), bands, terms, quoted("usage")],
  );
  const sentence = holdsSentence("low", "high", currency);
  return excel(
    "IFNA",
    excel("LET", ...["range", range, "low", end(3), "high", end(4)], sentence),
    NO_RANGE,
  );
}
