import { pattern } from "./clauses";
import { OTHER_MATTERS, OTHER_PRODUCTS, RIVAL, VENDOR } from "./lexicon";
import { isImagined, isOfOthers } from "./not-offered";
import { isOfOtherCustomers } from "./other-customers";

const NEAR = "[^,;‹\\t|]{0,25}";

/** "(normally 10% of spend)": what only the brackets say is no matter of their clause. */
const BRACKETS = /\([^()]*\b(?:normally|usually|typically|average|elsewhere)\b[^()]*\)/g;

/** "AWS", "the Azure quote": a label, or a line over others. */
export const OF_RIVAL = `(?:(?:from|by|the|versus|vs\\.?) )?${RIVAL}(?:'s)?(?: (?:offer|quote|bid|proposal|deal|pricing|price|rates?))?`;

/** Whole clauses that say what a rival or another customer has. */
const RIVALS: readonly RegExp[] = [
  `\\b${RIVAL}\\b (?:gives?|gave|offers?|offered|quotes?|quoted|proposes?|proposed|bids?|came back|came in|charges?|has|would|could)\\b|\\b(?:competitors?|competing|rivals?|(?:another|other) (?:vendors?|providers?|suppliers?|bidders?)|for (?:example|reference|comparison))\\b|^\\W*(?:(?:an? )?(?:\\w+ )?examples?|e\\.g)\\b`,
  // In brackets behind, by a letter or by its place.
  `\\((?:from |by |at |vs\\.? )?${RIVAL}\\)|\\b(?:from|by) ${RIVAL}\\W*$|\\b(?:agreement|contract|deal|commitment|term)s? (?:with|at|of) ${RIVAL}\\b|\\b${RIVAL}(?:'s| is| are) (?:at|offering|quoting|proposing)\\b|\\b${RIVAL}'s (?:offer|quote|bid|proposal|deal|price|pricing|rates?)\\b`,
  `\\b${VENDOR} (?:[a-z]|‹n\\d+›)(?:'s\\b| (?:has |have |had )?(?:gave|given|gives?|offers?|offered|quotes?|quoted|propos\\w+|bids?|came|comes|is|are|was|would|will|could|can|does|did|charges?|went|goes|stands?|promised|sent)\\b)|\\b(?:from|with|at|by|of) ${VENDOR} [b-hj-z]\\b|^\\W*${VENDOR} [x-z]\\s*[:(-]|\\ban(?:other)? (?:offer|quote|bid|proposal) (?:from|by) ${RIVAL}\\b|^\\W*(?:with|at|from) ${RIVAL} (?:we|i)\\b|\\b(?:incumbent|runner-?up|market leader|(?:alternative|second|third|next[- ]best|rival|cheaper|different|losing|prior|previous|former|old) ${VENDOR}|(?:next[- ]best|rival) (?:offer|bid|quote|proposal))\\b`,
].map((source) => pattern(source));

/** Whole clauses that hold no price of the offer, whatever their figures. */
const CLAUSES: readonly RegExp[] = [
  // A question offers nothing, nor does what is not agreed.
  "^(?!(?!.*P)(?=.*\\b(?:commit|minimum))(?=.*G[^‹]{0,25}\\bor\\b[^‹]{0,25}G)).*\\?[\"')]*\\s*$",
  "(?:\\b(?:not|never|yet to|nothing)|n't)\\b (?:yet |been |be |an? |the |our )*(?:agree\\w*|approved?|confirm\\w*|accept\\w*|possible|available|offer\\w*|on the table|includ\\w+)\\b",
  "\\bfor (?:every|each) (?:additional |extra |further |next )?G|\\bdiscounts?\\b[^;]{0,20}\\b(?:not|never) (?:to )?exceed",
  "\\b(?:if|when|where|should|for (?:each|every|any)|service credits?|below|falls?|under|damages|indemn\\w+)\\b[^]*\\b(?:uptime|availability|service level|sla)\\b|\\b(?:uptime|availability|service level|sla)\\b[^]*\\b(?:if|when|below|falls?|under|credits?)\\b|\\b(?:service credits?|liabilit\\w+|liable(?! for (?:the|an?|any|all) (?:fee|payment|shortfall|difference|unused|balance|gap))|damages|indemn\\w+|insurance)\\b",
  // What is on offer only on another condition.
  "\\bonly (?:be )?(?:possible|available|feasible)\\b|\\b(?:would|'d) (?:have to|need to|require)\\b",
  // Seats have a price and months of their own.
  "^(?!.*\\bcommit).*(?:(?:S|\\b(?:seats?|licen[cs]es?|users?)\\W{0,3}N)\\s*(?:at|x|×|@|for|:|=)\\s*(?:M|U)|S.*M (?:each|apiece)\\b)",
  `^(?!.*(?:M|P.*N|N.*P|\\b(?:discount|off\\b|commit|prices?|pricing|overage|unused|invoic|bill|renew|payment|net)))(?=.*\\b(?:${OTHER_MATTERS})\\b)`,
  `^(?!.*M)\\W*(?:(?:the|our|your|all|any|an?|additional|D) )*(?:(?:prices?|fees?|rates?|anything|costs?) (?:for|of|above|over) (?:the )?)?(?:${OTHER_PRODUCTS}|S)\\b|^(?!.*\\bcommit)\\W*(?:(?:the|our|your) )*(?:${OTHER_PRODUCTS})\\b[^‹|\\t]{0,20}M`,
  "^(?!.*M).*\\b(?:usage|consumption|volume|traffic|support|training|seat) (?:prices? |fees? |costs? )?(?:(?:may|might|can|could|will|would|shall) )?(?:increase|grow|rise)|^(?!.*M).*\\b(?:increase|growth|rise) (?:of|in) (?:usage|consumption|volume|traffic)\\b",
  // A charge with a ladder of its own: "Premium support: 10% up to $100k, 7% from there".
  "^\\W*(?:\\w+ ){0,2}(?:support|training|onboarding|maintenance)\\b[^‹:]{0,15}:.*P",
  // A formula is no number of its own.
  "[*×=]\\s*\\(|P\\s*[*×]\\s?(?=[\\w(‹])|\\b(?:formula|proportional\\w*|pro[- ]rata)\\b",
  "\\bsav\\w+\\b[^;]*\\b(?:cach\\w+|routing|batch\\w*|optimi[sz]\\w+|compress\\w+)\\b|\\b(?:customers?|clients?|companies|teams|others|users)\\b[^;]{0,30}\\bsav(?:e|es|ed|ing)\\b",
].map((source) => pattern(source));

/** Phrases whose figures are no amount and no discount of the offer. */
const PHRASES: readonly RegExp[] = [
  // A promise of service, "99.9% SLA", between commas.
  "(?:^|[,;]|\\b(?:with|and)\\b)(?:(?!\\b(?:with|and)\\b)[^,;])*\\b(?:uptime|availability|service level|sla)\\b[^,;]*",
  // A fee of a share of something, with its least amount.
  "P of (?:\\w+ ){0,4}(?:fees|charges|spend|usage)\\b[^;‹]{0,15}\\b(?:min(?:imum)?|floor|at least|not less than)\\b[^;‹]{0,20}M",
  // Figures on a condition.
  "(?:\\b(?:add|another|an? (?:extra|additional|further)|extra|additional(?:ly)?|further|bonus|incremental)\\b)[^,;‹]{0,20}P[^,;)]*",
  "\\bplus P[^,;]*\\b(?:if|for|when)\\b[^,;)]*",
  "P (?:more(?! than (?:the )?(?:list|committed|contract|agreed|public))|extra|additional|on top|incremental)\\b[^,;)]*",
  "P[^,;‹]{0,25}\\b(?:if|when|provided|for) (?:you |customer |paid |it is |an |a |annual |annually |yearly |full |early )*(?:pre-?pay\\w*|pay(?:ing|ment)? (?:within|upfront|up front|annually|in advance|early)|paid|sign(?:ing|ed)? (?:by|before)|multi-?year|invoices? (?:is|are) paid)[^,;)]*",
  "(?:early|prompt)[- ]pay\\w*[^;‹]{0,20}P|P[^,;‹]{0,20}(?:early|prompt)[- ]pay\\w*",
  "\\bif (?:you )?(?:pre-?pay|pay (?:upfront|up front|in advance|annually))[^;]*P",
  "P (?:at|for|on) [^,;‹]{0,12}G[^,;‹]{0,12}\\b(?:if|provided) (?:you |customer )*(?:pre-?pay\\w*|pay (?:upfront|up front|annually|in advance))[^,;)]*",
  "P(?:(?!\\b(?:unused|carr|roll|overage))[^‹;]){0,25}(?:M)?(?:(?!\\b(?:unused|carr|roll|overage))[^‹;]){0,60}\\bonly (?:if|when|where|in case)\\b[^;]*",
  "\\+\\s?/\\s?-\\s?P",
  // What is left behind: "move you from $400k / 8% to $700k / 13%".
  "\\b(?:mov\\w+|tak\\w+|bring\\w*|lift\\w*|step\\w*|upgrad\\w+|chang\\w+|go(?:ing|es)?)\\b[^,;‹]{0,20}\\bfrom (?:your |the |our )?[^,;‹]{0,15}M[^‹,;]{0,12}P(?=[^‹;]{0,20}\\bto\\b)",
  "\\b(?:increas|rais|grow|mov|expand|upgrad|step|go|tak|bring|lift)\\w*\\b[^.;‹]{0,40}\\bfrom (?:the |your |our )?M(?= to (?:the |an? )?M)",
  // What holds after a renewal.
  "\\bif (?:you|we|they|customer) (?:\\w+ )?renew\\w*(?![^;]*\\b(?:unused|roll|carr))[^;‹]*(?:‹d\\d+›[^;‹]*)?G[^;]*",
  // Against a year before, or a plan.
  "(?<=M\\s?[(,]\\s?)(?:up|down) (?:by )?P[^,;)]*",
  "\\b(?:came|come|coming) in (?:at )?P (?:under|over|above|below|ahead|behind)\\b[^,;]*",
  "P (?:under|over|above|below|ahead of|behind|up on|down on) (?:the |our |its |their )?(?:M )?(?:plan|budget|forecast|guidance|estimate)\\b",
  // One of two that nobody knows.
  "\\b(?:higher|greater|lower|lesser|better|larger|smaller) of\\b[^;,]*P[^;,]*\\b(?:or|and)\\b(?! (?:\\(?(?:b|ii)\\)? )?(?:the )?(?:(?:\\w+ )?(?:change|rise|increase|movement|rate) (?:in|of) )?(?:the )?(?:\\w+ ){0,2}(?:cpi|rpi|hicp|inflation|index|consumer|then-current|list))",
  "^\\W*(?:your |the |annual |total )*savings\\s*[:=][^;]*",
  // An amount that rises from year to year.
  "M[^,;‹]{0,15}\\b(?:rising|growing|increasing|escalating|ramping)\\b(?! to P)[^;,]*",
  // Steps to an amount, and what is left of one.
  "\\b(?:each|every|per) (?:additional |extra |further |next |subsequent )?G[^,;]*",
  "\\b(?:increase|additional|extra|another|more|gap|step)\\b (?:of |by )?M|\\bon top of (?:the |your |that )?M|M (?:more|extra|additional|short|away|increase|below)\\b",
  "\\b(?:remaining|outstanding|unused|current|existing|present) (?:annual )?commit\\w*[^‹;]{0,12}M",
  "\\b(?:forecast|projected|estimated?|expected)\\W{0,3}M",
  // Not said of this offer, or said not to be offered.
  "\\b(?:can(?:'t|not| not)|unable to|not able to|won't|couldn't|will not|wouldn't|don't|do not|no longer)\\b (?:be able to )?(?:do|offer|go|give|approve|get|match|provide|extend|agree|accept|support)\\b[^,;]{0,30}[‹]\\w\\d+›",
  `\\b(?:spent|paid us|revenues?|turnover|arr|margin|run[- ]rate (?:of|is|at)|current(?:ly)? (?:spend\\w*|paying|usage|bill)|usage was|historic\\w*|pipeline|valuation|funding|budget (?:is|of)|forecast (?:is|of|shows)|expected (?:usage|spend)|estimated (?:annual )?(?:usage|spend)|inflation|churn|utili[sz]ation|probability|confidence|quota|commission|deposit|grew|growth (?:of|rate|was|is|at|by|to)|growing(?! to ‹p\\d+› (?:off )?(?:at|from|for|once|when|with|if)\\b)|yoy)\\b${NEAR}[‹][mpn]\\d+›(?: (?:to|from|by) [‹][mpn]\\d+›)*`,
  `[‹][mpn]\\d+›${NEAR}\\b(?:last (?:year|quarter|month)|(?:previous|prior) year|to date|so far|in revenue|arr|run[- ]?rate|of new business|deposit|budget|growth|year[ -]on[ -]year|year[ -]over[ -]year|yoy|probability|chance|confidence|likely|commission)\\b`,
  `\\b(?:bookings|sales|orders|profits?|income|ebitda|backlog|users|headcount|traffic|churn|usage|spend\\w*|consumption|volumes?)\\b[^,;‹]{0,15}\\b(?:rose|grew|fell|climbed|jumped|dropped|declined|surged|(?:was|were|is|are) (?:up|down))\\b${NEAR}[‹][mpn]\\d+›(?: (?:to|from|by) [‹][mpn]\\d+›)*`,
  "(?<!(?:overages?|list|rates?|prices?|demand|discount|max|maximum|than|at|of))(?:^|[\\s,(])\\+\\s?P(?! max\\b)",
  "(?:\\b(?:we are|we're|i am|i'm) )?P (?:confident|sure|certain|likely|maybe|chance|probability)\\b",
  "\\b(?:early )?(?:terminat|cancel)\\w*\\b[^;]*P[^,;]*",
  "(?<!\\boff )\\b(?:list(?: (?:value|price))?|gross|net|sub-?total|total(?: (?:value|price|contract value))?|(?<!annual )contract value|tcv)[^\\w,;‹]{0,3}M(?! (?:commit|minimum))",
  "\\b(?:total|tcv|(?<!annual )contract value)\\b[^;,‹]{0,10}X\\s?M\\s*=\\s*M",
  "\\blist (?:price|value|total|cost)s?(?: (?:is|are|was|of|would be|comes to|amounts to)|\\W{0,2}[:=]) ?M",
  // Amounts of a period that no year has a whole number of months, quarters or years in.
  "\\b(?:semi|half|bi)[- ]?(?:annual(?:ly)?|yearly|monthly|weekly)\\b[^,;‹]{0,25}M|\\b(?:weekly|daily|fortnightly)\\b[^,;‹]{0,25}M|M[^,;‹]{0,5}\\b(?:per|every|each|a|/) ?(?:half[- ]year|six months|week|day|fortnight|two years)\\b",
  "X\\s?M\\s*=\\s*M (?:total|tcv|overall|over|in total)",
  // A factor of a product: "12 x $50k".
  "X\\s?M",
  // Charges beside the price.
  "\\b(?:tax(?:es)?|vat|gst|withholding)\\b(?:\\s?\\(|[^;‹)]){0,25}P|P[^,;‹(]{0,15}\\b(?:tax|vat|gst|withholding)\\b",
  "\\b(?:late|overdue|past due|interest|default)\\b[^;]{0,40}?P(?:\\W{0,3}(?:per|a) (?:month|annum|year))?|P (?:(?:per annum|p\\.a\\.|per year) )?(?:late|interest)\\b|P\\s?(?:per|a|/) ?month\\b",
  "\\bsupport\\b[^;‹]{0,10}(?:fees?|plan|costs?|charges?|is|at|:)[^;‹]{0,25}[‹][mp]\\d+›|[‹][mp]\\d+›[^,;‹]{0,20}\\bsupport (?:fees?|plan|costs?|charges?)\\b|\\b(?:implementation|onboarding|training|set-?up|one-?(?:time|off)) (?:fees?|costs?|charges?)\\b[^;‹]{0,20}[‹][mn]\\d+›|[‹][mn]\\d+›[^,;‹]{0,10}\\b(?:implementation|onboarding|set-?up|training|one-?(?:time|off))\\b",
  "\\bmarketplace\\b[^;]*P[^,;]*",
].map((source) => pattern(source, "g"));

/** A heading of charges that look like a ladder: all lines to the next empty one belong to it. */
const OTHER_LADDER = pattern(
  "\\bsupport\\b[^;]{0,15}\\b(?:fees?|plans?|costs?|pric\\w+|charges?)\\b|^(?!.*P.*M|.*M.*P).*\\b(?:service credits?|uptime|availability)\\b|^\\W*(?:our|your) (?:ask|target|counter\\w*)\\b[^‹]*$|^\\W*(?:(?:your|our|the|what you have|for reference|an?)\\W+)*(?:(?:current|existing|present|previous|prior|old|last year's|expired|expiring|superseded)\\b(?! (?:offer|proposal|quote|list|round))|competitors?\\b|(?:worked )?examples?\\b|illustrati\\w+|benchmarks?\\b|market rates?\\b)[^‹.]{0,40}:\\s*$" +
    `|^\\W*${OF_RIVAL}\\W*$`,
);

/** The clause without the phrases whose figures are never part of an offer's price. */
export function withoutAsides(masked: string): string {
  const text = masked.replace(BRACKETS, " … ");
  if ([isOfOthers, isOfOtherCustomers, isImagined].some((isNoOffer) => isNoOffer(text))) return "";
  if ([...RIVALS, ...CLAUSES].some((aside) => aside.test(text))) return "";
  if (!text.includes("‹")) return text;
  return PHRASES.reduce((rest, aside) => rest.replace(aside, " … "), text).replace(
    /\(\s*…\s*\)/g,
    " ",
  );
}

export function beginsOtherLadder(masked: string): boolean {
  return !/[.!]\s*$/.test(masked) && !/[|\t].*\bdiscount/.test(masked) && OTHER_LADDER.test(masked);
}
