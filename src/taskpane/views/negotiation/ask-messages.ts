import type { Currency } from "../../../core/currency";
import type { ClauseName } from "../../../forecast/clause-values";
import { aboutUsd, commitmentName } from "../../../wording/format/approximate";
import { formatExactPercent, formatList } from "../../../wording/format/format";
import { unrealisticWords } from "../../../wording/messages/ask-words";
import type { Ask, UnrealisticAsk } from "./ask";

/** What to ask for in a line: "Ask for 17.5% at $500k, or overage at the committed rate". */
export function askAnswer(ask: Ask, currency: Currency): string {
  switch (ask.kind) {
    case "threshold": {
      const { thresholdUsd, discountFraction, clauses, together } = ask;
      const at = `at ${commitmentName(thresholdUsd, currency)}`;
      const words = clauses.map(inSentence);
      const [first] = words;
      const clause = together ? `all of ${words.length} clauses together` : first;
      if (discountFraction === undefined) return `Ask for ${clause} ${at}`;
      const discount = `Ask for ${formatExactPercent(discountFraction)} ${at}`;
      return clause === undefined ? discount : `${discount}, or ${clause}`;
    }
    case "clause":
      return `Ask for ${inSentence(ask.clause)}: it saves ${aboutUsd(ask.valueUsd, currency)} a year`;
    case "nothing":
      return "Nothing on this list is worth asking for";
  }
}

/** Why, and which discount is left out because no vendor gives it. */
export function askReason(ask: Ask, currency: Currency): string {
  return whyAsked(ask, currency) + unrealisticSentence(ask.unrealistic, currency);
}

function whyAsked(ask: Ask, currency: Currency): string {
  switch (ask.kind) {
    case "threshold": {
      const name = commitmentName(ask.thresholdUsd, currency);
      const words = ask.clauses.map(inSentence);
      const others = words.slice(1);
      const more = ask.together
        ? ` The clauses: ${formatList(words)}.`
        : others.length === 0
          ? ""
          : ` So does ${others.join(", or ")}.`;
      return `Then ${name}, the next threshold, costs no more a year than the best of all other commitments.${more}`;
    }
    case "clause":
      return `At ${commitmentName(ask.commitmentUsd, currency)}, ${ask.isPresent ? "the present commitment" : "the best commitment on offer"}, no other clause saves as much.`;
    case "nothing":
      return ask.unrealistic
        ? "No clause saves an amount that the forecast can tell from nothing."
        : "No discount and no clause makes a higher threshold pay, and no clause saves an amount that the forecast can tell from nothing.";
  }
}

/** That only a discount which no vendor gives makes the next threshold pay; empty where that is not so. */
function unrealisticSentence(of: UnrealisticAsk | undefined, currency: Currency): string {
  if (!of) return "";
  const words = unrealisticWords(of.discount);
  return ` No realistic discount alone makes ${commitmentName(of.thresholdUsd, currency)} pay: it would take ${words}.`;
}

function inSentence(clause: ClauseName): string {
  const words = clause.charAt(0).toLowerCase() + clause.slice(1);
  return clause === "Step-up right" ? `a ${words}` : words;
}
