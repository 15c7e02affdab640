import type { Clause } from "./clauses";
import type { Field, Findings } from "./findings";

/** Words that name a term, and the fields that a sentence with them may fill. */
const NAMED: readonly (readonly [RegExp, readonly Field[]])[] = [
  [
    /\b(?:lock(?:ed|s|[- ]in)?|frozen|freeze|(?:price|rate) (?:hold|guarantee|protection))\b/,
    ["rateLock", "upliftCapFraction"],
  ],
  [
    /\b(?:overages?|over-?usage|overrun|(?:extra|additional|excess) (?:usage|consumption)|(?:over|above|beyond|exceed\w*) (?:the|your|that) commit\w*)\b/,
    ["overage"],
  ],
  [
    /\b(?:unused|unspent|unconsumed|roll-?overs?|carry-?overs?|forfeit\w*|shortfalls?|true-?ups?|use[- ]it[- ]or)\b/,
    ["forfeitedShareFraction", "rollover"],
  ],
  [/\b(?:uplifts?|escalators?|indexation|price increases?)\b/, ["upliftCapFraction"]],
  [
    /\b(?:invoic(?:ed|ing)|billed|billing|payable|instal+ments?|arrears|pre-?pa(?:id|y|yment|yments)|up-?front)\b/,
    ["payment", "forfeitedShareFraction", "overage"],
  ],
];

/** Whether words name a term, such as a heading over what it is for each band. */
export function namesTerm(words: string): boolean {
  return NAMED.some(([names]) => names.test(words.toLowerCase()));
}

/** Whether a clause names a term that no rule read in it: it is listed, so that nothing it says is lost in silence. */
export function namesUnreadTerm(masked: string, clause: Clause, findings: Findings): boolean {
  return NAMED.some(
    ([words, fields]) =>
      words.test(masked) && !fields.some((field) => findings.isReadIn(field, clause)),
  );
}
