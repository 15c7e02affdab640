import type { Currency } from "../../core/currency";
import { excel, type Formula, type Operand, operation, quoted } from "../formulas/call";
import { amountWords, joined, percentWords } from "../usage/sentence-formula";
import { at, COMMITMENT, COST, DISCOUNT, NO_DEAL, OURS, THEIRS } from "./counter-offer-places";

/** Our position, and what it costs against theirs. */
export function positionSentences(currency: Currency): readonly Formula[] {
  const amount = (usd: Operand): Formula => amountWords(usd, currency);
  const [usd, cost, theirCost] = [at(OURS, COMMITMENT), at(OURS, COST), at(THEIRS, COST)];
  const gap = operation(theirCost, "-", cost);
  return [
    excel(
      "IF",
      operation(usd, "=", 0),
      quoted(
        "As things are we commit to nothing: every commitment on offer is expected to cost more.",
      ),
      joined(
        quoted("We commit to "),
        amount(usd),
        quoted(" a year at "),
        percentWords(at(OURS, DISCOUNT)),
        quoted(" off list prices, with what is asked for below."),
      ),
    ),
    joined(
      quoted("It is expected to cost "),
      amount(cost),
      quoted(" a year, "),
      excel(
        "IF",
        operation(excel("ROUND", gap, 0), "=", 0),
        quoted("as much as your offer."),
        joined(
          amount(excel("ABS", gap)),
          excel(
            "IF",
            operation(gap, ">", 0),
            quoted(" less than your offer."),
            quoted(" more than your offer."),
          ),
        ),
      ),
    ),
  ];
}

export function noDealSentence(currency: Currency): Formula {
  const amount = (usd: Operand): Formula => amountWords(usd, currency);
  const [cost, ours] = [at(NO_DEAL, COST), at(OURS, COST)];
  const gap = operation(cost, "-", ours);
  return joined(
    quoted("We pay for usage as it comes: "),
    amount(cost),
    quoted(" a year is expected, "),
    amount(excel("ABS", gap)),
    excel(
      "IF",
      operation(gap, ">=", 0),
      quoted(" more than under our position."),
      quoted(" less than under our position."),
    ),
  );
}
