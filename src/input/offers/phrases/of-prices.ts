import type { Phrase } from "./phrase";

const NEVER =
  "(?:(?:will|shall|may|must|can|do|does|would|could) (?:not|never)|(?:wo|ca|do|does|would|could)n't|cannot|never|(?:neither|no) (?:party|side|vendor|supplier|of (?:us|the parties)) (?:may|shall|can|will|is allowed to)|nobody (?:may|can|will)|(?:agrees?|undertakes?|promises?|commits?|covenants?|guarantees?|pledges?) (?:not|never) to|in no (?:event|case)|under no circumstances)";
const OUR = "(?:the |your |our |its |any |unit |list |of )*";
const PRICES = "(?:prices?|pricing|rates?|fees?|charges)";
const LOCK = "(?:price|rate|pricing|fee) (?:lock|protection|hold|guarantee|freeze)s?";
const IN_PLACE =
  "(?:agreed|these|those|above|same|quoted|today's|current|present|your|the|unit|list| )+";
const WHOLE =
  "(?:throughout|during|(?:through|until|to) the end of|(?:for|over) the (?:entire|whole|full|initial)?)";
const FIRM =
  "(?:fixed|firm|locked|guaranteed?|held|hold|frozen|protected?|unchanged|constant|lock|fix)";
const CHANGE =
  "(?:alter|change|modif(?:y|ie)|var(?:y|ie)|adjust|amend|revise|increase|raise|lift|touch|move|reprice)";
const RISE =
  "(?:increases?|rises?|changes?|hikes?|uplifts?|movements?|adjustments?|raises?|escalations?|repricings?)";
/** The time of an agreement, or one of its own. */
const WHILE = "(?:during|throughout|within|for|over|until|before|in the course of)";

/** How prices move. */
export const OF_PRICES: readonly Phrase[] = [
  ["(price|rate|fee)-?(lock|hold|protection|guarantee|freeze)", "$1 $2"],
  [
    "(?:price |rate )?lock (?:runs out|ends|expires|lapses|stops) after(?= (?:an? )?‹d)",
    "price lock for",
  ],
  [
    "(?:can|may|could|might|will) add(?<=renewal[^;‹]{0,30})(?= (?:up to |at most |no more than )?‹p)",
    "increase",
  ],
  [
    `${NEVER} (?:see|get|have|face|experience|pay|be (?:given|charged)) (?:an?|any) ((?:price |rate |renewal )?(?:increase|uplift|rise|hike))s? (?:above|over|beyond|of more than|higher than|exceeding|greater than)(?= ‹p)`,
    "$1 at most",
  ],
  ["at the very most", "at most"],
  [
    "((?:increases?|uplifts?|renewals?|hikes?|rises?)(?: \\w+){0,3}?) (?:tops?|max(?:es)?|peaks?)(?: out)? at",
    "$1 is capped at",
  ],
  ["hikes?", "increase"],
  ["'?till?(?= )", "until"],
  ["locks? on (?:the |your |our )?(?:unit )?(?:prices|rates|fees|pricing)", "price lock"],
  ["nothing is (?:locked|fixed|guaranteed|protected)", "no price lock"],
  ["(?:carved|set|written|cast) in stone(?<!not \\w+ in stone)", "fixed"],
  [
    "(?:insulated|shielded|safe|immune|sheltered|exempt|protected) (?:from|against) (?:any |all |the )?(?:list |price |market )*(?:increases?|rises?|changes?|hikes?)",
    "protected",
  ],
  [
    `${NEVER} (?:pass on|apply|impose|introduce|make|seek) (?:any |an? )?(?:price |rate |fee )?${RISE}(?= ${WHILE}\\b)`,
    "prices fixed",
  ],
  [
    "discount is (?:what|the (?:only )?(?:thing|part)) (?:that )?(?:(?:we|they|vendor|supplier|is) )?(?:guarantees?d?|locks?|locked|fix(?:ed)?|holds?|protect(?:s|ed)?)",
    "discount is fixed",
  ],
  [
    "(?:list|market) (?:price|rate)s? (?:in force|in effect|applicable|prevailing|current) (?:at (?:the|that) (?:time|point|moment)|then)",
    "then-current list price",
  ],
  ["tops(?<=‹p\\d+› tops)|at (?:the )?(?:worst|outside)(?<=‹p\\d+› at (?:the )?\\w+)", "max"],
  [
    "((?:renewal |price |annual )?(?:increase|uplift|rise)s?) (?:over|above|beyond|of more than|exceeding|higher than)( ‹p\\d+›) (?:is|are) (?:excluded|ruled out|impossible|not (?:possible|allowed|permitted)|out of the question)",
    "$1 at most$2",
  ],
  ["(price|rate|pricing) stability", "$1 protection"],
  ["y(?<=[:|=] ?y)(?=\\s*(?:[,.;|(]|$))", "yes"],
  [
    `(?:${PRICES}\\s*[:|=-]+\\s*not (?:fixed|locked|guaranteed|protected|firm)|lock\\s*[:|=]+\\s*(?:none|no|n/a))(?=\\s*(?:[,;.|(]|$))`,
    "no price lock",
  ],
  // No lock.
  [
    "(?:the )?(?:discount )?percentage(?: (?:off|discount|reduction))?(?=(?:,? (?:but )?not [^;‹]{0,30},?)? (?:is|stays|remains|itself|does|will)\\b|\\W*(?:, (?:but )?not\\b|$))",
    "the discount",
  ],
  [
    `(?<=[,;] (?:but )?|\\b(?:while|but|and) )(?:the )?(list(?: (?:prices?|rates?))?) (?:is|are|does|do)(?: not|n't)(?=\\s*(?:[.;,]|$))`,
    "$1 may change",
  ],
  ["no increases?(?= (?:during|throughout|within|before) )", "prices fixed"],
  [
    "nothing changes in (?:the )?pric(?:es?|ing)|keeps? (?:the|these|those|your|today's|current) (?:prices|rates|pricing)",
    "prices fixed",
  ],
  [
    "(?<=for ‹d\\d+›,? )no (?:price|rate|list price|fee) (?:increases?|rises?|changes?)",
    "prices fixed",
  ],
  [
    "bounded (?:at|by)|restricted to|(?:held|kept) (?:to|at|below|under|within)(?= ‹p)",
    "limited to",
  ],
  [
    "(?:inflation|index|indexation|cpi)(?:-linked)? (?:adjustments?|increases?|uplifts?)|(?:cpi|inflation|index)[- ]linked|linked to (?:the )?(?:cpi|inflation)",
    "cpi increase",
  ],
  [
    `(?:${NEVER} (?:offer|provide|grant|give|include|do|have|accept|agree to|allow|sign|want)|(?:refus|declin|reject|exclud|withdr[ae]w|rul)(?:e|es|ed|s|n)?(?: out)?|without|neither|there (?:is|are|will be) (?:not|never)|there's not|there (?:will not|won't) be) (?:(?:to (?:give|grant|offer)|us|you|any|an?|the) )*(?=${LOCK}\\b)`,
    "no ",
  ],
  [
    `${LOCK}(?:\\s*[:|=?-]+\\s*|,? (?:is|are|was|were|has been|will be) )(?:there (?:is|was) )?(?:(?:not|never) (?:be |been )?(?:offered|included|available|possible|granted|given|foreseen|provided|on offer|on the table|(?:a )?part of [\\w ]{0,20})|none|(?:an? (?:clear |hard |firm )?)?no|n/a|refused|declined|rejected|excluded|ruled out|impossible|off the table)(?: (?:by|from) (?:the |our |your )?\\w+)?(?=\\s*(?:[,;.|(]|$))`,
    "no price lock",
  ],
  [
    `(?:(?:${NEVER}|not|unable to|unwilling to) (?:be )?(?:(?:prepared|willing|able|ready|happy|in a position) to )?(?:lock(?: in)?|freeze|guarantee|fix) ${OUR}(?:prices|pricing|rates|fees)|${NEVER} (?:offer|provide|give|grant) (?:any )?(?:protection|guarantee)s? (?:against|from|on|of) ${OUR}(?:price|rate|fee)s?(?: (?:increases?|changes?|rises?))?)(?! (?:beyond|after|past|for (?:longer|more)|until|at))`,
    "no price lock",
  ],
  ["no lock(?: on (?:the )?(?:prices|rates|fees|pricing))?(?=\\s*(?:[,;.|]|$))", "no price lock"],
  // How prices move.
  [
    `(?:there (?:shall|will) be |waives? )?(?:no|any) ${RISE} (?:of|in|to) ${OUR}${PRICES}(?= ${WHILE}\\b)|(?:there (?:shall|will) be )?no (?:(?:price|rate|list price|fee) )?${RISE}(?: whatsoever| at all)?(?= (?:(?:during|throughout|within|before|until)\\b|(?:for|over) (?:‹d|the)))|waives? (?:any|all) (?:price |rate |fee )?${RISE}(?= ${WHILE}\\b)`,
    "prices fixed",
  ],
  [
    `(?:price |rate |fee )?${RISE}(?::| are| is|\\s*[|?-]) (?:none|excluded|no)(?= ${WHILE}\\b)`,
    "prices fixed",
  ],
  [
    `(?:pays? |with )?the same (?:unit )?${PRICES}(?: apply| hold| remain| are charged)?(?= (?:throughout|for (?:the )?(?:full|whole|entire)|during the (?:full|whole|entire))\\b)`,
    "prices fixed",
  ],
  [
    `lea(?:ve|ves|ving) ${OUR}${PRICES} (?:alone|untouched|unchanged|as they are|where they are)`,
    "prices fixed",
  ],
  [
    `keep(?:s|ing)? ${OUR}${PRICES} (?:as they are|where they are|flat|level|stable|constant|the same|unchanged)`,
    "prices fixed",
  ],
  [
    `refrains? from (?:raising|increasing|changing|adjusting|altering|touching) ${OUR}${PRICES}`,
    "prices fixed",
  ],
  [
    "(?:is|are) (?:guaranteed )?not to (?:rise|increase|go up|change|be (?:increased|raised|changed|altered|adjusted|amended|modified))|guaranteed not to (?:rise|increase|go up|change)",
    "will not change",
  ],
  [
    `keep(?:s|ing)? ${IN_PLACE}${PRICES}(?= (?:for|during|throughout|over|until)\\b)`,
    "prices fixed",
  ],
  [
    `${PRICES}(?: (?:as per|in|of|under|on) (?:this|the) \\w+)? (?:shall |will )?(?:apply|hold|(?:are|is|remain|be|stay) (?:valid|good|in force|applicable))(?= (?:un(?:changed|altered) )?${WHOLE}(?: the)?(?: initial| entire| whole| full)? ?(?:term|agreement|contract|duration)\\b)`,
    "prices fixed",
  ],
  [
    "(?:is|are|be) not subject to (?:any )?(?:changes?|increases?|adjustments?|revisions?|variations?)",
    "will not change",
  ],
  [
    "(?:with )?(?:cpi|rpi|hicp|inflation|the index)(?=,? (?:but )?(?:never |up to |max|capped|at most|limited|by no more|not above|with a (?:cap|ceiling|limit)))",
    "increase by index",
  ],
  [
    "(?:in no (?:event|case)|under no circumstances|never|nor) (?:will|shall|may|can|do|does) (?:any )?([^,;‹]{3,50}?) (?:rise|increase|go up|be(?: (?:increased|raised))?|exceed)(?: by)?(?: (?:more|greater|higher) than)?(?= ‹p)",
    "$1 increase by at most",
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
  [
    "(?:the )?(?:most|maximum)(?: amount)? (?:that |by which )?(?:(?:the|your|our|any|we) )*(?:prices?|pricing|rates?|fees?|charges)? ?(?:can|may|could|will|would) (?:go up|rise|increase|be (?:raised|increased))([^,;‹]{0,30}?) is(?= ‹p)",
    "prices increase$1 at most",
  ],
  [
    "we (?:add|put on|charge|apply|go up by|come up by|ask for)(?= (?:at most|no more than|up to|a maximum of|max\\w*)(?: an?)? ‹p)",
    "prices increase by",
  ],
  [`${NEVER} (?:${CHANGE}|put up|hike) ${OUR}${PRICES}`, "prices fixed"],
  [
    "(?:guarantee|freeze|protect|hold|fix|lock(?: in)?) (?:today's|these|those|the|your|our|current|all|unit|present|of| )*(?:prices|pricing|rates|fees)",
    "prices fixed",
  ],
  // Only the percentage.
  [
    "(discounts?(?: (?:percentage|rate|level))?) (?:stays?|remains?|is kept) (?:at|on) (?:the|its|this|that) (?:agreed|same|current|full|present) (?:level|rate|percentage|height)",
    "$1 is fixed",
  ],
  [
    `(?:(?:but |and )?not (?:the |any |your )*(?:list |unit )*${PRICES}|(?:but |and |while )?(?:the )?(?:list |unit )*${PRICES} (?:themselves )?(?:are|is|do|does) not)(?=\\s*(?:[,;.)]|$| for| throughout| during))`,
    "",
  ],
  [
    `(?:only |just )?(?:(?:the|that|this|your) )?(?:discount )?percentage(?: off(?: list)?)?(?= (?:(?:is|are|stays?|remains?) ${FIRM}\\b|${NEVER} (?:be )?(?:change|lower|reduc|touch|cut)))`,
    "the discount",
  ],
  [
    `(?:${FIRM}|guarantees?|locks?|fix(?:es)?|holds?) (?:only |just )?(?:the |your |our |that |this )?(?:discount )?percentage(?: off(?: list)?)?(?! points?)`,
    "guarantees the discount",
  ],
  [
    `what (?:is|stays|remains|we|they) ${FIRM}((?: (?:for|during|throughout|until) [^,;.]{1,30}?)?) is (?:only )?(?:the |your )?(?:discount(?: (?:percentage|rate|level))?|percentage(?: off(?: list)?)?)`,
    "the discount is fixed$1",
  ],
  [
    "(?:the )?guarantee (?:covers|is for|extends to|applies to) (?:only )?the discount(?: only)?",
    "the discount is fixed",
  ],
  [
    `${LOCK}\\s*[:|-]+\\s*(?:only |just )?(?:the |your |our )?(‹p\\d+› )?(?:discount|percentage)(?: (?:percentage|rate|level))?(?: only)?`,
    "the $1discount is fixed",
  ],
  [
    `(discounts?(?: (?:percentage|rate|level))?) ${NEVER} (?:be )?(?:tak(?:e|en) away|lowered|reduced|cut|withdrawn|touched|changed?|altered|decreased?|go down|fall|drop|shrink)`,
    "$1 is fixed",
  ],
  [
    `${NEVER} (?:take away|lower|reduce|cut|withdraw|touch|change|alter|decrease) (?:the |your )*discount(?: (?:percentage|rate|level))?`,
    "the discount is fixed",
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
    "(?:won't|wouldn't|will not|would not|must not|mustn't|do(?:es)? not|don't|doesn't|cannot|shall not|may not|never) (?:go up|rise|increase|change|move(?! on\\b)|be (?:increased|raised|changed|altered|amended|adjusted|moved|modified|varied|revised|lifted|touched))",
    "will not change",
  ],
  [
    "(?:is|are) (?:not|never) (?:increased|raised|changed|altered|modified)(?! (?:by )?more)",
    "will not change",
  ],
  [
    "(?:(?:will|shall) be|is|are) hono(?:u)?red|(?:is|are|remains?|stays?) (?:pinned|binding|nailed down|set in stone|stable|put)|stays? put",
    "stay the same",
  ],
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
    `(?:${NEVER}|not|no|never) (?:be |exceed |go |rise |amount to |come to |charge |add |ask |by )*(?:more than|higher than|greater than|above|over|beyond|in excess of)(?= ‹p)`,
    "at most",
  ],
  [
    `no ((?:(?:price|rate|fee|annual|yearly|renewal) )*(?:increases?|uplifts?|rises?|adjustments?)) (?:(?:of|by) )?(?:more than|above|over|beyond|higher than|exceeding|in excess of)(?= ‹p)`,
    "$1 at most",
  ],
  [
    "(?:the |an? )?(?:ceiling|cap|limit|maximum) of ‹(p\\d+)› (?:applies|is set|holds) (?:to|for|on) ((?:the |any |all |each )?(?:\\w+ ){0,2}(?:increases?|uplifts?|rises?|adjustments?))",
    "$2 capped at ‹$1›",
  ],
  [
    "the (?:most|maximum|highest|furthest) (?:that )?(?:(?:we|they|it|vendor|supplier|prices|rates|fees) )?(?:may|can|could|will|would) (?:(?:be )?(?:increase|raise|rise|go up|lift|put up)\\w*)([^,;‹]{0,40}?) (?:is|by is)(?= ‹p)",
    "increase$1 at most",
  ],
  [
    "(?:at most|up to|no more than|maximum|max\\.?) (‹p\\d+›) (?:more|extra|on top|higher|dearer)(?= (?:at|on|upon) renewal)",
    "increase at most $1",
  ],
  ["(?:is |are )?(?:capped|limited), (?:at |to )?(?=‹p)", "capped at "],
  [
    "(?:renewal (increase|uplift|rise)s?|(increase|uplift|rise)s? (?:at|on|upon) renewal)\\s*[:|-]+\\s*(?:none|no|0)(?=\\s*(?:[.;,|]|$))",
    "no $1$2 at renewal",
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
