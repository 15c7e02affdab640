import { describe, expect, test } from "vitest";
import type { ListedAsk } from "../../../src/analysis/negotiation/asks";
import { CLAUSES_HEADING, wonClauses } from "../../../src/sheets/negotiation/asks-cells";
import { ASKS_COLUMNS } from "../../../src/sheets/negotiation/asks-columns";
import { askRows, readAsks, typedAsks } from "../../../src/sheets/negotiation/asks-table";

type Row = readonly unknown[];

/** A sheet with rows of the table: ask, about, value a year, over the term, likelihood, priority, what we give, status. */
function sheet(...rows: readonly Row[]): readonly Row[] {
  return [
    ["Asks"],
    [...ASKS_COLUMNS],
    ...rows.map(([ask, about, year, term, likelihood, priority, give, status]) => [
      ...[ask, about, year, term, 1, likelihood, "not known", priority, give, status],
    ]),
    [""],
    [CLAUSES_HEADING],
    ["Step-up right", 0, 1, 2, 3, "", "", "", "", "won"],
  ];
}

const STEP_UP = ["Step-up right", "year", 100, 300, "", "", "", "open"] as const;
const withTyped = (at: number, value: unknown): Row => STEP_UP.with(at, value as "");

describe("readAsks()", () => {
  test.each<readonly [string, Row, object, readonly string[]]>([
    ["as written", STEP_UP, { yearUsd: 100, termUsd: 300, status: "open" }, []],
    ["a likelihood", withTyped(4, 0.25), { likelihood: 0.25 }, []],
    ["a likelihood of 0", withTyped(4, 0), { likelihood: 0 }, []],
    [
      "a likelihood above 100%",
      withTyped(4, 40),
      { likelihood: undefined },
      ["Likelihood of Step-up right is 40: write a percentage from 0% to 100%, or nothing."],
    ],
    [
      "a likelihood in words",
      withTyped(4, "likely"),
      { likelihood: undefined },
      ["Likelihood of Step-up right is likely: write a percentage from 0% to 100%, or nothing."],
    ],
    ["a priority", withTyped(5, 2), { priority: 2 }, []],
    [
      "a priority in words",
      withTyped(5, "high"),
      { priority: undefined },
      ["Our priority of Step-up right is high: write a number, 1 for what matters most."],
    ],
    ["what we give", withTyped(6, " A case study "), { give: "A case study" }, []],
    ["a status in capitals", withTyped(7, "Won"), { status: "won" }, []],
    ["no status", withTyped(7, ""), { status: "open" }, []],
    [
      "an unknown status",
      withTyped(7, "maybe"),
      { status: "open" },
      ["Status of Step-up right is maybe: write open, asked, won or refused."],
    ],
    [
      "a status with a blank behind it",
      withTyped(7, "won "),
      { status: "open" },
      ["Status of Step-up right is won: write open, asked, won or refused."],
    ],
    [
      "a word for a value",
      ["Step-up right", "year", "in the deal", "in the deal", "", "", "", "asked"],
      { yearUsd: undefined, termUsd: undefined, status: "asked" },
      [],
    ],
  ])("reads %s", (_, row, ask, problems) => {
    const read = readAsks(sheet(row));
    expect(read.asks).toHaveLength(1);
    expect(read.asks[0]).toMatchObject(ask);
    expect(read.problems).toEqual(problems);
  });

  test("finds the table wherever its heading is, and nothing without one", () => {
    expect(readAsks([["x"], ["y"], ...sheet(STEP_UP)]).asks).toHaveLength(1);
    expect(readAsks([["x"]])).toEqual({ asks: [], problems: [] });
    expect(readAsks([])).toEqual({ asks: [], problems: [] });
  });
});

test("wonClauses() takes the rows of the table alone, as the formulas of the sheet compare them", () => {
  expect(wonClauses(sheet(withTyped(7, "WON")))).toEqual(["Step-up right"]);
  expect(wonClauses(sheet(withTyped(7, "won ")))).toEqual([]);
  // The row below the table has the name and the word, and is none of it.
  expect(wonClauses(sheet(STEP_UP))).toEqual([]);
  expect(wonClauses(sheet(["Rate lock", "term", 1, 1, "", "", "", "won"]))).toEqual([]);
  expect(wonClauses([])).toEqual([]);
});

describe("what was typed", () => {
  const listed = (name: string, about: ListedAsk["about"], termUsd?: number): ListedAsk => ({
    ...{ name, about, termUsd, yearUsd: termUsd },
  });

  test("is kept as it is written: a formula, a number, and text that looks like either", () => {
    const values = sheet(
      ["Step-up right", "year", 1, 1, 0.5, 1, "=a bet", "asked"],
      ["Named contact", "service", 700, 700, "", "", "00123", "open"],
      ["Training", "own", 9, 9, "", "", "", "open"],
      ["Rate lock", "term", 5, 5, "", "", "", "open"],
    );
    const formulas = values.map((row) => row.map((cell) => (cell === 0.5 ? "=1/2" : cell)));
    expect(typedAsks(values, formulas)).toEqual([
      {
        ...{ name: "Step-up right", about: "year" },
        typed: {
          Likelihood: { kind: "reference", reference: "1/2" },
          ...{ "Our priority": 1, "What we could give": "'=a bet", Status: "asked" },
        },
      },
      {
        ...{ name: "Named contact", about: "service" },
        typed: expect.objectContaining({ "Value a year": 700, "What we could give": "'00123" }),
      },
      expect.objectContaining({ name: "Training", about: undefined }),
    ]);
  });

  test("goes beside its ask, which is ranked by it; what the deal no longer lacks comes last", () => {
    const typed = typedAsks(
      sheet(
        ["half the shortfall returned", "year", 1, 1, 0.9, "", "", "open"],
        ["Named contact", "service", 50, 50, 1, "", "", "open"],
        ["Old clause", "year", "in the deal", "", "", 1, "a call", "won"],
      ),
      [],
    );
    const rows = askRows(
      {
        asks: [
          listed("Step-up right", "year", 300),
          listed("Half the shortfall returned", "year", 200),
          listed("Named contact", "service"),
        ],
        years: 4,
      },
      typed,
    );
    // 1 × 50 × 4 years, 0.9 × 200; nobody said how likely the first is.
    expect(rows.map(({ name }) => name)).toEqual([
      ...["Named contact", "Half the shortfall returned", "Step-up right", "Old clause"],
    ]);
    expect(rows.at(-1)?.typed).toMatchObject({ "What we could give": "a call", Status: "won" });
    expect(rows[2]?.typed).toEqual({ Status: "open" });
  });
});
