import { COMMITTED_TO } from "./of-overage";
import type { Phrase } from "./phrase";

const NEXT = "(?=(?:the |your )?(?:next|following|subsequent)\\b)";
const IN_ANY_CASE =
  "(?:whether or not|regardless of(?: whether)?|irrespective of(?: whether)?|even if)";

/** What is left of a commitment, and what becomes of it. */
export const OF_UNUSED: readonly Phrase[] = [
  ["should (?:you|customer|they) renew", "if you renew"],
  // What is left of a commitment.
  ["(?:a |one )?(?:half|quarter|third) \\((‹p\\d+›)\\)", "$1"],
  [
    "(?:the |any )?(?:amount|sum|extent|part) (?:by|to) which (?:the |your |its |actual |total )*(?:usage|spend|consumption|it) (?:falls?|is|remains?|stays?) (?:below|short of|under|less than|lower than) (?:the |its |your )?(?:annual |yearly |minimum )?commit\\w*",
    "the shortfall",
  ],
  [
    "(?:what(?:ever)?|anything|everything|all)(?: that)?(?:'s| is| was| remains| stays) (?:still )?(?:left|missing|remaining)(?: over)?(?: unused)?(?! (?:to|for you) )|what(?:ever)? remains(?! (?:of|in|to) )",
    "the unused",
  ],
  [
    "miss(?:es|ed|ing)? (?:the|your|its|that) (?:annual )?(?:number|target|commit\\w*|minimum)",
    "shortfall",
  ],
  [
    "(?:charge|fee|penalty) for (?:under-?\\w+|missing it|a shortfall|the shortfall)",
    "shortfall charge",
  ],
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
    "leftovers?|left-?over|unspent|(?:fails?|failed) to (?:use|consume|spend)|(?:leaves?|left) (?:unused|unspent)|unconsumed|undrawn|unutili[sz]ed|unmet|(?:not|never) (?:been )?(?:used|spent|consumed|ordered|purchased)",
    "unused",
  ],
  [
    "(?:is|are|do|does|will|shall|would)(?: not|n't)(?: (?:simply|just|immediately|entirely|automatically|be|get|at once))* (?:lost|forfeited|vanish|disappear|evaporate|expire|lapse|perish)(?! (?:un|if|when|before|at|on|in)\\w*)",
    "is not lost",
  ],
  ["(?:take|use)[- ]or[- ]pay", "unused is invoiced"],
  [
    `(?:due|payable|owed|billed|invoiced|charged)(?: in full)? ${IN_ANY_CASE} [^,;‹]{0,40}(?:used?|consumed|usage|spent|consumption)`,
    "due , unused is invoiced",
  ],
  [
    "(?:pays?|owes?|paying|liable|responsible) (?:us )?(?:for )?(?:the |your )?(?:full|entire|whole) (?:annual |yearly |minimum )?commit\\w*",
    "pays the shortfall",
  ],
  [
    "(?:consumption|usage|spend) (?:is|be|stays?|falls?|remains?|comes? in) (?:lower than|below|under|short of|less than) (?:what is |the |your |its )?commit\\w*",
    "shortfall",
  ],
  ["fall(?:s|ing)? short(?: of)?|less (?:is|was|has been) (?:used|consumed|spent)", "shortfall"],
  [
    `(?:us(?:e|es|ed|ing)|consum(?:e|es|ed|ing)|spen(?:d|ds|t)) (?:less|fewer) than ${COMMITTED_TO}(?! of ‹)`,
    "shortfall",
  ],
  [
    "(?:the |your |its )?(?:annual )?commit\\w* (?:is|are|was) (?:not|n't) (?:met|reached|fulfilled)|(?:does|do|did) not (?:reach|meet|fulfil) (?:the |your |its )?(?:annual )?commit\\w*(?! of ‹)",
    "shortfall",
  ],
  [
    "under-?(?:us(?:e|age)|utili[sz]ation|spend(?:ing)?|consumption)|deficien\\w+|deficits?",
    "shortfall",
  ],
  ["pays? (?:us )?the (?:outstanding|open) (?:amount|sum|part)", "pays the shortfall"],
  [
    "missing (?:amount|sum|part|spend)|com(?:e|es|ing) (?:up|in) (?:short|under|below)",
    "shortfall",
  ],
  [
    "(?:added to|put on|included in|charged (?:on|with)) (?:the|your|our|an?) (?:\\w+ )?(?:invoice|bill)",
    "invoiced",
  ],
  [
    `pays? (?:for )?the (?:annual |full |yearly )?commit\\w* ${IN_ANY_CASE}[^,;‹]{0,30}`,
    "pays the shortfall",
  ],
  [", (if (?:it is |they are |still )?unused),", " $1"],
  // What becomes of it.
  ["(?:pay|hand|send)s? (?:you |us |them )?back", "refund"],
  [
    "(?:credited|paid|given|handed) back|(?:reimbursed|returned)(?= to (?:you|customer)|\\s*(?:[,;.]|$))",
    "refunded",
  ],
  ["(?:the )?(?:year|period|term) after(?=\\s*(?:[,;.]|$))", "the next year"],
  ["comes? back(?= to (?:you|customer)| at| in| as|\\s*(?:[,;.]|$))", "refunded"],
  [
    "(?:be (?:drawn|used|consumed|spent)(?: down)?|(?:is|are|stays?|remains?) (?:available|valid|usable|good)) (?:for|in|within|during|over) (?:another|a further|the (?:next|following)) (?=‹d)",
    "be carried over for ",
  ],
  [
    "(?:(?:do|does|will|can|could)(?: not|n't)|cannot|(?:unable|not able) to) (?:offer|allow|permit|provide|grant|support|accept|give|agree to|include|do) (?:for )?(?:any |a )?(?:roll-?overs?|carry-?(?:over|forward)s?)|(?:roll-?overs?|carry-?(?:over|forward)s?)(?: is| are| of [^,;‹:]{0,30})?[ :.]+(?:(?:is|are)n't (?:on offer|on the table|foreseen|envisaged|granted|part of (?:the|this) \\w+|available|possible|offered|included|permitted|allowed|provided)|not (?:available|possible|offered|included|permitted|allowed|provided|something (?:that )?we (?:\\w+ )?\\w+)|on offer|on the table|part of (?:the|this) \\w+|foreseen|envisaged|granted|excluded|unavailable|none|nil|no(?! more| less)|n/a|zero)(?![^,;.]*\\bbut\\b)",
    "no rollover",
  ],
  [
    `(?:bring|take|push|shift|move|put|transfer|carry|roll) ((?:the |your |any )?(?:unused|unspent) \\w+) (?:over |forward )?(?:in)?to ${NEXT}`,
    "$1 rolls over into ",
  ],
  [
    "(?:appl(?:y|ied)|credit(?:ed)?|add(?:ed)?|count(?:ed)?|brought|taken|push(?:ed)?|shift(?:ed)?|put|deferred|postponed|moved)((?: [\\w‹›]+){0,8}?) (?:to|into|towards?|against) (?=(?:the |your )?(?:next|following|subsequent|year (?:two|2)\\b|‹l))",
    "$1 carried over into ",
  ],
  [
    "(?:is|are|stays?|remains?) (?:available|valid|usable|good) for another year",
    "carried over into the next year",
  ],
  [
    "(?:has|have|gets?) (‹d\\d+›) to (?:use|spend|consume) (?:up )?(?:(?:what|whatever) is left|(?:the |any )?(?:rest|remainder|balance|unused))",
    "unused rolls over for $1",
  ],
  [`(?:go(?:es)?|flows?|spills?) (?:over )?(?:in)?to ${NEXT}`, "rolls over into "],
  ["(?:can|may|will) be rolled(?=\\s*(?:[,.;]|$|if\\b|when\\b|provided\\b))", "can be rolled over"],
  ["(?:rolls?|rolled)(?= for (?:up to )?(?:an? )?‹d)", "rolls over"],
  ["one[- ]half", "half"],
  ["one[- ]quarter", "a quarter"],
  ["one[- ]third", "a third"],
  [
    "(?:vanish|evaporat|disappear|perish)\\w*|(?<!discount )falls? away|(?:is|are|be|becomes?) (?:gone|void|forgone|written off)",
    "is lost",
  ],
  [
    "(?:use[ds]?|spent|consumed|applied|drawn) (?:in|during|over) the (?=(?:next|following|subsequent|succeeding) (?:contract |agreement |commitment )?(?:year|term|period)\\b)",
    "carried over into the ",
  ],
  [
    "(?:stays?|remains?) (?:available|valid|usable|good)(?: as an? (?:credit|prepayment|balance))? (?=(?:for|in)\\b)",
    "rolls over ",
  ],
  [
    "(?:moves?|moved|transfer(?:s|red|able)?) (?:in)?to (?=(?:the |your |a )?(?:(?:next|following|subsequent|new) (?!(?:higher |better )?(?:bands?|tiers?|levels?|rates?|discounts?)\\b)|year|‹l))",
    "rolls over into ",
  ],
  [
    "(?:becomes?|(?:(?:is|are) )?(?:then )?(?:turned|converted|transformed) into|turns? into|converts? (?:in)?to) (?:an? )?(?:prepayment|(?:prepaid )?credit|prepaid balance)",
    "rolls over",
  ],
  [
    "be (?:used|applied|drawn|spent)(?: as (?:an? )?(?:credit|prepayment))? (?:in|during|within|over|for) the (?=(?:next|following|subsequent) (?:‹d|(?:contract |agreement |commitment )?(?:year|term|period)\\b))",
    "be carried over into the ",
  ],
  [
    "without (?:any )?(?:credit|refund|compensation|reimbursement)(?: or (?:credit|refund|compensation))?",
    "non-refundable",
  ],
];

const TIME =
  "(?:(?:the |your |a |an |its )?(?:next|following|subsequent|succeeding|coming|ensuing|second|renewal|later|another|further|additional|first ‹d\\d+› of the next) (?:contract |agreement |commitment |calendar |renewal )?(?:year|term|period|months|‹d)|year (?:two|2)\\b|‹[dl])";
const BY_ALL =
  "(?:(?:still|then|also|again|only|simply|just|automatically|with you|for you|it|them|forward|over) )*";

/** What happens to it in words that mean this only beside what is left. */
const BESIDE_UNUSED: readonly (readonly [RegExp, string])[] = [
  // Carried.
  [
    new RegExp(
      `\\b(?:pass|travel|go|come|flow|spill|move|transfer|shift|slide|migrate|add|count|appl(?:y|ie)|credit|carr(?:y|ie)|bring|brought|take|taken|push|put|book|use|spen[dt]|consume|draw|drawn|burn|redeem|utili[sz]e|surviv|live|last|linger|persist)(?:e?s|e?d|r?red|ing)?\\b ${BY_ALL}(?:down |up |along )?(?:(?:against|towards?|to) the (?:annual )?commit\\w* (?:of|for) |against |towards? |in |into |to |onto |for |during |over |through )?(?=${TIME})`,
      "g",
    ),
    "rolls over into ",
  ],
  [
    new RegExp(
      `\\b(?:take|bring|move|carry|shift|use|spend|push|put|transfer)\\b ((?:[a-z]+ ){0,2}(?:‹p\\d+› |of )*(?:the |any |your )?unused(?: (?:part|portion|amount|balance|funds|credits?|commitment|spend))?) (?:over |along |forward |with you )*(?:in|into|to|during|for) (?=${TIME})`,
      "g",
    ),
    "$1 rolls over into ",
  ],
  [
    new RegExp(
      `\\b(?:good|available|valid|usable|yours|alive|open|spendable|accessible|redeemable|consumable)\\b (?:to use )?(?:in |for |during |until the end of |throughout )*(?=${TIME})`,
      "g",
    ),
    "rolls over for ",
  ],
  [
    new RegExp(
      `\\b(?:have|has|get|gets) (?=${TIME})(?=[^,;]{0,40}\\b(?:use|burn|spend|consume)\\b)`,
      "g",
    ),
    "rolls over for ",
  ],
  [
    /\brolls over (?:for|into) (?:another|a further|an additional|the further) (?=year|term|period)/g,
    "rolls over into the next ",
  ],
  // Lost.
  [
    /\b(?:(?:stays?|remains?) (?:with|in the hands of) (?:us|the vendor|vendor|the provider|provider|the supplier|supplier)|(?:falls?|goes|go|reverts?) (?:back )?to (?:us|the vendor|vendor|the provider|provider|the supplier|supplier)|(?:retained|kept) by (?:us|the vendor|vendor|the provider|provider|the supplier|supplier)|(?:we|they|vendor|provider|supplier) (?:(?:will|shall|simply|just) )?(?:keeps?|retains?|pockets?)|(?:cannot|can't|can not|may not) be (?:recovered|reclaimed|recouped|claimed back|used later|used afterwards)|(?:is|are)(?: not|n't) (?:coming back|recoverable|recouped|usable (?:later|afterwards))|(?:do|does)(?: not|n't) (?:come back|survive)|(?:goes|go) to waste|ceases? to (?:be available|exist)|dies?|(?:is|are|be|gets?) (?:cancell?ed|deleted|removed|wiped|erased|extinguished|surrendered)|(?:is|are|be) (?:reset|set back) to zero|down the drain|(?:is|are) (?:simply )?(?:history|toast|dead|no more|ours))\b/g,
    "is forfeited",
  ],
];

/** A text that speaks of what is left, with what becomes of it in the words of the rules. */
export function inWordsOfUnused(masked: string): string {
  return BESIDE_UNUSED.reduce((text, [words, means]) => text.replace(words, means), masked);
}
