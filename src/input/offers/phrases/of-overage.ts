import type { Phrase } from "./phrase";

export const COMMITTED_TO =
  "(?:(?:what |the amount |that )?(?:you|we|they|customer|it)? ?(?:have |has |had )?(?:commit\\w*|agreed|signed up|contracted)(?: (?:to|for)\\b)?|(?:the|your|its|that) (?:annual |yearly )?commit\\w*)";
/** "Use more than you committed", "usage is higher than agreed", "go over". */
const BEYOND = `(?:us(?:e|es|ed|ing)|consum(?:e|es|ed|ing)|spen(?:d|ds|t)|needs?|(?:usage|consumption|spend)(?: that| which)? (?:is|be|was)) (?:more|higher|greater|larger) than ${COMMITTED_TO}|(?:go|goes|going|went) (?:past|over|beyond|above) ${COMMITTED_TO}|(?:go|goes) over(?<=\\b(?:you|customer|usage|consumption|spend) \\w+ over)(?=[,;])`;

/** Bands by any name. */
const BAND = "(?:bands?|tiers?|levels?|brackets?|thresholds?)";

/** Usage beyond the commitment, and what it costs. */
export const OF_OVERAGE: readonly Phrase[] = [
  [
    `(?:${BEYOND})(?:,? (?:then )?the (?:difference|rest|balance|remainder|extra|surplus|additional(?: amount)?))?(?! (?:\\w+ ){0,2}‹)`,
    "overage",
  ],
  [
    "(?:(?:blow|burn|run|get|go)(?:s|es)? (?:through|out of|past|outside)|(?:surpass|pass|cross|top|outgrow|overshoot)(?:e?s)?) (?=(?:the |your |its )?(?:annual |yearly )?commit\\w*)",
    "exceeds ",
  ],
  ["(?:go|goes|going|run|runs) over(?=\\?| and\\b)", "overage"],
  [
    "(?:extra|additional|surplus)(?: (?:amount|part|bit))? (?=(?:(?:is|are|will be|would be|shall be|gets?) (?:(?:simply|then|also|just) )?(?:charged|billed|priced|invoiced|rated)|runs?|continues)\\b)",
    "overage ",
  ],
  ["(?:surplus|further) (?=(?:usage|consumption|use|volume)\\b)", "excess "],
  // A higher band that usage reaches.
  [
    `(?:hit|cross|pass|enter|attain|reach|surpass|exceed)(?:e?s|ing)?(?: into| up to)? (?=(?:an?|the|another|its|your) (?:next|higher|better|upper|new) (?:\\w+ )?${BAND}\\b)`,
    "reach ",
  ],
  [
    `(?:grow|get|move|climb|step|land|qualif)\\w* (?:up )?(?:in|into|to|for) (?=(?:an?|the|another|its|your) (?:next|higher|better|upper|new) (?:\\w+ )?${BAND}\\b)`,
    "reach ",
  ],
  [
    "(?:that |which )?(?:the |your |its )?(?:total |actual |actually |cumulative |overall |annual )*(?:usage|spend|consumption|you|it) (?:actually )?(?:falls? in(?:to)?|lands? in|corresponds to|achieves?|attains?|reach(?:es)?|gets? to|ends? up in)",
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
    "no discounts? (?:on|for|applies to|is given on) (?=(?:any |the )?(?:overages?|excess|additional|extra|usage (?:above|beyond|over)))",
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
