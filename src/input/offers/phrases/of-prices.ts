import type { Phrase } from "./phrase";

const NEVER = "(?:will not|won't|shall not|cannot|can't|do not|don't|never)";
const OUR = "(?:the |your |our |its |any |unit |list )*";
const PRICES = "(?:prices?|pricing|rates?|fees?|charges)";

/** How prices move. */
export const OF_PRICES: readonly Phrase[] = [
  [
    `${NEVER} (?:offer|provide|grant|give|include) (?:any |an? )?(?=(?:price|rate|pricing|fee) (?:lock|protection|hold|guarantee|freeze)\\b)`,
    "no ",
  ],
  [
    "(?:price|rate|fee) (?:increases?|rises?|changes?)(?::| are| is)? (?:none|excluded) (?=(?:during|throughout|within|for|over)\\b)",
    "prices fixed ",
  ],
  // How prices move.
  [
    "no (?:price|rate|list price|fee) (?:increases?|rises?|changes?|hikes?|uplifts?)(?= (?:during|throughout|within|over|for|until)\\b)",
    "prices fixed",
  ],
  [
    `${NEVER} (?:raise|increase) ${OUR}(${PRICES}) (?:by )?more than`,
    "$1 increase by no more than",
  ],
  [
    "(?:gives?|offers?|provides?|there is) no (?:guarantee|assurance|promise) that [^,;‹]{0,30}\\b(?:prices?|rates?|fees)\\b[^,;‹]{0,60}",
    "no price guarantee",
  ],
  ["whichever is (?:the )?(?:lower|cheaper)[,:]? (?:of )?(?=(?:the|our|your) )", "the lower of "],
  [
    "(?:for )?(?:as|so) long as (?:the|this) (?:agreement|contract|order) (?:is in (?:force|effect)|lasts|runs|continues)(?:, which is(?= ‹d))?",
    "for the term of",
  ],
  [`${NEVER} (?:raise|increase|lift|change|touch|adjust) ${OUR}${PRICES}`, "prices fixed"],
  [
    "(?:guarantee|freeze|protect|hold|fix|lock(?: in)?) (?:today's|these|those|the|your|our|current|all|unit|present|of| )*(?:prices|pricing|rates|fees)",
    "prices fixed",
  ],
  [
    "discounts?(?: percentage| rate)? (?:will|does|shall|would) (?:not|n't)(?=\\s*(?:[.;,]|$))",
    "discount is fixed",
  ],
  [
    "(?:(?:may|must|can|will|shall|do|does|would) not|cannot|(?:ca|wo|sha|must|do|does|would)n't|never) (?:be )?(?:increased?|rise|raised?|go(?:ne)? up) (?:by )?more than",
    "increase by no more than",
  ],
  [
    "(?:won't|wouldn't|will not|would not|do(?:es)? not|don't|doesn't|cannot|shall not|may not|never) (?:go up|rise|increase|change|move(?! on\\b)|be (?:increased|raised|changed|altered|amended|adjusted|moved))",
    "will not change",
  ],
  ["(?:is|are) (?:not|never) (?:increased|raised|changed)(?! (?:by )?more)", "will not change"],
  [
    "(?:stays?|remains?|are kept) (?:as they are|as is|where they are|the same|flat|level|unaltered)",
    "stay the same",
  ],
  [
    `(?:adjust|amend|revise|change|raise)(?:s|ed)? ${OUR}(${PRICES})(?= (?:[\\w-]+ ){0,5}(?:by|up to|no more than|at most|max\\w*)\\b|, (?:but|though|subject|limited)\\b)`,
    "increase $1",
  ],
  [`(?:lift|put up|hike)(?:s|ed)? ${OUR}(${PRICES})`, "increase $1"],
  ["(?:is|are|be|remain|remains) subject to changes?", "may change"],
  ["(?:go|goes|going|move|moves) up (?=by\\b)", "increase "],
  [
    "when(?:ever)? (?:you|we|they|customer|it) renews?|on renew(?:al|ing)(?! (?:increases?|uplifts?|pric\\w+|rates?))",
    "at renewal",
  ],
  ["(?:yearly|annual|price|fee|rate) adjustments?", "annual increase"],
  [
    "(?:(?:but |though |yet |and )?never|(?:but|and|though) (?:by )?(?:not|no)) (?:by )?(?:more than|above|over|higher than|beyond)(?= ‹p)",
    "by no more than",
  ],
  ["(?:but )?only by ‹(p\\d+)› at (?:the )?most", "by no more than ‹$1›"],
  ["indexation (?=(?:is |will be )?(?:limited|capped|restricted)\\b)", "renewal increase "],
  ["fixed[- ]term", "term"],
  [
    "(?<!\\brate )(?:cap|caps|limit|limits|restrict|restricts) ((?:the |any |your |our )?(?:\\w+ ){0,2}(?:increases?|uplifts?|rises?|adjustments?))(?: \\w+){0,2}? (?:at|to)(?= ‹p)",
    "$1 capped at",
  ],
  [
    "(?:not|no|never) (?:be |exceed |go |rise )?(?:higher|greater) than|not be more than|(?:subject to|with) a (?:ceiling|cap|limit|maximum) of",
    "at most",
  ],
  [
    "(?:price |rate |fee )?(increases?|uplifts?|rises?|adjustments?) (?:at|on|upon) (?:each |every |any )?renewal",
    "renewal $1",
  ],
];
