import { describe, expect, test } from "vitest";
import { dayText, monthText } from "../../../src/core/calendar";
import {
  bookOf,
  COST_HEADING,
  fileOf,
  previewOf,
  reportOf,
  table,
  USAGE_HEADING,
  usageLine,
} from "./import-text";

const ROW = { format: "Console usage", rows: 1 };

describe("headings in other writing", () => {
  test.each([
    ["Usage Date (UTC),Model Version,Usage Input Tokens (No Cache),Usage Output Tokens"],
    ["USAGE_DATE_UTC,MODEL_VERSION,USAGE_INPUT_TOKENS_NO_CACHE,USAGE_OUTPUT_TOKENS"],
    ["usageDateUtc,modelVersion,usageInputTokensNoCache,usageOutputTokens"],
    [" usage-date-utc , model-version , usage-input-tokens-no-cache , usage-output-tokens "],
    ["date,model,input_tokens,output_tokens"],
    ["Day,Model ID,Uncached input tokens,Output"],
    ["starting_at,model,input_no_cache,output_tokens"],
    ['"date","model","input tokens","output tokens"'],
    ["*date*,_model_,input.tokens,output/tokens"],
    ["date,model,input_tokens,output_tokens,,"],
  ])("%s", async (heading) => {
    const preview = await previewOf([table(heading, "2026-09-01,claude-opus-5,1000000,1000000")]);
    expect(preview.files).toMatchObject([ROW]);
    expect(preview.sheetRows).toMatchObject([
      { quantities: [1_000_000n, 0n, 0n, 0n, 1_000_000n, 0n] },
    ]);
  });

  test("columns beside those of a table of months are not named", async () => {
    const preview = await previewOf([table("Month,Spend,Note", "2026-09,5,x")]);
    expect(preview.files).toMatchObject([{ format: "months", unknownColumns: [] }]);
  });

  test("columns may be in any order, and blank cells beyond the heading are no columns", async () => {
    const text = table("output,model,date,input_tokens", "1000000,claude-opus-5,2026-09-01,0,,");
    expect(await reportOf(text)).toMatchObject({ priced_total_usd: "25.00", unreadable: [] });
  });

  test("writes that are not split are priced as 5-minute writes, but not beside the split ones", async () => {
    const base = "date,model,input_tokens,output_tokens";
    const unsplit = table(
      `${base},cache_creation_input_tokens`,
      "2026-09-01,claude-opus-5,0,0,1000000",
    );
    expect(await reportOf(unsplit)).toMatchObject({
      priced_total_usd: "6.25",
      notes: ["cache writes not split: priced as 5-minute writes"],
    });
    const both = table(
      `${base},cache_creation_input_tokens,ephemeral_1h_input_tokens`,
      "2026-09-01,claude-opus-5,0,0,1000000,1000000",
    );
    expect(await reportOf(both)).toMatchObject({ priced_total_usd: "10.00", notes: [] });
    const none = table(base, "2026-09-01,claude-opus-5,0,0");
    expect(await reportOf(none)).toMatchObject({ notes: ["no cache columns"] });
    const split = table(
      `${base},cache_creation_input_tokens,ephemeral_5m_input_tokens`,
      "2026-09-01,claude-opus-5,0,0,2000000,1000000",
    );
    expect(await reportOf(split)).toMatchObject({ priced_total_usd: "6.25", notes: [] });
    for (const column of ["ephemeral_5m_input_tokens", "cache_read_input_tokens"]) {
      const one = table(`${base},${column}`, "2026-09-01,claude-opus-5,0,0,0");
      expect(await reportOf(one)).toMatchObject({ notes: [] });
    }
  });
});

describe("rows that are no data", () => {
  test.each([
    ["Total,,,,,,5,,,,5,,,", "total row"],
    ["grand total: 5,,,,,,5,,,,5,,,", "total row"],
    ["SUM,,,,,,5,,,,5,,,", "total row"],
    ["Summe,,,,,,5,,,,5,,,", "total row"],
    ["  Total,,,,,,5,,,,5,,,", "total row"],
    ["Subtotal 2026,,,,,,5,,,,5,,,", "total row"],
    [USAGE_HEADING, "header again"],
    [USAGE_HEADING.toUpperCase(), "header again"],
  ])("%s", async (line, code) => {
    const report = await reportOf(table(USAGE_HEADING, line, usageLine()));
    expect(report).toMatchObject({ rows_read: 1, set_aside: [{ line: 2, code }], unreadable: [] });
  });

  test("a workspace named Workspace is no heading again", async () => {
    const heading = "workspace,date,model,input_tokens,output_tokens";
    const report = await reportOf(table(heading, "Workspace,2026-09-01,claude-opus-5,1000000,0"));
    expect(report).toMatchObject({ priced_total_usd: "5.00", set_aside: [] });
  });

  test.each([
    ["Totally,,,,,,5,,,,5,,,", "bad date", "usage_date_utc"],
    [usageLine({ model: "" }), "missing", "model_version"],
    [usageLine({ model: "NULL" }), "missing", "model_version"],
    [usageLine({ searches: "1.5" }), "not whole", "web_search_count"],
    [usageLine().replace(/,[^,]*$/, ""), "columns", ""],
    [`${usageLine()},more`, "columns", ""],
  ])("%s is unreadable: %s", async (line, code, column) => {
    const report = await reportOf(table(USAGE_HEADING, line, usageLine()));
    expect(report).toMatchObject({ rows_read: 1, unreadable: [{ line: 2, code, column }] });
  });
});

describe("a bill", () => {
  const line = (change: Partial<Record<"date" | "model" | "cost" | "list", string>> = {}) => {
    const { date = "2026-09-01", model = "claude-opus-5", cost = "30", list = "" } = change;
    return `${date},${model},A,k,message,,output,${cost},${list},token,,`;
  };
  const billed = async (...lines: readonly string[]) =>
    (await reportOf(table(COST_HEADING, ...lines)))["months"];

  test("keeps the larger of two costs of one line, whichever is first", async () => {
    const lines = [line(), line({ cost: "31" })];
    for (const all of [lines, lines.toReversed()])
      expect(await billed(...all)).toMatchObject({ "2026-09": { cost_usd: "31.00" } });
  });

  test("counts lines that only a further column tells apart", async () => {
    const further = table(`${COST_HEADING},team`, `${line()},a`, `${line()},b`);
    expect((await reportOf(further))["months"]).toMatchObject({ "2026-09": { cost_usd: "60.00" } });
  });

  test("names a day that reads two ways", async () => {
    const report = await reportOf(table(COST_HEADING, line(), line({ date: "01/09/2026" })));
    expect(report["unreadable"]).toMatchObject([
      { line: 3, code: "ambiguous date", column: "usage_date_utc" },
    ]);
  });

  test("agrees with usage between two prices wherever it lies between them", async () => {
    const usage = table(USAGE_HEADING, usageLine({ model: "claude-sonnet-4-5" }));
    for (const cost of ["3", "4.50", "6"]) {
      const bill = table(COST_HEADING, line({ model: "claude-sonnet-4-5", cost }));
      expect((await reportOf(usage, bill))["reconciliation"]).toMatchObject([
        { verdict: "agrees" },
      ]);
    }
  });

  test("has its discounts by month, then model", async () => {
    const lines = [
      line({ date: "2026-10-01", model: "claude-opus-5", list: "40" }),
      line({ model: "claude-sonnet-5", list: "40" }),
      line({ model: "claude-haiku-4-5", list: "40" }),
    ];
    const { discounts } = await previewOf([table(COST_HEADING, ...lines)]);
    expect(discounts.map(({ month, model }) => `${monthText(month)} ${model}`)).toEqual([
      ...["2026-09 claude-haiku-4-5", "2026-09 claude-sonnet-5", "2026-10 claude-opus-5"],
    ]);
  });
});

test("a first letter that looks like half a mark of UTF-16 makes no UTF-16", async () => {
  const text = table(USAGE_HEADING, usageLine());
  for (const first of [0xff, 0xfe]) {
    const bytes = Uint8Array.of(first, ...new TextEncoder().encode(text));
    const report = await reportOf(fileOf(bytes));
    expect(report).toMatchObject({ priced_total_usd: "5.00", notes: ["read as Windows-1252"] });
  }
});

describe("unpriced usage is listed, never $0", () => {
  test.each([
    [{ model: "claude-opus-9" }, "not in the price book"],
    [{ model: "claude-opus" }, "not in the price book"],
    [{ date: "2026-07-23" }, "no price on this date"],
    [{ service: "priority" }, "no list price for service tier priority"],
    [{ service: "Flex_Discount" }, "no list price for service tier flex_discount"],
    [{ service: "priority", geo: "eu", model: "x" }, "no list price for service tier priority"],
    [{ geo: "EU" }, "no price for inference in eu"],
    [{ speed: "turbo" }, "no price for speed turbo"],
    [{ service: "batch", speed: "fast" }, "fast mode is not sold with batch"],
    [{ model: "claude-sonnet-5", speed: "fast" }, "no fast price"],
    [{ model: "claude-haiku-4-5", geo: "us" }, "no US-only price"],
  ])("%j: %s", async (row, reason) => {
    const preview = await previewOf([
      table(USAGE_HEADING, usageLine(row), usageLine({ key: "z" })),
    ]);
    expect(preview.unpricedRows).toMatchObject([
      { reason, quantities: [1_000_000n, 0n, 0n, 0n, 0n, 0n] },
    ]);
    expect(preview.months.map(({ unpricedTokens }) => unpricedTokens)).toContain(1_000_000n);
  });

  test.each([
    [{ service: "batch" }, "no batch price"],
    [{ write1h: "1" }, "no price for cache write 1h"],
    [{ searches: "1" }, "no price for web search"],
    [{ speed: "fast" }, "no fast price"],
  ])("%j of a model whose book has no such price: %s", async (row, reason) => {
    const book = bookOf("claude-opus-5,,,,5,25,6.25,,0.50,,,,,,,1,made,high,2026-11-10,");
    const { unpricedRows } = await previewOf([table(USAGE_HEADING, usageLine(row))], { book });
    expect(unpricedRows).toMatchObject([{ reason }]);
  });

  test("and added up by model and reason, months in order", async () => {
    const row = (date: string, members: object) => usageLine({ date, ...members });
    const report = await reportOf(
      table(
        USAGE_HEADING,
        row("2026-10-02", { model: "claude-opus-9", output: "5", searches: "7" }),
        row("2026-09-02", { model: "claude-opus-9" }),
        row("2026-09-03", { model: "claude-opus-9" }),
        row("2026-09-03", { service: "priority" }),
        row("2026-09-03", { service: "priority", model: "claude-opus-9", output: "1" }),
      ),
    );
    const priority = "no list price for service tier priority";
    const unknown = "not in the price book";
    expect(report["unpriced"]).toEqual([
      { model: "claude-opus-5", reason: priority, months: ["2026-09"], rows: 1, tokens: 1_000_000 },
      { model: "claude-opus-9", reason: priority, months: ["2026-09"], rows: 1, tokens: 1_000_001 },
      {
        ...{ model: "claude-opus-9", reason: unknown, months: ["2026-09", "2026-10"] },
        ...{ rows: 3, tokens: 3_000_005 },
      },
    ]);
  });

  test("on the sheet from its first day", async () => {
    const lines = ["claude-opus-5", "claude-opus-9"].flatMap((model) =>
      ["2026-09-05", "2026-09-03", "2026-09-09"].map((date) => usageLine({ date, model })),
    );
    const { sheetRows, unpricedRows } = await previewOf([table(USAGE_HEADING, ...lines)]);
    for (const rows of [sheetRows, unpricedRows])
      expect(rows.map(({ pricesOnDay }) => dayText(pricesOnDay))).toEqual(["2026-09-03"]);
  });

  test("a row has a price for everything in it or none; kinds of which there is none need no price", async () => {
    const row = { model: "claude-sonnet-5", service: "batch", searches: "1000" };
    expect(await reportOf(table(USAGE_HEADING, usageLine(row)))).toMatchObject({
      priced_total_usd: "11.00",
    });
    const zeros = usageLine({ model: "claude-haiku-4-5", geo: "us", input: "0" });
    expect(await reportOf(table(USAGE_HEADING, zeros))).toMatchObject({ unpriced: [] });
  });
});

describe("models in other writing are the same model", () => {
  test.each([
    "claude-sonnet-4-5",
    "Claude Sonnet 4.5",
    "claude-sonnet-4-5-20250929",
    "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
    "anthropic/claude-sonnet-4.5",
    "vertex_ai/claude-sonnet-4-5@20250929",
    "claude-sonnet-4-5-latest",
    "CLAUDE_SONNET_4_5",
    "claude-4-5-sonnet",
    "claude-sonnet-4-5[1m]",
  ])("%s", async (model) => {
    const text = table(USAGE_HEADING, usageLine({ model, context: "0-200k" }));
    expect(await reportOf(text)).toMatchObject({ priced_total_usd: "3.00", unpriced: [] });
  });
});

describe("cards by prompt length", () => {
  const haiku = { model: "claude-haiku-5-5", date: "2026-10-08" };
  test.each([
    ["all prompts together are short", { ...haiku, input: "100000" }, "0.01", "0.01"],
    [
      "a token more may be one long prompt",
      { ...haiku, input: "100001", output: "1000000" },
      "0.51",
      "2.55",
    ],
    [
      "a window below the card",
      { ...haiku, context: "\u2264 100k", input: "900000000" },
      "90.00",
      "90.00",
    ],
    [
      "a window above the card",
      { ...haiku, context: "> 100k", input: "900000000" },
      "450.00",
      "450.00",
    ],
    [
      "a window over both cards",
      { ...haiku, context: "0-200k", input: "900000000" },
      "90.00",
      "450.00",
    ],
    [
      "a window that contradicts the tokens",
      { ...haiku, context: "> 200k", input: "50000" },
      "0.01",
      "0.01",
    ],
    ["no prompt tokens", { ...haiku, input: "0", output: "1000000" }, "0.50", "0.50"],
    [
      "cache reads and writes are prompt",
      { ...haiku, input: "0", read: "60000", write5m: "40001" },
      "0.01",
      "0.03",
    ],
    ["one card", { input: "900000000", context: "> 200k" }, "4500.00", "4500.00"],
    [
      "searches cost the same on both",
      { ...haiku, input: "900000000", searches: "1000" },
      "100.00",
      "460.00",
    ],
  ])("%s", async (_, row, low, high) => {
    expect(await reportOf(table(USAGE_HEADING, usageLine(row)))).toMatchObject({
      priced_total_usd: low,
      priced_total_usd_high: high,
    });
  });

  test("the sheet has a prompt length on the cheapest card and one on the dearest", async () => {
    const rows = [
      { ...haiku, workspace: "short", input: "100000" },
      { ...haiku, workspace: "long", context: "> 100k", input: "900000000" },
      { ...haiku, workspace: "unknown", input: "900000000" },
      { workspace: "one card" },
    ];
    const preview = await previewOf([table(USAGE_HEADING, ...rows.map(usageLine))]);
    const prompts = preview.sheetRows.map(({ workspace, promptTokens, promptTokensHigh }) => [
      workspace,
      promptTokens,
      promptTokensHigh,
    ]);
    expect(prompts).toEqual([
      ["one card", undefined, undefined],
      ["long", 100_001, 100_001],
      ["short", 100_000, 100_000],
      ["unknown", 100_000, 100_001],
    ]);
  });
});
