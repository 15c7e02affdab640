import { describe, expect, test } from "vitest";
import { findFooter } from "../../src/input/band-footer";
import { readBands } from "../../src/input/bands-cells";
import { readCell } from "../../src/input/cells/cells";
import { good } from "../core/deals";

const bandsOf = (raw: unknown) => good(readBands(raw)).bands;
type Rows = readonly (readonly unknown[])[];
const errorsOf = (raw: unknown) => {
  const read = readBands(raw);
  return read.ok ? [] : read.errors;
};

describe("columns of bands", () => {
  test("headings may stand in the first column of forty rows, and of no more", () => {
    const lying = (notes: number): Rows => [
      ["Threshold", 0, 500_000],
      ["Discount", 0, 0.1],
      ...Array.from({ length: notes }, (_, index) => [`Note ${index}`, "a", "b"]),
    ];
    expect(bandsOf(lying(38))).toHaveLength(2);
    expect(errorsOf(lying(39))[0]).toMatchObject({ kind: "notANumber", given: "Threshold" });
  });

  test("a 0 before the headings of one band makes it no two", () => {
    const rows = [
      [0, "Threshold", 500_000],
      [0, "Discount", 0.1],
    ];
    expect(errorsOf(rows)).not.toEqual([]);
  });

  test("a third column without a heading row is the name", () => {
    expect(bandsOf([[0, 0, "Base"]])[0]).toMatchObject({ name: "Base", texts: [] });
    expect(bandsOf([[0, 0, 5]])[0]).toMatchObject({ name: "5" });
    expect(bandsOf([["", 0, 0, "Base"]])[0]).toMatchObject({ name: "Base" });
  });

  test.each(["Name", "Band", "Label", "Name of the band", "", 0])(
    "a third column headed %j is the name",
    (heading) => {
      const [band] = bandsOf([
        ["Threshold", "Discount", heading],
        [0, 0, "Base"],
      ]);
      expect(band).toMatchObject({ name: "Base", texts: [] });
    },
  );

  test.each(["Tier", "Plan", "Package", "Edition", "Commitment tier"])(
    "%s over words is the name, and a blank column before it is none",
    (heading) => {
      const [band] = bandsOf([
        ["Threshold", "Discount", "", heading],
        [0, 0, "", "Base"],
      ]);
      expect(band).toMatchObject({ name: "Base", texts: [] });
    },
  );

  test("the name may stand between a text and the last column that prices", () => {
    const [band] = bandsOf([
      ["Threshold", "Contact", "Tier", "Discount"],
      [0, "Ada", "Base", 0],
    ]);
    expect(band).toMatchObject({ name: "Base", texts: [{ heading: "Contact", text: "Ada" }] });
  });

  test("a term of the whole deal is refused with its column", () => {
    expect(
      errorsOf([
        ["Threshold", "Discount", "Name", "Payment"],
        [0, 0, "Base", "annual"],
      ]),
    ).toMatchObject([{ kind: "termColumn", term: "Payment", column: 4 }]);
  });

  test.each<readonly [string, Rows, readonly (readonly [number, number])[]]>([
    [
      "below a blank row",
      [
        ["", ""],
        ["Basis", "Overage"],
        [0, 0],
        [100, 0.1],
      ],
      [
        [0, 0],
        [100, 0.1],
      ],
    ],
    [
      "of small amounts",
      [
        ["Basis", "Overage"],
        [0, 0],
        [50, 0.1],
      ],
      [
        [0, 0],
        [50, 0.1],
      ],
    ],
    [
      "of tiers by their amounts",
      [
        ["Tier", "Overage"],
        [0, 0],
        [100, 0.1],
      ],
      [
        [0, 0],
        [100, 0.1],
      ],
    ],
    [
      "of one tier from 0",
      [
        ["Tier", "Overage"],
        [0, 0.1],
      ],
      [[0, 0.1]],
    ],
    [
      "of a rate below half",
      [
        ["Threshold", "Rate"],
        [0, 0],
        [100, 0.49],
      ],
      [
        [0, 0],
        [100, 0.49],
      ],
    ],
    [
      "of discounts that fall under a heading that no rule knows, but not of half or more",
      [
        ["Threshold", "Scale"],
        [0, 0.6],
        [100, 0.4],
      ],
      [
        [0, 0.6],
        [100, 0.4],
      ],
    ],
    [
      "of percents beside texts with %",
      [
        ["Threshold", "Discount %"],
        [0, "5"],
        [100, "10%"],
      ],
      [
        [0, 0.05],
        [100, 0.1],
      ],
    ],
    [
      "whose last band ends where it begins",
      [
        ["From", "To", "Discount"],
        [0, 100, 0],
        [100, 100, 0.1],
      ],
      [
        [0, 0],
        [100, 0.1],
      ],
    ],
    [
      "from above 0, with zeros for a blank row",
      [
        [100, 0.1],
        [0, 0],
        [200, 0.2],
      ],
      [
        [0, 0],
        [100, 0.1],
        [200, 0.2],
      ],
    ],
    [
      "in which a row has nothing but a name before the threshold",
      [
        ["Name", "Threshold", "Discount"],
        ["a", 0, 0],
        ["note", "", ""],
        ["b", 100, 0.1],
      ],
      [
        [0, 0],
        [100, 0.1],
      ],
    ],
    [
      "in which a row has nothing but a name between threshold and discount",
      [
        ["Threshold", "Name", "Discount"],
        [0, "a", 0],
        ["", "note", ""],
        [100, "b", 0.1],
      ],
      [
        [0, 0],
        [100, 0.1],
      ],
    ],
    [
      "whose second column has words alone, and is a discount of 0",
      [
        ["Threshold", "Discount", ""],
        [0, "", "a"],
        [100, "", "b"],
      ],
      [
        [0, 0],
        [100, 0],
      ],
    ],
    [
      "of one band without a discount beside a number for a name",
      [
        ["Threshold", "Discount", ""],
        [100, 0, 5],
      ],
      [
        [0, 0],
        [100, 0],
      ],
    ],
    [
      "of numbers for names, the first beside a discount of 0",
      [
        ["Threshold", "Discount", ""],
        [0, 0, 5],
        [100, 0.1, 6],
      ],
      [
        [0, 0],
        [100, 0.1],
      ],
    ],
  ])("reads bands %s", (_, raw, expected) => {
    expect(bandsOf(raw).map((band) => [band.thresholdUsd, band.discountFraction])).toEqual(
      expected,
    );
  });

  test("a threshold that is not the first cell of its row has its place", () => {
    expect(
      bandsOf([
        ["Name", "Threshold", "Discount"],
        ["a", 0, 0],
        ["b", 100, 0.1],
      ]).map(({ cell }) => cell),
    ).toEqual([
      [2, 2],
      [3, 2],
    ]);
    expect(
      bandsOf([
        ["Threshold", 0, 100],
        ["Discount", 0, 0.1],
      ]).map(({ cell }) => cell),
    ).toEqual([
      [1, 2],
      [1, 3],
    ]);
  });

  test("a later column headed as a name is text about the band", () => {
    const [band] = bandsOf([
      ["Threshold", "Discount", "Contact", "Name"],
      [0, 0, "Ada", "Base"],
    ]);
    expect(band).toMatchObject({
      name: "",
      texts: [
        { heading: "Contact", text: "Ada" },
        { heading: "Name", text: "Base" },
      ],
    });
  });

  test("headings that are numbers or zeros further on are text", () => {
    const [band] = bandsOf([
      ["Threshold", "Discount", "Name", 2026, 0],
      [0, 0, "Base", "yes", 7],
    ]);
    expect(band?.texts).toEqual([
      { heading: "2026", text: "yes" },
      { heading: "", text: "7" },
    ]);
  });

  test("the first two columns are threshold and discount under unknown headings", () => {
    const [, band] = bandsOf([
      ["Basis", "Overage", "Name"],
      [0, 0, ""],
      [100, 0.1, "x"],
    ]);
    expect(band).toMatchObject({ thresholdUsd: 100, discountFraction: 0.1, terms: {} });
    expect(
      bandsOf([
        ["From", "Basis", "Name"],
        [0, 0.2, ""],
      ])[0],
    ).toMatchObject({ discountFraction: 0.2 });
  });

  test("a second column of one term is a fault, reported with all others", () => {
    expect(
      errorsOf([
        ["Threshold", "Discount", "Overage", "Contact", "Overage"],
        [0, 15, "free", "Ada", "gratis"],
      ]),
    ).toMatchObject([
      { kind: "repeatedHeading", argument: "bands", heading: "Overage", columns: [3, 5] },
      { kind: "discountOutOfRange", row: 2 },
      { kind: "unknownChoice", given: "free" },
    ]);
  });

  test("two words make a heading; one word, or a word beside a number, does not", () => {
    expect(errorsOf([["Threshold", 0.1]])).toMatchObject([
      { kind: "notANumber", place: { field: "threshold", row: 1 } },
    ]);
    expect(errorsOf([[0, "Discount"]])).toMatchObject([
      { kind: "notANumber", place: { argument: "bands", field: "discount", row: 1 } },
    ]);
    expect(bandsOf([["$0", "10%"]])[0]).toMatchObject({ thresholdUsd: 0, discountFraction: 0.1 });
    expect(errorsOf([["Threshold", "10%"]])).toMatchObject([{ kind: "notANumber" }]);
  });

  test("four columns need a heading, three do not, and blanks to the right do not count", () => {
    expect(errorsOf([[0, 0, "a", "b"]])).toEqual([{ kind: "columnsWithoutHeader", columns: 4 }]);
    expect(bandsOf([[0, 0, "a", "", null]])).toHaveLength(1);
  });
});

describe("a further column", () => {
  test.each<readonly [string, Rows, object]>([
    [
      "without a heading holds names where one row has one",
      [
        ["Threshold", "Discount", ""],
        [0, 0, ""],
        [100, 0.1, "Gold"],
      ],
      { name: "Gold", texts: [] },
    ],
    [
      "below a title alone is blank, and the next one is the name",
      [
        ["", "", "Offer"],
        ["Threshold", "Discount", "", "Band"],
        [0, 0, "", "Base"],
        [100, 0.1, "", "Gold"],
      ],
      { name: "Gold", texts: [] },
    ],
    [
      "headed as a second name before the discount is text",
      [
        ["Name", "Label", "Threshold", "Discount"],
        ["Base", "B", 0, 0],
        ["Gold", "G", 100, 0.1],
      ],
      { name: "Gold", texts: [{ heading: "Label", text: "G" }] },
    ],
    [
      "behind a text before the discount is text, headed as a name or not",
      [
        ["Threshold", "Contact", "Discount", "Label"],
        [0, "Ada", 0, "B"],
        [100, "Bob", 0.1, "G"],
      ],
      {
        name: "",
        texts: [
          { heading: "Contact", text: "Bob" },
          { heading: "Label", text: "G" },
        ],
      },
    ],
    [
      "headed as commitment is text, and Level beside it the name",
      [
        ["Threshold", "Discount", "Committed spend"],
        [0, 0, "none"],
        [100, 0.1, "some"],
      ],
      { name: "", texts: [{ heading: "Committed spend", text: "some" }] },
    ],
    [
      "of two terms has each its own",
      [
        ["Threshold", "Discount", "Overage", "Forfeited share"],
        [0, 0, "list", 1],
        [100, 0.1, "committed", 0.5],
      ],
      { terms: { overage: "committed", forfeitedFraction: 0.5 } },
    ],
    [
      "of thresholds once more is text, where the first two agree",
      [
        ["", "Threshold", "Discount", "Spend"],
        ["", 0, 0, "x"],
        ["", 100, 0.1, "y"],
      ],
      { thresholdUsd: 100, discountFraction: 0.1 },
    ],
    [
      "headed Rate is text beside a discount",
      [
        ["Threshold", "Discount", "Rate"],
        [0, 0, "x"],
        [100, 0.1, "y"],
      ],
      { discountFraction: 0.1, texts: [{ heading: "Rate", text: "y" }] },
    ],
    [
      "of ends that is not beside the threshold is text",
      [
        ["Discount", "Up to", "Contact", "From"],
        [0, 7, "Ada", 0],
        [0.1, 8, "Bob", 100],
      ],
      {
        texts: [
          { heading: "Up to", text: "8" },
          { heading: "Contact", text: "Bob" },
        ],
      },
    ],
    [
      "of ends may stand before the threshold",
      [
        ["Up to", "From", "Discount"],
        [100, 0, 0],
        ["", 100, 0.1],
      ],
      { thresholdUsd: 100, texts: [] },
    ],
  ])("%s", (_, raw, expected) => {
    expect(bandsOf(raw).at(-1)).toMatchObject(expected);
  });

  test.each<readonly [string, Rows, readonly object[]]>([
    [
      "headed Basis",
      [
        ["Threshold", "Discount", "Basis"],
        [0, 0, "net"],
      ],
      [{ kind: "basisColumn" }],
    ],
    [
      "of one term twice, the first before the threshold",
      [
        ["Overage", "Threshold", "Discount", "Overage"],
        ["list", 0, 0, "list"],
      ],
      [{ kind: "repeatedHeading", argument: "bands", heading: "Overage", columns: [1, 4] }],
    ],
    [
      "headed almost as a term",
      [
        ["Threshold", "Discount", "Overrage"],
        [0, 0, "list"],
      ],
      [
        {
          kind: "misspeltHeading",
          argument: "bands",
          heading: "Overrage",
          column: 3,
          nearest: "Overage",
        },
      ],
    ],
    [
      "of ends before the threshold that leaves a gap",
      [
        ["Up to", "From", "Discount"],
        [90, 0, 0],
        ["", 100, 0.1],
      ],
      [{ kind: "unevenEnd" }],
    ],
    [
      "with a second rate",
      [
        ["Threshold", "Band rate", "Tier rate"],
        [0, 0, 0],
        [100, 0.1, 0.2],
      ],
      [{ kind: "severalColumns", what: "discount", headings: ["Band rate", "Tier rate"] }],
    ],
  ])("%s is refused", (_, raw, expected) => {
    expect(errorsOf(raw)).toMatchObject(expected);
  });
});

describe("headings that name no threshold or discount are refused in any order", () => {
  const under = (discount: unknown, threshold: unknown, ...more: readonly unknown[]) =>
    errorsOf([
      [discount, threshold, ...more],
      [0, 0],
      [0.1, 100],
    ]);
  test("amounts above which a band begins, and ends of bands", () => {
    expect(under("Discount", "Over")).toMatchObject([{ kind: "unfitHeading", fault: "above" }]);
    expect(under("Discount", "Up to")).toMatchObject([
      { kind: "unfitHeading", fault: "upperEnds", heading: "Up to" },
    ]);
    expect(under("Discount", "Up to", "Maximum")).toMatchObject([
      { kind: "unfitHeading", fault: "upperEnds", heading: "Up to" },
    ]);
  });

  test("what is paid in place of a discount", () => {
    expect(under("You pay", "Commitment")).toMatchObject([{ kind: "unfitHeading", fault: "paid" }]);
  });

  test("headings below more than twenty titles", () => {
    const titled = (titles: number) => [
      ...Array.from({ length: titles }, () => ["Offer", ""]),
      ["Discount", "Threshold"],
      [0, 0],
      [0.1, 100],
    ];
    expect(bandsOf(titled(19)).at(-1)).toMatchObject({ thresholdUsd: 100 });
    expect(errorsOf(titled(20))).not.toEqual([]);
  });
});

describe("units in a row below the headings", () => {
  const bands = (units: readonly unknown[]) => [
    ["Threshold", "Discount", ""],
    units,
    [0, 0, ""],
    [100, 10, "Gold"],
  ];
  test.each([
    [["USD", "%", ""]],
    [["USD", "%", "text"]],
    [["USD", "%", "name"]],
    [["USD", "%"]],
    [["USD pa", "%", ""]],
    [["USD p.a.", "%", ""]],
    [["USD per annum", "%", ""]],
    [["USD / yr", "%", ""]],
    [["FY25 USD", "%", ""]],
    [["", "%", ""]],
  ])("%j are part of the headings", (units) => {
    expect(bandsOf(bands(units)).at(-1)).toMatchObject({
      ...{ thresholdUsd: 100, discountFraction: 0.1, name: "Gold", row: 4 },
    });
  });

  test.each(["USD / month", "USD per quarter", "USD / months", "USD / quarters"])(
    "%s says that a threshold is part of a year",
    (unit) => {
      expect(errorsOf(bands([unit, "%", ""]))).toMatchObject([
        { kind: "unfitHeading", fault: "partOfAYear" },
      ]);
    },
  );

  test("an amount below a heading is the first band", () => {
    expect(
      bandsOf([
        ["Threshold", "Discount"],
        ["1,000", ""],
        ["2,000", 0.1],
      ]),
    ).toMatchObject([{ thresholdUsd: 0 }, { thresholdUsd: 1_000 }, { thresholdUsd: 2_000 }]);
  });
});

describe("what is left out below the bands", () => {
  const footerOf = (...below: readonly (readonly unknown[])[]) =>
    findFooter(
      [["From", "Discount"], [0, 0], [100, 0.1], ...below].map((row) => row.map(readCell)),
      1,
      [0, 1],
    );

  test("is named with its rows, and the bands end above it", () => {
    const footer = footerOf(["Total", 0.1], [], ["* as agreed", ""], ["with Acme", 0]);
    expect(footer).toEqual({
      height: 3,
      leftOut: [
        { row: 4, given: "Total" },
        { row: 6, given: "* as agreed" },
        { row: 7, given: "with Acme" },
      ],
      faults: [],
    });
    expect(footerOf()).toEqual({ height: 3, leftOut: [], faults: [] });
  });

  test.each([
    ["a star", ["* as agreed", ""], "* as agreed"],
    ["a note behind a blank cell", ["", "* as agreed"], "* as agreed"],
    ["a numbered note", ["*1) as agreed", ""], "*1) as agreed"],
    ["a day without a year", ["* valid until 31 Mar", ""], "* valid until 31 Mar"],
    ["a sub total", ["Sub total", 0.1], "Sub total"],
    ["a subtotal with a dash", ["Sub-total:", 0.1], "Sub-total:"],
    ["a grand total", ["Grand total", 0.1], "Grand total"],
    ["sums", ["Sums", 0.1], "Sums"],
    ["a total behind its figure", [100, "Total"], "Total"],
  ])("may be %s", (_, row, given) => {
    expect(footerOf(row)).toEqual({ height: 3, leftOut: [{ row: 4, given }], faults: [] });
  });

  test("may be a total of nothing", () => {
    const rows = [
      [0, 0],
      [100, 0],
      ["Total", "0%"],
    ].map((row) => row.map(readCell));
    expect(findFooter(rows, 0, [0, 1]).faults).toEqual([]);
  });

  test.each(["* from 31 Mar 5% more", "Note * 5 more"])(
    "is refused where it is a note with a figure: %s",
    (note) => {
      expect(footerOf([note, ""]).faults).toEqual([
        { kind: "footer", row: 4, given: note, fault: "figures" },
      ]);
    },
  );

  test("may be wrong: a note with a figure, a total that is none", () => {
    expect(footerOf(["Total", 7]).faults).toMatchObject([
      { row: 4, given: "Total", fault: "total" },
    ]);
    expect(footerOf(["* 5% more", ""]).faults).toMatchObject([{ row: 4, fault: "figures" }]);
  });
});

describe("cells of bands", () => {
  test("money for a discount and a percentage for a threshold are refused by name", () => {
    expect(errorsOf([[0, "$5"]])).toEqual([
      {
        kind: "wrongUnit",
        place: { argument: "bands", field: "discount", row: 1 },
        given: "$5",
        wanted: "fraction",
      },
    ]);
  });

  test("an error in a band's term is reported with its column and row", () => {
    expect(
      errorsOf([
        ["Threshold", "Discount", "Overage"],
        [0, 0, "#REF!"],
      ]),
    ).toEqual([
      {
        kind: "cellError",
        place: { argument: "bands", field: "Overage", row: 2 },
        code: "#REF!",
      },
    ]);
  });

  test("a row that cannot be read does not count as missing bands", () => {
    expect(errorsOf([["x", 0.1]])).toMatchObject([{ kind: "notANumber" }]);
  });

  test("a blank threshold or discount alone is 0, and a row of blanks is none", () => {
    const bands = bandsOf([
      ["", 0.05],
      ["", ""],
      [100, ""],
      [200, 0.1],
    ]);
    expect(bands.map((band) => [band.thresholdUsd, band.discountFraction, band.row])).toEqual([
      [0, 0.05, 1],
      [100, 0, 3],
      [200, 0.1, 4],
    ]);
  });

  test("a row of blanks before the first band is no band at $0", () => {
    expect(
      bandsOf([
        [null, ""],
        [0, 0.05],
      ]),
    ).toMatchObject([{ discountFraction: 0.05, row: 2 }]);
  });

  test("after the first band a row of zeros is blank; before it, it is the band at $0", () => {
    expect(
      bandsOf([
        [0, 0],
        [0, 0],
        [100, 0.1],
        [0, ""],
      ]).map(({ row }) => row),
    ).toEqual([1, 3]);
    expect(
      errorsOf([
        [0, 0],
        [100, 0.1],
        [0, 0.2],
      ]),
    ).toMatchObject([{ kind: "repeatedThreshold", rows: [1, 3] }]);
    expect(
      errorsOf([
        [0, 0],
        [100, 0.1],
        [100, 0],
      ]),
    ).toMatchObject([{ kind: "repeatedThreshold", rows: [2, 3] }]);
  });

  test("a 0 as overage is a blank, and so are the zeros beside it; a 0 as share beside a word is 0", () => {
    const headings = ["Threshold", "Discount", "Overage", "Overage premium", "Forfeited share"];
    const terms = (row: readonly unknown[]) => bandsOf([headings, row])[0]?.terms;
    expect(terms([0, 0, 0, 0, 0])).toEqual({});
    expect(terms([0, 0, 0, 0.05, 0.5])).toEqual({
      overagePremiumFraction: 0.05,
      forfeitedFraction: 0.5,
    });
    expect(terms([0, 0, "", 0, 0])).toEqual({ overagePremiumFraction: 0, forfeitedFraction: 0 });
    expect(terms([0, 0, "list", 0, 0])).toEqual({
      overage: "list",
      overagePremiumFraction: 0,
      forfeitedFraction: 0,
    });
  });

  test("a 0 as name is a blank, and so are the zeros beside it", () => {
    const headings = ["Threshold", "Discount", "Name", "Forfeited share", "Contact"];
    expect(bandsOf([headings, [0, 0, 0, 0, 0]])[0]).toEqual({
      thresholdUsd: 0,
      discountFraction: 0,
      name: "",
      terms: {},
      texts: [{ heading: "Contact", text: "" }],
      row: 2,
    });
    expect(bandsOf([headings, [0, 0, 7, 0, 3]])[0]).toMatchObject({
      name: "7",
      terms: { forfeitedFraction: 0 },
      texts: [{ heading: "Contact", text: "3" }],
    });
  });

  test("a 0 in a column that is blank throughout is a blank, and so are the zeros beside it", () => {
    const headings = ["Threshold", "Discount", "", "Forfeited share"];
    expect(bandsOf([headings, [0, 0, 0, 0], [100, 0.1, 0, 0]])).toMatchObject([
      { terms: {} },
      { terms: {} },
    ]);
  });

  test("a 0 as share is 0 where no column of words shows that it is a blank", () => {
    const [band] = bandsOf([
      ["Threshold", "Discount", "Contact", "Forfeited share"],
      [0, 0, 0, 0],
    ]);
    expect(band).toMatchObject({ terms: { forfeitedFraction: 0 } });
  });
});
