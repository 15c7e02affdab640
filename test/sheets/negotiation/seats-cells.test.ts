import { describe, expect, test } from "vitest";
import {
  DATES_COLUMNS,
  DATES_HEADING,
  END_OF_DATES,
  holdsTyping,
  readSeatsAndDates,
  SEATS_COLUMNS,
  typedTables,
} from "../../../src/sheets/negotiation/seats-cells";

type Row = readonly unknown[];

/** A sheet with these rows in its tables. */
function sheetOf(seats: readonly Row[], dates: readonly Row[] = []): readonly Row[] {
  return [
    ...[["Seats and dates"], ["The answer"], [...SEATS_COLUMNS]],
    ...[...seats, [""], [DATES_HEADING], [...DATES_COLUMNS]],
    ...[...dates, [END_OF_DATES], ["The scenario, found by its name"], ["Scenario", "Reach"]],
  ];
}

const GOOD: Row = ["Team", 100, 60, 12, "yes", 0.15, 61_200, 61_200];

describe("seats", () => {
  test.each<readonly [row: Row, read: object]>([
    [GOOD, { count: 100, priceUsdAMonth: 60, months: 12, counts: true, discount: 0.15 }],
    [["Team", 100, 60, 12, "Yes ", "YES"], { counts: true, discount: "band" }],
    [["Team", 100, 60, 12, "no", "no"], { counts: false, discount: 0 }],
    [["Team", 100, 60, 12, "no", ""], { discount: 0 }],
    [["Team", 0, 0, 0, "no", 0], { count: 0, priceUsdAMonth: 0, months: 0 }],
    [["", 1, 25.5, 0.5, "no", 0.999], { product: "Seats without a product", months: 0.5 }],
  ])("%j is read", (row, read) => {
    const { seats, seatProblems } = readSeatsAndDates(sheetOf([row]));
    expect(seatProblems).toEqual([]);
    expect(seats).toHaveLength(1);
    expect(seats[0]).toMatchObject(read);
  });

  test.each<readonly [row: Row, problem: string]>([
    [["Team"], "Count of Team is blank: write how many seats there are, such as 40."],
    [["Team", "abc", 60, 12, "yes"], "Count of Team is abc"],
    [["Team", "100", 60, 12, "yes"], "Count of Team is 100"],
    [["Team", -1, 60, 12, "yes"], "Count of Team is -1"],
    [["Team", 1e10, 60, 12, "yes"], "Count of Team"],
    [["Team", 100, "$60", 12, "yes"], "Price a month of Team is $60"],
    [
      ["Team", 100, 60, 36, "yes"],
      "Months of Team is 36: write the months of one year, 12 at most.",
    ],
    [["Team", 100, 60, 12, ""], "Counts toward the commitment of Team is blank: write yes or no."],
    [["Team", 100, 60, 12, true], "Counts toward the commitment of Team is true"],
    [
      ["Team", 100, 60, 12, "yes", 15],
      "Discount of Team is 15: write yes, no, or a percentage such as 15%.",
    ],
    [["Team", 100, 60, 12, "yes", "15%"], "Discount of Team is 15%"],
    [["Team", 100, 60, 12, "yes", 1], "Discount of Team is 1"],
    [["", "", "", "", "", "yes"], "Count of Seats without a product is blank"],
  ])("%j is refused", (row, problem) => {
    const { seats, seatProblems } = readSeatsAndDates(sheetOf([GOOD, row]));
    expect(seats).toHaveLength(1);
    expect(seatProblems).toHaveLength(1);
    expect(seatProblems[0]).toContain(problem);
  });
});

describe("dates", () => {
  const END: Row = ["Term end", 46_400];

  test.each<readonly [rows: readonly Row[], read: readonly object[], problems: readonly string[]]>([
    [[END], [{ what: "Term end", day: 46_400, noticeDays: 0 }], []],
    [[["Term end", ""]], [], []],
    [
      [END, ["Notice to renew or cancel", "", 60]],
      [{}, { what: "Notice to renew or cancel", day: 46_400, noticeDays: 60 }],
      [],
    ],
    [[END, ["notice to renew or cancel", 46_300, 30]], [{}, { day: 46_300, noticeDays: 30 }], []],
    [[["Notice to renew or cancel", "", 60]], [], []],
    [[["Audit", 46_200.75, 7]], [{ what: "Audit", day: 46_200, noticeDays: 7 }], []],
    [
      [["Term end", "31/12/2026"]],
      [],
      ["Term end is 31/12/2026: write a date, such as 2027-01-08."],
    ],
    [
      [
        ["Term end", "soon"],
        ["Notice to renew or cancel", "", 60],
      ],
      [],
      ["Term end is soon: write a date, such as 2027-01-08."],
    ],
    [[["Term end", 46_400, 1.5]], [], ["Notice of Term end is 1.5: write whole days, such as 60."]],
    [
      [["Term end", 46_400, "two months"]],
      [],
      ["Notice of Term end is two months: write whole days, such as 60."],
    ],
    [[["Audit", "", 30]], [], ["Audit has days of notice and no date: write its date."]],
    [[["", 46_400]], [], ["A date has no name: write what it is beside it."]],
    [[["Term end", 2_027]], [], ["Term end is 2027: write a date, such as 2027-01-08."]],
  ])("%j are read", (rows, read, problems) => {
    const { dates, dateProblems } = readSeatsAndDates(sheetOf([], rows));
    expect(dateProblems).toEqual(problems);
    expect(dates).toHaveLength(read.length);
    expect(dates).toMatchObject(read);
  });
});

test("what was typed is kept row by row as it is written: formulas, and texts that look like them", () => {
  const values = sheetOf(
    [GOOD, [""], ["=cmd", 40, 30, 12, "no", "1-2"]],
    [["Term end", 46_400, 30, 46_370, 41, "in 41 days"]],
  );
  const formulas = values.map((row, at) => (at === 3 ? ["Team", "=50*2", ...row.slice(2)] : row));
  const { seats, dates } = typedTables(values, formulas);
  expect(seats.slice(0, 3)).toEqual([
    ["Team", { kind: "reference", reference: "50*2" }, 60, 12, "yes", 0.15],
    ["", "", "", "", "", ""],
    ["'=cmd", 40, 30, 12, "no", "'1-2"],
  ]);
  expect(dates).toEqual([["Term end", 46_400, 30]]);
});

test("dates that are named and not given are no typing, a notice is", () => {
  const named: readonly Row[] = [["Term end", ""], ["Next band review"]];
  expect(holdsTyping(sheetOf([], named))).toBe(false);
  expect(holdsTyping(sheetOf([], [["Term end", "", 60]]))).toBe(true);
  expect(holdsTyping(sheetOf([["", "", "", "", "yes"]], named))).toBe(true);
});
