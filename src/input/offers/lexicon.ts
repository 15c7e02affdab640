const NEXT = "(?=(?:the |your )?(?:next|following|subsequent)\\b)";
const NEVER = "(?:will not|won't|shall not|cannot|can't|do not|don't|never)";
const OUR = "(?:the |your |our |any |unit |list )*";
const IN_ANY_CASE =
  "(?:whether or not|regardless of(?: whether)?|irrespective of(?: whether)?|even if)";

const COMMITTED_TO =
  "(?:(?:what |the amount |that )?(?:you|we|they|customer|it)? ?(?:have |has |had )?(?:commit\\w*|agreed|signed up|contracted)(?: (?:to|for)\\b)?|(?:the|your|its|that) (?:annual |yearly )?commit\\w*)";
/** "Use more than you committed", "usage is higher than agreed", "go over". */
const BEYOND = `(?:us(?:e|es|ed|ing)|consum(?:e|es|ed|ing)|spen(?:d|ds|t)|needs?|(?:usage|consumption|spend)(?: that| which)? (?:is|be|was)) (?:more|higher|greater|larger) than ${COMMITTED_TO}|(?:go|goes|going|went) (?:past|over|beyond|above) ${COMMITTED_TO}|(?:go|goes) over(?<=\\b(?:you|customer|usage|consumption|spend) \\w+ over)(?=[,;])`;

/**
 * Phrases that mean the same, each with the words that the rules know for it. A clause is read in these words, so a rule needs one word
 * for a thing and not every way to say it. Masked figures (‹p3›) stay as they are.
 */
const PHRASES: readonly (readonly [phrase: string, means: string])[] = [
  ["w/o", "without"],
  ["w/", "with"],
  ["from (?:there|that|it)(?: on)? (?:up )?to (?=‹[mn])", "up to "],
  // The price before any discount.
  [
    "(?:public(?:ly)?|published|standard|on[- ]?demand|pay[- ]as[- ]you[- ]go|payg|rack|catalog(?:ue)?|undiscounted|full|regular) (?:available )?(?:list )?(?=(?:price|rate|pricing|tariff)s?\\b)",
    "list ",
  ],
  // What is committed to.
  ["(?:annual|yearly|spend|spending|revenue) floor", "annual minimum"],
  ["(?:the|your) discount (?:then )?(?:goes|moves|climbs) up to (?=‹p)", "the discount rises to "],
  [
    "(?:purchase|spend|spending|consumption|revenue|volume|usage|fee) (?:obligation|guarantee|pledge|undertaking)|pledge",
    "commitment",
  ],
  [
    "(?:agrees?|undertakes?|promises?|shall|(?:is|are) (?:obliged|required|bound)) (?:to )?(?=(?:incur|spend|purchase|order|consume|generate)\\b)",
    "commits to ",
  ],
  [
    "(?<=\\b(?:customer|client|buyer|licensee|subscriber|company) )will (?=(?:incur|spend|purchase|order|consume|generate)\\b)",
    "commits to ",
  ],
  // What is defined.
  [
    '(commit\\w*|minimum|amount|discount|rate|term|period)"? (?:means|shall mean|refers to|has the meaning of|shall be)(?: (?:an?|the) (?:amount|discount|sum|period) of)?(?= ‹)',
    "$1 is",
  ],
  // What is left of a commitment.
  [
    "(?:do|does|did|is|are|was|were|has|have|had|will|would|be|been|being)(?: not|n't)(?: yet| fully| actually| been| be| get)* (?:us(?:e|ed|ing)|spen[dt]|consumed?|utili[sz]ed?|burn(?:ed|t)?|drawn(?: down)?)(?! to (?:train|improve|fine)| for )",
    "unused",
  ],
  [
    "(?:left ?over|leftover|remaining|undrawn|unutili[sz]ed|surplus) (?=(?:funds?|credits?|balances?|money|spend)\\b)",
    "unused ",
  ],
  [
    "(?:money|funds?|credits?|balance|amounts?|spend)(?: that)?(?: is| are| remains?)? left",
    "unused",
  ],
  [
    "leftovers?|left-?over|unspent|unconsumed|undrawn|unutili[sz]ed|unmet|(?:not|never) (?:been )?(?:used|spent|consumed|ordered|purchased)",
    "unused",
  ],
  ["(?:take|use)[- ]or[- ]pay", "unused is invoiced"],
  [
    `(?:due|payable|owed|billed|invoiced|charged)(?: in full)? ${IN_ANY_CASE} [^,;‹]{0,40}(?:used?|consumed|usage|spent|consumption)`,
    "due , unused is invoiced",
  ],
  [
    "(?:pays?|owes?|paying) (?:us )?(?:for )?(?:the |your )?(?:full|entire|whole) (?:annual |yearly |minimum )?commit\\w*",
    "pays the shortfall",
  ],
  [
    "(?:consumption|usage|spend) (?:is|stays|falls|remains|comes in) (?:lower than|below|under|short of|less than) (?:what is |the |your |its )?commit\\w*",
    "shortfall",
  ],
  ["falls? short(?: of)?", "shortfall"],
  [
    "under-?(?:us(?:e|age)|utili[sz]ation|spend(?:ing)?|consumption)|deficien\\w+|deficits?",
    "shortfall",
  ],
  [
    "(?:any |the )?(?:amount|sum) by which (?:actual )?(?:usage|spend|consumption|it) (?:falls|is|remains) (?:below|short of|under|less than) (?:the |its |your )?commit\\w*",
    "the shortfall",
  ],
  ["pays? (?:us )?the (?:outstanding|missing|open) (?:amount|sum|part)", "pays the shortfall"],
  [
    `pays? (?:for )?the (?:annual |full |yearly )?commit\\w* ${IN_ANY_CASE}[^,;‹]{0,30}`,
    "pays the shortfall",
  ],
  // What becomes of it.
  ["(?:the )?(?:year|period|term) after(?=\\s*(?:[,;.]|$))", "the next year"],
  ["comes? back(?= to (?:you|customer)| at| in| as|\\s*(?:[,;.]|$))", "refunded"],
  [
    "be (?:drawn|used|consumed|spent)(?: down)? (?:for|in|within|during|over) (?:another|a further|the (?:next|following)) (?=‹d)",
    "be carried over for ",
  ],
  [
    "(?:roll-?overs?|carry-?(?:over|forward)s?)(?: is| are| of [^,;‹:]{0,30})?[ :]+(?:not (?:available|possible|offered|included|permitted|allowed|provided)|excluded|unavailable|none|nil|no(?! more| less)|n/a|zero)(?![^,;.]*\\bbut\\b)",
    "no rollover",
  ],
  [
    `(?:bring|take|push|shift|move|put|transfer|carry) ((?:the |your |any )?(?:unused|unspent) \\w+) (?:in)?to ${NEXT}`,
    "$1 rolls over into ",
  ],
  [
    "(?:appl(?:y|ied)|credited|brought|taken|pushed|shifted|put|deferred|postponed|moved)((?: [\\w‹›]+){0,8}?) (?:to|into|towards?|against) (?=(?:the |your )?(?:next|following|subsequent|year (?:two|2)\\b|‹l))",
    "$1 carried over into ",
  ],
  ["one[- ]half", "half"],
  ["one[- ]quarter", "a quarter"],
  ["one[- ]third", "a third"],
  [
    "(?:vanish|evaporat|disappear|perish)\\w*|(?:is|are|be|becomes?) (?:gone|void|forgone|written off)",
    "is lost",
  ],
  [
    "(?:use[ds]?|spent|consumed|applied|drawn) in the (?=(?:next|following|subsequent) (?:contract |agreement |commitment )?(?:year|term|period)\\b)",
    "carried over into the ",
  ],
  [
    "(?:stays?|remains?) (?:available|valid|usable|good)(?: as an? (?:credit|prepayment|balance))? (?=(?:for|in)\\b)",
    "rolls over ",
  ],
  [
    "(?:moves?|moved|transfer(?:s|red|able)?) (?:in)?to (?=(?:the |your |a )?(?:next|following|subsequent|new|year|‹l))",
    "rolls over into ",
  ],
  ["becomes? (?:an? )?(?:prepayment|credit)", "rolls over"],
  [
    "be (?:used|applied|drawn|spent)(?: as (?:an? )?(?:credit|prepayment))? (?:in|during|within|over|for) the (?=(?:next|following|subsequent) (?:‹d|(?:contract |agreement |commitment )?(?:year|term|period)\\b))",
    "be carried over into the ",
  ],
  [
    "without (?:any )?(?:credit|refund|compensation|reimbursement)(?: or (?:credit|refund|compensation))?",
    "non-refundable",
  ],
  // How prices move.
  [
    "no (?:price|rate|list price|fee) (?:increases?|rises?|changes?|hikes?|uplifts?)(?= (?:during|throughout|within|over|for|until)\\b)",
    "prices fixed",
  ],
  [
    `${NEVER} (?:raise|increase) ${OUR}(prices|pricing|rates|fees) (?:by )?more than`,
    "$1 increase by no more than",
  ],
  [
    `${NEVER} (?:raise|increase|change|touch|adjust) ${OUR}(?:prices|pricing|rates|fees)`,
    "prices fixed",
  ],
  [
    "(?:guarantee|freeze|protect|hold|fix|lock(?: in)?) (?:today's|these|those|the|your|our|current|all|unit|present|of| )*(?:prices|pricing|rates|fees)",
    "prices fixed",
  ],
  [
    "discounts?(?: percentage| rate)? (?:will|does|shall|would) (?:not|n't)(?=\\s*(?:[.;,]|$))",
    "discount is fixed",
  ],
  [
    "(?:(?:may|must|can|will|shall|do|does|would) not|cannot|(?:ca|wo|sha|must|do|does|would)n't|never) (?:be )?(?:increased?|rise|raised?|go(?:ne)? up) by more than",
    "increase by no more than",
  ],
  [
    "(?:won't|wouldn't|will not|would not|do(?:es)? not|don't|doesn't|cannot|shall not|may not|never) (?:go up|rise|increase|change|be (?:increased|raised|changed))",
    "will not change",
  ],
  [
    "(?:stays?|remains?|are kept) (?:as they are|as is|where they are|the same|flat|level|unaltered)",
    "stay the same",
  ],
  ["(?:go|goes|going|move|moves) up (?=by\\b)", "increase "],
  [
    "when(?:ever)? (?:you|we|they|customer|it) renews?|on renew(?:al|ing)(?! (?:increases?|uplifts?|pric\\w+|rates?))",
    "at renewal",
  ],
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
  // When it is paid.
  ["post-?paid", "paid in arrears"],
  ["(?:have|has|get|gets|with|plus) (‹t\\d+›) to pay", "pay within $1 of invoice"],
  [
    "(quarterly|monthly|annual|yearly) (?:instal+ments?|payments?|invoices?|tranches)(?:,| are|,? each|,? all|,? payable|,? due|,? billed|,? invoiced|,? paid)* in (?=advance|arrears)",
    "$1 payment in ",
  ],
  ["(annual(?:ly)?|yearly|quarterly|monthly), (?=(?:in )?(?:advance|arrears|up-?front))", "$1 "],
  ...(["year", "quarter", "month"] as const).map((period): readonly [string, string] => [
    `(?:(?:once|one time|(?:one|an|a single) (?:invoice|bill|payment)) (?:a|per|every|each|in (?:a|each|every))|every|each) (?:contract )?${period},? (?:and )?(?:always |each )?(?=(?:in )?(?:advance|arrears|up[- ]?front))`,
    `paid ${period}ly `,
  ]),
  [
    "(annually|yearly|quarterly|monthly), (net[ -]?‹[nt]\\d+›), (?=in (?:advance|arrears))",
    "$2, $1 ",
  ],
  [
    "full payment (?:up-?front|in advance)|(?:full )?pre-?payment of (?:the )?(?:whole|full|entire|total|term)",
    "paid in full upfront",
  ],
  // Usage beyond the commitment.
  [
    `(?:${BEYOND})(?:,? (?:then )?the (?:difference|rest|balance|remainder|extra|surplus|additional(?: amount)?))?(?! (?:\\w+ ){0,2}‹)`,
    "overage",
  ],
  [
    "(?:extra|additional|surplus)(?: (?:amount|part|bit))? (?=(?:is|are|will be|would be|gets?) (?:then )?(?:charged|billed|priced|invoiced)\\b)",
    "overage ",
  ],
  [
    "(?:hits?|cross(?:es)?|pass(?:es)?|enters?|attains?|(?:gets?|moves?) (?:in)?to) (?=(?:an?|the|another) (?:next|higher|better) (?:band|tier|level)\\b)",
    "reach ",
  ],
  ["same as (?:the )?commit(?:ment|ted)(?: (?:rate|price))?", "committed rate"],
  ["over-?consumption|over-?spend(?:ing)?", "overage"],
  [
    "no discounts? (?:on|for|applies to|is given on) (?=(?:any |the )?(?:overages?|excess|additional|extra|usage (?:above|beyond|over)))",
    "undiscounted ",
  ],
  [
    "(?:that )?(?:the |your |its )?(?:total |actual |cumulative |overall )*(?:usage|spend|consumption) (?:falls in(?:to)?|lands in|corresponds to|achieves|attains|gets to|ends up in)",
    "usage reaches",
  ],
  ["all of (?:your|the|its|their) (?=(?:usage|spend|consumption)\\b)", "all "],
  ["(?:not|never|no longer) (?:be )?discounted|without (?:a |any )?discount", "undiscounted"],
  // What nobody promises.
  [
    "probabl[ey]|likely|hopefully|presumably|ideally|fingers crossed|tentatively|provisionally|in principle|ballpark|roughly speaking|give or take|or thereabouts|all being well|if all goes well|not (?:set|fixed) in stone|(?:to be|being) finali[sz]ed",
    "maybe",
  ],
  ["(?:ca|circa|appr|approx|c(?=\\.))\\.? ?(?=[$€£]?‹)", "about "],
  ["(?:ca|circa|appr|approx)(?<=‹[mnp]\\d+› ?\\(?\\p{L}+)\\b\\.?(?! ?‹)", "approx"],
  // What is no offer to this buyer.
  [
    "as an? (?:example|illustration)|by way of (?:an )?(?:example|illustration)|to illustrate",
    "for example",
  ],
];

const END = "(?:(?<![\\p{L}\\d])|(?![\\p{L}\\d]))";
const RULES = PHRASES.map(
  ([phrase, means]) => [new RegExp(`\\b(?:${phrase})${END}`, "gu"), means] as const,
);
const ANY = new RegExp(`\\b(?:${PHRASES.map(([phrase]) => phrase).join("|")})${END}`, "u");

/** Lines of figures are many, and have none. */
const SOME_WORD = /\p{L}{2}|w\//u;

/** A masked clause in the words of the rules. */
export function inWordsOfRules(masked: string): string {
  if (!SOME_WORD.test(masked) || !ANY.test(masked)) return masked;
  return RULES.reduce((text, [phrase, means]) => text.replace(phrase, means), masked);
}

/** What no term of an offer speaks of: a sentence about one, without words of a price, is none. */
export const OTHER_MATTERS =
  "rate limits?|(?:interest|tax|hourly|day|exchange|error|response|retention|conversion|growth|success) rates?|meet(?:s|ings?)?|agenda|data|prompts?|keys?|reports?|disputes?|trial|lease|office|roadmap|employees?|retention|backups?|logs?|weekend|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|(?:this|next) week|next step|maturity|quality|churn|traffic|scope|sla|headcount|weights|latency|throughput|insurance|office|lawyers?|signatory|workshops?|hackathon|webinars?";

/** What is sold beside usage: a sentence that begins with one has terms of its own. */
export const OTHER_PRODUCTS =
  "seats?|support|training|storage|set-?up|pilots?|expenses?|travel|migration|nda|onboarding|hardware|licen[cs]es?|implementation|maintenance|consulting|professional services?|workshops?";

/** Words of other things than an amount and its discount, as alternatives of an expression. */
export const OTHER_THINGS =
  "inflation|churn|margins?|tax\\w*|vat|support\\w*|training|onboarding|implementation|migration|marketplaces?|commission\\w*|probability|deposits?|penalt\\w+|interest|sla|uptime|seats?|licen[cs]\\w+|hardware|maintenance|referral|resellers?|competitors?|peers|budget\\w*|forecast\\w*|revenue\\w*|headcount|roll\\w*|unused|uplift\\w*|caps?|overage\\w*|shortfall\\w*|utili[sz]ation|tickets?";

/** Who sells the like, by name. */
export const RIVAL =
  "(?:(?:amazon|aws|azure|google|gcp|oracle|microsoft|openai|mistral|cohere)(?: (?:cloud|web services|azure))?)";

/** Who sells, where a letter or a word before it says which of several. */
export const VENDOR = "(?:vendor|supplier|provider|bidder)";
