import type { Phrase } from "./phrase";

/** When an agreement is paid. */
export const OF_PAYMENT: readonly Phrase[] = [
  // When it is paid.
  ["post-?paid", "paid in arrears"],
  [
    "(?:have|has|get|gets|with|plus) (‹t\\d+›)(?: (?:from|after|of) (?:the )?invoice(?: date)?)? to pay",
    "pay within $1 of invoice",
  ],
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
];
