import { pattern } from "./clauses";

/** What another side, or another time, says: it is no offer, and stands beside one for the same amount as a question. */
const OF_OTHERS: readonly RegExp[] = [
  "^(?![^;]*\\bthey (?:offer|put|gave|give|came|said|went|did))[^]*\\b(?:we|i)(?:'d| would|'re| are|'m| am)? (?:want|like|need|expect|hope|aim|looking|after)\\b(?! you| to (?:offer|propose|give|extend|grant)\\b)[^;]*P",
  "^(?![^;]*\\b(?:offer|they (?:put|gave|give|came|said|went|did)))[^]*(?:\\b(?:we|i|you)(?:'ve|'d| had| have)? (?:asked|requested|countered|hoped|pushed)\\b|\\b(?:asked|asks|asking|pushed|pushing|hoped|hoping) for\\b)",
  "\\b(?:our|your) (?:ask|target|goal|counter\\w*|walk-?away)\\b|\\b(?:goal|aim|target|wish|walk-?away)\\s*[:=]|\\bif we (?:get|got|can get|could get|receive)\\b|^\\W*(?:old|current|existing|previous|before|today)\\s*:|^\\W*(?:target|walk-?away|goal|our ask|(?:us(?=\\W*P)|we|me|buyer|customer|client)\\s*:|counter(?:-?offer|-?proposal)?\\s*[:-])",
  "\\b(?:discount|rate|deal|price|tier|terms?|agreement)s? (?:of )?today\\b|\\btoday (?:you|we) (?:are|have|get|pay)\\b|\\btoday's (?:discount|rate|deal)\\b",
  "\\b(?:quote|offer|proposal|bid|quotation|price|deal)s? (?:was|were|had been)\\b(?![^;]*\\b(?:now|is|are|will)\\b)",
  "^(?![^;]*\\b(?:offer|propos)\\w*\\b)[^]*\\b(?:we|i) (?:wanted|needed|expected|hoped|aimed|targeted)\\b[^;]*P",
  "\\b(?:it|that|this) was (?:at |only |just )?P",
  "^(?![^;]*\\b(?:now|will|new|offer\\w*)\\b)[^]*\\b(?:old|previous|prior|former|earlier|last|expired|current|existing) (?:agreement|contract|deal|terms?|order|arrangement)\\b[^;]*\\b(?:was|were|had|got|paid|gave|came)\\b",
  "^(?![^;]*\\b(?:now|will|new|offer\\w*)\\b)[^]*(?:\\b(?:we|you) (?:had(?! to\\b)|paid|used to)\\b|\\b(?:last|previous|prior) (?:time|round|year|renewal|contract)\\b[^;]*\\b(?:was|were|had|got|paid)\\b|\\b(?:was|were|had|got|paid)\\b[^;]*\\b(?:last|previous|prior) (?:time|round|year|renewal|contract)\\b)",
  "\\bif (?:you|they)(?:'d| would| could| can| will)? (?:also )?(?:(?:give|grant|offer|match|agree|improve|raise|bring|make it|meet us|get (?:us|me) to)\\b|(?:go|move|get|come)\\b[^;‹]{0,15}P)",
  "\\bwe(?:'d| would| could)(?: be (?:able|willing|ready|happy|prepared) to)? (?:accept|sign|settle)\\b",
  "^\\W*(?:please )?(?:give|grant|get) us\\b|\\b(?:expired|withdrawn|superseded|lapsed) *[,;.]?$",
  "^(?![^;]*\\b(?:offer|propos|can|could|will|would|move|new)\\w*\\b)[^]*\\b(?:currently|at present|presently|at the moment|existing|until now|used to|formerly|last year|expiring|(?:present|current) (?:plan|pricing|price|terms?|band|rate|discount|deal|contract|agreement|tier|level)|(?:you|we) (?:already|now) (?:have|get|receive|pay))\\b",
].map((source) => pattern(source));

/** Whether a clause gives the words of the buyer, or of an agreement that runs already. */
export function isOfOthers(masked: string): boolean {
  return OF_OTHERS.some((others) => others.test(masked));
}

/** "Not 15% but 12%", "12% (not 15%)": what is denied beside what is offered. */
const CORRECTED = pattern(
  ",? ?\\b(?:not|no longer|instead of|rather than|up from|down from|compared (?:to|with)|in place of) (?:be |get |receive |at |the |your |our |today's |current |present |previous |old )*(?:P (?:off |discount )?(?:on|at|for) M|M (?:at|with) P|P (?:that )?you (?:have|get|receive)(?: (?:today|now|currently|at present))?(?: (?:on|at|for) M)?)|\\(\\s*(?:and )?(?:not|no longer|instead of|rather than) (?:P|M)\\s*\\)|,? ?\\b(?:not|no longer|instead of|rather than) (?:be |get |receive |at |the )*(?:P|M)(?:,? but|,)?(?=[ .;]|$)",
  "g",
);
const DENIES =
  /\b(?:not|never|neither|nor|cannot|no longer|refus\w+|declin\w+|reject\w+|unable|impossible|unavailable|withdrawn|expired|(?:off|from) the table|out of (?:the question|reach)|rather than|instead of|unless|ignor\w+|scrap\w*|forget|disregard\w*|cancel\w*|no (?:one|deal|way|chance|room))\b|n't\b/;
const HARMLESS =
  /\bnot (?:marginal|incremental|graduated|tiered)\b|\bnot (?:less than|more than|only|just|later than|binding|cumulative|combinable|compound\w*|negotiable|includ\w+|count\w+|subject to|exceed\w*|to exceed|below|under|above|over|taxed|refundable)\b|\bno (?:less|more|later) than\b|\bwhether or not\b|\bnot (?:reach\w*|meet|met|used|consumed|spent|fill\w*)\b|\b(?:do|does) not (?:include|count|hesitate)\b/g;
const PARTS = /(?<=[,;()])|(?<= - )|(?=\bbut\b|\bhowever\b|\binstead\b(?! of))/;

/** The text without figures that it denies: each part between commas stands for itself. */
export function withoutDenied(text: string): string {
  return text
    .replace(CORRECTED, " ")
    .split(PARTS)
    .map((part) =>
      DENIES.test(part.replace(HARMLESS, " ")) ? part.replace(/‹[mpnx]\d+›/g, "…") : part,
    )
    .join("");
}
