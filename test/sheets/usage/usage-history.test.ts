import { describe, expect, test } from "vitest";
import { type HistoryCells, readUsageHistory } from "../../../src/sheets/usage/usage-history";
import { TABLES } from "../../../src/sheets/usage/usage-tables";

const [AUGUST, SEPTEMBER] = [46235, 46266];
const HEADINGS = TABLES.exclusions.columns.map(({ heading }) => heading);
const BLANK = HEADINGS.map(() => "");
const GOOD = [AUGUST, "", "", "", 0.5, "", "backfill"];

const monthCells = (first: unknown, change: Readonly<Record<string, unknown>> = {}) => {
  const cells: Readonly<Record<string, unknown>> = {
    ...{ Month: first, "First day": first, "Last day": 46265, Complete: "yes", Usage: 1000 },
    ...{ "Usage high": 1000, From: "priced usage", Billed: "", "Unpriced tokens": 0 },
    ...{ Excluded: 0, Baseline: 1000, "In history": "yes" },
    ...change,
  };
  return TABLES.months.columns.map(({ heading }) => cells[heading]);
};

function cells(
  months: readonly (readonly unknown[])[],
  exclusions: readonly (readonly unknown[])[] = [],
): HistoryCells {
  const headings = TABLES.months.columns.map(({ heading }) => heading);
  return {
    months: { address: `Months!A4:L${4 + months.length}`, values: [headings, ...months] },
    exclusions: {
      address: `Exclusions!A4:G${4 + exclusions.length}`,
      values: [HEADINGS, ...exclusions],
    },
  };
}

describe("readUsageHistory()", () => {
  test("gives months by their time, with what is excluded and what is left", () => {
    const { months, faults } = readUsageHistory(
      cells([
        monthCells(SEPTEMBER, { "In history": "No" }),
        monthCells(AUGUST, { Excluded: 250, Baseline: 750 }),
      ]),
    );
    expect(months.map(({ baselineUsd, isInHistory }) => [baselineUsd, isInHistory])).toEqual([
      [750, true],
      [1000, false],
    ]);
    expect(faults).toEqual([]);
  });

  test("gives exclusions with their place, and skips blank rows", () => {
    const { exclusions } = readUsageHistory(
      cells(
        [monthCells(AUGUST)],
        [BLANK, GOOD, [AUGUST, SEPTEMBER, "Data", "claude-opus-5", "", 900, "load"]],
      ),
    );
    expect(exclusions).toMatchObject([
      {
        index: 1,
        from: "2026-08",
        to: "2026-08",
        share: 0.5,
        amountUsd: undefined,
        reason: "backfill",
      },
      {
        index: 2,
        from: "2026-08",
        to: "2026-09",
        workspace: "Data",
        amountUsd: 900,
        share: undefined,
      },
    ]);
  });

  test("gives the days that a share is of, and names the cells of days that are not in their month", () => {
    const [first, last] = [SEPTEMBER + 2, SEPTEMBER + 4];
    const rows = [
      [SEPTEMBER, SEPTEMBER, "", "", 0.5, "", "load", first, last],
      [SEPTEMBER, "", "", "", 0.5, "", "load", first, ""],
      [AUGUST, SEPTEMBER, "", "", 0.5, "", "load", first, last],
      [SEPTEMBER, "", "", "", 0.5, "", "load", last, first],
      [SEPTEMBER, "", "", "", 0.5, "", "load", "", last],
      [SEPTEMBER, "", "", "", 0.5, "", "load", "soon", ""],
    ];
    const { exclusions, faults } = readUsageHistory(cells([monthCells(AUGUST)], rows));
    expect(exclusions.map(({ days }) => days)).toEqual([
      ...["2026-09-03 to 2026-09-05", "2026-09-03", "", "", "", ""],
    ]);
    expect(faults).toEqual(
      [7, 8, 9, 10].map((row) => ({ kind: "excludedDays", address: `Exclusions!H${row}:I${row}` })),
    );
  });

  test("reads exclusions of an earlier version, and no days from the user's columns beside them", () => {
    const read = cells([monthCells(AUGUST)], [[...GOOD, "soon", "later"]]);
    const [, ...rows] = read.exclusions.values;
    const headings = [...HEADINGS.slice(0, 7), "Owner", "Ticket"];
    const { exclusions, faults } = readUsageHistory({
      ...read,
      exclusions: { ...read.exclusions, values: [headings, ...rows] },
    });
    expect(exclusions).toMatchObject([{ share: 0.5, days: "" }]);
    expect(faults).toEqual([]);
  });

  test.each<readonly [string, readonly unknown[], string, RegExp]>([
    ["a share above 1", [AUGUST, "", "", "", 50, "", "x"], "Exclusions!E6", /fraction|share/i],
    ["no reason", [AUGUST, "", "", "", 0.5, "", ""], "Exclusions!A6:G6", /missing/],
    ["neither share nor USD", [AUGUST, "", "", "", "", "", "x"], "Exclusions!A6:G6", /excluded/],
    ["both", [AUGUST, "", "", "", 0.5, 100, "x"], "Exclusions!A6:G6", /excluded/],
    ["a month that is none", ["soon", "", "", "", 0.5, "", "x"], "Exclusions!A6", /notAMonth/],
    [
      "To before From",
      [SEPTEMBER, AUGUST, "", "", 0.5, "", "x"],
      "Exclusions!A6:G6",
      /monthsReversed/,
    ],
    ["a negative amount", [AUGUST, "", "", "", "", -5, "x"], "Exclusions!F6", /negative/],
    ["an error", ["#REF!", "", "", "", 0.5, "", "x"], "Exclusions!A6", /cellError/],
  ])("names the cell of an exclusion with %s", (_, row, address, kind) => {
    const { faults } = readUsageHistory(cells([monthCells(AUGUST)], [GOOD, row]));
    expect(faults).toMatchObject([{ kind: "exclusion", address }]);
    const [fault] = faults;
    expect(fault?.kind === "exclusion" && JSON.stringify(fault.error)).toMatch(kind);
  });

  test.each<readonly [string, readonly unknown[], string, string, number]>([
    ["an error in Usage", monthCells(AUGUST, { Usage: "#N/A" }), "#N/A", "Months!E5", 1],
    [
      "an exclusion that cannot be read",
      monthCells(AUGUST, { Excluded: "#VALUE!", Baseline: "#VALUE!" }),
      "#VALUE!",
      "Months!J5",
      2,
    ],
    [
      "a function that is not there",
      monthCells(AUGUST, { Baseline: "#NAME?" }),
      "#NAME?",
      "Months!K5",
      1,
    ],
    ["a month typed as words", monthCells("August"), "August", "Months!A5", 1],
    ["a blank amount", monthCells(AUGUST, { Usage: "" }), "", "Months!E5", 1],
  ])("names the cell of %s", (_, row, shows, address, count) => {
    expect(readUsageHistory(cells([row])).faults).toEqual([
      { kind: "noAmount", shows, address, cells: count },
    ]);
  });

  test("reads nothing from columns that were moved", () => {
    const moved = cells([monthCells(AUGUST)]);
    const [headings = [], ...rows] = moved.months.values;
    const months = { ...moved.months, values: [headings.toReversed(), ...rows] };
    const read = readUsageHistory({ ...moved, months });
    expect(read.months).toEqual([]);
    expect(read.faults).toEqual([{ kind: "headings", sheet: "Months!", address: "Months!A4:L4" }]);
  });
});
