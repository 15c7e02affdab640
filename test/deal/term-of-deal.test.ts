import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import type { Policies } from "../../src/core/terms";
import { readingAtLoad } from "../../src/deal/assumptions";
import { readDealCells } from "../../src/deal/parse-deal";
import { termOfDeal } from "../../src/deal/term-of-deal";
import { readTermDeal } from "../../src/input/term-deal-cells";
import { TERM_ROWS } from "../../src/sheets/example-deal";
import { ledger } from "../../src/term/ledger";
import { dealCells, EXAMPLE_BANDS } from "../taskpane/pane-scenarios";

type Rows = readonly (readonly unknown[])[];
/** Arguments of TERM_SCHEDULE beside the bands. */
type Asked = readonly [usage: unknown, commitment: unknown, terms: Rows, listIndex?: unknown];

const column = (...values: readonly number[]): Rows => values.map((value) => [value]);

function priced(
  schedule: Rows | null,
  terms: Rows = [],
  policies: Partial<Policies> = {},
  commitmentsUsd?: readonly number[],
) {
  const reading = readDealCells(dealCells({ schedule, terms: [...TERM_ROWS, ...terms] }));
  return termOfDeal(reading, { policies, commitmentsUsd });
}

const MONTHS = Array.from(
  { length: 36 },
  (_, month) => [700_000, 900_000, 1_200_000][Math.floor(month / 12)] ?? 0,
);

describe("a deal with a schedule", () => {
  test.each<[what: string, schedule: Rows, terms: Rows, asked: Asked]>([
    [
      "commitments",
      [["Commitment"], [250_000], [500_000]],
      [],
      [700_000, column(250_000, 500_000), []],
    ],
    ["usage", [["Usage"], [700_000], [900_000]], [], [column(700_000, 900_000), 480_000, []]],
    [
      "list prices",
      [["List index"], [1], [0.8], [0.64]],
      [],
      [700_000, 480_000, [["Term", 3]], column(1, 0.8, 0.64)],
    ],
    [
      "all three",
      [
        ["Year", "Usage", "Commitment", "List index"],
        [1, 700_000, 250_000, 1],
        [2, 900_000, 500_000, 0.9],
      ],
      [],
      [column(700_000, 900_000), column(250_000, 500_000), [], column(1, 0.9)],
    ],
    [
      "blanks as without",
      [
        ["Year", "Usage", "Commitment", "List index"],
        [1, "", "", ""],
        [2, 900_000, 500_000, 0.9],
        [3, "", "", ""],
      ],
      [],
      [column(700_000, 900_000, 700_000), column(480_000, 500_000, 480_000), [], column(1, 0.9, 1)],
    ],
    [
      "a year without commitment",
      [["Commitment"], [0], [500_000]],
      [],
      [700_000, column(0, 500_000), []],
    ],
    [
      "nothing but years",
      [
        ["Year", "Usage"],
        [1, ""],
        [2, ""],
      ],
      [],
      [700_000, 480_000, [["Term", 2]]],
    ],
    [
      "growth beside commitments",
      [["Commitment"], [250_000], [500_000]],
      [["Usage growth", 0.2]],
      [700_000, column(250_000, 500_000), [["Usage growth", 0.2]]],
    ],
    [
      "months",
      [["Usage"], [700_000], [900_000], [1_200_000]],
      [["Period", "month"]],
      [column(...MONTHS.map((usd) => usd / 12)), 480_000, [["Period", "month"]]],
    ],
    [
      "a part-year",
      [["Usage"], [700_000], [900_000]],
      [
        ["Period", "quarter"],
        ["Term", 1.5],
      ],
      [
        column(175_000, 175_000, 175_000, 175_000, 225_000, 225_000),
        480_000,
        [
          ["Period", "quarter"],
          ["Term", 1.5],
        ],
      ],
    ],
    [
      "rollover from the terms",
      [["Commitment"], [900_000], [600_000]],
      [["Rollover share", 1]],
      [700_000, column(900_000, 600_000), [["Rollover share", 1]]],
    ],
  ])("prices %s as TERM_SCHEDULE does", (_, schedule, terms, [usage, commitment, given, index]) => {
    const found = priced(schedule, terms);
    const wanted = readTermDeal(usage, commitment, EXAMPLE_BANDS, [...TERM_ROWS, ...given], index);
    if (!found?.ok || !wanted.ok) throw new Error(JSON.stringify([found, wanted]));
    const { plan, usageUsd } = found.value.whole;
    expect(ledger(plan, usageUsd)).toEqual(ledger(wanted.value.plan, wanted.value.usageUsd));
  });

  test.each<
    [what: string, schedule: Rows, terms: Rows, policies: Partial<Policies>, sentence: string]
  >([
    [
      "a longer term",
      [["Commitment"], [1], [2]],
      [["Term", 3]],
      {},
      "schedule has 2 entries: give 3, a row a year of the term Term, 3",
    ],
    [
      "a shorter term that is set",
      [["Commitment"], [1], [2]],
      [],
      { Term: 1 },
      "schedule has 2 entries: give 1",
    ],
    [
      "a part-year of fewer rows",
      [["Commitment"], [1]],
      [["Term", 1.5]],
      { Period: "month" },
      "schedule has 1 entry: give 2, a row a year of the term Term, 1.5",
    ],
    [
      "growth beside its usage",
      [["Usage"], [1], [2]],
      [["Usage growth", 0.1]],
      {},
      "Usage growth cannot be priced beside the Usage of the schedule",
    ],
    [
      "a change beside its list prices",
      [["List index"], [1], [0.9]],
      [],
      { "List price change": -0.1 },
      "List price change cannot be priced beside the List index of the schedule",
    ],
  ])("refuses %s", (_, schedule, terms, policies, sentence) => {
    const found = priced(schedule, terms, policies);
    const said = found?.ok === false ? describeErrors(found.errors, US_DOLLAR) : "";
    expect(said.toLowerCase()).toContain(sentence.toLowerCase());
  });

  test("refuses a ramp of another length", () => {
    const found = priced([["Usage"], [1], [2]], [], {}, [1, 2, 3]);
    expect(found?.ok === false && describeErrors(found.errors, US_DOLLAR)).toBe(
      "Commitment has 3 entries: give one amount, or 2, one a row of the schedule.",
    );
  });

  test("has its usage at the load that is supposed", () => {
    const reading = readDealCells(dealCells({ schedule: [["Usage"], [700_000], [""]] }));
    const found = termOfDeal(readingAtLoad(reading, 0.5), {
      policies: {},
      commitmentsUsd: undefined,
    });
    expect(found?.ok && found.value.whole.usageUsd).toEqual([350_000]);
  });

  test("leaves the price of a single year alone, whatever is wrong with it", () => {
    const reading = readDealCells(dealCells({ schedule: [["Usage"], ["x"]] }));
    expect(reading.faults).toEqual([]);
    expect(reading.agreement).toBeDefined();
  });
});
