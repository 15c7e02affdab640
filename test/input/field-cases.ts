/**
 * What people type and paste, and the right answer: a number, or a sentence. Worked by hand: the bands below are
 * 0% from 0, 10% from 250,000, 15% from 500,000 and 20% from 1,000,000, written in each row in another way.
 */
type Cells = readonly (readonly unknown[])[];
export type Expected = number | RegExp;

export const BANDS: Cells = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];

/** Bands, a commitment, and its discount. */
export type BandCase = readonly [bands: Cells, commitment: number, expected: Expected];

const H = ["Threshold", "Discount"] as const;
const LTR = "\u200e";

/** Bands with a heading over their two columns. */
const under = (threshold: unknown, discount: unknown, ...rows: Cells): Cells => [
  [threshold, discount],
  ...rows,
];

const TENS: Cells = [
  [0, 0],
  [250_000, 10],
  [500_000, 15],
];
const SHARES: Cells = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
];

export const BAND_CASES: Readonly<Record<string, readonly BandCase[]>> = {
  "several discounts": [
    [
      [
        ["Commitment", "Discount 2025", "Discount 2026"],
        [250_000, 0.1, 0.12],
      ],
      300_000,
      /more than one discount/,
    ],
    [
      [
        ["Commitment", "New customer discount", "Discount"],
        [250_000, 0.1, 0.12],
      ],
      300_000,
      /more than one discount/,
    ],
    [
      [
        ["Commitment", "Discount", "Renewal discount level"],
        [250_000, 0.1, 0.12],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Commitment", "Year 1", "Year 2"],
        [250_000, 0.1, 0.12],
      ],
      300_000,
      /more than one discount \(headings "Year 1" and "Year 2"\)/,
    ],
    [
      [
        ["Commitment", "2025", "2026"],
        [250_000, 0.1, 0.12],
      ],
      300_000,
      /Threshold in row 1 of bands is "Commitment"/,
    ],
    [
      [
        ["Commitment", "Year 1", "Contact"],
        [250_000, 0.1, "Ann"],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Commitment", "Discount", "Year"],
        [250_000, 0.1, 2025],
      ],
      300_000,
      0.1,
    ],
  ],
  "A2: a blank column": [
    [
      [
        [0, null, 0],
        [250_000, null, 0.1],
        [500_000, null, 0.15],
      ],
      300_000,
      0.1,
    ],
    [
      [
        [0, 0, 0],
        [250_000, 0, 0.1],
        [500_000, 0, 0.15],
      ],
      300_000,
      0.1,
    ],
    [
      [
        [0, "", 0, "a"],
        [250_000, "", 0.1, "b"],
        [500_000, "", 0.15, "c"],
      ],
      300_000,
      0.1,
    ],
    [
      [
        [null, 0, 0],
        [null, 250_000, 0.1],
        [null, 500_000, 0.15],
      ],
      300_000,
      0.1,
    ],
    [
      [
        [0, 0, 0],
        [0, 250_000, 0.1],
        [0, 500_000, 0.15],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Threshold", null, "Discount"],
        [0, null, 0],
        [250_000, null, 0.1],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Threshold", 0, "Discount"],
        [0, 0, 0],
        [250_000, 0, 0.1],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Commitment", null, null, "Off list"],
        [250_000, null, null, "10%"],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Foo", null, "Bar"],
        [0, null, 0],
        [250_000, null, 0.1],
      ],
      300_000,
      0.1,
    ],
    [
      [
        [0, null, "0%"],
        [250_000, null, "10%"],
      ],
      300_000,
      0.1,
    ],
    [[[250_000, 0.1, 2025]], 300_000, 0.1],
    [
      [
        [0, 0, 2024],
        [250_000, 0.1, 2025],
      ],
      300_000,
      0.1,
    ],
    [
      [
        [0, 0, 0],
        [250_000, 0, 10],
        [500_000, 0, 15],
      ],
      300_000,
      /blank/i,
    ],
    [
      [
        [0, 0.05, null, "Base"],
        [250_000, 0.1, null, "Plus"],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Commitment", null, "Discount"],
        [null, 250_000, 0.1],
      ],
      300_000,
      /heading/i,
    ],
    [
      [
        ["Threshold", "Discount", null, "Name"],
        [0, 0, null, "Base"],
        [250_000, 0.1, null, "Plus"],
      ],
      300_000,
      0.1,
    ],
  ],
  "A5: a first row that starts as an amount": [
    ...(
      [
        "250k+",
        "$250k+",
        "> 250k",
        "≥250k",
        "~250k",
        "€250k",
        "(250k) or more",
        "CHF 250k",
        "250k-500k",
        "kr 250000",
        "about 250k",
        "up to 250k",
        "R$ 250",
        "２５０k+",
        "٢٥٠",
        "2,50,00",
        "250k upwards",
        "USD 250k+",
        "- 250 k?",
        "250.000,0.0",
      ] as const
    ).map(
      (first): BandCase => [
        [
          [first, "10% off"],
          [500_000, 0.15],
          [1_000_000, 0.2],
        ],
        300_000,
        /row 1/,
      ],
    ),
    [
      [
        ["Base", "10% off"],
        [500_000, 0.15],
      ],
      600_000,
      /row 1/,
    ],
    [
      [
        ["Commit 250k", "Discount 10%"],
        [500_000, 0.15],
      ],
      600_000,
      /row 1/,
    ],
    [
      [
        ["From $250k", "10 percent"],
        [500_000, 0.15],
      ],
      600_000,
      /row 1/,
    ],
    [under("Commitment 2025", "Discount FY25", ...SHARES), 300_000, 0.1],
    [under("Commitment FY2026", "Discount (2026)", ...SHARES), 300_000, 0.1],
    [under("Annual spend 2025/26", "Reduction", ...SHARES), 300_000, 0.1],
    [under("Foo 2025", "Bar 2025", ...SHARES), 300_000, 0.1],
  ],
  "A6: headings with units and contradictions": [
    ...(
      [
        "Commitment ($k)",
        "Commitment ($000s)",
        "Commitment, USD m",
        "Commitment in millions",
        "Spend in thousands",
        "Threshold (k)",
        "Threshold $M",
        "Annual commit [USD '000]",
        "Commitment (in $ thousand)",
        "Commit €k",
        "Commitment kEUR",
        "Commitment, mn",
        "Threshold (USD bn)",
        "Commitment (x1000)",
        "Commitment (lakhs)",
        "Commitment ₹ crore",
        "Commitment 000s",
        "Commitment TUSD",
        "Commitment T€",
        "Commitment (hundreds)",
        "Commitment (1,000 USD)",
      ] as const
    ).map(
      (heading): BandCase => [
        under(heading, "Discount", [0, 0], [250, 0.1], [500, 0.15]),
        300_000,
        /column 1 of bands is headed/i,
      ],
    ),
    [under("USD k", "Bar", [0, 0], [250, 0.1]), 300_000, /headed "USD k"/],
    ...(
      [
        "Monthly commitment",
        "Commitment per month",
        "Quarterly spend",
        "Weekly commitment",
        "Commitment per half-year",
        "Bi-annual commitment",
        "Commit / month",
        "Total commitment",
        "3-year commitment",
        "TCV",
        "Commitment (36 months)",
      ] as const
    ).map((heading): BandCase => [under(heading, "Discount", ...SHARES), 300_000, /headed/]),
    ...(["Over", "Spend above", "More than", "Up to"] as const).map(
      (heading): BandCase => [under(heading, "Discount", ...SHARES), 300_000, /headed/],
    ),
    ...(
      [
        "You pay",
        "Price",
        "Multiplier",
        "Net of list",
        "Share to be paid",
        "% of list",
        "Factor",
        "Net price",
        "Price multiplier",
        "Discounted price",
        "Pay",
        "Price after discount",
        "List price factor",
        "Cost (% of list)",
      ] as const
    ).map(
      (heading): BandCase => [
        under("Commitment", heading, [250_000, 0.9], [500_000, 0.85]),
        500_000,
        /headed "/,
      ],
    ),
    [under("Foo", "You pay", [250_000, 0.9], [500_000, 0.85]), 500_000, /headed "You pay"/],
    [under("Commitment", "Rate", [250_000, 0.9], [500_000, 0.85]), 500_000, /headed "Rate"/],
    [under("Commitment", "Rate", ...SHARES), 300_000, 0.1],
    ...(
      [
        "Threshold (USD)",
        "Commitment ($)",
        "Min. commitment",
        "Annual commit",
        "$",
        "Spend",
        "From",
        "Applies from",
        "Volume",
        "Level",
        "Minimum",
        "Commitment (USD/yr)",
        "Commitment p.a.",
        "Annual commitment (USD per year)",
        "Total annual commitment",
        "Commitment*:",
        "COMMIT",
      ] as const
    ).map((heading): BandCase => [under(heading, "Discount", ...SHARES), 300_000, 0.1]),
    ...(
      [
        "Discount",
        "%",
        "(%)",
        "Rebate",
        "Off",
        "Off list",
        "Reduction",
        "Discount rate",
        "Discount off list price",
        "% off list",
        "Price reduction",
        "Savings",
        "Discount (%)",
      ] as const
    ).map((heading): BandCase => [under("Commitment", heading, ...SHARES), 300_000, 0.1]),
    ...(
      [
        "Discount (%)",
        "Discount %",
        "% off",
        "Discount in %",
        "Discount, percent",
        "Rebate (pct)",
        "Discount [%]",
        "Discount％",
      ] as const
    ).map((heading): BandCase => [under("Commitment", heading, ...TENS), 300_000, 0.1]),
    [under("Commitment", "Discount %", [0, 0], [250_000, 1], [500_000, 2]), 300_000, 0.01],
    [
      under("Commitment", "Discount %", [0, 0], [250_000, 0.1], [500_000, 15]),
      300_000,
      /headed with % and holds 0\.1 and 15/,
    ],
    [under("Commitment", "Discount %", [0, 0], [250_000, "10%"], [500_000, 15]), 600_000, 0.15],
    [under("Commitment", "Discount", ...TENS), 300_000, /0\.1 for 10%/],
    [under("Foo", "Discount %", ...TENS), 300_000, 0.1],
    [under("Commitment", "Discount %", [0, 0], [250_000, "10"], [500_000, "15"]), 300_000, 0.1],
    [under("Commitment (%)", "Discount", ...SHARES), 300_000, /headed/],
    [
      [
        ["Commitment", "Discount", "Rebate"],
        [250_000, 0.1, 0.05],
      ],
      300_000,
      /Rebate/,
    ],
    [
      [
        ["Commitment", "1-year discount", "3-year discount"],
        [250_000, 0.1, 0.15],
      ],
      300_000,
      /3-year discount/,
    ],
    [
      [
        ["Commitment", "Discount", "Target discount", "Walk-away"],
        [250_000, 0.1, 0.15, 0.12],
      ],
      300_000,
      0.1,
    ],
  ],
  "B10: price lists": [
    [
      [
        ["From", "To", "Discount"],
        [0, 249_999, 0],
        [250_000, 499_999, 0.1],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["From", "To", "Discount"],
        [0, 250_000, 0],
        [250_000, 500_000, 0.1],
        [500_000, null, 0.15],
      ],
      600_000,
      0.15,
    ],
    [
      [
        ["From", "To", "Discount"],
        [0, 249_999.99, 0],
        [250_000, 499_999.99, 0.1],
        [500_000, 0, 0.15],
      ],
      600_000,
      0.15,
    ],
    [
      [
        ["Min", "Max", "Off"],
        ["$0k", "$249k", 0],
        ["$250k", "$499k", 0.1],
        ["$500k", "and above", 0.15],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["From", "To", "Discount"],
        [0, 199_999, 0],
        [250_000, 499_999, 0.1],
      ],
      300_000,
      /rows? 2/,
    ],
    [
      [
        ["From", "To", "Discount"],
        [0, 300_000, 0],
        [250_000, 499_999, 0.1],
      ],
      300_000,
      /rows? 2/,
    ],
    [
      [
        ["From", "To", "Discount"],
        [0, 249_000, 0],
        [250_000, 499_999, 0.1],
      ],
      300_000,
      /rows? 2/,
    ],
    [
      [
        ["From", "To", "Discount"],
        [250_000, 100_000, 0.1],
      ],
      300_000,
      /row 2/,
    ],
    [
      [
        ["Spend from", "Spend to", "Discount"],
        [0, 249_999, 0],
        [250_000, "+", 0.1],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Tier", "Commitment", "Discount"],
        ["Silver", 250_000, 0.1],
        ["Gold", 500_000, 0.15],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Discount", "Commitment"],
        [0, 0],
        [0.1, 250_000],
        [0.15, 500_000],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Discount", "Name", "Threshold"],
        [0.1, "Plus", 250_000],
        [0.15, "Max", 500_000],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Level", "Annual commit", "Rebate"],
        ["Bronze", 250_000, 0.1],
        ["Silver", 500_000, 0.15],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Tier", "From", "To", "Discount"],
        ["A", 0, 249_999, 0],
        ["B", 250_000, null, 0.1],
      ],
      300_000,
      0.1,
    ],
    [
      [
        [null, "Commitment", "Discount"],
        ["Silver", 250_000, 0.1],
      ],
      300_000,
      0.1,
    ],
    [[["Acme's offer", null], ...under("Commitment", "Discount", ...SHARES)], 300_000, 0.1],
    [[["Acme's offer", 0], [0, 0], ...under("Commitment", "Discount", ...SHARES)], 300_000, 0.1],
    [
      [
        ["Price list 2025", "", ""],
        [null, null, null],
        ["Tier", "Commitment", "Discount"],
        ["A", 250_000, 0.1],
      ],
      300_000,
      0.1,
    ],
    [[["Offer", "Acme"], ...under("Commitment", "Discount", ...SHARES)], 300_000, 0.1],
    [[["250k+", null], ...under("Commitment", "Discount", [500_000, 0.15])], 600_000, /row 1/],
    [[[...H], ["USD", "%"], ...TENS], 300_000, 0.1],
    [[[...H], ["USD", "fraction"], ...SHARES], 300_000, 0.1],
    [[[...H], ["$k", "%"], [0, 0], [250, 10]], 300_000, /headed/],
    [[[...H], ["(USD)", 0], ...SHARES], 300_000, 0.1],
    [
      under("Commitment", "Discount", ["$250k – $500k", 0.1], ["$500k – $1M", 0.15], ["$1M+", 0.2]),
      600_000,
      0.15,
    ],
    [under("Commitment", "Discount", ["≥ $250k", "10%"], ["≥ $500k", "15%"]), 300_000, 0.1],
    [
      under(
        "Commitment",
        "Discount",
        ["$0 - $249,999", 0],
        ["$250,000 to $499,999", 0.1],
        ["$500,000 and above", 0.15],
      ),
      300_000,
      0.1,
    ],
    [
      under(
        "Commitment",
        "Discount",
        ["from $250k", 0.1],
        ["$500k or more", 0.15],
        ["at least $1M", 0.2],
      ),
      600_000,
      0.15,
    ],
    [under("Commitment", "Discount", ["$250k+", "10%"], ["$500k+", "15%"]), 300_000, 0.1],
    [under("Commitment", "Discount", ["250 – 500k", 0.1], ["500k+", 0.15]), 300_000, /row 2/],
    [under("Commitment", "Discount", ["< $250k", 0], ["$250k+", 0.1]), 300_000, /row 2/],
    [under("Commitment", "Discount", ["> $250k", 0.1]), 300_000, /row 2/],
    [under("Commitment", "Discount", ["up to $250k", 0.1]), 100_000, /row 2/],
    [under("Commitment", "Discount", ["over $250k", 0.1]), 300_000, /row 2/],
    [under("Commitment", "Discount", ["$250k – $400k", 0.1], ["$500k+", 0.15]), 300_000, /rows? 2/],
    [
      [
        ["Commitment", 0, 250_000, 500_000],
        ["Discount", 0, 0.1, 0.15],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Discount %", 0, 10, 15],
        ["Commitment", 0, 250_000, 500_000],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Name", "Base", "Plus"],
        ["Commitment", 0, 250_000],
        ["Discount", 0, 0.1],
      ],
      300_000,
      0.1,
    ],
    [
      [
        ["Commitment", 0, 250_000, 100_000],
        ["Discount", 0, 0.1, 0.15],
      ],
      300_000,
      /column 4/,
    ],
    [
      [...under("Commitment", "Discount", ...SHARES), [null, null], ["Prices as agreed", null]],
      300_000,
      0.1,
    ],
    [
      [...under("Commitment", "Discount", ...SHARES), ["* valid until 31 March 2025", 0]],
      300_000,
      0.1,
    ],
    [
      [...under("Commitment", "Discount", ...SHARES), ["Note: list prices apply", null]],
      300_000,
      0.1,
    ],
    [[...SHARES, [0, 0], ["Subject to approval", 0]], 300_000, 0.1],
    [[...under("Commitment", "Discount", ...SHARES), ["* 25% above $2M", null]], 300_000, /row 5/],
    [[...under("Commitment", "Discount", ...SHARES), ["Prices as agreed", null]], 300_000, /row 5/],
    [[...under("Commitment", "Discount", ...SHARES), ["Total", null]], 300_000, 0.1],
    [
      [
        ["Tier", "Commitment", "Discount"],
        ["A", 250_000, 0.1],
        ["B", 500_000, 0.15],
        ["Total", 750_000, null],
      ],
      800_000,
      0.15,
    ],
    [
      [
        ["Tier", "Commitment", "Discount"],
        ["A", 250_000, 0.1],
        ["B", 500_000, 0.15],
        ["Total", 750_000, 0],
      ],
      800_000,
      0.15,
    ],
    [
      [
        ["Tier", "Commitment", "Discount"],
        ["A", 250_000, 0.1],
        ["Total", 800_000, 0],
      ],
      800_000,
      /row 3/,
    ],
    [
      [
        ["Commitment", "Discount", "Name"],
        [250_000, 0.1, "A"],
        [500_000, 0.15, "B"],
        [750_000, 0, "Sum"],
      ],
      800_000,
      0.15,
    ],
    [
      [
        ["Tier", "Discount"],
        [1, 0],
        [2, 0.1],
        [3, 0.15],
      ],
      300_000,
      /headed "Tier"/,
    ],
    [
      [
        ["Tier", "Discount"],
        [0, 0],
        [250_000, 0.1],
      ],
      300_000,
      0.1,
    ],
  ],
  "B9: marks that nobody sees": [
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202c",
    "\u202e",
    "\u2066",
    "\u2069",
    "\u2060",
    "\u200c",
    "\u200d",
    "\u00ad",
    "\u200b",
    "\ufeff",
  ].flatMap((mark): readonly BandCase[] => [
    [[[...H], [`${mark}0`, "0%"], [`${mark}250000${mark}`, `${mark}10%`]], 300_000, 0.1],
    [
      [
        [`${mark}Discount`, `${mark}Threshold`],
        [`${mark}10%`, 250_000],
      ],
      300_000,
      0.1,
    ],
  ]),
  "a discount is below 100%": [
    [under("Commitment", "Discount", [250_000, "110%"]), 300_000, /below 100%/],
    [under("Commitment", "Discount", [250_000, 1.1]), 300_000, /below 100%/],
    [[[250_000, 1.5]], 300_000, /below 100%/],
    [[[250_000, "150%"]], 300_000, /below 100%/],
    [[[250_000, "400%"]], 300_000, /below 100%/],
    [[[250_000, 15]], 300_000, /0\.15 for 15%/],
  ],
};

/** Bands, terms, and the cost of 800,000 under 500,000. By hand: capacity 588,235.29, so overage of 211,764.71 at list. */
export type CostCase = readonly [bands: Cells, terms: Cells | null, expected: Expected];

const LIST = 500_000 + 800_000 - 500_000 / 0.85;
const COMMITTED = 680_000;
const FIVE_MORE = 500_000 + 1.05 * (800_000 - 500_000 / 0.85);

const headed = (heading: unknown, value: unknown): Cells => [
  ["Threshold", "Discount", heading],
  [0, 0, null],
  [500_000, 0.15, value],
];

export const COST_CASES: Readonly<Record<string, readonly CostCase[]>> = {
  "A1: a heading that is a term beyond doubt": [
    ...(
      [
        "Overage:",
        "Overage*",
        "Overages",
        "Overage¹",
        "Overage (1)",
        "OVERAGE :",
        "[Overage]",
        `${LTR}Overage`,
        "Over\u00adage",
        '"Overage"',
        "Overage †",
        "Overage.",
        "Ｏverage",
      ] as const
    ).map((heading): CostCase => [headed(heading, "committed"), null, COMMITTED]),
    ...(
      [
        "Overage premium (%)",
        "Overage premiums",
        "Overage-premium:",
        "Overage premium, %",
        "Overage premium*",
        "Overage premium [fraction]",
        "Overage premium (in %)",
      ] as const
    ).map((heading): CostCase => [headed(heading, 0.05), null, FIVE_MORE]),
    [headed("Overage premium (%)", 5), null, FIVE_MORE],
    [headed("Overage premium (%)", "5%"), null, FIVE_MORE],
    [headed("Overage premium (%)", 3), null, /write 3%/],
    [headed("Forfeited shares (%)", 1), null, /write 1%/],
    [headed("Forfeited share (%)", 100), null, LIST],
    [[...headed("Overage:", "committed"), [900_000, 0.2, "list"]], null, COMMITTED],
  ],
  "A1: a heading that is close to a term": [
    ...(
      [
        "Overage premum",
        "Overge",
        "Ovrage",
        "Overage rate",
        "Overage price",
        "Premium",
        "Overage prem.",
        "Overage uplift",
        "Ovg premium",
        "Overage terms",
        "Forfeited",
        "Forfeit share",
        "Forfeiture",
        "Forfieted share",
        "Share forfeited",
        "Share",
        "Shortfall share",
        "Bases",
        "Basiss",
        "Overages premum",
        "Premium on overage",
        "Premium over list",
        "Over-usage",
        "Over use",
        "Excess charges",
        "Extra usage",
        "Additional usage rate",
        "Usage above commitment",
        "Usage excess",
        "Spend overrun",
        "Consumption beyond commit",
        "Spend over commitment",
        "Overage (terms)",
      ] as const
    ).map(
      (heading): CostCase => [
        headed(heading, "committed"),
        null,
        /headed.*did you mean (Overage|Overage premium|Forfeited share|Basis)\?/,
      ],
    ),
    [headed("Basis", "net"), null, /Basis/],
    [headed("Basis:", "net"), null, /Basis/],
    ...(
      [
        "Rate lock",
        "Contact",
        "Support tier",
        "Notes",
        "Target",
        "Walk-away",
        "Confidence",
        "Source",
        "Renewal cap",
        "Account contact",
        "Premium support",
        "Coverage",
        "Owner",
        "Rollover notes",
        "Market",
        "Average usage",
        "Additional terms",
        "Extra support",
        "Overview",
        "Above list",
        "Use case",
        "Spend to date",
        "Usage in scope",
      ] as const
    ).map((heading): CostCase => [headed(heading, "committed"), null, LIST]),
  ],
  "A2: a blank column in terms": [
    [BANDS, [["Overage", null, "committed"]], COMMITTED],
    [BANDS, [["Overage", 0, "committed"]], COMMITTED],
    [BANDS, [["Overage", "", null, "committed"]], COMMITTED],
    [BANDS, [[null, "Overage", "committed"]], COMMITTED],
    [BANDS, [[0, "Overage", "committed"]], COMMITTED],
    [
      BANDS,
      [
        ["Overage", null, "committed"],
        ["Forfeited share", null, 0.5],
      ],
      COMMITTED,
    ],
    [
      BANDS,
      [
        ["Term", null, "Value"],
        ["Overage", null, "committed"],
      ],
      COMMITTED,
    ],
    [
      BANDS,
      [
        ["Term", 0, "Value"],
        ["Overage", 0, "committed"],
      ],
      COMMITTED,
    ],
    [
      BANDS,
      [
        ["Overage premium", null, 0.05],
        ["Overage", null, "list"],
      ],
      FIVE_MORE,
    ],
    [BANDS, [["Overage premium", null, "5%"]], FIVE_MORE],
    [BANDS, [["Overage premium", 0, 0.05]], /blank/],
    [BANDS, [["Overage", "committed", "see the letter"]], COMMITTED],
    [BANDS, [["Overage premium", 0, "as agreed"]], LIST],
    [BANDS, [["Overage premium", 0.05, 0.5]], FIVE_MORE],
    [BANDS, [["Overage", null, "comitted"]], /row 1/],
    [
      BANDS,
      [
        ["Terms of the offer", null],
        ["Term", "Value"],
        ["Overage", "committed"],
      ],
      COMMITTED,
    ],
  ],
  "A1, B9: names of terms": [
    [BANDS, [["Overage:", "committed"]], COMMITTED],
    [BANDS, [["Overage*", "committed"]], COMMITTED],
    [BANDS, [[`${LTR}Overage`, `com\u00admitted`]], COMMITTED],
    [BANDS, [["Overage premium (%)", 0.05]], FIVE_MORE],
    [BANDS, [["Overage premium (%)", 5]], FIVE_MORE],
    [BANDS, [["Overage premum", 0.05]], /did you mean Overage premium\?/],
    [BANDS, [["Unused commitment", "forfeited"]], /did you mean Forfeited share\?/],
    [BANDS, [["Shortfall", "forfeited"]], /did you mean Forfeited share\?/],
    [BANDS, [["Excess usage", "list"]], /did you mean Overage\?/],
    [
      under("Threshold", "Discount", [0, 0]).map((row, index) => [
        ...row,
        index === 0 ? "Excess" : "list",
      ]),
      [],
      /did you mean Overage\?/,
    ],
    [
      under("Threshold", "Discount", [0, 0]).map((row, index) => [
        ...row,
        index === 0 ? "Excess usage rate" : "list",
      ]),
      [],
      /did you mean Overage\?/,
    ],
    [
      under("Threshold", "Discount", [0, 0]).map((row, index) => [
        ...row,
        index === 0 ? "Overuse" : "list",
      ]),
      [],
      /did you mean Overage\?/,
    ],
    [BANDS, [["Invoice", "list"]], /not a term\. Known/],
  ],
  "the pane's own words": [
    [BANDS, [["Overage", "at list"]], LIST],
    [BANDS, [["Overage", "at the committed rate"]], COMMITTED],
    [BANDS, [["Overage", "committed rate"]], COMMITTED],
    [BANDS, [["Overage", "at the best band it reaches"]], COMMITTED],
    [BANDS, [["Forfeited share", "forfeited"]], LIST],
    [BANDS, [["Forfeited share", "returned"]], LIST],
    [BANDS, [["Forfeited share", "50% forfeited"]], LIST],
    [BANDS, [["Basis", "net basis"]], LIST],
    [headed("Overage", "at the committed rate"), null, COMMITTED],
    [headed("Forfeited share", "25% forfeited"), null, LIST],
    [BANDS, [["Forfeited share", "half forfeited"]], /Forfeited share/],
  ],
  "A3: values of terms": [
    [BANDS, [["Overage premium", "0,001"]], /write 0\.001/],
    [BANDS, [["Overage premium", "0 001"]], /write 0\.001/],
    [BANDS, [["Overage premium", "15,125%"]], /write 15\.125%/],
    [headed("Overage premium", "0,050"), null, /write 0\.050/],
    [BANDS, [["Overage premium", "5e-2"]], FIVE_MORE],
    [BANDS, [["Overage premium", "５％"]], FIVE_MORE],
  ],
};

/** A usage as text without a commitment, and its cost without a discount: itself. */
export const NUMBER_CASES: readonly (readonly [given: unknown, expected: Expected])[] = [
  ["0,500", /write 0\.500/],
  ["$0,500", /write \$0\.500/],
  ["0,001", /write 0\.001/],
  ["00,500", /write 00\.500/],
  ["0 500", /write 0\.500/],
  ["0'500", /write 0\.500/],
  ["0’500", /write 0\.500/],
  ["(0,500)", /write \(0\.500\)/],
  ["0,500k", /write 0\.500k/],
  ["USD 0,250", /write USD 0\.250/],
  ["-0,500", /write -0\.500/],
  ["0,500,000", /give a number/],
  ["15,125%", /write 15\.125%/],
  ["15 125%", /write 15\.125%/],
  ["1,250.5%", /give a number/],
  ["2,50,000", 250_000],
  ["$12,34,567.50", 1_234_567.5],
  ["1,00,000", 100_000],
  ["2,50,00", /give a number/],
  ["0,50,000", /give a number/],
  ["8e5", 800_000],
  ["8E+05", 800_000],
  ["1.5e6", 1_500_000],
  ["$8e5", 800_000],
  ["1.250e3", 1250],
  ["80e-1", 8],
  ["8e5k", /give a number/],
  ["1e999", /give a number/],
  ["1,5e6", /write 1\.5e6/],
  ["1,250e3", /write 1\.250e3/],
  ["８００，０００", 800_000],
  ["２５０ｋ", 250_000],
  ["＄２５０k", 250_000],
  ["250²", /give a number/],
  ["\u200e800000", 800_000],
  ["80\u00ad0000", 800_000],
  ["\u202a$800k\u202c", 800_000],
  ["\u2066800,000\u2069", 800_000],
  [[[800_000, 900_000]], /2 values/],
  [[[1], [2], [3]], /3 values/],
  [
    [
      [1, 2],
      [3, 4],
    ],
    /4 values/,
  ],
  [[[800_000]], 800_000],
];

/** An axis, and the amounts that are read. */
export const AXIS_CASES: readonly (readonly [axis: Cells, expected: readonly number[] | RegExp])[] =
  [
    ...(
      [
        "400k+",
        "$400k+",
        "~400k",
        "≈ 400k",
        "> 400k",
        "€400k",
        "CHF 400k",
        "400k to 600k",
        "(400k) net",
        "+400k?",
        "٤٠٠",
        "４００k+",
        "₹4,00",
        "about 400k",
        "ca. 400k",
        "at least 400k",
        "kr 400 000",
        "1.2.3",
        "400 000 seats",
        "Rs 4,00,000",
        "A$400k",
        "min 400k",
        "2025-01",
        "½M",
        "low 400k",
      ] as const
    ).map((text) => [[[text], [600_000]], /item 1 of usages/i] as const),
    [
      [["2,50,000"], [600_000]],
      [250_000, 600_000],
    ],
    [
      [["1E+06"], [600_000]],
      [1_000_000, 600_000],
    ],
    [
      [["\u200e400k"], [600_000]],
      [400_000, 600_000],
    ],
    ...(
      [
        "Usage 2025",
        "Usage",
        "n/a",
        "-",
        "TBD",
        "–",
        "Usage FY25",
        "Usage (USD)",
        "2025 usage",
        "N/A",
        "tbc",
        "List usage, USD",
        "FY 2025",
        "Q1",
        "...",
      ] as const
    ).map(
      (text) =>
        [
          [[text], [400_000], [600_000]],
          [400_000, 600_000],
        ] as const,
    ),
    [[["Usage ($k)"], [400], [600]], /headed "Usage \(\$k\)"/],
    [[["Usage, USD m"], [0.4]], /headed/],
    [[["Monthly usage"], [400_000]], /headed/],
  ];

/** A forecast, and its mean. */
export const FORECAST_CASES: Readonly<
  Record<string, readonly (readonly [forecast: Cells, expected: Expected])[]>
> = {
  "B11: months beside usages": [
    [
      [
        ["Jan", 410_000],
        ["Feb", 455_000],
        ["Mar", 480_000],
      ],
      1_345_000 / 3,
    ],
    [
      [
        ["Month", "Usage"],
        ["Jan", 410_000],
        ["Feb", 455_000],
      ],
      432_500,
    ],
    [
      [
        ["Jan", "Feb", "Mar"],
        [410_000, 455_000, 480_000],
      ],
      1_345_000 / 3,
    ],
    [
      [
        ["Month", "Jan", "Feb"],
        ["Usage", 410_000, 455_000],
      ],
      432_500,
    ],
    [
      [
        ["2025-01", 410_000],
        ["2025-02", 455_000],
      ],
      432_500,
    ],
    [
      [
        [45_658, 410_000],
        [45_689, 455_000],
        [45_717, 480_000],
      ],
      1_345_000 / 3,
    ],
    [
      [
        ["Month", "Usage"],
        [45_658, 410_000],
        [45_689, 455_000],
      ],
      432_500,
    ],
    [
      [
        ["Date", "Usage (USD)"],
        ["01/01/2025", 410_000],
        ["01/02/2025", 455_000],
      ],
      432_500,
    ],
    [
      [
        ["Jan 2025", 410_000],
        ["Feb 2025", 455_000],
      ],
      432_500,
    ],
    [
      [
        ["Jan-25", "$410k"],
        ["Feb-25", "$455k"],
      ],
      432_500,
    ],
    [
      [
        ["Q1", 410_000],
        ["Q2", 455_000],
      ],
      432_500,
    ],
    [
      [
        ["Q1 FY25", 410_000],
        ["Q2 FY25", 455_000],
      ],
      432_500,
    ],
    [
      [
        ["M1", 410_000],
        ["M2", 455_000],
      ],
      432_500,
    ],
    [
      [
        ["January", null, 410_000],
        ["February", null, 455_000],
      ],
      432_500,
    ],
    [
      [
        [410_000, "Jan"],
        [455_000, "Feb"],
      ],
      432_500,
    ],
    [
      [
        ["Usage", "Month"],
        [410_000, "Jan"],
        [455_000, "Feb"],
      ],
      432_500,
    ],
    [
      [
        [45_658, 45_689, 45_717],
        [410_000, 455_000, 480_000],
      ],
      1_345_000 / 3,
    ],
    [
      [
        ["FY24", 410_000],
        ["FY25", 455_000],
      ],
      432_500,
    ],
    [
      [
        ["Jan", 410_000],
        ["Feb", "400k+"],
      ],
      /row 2|item 2/,
    ],
    [
      [
        ["Jan", 410_000],
        ["Total", 410_000],
      ],
      /column of usages alone/,
    ],
    [
      [
        ["Region A", 410_000],
        ["Region B", 455_000],
      ],
      /column of usages alone/,
    ],
    [
      [
        [400_000, 500_000],
        [500_000, 600_000],
        [1, 2],
      ],
      /one row or one column/,
    ],
  ],
  "headings with a unit, and other words": [
    [
      [
        ["Usage (USD)", "Probability"],
        [400_000, 0.5],
        [600_000, 0.5],
      ],
      500_000,
    ],
    [
      [
        ["Usage", "Probability (%)"],
        [400_000, 50],
        [600_000, 50],
      ],
      500_000,
    ],
    [
      [
        ["Usage", "Probability %"],
        [400_000, 0.5],
        [600_000, 0.5],
      ],
      500_000,
    ],
    [
      [
        ["Usage", "Chance"],
        [400_000, 0.5],
        [600_000, 0.5],
      ],
      500_000,
    ],
    [
      [
        ["Usage 2025", "Likelihood"],
        [400_000, 0.25],
        [600_000, 0.75],
      ],
      550_000,
    ],
    [
      [
        ["Annual usage:", "Probability*"],
        [400_000, 0.5],
        [600_000, 0.5],
      ],
      500_000,
    ],
    [
      [
        ["Usage", "Weight"],
        [400_000, 0.5],
        [600_000, 0.5],
      ],
      500_000,
    ],
    [
      [
        ["Usage ($k)", "Probability"],
        [400, 0.5],
        [600, 0.5],
      ],
      /headed "Usage \(\$k\)"/,
    ],
    [[["Usage, USD m"], [0.4], [0.6]], /headed/],
    [[["Usage (USD)"], [400_000], [600_000]], 500_000],
    [[["Usage 2025"], [400_000], [600_000]], 500_000],
    [
      [
        ["Scenario", "Usage", "Probability"],
        ["Low", 400_000, 0.5],
        ["High", 600_000, 0.5],
      ],
      500_000,
    ],
    [
      [
        ["Usage", null, "Probability"],
        [400_000, null, 0.5],
        [600_000, null, 0.5],
      ],
      500_000,
    ],
  ],
  "A2: a blank column in labels": [
    [
      [
        ["Mean", null, 500_000],
        ["CV", null, 0.3],
      ],
      500_000,
    ],
    [
      [
        ["Mean", 0, 500_000],
        ["CV", 0, 0.3],
      ],
      500_000,
    ],
    [
      [
        ["Label", null, "Value"],
        ["Mean", null, 500_000],
        ["CV", null, 0.3],
      ],
      500_000,
    ],
    [
      [
        [null, "Mean", 500_000],
        [null, "CV", 0.3],
      ],
      500_000,
    ],
    [
      [
        ["Mean", 500_000, "from finance"],
        ["CV", 0.3, "as last year"],
      ],
      500_000,
    ],
    [
      [
        ["Distribution", null, "PERT"],
        ["Low", null, 400_000],
        ["Mode", null, 500_000],
        ["High", null, 600_000],
      ],
      500_000,
    ],
  ],
  "names of labels": [
    [
      [
        ["Mean:", 500_000],
        ["CV", 0.3],
      ],
      500_000,
    ],
    [
      [
        ["Mean (USD)", 500_000],
        ["CV*", 0.3],
      ],
      500_000,
    ],
    [
      [
        ["\u200eMean", 500_000],
        ["CV (%)", 30],
      ],
      500_000,
    ],
    [
      [
        ["Mean ($k)", 500],
        ["CV", 0.3],
      ],
      /Mean \(\$k\)/,
    ],
    [
      [
        ["Distribution", "PERT"],
        ["Low", 400_000],
        ["Likely", 500_000],
        ["High", 600_000],
      ],
      500_000,
    ],
    [
      [
        ["Mean", 500_000],
        ["CV", 0.3],
        ["Jan", 5],
      ],
      /"Jan" in row 3 of forecast is not a label\. Known/,
    ],
    [
      [
        ["Meen", 500_000],
        ["CV", 0.3],
      ],
      /did you mean Mean\?/,
    ],
    [
      [
        ["Mean", 500_000],
        ["CV", "0,300"],
      ],
      /write 0\.300/,
    ],
  ],
};
