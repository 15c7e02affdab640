import type { Currency } from "../core/currency";
import { excel, type Formula, formulaOf, type Operand, operation, quoted } from "./formulas/call";

/** The answer in words, over the cells that hold it; a saving in three figures. */
export function answerSentence(
  best: string,
  cost: string,
  saving: string,
  currency: Currency,
): Formula {
  const dollars = (amount: Operand, digits: Operand): Formula =>
    operation(quoted(currency.sign), "&", excel("FIXED", amount, digits));
  const joined = (first: Operand, ...rest: readonly Operand[]): Formula =>
    rest.reduce<Formula>((text, next) => operation(text, "&", next), formulaOf(first));
  const figures = excel(
    "MIN",
    0,
    operation(3, "-", excel("LEN", excel("INT", excel("ABS", saving)))),
  );
  const commitTo = excel(
    "IF",
    operation(best, "=", 0),
    quoted("Commit to nothing"),
    operation(quoted("Commit to "), "&", dollars(best, 0)),
  );
  const gain = excel(
    "IF",
    operation(saving, "<", 0.5),
    quoted(" The present commitment is as good."),
    joined(
      quoted(" That saves about "),
      dollars(saving, figures),
      quoted(" a year against the present commitment."),
    ),
  );
  return excel(
    "IF",
    excel("ISTEXT", best),
    quoted("No commitment is best: committing more is never dearer here."),
    joined(commitTo, quoted(": its expected cost is "), dollars(cost, 0), quoted(" a year."), gain),
  );
}
