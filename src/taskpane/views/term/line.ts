import { aboutUsd } from "../../../wording/format/approximate";
import type { RowLine } from "../../kit/row-line";
import { bestProtection, worthWords, yearsWords } from "./term-messages";
import { readTerm, type TermState } from "./term-reading";

/** "3 years: $1.58M; a rate lock is worth $44k", or what stops the answer. */
export function line(state: TermState): RowLine {
  const answer = readTerm(state)?.answer;
  if (!answer) return { text: "Waits for usage, offer and commitment", mark: "done" };
  if (!answer.ok) return { text: "The term cannot be priced as it is set", mark: "need" };
  const { termYears, wonCostUsd } = answer.value;
  const best = bestProtection(answer.value);
  const worth = best ? `; ${worthWords(best, state.currency)}` : "";
  return {
    text: `${yearsWords(termYears)}: ${aboutUsd(wonCostUsd, state.currency)}${worth}`,
    mark: "done",
  };
}
