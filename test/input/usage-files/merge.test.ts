import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importFiles } from "../../../src/input/usage-files/import-files";
import { machineReport } from "../../../src/input/usage-files/machine-report";
import { toNumber } from "../../../src/input/usage-files/text/decimal";
import { assertProperty } from "../../support/property";
import {
  BOOK,
  COST_HEADING,
  fileOf,
  previewOf,
  reportOf,
  table,
  USAGE_HEADING,
  usageLine,
} from "./import-text";

type Line = Parameters<typeof usageLine>[0];

const usd = async (...lines: readonly string[]) => {
  const report = await reportOf(table(USAGE_HEADING, ...lines));
  return report["priced_total_usd"];
};

describe("rows of one natural key count once", () => {
  test.each<readonly [string, Line, string]>([
    ["the same", {}, "5.00"],
    ["blank for standard", { service: "" }, "5.00"],
    ["message for standard", { service: "message" }, "5.00"],
    ["global for blank", { geo: "global" }, "5.00"],
    ["not available for global", { geo: "not_available" }, "5.00"],
    ["a model in capitals", { model: "CLAUDE-OPUS-5" }, "5.00"],
    ["a date in other marks", { date: "2026/9/1" }, "5.00"],
    ["more tokens: the larger stays", { input: "2000000" }, "10.00"],
    ["fewer tokens: the larger stays", { input: "1" }, "5.00"],
    ["more in all, of which less is input", { input: "0", output: "1000001" }, "25.00"],
    ["a workspace with blanks around it", { workspace: " A " }, "5.00"],
    ["another key", { key: "other" }, "10.00"],
    ["another workspace", { workspace: "B" }, "10.00"],
    ["a model in other writing", { model: "Claude Opus 5" }, "10.00"],
    ["another prompt range", { context: "\u2264 200k" }, "10.00"],
    ["an hour of the day is covered by the day", { date: "2026-09-01 13:00" }, "5.00"],
    ["an hour of another day is not", { date: "2026-09-02 13:00" }, "10.00"],
    ["the last seconds of the day before are not", { date: "2026-08-31 23:59:58" }, "10.00"],
  ])("%s", async (_, row, expected) => {
    expect(await usd(usageLine(), usageLine(row))).toBe(expected);
    expect(await usd(usageLine(row), usageLine())).toBe(expected);
  });

  test.each<readonly [string, Line, Line, readonly bigint[]]>([
    ["first", { input: "2", output: "1" }, { input: "1", output: "2" }, [2n, 0n, 0n, 0n, 1n, 0n]],
    [
      "after equal ones",
      { input: "1", read: "2", output: "1" },
      { input: "1", read: "1", output: "2" },
      [1n, 0n, 0n, 2n, 1n, 0n],
    ],
  ])(
    "of equal sums the one with more of a kind that stands %s stays",
    async (_, more, fewer, quantities) => {
      for (const lines of [
        [more, fewer],
        [fewer, more],
      ]) {
        const preview = await previewOf([table(USAGE_HEADING, ...lines.map(usageLine))]);
        expect(preview.sheetRows).toMatchObject([{ quantities }]);
      }
    },
  );

  test("columns that the format does not know tell rows apart, and are named", async () => {
    const heading = `${USAGE_HEADING},Team,api_key_status`;
    const preview = await previewOf([
      table(
        heading,
        `${usageLine()},a,active`,
        `${usageLine()},b,active`,
        `${usageLine()},a,deleted`,
      ),
    ]);
    expect(preview.files).toMatchObject([{ unknownColumns: ["team"] }]);
    expect(preview.merged).toEqual({ identical: 1, larger: 0, covered: 0 });
  });

  test("a column that the format does not know tells nothing where it is blank, in any order of columns", async () => {
    const identical = async (...files: readonly string[]) =>
      (await previewOf(files)).merged.identical;
    const plain = table(USAGE_HEADING, usageLine());
    const team = (text: string) => table(`${USAGE_HEADING},Team`, `${usageLine()},${text}`);
    expect(await identical(plain, team(""))).toBe(1);
    expect(await identical(plain, team("NULL"))).toBe(1);
    expect(await identical(plain, team("a"))).toBe(0);
    const of = (heading: string, texts: string) =>
      table(`${USAGE_HEADING},${heading}`, `${usageLine()},${texts}`);
    expect(await identical(of("Team,Region", "a,b"), of("Region,Team", "b,a"))).toBe(1);
    expect(await identical(of("Team,Region", "a,b"), of("Region,Team", "a,b"))).toBe(0);
    expect(await identical(of("list_price_usd", "1"), of("list_price_usd", "2"))).toBe(1);
    expect(await identical(of("cost_type", "a"), of("cost_type", "b"))).toBe(1);
  });

  test.each<readonly [string, readonly [string, string], readonly [string, string], object]>([
    [
      "a list price of 0 is one",
      ["0", ""],
      ["0", "0"],
      { cost_usd: "0.00", list_price_usd: "0.00" },
    ],
    ["a list price stays", ["4", "5"], ["4", ""], { cost_usd: "4.00", list_price_usd: "5.00" }],
    ["of two list prices the larger", ["4", "5"], ["4", "6"], { list_price_usd: "6.00" }],
    [
      "of two costs the larger",
      ["4", "9"],
      ["5", "6"],
      { cost_usd: "5.00", list_price_usd: "6.00" },
    ],
    [
      "a larger cost without a list price",
      ["4", "5"],
      ["5", ""],
      { cost_usd: "5.00", list_price_usd: null },
    ],
  ])(
    "of a line of the bill that is there twice: %s, whichever comes first",
    async (_, one, other, month) => {
      const lines = [one, other].map(
        ([cost, list]) => `2026-09-01,Claude Opus 5,A,k,message,,output,${cost},${list},token,,`,
      );
      for (const both of [lines, lines.toReversed()])
        expect((await reportOf(table(COST_HEADING, ...both)))["months"]).toMatchObject({
          "2026-09": month,
        });
    },
  );
});

describe("properties", () => {
  const rowOf = fc.record({
    date: fc.constantFrom(
      "2026-09-01",
      "2026-09-02",
      "2026-10-07",
      "2026-09-01 10:00",
      "2026-09-01 11:00",
    ),
    model: fc.constantFrom("claude-opus-5", "claude-haiku-5-5", "claude-sonnet-5", "claude-x"),
    workspace: fc.constantFrom("A", "B", ""),
    service: fc.constantFrom("standard", "batch", "priority"),
    input: fc.integer({ min: 0, max: 2 ** 53 - 1 }).map(String),
    output: fc.constantFrom("0", "333333", "1"),
    searches: fc.constantFrom("0", "7"),
  });
  const usageRows = fc.array(rowOf.map(usageLine), { minLength: 1, maxLength: 12 });
  const costLine = fc
    .tuple(
      fc.constantFrom("A", "B"),
      fc.constantFrom("0.1", "0.2", "1e-7", "33.335"),
      fc.constantFrom("", "0.3", "40"),
    )
    .map(
      ([workspace, cost, list]) =>
        `2026-09-01,Claude Opus 5,${workspace},k,message,,output,${cost},${list},token,,`,
    );
  const costRows = fc.array(costLine, { maxLength: 6 });

  /**
   * Everything but the lists and counts, which follow the files, and the days that are read: a file covers the days between its rows,
   * so that parts cover fewer.
   */
  const answerOf = async (files: readonly string[]) => {
    const preview = await previewOf(files);
    const { sheetRows, unpricedRows, reconciliation, discounts, realisedDiscount } = preview;
    const { dayAmounts } = preview;
    const months = preview.months.map(({ read: _, isComplete: __, ...month }) => month);
    const { totals, workspaces } = machineReport(preview);
    return {
      ...{ sheetRows, unpricedRows, months, reconciliation, discounts, dayAmounts },
      ...{ realisedDiscount, totals, workspaces },
    };
  };

  test("any split, order and repetition of files gives the same to the last bit", async () => {
    await assertProperty(
      fc.asyncProperty(
        usageRows,
        costRows,
        fc.integer({ min: 0, max: 12 }),
        async (usage, cost, cut) => {
          const bill = cost.length > 0 ? [table(COST_HEADING, ...cost)] : [];
          const whole = [table(USAGE_HEADING, ...usage), ...bill];
          const expected = await answerOf(whole);
          const parts = [usage.slice(0, cut), usage.slice(cut)].filter((part) => part.length > 0);
          const split = [
            ...bill,
            ...parts.map((part) => table(USAGE_HEADING, ...part.toReversed())),
          ];
          expect(await answerOf(split.toReversed())).toEqual(expected);
          expect(await answerOf([...whole, ...split])).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("months, days and totals add up to the rows of the sheet", async () => {
    await assertProperty(
      fc.asyncProperty(usageRows, async (usage) => {
        const preview = await previewOf([table(USAGE_HEADING, ...usage)]);
        const rows = preview.sheetRows.reduce((sum, { listUsd }) => sum + toNumber(listUsd), 0);
        const months = preview.months.reduce((sum, { priced }) => sum + toNumber(priced.lowUsd), 0);
        expect(months).toBeCloseTo(rows, 6 - Math.ceil(Math.log10(rows + 1)));
        const days = preview.dayAmounts.reduce((sum, { usd }) => sum + usd, 0);
        expect(days).toBeCloseTo(rows, 6 - Math.ceil(Math.log10(rows + 1)));
        const tokens = preview.sheetRows.flatMap(({ quantities }) => quantities);
        const unpriced = preview.unpricedRows.flatMap(({ quantities }) => quantities);
        for (const count of [...tokens, ...unpriced]) expect(count >= 0n).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe("importFiles()", () => {
  const text = table(
    USAGE_HEADING,
    ...Array.from({ length: 50 }, (_, key) => usageLine({ key: `k${key}` })),
  );

  test("says how far it is, up to all bytes", async () => {
    const seen: number[] = [];
    const file = fileOf(text, { pieceBytes: 500 });
    await previewOf([file], {
      onProgress: ({ doneBytes, totalBytes }) => seen.push(doneBytes / totalBytes),
    });
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.toSorted((one, other) => one - other)).toEqual(seen);
    expect(seen.at(-1)).toBe(1);
  });

  test("is cancelled between two pieces of a file, and leaves nothing", async () => {
    const controller = new AbortController();
    let pieces = 0;
    const outcome = await importFiles([fileOf(text, { pieceBytes: 100 })], {
      book: BOOK,
      signal: controller.signal,
      onProgress: () => {
        pieces++;
        controller.abort();
      },
    });
    expect([outcome, pieces]).toEqual([{ kind: "cancelled" }, 1]);
  });

  test("refuses more different rows than it is allowed, and keeps equal rows once", async () => {
    const most = { book: BOOK, mostRows: 49 };
    expect(await importFiles([fileOf(text)], most)).toEqual({ kind: "tooManyRows", mostRows: 49 });
    expect(
      await importFiles([fileOf(text), fileOf(text)], { book: BOOK, mostRows: 50 }),
    ).toMatchObject({ kind: "read" });
  });

  test("gives plain data, which a worker can post", async () => {
    const preview = await previewOf([
      text,
      table(COST_HEADING, "2026-09-01,m,A,k,,,output,1,,token,,"),
    ]);
    expect(structuredClone(preview)).toEqual(preview);
  });

  test("of no file gives nothing", async () => {
    expect(await previewOf([])).toMatchObject({ months: [], files: [], sheetRows: [] });
  });
});
