import {
  askedFraction,
  type ClauseConcession,
  type Concession,
  type DiscountConcession,
  isRealistic,
} from "../../../analysis/concession";
import type { Currency } from "../../../core/currency";
import { toCents } from "../../../core/money";
import { commitmentName } from "../../../wording/format/approximate";
import {
  formatExactPercent,
  formatList,
  formatPoints,
  formatUsd,
} from "../../../wording/format/format";
import { unrealisticWords } from "../../../wording/messages/ask-words";
import type { CommitmentNames } from "../../../wording/messages/commitment-names";
import { stayingWords } from "../../../wording/messages/threshold-choice-messages";

/** What to ask for where a threshold does not pay. */
export interface ConcessionSentences {
  /** What has to be made up, and how many ways there are. */
  readonly lead: string;
  /** Each way that closes the gap by itself. */
  readonly ways: readonly string[];
  /** What does not. */
  readonly others: readonly string[];
}

/** What to ask for where a threshold does not pay, in words. */
export function describeConcession(
  { gapUsd, bestOtherUsd, discount, clauses }: Concession,
  commitmentUsd: number,
  currency: Currency,
  nameOf: CommitmentNames = (one) => commitmentName(one, currency),
): ConcessionSentences {
  const ways = [...discountWays(discount), ...clauseWays(clauses, currency)];
  const count =
    ways.length === 0
      ? "Nothing on this list closes the gap."
      : `${ways.length === 1 ? "This closes" : "Each of these closes"} the gap:`;
  return {
    lead: `To cost no more than ${otherWords(bestOtherUsd, commitmentUsd, nameOf, currency)}, it has ${formatUsd(gapUsd, currency)} a year to make up. ${count}`,
    ways,
    others: [...discountOthers(discount), ...clauseOthers(clauses, currency)],
  };
}

function otherWords(
  bestOtherUsd: number,
  commitmentUsd: number,
  nameOf: CommitmentNames,
  currency: Currency,
): string {
  if (toCents(bestOtherUsd) === toCents(commitmentUsd))
    return stayingWords(commitmentUsd, currency);
  return toCents(bestOtherUsd) === 0
    ? "paying on demand, which costs least of all"
    : `${nameOf(bestOtherUsd)}, the best of all other commitments`;
}

function discountWays(discount: DiscountConcession): readonly string[] {
  if (discount.kind !== "needed" || !isRealistic(discount)) return [];
  const { neededFraction, extraFraction } = discount;
  const asked = askedFraction(neededFraction);
  const extra = formatPoints(asked - (neededFraction - extraFraction));
  return [`A discount of ${formatExactPercent(asked)}, ${extra} more than offered`];
}

function discountOthers(discount: DiscountConcession): readonly string[] {
  switch (discount.kind) {
    case "needed":
      return isRealistic(discount)
        ? []
        : [`No realistic discount does: it would take ${unrealisticWords(discount)}.`];
    case "helpsStaying":
      return [
        "A better discount does not: usage above your commitment already gets this threshold’s rate as it reaches it.",
      ];
    case "noneSuffices":
      return ["No discount does: too little of the commitment would be used."];
  }
}

function clauseWays(clauses: ClauseConcession, currency: Currency): readonly string[] {
  switch (clauses.kind) {
    case "oneSuffices":
      return clauses.clauses.map(
        ({ name, valueUsd }) => `${name}, worth ${formatUsd(valueUsd, currency)} a year`,
      );
    case "onlyTogether":
      return [
        `All of these together, worth ${formatUsd(clauses.valueUsd, currency)} a year: ${formatList(clauses.names)}`,
      ];
    case "notEvenTogether":
    case "noneLacking":
      return [];
  }
}

function clauseOthers(clauses: ClauseConcession, currency: Currency): readonly string[] {
  switch (clauses.kind) {
    case "oneSuffices":
    case "onlyTogether":
      return [];
    case "notEvenTogether": {
      const worth = `worth ${formatUsd(clauses.valueUsd, currency)} a year`;
      const [only = "", ...more] = clauses.names;
      return [
        more.length === 0
          ? `${only} does not: it is ${worth}.`
          : `Clauses do not, even all together: ${formatList(clauses.names)} are ${worth}.`,
      ];
    }
    case "noneLacking":
      return ["The band already has every clause that could be asked for here."];
  }
}
