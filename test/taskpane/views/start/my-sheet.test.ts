import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import { byInput, type DealInput } from "../../../../src/deal/deal-inputs";
import { readDealSource } from "../../../../src/taskpane/kit/deal-source";

type Cells = readonly (readonly unknown[])[];

/** What the form understands of one part that stands beside good bands. */
function read(part: DealInput, cells: Cells, usage?: Cells) {
  const found: Partial<Record<DealInput, Cells>> = {
    Bands: [[250_000, 0.1]],
    ...(usage && { Usage: usage }),
    [part]: cells,
  };
  const texts = byInput((one) => (found[one] ? "X" : ""));
  return readDealSource(
    {
      texts,
      foundFor: texts,
      found: byInput((one) => {
        const there = found[one];
        return there
          ? { kind: "cells", reference: "X", isName: true, address: "Deal!B5", cells: there }
          : { kind: "none" };
      }),
    },
    US_DOLLAR,
  );
}

const MONTHS = Array.from({ length: 12 }, (_, month) => [50_000 + 380 * month]);

describe("what demanding users put on their sheets", () => {
  test.each([
    ["Total", 750_000, ""],
    ["Total", "", ""],
    ["Sum", 750_000, 0.25],
    ["TOTAL:", 750_000, ""],
  ])("names the row %j of bands as left out", (...total) => {
    const { field, warnings } = read("Bands", [
      ["Tier", "Annual commit", "Rebate"],
      ["Bronze", 250_000, 0.1],
      ["Silver", 500_000, 0.15],
      total,
    ]).parts.Bands;
    expect(field).toMatchObject({ echo: "2 bands: $250,000 10%, $500,000 15%", error: "" });
    expect(warnings[0]).toMatch(
      /^Row 4 of Bands, “(Total|Sum|TOTAL:)”, is no band and is left out\.$/,
    );
  });

  test.each<readonly [string, DealInput, Cells, string]>([
    [
      "names before amounts",
      "Bands",
      [
        ["Tier", "Annual commit", "Rebate"],
        ["Bronze", 250_000, 0.1],
        ["Silver", 500_000, 0.15],
      ],
      "2 bands: $250,000 10%, $500,000 15%",
    ],
    [
      "a title above",
      "Bands",
      [
        ["Offer 2026", ""],
        ["Threshold", "Discount"],
        [250_000, 0.1],
      ],
      "1 band: $250,000 10%",
    ],
    [
      "a total below",
      "Bands",
      [
        ["Threshold", "Discount"],
        [250_000, 0.1],
        [500_000, 0.15],
        ["Total", ""],
      ],
      "2 bands: $250,000 10%, $500,000 15%",
    ],
    [
      "high to low",
      "Bands",
      [
        ["Threshold", "Discount"],
        [500_000, 0.15],
        [250_000, 0.1],
        [0, 0],
      ],
      "3 bands: $0 0%, $250,000 10%, $500,000 15%",
    ],
    [
      "the pane's own words",
      "Terms",
      [
        ["Overage", "at list"],
        ["Forfeited share", "forfeited"],
      ],
      "net basis, overage at list, shortfall forfeited",
    ],
    [
      "the committed rate in words",
      "Terms",
      [["Overage", "at the committed rate"]],
      "net basis, overage at the committed rate, shortfall forfeited",
    ],
    [
      "shortfall returned",
      "Terms",
      [["Forfeited share", "returned"]],
      "net basis, overage at list, shortfall returned",
    ],
    [
      "a column of years",
      "Forecast",
      [["Usage"], [500_000], [620_000], [700_000]],
      "3 possible years from $500,000 to $700,000, mean $606,667",
    ],
  ])("understands %s", (_what, part, cells, echo) => {
    expect(read(part, cells).parts[part].field).toMatchObject({ echo, error: "" });
  });

  test.each<readonly [DealInput, Cells, string, string]>([
    ["Usage", [[600_000, ""]], "$600,000", ""],
    ["Usage", [[600_000], [null]], "$600,000", ""],
    ["Usage", [[50_000], [52_000], [55_000]], "", 'Usage is "3 values": give a number.'],
    ["Commitment", [[480_000, 500_000]], "", 'Commitment is "2 values": give a number.'],
    ["Commitment", [["", 480_000]], "", 'Commitment is "2 values": give a number.'],
    ["Commitment", [["Commitment", 480_000]], "", 'Commitment is "2 values": give a number.'],
  ])("reads %s of %j as one number or none", (part, cells, echo, error) => {
    const { field } = read(part, cells).parts[part];
    expect(field).toMatchObject({
      echo,
      error: expect.stringMatching(error === "" ? /^$/ : error),
    });
  });

  test("takes Likely for Mode", () => {
    const { echo } = read("Forecast", [
      ["Distribution", "PERT"],
      ["Low", 300_000],
      ["Likely", 600_000],
      ["High", 900_000],
    ]).parts.Forecast.field;
    expect(echo).toMatch(/^PERT, mean \$600,000,/);
  });

  test("asks what twelve numbers are that sum to the usage", () => {
    const sumUsd = MONTHS.flat().reduce((sum, usd) => sum + usd, 0);
    const reading = read("Forecast", MONTHS, [[sumUsd]]);
    expect(reading.partsOfYear).toMatchObject({ count: 12 });
    expect(reading.obstacles).toEqual([expect.stringMatching(/^Say what each of the 12/)]);
  });

  test("suggests a term by its meaning", () => {
    const { error } = read("Terms", [["Unused commitment", 0.5]]).parts.Terms.field;
    expect(error).toContain("did you mean Forfeited share?");
  });

  test("warns of thresholds that may be thousands", () => {
    const { warnings } = read(
      "Bands",
      [
        [250, 0.1],
        [500, 0.15],
      ],
      [[700_000]],
    ).parts.Bands;
    expect(warnings).toEqual([
      "The highest threshold is $500 against usage of $700,000: if the thresholds are in thousands, write them in full.",
    ]);
  });

  test("names the cell of a fault once for fourteen alike", () => {
    const rows = Array.from({ length: 14 }, (_, index) => [250_000 * (index + 1), 10 + index]);
    const { error } = read("Bands", [["Threshold", "Discount"], ...rows]).parts.Bands.field;
    expect(error.split("\n")).toHaveLength(1);
  });
});
