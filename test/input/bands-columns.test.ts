import { describe, expect, test } from "vitest";
import { findFooter } from "../../src/input/band-footer";
import { readBands } from "../../src/input/bands-cells";
import { readCell } from "../../src/input/cells/cells";
import { good } from "../core/deals";

const bandsOf = (raw: unknown) => good(readBands(raw)).bands;
const errorsOf = (raw: unknown) => {
  const read = readBands(raw);
  return read.ok ? [] : read.errors;
};

describe("columns of bands", () => {
  test("a third column without a heading row is the name", () => {
    expect(bandsOf([[0, 0, "Base"]])[0]).toMatchObject({ name: "Base", texts: [] });
    expect(bandsOf([[0, 0, 5]])[0]).toMatchObject({ name: "5" });
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
      { kind: "repeatedColumn", heading: "Overage", columns: [3, 5] },
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

  test("a 0 as share is 0 where no column of words shows that it is a blank", () => {
    const [band] = bandsOf([
      ["Threshold", "Discount", "Contact", "Forfeited share"],
      [0, 0, 0, 0],
    ]);
    expect(band).toMatchObject({ terms: { forfeitedFraction: 0 } });
  });
});
