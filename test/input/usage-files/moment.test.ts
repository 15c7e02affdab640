import { describe, expect, test } from "vitest";
import { dayText, monthOfDay, monthText } from "../../../src/core/calendar";
import { dayAt, readMoment, readMonth } from "../../../src/input/usage-files/text/moment";
import { promptRange } from "../../../src/input/usage-files/text/prompt-range";

describe("readMoment() reads dates with the year first", () => {
  test.each([
    ["2026-09-01", "2026-09-01", false],
    ["2026/9/1", "2026-09-01", false],
    ["2026.09.01", "2026-09-01", false],
    [" 2026-09-01 ", "2026-09-01", false],
    ["2026-09-01 00:00", "2026-09-01", true],
    ["2026-09-01T23:59:59.999Z", "2026-09-01", true],
    ["2026-09-01 23:59:59 UTC", "2026-09-01", true],
    ["2026-10-07T23:30:00-05:00", "2026-10-08", true],
    ["2026-10-01 01:30:00+0200", "2026-09-30", true],
    ["2024-02-29", "2024-02-29", false],
    ["2000-01-01", "2000-01-01", false],
    ["2099-12-31", "2099-12-31", false],
    ["2026-10-07T23:45:00-00:30", "2026-10-08", true],
    ["2026-09-01  10:00", "2026-09-01", true],
  ])("%s is on %s (a time: %s)", (text, day, isTimed) => {
    const read = readMoment(text);
    if (typeof read === "string") throw new Error(read);
    expect([dayText(dayAt(read)), read.isTimed]).toEqual([day, isTimed]);
  });

  test.each([
    ["", "missing"],
    ["NULL", "missing"],
    ["9/1/2026", "ambiguous date"],
    ["01.09.2026", "ambiguous date"],
    ["13-9-26", "ambiguous date"],
    ["on 01/02/2026", "bad date"],
    ["1/2/3", "bad date"],
    ["2026-02-30", "bad date"],
    ["2026-13-01", "bad date"],
    ["2026-09-01 24:00", "bad date"],
    ["2026-09-01 10:60", "bad date"],
    ["2026-09-01 10:00:60", "bad date"],
    ["1999-12-31", "bad date"],
    ["2100-01-01", "bad date"],
    ["2000-01-01 00:30+01:00", "bad date"],
    ["46267", "bad date"],
    ["yesterday", "bad date"],
    ["2026-09", "bad date"],
    ["from 2026-09-01", "bad date"],
    ["2026-09-01 and later", "bad date"],
    ["2026-09-01 at 10:00", "bad date"],
  ])("%j is refused: %s", (text, fault) => {
    expect(readMoment(text)).toBe(fault);
  });
});

describe("readMonth() reads months as people write them", () => {
  test.each([
    ["2026-03", "2026-03"],
    ["2026/3", "2026-03"],
    [" 2026-03 ", "2026-03"],
    ["Mar 2026", "2026-03"],
    ["march  2026", "2026-03"],
    ["MAY 2026", "2026-05"],
    ["202603", "2026-03"],
    ["202613", "bad date"],
    ["20263", "bad date"],
    ["2026031", "bad date"],
    ["Sep-2026", "2026-09"],
    ["Sept 2026", "2026-09"],
    ["September, 2026", "2026-09"],
    ["Oct. 2026", "2026-10"],
    ["oct/2026", "2026-10"],
    ["Jan-26", "bad date"],
    ["Septem 2026", "bad date"],
    ...[
      ...["January", "February", "March", "April", "May", "June", "July", "August", "September"],
      ...["October", "November", "December"],
    ].map((name, index) => [`${name} 2026`, `2026-${String(index + 1).padStart(2, "0")}`]),
    ["Augus 2026", "bad date"],
    ["2026-03-31", "2026-03"],
    ["2026-03-31T23:30:00-02:00", "2026-04"],
    ["2026-00", "bad date"],
    ["Mrz 2026", "bad date"],
    ["Mar 26", "bad date"],
    ["3/2026", "bad date"],
    ["FY 2026-03", "bad date"],
    ["2026-03 to 2026-05", "bad date"],
    ["early March 2026", "bad date"],
    ["March 2026 to May", "bad date"],
    ["03/01/2026", "ambiguous date"],
    ["", "missing"],
  ])("%j is %s", (text, expected) => {
    const read = readMonth(text);
    expect(typeof read === "string" ? read : monthText(monthOfDay(dayAt(read)))).toBe(expected);
  });
});

describe("promptRange() reads context windows", () => {
  const INFINITY = Number.POSITIVE_INFINITY;
  test.each([
    ["\u2264 200k", 0, 200_000],
    ["<= 200k", 0, 200_000],
    ["= 200k", 0, 200_000],
    ["? 200k", 0, 200_000],
    ["\u00e2\u2030\u00a4 200k", 0, 200_000],
    ["0-200k", 0, 200_000],
    ["\u2264 200,000", 0, 200_000],
    ["200-400k", 200_000, 400_000],
    ["200k-1M", 200_000, 1_000_000],
    ["200K \u2013 1.5m tokens", 200_000, 1_500_000],
    ["> 200k", 200_000, INFINITY],
    ["\u2265 1m", 1_000_000, INFINITY],
    ["over 200,000", 200_000, INFINITY],
    ["200k+", 200_000, INFINITY],
    [" 200k+ ", 200_000, INFINITY],
    ["0.25-1.25m", 250_000, 1_250_000],
    ["", 0, INFINITY],
    ["NULL", 0, INFINITY],
    ["not_available", 0, INFINITY],
    ["long", 0, INFINITY],
    ["1-2-3", 0, INFINITY],
  ])("%j is above %d up to %d", (text, aboveTokens, upToTokens) => {
    expect(promptRange(text)).toEqual({ aboveTokens, upToTokens });
  });
});
