import { CENT_USD } from "../core/hindsight";
import { excel, type Formula, type Operand, operation } from "./formulas/call";

/** The commitments worth comparing, and what tells which of them are on offer. */
export interface ComparedOptions {
  /** A call of COMMITMENT_OPTIONS, and one of THRESHOLDS: cells that a formula spills into may not be worked out yet. */
  readonly options: Formula;
  readonly thresholds: Formula;
  /** OPTIMAL_COMMITMENT, or a word where there is none because a larger commitment never costs more. */
  readonly anyAmount: Operand;
  /** Savings that differ by no more than this are the same. */
  readonly rounding: Operand;
}

/** The unit to which three figures round a mean, as in analysis/forecast-rounding.ts; a cent where there is no usage. */
export function roundingFormula(mean: Operand): Formula {
  const unit = excel("POWER", 10, operation(excel("INT", excel("LOG10", mean)), "-", 2));
  return excel("IFERROR", excel("MAX", CENT_USD, unit), CENT_USD);
}

/**
 * The commitment that analysis/recommendation.ts recommends: the best of the thresholds and none, the smallest of those that
 * tie; the present one where it leads. Where a larger commitment never costs more it is the best of all options.
 *
 * @param presentSaving What the present commitment is expected to save.
 */
export function recommendedFormula(
  options: ComparedOptions,
  present: Operand,
  presentSaving: Operand,
): Formula {
  const ahead = operation("now", "+", "tie");
  const good = operation("saving", "+", "tie");
  const tied = excel(
    "IF",
    operation("best", ">", ahead),
    operation(operation(good, ">=", "best"), "*", operation("saving", ">", ahead)),
    operation(good, ">=", excel("MAX", "best", "now")),
  );
  return excel(
    "LET",
    ...offered(options),
    ...["best", excel("MAX", excel("FILTER", "saving", "offered"))],
    ...["now", presentSaving],
    excel(
      "IF",
      operation(
        operation(present, ">", 0),
        "*",
        operation("now", ">", operation("best", "+", "tie")),
      ),
      present,
      excel("MIN", excel("FILTER", "usd", operation("offered", "*", tied))),
    ),
  );
}

/** The best on offer beside a commitment; an error where there is no other. */
export function nextOnOfferFormula(options: ComparedOptions, recommended: Operand): Formula {
  const others = operation(
    "offered",
    "*",
    operation(excel("ABS", operation("usd", "-", recommended)), ">=", CENT_USD / 2),
  );
  const best = excel("MAX", excel("FILTER", "saving", "others"));
  const good = operation(operation("saving", "+", CENT_USD), ">=", best);
  return excel(
    "LET",
    ...offered(options),
    ...["others", others],
    excel("MIN", excel("FILTER", "usd", operation("others", "*", good))),
  );
}

/** Columns of COMMITMENT_OPTIONS, and of THRESHOLDS. */
const [AMOUNT, SAVING] = [1, 4];
const THRESHOLD = 1;

/** The names that both formulas use: each option, its saving, what counts as a tie, and whether it is on offer. */
function offered({
  options,
  thresholds,
  anyAmount,
  rounding,
}: ComparedOptions): readonly Operand[] {
  const column = (index: number): Formula => excel("CHOOSECOLS", "options", index);
  const hasNoBest = excel("ISTEXT", anyAmount);
  const threshold = excel("MATCH", "usd", excel("CHOOSECOLS", thresholds, THRESHOLD), 0);
  const isOffered = operation(
    operation(operation("usd", "=", 0), "+", excel("ISNUMBER", threshold)),
    "+",
    hasNoBest,
  );
  return [
    ...["options", excel("DROP", options, 1)],
    ...["usd", column(AMOUNT)],
    ...["saving", column(SAVING)],
    ...["tie", excel("IF", hasNoBest, CENT_USD, rounding)],
    ...["offered", operation(isOffered, ">", 0)],
  ];
}
