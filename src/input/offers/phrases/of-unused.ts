import { COMMITTED_TO } from "./of-overage";
import type { Phrase } from "./phrase";

const NEXT = "(?=(?:the |your )?(?:next|following|subsequent)\\b)";
const IN_ANY_CASE =
  "(?:whether or not|regardless of(?: whether)?|irrespective of(?: whether)?|even if)";

/** What is left of a commitment, and what becomes of it. */
export const OF_UNUSED: readonly Phrase[] = [
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
    "(?:pays?|owes?|paying|liable|responsible) (?:us )?(?:for )?(?:the |your )?(?:full|entire|whole) (?:annual |yearly |minimum )?commit\\w*",
    "pays the shortfall",
  ],
  [
    "(?:consumption|usage|spend) (?:is|be|stays?|falls?|remains?|comes? in) (?:lower than|below|under|short of|less than) (?:what is |the |your |its )?commit\\w*",
    "shortfall",
  ],
  ["falls? short(?: of)?|less (?:is|was|has been) (?:used|consumed|spent)", "shortfall"],
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
  [
    "(?:any |the )?(?:amount|sum) by which (?:actual )?(?:usage|spend|consumption|it) (?:falls|is|remains) (?:below|short of|under|less than) (?:the |its |your )?commit\\w*",
    "the shortfall",
  ],
  ["pays? (?:us )?the (?:outstanding|open) (?:amount|sum|part)", "pays the shortfall"],
  ["missing (?:amount|sum|part|spend)", "shortfall"],
  [
    `pays? (?:for )?the (?:annual |full |yearly )?commit\\w* ${IN_ANY_CASE}[^,;‹]{0,30}`,
    "pays the shortfall",
  ],
  [", (if (?:it is |they are |still )?unused),", " $1"],
  // What becomes of it.
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
    "(?:do|does|will|can)(?: not|n't) (?:offer|allow|permit|provide|grant|support) (?:for )?(?:any |a )?(?:roll-?overs?|carry-?(?:over|forward)s?)|(?:roll-?overs?|carry-?(?:over|forward)s?)(?: is| are| of [^,;‹:]{0,30})?[ :.]+(?:(?:is|are)n't (?:available|possible|offered|included|permitted|allowed|provided)|not (?:available|possible|offered|included|permitted|allowed|provided)|excluded|unavailable|none|nil|no(?! more| less)|n/a|zero)(?![^,;.]*\\bbut\\b)",
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
    "(?:use[ds]?|spent|consumed|applied|drawn) in the (?=(?:next|following|subsequent) (?:contract |agreement |commitment )?(?:year|term|period)\\b)",
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
  ["becomes? (?:an? )?(?:prepayment|credit)", "rolls over"],
  [
    "be (?:used|applied|drawn|spent)(?: as (?:an? )?(?:credit|prepayment))? (?:in|during|within|over|for) the (?=(?:next|following|subsequent) (?:‹d|(?:contract |agreement |commitment )?(?:year|term|period)\\b))",
    "be carried over into the ",
  ],
  [
    "without (?:any )?(?:credit|refund|compensation|reimbursement)(?: or (?:credit|refund|compensation))?",
    "non-refundable",
  ],
];
