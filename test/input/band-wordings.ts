import type { BandCase } from "./field-cases";

/**
 * Every way to write where a band begins and ends, what its columns hold, and what is around them. The band is 10% from 250,000 up,
 * so that it holds at 250,000 and not a dollar below.
 */
type Cells = readonly (readonly unknown[])[];

const [AT, BELOW] = [250_000, 249_999];

/** The band begins there: 10% at it, nothing below. */
const begins = (bands: Cells): readonly BandCase[] => [
  [bands, AT, 0.1],
  [bands, BELOW, 0],
];
const from = (...cells: readonly unknown[]): readonly BandCase[] =>
  cells.flatMap((cell) =>
    begins([
      ["Commitment", "Discount"],
      [0, 0],
      [cell, 0.1],
    ]),
  );
const refused = (sentence: RegExp, ...cells: readonly unknown[]): readonly BandCase[] =>
  cells.map((cell) => [
    [
      ["Commitment", "Discount"],
      [0, 0],
      [cell, 0.1],
    ],
    AT,
    sentence,
  ]);
/** A band of nothing that ends as the cell says, and one of 10% from 250,000. */
const ends = (expected: number | RegExp, ...cells: readonly unknown[]): readonly BandCase[] =>
  cells.map((cell) => [
    [
      ["From", "To", "Discount"],
      [0, cell, 0],
      [250_000, "", 0.1],
    ],
    AT,
    expected,
  ]);
/** The last band, whose end the cell says. */
const open = (...cells: readonly unknown[]): readonly BandCase[] =>
  cells.map((cell) => [
    [
      ["From", "To", "Discount"],
      [0, 250_000, 0],
      [250_000, cell, 0.1],
    ],
    900_000,
    0.1,
  ]);
/** Headings over 0 and 0%, and 250,000 and 10%. */
const under = (threshold: unknown, discount: unknown): Cells => [
  [threshold, discount],
  [0, 0],
  [250_000, 0.1],
];

export const BAND_WORDINGS: Readonly<Record<string, readonly BandCase[]>> = {
  "where a band begins": [
    ...from("≥ 250k", "≥250k", ">= 250k", "from 250k", "FROM $250K", "at least 250k", "min 250k"),
    ...from("min. 250k", "minimum 250k", "starting at 250k", "From   $250,000", "Minimum 250,000"),
    ...from("250k+", "250k +", "250k and more", "250k or more", "250k and above", "250k or above"),
    ...from("250k and up", "250k or over", "250k or higher", "250k and greater", "250k upwards"),
    ...from("250k upward", "$250k AND ABOVE", "from 250k and up", "≥ $250k+", "$250,000"),
    ...refused(/such as 0/, "< 250k", "＜250k", "≤250k", "<=250k", "below 250k", "under 250k"),
    ...refused(/such as 0/, "less than 250k", "up to 250k", "until 250k", "to 250k", "max 250k"),
    ...refused(/such as 0/, "maximum 250k", "Up To $250,000", "< 250k and more"),
    ...refused(
      /amount from which the discount applies\.$/,
      "> 250k",
      "＞250k",
      ">250k",
      "over 250k",
    ),
    // Words inside an amount are not those that begin or end it.
    ...refused(
      /row 3 of bands is/,
      "2+50k",
      "250k at least",
      "USD ≥ 250k",
      "USD from 250k",
      "250k and more so",
    ),
    ...refused(/amount from which the discount applies\.$/, "above 250k", "more than 250k"),
    ...refused(/amount from which the discount applies\.$/, "greater than 250k", "250k over"),
    ...refused(
      /amount from which the discount applies\.$/,
      "250,000 above",
      "250 OVER",
      "0.25m over",
    ),
    ...refused(
      /amount from which the discount applies\.$/,
      "0.25mm above",
      "0.25mn over",
      "1b over",
    ),
    ...refused(
      /amount from which the discount applies\.$/,
      "1bn above",
      "250K above",
      "0.25M  above",
    ),
    ...refused(/is "[^"]*": (?!give the amount from)/, "overview", "under review", "over budget"),
    ...refused(/is "[^"]*": (?!give the amount from)/, "max. discount", "250k over budget"),
    ...refused(/is "from"/, "from"),
    ...refused(/is "from soon"/, "from soon"),
    ...refused(/is "minimal 250k"/, "minimal 250k"),
    ...refused(/is "250k and then more or less"/, "250k and then more or less"),
  ],
  "a band from and to in one cell": [
    ...from("250k - 500k", "250k-500k", "250k – 500k", "250k—500k", "250k … 500k", "250k to 500k"),
    ...from("250k until 500k", "$250k TO $500k", "$250k – US$500k", "from 250k to 500k"),
    ...from("250,000 - 500,000", "250k - 0.5m", "$250,000–$500,000 USD", "USD 250k – USD 500k"),
    ...from("250k - 500,000 usd"),
    ...refused(/row 3 of bands ends at 500/, "250k – 500"),
    ...refused(/write the unit at both ends/, "100 – 250 k", "100–250k", "$100 – $250 m"),
    ...refused(/write the unit at both ends/, "250 – 500k", "250 - 500 k", "250 to 500K"),
    ...refused(/write the unit at both ends/, "250 USD – 500k", "250 usd - 500m", "$250–$500k"),
    ...refused(/row 3/, "tier1 – 500k", "1x – 500k", "250k – 5 apples", "250usd – 1x", "x5 – 6"),
    ...refused(/write the unit at both ends/, "250usd – 500k"),
    [
      [
        ["Commitment", "Discount"],
        ["0 - 250", 0],
        ["250 - 500", 0.1],
      ],
      250,
      0.1,
    ],
    ...refused(/row 3/, "250k – soon", "soon – 500k", "250k – 500k – 1m", "250k between 500k"),
    [
      [
        ["Commitment", "Discount"],
        ["0 – 250k", 0],
        ["250k – 500k", 0.1],
      ],
      AT,
      0.1,
    ],
    [
      [
        ["Commitment", "Discount"],
        ["$0 – $250", 0],
        ["$250 and above", 0.1],
      ],
      250,
      0.1,
    ],
    [
      [
        ["Commitment", "Discount"],
        ["$0 – $249k", 0],
        ["$250k – $400k", 0.1],
        ["$500k+", 0.15],
      ],
      AT,
      /row 3.*400,000|400,000.*row/,
    ],
  ],
  "where a band ends": [
    ...ends(0.1, 250_000, 249_999, 249_999.99, "250k", "$249k", "$249.9k", "0.249m", "$0.24m"),
    ...ends(0.1, "249,999", "249,999.99", "USD 249,999", "$0.00024b", "249 k"),
    ...ends(/row/, 249_998, 249_999.5, "$248k", "$249.8k", "0.248m", "$0.23m", "249,998", 250_001),
    ...ends(/row/, "251k", "soon", "249,999.9", "0.1M", "0.2M", "249.000"),
    [
      [
        ["From", "To", "Discount"],
        [0, "250,000", 0],
        [1_000_250_000, "", 0.1],
      ],
      AT,
      /row 2/,
    ],
    ...open("", null, 0, "+", "-", "–", "—", "∞", "max", "Max", "open", "none", "n/a", "no limit"),
    ...open("no maximum", "no cap", "unlimited", "and above", "and up", "and over", "and more"),
    ...open(
      "or more",
      "more",
      "above",
      "up",
      "upward",
      "upwards",
      "beyond",
      "and beyond",
      1e6,
      "1m",
    ),
    ...["soon", "and above 1m", "no", "open end", "up to you", "more or less", "to the max"].map(
      (end): BandCase => [
        [
          ["From", "To", "Discount"],
          [0, 250_000, 0],
          [250_000, end, 0.1],
        ],
        900_000,
        /row 3/,
      ],
    ),
  ],
  "headings of thresholds": [
    "Committed spend",
    "Commitments",
    "Spend",
    "Volume",
    "Spend level",
    "Thresholds",
    "Consumption",
    "Price floor",
    "Floor",
    "At least",
    "From (USD)",
    "Applies from",
    "Valid from",
    "Starts at",
    "Start from",
    "Starts from (USD)",
    "Min",
    "Minimum spend",
    "Threshold price",
    "Commitment or above",
    "Spend at or over",
    "≥ Commitment",
    "Commitment band",
  ].flatMap((heading) => begins(under(heading, "Discount"))),
  "headings of amounts above which a discount begins": [
    "Over",
    "Above",
    "More than",
    "Greater than (USD)",
    "Exceeding",
    "Exceeds",
    "Beyond",
    "Commitment over",
    "Spend above",
    "Usage more than",
    "Spend greater than",
    "Spend exceeding",
    "> Commitment",
    "＞ USD",
  ].map((heading): BandCase => [under(heading, "Discount"), AT, /headed/]),
  "headings of where bands end": [
    "Up to",
    "To",
    "Until",
    "Till",
    "Max",
    "Maximum",
    "Maximum commitment",
    "Upper limit",
    "Upper bound",
    "Below",
    "Under",
    "Less than",
    "End",
    "Commitment up to",
    "Commitment to",
    "Annual commitment until",
    "Yearly spend max",
    "Spend maximum",
    "Level end",
    "Volume upper limit",
    "Applies to",
    "Applies up to",
  ].flatMap((heading): readonly BandCase[] => [
    [under(heading, "Discount"), AT, /headed/],
    [
      [
        ["From", heading, "Discount"],
        [0, 249_999, 0],
        [250_000, "", 0.1],
      ],
      AT,
      0.1,
    ],
    [
      [
        ["From", heading, "Discount"],
        [0, 240_000, 0],
        [250_000, "", 0.1],
      ],
      AT,
      /row/,
    ],
  ]),
  "headings of discounts": [
    "Disc",
    "Disc.",
    "Discounts",
    "Reductions",
    "Rebates",
    "Saving",
    "Savings",
    "Off",
    "Percent off",
    "% off",
    "Off price",
    "Off rate",
    "Off standard",
    "Off public",
    "Off published rates",
    "Off list prices",
    "Discount off list",
    "The discount",
    "Offered discount",
    "Volume discount",
    "Commit discount",
    "Commitment discount",
    "Annual discount",
    "List discount",
    "Discount level",
    "Discount offered",
    "Discount earned",
    "Discount on list",
    "Discount fraction",
    "Discount in %",
    "Discount from list price",
    "Reduction of the list price",
    "Discount vs on-demand rates",
    "Discount against public pricing",
    "Price discount",
    "Cost savings",
    "Net discount",
    "Band rate",
    "Tier rates",
    "Customer discount",
  ].flatMap((heading) => begins(under("Commitment", heading))),
  "headings of what is paid in place of the discount": [
    "Pays",
    "Payable",
    "You are paying",
    "Paid",
    "Prices",
    "Pricing",
    "Multiplier",
    "Factors",
    "Coefficient",
    "Of list",
    "Part of the standard",
    "% of public",
    "Of",
    "Net",
    "Costs",
    "Charge",
    "Charged",
    "Fee",
    "Discounted",
    "After discount",
    "After the rebate",
    "After reduction",
    "Share",
    "Remaining",
    "Remainder",
  ].map((heading): BandCase => [under("Commitment", heading), AT, /headed/]),
  "columns that describe and do not price": [
    "Target discount",
    "Walk-away discount",
    "Asked discount",
    "Requested discount",
    "Benchmark discount",
    "Competitor discount",
    "Confidence",
    "Source of the discount",
    "Notes",
    "Valid from",
    "Expires",
    "Date from",
    "Discount type",
    "Conditions",
    "Approved discount",
    "Owner",
    "Rate lock",
    "Discount code",
    "Support level",
    "Contact",
    "Next discount",
    "Previous discount",
    "Last discount",
    "Actual spend",
    "Spend to date",
    "Currency",
    "Start",
  ].map(
    (heading): BandCase => [
      [
        ["Commitment", "Discount", heading],
        [0, 0, 0.3],
        [250_000, 0.1, 0.4],
      ],
      AT,
      0.1,
    ],
  ),
  "columns in any order": [
    ...begins([
      ["Discount", "Contact", "Commitment"],
      [0, "Ada", 0],
      [0.1, "Ann", 250_000],
    ]),
    ...begins([
      ["Discount", "To", "From"],
      [0, 249_999, 0],
      [0.1, "", 250_000],
    ]),
    ...begins([
      ["To", "From", "Discount"],
      [249_999, 0, 0],
      ["", 250_000, 0.1],
    ]),
    [
      [
        ["Commitment", "Minimum spend", "Discount"],
        [250_000, 100_000, 0.1],
      ],
      AT,
      /more than one threshold \(headings "Commitment" and "Minimum spend"\)/,
    ],
    [
      [
        ["Name", "Spend", "Volume", "Discount"],
        ["A", 250_000, 100_000, 0.1],
      ],
      AT,
      /more than one threshold \(headings "Spend" and "Volume"\)/,
    ],
    // The first two columns are threshold and discount, as without headings.
    [
      [
        ["Commitment", "Discount", "Spend"],
        [250_000, 0.1, 1],
      ],
      AT,
      0.1,
    ],
    [
      [
        ["Commitment", "Discount", "Off list"],
        [250_000, 0.1, 0.2],
      ],
      AT,
      /more than one discount \(headings "Discount" and "Off list"\)/,
    ],
    // A threshold is said more plainly than a tier is.
    ...begins([
      ["Tier", "Commitment", "Discount"],
      [1, 0, 0],
      [2, 250_000, 0.1],
    ]),
    ...begins([
      ["Commitment tier", "Commitment", "Discount"],
      [1, 0, 0],
      [2, 250_000, 0.1],
    ]),
  ],
  "titles above the headings": [
    ...begins([["Acme"], ["Offer of March 2025"], [], ...under("Commitment", "Discount")]),
    ...begins([...Array.from({ length: 19 }, () => ["Title"]), ...under("Commitment", "Discount")]),
    // A figure above the headings may be a band.
    [[[500_000, 0.2], ...under("Commitment", "Discount")], AT, /row 2/],
    [[["Offer", 500_000], ...under("Commitment", "Discount")], AT, /row/],
  ],
  "units below the headings": [
    ...begins([
      ["Commitment", "Discount"],
      ["USD per year", "%"],
      [0, 0],
      [250_000, 10],
    ]),
    ...begins([
      ["Commitment", "Discount"],
      ["USD p.a.", "percent"],
      [0, 0],
      [250_000, 10],
    ]),
    ...begins([
      ["Commitment", "Discount", "Name"],
      ["$", "", "text"],
      [0, 0, "A"],
      [250_000, 0.1, "B"],
    ]),
    ...begins([
      ["Commitment", "Discount", "Name"],
      ["$", "", "name"],
      [0, 0, "A"],
      [250_000, 0.1, "B"],
    ]),
    ...begins([
      ["Commitment", "Discount"],
      ["", "%"],
      [0, 0],
      [250_000, 10],
    ]),
    ...["USD per month", "quarterly", "thousands"].map(
      (unit): BandCase => [
        [
          ["Commitment", "Discount"],
          [unit, ""],
          [0, 0],
          [250, 0.1],
        ],
        AT,
        /row|headed/,
      ],
    ),
    [
      [
        ["Commitment", "Discount"],
        ["amount", "%"],
        [0, 0],
        [250_000, 10],
      ],
      AT,
      /row 2/,
    ],
  ],
  "notes and totals below the bands": [
    ...[
      ["* as agreed", ""],
      ["*) as agreed", ""],
      ["** as agreed", ""],
      ["Note: as agreed", ""],
      ["notes", ""],
      ["* 1) as agreed", ""],
      ["** 1) as agreed", ""],
      ["*1) as agreed", ""],
      ["*1 as agreed", ""],
      ["* 1 as agreed", ""],
      ["* from 1 March 2025", ""],
      ["* from 1st March", ""],
      ["* until March 31", ""],
      ["* until 31/03/2025", ""],
      ["* until 2025-03-31", ""],
      ["* until 31.3.25", ""],
      ["* FY25 prices", ""],
      ["", "* as agreed"],
      ["Total", ""],
      ["Totals:", ""],
      ["Sum", ""],
      ["Grand total", ""],
      ["Subtotal", ""],
      ["Sub-total", ""],
      ["Grand total :", ""],
      ["Total", 0.1],
      ["Total", "10%"],
    ].flatMap(([first, second]) => begins([...under("Commitment", "Discount"), [first, second]])),
    ...begins([...under("Commitment", "Discount"), [], ["As agreed", ""], ["with Acme", ""]]),
    ...begins([...under("Commitment", "Discount"), ["* as agreed", ""], ["with Acme", ""]]),
    ...begins([...under("Commitment", "Discount"), ["* as agreed", ""], ["Total", ""]]),
    ...begins([
      ["Tier", "Commitment", "Discount"],
      ["A", 0, 0],
      ["B", 250_000, 0.1],
      ["Total", 250_000, 0.1],
    ]),
    ...(
      [
        ["* 25% above 2m", ""],
        ["Note: 30% later", ""],
        ["As agreed", ""],
        ["As agreed", "with Acme"],
        ["Total", 251_000],
        ["Totally new", ""],
        ["In total", ""],
        ["Notable", ""],
        ["See notes", ""],
        ["In sum", ""],
      ] as const
    ).map((footer): BandCase => [[...under("Commitment", "Discount"), footer], AT, /row 4/]),
    [[...under("Commitment", "Discount"), [], ["As agreed", "with Acme"]], AT, /row 5/],
    [
      [...under("Commitment", "Discount"), ["* 25% later", ""]],
      AT,
      /^"\* 25% later" in row 4 of bands is a note with a figure/,
    ],
    [
      [...under("Commitment", "Discount"), ["Total", 0.2]],
      AT,
      /^"Total" in row 4 of bands is no sum of the bands above it/,
    ],
    // A figure alone is a band, behind a blank row too.
    [[...under("Commitment", "Discount"), [], [500_000, ""]], 600_000, 0],
    // What is below the notes in a column that prices nothing is no band, and what is between bands no footer.
    ...begins([
      ["Commitment", "Discount", "Contact"],
      [0, 0, "Ada"],
      [250_000, 0.1, "Ann"],
      ["* as agreed", "", ""],
      ["", "", 7],
    ]),
    [
      [
        ["Commitment", "Discount"],
        [0, 0],
        ["* as agreed", ""],
        [250_000, 0.1],
      ],
      AT,
      /row 3/,
    ],
    [
      [
        ["Commitment", "Discount"],
        [0, 0.05],
        ["* as agreed", ""],
        [250_000, 0],
      ],
      AT,
      /row 3/,
    ],
    [
      [
        ["Tier", "Commitment", "Discount"],
        ["A", 250_000, 0.1],
        ["B", 500_000, 0.2],
        ["Total", 750_000, 0.2],
      ],
      AT,
      /row 4/,
    ],
  ],
  "columns without headings": [
    ...begins([
      [0, 0],
      [250_000, 0.1],
    ]),
    ...begins([
      [null, 0, 0],
      [null, 250_000, 0.1],
    ]),
    ...begins([
      [0, 0, 0],
      [0, 250_000, 0.1],
    ]),
    ...begins([
      [0, 0, 0, "A"],
      [0, 250_000, 0.1, "B"],
    ]),
    ...begins([
      [0, 0, 0],
      [250_000, 0, 0.1],
    ]),
    ...begins([
      [0, 0, 0, "A"],
      [250_000, 0, 0.1, "B"],
    ]),
    ...begins([
      [0, null, 0],
      [250_000, null, "10%"],
    ]),
    ...begins([
      [0, 0, null, null, "A"],
      [250_000, 0.1, null, null, "B"],
    ]),
    ...begins([
      [0, 0, 0, 0],
      [250_000, 0.1, 0, 0],
    ]),
    ...begins([
      [0, 0, 0, "A"],
      [250_000, 0.1, 0, "B"],
    ]),
    // Fractions behind discounts are a name or a note.
    [
      [
        [0, 0, 0.3],
        [250_000, 0.1, 0.4],
      ],
      AT,
      0.1,
    ],
    [
      [
        [0, 0, 0],
        [0, 1, 0.1],
      ],
      1,
      0.1,
    ],
    // Blank in every row is no discount of 0.
    [
      [
        [0, null, 0],
        [250_000, null, 10],
      ],
      AT,
      /0\.1 for 10%/,
    ],
    [
      [
        [0, null, "A"],
        [250_000, null, "B"],
      ],
      AT,
      0,
    ],
    [
      [
        [0, 0, ""],
        [250_000, 0, 5],
        [500_000, 0, 6],
      ],
      AT,
      /^Column 2 of bands is blank or 0 throughout/,
    ],
    [
      [
        [0, 0, 1],
        [250_000, 0, "B"],
      ],
      AT,
      0,
    ],
    // A discount of 0 throughout, and a name that is a number: what is paid is said nowhere.
    [
      [
        [0, 0, 1],
        [250_000, 0, 2],
      ],
      AT,
      /blank/,
    ],
    [
      [
        [0, 0, 1],
        [250_000, 0, 0.5],
      ],
      AT,
      /blank/,
    ],
    [
      [
        [0, 0, -0.5],
        [250_000, 0, 0.5],
      ],
      AT,
      /blank/,
    ],
    [
      [
        [0, 0, "A"],
        [250_000, 0, "B"],
      ],
      AT,
      0,
    ],
    [
      [
        [0, 0, ""],
        [250_000, 0, 5],
      ],
      AT,
      0,
    ],
    [
      [
        [0, 0, "A", "x"],
        [250_000, 0.1, "B", "y"],
      ],
      AT,
      /4 columns|four columns/,
    ],
  ],
  "names of bands": [
    ...["Tier", "Band", "Label", "Plan", "Package", "Edition", "Band label", "Tier name"].flatMap(
      (heading) =>
        begins([
          ["Commitment", "Discount", heading],
          [0, 0, "A"],
          [250_000, 0.1, "B"],
        ]),
    ),
  ],
};
