import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { COMMIT_FUNCTIONS } from "../../../src/sheets/formulas/call";
import { readBandsArea } from "../../../src/sheets/native/agreement/bands-area";
import { readTermsArea } from "../../../src/sheets/native/agreement/terms-area";
import { cell, range } from "../../../src/sheets/native/excel/formula";
import { readForecastArea } from "../../../src/sheets/native/forecast/forecast-area";
import { describeNotNative, NotNative } from "../../../src/sheets/native/not-native";
import { IN_PLAIN_EXCEL } from "../../../src/sheets/native/plain-excel";
import { hasTwin, twinOf } from "../../../src/sheets/native/twins";
import { stepsDown, type TypedRows } from "./cells";

const REFERENCE = readFileSync(
  path.join(import.meta.dirname, "../../../docs/functions.md"),
  "utf8",
);

/** The range of a block that begins in the first cell of a sheet. */
const rangeOf = (rows: TypedRows) =>
  range(cell("Deal", 1, 1), cell("Deal", rows.length, Math.max(...rows.map((row) => row.length))));

function sentence(found: object): string {
  return found instanceof NotNative ? describeNotNative(found, US_DOLLAR) : "followed";
}

const HEADED = ["Threshold", "Discount"] as const;

describe("readBandsArea()", () => {
  test.each<readonly [TypedRows, string]>([
    [
      [
        [0, 0],
        [250_000, 0.1],
      ],
      "followed",
    ],
    [
      [
        [...HEADED, "Name", "Rate lock"],
        [0, 0, "", ""],
        [250_000, 0.1, "Gold", "a year"],
      ],
      "followed",
    ],
    [[["Our offer", ""], [...HEADED], ["USD", "%"], [0, 0], [250_000, 10]], "followed"],
    [[[...HEADED], [0, 0], [250_000, 0.1], ["", ""], ["Valid until June", ""]], "followed"],
    [
      [
        [0, 0],
        [250_000, "10%"],
      ],
      "1 cell of bands holds a number as text: type it as a number first.",
    ],
    [
      [[...HEADED], ["$0k", 0], ["$250k", 0.1]],
      "2 cells of bands hold a number as text: type it as a number first.",
    ],
    [
      [
        ["From", "To", "Discount"],
        [0, 250_000, 0],
        [250_000, "", 0.1],
      ],
      "a column for the end of each band",
    ],
    [
      [
        ["Threshold", 0, 250_000, 500_000],
        ["Discount", 0, 0.1, 0.2],
      ],
      "headings that run down the first column",
    ],
    [
      [
        ["Niveau", "Remise"],
        [0, 0],
        [250_000, 0.1],
      ],
      "headings that do not name threshold and discount",
    ],
    [
      [
        ["", 0, 0],
        ["", 250_000, 0.1],
      ],
      "columns before the threshold or the discount",
    ],
    [
      [
        [...HEADED, "Name"],
        [100_000, 0, ""],
        [250_000, 0.1, ""],
        [350_000, 0.1, "Total"],
      ],
      "a row of totals",
    ],
    [[[...HEADED], [0, 15]], "Discount in row 2 of bands is 15"],
  ])("%j: %s", (rows, what) => {
    expect(sentence(readBandsArea(rangeOf(rows), rows))).toContain(what);
  });

  test("says what workings can follow", () => {
    const rows = [
      ["From", "To", "Discount"],
      [0, 250_000, 0],
      [250_000, "", 0.1],
    ];
    expect(sentence(readBandsArea(rangeOf(rows), rows))).toBe(
      "Workings cannot follow a column for the end of each band in bands: put the threshold and the discount of each band into a row, below one row of headings.",
    );
  });
});

describe("readForecastArea()", () => {
  test.each<readonly [TypedRows, string]>([
    [[[700_000]], "followed"],
    [[[300_000], [""], [500_000]], "followed"],
    [[[300_000, 500_000, 900_000]], "followed"],
    [
      [
        ["Distribution", "PERT"],
        ["Low", 1],
        ["Mode", 2],
        ["High", 3],
      ],
      "followed",
    ],
    [
      [
        ["Usage", "Probability"],
        [300_000, 0.5],
        [500_000, 0.5],
      ],
      "followed",
    ],
    [
      [
        ["Usage", "Probability %"],
        [300_000, 50],
        [500_000, 50],
      ],
      "probabilities in percent",
    ],
    [[["Usage"], [300_000], [500_000]], "headings above usages"],
    [
      [
        ["Mean", "CV", "SD"],
        [700_000, 0.3, ""],
      ],
      "labels across",
    ],
    [
      [
        ["Mean", 700_000],
        ["CV", "35%"],
      ],
      "1 cell of forecast holds a number as text",
    ],
    [[["Mean", 700_000]], "give Mean with CV"],
  ])("%j: %s", (rows, what) => {
    expect(sentence(readForecastArea(rangeOf(rows), rows))).toContain(what);
  });
});

describe("readTermsArea()", () => {
  test.each<readonly [TypedRows, string]>([
    [
      [
        ["Term", "Value"],
        ["Overage", "committed"],
      ],
      "followed",
    ],
    [
      [["Overage premium", "5%"]],
      "1 cell of terms holds a number as text: type it as a number first.",
    ],
    [[["Overage", "list", "as agreed"]], "more or fewer than two columns"],
    [[["Overage", "free"]], 'Overage in row 1 of terms is "free"'],
  ])("%j: %s", (rows, what) => {
    expect(sentence(readTermsArea(rangeOf(rows), rows))).toContain(what);
  });
});

describe("hasTwin()", () => {
  test("is what the list of functions in plain Excel says, and docs/functions.md after it", () => {
    for (const name of COMMIT_FUNCTIONS) {
      const listed = IN_PLAIN_EXCEL[name];
      expect([name, hasTwin(name)]).toEqual([name, "steps" in listed]);
      const [, entry = ""] =
        new RegExp(`\n### ${name}\n(.*?)(?=\n##|$)`, "s").exec(REFERENCE) ?? [];
      expect(entry).toContain(
        "steps" in listed
          ? `In plain Excel: yes, in steps: ${listed.steps}.`
          : `In plain Excel: as a value, because ${listed.because}.`,
      );
    }
  });

  test.each(COMMIT_FUNCTIONS.filter((name) => !hasTwin(name)))(
    "without one, %s says why and what to do",
    (name) => {
      const { blocks } = stepsDown();
      const twin = twinOf(blocks, name, []);
      expect(sentence(twin)).toMatch(
        new RegExp(
          `^${name} has no formula in Excel's own functions, because .{20,}: freeze its value`,
        ),
      );
    },
  );
});
