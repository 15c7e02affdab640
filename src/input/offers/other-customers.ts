import { pattern } from "./clauses";

/** Of deals in general, and of customers that are not this one. */
const OTHERS: readonly RegExp[] = [
  "\\b(?:benchmarks?|averages?|typical(?:ly)?|usually|normally|generally|elsewhere|peers|going rate|common(?:ly)?|is (?:normal|usual|customary)|(?:someone|somebody|anyone) else|similar (?:companies|customers|clients|deals|sized?)|others (?:get|got|pay|paid|receive|have))\\b",
  "\\b(?:other|most|many|new|existing|large(?:r|st)?|big(?:ger|gest)?|smaller|another|different|top|some|several) (?:compan(?:y|ies)|customers?|clients?|deals)\\b(?<!\\b(?:an?|any|every|each|as an?) (?:new|existing|large|larger|big) \\w+)|\\b(?:customers?|clients?|compan(?:y|ies)) (?:got|had|received|paid)\\b|\\bof our (?:\\w+ )?(?:customers|clients)\\b|\\b(?:customers?|clients?) of (?:ours|theirs)\\b|\\bof your (?:size|kind|type|scale|profile)\\b",
  "\\b(?:customers?|clients?|compan(?:y|ies)|firms?|buyers?|businesses|organi[sz]ations) (?:like|such as|similar to|comparable to|in your|we (?:work|serve)|of (?:your|that|this|a similar) (?:size|kind|type|scale))\\b",
  "\\bin (?:your|the|this|our) (?:\\w+ )?(?:segment|industry|sector|market|vertical|peer group)\\b|\\b(?<!(?:prevailing|current) )(?:industry|market|sector) (?:standard|norm|average|level|practice|price)s?\\b",
  "\\b(?:according to \\w+|analysts?|surveys?|stud(?:y|ies)|\\w+ (?:reports|publishes|estimates|finds)|(?:data|reports?|figures|numbers|research|benchmarks?) (?:shows?|suggests?|says?|indicates?))\\b[^;]{0,30}P",
].map((source) => pattern(source));

/** Up to a word of having: "Startups get", "Our largest client has". */
const WHO_HAS = pattern(
  "(?:^|[,;:(]|\\b(?:but|while|whereas|that|because)\\b)\\s*(?<who>[^,;:(]*?)\\s(?:can |will |would |could |may |might |often |already |now |also )*(?<has>gets?|got|receive[sd]?|earn(?:s|ed)?|has|have|had|sees?|pays?|enjoys?|lands?|sits?|stands?|qualif(?:y|ies)|(?:is|are) (?:at(?! most)|on|paying|getting))\\b(?=[^;]*P)",
  "g",
);
/** Words of who or what has this offer, and words that a verb of the buyer may stand behind. */
const OWN =
  /\b(?:you|we|they|i|it|he|she|us|who|which|that|this|there|these|those|whoever|anyone|everyone|everybody|everything|anything|customers?|clients?|buyer|licensees?|purchaser|subscribers?|parties|party|commit\w*|spend\w*|usage|consum\w*|volumes?|discounts?|rebates?|reductions?|rates?|pric\w+|tiers?|bands?|levels?|steps?|plans?|amounts?|offers?|proposals?|deals?|agreements?|contracts?|orders?|options?|scenarios?|packages?|bundles?|thresholds?|minimums?|totals?|fees|charges|services|purchases|terms?|above|below|more|less|over|up|beyond|higher|lower|under|vendor|supplier|provider|company|account|organi[sz]ation|team|business)\b|[‹›]|\b(?:to|and|or|please|then|now|not|do|does|let's|just|simply)$|^(?:commit|sign|spend|go|buy|reach|take|pay|order|move|if|when|once|at|for|from|with|on|what|where|how|each|every|any|all|here|both)\b/;
/** Whose "company" or "team" it is not. */
const NOT_OWN =
  /(?<!\bas )\b(?:parent|sister|subsidiar\w+|affiliates?|departments?|divisions?|branch|neighbou?rs?|another|other|rivals?|competitors?|partners?|resellers?|(?:the|our) (?:market|industry|sector)|someone|somebody|friends|(?:our|a|an|one|some) (?:\w+ )?(?:customer|client|company|account|organi[sz]ation|team|business|bank|firm)s?)\b/;
const PLURAL = /^(?:get|receive|earn|have|see|pay|enjoy|land|sit|stand|qualify|are \w+)$/;
/** "(‹m0›) at", "of ‹m0›": an amount of who has it. */
const AT_AMOUNT = /\(?\b(?:at|on|with|of|around|for) ‹[mn]\d+›\)?,?/g;

/** Whether a clause says what another customer has. */
export function isOfOtherCustomers(masked: string): boolean {
  return (
    OTHERS.some((others) => others.test(masked)) ||
    [...masked.matchAll(WHO_HAS)].some(({ groups }) => {
      const who = (groups?.["who"] ?? "").replace(AT_AMOUNT, " ").trim();
      if (!/\p{L}/u.test(who) || /^(?:if|when|once)\b/.test(who)) return false;
      if (NOT_OWN.test(who)) return !/[‹›]/.test(who);
      return PLURAL.test(groups?.["has"] ?? "") && !OWN.test(who);
    })
  );
}
