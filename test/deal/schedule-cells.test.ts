import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import { readSchedule, type ScheduleYear } from "../../src/deal/schedule-cells";

type Rows = readonly (readonly unknown[])[];

function year(usageUsd?: number, commitmentUsd?: number, listIndex?: number): ScheduleYear {
  return { usageUsd, commitmentUsd, listIndex };
}

describe("readSchedule()", () => {
  test.each<[what: string, cells: Rows, years: readonly ScheduleYear[]]>([
    [
      "all three columns",
      [
        ["Year", "Usage", "Commitment", "List index"],
        [1, 700_000, 250_000, 1],
        [2, 900_000, 500_000, 0.8],
      ],
      [year(700_000, 250_000, 1), year(900_000, 500_000, 0.8)],
    ],
    [
      "one column alone",
      [["Commitment"], [250_000], ["500k"]],
      [year(undefined, 250_000), year(undefined, 500_000)],
    ],
    [
      "any order, with capitals",
      [
        ["LIST INDEX", "usage"],
        ["80%", "1.2M"],
      ],
      [year(1_200_000, undefined, 0.8)],
    ],
    [
      "a unit in the headings",
      [
        ["Usage, USD", "Commitment (€)"],
        [1, 2],
      ],
      [year(1, 2)],
    ],
    [
      "blank cells as without",
      [
        ["Year", "Usage", "Commitment"],
        [1, "", 250_000],
        [2, 900_000, ""],
        [3, "", ""],
      ],
      [year(undefined, 250_000), year(900_000), year()],
    ],
    [
      "a typed 0 as an amount",
      [
        ["Usage", "Commitment"],
        [0, 0],
        [5, 0],
      ],
      [year(0, 0), year(5, 0)],
    ],
    [
      "titles above and blank rows below",
      [
        ["Years of the term", ""],
        ["", ""],
        ["Usage", "Commitment"],
        [1, 2],
        ["", ""],
      ],
      [year(1, 2)],
    ],
    [
      "calendar years",
      [
        ["Year", "Usage"],
        [2027, 1],
        [2028, 2],
      ],
      [year(1), year(2)],
    ],
    [
      "years in words",
      [
        ["Contract year", "Usage"],
        ["Year 1", 1],
        ["Year 2", 2],
      ],
      [year(1), year(2)],
    ],
    [
      "fiscal years and a column of words",
      [
        ["Year", "Usage", "Note"],
        ["FY27", 1, "as forecast"],
        ["FY28", 2, "new region"],
      ],
      [year(1), year(2)],
    ],
  ])("reads %s", (_, cells, years) => {
    expect(readSchedule(cells)).toEqual({ ok: true, value: years });
  });

  test.each<[what: string, cells: Rows, sentence: string]>([
    [
      "nothing",
      [],
      "schedule is missing: give a row a year under the headings Usage, Commitment or List index",
    ],
    ["headings alone", [["Usage", "Commitment"]], "schedule is missing: give a row a year"],
    [
      "no headings",
      [[700_000, 250_000]],
      "schedule has no column headed Usage, Commitment or List index",
    ],
    [
      "a heading that is none of them",
      [
        ["Volume", "Amount"],
        [1, 2],
      ],
      "schedule has no column headed",
    ],
    [
      "a column that nothing prices",
      [
        ["Usage", "Growth"],
        [1, 0.1],
      ],
      'column 2 of schedule is headed "Growth": did you mean Usage, Commitment or List index? Then head it so, or leave the column out',
    ],
    [
      "figures without a heading",
      [
        ["Usage", ""],
        [1, 500_000],
      ],
      'column 2 of schedule is headed ""',
    ],
    [
      "headings down the first column",
      [
        ["Year", 1, 2],
        ["Commitment", 250_000, 500_000],
      ],
      "schedule is missing: give a row a year under the headings",
    ],
    [
      "headings of several rows down the first column",
      [
        ["Usage", 700_000, 900_000],
        ["Commitment", 250_000, 500_000],
      ],
      'Usage in row 2 of schedule is "Commitment": give a number',
    ],
    [
      "a misspelt heading",
      [
        ["Usage", "Comitment"],
        [1, 2],
      ],
      'column 2 of schedule is headed "Comitment": did you mean Commitment',
    ],
    [
      "a heading twice",
      [
        ["Usage", "Usage"],
        [1, 2],
      ],
      "schedule has the heading Usage twice",
    ],
    ["words", [["Usage"], ["a lot"]], 'Usage in row 2 of schedule is "a lot": give a number'],
    [
      "a negative amount",
      [["Commitment"], [-5]],
      "Commitment in row 2 of schedule is -5: give an amount of 0 or more",
    ],
    [
      "a number that reads two ways",
      [["Commitment"], ["500.000"]],
      'Commitment in row 2 of schedule is "500.000", which may mean',
    ],
    [
      "an error of Excel",
      [["Usage"], ["#REF!"]],
      "Usage in row 2 of schedule holds the error #REF!",
    ],
    [
      "an index as a percentage typed as a number",
      [["List index"], [80]],
      "List index in row 2 of schedule is 80: give an index above 0 and up to 10",
    ],
    [
      "an index of 0",
      [["List index"], [0]],
      "List index in row 2 of schedule is 0: give an index above 0",
    ],
    [
      "more than ten years",
      [["Usage"], ...Array.from({ length: 11 }, () => [1])],
      "schedule has 11 entries: give at most 10, a row a contract year",
    ],
    [
      "a year left out",
      [
        ["Year", "Usage"],
        [1, 1],
        [3, 2],
      ],
      "Year in row 3 of schedule is 3: give 2: the rows are consecutive years",
    ],
    [
      "years that begin late",
      [
        ["Year", "Usage"],
        [2, 1],
      ],
      "Year in row 2 of schedule is 2: give 1 for the first year",
    ],
    [
      "years in reverse",
      [
        ["Year", "Usage"],
        [2028, 1],
        [2027, 2],
      ],
      "Year in row 3 of schedule is 2027: give 2029",
    ],
    [
      "a total under the years",
      [
        ["Year", "Usage"],
        [1, 1],
        [2, 2],
        ["Total", 3],
      ],
      "the label in row 4 of schedule is Total: give years alone, without a row for their sum",
    ],
    [
      "a total in a column of words",
      [
        ["", "Usage"],
        ["First", 1],
        ["Sum", 3],
      ],
      "the label in row 3 of schedule is Sum",
    ],
    [
      "a note under the years",
      [
        ["Year", "Usage"],
        [1, 1],
        ["in USD", 5],
      ],
      "Year in row 3 of schedule is in USD",
    ],
    [
      "a blank row between years",
      [["Usage"], [1], [""], [2]],
      "a year in row 3 of schedule is missing: give its usage, commitment or list index, or delete that row",
    ],
  ])("refuses %s", (_, cells, sentence) => {
    const read = readSchedule(cells);
    const said = read.ok ? "" : describeErrors(read.errors, US_DOLLAR);
    expect(said.toLowerCase()).toContain(sentence.toLowerCase());
  });
});
