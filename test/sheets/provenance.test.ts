import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { byInput, type DealCells, foundDeal } from "../../src/deal/deal-inputs";
import { printFormula } from "../../src/sheets/formulas/print";
import {
  dealHeadLine,
  headLine,
  madeAgain,
  pricedHeadLine,
  provenanceLines,
  withProvenance,
} from "../../src/sheets/provenance";
import { VERSION } from "../../src/wording/format/version";

type Block = readonly (readonly (string | number)[])[];

const MADE = `Made by Bandwise ${VERSION} on 28 November 2026.`;

function deal(Bands: Block, Forecast: Block | null = null, places = true): DealCells {
  const blocks: Readonly<Record<string, Block | null>> = { Bands, Forecast, Usage: [[700_000]] };
  const found = byInput((input) => {
    const cells = blocks[input] ?? null;
    return cells && { reference: input, cells, address: places ? `Deal!$A$${cells.length}` : null };
  });
  return { ...foundDeal(found), chosen: false };
}

const BANDS: Block = [
  ["Threshold", "Discount"],
  [250_000, 0.1],
];

describe("madeAgain()", () => {
  const again = `Made by Bandwise ${VERSION} on May 1, 2027 at 8:30 AM.`;

  test.each<readonly [string, string | undefined]>([
    [MADE, again],
    [
      `${MADE} Inputs: the imported files, which Imports lists.`,
      `${again} Inputs: the imported files, which Imports lists.`,
    ],
    // The note of the reconciliation ends with the line.
    [
      `Half a cent is allowed. ${MADE} Inputs: files.`,
      `Half a cent is allowed. ${again} Inputs: files.`,
    ],
    // An earlier version made it.
    ["Made by Bandwise 0.0.9 on November 28, 2026 at 3:00 PM.", again],
    [
      `="${MADE} List prices checked on "&YEAR(MAX(PriceBook[Checked on]))&"."`,
      `="${again} List prices checked on "&YEAR(MAX(PriceBook[Checked on]))&"."`,
    ],
    ["Made by Bandwise", undefined],
    ["Made by Bandwise 0.1.0", undefined],
    ["Made by hand on Monday.", undefined],
    ["Remade by Bandwise 0.1.0 on Monday", undefined],
    ["Usage by month", undefined],
    ["", undefined],
  ])("%s", (line, becomes) => {
    expect(madeAgain(line, "May 1, 2027 at 8:30 AM")).toBe(becomes);
  });
});

describe("provenanceLines()", () => {
  test.each<readonly [string, DealCells, readonly string[]]>([
    [
      "addresses of inputs, and usage where there is no forecast",
      deal(BANDS),
      [
        "Inputs: Bands in Deal!A2, Usage in Deal!A1.",
        "The bands name no source.",
        "Usage of 700,000 counts as certain.",
      ],
    ],
    [
      "who the bands are from, each once",
      deal([
        ["Threshold", "Discount", "Source"],
        [0, 0, "List"],
        [250_000, 0.1, "Offer of 14 Nov"],
        [500_000, 0.15, "Offer of 14 Nov"],
        [1_000_000, 0.2, ""],
      ]),
      [
        "Inputs: Bands in Deal!A5, Usage in Deal!A1.",
        "Source of the bands: List; Offer of 14 Nov.",
        "Usage of 700,000 counts as certain.",
      ],
    ],
    [
      "a forecast as it was written",
      deal(BANDS, [
        ["Mean", 700_000],
        ["CV", 0.35],
        ["", ""],
      ]),
      [
        "Inputs: Bands in Deal!A2, Usage in Deal!A1, Forecast in Deal!A3.",
        "The bands name no source.",
        "Forecast: Mean 700,000, CV 0.35.",
      ],
    ],
    [
      "a forecast below its headings, and one that lies across",
      deal(BANDS, [
        ["Label", "Value"],
        ["P10", 400_000],
        ["P90", 850_000],
      ]),
      [
        "Inputs: Bands in Deal!A2, Usage in Deal!A1, Forecast in Deal!A3.",
        "The bands name no source.",
        "Forecast: P10 400,000, P90 850,000.",
      ],
    ],
    [
      "a forecast in the row of a scenario",
      {
        ...deal(
          BANDS,
          [
            ["Distribution", "Low", "Mode", "High", "Mean"],
            ["PERT", 300_000, 550_000, 1_100_000, ""],
          ],
          false,
        ),
        references: { ...deal(BANDS).references, forecast: "IF({1;0},Scenarios!$D$5:$K$5)" },
      },
      [
        "Inputs: Bands in Bands, Usage in Usage, Forecast in its row.",
        "The bands name no source.",
        "Forecast: Distribution PERT, Low 300,000, Mode 550,000, High 1,100,000.",
      ],
    ],
    [
      "how many cells a long forecast has",
      deal(
        BANDS,
        Array.from({ length: 24 }, (_, at) => [50_000 + at]),
      ),
      [
        "Inputs: Bands in Deal!A2, Usage in Deal!A1, Forecast in Deal!A24.",
        "The bands name no source.",
        "Forecast from 24 cells.",
      ],
    ],
    [
      "references where no address is known",
      deal(BANDS, null, false),
      [
        "Inputs: Bands in Bands, Usage in Usage.",
        "The bands name no source.",
        "Usage of 700,000 counts as certain.",
      ],
    ],
  ])("say %s", (_, cells, lines) => {
    expect(provenanceLines("28 November 2026", [{ cells }])).toEqual([MADE, ...lines]);
  });

  test("have a line for each of several deals", () => {
    const sources = ["Hold", "Reach"].map((title) => ({ title, cells: deal(BANDS) }));
    expect(provenanceLines("28 November 2026", sources)).toEqual([
      MADE,
      "Hold. Inputs: Bands in Deal!A2, Usage in Deal!A1. The bands name no source. Usage of 700,000 counts as certain.",
      "Reach. Inputs: Bands in Deal!A2, Usage in Deal!A1. The bands name no source. Usage of 700,000 counts as certain.",
    ]);
  });
});

test("withProvenance() puts the lines below all that a layout holds, a row apart", () => {
  const layout = { title: "T", parts: [], rows: 10, columns: 3 };
  const made = withProvenance(layout, "28 November 2026", [{ cells: deal(BANDS) }]);
  expect(made).toMatchObject({ title: "T", rows: 15, columns: 3 });
  expect(made.parts).toMatchObject([{ row: 11, column: 0, rows: 4, look: "provenance" }]);
});

describe("the line in the head of a sheet whose tables grow", () => {
  test.each([
    [headLine("28 November 2026"), MADE],
    [headLine("28 November 2026", "Inputs: A.", "B."), `${MADE} Inputs: A. B.`],
    [
      dealHeadLine("28 November 2026", ["Bands", "Usage"], BANDS),
      `${MADE} Inputs: the cells named Bands and Usage. The bands name no source.`,
    ],
    [
      dealHeadLine(
        "28 November 2026",
        [],
        [
          ["Threshold", "Source"],
          [0, "Offer"],
        ],
      ),
      `${MADE} Source of the bands: Offer.`,
    ],
  ])("is %s", (line, wanted) => {
    expect(line).toBe(wanted);
  });

  test("has the day of a price book in figures that no language changes", () => {
    expect(printFormula(pricedHeadLine("Made.", "Book"))).toBe(
      '="Made. List prices checked on "&YEAR(MAX(Book[Checked on]))&"-"&RIGHT(100+MONTH(MAX(Book[Checked on])),2)&"-"&RIGHT(100+DAY(MAX(Book[Checked on])),2)&"."',
    );
  });
});

test("the version is that of the package", () => {
  const text = readFileSync(path.join(import.meta.dirname, "../../package.json"), "utf8");
  expect(JSON.parse(text)).toMatchObject({ version: VERSION });
});
