import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNumberText } from "../../../src/input/cells/text";
import { assertProperty } from "../../support/property";

describe("readNumberText()", () => {
  test.each([
    ["15%", 0.15, "percent"],
    ["15.125%", 0.15125, "percent"],
    ["12.5 %", 0.125, "percent"],
    ["$250k", 250_000, "money"],
    ["US$ 1.2M", 1_200_000, "money"],
    ["1.2M", 1_200_000, "money"],
    ["1.2mm", 1_200_000, "money"],
    ["2bn", 2_000_000_000, "money"],
    ["250000 USD", 250_000, "money"],
    ["USD 250,000.50", 250_000.5, "money"],
    ["1,000", 1000, "none"],
    ["1,234,567.89", 1_234_567.89, "none"],
    ["250 000", 250_000, "none"],
    ["1ʼ250`000", 1_250_000, "none"],
    ["$250´000", 250_000, "money"],
    ["250\u202f000", 250_000, "none"],
    ["(1,000)", -1000, "none"],
    ["($5)", -5, "money"],
    ["-5", -5, "none"],
    ["−5", -5, "none"],
    ["-$5", -5, "money"],
    ["$-5", -5, "money"],
    ["+7", 7, "none"],
    ["0.150", 0.15, "none"],
    [".5", 0.5, "none"],
    [".25", 0.25, "none"],
    ["  7  ", 7, "none"],
    [" ( 1,000 ) ", -1000, "none"],
    ["-  5", -5, "none"],
    ["5   %", 0.05, "percent"],
    ["USD   5", 5, "money"],
    ["$   5", 5, "money"],
    ["5   usd", 5, "money"],
    ["1'000'000.", 1_000_000, "none"],
    ["1’000’000", 1_000_000, "none"],
    ["500.", 500, "none"],
    ["1000.125", 1000.125, "none"],
    ["0", 0, "none"],
    ["1e3", 1000, "none"],
    ["$1.250E-1", 0.125, "money"],
    ["1,23,456", 123_456, "none"],
    ["12,34,56,789.5", 123_456_789.5, "none"],
    ["２５０，０００", 250_000, "none"],
  ])("reads %s as %d", (text, value, unit) => {
    expect(readNumberText(text)).toEqual({ kind: "number", value, unit });
  });

  test.each([
    ["500.000", [500, 500_000]],
    ["1.234", [1.234, 1234]],
    ["$1.250k", [1250, 1_250_000]],
    ["-2.500", [-2.5, -2500]],
  ])("does not choose between the readings of %s", (text, readings) => {
    expect(readNumberText(text)).toEqual({ kind: "ambiguous", readings });
  });

  test.each([
    ["1,5", "1.5"],
    ["1.234.567", "1,234,567"],
    [" $1.234.567,89 ", "$1,234,567.89"],
    ["12,3456", "12.3456"],
    ["-0,5", "-0.5"],
    ["10,5 %", "10.5 %"],
    ["1 250 000,5", "1 250 000.5"],
    ["0,500", "0.500"],
    ["(0'500)", "(0.500)"],
    ["15,125%", "15.125%"],
    ["15 125 %", "15.125 %"],
  ])("says how %j is written", (text, written) => {
    expect(readNumberText(text)).toEqual({ kind: "swappedSeparators", written });
    expect(readNumberText(written).kind).toBe("number");
  });

  test.each([
    "",
    "lots",
    "1.2.3",
    "1,2,3",
    "1’00",
    "--5",
    "(-5)",
    "5%k",
    "5k%",
    "1e3%",
    "5 (6)",
    "(5) 6",
    "2\u00a05",
    "..5",
    "$- 5",
    "$15%",
    "€5",
    "5 apples",
    "k",
    "$",
    "%",
  ])("takes %j for no number", (text) => {
    expect(readNumberText(text)).toEqual({ kind: "notANumber" });
  });
});

describe("properties", () => {
  test("an amount reads back from every spelling", () => {
    assertProperty(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (whole) => {
        const usd = whole / 100;
        const grouped = usd.toLocaleString("en-US", { minimumFractionDigits: 2 });
        for (const text of [
          usd.toFixed(2),
          grouped,
          `$${grouped}`,
          `${grouped} USD`,
          `USD ${grouped}`,
          grouped.replaceAll(",", " "),
        ])
          expect(readNumberText(text)).toMatchObject({ kind: "number", value: usd });
      }),
    );
  });

  test("no text makes it throw or answer anything but a finite number", () => {
    assertProperty(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[-+(]?[$]?[\d., ]{0,12}[kMb%)]?$/)),
        (text) => {
          const read = readNumberText(text);
          if (read.kind === "number") expect(Number.isFinite(read.value)).toBe(true);
          if (read.kind === "ambiguous")
            for (const value of read.readings) expect(Number.isFinite(value)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
