import { describe, expect, test } from "vitest";
import { headingWord, readHeading } from "../../../src/input/usage-files/rows/headings";

/** Headings that make a table of each format, by their field. */
const LEAST = {
  "Console usage": {
    date: "usage_date_utc",
    model: "model_version",
    input: "usage_input_tokens_no_cache",
    output: "usage_output_tokens",
  },
  "Console cost": { date: "usage_date_utc", model: "model", token: "token_type", cost: "cost_usd" },
  FOCUS: { date: "charge_period_start", currency: "billing_currency", billed: "billed_cost" },
  months: { date: "month", spend: "spend" },
} as const;
type Format = keyof typeof LEAST;

/** Further names of a column, in the words of whoever wrote the export. */
const NAMES: readonly (readonly [Format, string, readonly string[]])[] = [
  ["Console usage", "date", ["usage_date", "date_utc", "Date", "Day", "starting_at"]],
  ["Console usage", "model", ["Model", "model_id"]],
  ["Console usage", "key", ["api_key", "API key name", "api_key_id", "key"]],
  ["Console usage", "workspace", ["Workspace", "workspace_name", "workspace_id"]],
  ["Console usage", "service", ["usage_type", "service_tier"]],
  ["Console usage", "context", ["context_window"]],
  [
    "Console usage",
    "input",
    ["input_tokens_no_cache", "uncached_input_tokens", "input_no_cache", "Input tokens"],
  ],
  [
    "Console usage",
    "cache write 5m",
    [
      ...["usage_input_tokens_cache_write_5m", "input_tokens_cache_write_5m"],
      ...["cache_creation_ephemeral_5m_input_tokens", "ephemeral_5m_input_tokens"],
      "input_cache_write_5m",
    ],
  ],
  [
    "Console usage",
    "cache write 1h",
    [
      ...["usage_input_tokens_cache_write_1h", "input_tokens_cache_write_1h"],
      ...["cache_creation.ephemeral_1h_input_tokens", "ephemeral_1h_input_tokens"],
      "input_cache_write_1h",
    ],
  ],
  [
    "Console usage",
    "cache write",
    [
      ...["usage_input_tokens_cache_write", "input_tokens_cache_write"],
      ...["cache_creation_input_tokens", "Cache write tokens", "input_cache_write"],
    ],
  ],
  [
    "Console usage",
    "cache read",
    [
      ...["usage_input_tokens_cache_read", "input_tokens_cache_read", "cache_read_input_tokens"],
      ...["cacheReadTokens", "input_cache_read"],
    ],
  ],
  ["Console usage", "output", ["Output tokens", "output"]],
  ["Console usage", "web search", ["web_search_count", "web_search_requests"]],
  ["Console usage", "geo", ["inference_geo"]],
  ["Console usage", "speed", ["Speed"]],
  ["Console cost", "date", ["usage_date", "date_utc", "date", "day", "starting_at"]],
  ["Console cost", "model", ["model_version", "Model ID"]],
  ["Console cost", "key", ["api_key", "api_key_name", "key"]],
  ["Console cost", "workspace", ["workspace", "workspace_name"]],
  ["Console cost", "service", ["usage_type", "service_tier"]],
  ["Console cost", "context", ["context_window"]],
  ["Console cost", "list", ["list_price_usd"]],
  ["Console cost", "type", ["cost_type"]],
  ["Console cost", "geo", ["inference_geo"]],
  ["Console cost", "speed", ["speed"]],
  ["Console cost", "description", ["Description"]],
  ["Console cost", "currency", ["Currency", "billing_currency", "currency_code"]],
  ["FOCUS", "category", ["ChargeCategory"]],
  ["FOCUS", "list", ["ListCost"]],
  ["FOCUS", "effective", ["EffectiveCost"]],
  ["months", "date", ["Date", "Period", "usage_month", "Invoice month", "billing_period", "MONTH"]],
  [
    "months",
    "spend",
    [
      ...["Spend (USD)", "Usage", "usage_usd", "List USD", "Cost", "Amount", "Amount USD", "USD"],
      ...["Total", "cost_usd"],
    ],
  ],
  ["months", "currency", ["currency", "Billing currency", "currency_code"]],
];

describe.each(NAMES)("%s: %s", (format, field, names) => {
  test.each(names)("is in the column %s", (name) => {
    const others = Object.entries(LEAST[format]).flatMap(([of, word]) =>
      of === field ? [] : word,
    );
    expect(readHeading([...others, name])).toMatchObject({
      format,
      at: { [field]: others.length },
    });
  });
});

describe("readHeading() refuses", () => {
  const USAGE = Object.values(LEAST["Console usage"]);
  test.each<readonly [string, readonly string[], string, readonly string[]]>([
    ["a heading twice", [...USAGE, "Speed", "speed"], "column twice", ["speed"]],
    [
      "OpenAI's cached tokens",
      [...USAGE, "input_cached_tokens"],
      "not a Claude export",
      ["input_cached_tokens"],
    ],
    [
      "cached tokens in other words",
      [...USAGE, "cached_input_tokens"],
      "not a Claude export",
      ["input_cached_tokens"],
    ],
    [
      "usage without a day and a model",
      USAGE.slice(2),
      "missing column",
      ["usage_date_utc", "model_version"],
    ],
    ["usage without output", USAGE.slice(0, 3), "missing column", ["usage_output_tokens"]],
    [
      "a bill without tokens",
      ["model", "cost_usd", "cost_type"],
      "missing column",
      ["usage_date_utc", "token_type"],
    ],
    [
      "a cost without what makes it a bill",
      ["day", "model", "cost_usd"],
      "unknown format",
      ["day", "model", "cost_usd"],
    ],
    [
      "FOCUS without a day",
      ["billed_cost"],
      "missing column",
      ["charge_period_start", "billing_currency"],
    ],
    ["an effective cost alone", ["effective_cost"], "unknown format", ["effective_cost"]],
    [
      "months with a model",
      ["month", "model", "spend"],
      "unknown format",
      ["month", "model", "spend"],
    ],
    ["words of no format, the first six of them", [..."abcdefgh"], "unknown format", [..."abcdef"]],
  ])("%s", (_, words, code, names) => {
    expect(readHeading(words)).toEqual({ code, names });
  });

  test.each<readonly [readonly string[]]>([
    [["charge_period_start", "billing_currency", "effective_cost"]],
    [["charge_period_start", "billing_currency", "billed_cost", "list_cost"]],
  ])("no FOCUS of %j", (words) => expect(readHeading(words)).toMatchObject({ format: "FOCUS" }));

  test("no blank headings at the end", () => {
    expect(readHeading([...USAGE, " ", ""])).toMatchObject({ words: USAGE });
  });
});

describe("a table of months", () => {
  test.each([
    ...["Spend (€)", "Cost (£)", "Amount ¥", "€ Spend", "Cost₹", "Spend %", "Spend (£'000)"],
    ...["Spend ($k)", "Spend (A$)", "Cost (C$)", "Spend (CHF)", "% of spend", "Cost EUR"],
  ])("headed %j is not read in dollars", (spend) => {
    expect(readHeading(["Month", spend])).toMatchObject({ code: "unknown format" });
  });

  test.each([
    "Spend ($)",
    "Spend (US$)",
    "US$ amount",
    "Cost (USD)",
    "$ Spend",
    "Amount $",
    "Cost*",
  ])("headed %j is read", (spend) => {
    expect(readHeading(["Month", spend])).toMatchObject({ format: "months" });
  });

  test.each([
    [
      ["Month", "Cost", "Usage"],
      ["usage", "cost"],
    ],
    [
      ["Month", "Usage", "Spend (USD)"],
      ["spend_usd", "usage"],
    ],
    [
      ["Date", "Total", "Amount", "Spend"],
      ["spend", "amount", "total"],
    ],
  ])("headed %j has two amounts, and neither is chosen", (words, names) => {
    expect(readHeading(words)).toEqual({ code: "several amounts", names });
  });
});

test.each([
  ["Usage Date (UTC)", "usage_date_utc"],
  ["usageDateUTC", "usage_date_utc"],
  ["  usage date -- UTC  ", "usage_date_utc"],
  ["cache_creation.ephemeral_5m", "cache_creation_ephemeral_5m"],
  ["5m", "5m"],
  ["(USD)", "usd"],
  ["Cost (US$)", "cost"],
  ["Bus $ cost", "bus_cost"],
  ["Cost (€)", "cost_€"],
  ["Share %", "share_%"],
  ["", ""],
])("headingWord() makes %j %s", (text, word) => expect(headingWord(text)).toBe(word));
