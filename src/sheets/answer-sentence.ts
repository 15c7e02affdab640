import type { Currency } from "../core/currency";
import { excel, type Formula, formulaOf, type Operand, operation, quoted } from "./formulas/call";

/** The cells that the answer is read from. */
export interface AnswerCells {
  /** The recommended commitment, and its expected cost. */
  readonly best: string;
  readonly cost: string;
  readonly present: string;
  /** What the best is measured against, or a word where there is none; and how much more that costs. */
  readonly other: string;
  readonly lead: string;
  /** The best of any amount, or a word where there is none; and how much less that costs. */
  readonly anyAmount: string;
  readonly gain: string;
  /** Differences within this are a tie. */
  readonly rounding: string;
}

/** The answer in words, over the cells that hold it; what it saves in three figures. */
export function answerSentence(
  { best, cost, present, other, lead, anyAmount, rounding }: AnswerCells,
  currency: Currency,
): Formula {
  const { amount, about } = dollarsIn(currency);
  const named = (cell: Operand): Formula =>
    excel("IF", operation(cell, "=", 0), quoted("nothing"), amount(cell));
  const isPresent = (cell: string): Formula =>
    operation(operation(present, ">", 0), "*", operation(cell, "=", present));
  const rival = excel(
    "IF",
    isPresent(other),
    quoted(" a year against the present commitment."),
    joined(
      quoted(" a year more than "),
      excel("IF", operation(other, "=", 0), quoted("committing nothing"), amount(other)),
      quoted(" would."),
    ),
  );
  return excel(
    "IF",
    ...[
      excel("ISTEXT", anyAmount),
      joined(
        quoted("Commit to "),
        amount(best),
        quoted(" or more: a larger commitment never costs more here. Its expected cost is "),
        amount(cost),
        quoted(" a year."),
      ),
    ],
    excel(
      "IF",
      ...[
        excel("ISTEXT", other),
        joined(
          quoted("Nothing to choose: these bands have no threshold above "),
          amount(0),
          quoted("."),
        ),
      ],
      excel(
        "IF",
        operation(lead, ">", rounding),
        joined(
          excel("IF", isPresent(best), quoted("Stay at "), quoted("Commit to ")),
          named(best),
          quoted(": its expected cost is "),
          amount(cost),
          quoted(" a year. That saves about "),
          about(lead),
          rival,
        ),
        joined(
          quoted("A tie: commit to "),
          named(excel("MIN", best, other)),
          quoted(" or to "),
          amount(excel("MAX", best, other)),
          quoted(". The "),
          about(excel("ABS", lead)),
          quoted(" a year between them is within a rounding of the forecast."),
        ),
      ),
    ),
  );
}

/** What would be better still, were any amount on offer; empty where the answer is no amount at all. */
export function anyAmountSentence(
  { anyAmount, gain, rounding }: AnswerCells,
  currency: Currency,
): Formula {
  const { amount, about } = dollarsIn(currency);
  return excel(
    "IF",
    excel("ISTEXT", anyAmount),
    quoted(""),
    joined(
      quoted("If any amount may be committed, "),
      excel(
        "IF",
        operation(gain, ">", rounding),
        joined(
          amount(anyAmount),
          quoted(" would save about "),
          about(gain),
          quoted(" a year more."),
        ),
        quoted("none would save more by more than a rounding of the forecast."),
      ),
    ),
  );
}

export function joined(first: Operand, ...rest: readonly Operand[]): Formula {
  return rest.reduce<Formula>((text, next) => operation(text, "&", next), formulaOf(first));
}

/** Amounts in whole dollars, and in three figures. */
export function dollarsIn({ sign }: Currency) {
  const dollars = (amount: Operand, digits: Operand): Formula =>
    operation(quoted(sign), "&", excel("FIXED", amount, digits));
  return {
    amount: (amount: Operand): Formula => dollars(amount, 0),
    about: (amount: Operand): Formula =>
      dollars(
        amount,
        excel("MIN", 0, operation(3, "-", excel("LEN", excel("INT", excel("ABS", amount))))),
      ),
  };
}
