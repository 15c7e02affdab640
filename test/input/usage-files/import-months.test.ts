import { describe, expect, test } from "vitest";
import { monthText } from "../../../src/core/calendar";
import { coverage } from "../../../src/input/usage-files/coverage";
import { centsText, plus, ZERO } from "../../../src/input/usage-files/text/decimal";
import { COST_HEADING, previewOf, reportOf, table, USAGE_HEADING, usageLine } from "./import-text";

const usageOn = (...dates: readonly string[]) =>
  table(USAGE_HEADING, ...dates.map((date) => usageLine({ date })));

describe("a month is complete where files cover all its days", () => {
  test.each<readonly [string, readonly string[], readonly (readonly [string, boolean])[]]>([
    ["first and last day", [usageOn("2026-09-01", "2026-09-30")], [["2026-09", true]]],
    ["the first day is missing", [usageOn("2026-09-02", "2026-09-30")], [["2026-09", false]]],
    ["the last day is missing", [usageOn("2026-09-01", "2026-09-29")], [["2026-09", false]]],
    [
      "files of halves",
      [usageOn("2026-09-01", "2026-09-15"), usageOn("2026-09-16", "2026-09-30")],
      [["2026-09", true]],
    ],
    [
      "a gap of three days",
      [usageOn("2026-09-01", "2026-09-12"), usageOn("2026-09-16", "2026-09-30")],
      [["2026-09", true]],
    ],
    [
      "a gap of four days",
      [usageOn("2026-09-01", "2026-09-11"), usageOn("2026-09-16", "2026-09-30")],
      [["2026-09", false]],
    ],
    [
      "the file before ends with the month",
      [usageOn("2026-08-28"), usageOn("2026-09-01", "2026-09-30")],
      [
        ["2026-08", false],
        ["2026-09", true],
      ],
    ],
    [
      "a file over three months",
      [usageOn("2026-08-31", "2026-10-01", "2026-09-10")],
      [
        ["2026-08", false],
        ["2026-09", true],
        ["2026-10", false],
      ],
    ],
    [
      "a bill covers no usage",
      [
        usageOn("2026-09-10"),
        table(
          COST_HEADING,
          "2026-09-01,m,A,k,,,output,1,,token,,",
          "2026-09-30,m,A,k,,,output,1,,token,,",
        ),
      ],
      [["2026-09", false]],
    ],
    ["a table of months", [table("Month,Spend", "2026-09,5")], [["2026-09", true]]],
  ])("%s", async (_, files, expected) => {
    const { months } = await previewOf(files);
    expect(months.map(({ month, isComplete }) => [monthText(month), isComplete])).toEqual(expected);
  });

  test("coverage() joins what meets", () => {
    const files = [
      { firstDay: 10, lastDay: 12 },
      { firstDay: 1, lastDay: 4 },
      { firstDay: 16, lastDay: 16 },
      { firstDay: 2, lastDay: 3 },
    ];
    expect(coverage(files)).toEqual([
      { firstDay: 1, lastDay: 4 },
      { firstDay: 10, lastDay: 16 },
    ]);
  });
});

describe("rows of the sheet", () => {
  test("a month at two prices is two rows, each from its first day", async () => {
    const dates = ["2026-10-06 20:00", "2026-10-07 01:00", "2026-10-06 10:00", "2026-10-08 00:00"];
    const lines = dates.map((date) =>
      usageLine({ date, model: "claude-sonnet-5-5", read: "1000000", input: "0" }),
    );
    const preview = await previewOf([table(USAGE_HEADING, ...lines)]);
    expect(
      preview.sheetRows.map(({ listUsd, quantities }) => [centsText(listUsd), quantities[3]]),
    ).toEqual([
      ["0.40", 2_000_000n],
      ["0.20", 2_000_000n],
    ]);
  });

  test("beyond 20,000 rows the workspaces but the 20 largest are added up", async () => {
    const lines = Array.from({ length: 20_001 }, (_, index) =>
      usageLine({ workspace: `w${index}`, input: String((index + 1) * 1_000) }),
    );
    const { sheetRows, months } = await previewOf([table(USAGE_HEADING, ...lines)]);
    expect(sheetRows).toHaveLength(21);
    expect(sheetRows[0]).toMatchObject({ workspace: "(other)" });
    expect(sheetRows[1]).toMatchObject({ workspace: "w19981" });
    const usd = sheetRows.reduce((sum, { listUsd }) => plus(sum, listUsd), ZERO);
    expect(centsText(usd)).toBe(centsText(months[0]?.priced.lowUsd ?? ZERO));
  });
});

describe("reconciliation", () => {
  const bill = (
    cost: string,
    {
      list = "",
      model = "Claude Opus 5",
      type = "token",
      token = "output",
      date = "2026-09-01",
    } = {},
  ) => `${date},${model},A,k,message,,${token},${cost},${list},${type},,`;
  const usage = table(USAGE_HEADING, usageLine());
  test.each<readonly [string, readonly string[], string]>([
    ["equal", [bill("5.00")], "agrees"],
    ["a half cent a line", [bill("5.005")], "agrees"],
    ["more than a half cent", [bill("5.006")], "differs"],
    ["two lines round twice", [bill("2.50"), bill("2.51", { token: "input" })], "agrees"],
    ["the list price counts where it is there", [bill("4.00", { list: "5.00" })], "agrees"],
    ["a list price that differs", [bill("5.00", { list: "6.00" })], "differs"],
    ["another day", [bill("5.00", { date: "2026-09-02" })], "only in usage"],
    ["another model", [bill("5.00", { model: "Claude Sonnet 5" })], "only in usage"],
  ])("%s: %s", async (_, lines, verdict) => {
    const report = await reportOf(usage, table(COST_HEADING, ...lines));
    const groups = report["reconciliation"] as readonly {
      readonly model: string;
      readonly verdict: string;
    }[];
    expect(groups.find(({ model }) => model === "claude-opus-5")?.verdict).toBe(verdict);
  });

  test("searches and other costs have groups of their own; rows of zeros have none", async () => {
    const lines = [
      usageLine({ searches: "100" }),
      usageLine({ input: "0", key: "z", model: "claude-sonnet-5" }),
    ];
    const report = await reportOf(
      table(USAGE_HEADING, ...lines),
      table(
        COST_HEADING,
        bill("1.00", { type: "web_search" }),
        bill("0.5", { type: "code_execution", model: "" }),
      ),
    );
    expect(report["reconciliation"]).toMatchObject([
      { model: "claude-opus-5", verdict: "only in usage" },
      { model: "code execution", verdict: "only in cost" },
      { model: "web search", verdict: "agrees" },
    ]);
  });

  test("the discount is realised where list prices are there, else implied by priced usage", async () => {
    expect(
      await reportOf(usage, table(COST_HEADING, bill("4.00", { list: "5.00" }))),
    ).toMatchObject({
      realised_discount: 0.2,
      implied_discount: null,
    });
    expect(await reportOf(usage, table(COST_HEADING, bill("4.00")))).toMatchObject({
      realised_discount: null,
      implied_discount: 0.2,
    });
    expect(await reportOf(table(COST_HEADING, bill("4.00")))).toMatchObject({
      implied_discount: null,
    });
  });
});
