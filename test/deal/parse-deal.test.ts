import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeError } from "../../src/core/errors";
import { byInput } from "../../src/deal/deal-inputs";
import { readDealCells } from "../../src/deal/parse-deal";
import { workbookNote } from "../../src/taskpane/context/workbook-note";
import { sourceSentences } from "../../src/wording/messages/source-sentences";
import { usageWarnings, warnings } from "../../src/wording/messages/warning-messages";
import { dealCells, dealOf } from "../taskpane/pane-scenarios";

describe("bands that are not sorted", () => {
  const HEAD = ["Threshold", "Discount", "Overage"];
  test.each<readonly [string, readonly (readonly unknown[])[], readonly (readonly number[])[]]>([
    [
      "from high to low",
      [
        [500_000, 0.15],
        [250_000, 0.1],
      ],
      [
        [250_000, 0.1],
        [500_000, 0.15],
      ],
    ],
    [
      "down to 0",
      [
        [500_000, 0.15],
        [250_000, 0.1],
        [0, 0],
      ],
      [
        [0, 0],
        [250_000, 0.1],
        [500_000, 0.15],
      ],
    ],
    [
      "down to 0, above blank rows that arrive as 0",
      [
        [500_000, 0.15],
        [250_000, 0.1],
        [0, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [250_000, 0.1],
        [500_000, 0.15],
      ],
    ],
    [
      "under headings",
      [HEAD, [500_000, 0.15, ""], [250_000, 0.1, "committed"]],
      [
        [250_000, 0.1],
        [500_000, 0.15],
      ],
    ],
    [
      "in no order",
      [
        [500_000, 0.15],
        [1_000_000, 0.2],
        [250_000, 0.1],
      ],
      [
        [250_000, 0.1],
        [500_000, 0.15],
        [1_000_000, 0.2],
      ],
    ],
    [
      "as text",
      [
        ["$1M", "20%"],
        ["$250k", "10%"],
      ],
      [
        [250_000, 0.1],
        [1_000_000, 0.2],
      ],
    ],
    [
      "with a blank row",
      [
        [500_000, 0.15],
        ["", ""],
        [250_000, 0.1],
      ],
      [
        [250_000, 0.1],
        [500_000, 0.15],
      ],
    ],
    [
      "discount first",
      [
        ["Discount", "Commit"],
        [0.15, 500_000],
        [0.1, 250_000],
      ],
      [
        [250_000, 0.1],
        [500_000, 0.15],
      ],
    ],
    [
      "across",
      [
        ["Threshold", 500_000, 250_000],
        ["Discount", 0.15, 0.1],
      ],
      [
        [250_000, 0.1],
        [500_000, 0.15],
      ],
    ],
    [
      "with a discount that falls",
      [
        [500_000, 0.1],
        [250_000, 0.15],
      ],
      [
        [250_000, 0.15],
        [500_000, 0.1],
      ],
    ],
    [
      "a cent apart",
      [
        [250_000.01, 0.15],
        [250_000, 0.1],
      ],
      [
        [250_000, 0.1],
        [250_000.01, 0.15],
      ],
    ],
    [
      "with ends",
      [
        ["From", "To", "Discount"],
        [500_000, "", 0.15],
        [250_000, 499_999, 0.1],
        [0, 249_999, 0],
      ],
      [
        [0, 0],
        [250_000, 0.1],
        [500_000, 0.15],
      ],
    ],
  ])("%s are read lowest first, and the pane says what formulas do", (_how, bands, expected) => {
    const reading = readDealCells(dealCells({ bands }));
    const written = reading.bands?.bands.filter(({ row }) => row !== undefined);
    expect(
      written?.map(({ thresholdUsd, discountFraction }) => [thresholdUsd, discountFraction]),
    ).toEqual(expected);
    expect([reading.faults, reading.bandsAreSorted]).toEqual([[], false]);
    expect(warnings(reading, undefined, US_DOLLAR).join(" ")).toContain("not sorted by threshold");
  });

  test.each<readonly [string, readonly (readonly unknown[])[]]>([
    [
      "lowest first",
      [
        [250_000, 0.1],
        [500_000, 0.15],
      ],
    ],
    ["of one band", [[250_000, 0.1]]],
    [
      "that cannot be read",
      [
        [500_000, 15],
        [250_000, 0.1],
      ],
    ],
  ])("are none in bands %s", (_how, bands) => {
    expect(readDealCells(dealCells({ bands })).bandsAreSorted).toBe(true);
  });

  test("keep their rows, and an equal threshold is the fault", () => {
    const { bands } = readDealCells(
      dealCells({
        bands: [
          [500_000, 0.15],
          [250_000, 0.1],
        ],
      }),
    );
    expect(bands?.bands.map(({ row }) => row)).toEqual([undefined, 2, 1]);
    const twice = [
      [500_000, 0.15],
      [250_000, 0.1],
      [500_000, 0.2],
    ];
    expect(readDealCells(dealCells({ bands: twice })).faults[0]?.errors).toEqual([
      { kind: "repeatedThreshold", thresholdUsd: 500_000, rows: [1, 3] },
    ]);
  });
});

const FILLED: Readonly<Record<string, unknown>> = {
  Overage: "list",
  "Overage premium": 0.05,
  "Forfeited share": 1,
  Name: "Base",
};

describe("readDealCells()", () => {
  test("keeps every fault with the part that it concerns", () => {
    const { faults } = readDealCells(dealOf("faults"));
    expect(
      faults.map(({ part, errors }) => [
        part,
        ...errors.map((one) => describeError(one, US_DOLLAR)),
      ]),
    ).toEqual([
      [
        "Bands",
        'Threshold in row 5 of bands is "lots": give a number.',
        "Discount in row 3 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.",
      ],
      [
        "Terms",
        expect.stringMatching(
          /^"Overdraft" in row 1 of terms is not a term: did you mean Overage\?/,
        ),
        "Forfeited share in row 2 of terms is 50: give a fraction from 0 to 1, such as 0.5 for 50%.",
      ],
      ["Usage", 'Usage is "500.000", which may mean 500 or 500,000: write 500 or 500000.'],
      ["Commitment", "Commitment is -1: give an amount of 0 or more."],
    ]);
  });

  test("a fault in one part leaves the others readable", () => {
    const reading = readDealCells(dealOf("terms at fault"));
    expect(reading.faults.map(({ part }) => part)).toEqual(["Terms"]);
    expect(reading.bands?.bands).toHaveLength(4);
    expect(reading.commitmentUsd).toBe(480_000);
    expect(reading.agreement).toBeUndefined();
  });

  test("a premium that does not fit belongs to the terms, or to the bands where a band has it", () => {
    const terms = [
      ["Overage", "step-up"],
      ["Overage premium", 0.05],
    ];
    expect(readDealCells(dealCells({ terms })).faults[0]?.part).toBe("Terms");
    const bands = [
      ["Threshold", "Discount", "Overage", "Overage premium"],
      [250_000, 0.1, "step-up", 0.05],
    ];
    expect(readDealCells(dealCells({ bands })).faults[0]?.part).toBe("Bands");
  });

  test("a blank commitment is none; a blank usage is missing", () => {
    const reading = readDealCells(dealCells({ usage: "", commitment: "" }));
    expect(reading.commitmentUsd).toBe(0);
    expect(reading.faults).toMatchObject([{ part: "Usage", errors: [{ kind: "missing" }] }]);
  });

  test("reads a forecast in its cells", () => {
    const { forecast, forecastIsUsage, faults } = readDealCells(dealCells());
    expect([forecastIsUsage, faults]).toEqual([false, []]);
    expect(forecast?.meanUsd).toBe(700_000);
    expect(forecast?.atMost(700_000)).toBeGreaterThan(0.5);
  });

  const quarters = [[150_000], [170_000], [180_000], [200_000]];

  test("of a list that adds up to the usage makes no forecast until the user says what it is", () => {
    const unsaid = readDealCells(dealCells({ forecast: quarters }));
    expect(unsaid).toMatchObject({ forecast: undefined, forecastIsUsage: false, faults: [] });
    expect(unsaid.partsOfYear).toMatchObject({ count: 4, sumUsd: 700_000 });
    const said = readDealCells({ ...dealCells({ forecast: quarters }), eachIsAYear: true });
    expect([said.partsOfYear, said.forecast?.meanUsd]).toEqual([undefined, 175_000]);
  });

  test("never takes a total for a year, whatever the user said of the others", () => {
    const withTotal = { ...dealCells({ forecast: [...quarters, [700_000]] }), eachIsAYear: true };
    expect(readDealCells(withTotal).partsOfYear).toMatchObject({ totalUsd: 700_000 });
  });

  test("reads the labels beside the forecast", () => {
    const deal = { ...dealCells({ usage: 1, forecast: quarters }), forecastBeside: null };
    expect(readDealCells(deal).partsOfYear).toBeUndefined();
    const beside = [["Q1"], ["Q2"], ["Q3"], ["Q4"]];
    expect(readDealCells({ ...deal, forecastBeside: beside }).partsOfYear?.part).toBe("quarters");
  });

  test.each([
    [700_000, 700_000, false],
    [700_000, 525_001, false],
    [700_000, 525_000, false],
    [700_000, 524_999, true],
    [700_000, 933_333, false],
    [700_000, 933_334, true],
    [625_200, 52_100, true],
    [52_100, 625_200, true],
    [0, 10, true],
    [0, 0, false],
  ])("warns of a usage of %s beside a mean of %s: %s", (usage, mean, warns) => {
    const reading = readDealCells(dealCells({ usage, forecast: [[mean]] }));
    expect(usageWarnings(reading, US_DOLLAR).length > 0).toBe(warns);
    if (warns)
      expect(usageWarnings(reading, US_DOLLAR)[0]).toContain(
        `mean is $${mean.toLocaleString("en-US")}.`,
      );
  });

  test("does not warn where the usage is the forecast", () => {
    expect(usageWarnings(readDealCells(dealCells({ forecast: null })), US_DOLLAR)).toEqual([]);
  });

  test("without cells of a forecast usage is certain", () => {
    const { forecast, forecastIsUsage } = readDealCells(dealCells({ forecast: null }));
    expect(forecastIsUsage).toBe(true);
    expect([forecast?.lowestUsd, forecast?.highestUsd]).toEqual([700_000, 700_000]);
    const none = readDealCells(dealCells({ usage: null }));
    expect([none.forecast, none.forecastIsUsage]).toEqual([undefined, false]);
  });

  test("a forecast at fault is not replaced by the usage, and leaves the rest readable", () => {
    const reading = readDealCells(
      dealCells({
        forecast: [
          ["Mean", 700_000],
          ["CV", 1],
          ["CV", 1],
        ],
      }),
    );
    expect(reading.forecast).toBeUndefined();
    expect(reading.forecastIsUsage).toBe(false);
    expect(reading.faults).toMatchObject([
      { part: "Forecast", reference: "Forecast", errors: [{ kind: "givenTwice" }] },
    ]);
    expect([reading.usageUsd, reading.commitmentUsd]).toEqual([700_000, 480_000]);
  });

  test("two forecasts of one mean are two readings", () => {
    const written = (spread: number) =>
      JSON.stringify(
        readDealCells(
          dealCells({
            forecast: [
              ["Mean", 7e5],
              ["CV", spread],
            ],
          }),
        ),
      );
    expect(written(0.2)).not.toBe(written(0.3));
  });

  test("finds blank thresholds and discounts, not blank terms of a band", () => {
    const bands = [
      ["Threshold", "Discount", "Overage"],
      ["", 0, "list"],
      [250_000, "", ""],
    ];
    const reading = readDealCells(dealCells({ bands }));
    expect(reading.blanks).toEqual([
      { part: "Bands", row: 2, field: "threshold" },
      { part: "Bands", row: 3, field: "discount" },
    ]);
    expect(warnings(reading, undefined, US_DOLLAR)).toEqual([
      "The threshold in row 2 of Bands is blank and counts as $0.",
      "The discount in row 3 of Bands is blank and counts as 0%.",
    ]);
  });

  // On the web a blank share is the agreement's; the desktop sends 0, which counts unless a word beside it is missing too.
  test.each<readonly [string, readonly unknown[], readonly unknown[], readonly string[]]>([
    ["a share", ["Forfeited share"], [""], ["Forfeited share"]],
    ["a share of null", ["Forfeited share"], [null], ["Forfeited share"]],
    ["a premium", ["Overage premium"], [""], ["Overage premium"]],
    [
      "both",
      ["Forfeited share", "Overage premium"],
      ["", ""],
      ["Overage premium", "Forfeited share"],
    ],
    ["a share of 0", ["Forfeited share"], [0], []],
    ["a share of 50%", ["Forfeited share"], [0.5], []],
    ["a share beside overage", ["Overage", "Forfeited share"], ["list", ""], ["Forfeited share"]],
    ["a share beside blank overage", ["Overage", "Forfeited share"], ["", ""], []],
    [
      "a share of 0 beside blank overage",
      ["Overage", "Forfeited share"],
      ["", 0],
      ["Forfeited share"],
    ],
    ["a share of 0 beside overage of 0", ["Overage", "Forfeited share"], [0, 0], []],
    ["a share beside a name", ["Name", "Forfeited share"], ["Gold", ""], ["Forfeited share"]],
    ["a share beside a blank name", ["Name", "Forfeited share"], ["", ""], []],
    ["a share of 50% beside a blank name", ["Name", "Forfeited share"], ["", 0.5], []],
    ["overage alone", ["Overage"], [""], []],
    ["a price path", ["Price path"], [""], []],
  ])("finds what blanks of a band cost on the desktop: %s", (_, headings, cells, fields) => {
    const bands = [
      ["Threshold", "Discount", ...headings],
      [0, 0, ...headings.map((heading) => FILLED[String(heading)])],
      [250_000, 0.1, ...cells],
    ];
    const reading = readDealCells(dealCells({ bands, terms: null }));
    expect(reading.blanks).toEqual(fields.map((field) => ({ part: "Bands", row: 3, field })));
  });

  test.each<readonly [readonly (readonly unknown[])[], readonly unknown[]]>([
    [[["Forfeited share", ""]], [{ part: "Terms", row: 1, field: "Forfeited share" }]],
    [
      [
        ["Basis", "net"],
        ["Forfeited share:", null],
      ],
      [{ part: "Terms", row: 2, field: "Forfeited share" }],
    ],
    [[["Rollover cap", ""]], [{ part: "Terms", row: 1, field: "Rollover cap" }]],
    [[["Forfeited share", 0]], []],
    [[["Rollover share", ""]], []],
    [[["Payment", ""]], []],
    [[["Overage premium", ""]], []],
    [[["Overage", ""]], []],
  ])("finds a blank share in the terms %j", (terms, blanks) => {
    expect(readDealCells(dealCells({ terms })).blanks).toEqual(blanks);
  });

  test.each([
    [[["Total", 750_000, ""]], ["Row 4 of Bands, “Total”, is no band and is left out."]],
    [
      [
        ["", "", ""],
        ["* subject to approval", "", ""],
      ],
      ["Row 5 of Bands, “* subject to approval”, is no band and is left out."],
    ],
    [
      [
        ["Sum:", 750_000, 0.25],
        ["Note: valid to 31 Dec", "", ""],
      ],
      [
        "Row 4 of Bands, “Sum:”, is no band and is left out.",
        "Row 5 of Bands, “Note: valid to 31 Dec”, is no band and is left out.",
      ],
    ],
    [[["Platinum", 1_000_000, 0.2]], []],
  ])("names the rows below the bands that are none: %j", (rows, sentences) => {
    const bands = [
      ["Tier", "Commitment", "Discount"],
      ["Silver", 250_000, 0.1],
      ["Gold", 500_000, 0.15],
      ...rows,
    ];
    expect(warnings(readDealCells(dealCells({ bands })), undefined, US_DOLLAR)).toEqual(sentences);
  });

  test("finds nothing to warn of in the example", () => {
    expect(warnings(readDealCells(dealCells()), undefined, US_DOLLAR)).toEqual([]);
  });
});

test("sourceSentences() names the cells, and what applies for those that nobody named", () => {
  expect(sourceSentences(readDealCells(dealCells()))).toEqual([
    "Read from the cells named Bands, Terms, Usage, Commitment and Forecast.",
  ]);
  expect(sourceSentences(readDealCells(dealCells({ forecast: null })))).toEqual([
    "Read from the cells named Bands, Terms, Usage and Commitment.",
    "No cells are named Forecast, so usage counts as certain.",
  ]);
  expect(sourceSentences(readDealCells(dealCells({ forecast: null, chosen: true })))).toContain(
    "No forecast is chosen, so usage counts as certain.",
  );
  expect(sourceSentences(readDealCells(dealOf("only bands")))).toEqual([
    "Read from the cells named Bands.",
    "No cells are named Terms, so the cautious ones apply: net basis, overage at list, shortfall forfeited.",
    "Name a cell Commitment to compare yours with the best.",
  ]);
  expect(sourceSentences(readDealCells(dealCells({ usage: 0 })))).toContain(
    "Usage is 0, so there is no discount received to show.",
  );
});

describe("workbookNote()", () => {
  const note = (change: Parameters<typeof dealCells>[0]) =>
    workbookNote("Hold", { kind: "read", reading: readDealCells(dealCells(change)) }, US_DOLLAR);

  test("says what the workbook holds while a scenario is shown", () => {
    expect(note({})).toBe(
      "Showing scenario Hold. The deal in the workbook says: commitment $480,000, usage $700,000, forecast mean $700,000.",
    );
    const addresses = byInput(() => "'My ''own'' sheet'!$F$3");
    expect(note({ addresses, forecast: null, commitment: 250_000 })).toBe(
      "Showing scenario Hold. The deal in the workbook, on My 'own' sheet, says: commitment $250,000, usage $700,000.",
    );
  });

  test("changes with every amount that is edited there", () => {
    const notes = [{}, { commitment: 1 }, { usage: 1 }, { forecast: [[1]] }, { usage: "?" }].map(
      note,
    );
    expect(new Set(notes).size).toBe(notes.length);
    expect(notes.at(-1)).toMatch(/commitment \$480,000, Usage cannot be read\.$/);
  });

  test("says only what is shown where the workbook has no deal", () => {
    expect(workbookNote("Hold", { kind: "none" }, US_DOLLAR)).toBe("Showing scenario Hold.");
    expect(workbookNote("Hold", { kind: "none", gone: "Deal!$A$5:$I$9" }, US_DOLLAR)).toBe(
      "Showing scenario Hold. The deal in the workbook is gone: its bands were in Deal!A5:I9.",
    );
  });
});
