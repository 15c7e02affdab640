import type { Phrase } from "./phrase";

/** What is committed to, and the price before any discount. */
export const OF_COMMITMENTS: readonly Phrase[] = [
  ["w/o", "without"],
  ["(?:up )?to,? but (?:not including|excluding)", "below"],
  ["p\\. ?a\\.?(?=\\s*[:=|])", "per annum"],
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
    "(?:purchase|spend|spending|consumption|revenue|volume|usage|fee) (?:obligation|guarantee|pledge|undertaking)|pledges?",
    "commitment",
  ],
  [
    "(?:agrees?|undertakes?|promises?|pledges?|guarantees?|covenants?|must|shall|(?:binds?|obliges?|obligates?) (?:itself|yourself|yourselves|themselves)|(?:is|are) (?:obliged|obligated|required|bound)) (?:to )?(?=(?:incur|spend|purchase|order|consume|generate)\\b)",
    "commits to ",
  ],
  [
    "(?<=\\b(?:customer|client|buyer|licensee|subscriber|company) )will (?=(?:incur|spend|purchase|order|consume|generate)\\b)",
    "commits to ",
  ],
  ["guarantees? (?=(?:an? )?(?:minimum|annual|yearly) )", "commits to "],
  ["sign(?:s|ed|ing)? up (?:for|to) (?:an? )?(?=‹m)", "commits to "],
  ["(?:which|what) (?:\\w+ )?(commitment|minimum)\\b[^,:?‹]{0,60}[,:](?= ‹m)", "$1 of"],
  [
    "for an? (?:customer|company|client|account|business|organi[sz]ation|buyer|firm) of your (?:size|kind|type|scale|profile)",
    "for you",
  ],
  // What the vendor said, in the words of a buyer.
  [
    "they(?:'re| are| were|'ve| have|'d| had)? (?:now )?(?:giving|given|offering|proposing|proposed|quoting|quoted)(?: us)?",
    "they offered",
  ],
  [
    "we(?:'d| would)? (?:like|love|want) to (?:move|bring|take|get|step|put|upgrade) you (?:up )?(?:to|on)(?= ‹m)",
    "we offer",
  ],
  // What is defined.
  [
    '(commit\\w*|minimum|floor|amount|spend|purchases?|fees?|volume|discount|reduction|rebate|rate|term|period)"? (?:means|shall mean|refers to|has the meaning of|shall be)(?: (?:an?|the) (?:amount|discount|sum|period)(?: of(?: (?:the )?(?:fees|spend|usage|charges|services|purchases))?)?,?(?: (?:namely|being|equal to|i\\.e\\.|of))?)?(?= ‹)',
    "$1 is",
  ],
];
