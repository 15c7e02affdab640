import type { Phrase } from "./phrase";

export const COMMITTED_TO =
  "(?:(?:what |the amount |that )?(?:you|we|they|customer|it)? ?(?:have |has |had )?(?:commit\\w*|agreed|signed up|contracted)(?: (?:to|for)\\b)?|(?:the|your|its|that) (?:annual |yearly )?commit\\w*)";
/** "Use more than you committed", "usage is higher than agreed", "go over". */
const BEYOND = `(?:us(?:e|es|ed|ing)|consum(?:e|es|ed|ing)|spen(?:d|ds|t)|needs?|(?:usage|consumption|spend)(?: that| which)? (?:is|be|was)) (?:more|higher|greater|larger) than ${COMMITTED_TO}|(?:go|goes|going|went) (?:past|over|beyond|above) ${COMMITTED_TO}|(?:go|goes) over(?<=\\b(?:you|customer|usage|consumption|spend) \\w+ over)(?=[,;])`;

/** Bands by any name. */
const BAND = "(?:bands?|tiers?|levels?|brackets?|thresholds?)";

/** Usage beyond the commitment, and what it costs. */
export const OF_OVERAGE: readonly Phrase[] = [
  ["(?:ovg|ovrg|ovge|ovr)\\.", "overage"],
  // "Above the $700k annual commitment".
  [
    "((?:above|beyond|over|past|outside|exceed\\w*|in excess of|on top of) (?:the|your|its|that) )(‹m\\d+›) ((?:(?:a|per) year |annual |yearly )?commit\\w*)",
    "$1$3 of $2",
  ],
  [
    "(?:,? (?:and|but) )(?:(?:is|are|will|shall|does|do) )?not (?:be )?(?:count(?:ed)?|credited|applied) (?:against|towards?|to) [^,;‹]*",
    "",
  ],
  [
    "(?:is|are|be) subject to (?=(?:the |our |your )?(?:then-?current )?(?:list|standard|on-?demand|public|committed|contract|discounted|agreed)\\b)",
    "is charged at ",
  ],
  [
    "(?:rates?|prices?|pricing) (?:we |you )?(?:have )?agreed(?: (?:on|upon|here|above))?",
    "agreed rates",
  ],
  [
    `(?:${BEYOND})(?:,? (?:then )?the (?:difference|rest|balance|remainder|extra|surplus|additional(?: amount)?))?(?! (?:\\w+ ){0,2}‹)`,
    "overage",
  ],
  [
    "(?:(?:blow|burn|run|get|go)(?:s|es)? (?:through|out of|past|outside)|(?:surpass|pass|cross|top|outgrow|overshoot)(?:e?s)?) (?=(?:the |your |its )?(?:annual |yearly )?commit\\w*)",
    "exceeds ",
  ],
  [
    "(?:go|goes|going|run|runs|get) (?:over|above|beyond|past)(?: (?:that|this|it))?(?=\\s*[?:,;.]| and\\b|\\s*$)|(?:us(?:e|es|ing)|consum(?:e|es|ing)|spen(?:d|ds|ding)|needs?) more(?: than (?:that|this))?(?=\\s*[?:,;=]| (?:and|you|we|it)\\b)|(?:anything|everything|whatever(?: you use)?) (?:more|extra|further|additional|on top)(?=\\s*[:=-]| (?:is|at|runs|gets|will|costs)\\b)",
    "overage",
  ],
  [
    `(?:outgrow|exceed|pass|surpass)(?:e?s)? (?:your|their|its)(?: (?:current|present|own|committed))? (?=${BAND}\\b)`,
    "reach the next ",
  ],
  [
    `(?:more|additional|higher) (?:usage|consumption|spend(?:ing)?) than ${COMMITTED_TO}`,
    "overage",
  ],
  ["discounts? (?:stops?|ends?) (?:at|with) (?:the |your )?commit\\w*", "overage undiscounted"],
  [
    `(?:rate|price|discount)s?(?: (?:of|at|for) the ${BAND})? (?:that )?you (?:have )?committed to|same price as inside (?:of )?(?:the |your )?commit\\w*`,
    "committed rate",
  ],
  ["spill-?over", "overage"],
  ["(?:loses?|forgoes?) (?:the |your |any |its )?discount", "is undiscounted"],
  ["(?:like|as|to) committed (?:usage|spend|consumption|volume)", "the committed rate"],
  [
    "(?:extra|additional|surplus)(?: (?:amount|part|bit))? (?=(?:(?:is|are|will be|would be|shall be|gets?) (?:(?:simply|then|also|just) )?(?:charged|billed|priced|invoiced|rated)|runs?|continues)\\b)",
    "overage ",
  ],
  ["(?:surplus|further|extra|additional) (?=(?:spend|spending)\\b(?!,? (?:of|to) ))", "excess "],
  [
    "overshoot\\w*(?= (?:and|,|means|is|costs)\\b)|burst(?:s|ing)? (?:usage|consumption|above commit\\w*)",
    "overage",
  ],
  [
    "(?:past|above|beyond|over|exceeding) (?:the|your|its) (?:annual |yearly |agreed )*(?:cap|allowance|allotment|quota|entitlement)(?=,? (?:is|are|will|shall|gets?|costs?|runs?|at)\\b)",
    "above the commitment",
  ],
  ["(?:surplus|further) (?=(?:usage|consumption|use|volume)\\b)", "excess "],
  // A higher band that usage reaches.
  [
    `(?:hit|cross|pass|enter|attain|reach|surpass|exceed)(?:e?s|ing)?(?: into| up to)? (?=(?:an?|the|another|its|your) (?:next|higher|better|upper|new) (?:\\w+ )?${BAND}\\b)`,
    "reach ",
  ],
  [
    `(?:usage )?(?:grow|get|move|climb|step|land|qualif|end)\\w* (?:up |the year |your year )?(?:in|into|to|for) (?=(?:an?|the|another|its|your) (?:next|higher|better|upper|new) (?:\\w+ )?${BAND}\\b)`,
    "reach ",
  ],
  [
    "(?:that |which )?(?:the |your |its )?(?:total |actual |actually |cumulative |overall |annual )*(?:usage|spend|consumption|you|it) (?:actually )?(?:falls? in(?:to)?|lands? in|corresponds to|achieves?|attains?|reach(?:es)?|gets? to|ends? (?:up )?in)",
    "usage reaches",
  ],
  [
    `(?<=${BAND} )(?:of discount )?(?:attained|achieved|hit) by (?:the |your |its |total |actual |annual )*(?:usage|spend|consumption)`,
    "usage reaches",
  ],
  [
    `(?<=${BAND} )(?:corresponding to|matching|that matches) (?:the |your |its |total |actual |annual |overall )*(?:usage|spend|consumption)`,
    "usage reaches",
  ],
  [
    `(?<=${BAND} )(?:(?:that |which )(?:the |your |its |total |actual |annual )*(?:usage|spend|consumption) has reached|reached by (?:the |your |its |total |actual |annual )*(?:usage|spend|consumption))`,
    "usage reaches",
  ],
  // Its price.
  [
    "(?:the )?(?:list |public )?(?:prices?|rates?|list) (?:less|minus|net of|after|with) (?:the |your )(?:same |agreed |above )*discount",
    "the discounted rate",
  ],
  ["same as (?:the )?commit(?:ment|ted)(?: (?:rate|price))?", "committed rate"],
  [
    "over-?consumption|over-?spend(?:ing)?|(?:above|over|beyond)-commit(?:ment)?(?: usage| consumption)?",
    "overage",
  ],
  [
    "no discounts? (?:(?:on|for|applies to|is given on) (?=(?:any |the )?(?:overages?|excess|additional|extra|usage (?:above|beyond|over)))|(?=(?:above|beyond|over|past) (?:the|your|that)\\b))",
    "undiscounted ",
  ],
  [
    "(?:the |your |this |any )?discounts? (?:no longer applies|does not apply|doesn't apply|ceases(?: to apply)?|falls away|is not (?:applied|available|granted)|(?:stops|ends)(?= (?:at|there)\\b))(?: to)?|no discounts? (?:applies|apply|is (?:given|granted|applied))",
    "undiscounted",
  ],
  [
    `(?:rates?|prices?|pricing|discounts?) (?:as )?(?:set out|set forth|stated|specified|agreed|defined|listed|shown) (?:above|herein|hereunder|here|in (?:this|the) (?:order form|order|agreement|contract|offer|proposal|quote))`,
    "agreed rates",
  ],
  ["all of (?:your|the|its|their) (?=(?:usage|spend|consumption)\\b)", "all "],
  ["(?:not|never|no longer) (?:be )?discounted|without (?:a |any )?discount", "undiscounted"],
];

const SAME =
  "(?:(?:exactly|just|simply|all|still) )*(?:the same|unchanged|nothing extra|nothing more|no more|no extra)";
/** How it is priced, in words that mean this only beside usage beyond the commitment. */
const BESIDE_OVERAGE: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `\\b(?:costs?(?: you| us)?|is|are|stays?|remains?|comes? at|at) ${SAME}(?: (?:per (?:unit|token|call)|as (?:before|ever|below|inside|within)[^,;‹]*))?(?! (?:‹|(?:rates?|prices?|discount|terms|percentage)\\b))`,
      "g",
    ),
    "at the committed rate",
  ],
  [
    /\b(?:do|does|will|would)(?: not|n't) cost (?:you |us )?(?:more|extra)(?: per (?:unit|token|call))?\b/g,
    "at the committed rate",
  ],
  [
    /\b(?:honou?r|keep|apply|extend|grant|give|maintain)s? (?:you )?(?:the|your|this|that) (?:same |full )?discounts?\b/g,
    "at the committed rate",
  ],
  [
    /\b(?:do|does|will|would)(?: not|n't) (?:change|affect|alter|raise|touch) (?:your|the) (?:unit )?(?:rate|price|discount)s?\b|\b(?:your|the) (?:unit )?(?:rate|price|discount)s? (?:do|does|will|would)(?: not|n't) change\b/g,
    "at the committed rate",
  ],
  [
    /\b(?:covered by|within|included in|subject to|falls? under|comes? under|under) (?:the|your|this|that) (?:same |full )?discounts?\b|\b(?:remains?|stays?|still|continues? to be|likewise|equally) discounted\b|\b(?:do|does|will)(?: not|n't) lose (?:the|your|its) (?:rate|price|discount)s?\b/g,
    "at the committed rate",
  ],
  [
    /\b(?:gets?|has|have|carries|carry|attracts?|earns?|receives?|enjoys?|comes? with|at|with|for) (?:no|zero) (?:further )?discounts?\b|\b(?:loses?|forfeits?|outside(?: of)?|not covered by|falls? out of) (?:the|your|its|all) discounts?\b/g,
    "at list",
  ],
  [
    /(?<=[:=|→>–—-]\s*|\bat )(?:committed|contract|contracted|discounted|same|agreed)(?=\W*$)/g,
    "at the committed rate",
  ],
  [
    /\b(?:(?:is|are) )?(?:increased?|raised?|marked[- ]up|(?:go |goes )?up|higher|uplifted|surcharged) by (?=(?:an? )?‹p)/g,
    "plus ",
  ],
];

/** The words about usage beyond the commitment in the words of the rules. */
export function inWordsOfOverage(masked: string): string {
  return BESIDE_OVERAGE.reduce((text, [words, means]) => text.replace(words, means), masked);
}
