import type { Clause } from "./clauses";
import type { Figure } from "./figures/figure";
import { firstFrom } from "./figures/figures-within";
import type { Amount } from "./points/amounts";

const EITHER = /^\s*(?:,|\/|or|and)\s*(?:or |and )?(?:an? |the )?$/;

/** Between amounts of one list, "Commitment: $250k, $500k", or of a choice, "commit to $500k or, if you like, to $1M". */
const LISTED =
  /^\s*(?:,|\/|\||or)?\s*(?:or )?(?:an? )?$|^(?:[\s,/|()-]|‹d\d+›|\b(?:annually|yearly|for|over|with|on|an?|term|deal|contract)\b)*\b(?:or|alternatively)\b(?:[\s,:]|\b(?:or|else|even|alternatively|instead|rather|perhaps|if you (?:like|prefer|wish|want)|better|also|to|of|at|for|an?|the|one|commit(?:ting|ment)?|minimum|at least|annual|yearly|go (?:to|for|with))\b)*$/;

function between(text: string, one: Amount, other: Amount, all: readonly Figure[]): string {
  const places = [one, other].map(({ figure }) =>
    text.search(new RegExp(`‹\\w${firstFrom(figure.start, all)}›`)),
  );
  return text.slice(text.indexOf("›", places[0]) + 1, places[1]);
}

/** Amounts called commitments: "either a $500k or an $800k commitment" calls both one. */
export function committedAmong(
  amounts: readonly Amount[],
  text: string,
  clause: Clause,
  all: readonly Figure[],
): readonly Amount[] {
  const isMarked = ({ figure }: Amount): boolean => figure.kind === "money";
  // "Annual commitment | 1 | $500,000": a quantity is no amount beside one.
  const isSaid = (amount: Amount): boolean =>
    isMarked(amount) ||
    amount.usd >= 1000 ||
    (clause.isLine && /[:|=]/.test(text) && !amounts.some(isMarked));
  let isCommitted = false;
  return amounts.filter((amount, index) => {
    const [last, next] = [amounts[index - 1], amounts[index + 1]];
    const isEither = next?.isCommitment === true && EITHER.test(between(text, amount, next, all));
    const isListed = isCommitted && last && LISTED.test(between(text, last, amount, all));
    isCommitted = amount.isCommitment || isEither || isListed === true;
    return isCommitted && isSaid(amount);
  });
}
