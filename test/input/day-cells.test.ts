import { describe, expect, test } from "vitest";
import { dayText, monthText } from "../../src/core/calendar";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import { readCell } from "../../src/input/cells/cells";
import { readDay, readMonth } from "../../src/input/day-cells";

const PLACE = { argument: "date" };

function dayRead(raw: unknown): string | undefined {
  const read = readDay(readCell(raw), PLACE);
  if (!read.ok) return describeErrors(read.errors, US_DOLLAR);
  return read.value === undefined ? undefined : dayText(read.value);
}

describe("a day", () => {
  test.each<readonly [unknown, string | undefined]>([
    ["2026-10-07", "2026-10-07"],
    ["2026/10/7", "2026-10-07"],
    ["2026-1-5", "2026-01-05"],
    ["2026-10-07T23:59:59Z", "2026-10-07"],
    ["2026-10-07 08:30", "2026-10-07"],
    ["2026-10-07 8:30:00 PM UTC", "2026-10-07"],
    ["2024-02-29", "2024-02-29"],
    [46301, "2026-10-06"],
    [46301.99, "2026-10-06"],
    [36526, "2000-01-01"],
    [73050.9, "2099-12-31"],
    [{ type: "Double", basicValue: 46301 }, "2026-10-06"],
    [0, undefined],
    ["", undefined],
    [null, undefined],
  ])("%j is %s", (raw, day) => {
    expect(dayRead(raw)).toBe(day);
  });

  test.each<readonly [unknown, RegExp]>([
    ["01/09/2026", /reads two ways: write 2026-01-09 or 2026-09-01/],
    ["01/09/2026 10:00 PM", /write 2026-01-09 or 2026-09-01/],
    ["9.1.2026", /write 2026-01-09 or 2026-09-01/],
    ["31/12/2026", /text such as 2026-12-31/],
    ["2026-02-29", /Date is "2026-02-29": give a day from 2000 to 2099/],
    ["2026-13-01", /give a day/],
    ["2026-10/07", /give a day/],
    ["2026-10", /give a day/],
    ["2026-10-07 noonish", /give a day/],
    ["2026-10-07T23:00:00-05:00", /give a day/],
    ["46301", /give a day/],
    ["1999-12-31", /give a day/],
    [36525, /give a day/],
    [73051, /give a day/],
    [20261007, /give a day/],
    [-1, /give a day/],
    [true, /"TRUE": give a day/],
    ["#N/A", /holds the error #N\/A/],
  ])("%j is refused", (raw, sentence) => {
    expect(dayRead(raw)).toMatch(sentence);
  });
});

function monthRead(raw: unknown): string | undefined {
  const read = readMonth(readCell(raw), { argument: "usage", field: "Month", row: 2 });
  if (!read.ok) return describeErrors(read.errors, US_DOLLAR);
  return read.value === undefined ? undefined : monthText(read.value);
}

describe("a month", () => {
  test.each<readonly [unknown, string | undefined]>([
    ["2026-09", "2026-09"],
    ["2026/9", "2026-09"],
    ["2026-09-30", "2026-09"],
    ["2026-09-01T00:00:00Z", "2026-09"],
    ["Sep 2026", "2026-09"],
    ["sept-2026", "2026-09"],
    ["December 2026", "2026-12"],
    ["May 2026", "2026-05"],
    [46301, "2026-10"],
    ["", undefined],
  ])("%j is %s", (raw, month) => {
    expect(monthRead(raw)).toBe(month);
  });

  test.each([
    ["2026-13"],
    ["2026-00"],
    ["09/2026"],
    ["Sep"],
    ["Sep 26"],
    [202609],
    ["Q3 2026"],
    ["1999-12"],
    ["in 2026-09"],
    ["2026-09 (part)"],
    [true],
  ])("%j is refused", (raw) => {
    expect(monthRead(raw)).toMatch(/^Month in row 2 of usage is .* text such as 2026-09\.$/);
  });

  test("an error in its cell is refused", () => {
    expect(monthRead("#N/A")).toMatch(/^Month in row 2 of usage holds the error #N\/A/);
  });
});
