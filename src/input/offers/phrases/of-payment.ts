import type { Phrase } from "./phrase";

/** When an agreement is paid. */
export const OF_PAYMENT: readonly Phrase[] = [
  ["(?:pmt|pymt|payt|paymt|payts?|pmts)\\b\\.?", "payment"],
  ["inv\\.(?= ?:| terms)", "invoice"],
  // What it was, or is not.
  [
    "(?:instead of|rather than|in place of|as opposed to|(?:and |but )?not|no longer|was|were|previously|formerly|used to be|up from|down from|replac(?:es|ing)) (?:paid |due |payable |billed |invoiced |in |at |the |our |your |usual |standard )*(?:net[- ]?‹[nt]\\d+›(?: days)?|‹t\\d+›|(?:annual(?:ly)?|yearly|quarterly|monthly)(?: billing| payments?)?(?:,? (?:in )?(?:advance|arrears|up-?front))?|(?:in )?(?:advance|arrears|up-?front))(?: as (?:before|usual|today))?,?(?: but)?(?=\\s*(?:[.;:,)]|$| (?:net|now|monthly|quarterly|annual|yearly|in|we)\\b))",
    "",
  ],
  [
    "(?<=‹[nt]\\d+›[^‹();]{0,30}\\()[^()]{0,60}\\b(?:typing error|typo|error|mistake|earlier|before|previous(?:ly)?|draft|was|were|not)\\b[^()]{0,60}(?=\\))",
    "",
  ],
  // What is due beside it.
  [
    "(?:(?:the |your |our |all )?(?:\\w+ )?(?:report(?:s|ing)?|statements?|forecasts?|audits?|usage data|notices?|documents?|deliverables?)) (?:is |are |shall be |to be )?(?:due|delivered|sent|provided|issued)[^,;‹]{0,15}‹t\\d+›[^,;‹]{0,30}?(?:,? and |, |; ?)(?=(?:the |all |our )?(?:invoices?|payments?|fees|bills)\\b)",
    "",
  ],
  [
    "(?:days (?:to pay|for payment)|net days|payment days?|(?:net )?payment (?:period|window|deadline|terms? \\(days\\))|payment \\(days\\)|(?:payment )?due date|due|credit (?:terms?|period)|time to pay|settlement(?: period)?)(?=\\s*[:|=-]| (?:of |is |are )?‹)",
    "payment terms",
  ],
  [
    "(?:at |on )?(month|quarter|year)[- ]end(?= |[.,;]|$)(?! (?:report|close|closing|review))",
    "at the end of the $1",
  ],
  [
    "(?:each|every|an?|the) (month|quarter|year)(?:'s (?:usage|fees?))? (?:is|are|will be|shall be) (?:invoiced|billed|paid|charged|payable|due) (?:before (?:it|the (?:month|quarter|year)) (?:begins|starts)|at its (?:start|beginning))",
    "payable every $1 in advance",
  ],
  [
    "(?:the (?:fees|usage|charges) of )?(?:each|every|an?|the) (month|quarter|year)(?:'s (?:usage|fees?))? (?:is|are|will be|shall be) (?:invoiced|billed|paid|charged|payable|due) (?:(?:after|when|once) (?:it|the (?:month|quarter|year)) (?:ends|is over|has ended|closes|is closed)|at its end|afterwards)",
    "payable every $1 in arrears",
  ],
  // When it is paid.
  [
    "(?:won't|will not|aren't|are not|isn't|is not|not|never|nothing is) (?:be |get )?(billed|invoiced|charged|due|payable|paid) (?:until|till|before)(?= [^,;‹]{0,40}\\b(?:ends?|over|closed?s?|ended|finished|complete))",
    "$1 once",
  ],
  [
    "((?:at|on|upon|after|following|before|prior to|by) (?:the )?(?:\\w+ )?(?:start|beginning|outset|commencement|end|close|completion) of (?:each|every|an?|the) (?:\\w+ )?(?:year|quarter|month)),(?=[^,;]{0,40}\\b(?:invoic|bill|pay|charge|prepa)\\w*)",
    "$1",
  ],
  ["post-?paid", "paid in arrears"],
  [
    "(?:have|has|get|gets|gives?|allows?)(?: (?:us|you|customer|the customer))? (‹t\\d+›) (?:from|after|of) (?:the |each |every )?invoice(?: date)?(?! to pay)",
    "pay within $1 of invoice",
  ],
  [
    "(?:entire|whole|full|total) (?:‹d\\d+› |term |contract )(?:fee|price|amount|value|commitment)s? (?:is|are|falls|shall be|will be) (?:payable|due|paid|billed|invoiced) (?:in advance|up-?front)",
    "total is paid in full upfront",
  ],
  [
    "(?:have|has|get|gets|gives?|allows?|with|plus)(?: (?:us|you|customer|the customer))? (‹t\\d+›)(?: (?:from|after|of) (?:the )?invoice(?: date)?)? to (?:pay|settle)(?: (?:each|every|the|an|our|your) invoices?)?",
    "pay within $1 of invoice",
  ],
  [
    "(quarterly|monthly|annual|yearly) (?:instal+ments?|payments?|invoices?|tranches)(?:,| are|,? each|,? all|,? payable|,? due|,? billed|,? invoiced|,? paid)* in (?=advance|arrears)",
    "$1 payment in ",
  ],
  ["(annual(?:ly)?|yearly|quarterly|monthly), (?=(?:in )?(?:advance|arrears|up-?front))", "$1 "],
  ...(["year", "quarter", "month"] as const).map((period): readonly [string, string] => [
    `(?:(?:once|one time|(?:one|an|a single) (?:invoice|bill|payment)) (?:a|per|every|each|in (?:a|each|every))|every|each) (?:contract )?${period},? (?:and )?(?:always |each )?(?=(?:in )?(?:advance|arrears|up[- ]?front))`,
    `payable ${period}ly `,
  ]),
  [
    "(annually|yearly|quarterly|monthly), (net[ -]?‹[nt]\\d+›), (?=in (?:advance|arrears))",
    "$2, $1 ",
  ],
  [
    "full payment (?:up-?front|in advance)|(?:full )?pre-?payment of (?:the )?(?:whole|full|entire|total|term)",
    "paid in full upfront",
  ],
];
