import type { Clause } from "../clauses";
import type { Findings } from "../findings";
import { topicsOf } from "../topics";

/** Words of a term that every email has as well: they count only in a clause of which nothing was read. */
const HINTS =
  /\b(?:payments?|pay(?:able|ing)?|due (?:on|upon|at)|invoices?|overspend|renewals?|renew(?:s|ed)?|price changes?|unused|is lost|prices? (?:may|can|could|will|are|is)|(?:same|list|standard|full) prices?|rates? (?:may|can|will|are)|leftovers?|refund\w*|usage (?:passes|reaches|reached|has reached|above|beyond|over|from)|(?:in|an) advance|arrears|(?:charged|billed|priced) at|discounted the same)\b/;
/** A sentence about one of these says something of the offer, unless it is a courtesy. */
const THINGS =
  /\b(?:commit\w*|minimum|balances?|discounts?|tiers?|bands?|levels?|consumption|usage|overspend|prices?|pricing|rates?|fees|charges|invoic\w*|renew\w*|laps\w*|expires?|increases?|refund\w*)\b/;
/** "Prices remain variable", "Discount: to be confirmed". */
const SAYS =
  /\b(?:is|are|be|remains?|stays?|may|can|could|will|would|shall|must|appl(?:y|ies)|tbd|tba|tbc|open|pending)\b/;
const COURTESY =
  /\b(?:please|let (?:me|us)|happy to|glad to|look(?:ing)? forward|thanks?|thank you|regards|attached|below|discuss\w*|talk|call|hope|find|here|as (?:agreed|discussed|promised)|summar\w+|questions?)\b|[:?]\s*$/;

/** Whether a clause of which nothing was read speaks of a term. */
export function hintsAtTerm(masked: string): boolean {
  const words = (masked.match(/\p{L}{2,}/gu) ?? []).length;
  return (
    (HINTS.test(masked) && words > 1) ||
    (THINGS.test(masked) && words > (SAYS.test(masked) ? 2 : 4) && !COURTESY.test(masked))
  );
}

/** Whether a clause names a term that no rule read in it: it is listed, so that nothing it says is lost in silence. */
export function namesUnreadTerm(masked: string, clause: Clause, findings: Findings): boolean {
  return topicsOf(masked).some(
    ({ fields }) => fields.length > 0 && !fields.some((field) => findings.isReadIn(clause, field)),
  );
}
