import { describe, expect, test } from "vitest";
import {
  centsText,
  decimal,
  larger,
  smaller,
  toNumber,
} from "../../../src/input/usage-files/text/decimal";
import { readAmount, readCount, type Separator } from "../../../src/input/usage-files/text/numbers";
import {
  costTypeWord,
  geoWord,
  isForeign,
  plainWord,
  serviceWord,
  speedWord,
} from "../../../src/input/usage-files/text/words";

const amountOf = (text: string, separator: Separator, mayBeNegative = false) => {
  const read = readAmount(text, separator, { mayBeNegative });
  return typeof read === "string" ? read : toNumber(read);
};

describe("readCount() reads whole numbers as people and programs write them", () => {
  test.each<readonly [string, Separator, number | string]>([
    ["", ",", 0],
    ["NULL", ",", 0],
    ["  ", ",", 0],
    ["12", ",", 12],
    ["1,234", ",", 1_234],
    ["1.234", ",", 1_234],
    ["1.234", ";", 1_234],
    ["1,234", "\t", 1_234],
    ["1.234.567", ",", 1_234_567],
    ["1 234 567", ",", 1_234_567],
    ["1\u202f234", ";", 1_234],
    ["1'234'567", ",", 1_234_567],
    ["1234.0", ",", 1_234],
    ["1.2E+07", ",", 12_000_000],
    ["1,2E+07", ";", 12_000_000],
    ["9007199254740991", ",", 9_007_199_254_740_991],
    ["9007199254740992", ",", "too large"],
    ["1e400", ",", "too large"],
    ["7.5", ",", "not whole"],
    ["0.125", ",", "not whole"],
    ["8e-07", ",", "not whole"],
    ["-5", ",", "negative"],
    ["(5)", ",", "negative"],
    ["-(5)", ",", "bad number"],
    ["5-", ",", "bad number"],
    ["(5", ",", "bad number"],
    ["--5", ",", "bad number"],
    ["1,23,456", ",", "bad number"],
    ["12k", ",", "bad number"],
    ["0x10", ",", "bad number"],
    ["1.234,567.8", ",", "bad number"],
    ["none", ",", "bad number"],
    ["1/2", ",", "bad number"],
    ["1:2", ",", "bad number"],
    ["1.5e5", ",", 150_000],
    ["1.55E1", ",", "not whole"],
    ["1e1234", ",", "bad number"],
    ["x1e5", ",", "bad number"],
    ["1e5x", ",", "bad number"],
    ["1.e5", ",", "bad number"],
    ["01,234", ",", "not whole"],
    ["x1,234", ",", "bad number"],
    ["1,234x", ",", "bad number"],
    ["999999999999999", ",", 999_999_999_999_999],
    ["1000000000000000", ",", 1_000_000_000_000_000],
  ])("%j between %j is %s", (text, separator, expected) => {
    expect(readCount(text, separator)).toBe(expected);
  });
});

describe("readAmount() reads what reads one way", () => {
  test.each<readonly [string, Separator, number | string]>([
    ["", ",", "missing"],
    ["null", ";", "missing"],
    ["$1,234.50", ",", 1_234.5],
    ["US$ 5", ",", 5],
    ["5 USD", ",", 5],
    ["1.651,25", ";", 1_651.25],
    ["1.651,25", ",", 1_651.25],
    ["1,89", ",", 1.89],
    ["1,89", ";", 1.89],
    ["0.125", ";", 0.125],
    ["0,125", "\t", 0.125],
    ["1.250", ",", 1.25],
    ["1,250", ",", 1_250],
    ["1.250", ";", "ambiguous number"],
    ["1,250", "\t", "ambiguous number"],
    ["1.250.000", ";", 1_250_000],
    ["12.345,67", ";", 12_345.67],
    ["1.234.567,89", ",", 1_234_567.89],
    ["1,234,567.89", ",", 1_234_567.89],
    ["12,345.67", ";", 12_345.67],
    ["12'345", ",", 12_345],
    ["12345.678,90", ";", "bad number"],
    ["12345,678.90", ",", "bad number"],
    ["1234'567", ",", "bad number"],
    ["1.2345,6", ",", "bad number"],
    ["1,250,000", ";", 1_250_000],
    ["1'250.50", ";", 1_250.5],
    ["1\u2019250", ";", 1_250],
    [".5", ",", 0.5],
    ["1.5E-05", ",", 0.000015],
    ["8e-07", ",", 0.0000008],
    ["-3", ",", "negative"],
    ["(3.5)", ",", "negative"],
    ["-0", ",", 0],
    ["1.2.3", ",", "bad number"],
    ["€5", ",", "bad number"],
    ["12,34,56", ";", "bad number"],
    ["usd 5", ",", 5],
    ["us$5", ",", 5],
    [",5", ";", 0.5],
    ["123.456", ";", "ambiguous number"],
    ["1.234.567,5", ";", 1_234_567.5],
    ["1'234,5", ";", 1_234.5],
    ["1\u2019234,5", ";", 1_234.5],
    ["1\u2019234.5", ",", 1_234.5],
    ...["x1.234,5", "1.234,5x", "x1,234.5", "1,234.5x", "x1'234", "1'234x", "x.5", ".5x"].map(
      (text): [string, Separator, string] => [text, ",", "bad number"],
    ),
    ...["(5))", "((5)", "x(5)", "(5)x", "5-", "$", "e5"].map(
      (text): [string, Separator, string] => [text, ",", "bad number"],
    ),
  ])("%j between %j is %s", (text, separator, expected) => {
    expect(amountOf(text, separator)).toBe(expected);
  });

  test.each([
    ["-3.25", -3.25],
    ["(51,900)", -51_900],
    ["\u22120.5", -0.5],
    ["($1,234.50)", -1_234.5],
  ])("%j is %d where amounts may be negative", (text, expected) => {
    expect(amountOf(text, ",", true)).toBe(expected);
  });
});

describe("words of a row that mean the same", () => {
  test.each([
    ["", false],
    ["NULL", false],
    ["None", false],
    ["usd", false],
    ["$", false],
    [" US$ ", false],
    ["US $", false],
    ["US dollar", false],
    ["us dollars", false],
    ["EUR", true],
    ["A$", true],
    ["USDC", true],
    ["US dollars and cents", true],
    ["Australian dollars", true],
  ])("%j is another currency: %s", (text, isOther) => {
    expect(isForeign(text)).toBe(isOther);
  });

  test.each([
    [serviceWord, "", "standard"],
    [serviceWord, "Message", "standard"],
    [serviceWord, "Batch", "batch"],
    [geoWord, "null", "global"],
    [geoWord, "Not_Available", "global"],
    [geoWord, "US", "us"],
    [speedWord, "", "standard"],
    [speedWord, "Fast", "fast"],
    [costTypeWord, "Token", ""],
    [costTypeWord, "tokens", ""],
    [costTypeWord, "Web_Search", "web_search"],
    [plainWord, " None ", ""],
    [plainWord, " Nonesuch ", "Nonesuch"],
    [plainWord, "is null", "is null"],
  ] as const)("%o of %j is %j", (word, text, expected) => {
    expect(word(text)).toBe(expected);
  });
});

describe("amounts are compared as decimals", () => {
  test.each<readonly [string, string, string, string]>([
    ["1.5", "1.25", "1.25", "1.5"],
    ["1.25", "1.5", "1.25", "1.5"],
    ["0.1", "0.10", "0.1", "0.1"],
    ["123456789012345678", "123456789012345679", "123456789012345678", "123456789012345679"],
  ])("of %s and %s the smaller is %s, the larger %s", (one, other, least, most) => {
    const [first, second] = [decimal(one), decimal(other)];
    expect(smaller(first, second)).toEqual(decimal(least));
    expect(larger(first, second)).toEqual(decimal(most));
  });
});

describe("centsText() rounds the decimal, not a double beside it", () => {
  test.each([
    ["0.005", "0.01"],
    ["0.285", "0.29"],
    ["1.005", "1.01"],
    ["0.0049999999999999999999", "0.00"],
    ["123456789012345678.125", "123456789012345678.13"],
    ["0", "0.00"],
    ["12", "12.00"],
    ["1e3", "1000.00"],
    ["1.5e-5", "0.00"],
    ["0.05", "0.05"],
    ["0.5", "0.50"],
    ["99.995", "100.00"],
  ])("%s is %s", (text, expected) => {
    const read = readAmount(text, ",");
    expect(typeof read === "string" ? read : centsText(read)).toBe(expected);
  });

  test("-0.005 is -0.01, -0.004 is 0.00", () => {
    const cents = (text: string) => {
      const read = readAmount(text, ",", { mayBeNegative: true });
      return typeof read === "string" ? read : centsText(read);
    };
    expect([cents("-0.005"), cents("-0.004")]).toEqual(["-0.01", "0.00"]);
  });
});
