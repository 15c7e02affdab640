import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import { settle } from "../../src/core/settle";
import { readBands } from "../../src/input/bands-cells";
import { readPeriod } from "../../src/input/period-cells";
import { DEMO, good, table } from "../core/deals";
import { assertProperty } from "../support/property";

const sentence = (raw: unknown): string => {
  const read = readBands(raw);
  return read.ok ? "" : describeErrors(read.errors, US_DOLLAR);
};

/** Thresholds, discounts, names and terms of a table that was read. */
const content = (raw: unknown) => good(readBands(raw)).bands.map(({ row: _, ...band }) => band);

const HEADINGS = [
  "Threshold",
  "Discount",
  "Name",
  "Overage",
  "Overage premium",
  "Forfeited share",
  "Contact",
];

describe("readBands()", () => {
  test("reads numbers, and text as people type it", () => {
    const typed = [
      ["0", "0%"],
      ["$250k", "10%"],
      ["500,000", 0.15],
      ["1M", "20 %"],
    ];
    expect(content(typed)).toEqual(table().bands.map(({ row: _, ...band }) => band));
  });

  test("ignores a header row and blank rows, and counts them in the rows it names", () => {
    const raw = [
      ["", ""],
      ["Threshold (USD)", "Discount"],
      [0, 0],
      [null, null],
      [250_000, 15],
      [0, 0],
    ];
    expect(sentence(raw)).toBe(
      "Discount in row 5 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.",
    );
  });

  test("does not take a band for a header row because of its separators", () => {
    expect(
      sentence([
        ["250.000,00", "10,5%"],
        [500_000, 0.15],
      ]),
    ).toBe(
      'Threshold in row 1 of bands is "250.000,00": write 250,000.00, with a point before decimals and a comma between thousands. Discount in row 1 of bands is "10,5%": write 10.5%, with a point before decimals and a comma between thousands.',
    );
  });

  test("reads the terms and texts of a band under their headings", () => {
    const [first, second] = good(
      readBands([
        HEADINGS,
        [0, 0, "", "", "", "", ""],
        [250_000, 0.1, "Growth", "Step up", 0, "50%", "Ada"],
      ]),
    ).bands;
    expect(first).toMatchObject({ name: "", terms: {}, texts: [{ heading: "Contact", text: "" }] });
    expect(second).toMatchObject({
      name: "Growth",
      terms: { overage: "step-up", overagePremiumFraction: 0, forfeitedFraction: 0.5 },
      texts: [{ heading: "Contact", text: "Ada" }],
    });
  });

  test("reads a heading other than a name over the third column as text", () => {
    const [band] = good(
      readBands([
        ["Threshold", "Discount", "Rate lock"],
        [0, 0, "12 months"],
      ]),
    ).bands;
    expect(band).toMatchObject({ name: "", texts: [{ heading: "Rate lock", text: "12 months" }] });
  });

  test("reads the zeros that the desktop sends for blanks as blanks, where words show that they are", () => {
    const web = [
      HEADINGS,
      [0, 0, null, null, null, null, null],
      [250_000, 0.1, null, null, null, null, null],
    ];
    const desktop = web.map((row) => row.map((cell) => cell ?? 0));
    expect(content(desktop)).toEqual(content(web));
  });

  test("refuses values of a band's own terms that are neither numbers nor words", () => {
    expect(
      sentence([
        HEADINGS,
        [0, 0, "Base", "list", "2,5%", 1, "x"],
        [250_000, 0.1, "Growth", "committed", 0, "#REF!", "x"],
      ]),
    ).toBe(
      'Overage premium in row 2 of bands is "2,5%": write 2.5%, with a point before decimals and a comma between thousands. Forfeited share in row 3 of bands holds the error #REF!: mend that cell first.',
    );
  });

  test("keeps a typed 0 where there are words beside it", () => {
    const [, band] = good(
      readBands([
        HEADINGS,
        [0, 0, "Base", "list", 0, 1, "x"],
        [250_000, 0.1, "Growth", "committed", 0, 0, "x"],
      ]),
    ).bands;
    expect(band?.terms).toEqual({
      overage: "committed",
      overagePremiumFraction: 0,
      forfeitedFraction: 0,
    });
  });

  test.each([
    [[], "Bands holds no band: give rows of threshold (USD) and discount (fraction)."],
    [[[null, ""]], "Bands holds no band: give rows of threshold (USD) and discount (fraction)."],
    [
      [["Threshold", "Discount"]],
      "Bands holds no band: give rows of threshold (USD) and discount (fraction).",
    ],
    [[[250_000], [500_000]], "Bands has 1 column: give threshold (USD) and discount (fraction)."],
    [[[250_000, ""]], "Bands has 1 column: give threshold (USD) and discount (fraction)."],
    [
      [[0, "-5%"]],
      "Discount in row 1 of bands is -5%: give a fraction from 0 up to 1, such as 0.15 for 15%.",
    ],
    [
      [[0, "100%"]],
      "Discount in row 1 of bands is 100%: a discount is below 100%, such as 0.15 or 15%.",
    ],
    [
      [
        ["Threshold", 100],
        ["Discount", 0.1],
      ],
      'Threshold in row 1 of bands is "Threshold": give a number; the same in row 2.',
    ],
    [
      [
        ["Threshold", 0, 100],
        ["Discount", 0.1, ""],
      ],
      'Threshold in row 1 of bands is "Threshold": give a number; the same in row 2.',
    ],
    [
      [
        [0, 0],
        [100, 0.1],
        ["Total", 7],
      ],
      '"Total" in row 3 of bands is no sum of the bands above it: leave that row out of the range.',
    ],
    [
      [
        ["Threshold", "Discount ($k)"],
        [0, 0],
      ],
      'Column 2 of bands is headed "Discount ($k)": write its amounts in full, such as 250000 or 250k, and take the unit out of the heading.',
    ],
    [
      [
        ["Threshold", "Discount %"],
        [0, 0.1],
        [100, 0.15],
        [200, 1.5],
      ],
      "Discount of bands is headed with % and holds 0.1 and 1.5: write each with its sign, such as 1.5%. Discount in row 4 of bands is 1.5, which is 150%: a discount is below 100%, such as 0.15 or 15%.",
    ],
    [
      [
        ["Threshold", "Discount", "Forfeited share %"],
        [0, 0, 1],
      ],
      "Forfeited share of bands is 1 under a heading with %: write 1% or 100%.",
    ],
    [
      [
        ["Threshold", "Rate"],
        [0, 0.2],
        [100, 0.1],
      ],
      'Bands is headed "Rate": give the discount, such as 0.1 where 90% is paid, and head it Discount.',
    ],
    [
      [
        ["Threshold", "Scale"],
        [0, 0.5],
      ],
      'Bands is headed "Scale": give the discount, such as 0.1 where 90% is paid, and head it Discount.',
    ],
    [
      [
        ["Threshold", "Rate"],
        [0, 0],
        [100, 0.5],
      ],
      'Bands is headed "Rate": give the discount, such as 0.1 where 90% is paid, and head it Discount.',
    ],
    [
      [
        ["Tier", "Overage"],
        [0, 0],
        [1, 0.1],
      ],
      'Column 1 of bands is headed "Tier": its figures number the bands: give the amount from which each starts, and head it Threshold.',
    ],
    [
      [
        ["Year 1", "Year 2", "Year 3"],
        [0, 0, 0],
        [100, "", 0.2],
      ],
      'Bands has more than one discount (headings "Year 2" and "Year 3"): keep one of them.',
    ],
    [
      [
        ["Threshold", "Discount", ""],
        [0, 0, 0],
        [100, 0, 0.1],
      ],
      'Column 3 of bands has figures without a heading: put "Discount" over its figures.',
    ],
    [
      [
        ["Threshold", "Discount", ""],
        [0, "", 0.1],
      ],
      'Column 3 of bands has figures without a heading: put "Discount" over its figures.',
    ],
    [
      [
        ["Name", "", "Threshold", "Discount"],
        ["a", 0, "", 0],
        ["b", 100, "", 0.1],
      ],
      'Column 2 of bands has figures without a heading: put "Threshold" over its figures. Threshold 0 stands in rows 2 and 3 of bands: keep one of them.',
    ],
    [
      [
        ["From", "To", "Discount"],
        [0, "x", 0],
        [100, "", 0.1],
      ],
      'End in row 2 of bands is "x": give a number.',
    ],
    [
      [
        ["Up to", "From", "Discount"],
        ["$90", "$0", 0],
        ["", "$100", 0.1],
      ],
      "The band in row 2 of bands ends at 90, and the one in row 3 starts at 100: let each band end where the next one starts.",
    ],
    [
      [
        ["From", "To", "Discount"],
        [200, 250, 0],
        [100, "", 0.1],
      ],
      "Threshold in row 3 of bands (100) is below the one in row 2 (200): sort the bands by threshold, lowest first.",
    ],
    [
      [
        [0, 0, "a", "list"],
        [250_000, 0.1, "b", "list"],
      ],
      "Bands has 4 columns and no header row: include the header row (for a table, Table[#All]), or give threshold, discount and name only.",
    ],
    [
      [
        ["Threshold", "Discount", "Basis"],
        [0, 0, "net"],
      ],
      "Bands has a column Basis, but the basis is one for the whole agreement: give it in terms.",
    ],
    [
      [
        ["Threshold", "Discount", "Overage", "overage"],
        [0, 0, "", ""],
      ],
      "Bands has the heading Overage twice (columns 3 and 4): keep one of them.",
    ],
    [
      [
        [0, 0],
        ["500.000", 0.1],
      ],
      'Threshold in row 2 of bands is "500.000", which may mean 500 or 500,000: write 500 or 500000.',
    ],
    [
      [
        [0, 0],
        ["25%", 0.1],
      ],
      'Threshold in row 2 of bands is "25%": give an amount in USD, such as 250000 or 250k.',
    ],
    [
      [
        [0, 0],
        [true, 0.1],
      ],
      'Threshold in row 2 of bands is "TRUE": give a number.',
    ],
    [
      [
        [0, 0],
        [{ type: "Error", basicValue: "#REF!" }, 0.1],
      ],
      "Threshold in row 2 of bands holds the error #REF!: mend that cell first.",
    ],
    [
      [
        ["Threshold", "Discount", "Overage"],
        [0, 0, "free"],
      ],
      'Overage in row 2 of bands is "free": give list, committed, step-up or re-rate.',
    ],
    [
      [
        [0, 0],
        ["x", 0.1],
        [250_000, 15],
      ],
      'Threshold in row 2 of bands is "x": give a number. Discount in row 3 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.',
    ],
  ])("refuses %j", (raw, expected) => {
    expect(sentence(raw)).toBe(expected);
  });
});

describe("readPeriod()", () => {
  test("reports the faults of all arguments together", () => {
    const read = readPeriod(-1, "lots", [[0, 15]], [["Overrage", "list"]]);
    expect(read.ok ? [] : read.errors.map(({ kind }) => kind)).toEqual([
      "negativeAmount",
      "notANumber",
      "discountOutOfRange",
      "unknownTerm",
    ]);
  });

  test("takes the defaults where terms are omitted, blank, or a header alone", () => {
    const costs = [
      undefined,
      null,
      [[null]],
      [[0, 0]],
      [["", ""]],
      [
        ["Term", "Value"],
        ["", ""],
      ],
    ].map((terms) => {
      const { usageUsd, commitmentUsd, agreement } = good(
        readPeriod(800_000, 500_000, DEMO, terms),
      );
      return settle(usageUsd, commitmentUsd, agreement).costUsd;
    });
    expect(new Set(costs)).toEqual(new Set([711_764.7058823529]));
  });

  test("reads a blank choice as the default and refuses a value without a term", () => {
    expect(
      good(
        readPeriod(1, 1, DEMO, [
          ["Overage", 0],
          ["Basis", null],
        ]),
      ).agreement.basis,
    ).toBe("net");
    const read = readPeriod(1, 1, DEMO, [["", "list"]]);
    expect(read.ok ? "" : describeErrors(read.errors, US_DOLLAR)).toBe(
      "The name of the term in row 1 of terms is missing: give a term such as Overage.",
    );
  });
});

describe("properties", () => {
  /** One cell in every shape in which Excel may send the same thing. */
  const shapes = (value: unknown): fc.Arbitrary<unknown> => {
    if (value === null)
      return fc.constantFrom(null, undefined, "", "  ", 0, { type: "Empty", basicValue: "" });
    if (typeof value === "number")
      return fc.constantFrom(
        value,
        { type: "Double", basicValue: value },
        { type: "FormattedNumber", basicType: "Double", basicValue: value, numberFormat: "0%" },
        `${value}`.includes("e") ? value : value < 1 ? `${value}` : `${value.toFixed(2)}`,
      );
    return fc.constantFrom(value, { type: "String", basicValue: value }, ` ${String(value)} `);
  };

  const rows = fc
    .uniqueArray(fc.integer({ min: 1, max: 90_000_000 }), { minLength: 1, maxLength: 6 })
    .map((wholes) =>
      [...wholes]
        .sort((a, b) => a - b)
        .map((whole, index): unknown[] => [
          whole / 100,
          index / 100,
          index % 2 === 0 ? `Band ${index}` : null,
          index % 3 === 0 ? "committed" : null,
        ]),
    );

  test("a table means the same in every shape of desktop and web", () => {
    const heading = ["Threshold", "Discount", "Name", "Overage"];
    const shaped = rows.chain((plain) =>
      fc.tuple(fc.constant(plain), fc.tuple(...plain.map((row) => fc.tuple(...row.map(shapes))))),
    );
    assertProperty(
      fc.property(shaped, ([plain, sent]) => {
        expect(content([heading, ...sent])).toEqual(content([heading, ...plain]));
      }),
      { numRuns: 500 },
    );
  });

  test("no content of a range makes it throw", () => {
    const cell = fc.oneof(
      fc.anything(),
      fc.constantFrom(0, 0.1, "x", "10%", null, "", "#N/A", true),
    );
    assertProperty(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), (raw) => {
        const read = readBands(raw);
        expect(read.ok || describeErrors(read.errors, US_DOLLAR).length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
