import { expect, test } from "vitest";
import { monthText } from "../../../src/core/calendar";
import { type Decimal, toNumber } from "../../../src/input/usage-files/text/decimal";
import { COST_HEADING, fileOf, previewOf, USAGE_HEADING, usageLine } from "./import-text";

const DAY = usageLine();
const bySemicolons = (line: string) => line.replaceAll(",", ";");
const rows = (...lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const cost = ({
  date = "2026-09-01",
  model = "claude-opus-5",
  workspace = "A",
  token = "uncached_input_tokens",
  usd = "4.50",
  list = "5.00",
  type = "token",
} = {}) => [date, model, workspace, "k", "standard", "", token, usd, list, type, "", ""].join(",");
const page = (results: readonly object[], more = false, day = "2026-09-01") =>
  JSON.stringify({
    data: [
      {
        starting_at: `${day}T00:00:00Z`,
        ending_at: new Date(Date.parse(day) + 86_400_000).toISOString(),
        results,
      },
    ],
    has_more: more,
  });
const result = (members: object = {}) => ({
  uncached_input_tokens: 1_000_000,
  output_tokens: 0,
  model: "claude-opus-5",
  ...members,
});
const charge = (members: object = {}) => ({
  amount: "450.00",
  list_amount: "500.00",
  currency: "USD",
  model: "claude-opus-5",
  token_type: "uncached_input_tokens",
  cost_type: "tokens",
  description: "Claude Opus 5 Usage - Input",
  ...members,
});
const FOCUS =
  "ChargePeriodStart,ServiceName,ChargeCategory,BillingCurrency,ListCost,EffectiveCost,BilledCost,ChargeDescription";
const focus = ({
  date = "2026-09-01T00:00:00Z",
  service = "Claude API",
  category = "Usage",
  currency = "USD",
  list = "5",
  effective = "4.5",
  billed = "4.5",
  about = "claude-opus-5 input",
} = {}) => [date, service, category, currency, list, effective, billed, about].join(",");

/** What a title says, what an import of the files comes to, and the files. */
const FILES: readonly (readonly [string, string, ...(string | Uint8Array)[]])[] = [
  // Console usage
  ["usage: BOM and CRLF", "2026-09 5 billed -", `\uFEFF${USAGE_HEADING}\r\n${DAY}\r\n`],
  ["usage: UTF-16", "2026-09 5 billed -; encoding", utf16(rows(USAGE_HEADING, DAY))],
  [
    "usage: semicolons, points in counts",
    "2026-09 5.025 billed -",
    rows(
      bySemicolons(USAGE_HEADING),
      bySemicolons(usageLine({ input: "1.000.000", output: "1.000" })),
    ),
  ],
  [
    "usage: a quoted line end in a workspace",
    "2026-09 10 billed -",
    rows(USAGE_HEADING, usageLine({ workspace: '"Team ""A""\nBerlin, Mitte"' }), DAY),
  ],
  [
    "usage: hours in a zone at the end of a month",
    "2026-09 5 billed -; 2026-10 5 billed -",
    rows(
      USAGE_HEADING,
      usageLine({ date: "2026-09-30T23:30:00-04:00" }),
      usageLine({ date: "2026-10-01T01:30:00+02:00" }),
    ),
  ],
  [
    "usage: a total at the end, and headings again",
    "2026-09 5 billed -; 1:3 header again; 1:4 total row",
    rows(USAGE_HEADING, DAY, USAGE_HEADING, "Total,,,,,,1000000,0,0,0,0,0,,"),
  ],
  [
    "usage: scientific counts of a spreadsheet",
    "2026-09 11 billed -; 1:3 not whole usage_input_tokens_no_cache",
    rows(
      USAGE_HEADING,
      usageLine({ input: "1E+06", read: "1.2E+07" }),
      usageLine({ input: "1.5E-01", key: "z" }),
    ),
  ],
  [
    "usage: a blank model, and one that is new",
    "2026-09 5 billed -; 1:3 missing model_version; claude-opus-9: unknownModel",
    rows(USAGE_HEADING, DAY, usageLine({ model: "" }), usageLine({ model: "claude-opus-9" })),
  ],
  [
    "usage: the file twice, and one that overlaps",
    "2026-09 15 billed -; identical 1; larger 1",
    rows(USAGE_HEADING, DAY),
    rows(USAGE_HEADING, DAY),
    rows(USAGE_HEADING, usageLine({ input: "2000000" }), usageLine({ date: "2026-09-02" })),
  ],
  [
    "usage: a spreadsheet's dates and trailing separators",
    "2026-09 5 billed -; 1:2 ambiguous date usage_date_utc",
    rows(`${USAGE_HEADING},,`, `${usageLine({ date: "09/01/2026" })},,`, `${DAY},,`),
  ],
  [
    "usage: broken off in its last line",
    "2026-09 5 billed -; 1:3 truncated",
    `${rows(USAGE_HEADING, DAY)}2026-09-02,claude-opus-5,k`,
  ],
  [
    "usage: Windows-1252",
    "2026-09 5 billed -; encoding",
    latin(rows(USAGE_HEADING, usageLine({ workspace: "München" }))),
  ],
  [
    "usage: blank lines before the headings",
    "2026-09 5 billed -",
    rows("  ", "", ",,,", USAGE_HEADING, DAY),
  ],
  [
    "usage: a quote that is never closed, and a short line below it",
    "2026-09 5 billed -; 1:2 bad quote; 1:3 columns",
    rows(USAGE_HEADING, '"2026-09-01,never closed', "2026-09-02,short", DAY),
  ],
  [
    "usage: too many cells in a last line without an end",
    "2026-09 5 billed -; 1:3 columns",
    `${rows(USAGE_HEADING, DAY)}${DAY},,x`,
  ],
  [
    "usage: a first column of names, of which one begins as a total does",
    "2026-09 15 billed -; 1:5 total row",
    rows(
      `team,${USAGE_HEADING}`,
      ...["The total team", "Totality", "9 totals", "Total"].map((team) => `${team},${DAY}`),
    ),
  ],
  ...["x\u00fe", "x\u00ff"].map((column): [string, string, Uint8Array] => [
    `usage: Windows-1252, in which ${column[1]} is the second letter`,
    "2026-09 5 billed -; encoding",
    latin(rows(`${column},${USAGE_HEADING}`, `1,${DAY}`)),
  ]),
  [
    "usage: UTF-16 with half a character",
    "2026-09 5 billed -; encoding",
    utf16(rows(USAGE_HEADING, usageLine({ workspace: "A\ud800" }))),
  ],
  [
    "usage: headings that begin as a zip does",
    "2026-09 5 billed -",
    rows(`PK,${USAGE_HEADING}`, `1,${DAY}`),
  ],
  // Console cost
  [
    "cost: BOM, CRLF, quoted amounts",
    "2026-09 5 billed 4.5",
    `\uFEFF${COST_HEADING}\r\n${cost({ usd: '"4.50"', list: '"$5.00"' })}\r\n`,
  ],
  [
    "cost: semicolons and decimal commas",
    "2026-09 5 billed 4.5",
    rows(
      bySemicolons(COST_HEADING),
      bySemicolons(cost()).replace("4.50", "4,50").replace("5.00", "5,00"),
    ),
  ],
  [
    "cost: one group of three in a semicolon file",
    "2026-09 5 billed 4.5; 1:3 ambiguous number cost_usd",
    rows(
      bySemicolons(COST_HEADING),
      bySemicolons(cost({ token: "b" })),
      bySemicolons(cost()).replace("4.50", "1.250").replace("5.00", "1.500"),
    ),
  ],
  [
    "cost: thousands in a comma file",
    "2026-09 1500 billed 1250",
    rows(COST_HEADING, cost({ usd: '"1,250.00"', list: '"1,500.00"' })),
  ],
  [
    "cost: a total row and a blank cost",
    "2026-09 5 billed 4.5; 1:3 missing cost_usd; 1:4 total row",
    rows(COST_HEADING, cost(), cost({ token: "x", usd: "" }), "Total,,,,,,,4.50,5.00,,,"),
  ],
  [
    "cost: web searches and code execution without a model",
    "2026-09 12 billed 12",
    rows(
      COST_HEADING,
      cost({ model: "", token: "", type: "web_search", usd: "10", list: "10" }),
      cost({ model: "", token: "", type: "code_execution", usd: "2", list: "2" }),
    ),
  ],
  [
    "cost: a line without a model that is for tokens",
    "2026-09 5 billed 4.5; 1:3 missing model",
    rows(COST_HEADING, cost(), cost({ model: "", token: "x" })),
  ],
  [
    "cost: a refund in brackets",
    "2026-09 5 billed 4.5; 1:3 negative cost_usd",
    rows(COST_HEADING, cost(), cost({ usd: "(4.50)", token: "x" })),
  ],
  [
    "cost: tiny amounts, written scientifically",
    "2026-09 5.000001 billed 4.5000008",
    rows(COST_HEADING, cost({ usd: "8e-07", list: "1E-6" }), cost({ token: "y" })),
  ],
  [
    "cost: twice, and a day that grew",
    "2026-09 10 billed 9; larger 1",
    rows(COST_HEADING, cost()),
    rows(COST_HEADING, cost({ usd: "9", list: "10" })),
  ],
  [
    "cost: a currency column in EUR",
    "refused: no readable row currency",
    rows(`${COST_HEADING},currency`, `${cost()},EUR`),
  ],
  // Admin usage and cost
  [
    "admin usage: pages as lines, the last cut off",
    "2026-09 10 billed -; morePages",
    `${page([result()], true)}\n${page([result()], true, "2026-09-02")}`,
  ],
  ["admin usage: broken off", "refused: broken JSON", page([result()]).slice(0, -20)],
  ["admin usage: blank lines before the pages", "2026-09 5 billed -", `\n  \n${page([result()])}`],
  [
    "admin usage: more pages of usage follow, none of its bill",
    "2026-09 5 billed 4.5; morePages",
    page([result()], true),
    page([charge()]),
  ],
  [
    "admin usage: BOM, and an empty bucket",
    "2026-09 5 billed -",
    `\uFEFF${page([])}\n${page([result()], false, "2026-09-02")}`,
  ],
  [
    "admin usage: no buckets at all",
    "refused: no rows",
    JSON.stringify({ data: [], has_more: false }),
  ],
  [
    "admin usage: hours and their day",
    "2026-09 15 billed -; covered 1",
    JSON.stringify({
      data: [
        {
          starting_at: "2026-09-01T05:00:00Z",
          ending_at: "2026-09-01T06:00:00Z",
          results: [result()],
        },
      ],
      has_more: false,
    }),
    page([result({ uncached_input_tokens: 3_000_000 })]),
  ],
  [
    "admin usage: a start in another zone",
    "2026-10 5 billed -",
    JSON.stringify({
      data: [
        {
          starting_at: "2026-09-30T22:00:00-04:00",
          ending_at: "2026-09-30T23:00:00-04:00",
          results: [result()],
        },
      ],
      has_more: false,
    }),
  ],
  [
    "admin usage: an unknown model and a priority tier",
    "2026-09 5 billed -; claude-opus-5: service; claude-opus-9: unknownModel",
    page([result({ model: "claude-opus-9" }), result({ service_tier: "priority" }), result()]),
  ],
  [
    "admin cost: cents, twice the same page",
    "2026-09 5 billed 4.5; identical 1",
    page([charge()]),
    page([charge()]),
  ],
  [
    "admin cost: fractions of a cent, and no list amount",
    "2026-09 5.00123456 billed 1.00123456",
    page([
      charge({ amount: "0.123456", list_amount: null }),
      charge({ description: "b", amount: "100" }),
    ]),
  ],
  [
    "admin cost: another currency, and a bad amount",
    "2026-09 5 billed 4.5; 1:data[0].results[0] currency currency; 1:data[0].results[1] bad number amount",
    page([charge({ currency: "EUR" }), charge({ amount: "n/a", description: "c" }), charge()]),
  ],
  [
    "admin cost: searches without a model",
    "2026-09 5 billed 4.5",
    page([
      charge({
        model: null,
        token_type: null,
        cost_type: "web_search",
        description: "Web Search Usage",
      }),
    ]),
  ],
  [
    "admin: an error of the service in place of a page",
    "refused: unknown format",
    JSON.stringify({ type: "error", error: { type: "authentication_error", message: "x" } }),
  ],
  [
    "admin cost: pages one after another, with quotes and brackets in a text",
    "2026-09 10 billed 9",
    [
      page([charge({ description: 'of "one" [ and "two"' })]),
      page([charge({ description: 'of "three" } and "four" {' })]),
      "",
    ].join("\n"),
  ],
  [
    "admin cost: a line of the bill that has grown",
    "2026-09 6 billed 5; larger 1",
    page([charge()]),
    page([charge({ amount: "500.00", list_amount: "600.00" })]),
  ],
  [
    "admin cost: a currency in small letters",
    "2026-09 5 billed 4.5",
    page([charge({ currency: " usd " })]),
  ],
  [
    "admin cost: amounts of three decimals",
    "2026-09 4.50375 billed 4.50125",
    page([charge({ amount: "450.125", list_amount: 450.375 })]),
  ],
  [
    "admin usage: a result that is no object",
    "2026-09 5 billed -; 1:data[0].results[0] missing model",
    JSON.stringify({ data: [{ starting_at: "2026-09-01T00:00:00Z", results: [null, result()] }] }),
  ],
  [
    "admin usage: a bucket without an end is a day, which covers its hours",
    "2026-09 5 billed -; covered 1",
    JSON.stringify({
      data: [
        { starting_at: "2026-09-01T00:00:00Z", results: [result()] },
        {
          starting_at: "2026-09-01T07:00:00Z",
          ending_at: "2026-09-01T08:00:00Z",
          results: [result()],
        },
      ],
    }),
  ],
  // FOCUS
  [
    "focus: what is charged for in the first column",
    "2026-09 5 billed 5",
    rows("ServiceName,ChargePeriodStart,BillingCurrency,BilledCost", "Claude,2026-09-01,USD,5"),
  ],
  [
    "focus: a row without an amount, and amounts that are words",
    "2026-09 5 billed 4.5; 1:2 missing list_cost; 1:3 bad number list_cost; 1:4 bad number effective_cost; 1:5 bad number billed_cost",
    rows(
      FOCUS,
      focus({ list: "", effective: "", billed: "" }),
      focus({ list: "x" }),
      focus({ effective: "x" }),
      focus({ billed: "x" }),
      focus(),
    ),
  ],
  [
    "focus: CRLF and quoted descriptions",
    "2026-09 5 billed 4.5",
    `${FOCUS}\r\n${focus({ about: '"claude-opus-5, ""input"""' })}\r\n`,
  ],
  [
    "focus: a credit, a tax and another service",
    "2026-09 5 billed 4.5; 1:3 not usage; 1:4 not usage; 1:5 other service",
    rows(
      FOCUS,
      focus(),
      focus({ category: "Credit", list: "0", effective: "-2" }),
      focus({ category: "Tax" }),
      focus({ service: "Compute", about: "vm" }),
    ),
  ],
  [
    "focus: EUR",
    "2026-09 5 billed 4.5; 1:2 currency billing_currency",
    rows(FOCUS, focus({ currency: "EUR" }), focus()),
  ],
  [
    "focus: no list cost",
    "2026-09 4.5 billed 4.5",
    rows(FOCUS.replace("ListCost,", ""), focus().replace(",5,", ",")),
  ],
  [
    "focus: a correction below zero",
    "2026-09 4 billed 3.6",
    rows(FOCUS, focus(), focus({ list: "-1", effective: "-0.9", billed: "-0.9" })),
  ],
  [
    "focus: a zone at the end of the month",
    "2026-10 5 billed 4.5",
    rows(FOCUS, focus({ date: "2026-09-30T20:00:00-05:00" })),
  ],
  [
    "focus: the file twice",
    "2026-09 5 billed 4.5; focusFilesShareDays; identical 1",
    rows(FOCUS, focus()),
    rows(FOCUS, focus()),
  ],
  [
    "focus: a running month exported again",
    "2026-09 13 billed 11.5; focusFilesShareDays",
    rows(FOCUS, focus()),
    rows(FOCUS, focus({ list: "8", effective: "7" })),
  ],
  [
    "focus: no category column",
    "2026-09 5 billed 4.5",
    rows(FOCUS.replace("ChargeCategory,", ""), focus().replace("Usage,", "")),
  ],
  [
    "focus: blank list, effective given",
    "2026-09 4.5 billed 4.5",
    rows(FOCUS, focus({ list: "" })),
  ],
  [
    "focus: without its currency column",
    "refused: missing column billing_currency",
    rows(FOCUS.replace("BillingCurrency,", ""), focus().replace("USD,", "")),
  ],
  // months
  [
    "months: names of months, thousands",
    "2026-08 54321.5 billed -; 2026-09 55000 billed -",
    rows("Month,Spend", 'Aug 2026,"$54,321.50"', "September 2026,55000"),
  ],
  [
    "months: semicolons and decimal commas",
    "2026-08 54321.5 billed -; 2026-09 1651.25 billed -",
    rows("Month;Amount USD", "2026-08;54321,5", "2026-09;1.651,25"),
  ],
  [
    "months: one group of three by semicolons",
    "2026-09 1000 billed -; 1:2 ambiguous number spend",
    rows("Month;Spend", "2026-08;54.321", "2026-09;1000"),
  ],
  [
    "months: first days as dates, a total",
    "2026-08 100 billed -; 2026-09 200 billed -; 1:4 total row",
    rows("Date,USD", "2026-08-01,100", "2026-09-01,200", "Total,300"),
  ],
  [
    "months: a month twice",
    "2026-08 150 billed -; monthTwice; larger 1",
    rows("Month,Spend", "2026-08,100", "2026-08,150"),
  ],
  [
    "months: the day first",
    "2026-09 5 billed -; 1:2 ambiguous date month",
    rows("Month,Spend", "01/08/2026,100", "2026-09,5"),
  ],
  [
    "months: two columns of spend",
    "refused: column twice spend",
    rows("Month,Spend,Spend", "2026-08,100,150"),
  ],
  [
    "months: negative, and a blank amount",
    "2026-10 7 billed -; 1:2 negative spend; 1:3 missing spend",
    rows("Month,Spend", "2026-08,-5", "2026-09,", "2026-10,7"),
  ],
  [
    "months: tabs, and money in brackets",
    "2026-09 100 billed -; 1:2 negative spend",
    rows("Month\tSpend", "2026-08\t(5)", "2026-09\t100"),
  ],
  [
    "months: the month 13",
    "2026-12 7 billed -; 1:2 bad date month",
    rows("Month,Spend", "2026-13,5", "2026-12,7"),
  ],
  ["months: empty below the headings", "refused: no rows", rows("Month,Spend")],
  [
    "cost: a list price that is a word",
    "2026-09 5 billed 4.5; 1:2 bad number list_price_usd",
    rows(COST_HEADING, cost({ list: "none yet" }), cost()),
  ],
  [
    "cost: a currency column in USD",
    "2026-09 5 billed 4.5",
    rows(`${COST_HEADING},currency`, `${cost()},usd`),
  ],
  [
    "months: a currency column",
    "2026-09 7 billed -; 2026-10 8 billed -; 1:2 currency currency",
    rows("Month,Spend,Currency", "2026-08,5,EUR", "2026-09,7,USD", "2026-10,8,"),
  ],
  [
    "months: a sign of another currency",
    "2026-09 7 billed -; 1:2 bad number spend",
    rows("Month,Spend", "2026-08,€5", "2026-09,7"),
  ],
];

/** What an import of files comes to, briefly. */
async function summaryOf(contents: readonly (string | Uint8Array)[]): Promise<string> {
  const files = contents.map((content, index) => fileOf(content, { name: `${index + 1}` }));
  const preview = await previewOf(files);
  const usd = (amount: Decimal | undefined) => (amount ? toNumber(amount) : "-");
  return [
    ...preview.months.map(
      ({ month, history, billedUsd }) =>
        `${monthText(month)} ${usd(history?.usd.lowUsd)} billed ${usd(billedUsd)}`,
    ),
    ...preview.files.flatMap(({ file, unreadable, setAside, notes }) => [
      ...unreadable.map(({ place, code, column }) => `${file}:${place} ${code} ${column}`.trim()),
      ...setAside.map(({ place, code }) => `${file}:${place} ${code}`),
      ...notes.map(({ kind }) => kind),
    ]),
    ...preview.refused.map(({ code, names }) => `refused: ${[code, ...names].join(" ")}`),
    ...preview.warnings.map(({ kind }) => kind),
    ...preview.unpriced.map(({ model, reason }) => `${model}: ${reason.kind}`),
    ...Object.entries(preview.merged).flatMap(([kind, count]) =>
      count > 0 ? `${kind} ${count}` : [],
    ),
  ].join("; ");
}

test.each(FILES)("%s: %s", async (_, expected, ...contents) => {
  expect(await summaryOf(contents)).toBe(expected);
});
