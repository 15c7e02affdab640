import { describe, expect, test } from "vitest";
import {
  COST_HEADING,
  fileOf,
  previewOf,
  reportOf,
  table,
  USAGE_HEADING,
  usageLine,
} from "./import-text";

const bucket = (day: string, ...results: readonly object[]) => ({
  starting_at: `${day}T00:00:00Z`,
  ending_at: `${day}T23:59:59Z`,
  results,
});
const page = (buckets: readonly object[], more = false) => ({ data: buckets, has_more: more });
const json = (...values: readonly unknown[]) =>
  fileOf(values.map((value) => JSON.stringify(value)).join("\n"), { name: "it.json" });
const result = (members: object = {}) => ({
  uncached_input_tokens: 1_000_000,
  output_tokens: 0,
  model: "claude-opus-5",
  ...members,
});

describe("Admin usage", () => {
  test.each<readonly [string, object, string]>([
    ["tokens", result(), "5.00"],
    [
      "writes of two kinds",
      result({
        cache_creation: { ephemeral_5m_input_tokens: 1e6, ephemeral_1h_input_tokens: 1e6 },
      }),
      "21.25",
    ],
    ["reads", result({ cache_read_input_tokens: 1e6 }), "5.50"],
    ["searches", result({ server_tool_use: { web_search_requests: 1000 } }), "15.00"],
    [
      "nothing where members are null",
      result({ cache_creation: null, server_tool_use: null }),
      "5.00",
    ],
    ["counts as text", result({ uncached_input_tokens: "2000000" }), "10.00"],
    ["batch", result({ service_tier: "batch" }), "2.50"],
    ["US only", result({ inference_geo: "us" }), "5.50"],
    ["fast", result({ speed: "fast" }), "10.00"],
    ["geography that is not available", result({ inference_geo: "not_available" }), "5.00"],
  ])("%s", async (_, row, usd) => {
    const report = await reportOf(json(page([bucket("2026-09-01", row)])));
    expect(report).toMatchObject({ formats: ["Admin usage"], priced_total_usd: usd });
  });

  test.each<readonly [string, object, string, string]>([
    ["a model that is null", result({ model: null }), "missing", "model"],
    ["no member model", { uncached_input_tokens: 5 }, "missing", "model"],
    ["negative tokens", result({ output_tokens: -1 }), "negative", "output_tokens"],
    ["part of a token", result({ output_tokens: 1.234 }), "not whole", "output_tokens"],
    ["too many tokens", result({ output_tokens: 2 ** 53 }), "too large", "output_tokens"],
    ["a word", result({ output_tokens: "many" }), "bad number", "output_tokens"],
    ["true", result({ output_tokens: true }), "bad number", "output_tokens"],
    ["a list", result({ output_tokens: [5] }), "bad number", "output_tokens"],
    ["a result that is no object", 5 as unknown as object, "missing", "model"],
    [
      "negative writes",
      result({ cache_creation: { ephemeral_5m_input_tokens: -1 } }),
      "negative",
      "ephemeral_5m_input_tokens",
    ],
  ])("%s is unreadable", async (_, row, code, column) => {
    const report = await reportOf(json(page([bucket("2026-09-01", result(), row)])));
    const line = "data[0].results[1]";
    expect(report["unreadable"]).toEqual([{ file: "it.json", line, code, column }]);
  });

  const pages = [
    page([bucket("2026-09-01", result())], true),
    page([bucket("2026-09-02", result())], true),
  ];
  test.each([
    ["in a list", json(pages)],
    ["one after another", json(...pages)],
    ["without a line between", fileOf(pages.map((one) => JSON.stringify(one)).join(""))],
    [
      "with brackets and quotes in text",
      json(...pages, page([bucket("2026-09-03", result({ team: ']}"\\' }))], true)),
    ],
  ])("pages %s", async (_, file) => {
    const report = await reportOf(file);
    expect(report["notes"]).toEqual(["more pages follow: has_more is true"]);
    expect(report["refused"]).toEqual([]);
  });

  test("members that are text tell results apart, numbers do not", async () => {
    const rows = [
      result({ team: "a" }),
      result({ team: "b" }),
      result({ count: 1 }),
      result({ count: 2 }),
    ];
    const report = await reportOf(json(page([bucket("2026-09-01", ...rows)])));
    expect(report).toMatchObject({ priced_total_usd: "15.00", "identical rows counted once": 1 });
  });

  test.each(["api_key_id", "workspace_id", "context_window"])(
    "results that differ in %s alone both count",
    async (member) => {
      const rows = ["0-200k", "200k-1M"].map((text) => result({ [member]: text }));
      const report = await reportOf(json(page([bucket("2026-09-01", ...rows)])));
      expect(report).toMatchObject({ rows_read: 2, priced_total_usd: "10.00" });
    },
  );

  test("a bucket without a day is unreadable, and covers no day", async () => {
    const buckets = [{ results: [result()] }, bucket("2026-09-01", result())];
    const report = await reportOf(json(page(buckets)));
    expect(report["unreadable"]).toMatchObject([{ code: "missing", column: "starting_at" }]);
    expect(report["rows_read"]).toBe(1);
  });

  test("days of buckets without results are read too", async () => {
    const days = Array.from(
      { length: 30 },
      (_, index) => `2026-09-${String(index + 1).padStart(2, "0")}`,
    );
    const buckets = days.map((day, index) => (index === 14 ? bucket(day, result()) : bucket(day)));
    expect((await previewOf([json(page(buckets))])).months).toMatchObject([{ isComplete: true }]);
  });
});

describe("Admin cost", () => {
  const cost = (members: object) => ({
    amount: "100",
    currency: "USD",
    cost_type: "tokens",
    model: "claude-opus-5",
    ...members,
  });
  test.each<readonly [string, object, string]>([
    ["cents as text", cost({ amount: "1250.5" }), "12.51"],
    ["cents as a number", cost({ amount: 1250.5 }), "12.51"],
    ["parts of a cent", cost({ amount: "0.4" }), "0.00"],
    ["half a cent", cost({ amount: "0.5" }), "0.01"],
    ["no currency", cost({ currency: null }), "1.00"],
    ["a list price of null", cost({ list_amount: null }), "1.00"],
  ])("%s", async (_, row, usd) => {
    const report = await reportOf(json(page([bucket("2026-09-01", row)])));
    expect(report["months"]).toMatchObject({ "2026-09": { cost_usd: usd, list_price_usd: null } });
  });

  test.each<readonly [object, string, string]>([
    [cost({ currency: "EUR" }), "currency", "currency"],
    [cost({ amount: null }), "missing", "amount"],
    [cost({ amount: "-1" }), "negative", "amount"],
    [cost({ amount: -1 }), "negative", "amount"],
    [cost({ list_amount: "x" }), "bad number", "list_amount"],
  ])("%j is unreadable", async (row, code, column) => {
    const report = await reportOf(json(page([bucket("2026-09-01", cost({}), row)])));
    expect(report["unreadable"]).toMatchObject([{ code, column }]);
  });
});

describe("FOCUS", () => {
  const HEADING =
    "BilledCost,BillingCurrency,ChargeCategory,ChargeDescription,ChargePeriodStart,EffectiveCost,ListCost,ServiceName";
  const line = ({
    billed = "3",
    currency = "USD",
    category = "Usage",
    about = "Claude Opus 5",
    day = "2026-09-01",
    effective = "2",
    list = "4",
    service = "Bedrock",
  } = {}) => [billed, currency, category, about, day, effective, list, service].join(",");
  test.each([
    ["list price", {}, "claude-opus-5", "4.00", "2.00"],
    ["no list price", { list: "" }, "claude-opus-5", "2.00", "2.00"],
    ["billed alone", { list: "NULL", effective: "NULL" }, "claude-opus-5", "3.00", "3.00"],
    ["a list price of 0", { list: "0" }, "claude-opus-5", "0.00", "2.00"],
    ["a refund", { list: "-4", effective: "-2" }, "claude-opus-5", "-4.00", "-2.00"],
    ["small letters of the currency", { currency: "usd" }, "claude-opus-5", "4.00", "2.00"],
    ["no category", { category: "" }, "claude-opus-5", "4.00", "2.00"],
    [
      "an id",
      { about: "anthropic/claude-haiku-4-5-20251001/output" },
      "claude-haiku-4-5",
      "4.00",
      "2.00",
    ],
    ["the number first", { about: "Claude 3.5 Haiku tokens" }, "claude-haiku-3-5", "4.00", "2.00"],
    ["no model", { about: "usage", service: "Anthropic API" }, "(not said)", "4.00", "2.00"],
  ])("%s", async (_, row, model, list, cost) => {
    const report = await reportOf(table(HEADING, line(row)));
    expect(report).toMatchObject({
      formats: ["FOCUS"],
      totals: [{ model, kind: "spend", quantity: 0, usd: Number(list) }],
      months: { "2026-09": { cost_usd: cost } },
      history: { "2026-09": { usd: list, from: "FOCUS list cost" } },
    });
  });

  test.each([
    ...["ServiceName", "ProviderName", "PublisherName", "ServiceProviderName", "HostProviderName"],
    ...["ChargeDescription", "SkuId", "SkuPriceId", "SkuMeter", "ResourceName", "ResourceId"],
    "ResourceType",
  ])("the model may be named under %s alone", async (column) => {
    const heading = `BilledCost,BillingCurrency,ChargePeriodStart,${column}`;
    const report = await reportOf(table(heading, "3,USD,2026-09-01,Claude Opus 5"));
    expect(report["totals"]).toMatchObject([{ model: "claude-opus-5", usd: 3 }]);
  });

  test.each([
    ["claude-opus-4-1 tokens", "claude-opus-4-1"],
    ["Claude 3 Haiku", "claude-haiku-3"],
    ["claude--sonnet 4", "claude-sonnet-4"],
    ["Claude/Opus 12.10 input", "claude-opus-12-10"],
    ["claude 10.5 - sonnet", "claude-sonnet-10-5"],
    ["anthropic.claude_fable_5", "claude-fable-5"],
    ["Claude Mythos", "claude-mythos"],
    ["Claude support plan", "(not said)"],
  ])("%j is %s", async (about, model) => {
    const report = await reportOf(table(HEADING, line({ about })));
    expect(report["totals"]).toMatchObject([{ model }]);
  });

  test("two exports of other days are not named", async () => {
    const days = ["2026-09-01", "2026-09-02"].map((day) => table(HEADING, line({ day })));
    expect((await previewOf(days)).warnings).toEqual([]);
  });

  test.each([
    [{ about: "S3", service: "S3" }, "set_aside", "other service"],
    [{ category: "Tax" }, "set_aside", "not usage"],
    [{ currency: "EUR" }, "unreadable", "currency"],
    [{ currency: "" }, "unreadable", "currency"],
    [{ day: "1.9.2026" }, "unreadable", "ambiguous date"],
    [{ billed: "", effective: "", list: "" }, "unreadable", "missing"],
    [{ list: "free" }, "unreadable", "bad number"],
  ])("%j goes to %s: %s", async (row, list, code) => {
    const report = await reportOf(table(HEADING, line(), line(row)));
    expect(report[list]).toMatchObject([{ line: 3, code }]);
  });

  test("columns in another order are the same rows; two exports of one day are named", async () => {
    const turned = (text: string) => text.split(",").toReversed().join(",");
    const preview = await previewOf([
      table(HEADING, line()),
      table(turned(HEADING), turned(line())),
    ]);
    expect(preview.merged.identical).toBe(1);
    expect(preview.warnings).toEqual([
      { kind: "focusFilesShareDays", files: ["1.csv", "2.csv"], days: ["2026-09-01"] },
    ]);
  });
});

describe("months", () => {
  test.each([
    ["Month,Spend", "2026-03,500", "500.00"],
    ["period;usage_usd", "2026-03;1.500,50", "1500.50"],
    ["Invoice Month\tAmount (USD)", 'Mar 2026\t"$1,250.00"', "1250.00"],
    ["Date,Cost", "2026-03-31,12", "12.00"],
    ["Billing period,Total,Note", "March 2026,7,late", "7.00"],
  ])("%s", async (heading, line, usd) => {
    const preview = await reportOf(table(heading, line));
    expect(preview).toMatchObject({
      formats: ["months"],
      history: { "2026-03": { usd, from: "given" } },
    });
  });

  test.each([
    ["Month,Usage,Unit", "2026-03,500,USD", []],
    ["Month,Usage,Unit", "2026-03,500,", []],
    ["Month,Spend,Unit", "2026-03,500,tokens", []],
    ["Month,Spend,Unit", "2026-03,500,Dollars", []],
    ["Month,Spend,Unit", "2026-03,500,EUR", ["unit"]],
    ["Month,Cost,Unit", "2026-03,500,thousand USD", ["unit"]],
    ["Month,Usage,Unit", "2026-03,500,tokens", ["unit"]],
    ["Month,Amount,Currency,UOM", "2026-03,500,USD,MTok", ["uom"]],
    ["Month,Total,Unit of measure", "2026-03,500,seats", ["unit_of_measure"]],
    ["Month,Total,Units,Currency", "2026-03,500,USD,EUR", ["currency"]],
  ])("%s above %s: what is not USD is not read", async (heading, line, columns) => {
    const readable = ["2026-02", "1", "USD", "USD"].slice(0, heading.split(",").length).join();
    const report = await reportOf(table(heading, readable, line));
    expect(report["unreadable"]).toEqual(
      columns.map((column) => ({ file: "1.csv", line: 3, code: "currency", column })),
    );
  });

  test("of several rows for a month the largest counts, and the preview says so", async () => {
    const preview = await previewOf([
      table("date,usd", "2026-03-01,5", "2026-03-02,7", "2026-04-01,1"),
    ]);
    expect(preview.warnings).toEqual([{ kind: "monthTwice", file: "1.csv", months: ["2026-03"] }]);
    expect(preview.months).toMatchObject([{ isComplete: true }, { isComplete: true }]);
  });
});

describe("sources of one month are never added", () => {
  const usage = table(USAGE_HEADING, usageLine());
  const bill = (list: string) =>
    table(COST_HEADING, `2026-09-01,Claude Opus 5,A,k,message,,output,30,${list},token,,`);
  const given = table("Month,Spend", "2026-09,99");
  test.each([
    ["usage first", [usage, bill("40"), given], { usd: "5.00", from: "priced usage" }],
    ["then list prices", [bill("40"), given], { usd: "40.00", from: "list_price_usd" }],
    ["then costs", [bill(""), given], { usd: "30.00", from: "cost_usd" }],
    ["then what is given", [given], { usd: "99.00", from: "given" }],
    [
      "usage without any price has none",
      [usage.replace("claude-opus-5", "x"), given],
      { usd: "99.00", from: "given" },
    ],
  ])("%s", async (_, files, expected) => {
    expect((await reportOf(...files))["history"]).toEqual({ "2026-09": expected });
  });

  test("a day of a Console export is not read from an Admin export too, whichever is first", async () => {
    const admin = json(page([bucket("2026-09-01", result())]));
    for (const files of [
      [usage, admin],
      [admin, usage],
    ]) {
      const report = await reportOf(...files);
      expect(report["refused"]).toEqual([
        { file: "it.json", code: "days already in from another format", names: ["2026-09-01"] },
      ]);
      expect(report["priced_total_usd"]).toBe("5.00");
    }
  });
});
