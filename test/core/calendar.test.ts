import { describe, expect, test } from "vitest";
import {
  dayOf,
  dayText,
  FIRST_DAY,
  LAST_DAY,
  monthOf,
  monthOfDay,
  monthsLater,
  monthText,
} from "../../src/core/calendar";
import { firstDayOf } from "../../src/term/first-day";

const JANUARY_2026 = 24_312;

describe("days", () => {
  test.each([
    [2026, 1, 1, 46_023],
    [2000, 1, 1, FIRST_DAY],
    [2099, 12, 31, LAST_DAY],
    [2024, 2, 29, 45_351],
    [2026, 2, 29, undefined],
    [2026, 4, 31, undefined],
    [2026, 4, 0, undefined],
    [2026, 1, 366, undefined],
    [2026, 13, 1, undefined],
    [2026, 0, 1, undefined],
    [1999, 12, 31, undefined],
    [2100, 1, 1, undefined],
  ])("dayOf(%d, %d, %d) is %j", (year, month, dayOfMonth, day) => {
    expect(dayOf(year, month, dayOfMonth)).toBe(day);
  });

  test("are written with the year first, and are in their month", () => {
    expect(dayText(46_023)).toBe("2026-01-01");
    expect([46_022, 46_023, 46_053, 46_054].map(monthOfDay)).toEqual(
      [-1, 0, 0, 1].map((months) => JANUARY_2026 + months),
    );
  });
});

describe("months", () => {
  test.each([
    [2026, 1, JANUARY_2026],
    [2026, 12, JANUARY_2026 + 11],
    [2026, 0, undefined],
    [2026, 13, undefined],
    [1999, 12, undefined],
  ])("monthOf(%d, %d) is %j", (year, month, expected) => {
    expect(monthOf(year, month)).toBe(expected);
  });

  test("are written with the year first", () => {
    expect(monthText(JANUARY_2026)).toBe("2026-01");
    expect(monthText(JANUARY_2026 + 11)).toBe("2026-12");
  });

  test.each([
    [JANUARY_2026, 46_023],
    [JANUARY_2026 + 1, 46_054],
    [2099 * 12 + 11, LAST_DAY - 30],
    [2100 * 12, LAST_DAY + 1],
  ])("firstDayOf(%d) is %d", (month, day) => {
    expect(firstDayOf(month)).toBe(day);
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-01-15", 12, "2027-01-15"],
    ["2026-03-31", -1, "2026-02-28"],
  ])("%s is %d months before %s", (from, months, to) => {
    const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
    expect(dayText(monthsLater(dayOf(year, month, day) ?? 0, months))).toBe(to);
  });
});
