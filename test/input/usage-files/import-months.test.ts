import { describe, expect, test } from "vitest";
import { dayText, monthText } from "../../../src/core/calendar";
import { coverage } from "../../../src/input/usage-files/coverage";
import { sheetRows } from "../../../src/input/usage-files/pricing/sheet-rows";
import { usageTotals } from "../../../src/input/usage-files/pricing/usage-totals";
import { Identities } from "../../../src/input/usage-files/rows/identities";
import type { UsageRow } from "../../../src/input/usage-files/rows/rows";
import { centsText, plus, toNumber, ZERO } from "../../../src/input/usage-files/text/decimal";
import { dayAt, readMoment, startOfDay } from "../../../src/input/usage-files/text/moment";
import {
  BOOK,
  bookOf,
  COST_HEADING,
  previewOf,
  reportOf,
  table,
  USAGE_HEADING,
  usageLine,
} from "./import-text";

const dayIn = (date: string): number => {
  const read = readMoment(date);
  if (typeof read === "string") throw new Error(read);
  return dayAt(read);
};
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

const billOn = (...dates: readonly string[]) =>
  table(COST_HEADING, ...dates.map((date) => `${date},claude-opus-5,A,k,,,output,1,,token,,`));
const chargesOn = (...dates: readonly string[]) =>
  table(
    "ChargePeriodStart,BillingCurrency,BilledCost,ServiceName",
    ...dates.map((date) => `${date},USD,1,Claude`),
  );

describe("a month says from which day to which its files go", () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["usage", [usageOn("2026-09-03", "2026-09-17")], ["2026-09-03 to 2026-09-17"]],
    ["a day", [usageOn("2026-09-03")], ["2026-09-03 to 2026-09-03"]],
    [
      "usage over a month's end",
      [usageOn("2026-08-30", "2026-09-02")],
      ["2026-08-30 to 2026-08-31", "2026-09-01 to 2026-09-02"],
    ],
    [
      "two files with days between",
      [usageOn("2026-09-01", "2026-09-03"), usageOn("2026-09-20", "2026-09-21")],
      ["2026-09-01 to 2026-09-21"],
    ],
    [
      "three files with days between",
      [usageOn("2026-09-01"), usageOn("2026-09-10"), usageOn("2026-09-20")],
      ["2026-09-01 to 2026-09-20"],
    ],
    [
      "months far apart",
      [usageOn("2026-07-05", "2026-07-06"), usageOn("2026-09-05", "2026-09-06")],
      ["2026-07-05 to 2026-07-06", "2026-09-05 to 2026-09-06"],
    ],
    [
      "usage without a price",
      [table(USAGE_HEADING, usageLine({ date: "2026-09-05", model: "claude-opus-9" }))],
      ["2026-09-05 to 2026-09-05"],
    ],
    ["a bill", [billOn("2026-09-04", "2026-09-08")], ["2026-09-04 to 2026-09-08"]],
    [
      "a bill with list prices",
      [table(COST_HEADING, "2026-09-04,claude-opus-5,A,k,,,output,1,2,token,,")],
      ["2026-09-04 to 2026-09-04"],
    ],
    ["charges of a cloud", [chargesOn("2026-09-02", "2026-09-09")], ["2026-09-02 to 2026-09-09"]],
    ["a table of months", [table("Month,Spend", "2026-09,5")], ["2026-09-01 to 2026-09-30"]],
    [
      "usage beside its bill: the usage's",
      [usageOn("2026-09-10", "2026-09-11"), billOn("2026-09-01", "2026-09-30")],
      ["2026-09-10 to 2026-09-11"],
    ],
  ])("%s", async (_, files, expected) => {
    const { months } = await previewOf(files);
    expect(
      months.map(({ read }) => read && `${dayText(read.firstDay)} to ${dayText(read.lastDay)}`),
    ).toEqual(expected);
  });
});

describe("rows of the sheet", () => {
  test.each([
    [["2026-10-06 20:00", "2026-10-07 01:00", "2026-10-06 10:00", "2026-10-08 00:00"]],
    [["2026-10-08 00:00", "2026-10-07 01:00", "2026-10-06 10:00", "2026-10-06 20:00"]],
  ])("a month at two prices is two rows, each from its first day: %j", async (dates) => {
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

  test("usage is also by day, workspace and model, at the low end of its price", async () => {
    const line = (date: string, workspace: string, model: string, members: object = {}) =>
      usageLine({ date, workspace, model, ...members });
    const { dayAmounts } = await previewOf([
      table(
        USAGE_HEADING,
        line("2026-09-02", "B", "claude-opus-5"),
        line("2026-09-01 10:00", "B", "claude-opus-5", { searches: "500" }),
        line("2026-09-01 11:00", "B", "claude-opus-5", { output: "1000" }),
        line("2026-09-01", "A", "claude-opus-5"),
        line("2026-09-01", "A", "claude-haiku-4-5"),
        line("2026-09-01", "A", "claude-opus-9"),
      ),
    ]);
    expect(
      dayAmounts.map(({ day, workspace, model, usd }) => [workspace, model, dayText(day), usd]),
    ).toEqual([
      ["A", "claude-haiku-4-5", "2026-09-01", 1],
      ["A", "claude-opus-5", "2026-09-01", 5],
      ["B", "claude-opus-5", "2026-09-01", 15.025],
      ["B", "claude-opus-5", "2026-09-02", 5],
    ]);
  });

  test("kinds whose prices cross between cards are in a row for each pair of cards", async () => {
    const book = bookOf(
      "claude-opus-5,,,,1,10,,,1,,,,,,,1,made,high,2026-11-10,",
      "claude-opus-5,,,100000,2,5,,,2,,,,,,,1,made,high,2026-11-10,",
    );
    const line = usageLine({ input: "150000", read: "50000", output: "1000" });
    const { sheetRows } = await previewOf([table(USAGE_HEADING, line)], { book });
    expect(
      sheetRows.map(({ promptTokens, promptTokensHigh, quantities, listUsd, listUsdHigh }) => [
        ...[promptTokens, promptTokensHigh, quantities.map(Number)],
        ...[toNumber(listUsd), toNumber(listUsdHigh)],
      ]),
    ).toEqual([
      [100_000, 100_001, [150_000, 0, 0, 50_000, 0, 0], 0.2, 0.4],
      [100_001, 100_000, [0, 0, 0, 0, 1_000, 0], 0.005, 0.01],
    ]);
  });

  test("of too many rows the twenty workspaces of most usage stay, the others are one each month", () => {
    const identities = new Identities();
    const written = {
      model: "claude-opus-5",
      key: "",
      service: "",
      context: "",
      geo: "",
      speed: "",
    };
    const row = (workspace: string, date: string, millions: number): UsageRow => ({
      ...startOfDay(dayIn(date)),
      of: identities.usage({ ...written, workspace, others: [] }),
      quantities: [millions * 1_000_000, 0, 0, 0, 0, 0],
    });
    const names = Array.from({ length: 22 }, (_, index) => `W${10 + index}`);
    const totals = usageTotals(
      [
        ...names.map((name) => row(name, "2026-09-05", 9)),
        row("small", "2026-09-07", 1),
        row("less", "2026-09-03", 2),
        row("small", "2026-10-02", 3),
      ],
      BOOK,
    );
    expect(sheetRows(totals, 25)).toHaveLength(25);
    const rows = sheetRows(totals, 24).map(({ workspace, pricesOnDay, listUsd }) => [
      ...[workspace, dayText(pricesOnDay), centsText(listUsd)],
    ]);
    expect(rows).toEqual([
      ["(other)", "2026-09-03", "105.00"],
      ...names.slice(0, 20).map((name) => [name, "2026-09-05", "45.00"]),
      ["(other)", "2026-10-02", "15.00"],
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

  test("days of a bill are compared where there is usage, and listed where there is none", async () => {
    const of = async (...files: readonly string[]) => {
      const { reconciliation, billDays } = await previewOf(files);
      return [reconciliation.length, billDays.length];
    };
    const cost = table(COST_HEADING, bill("5.00"));
    expect(await of(usage, cost)).toEqual([1, 0]);
    expect(await of(cost)).toEqual([0, 1]);
    expect(await of(usage)).toEqual([0, 0]);
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

  test("usage without a price is not compared", async () => {
    const unpriced = table(
      USAGE_HEADING,
      usageLine({ service: "priority" }),
      usageLine({ date: "2026-09-02" }),
      usageLine({ date: "2026-09-02", service: "priority", input: "1" }),
      usageLine({ date: "2026-09-02", key: "other" }),
    );
    const cost = table(COST_HEADING, bill("5.00"), bill("5.00", { date: "2026-09-02" }));
    const { reconciliation, months } = await previewOf([unpriced, cost]);
    expect(reconciliation.map(({ verdict }) => verdict)).toEqual(["unpriced", "unpriced"]);
    expect(months[0]?.unpricedTokens).toBe(1_000_001n);
  });

  test("discounts are by month, then model, of what was billed", async () => {
    const { discounts } = await previewOf([
      table(USAGE_HEADING, usageLine(), usageLine({ model: "claude-haiku-4-5" })),
      table(
        COST_HEADING,
        bill("3.00", { model: "Claude Sonnet 5", list: "4.00", date: "2026-10-01" }),
        bill("4.00"),
        bill("1.00", { model: "Claude Haiku 3", date: "2026-08-01" }),
      ),
    ]);
    expect(
      discounts.map(({ month, model, realised, implied }) => [
        ...[monthText(month), model, realised, implied],
      ]),
    ).toEqual([
      ["2026-08", "claude-haiku-3", undefined, undefined],
      ["2026-09", "claude-opus-5", undefined, 0.2],
      ["2026-10", "claude-sonnet-5", 0.25, undefined],
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
