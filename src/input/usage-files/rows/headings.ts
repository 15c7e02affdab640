import { type FileRefusal, refusal } from "./faults";
import { type FileFormat, USAGE_KINDS } from "./formats";

/** Headings of a field, compared as headingWord writes them; the first is the one that a refusal names. */
type Names = readonly string[];

const DATE: Names = ["usage_date_utc", "usage_date", "date_utc", "date", "day", "starting_at"];
const KEY: Names = ["api_key", "api_key_name", "api_key_id", "key"];
const WORKSPACE: Names = ["workspace", "workspace_name", "workspace_id"];
const SERVICE: Names = ["usage_type", "service_tier"];
const CURRENCY: Names = ["currency", "billing_currency", "currency_code"];

const USAGE = {
  date: DATE,
  model: ["model_version", "model", "model_id"],
  key: KEY,
  workspace: WORKSPACE,
  service: SERVICE,
  context: ["context_window"],
  input: [
    "usage_input_tokens_no_cache",
    "input_tokens_no_cache",
    "uncached_input_tokens",
    "input_no_cache",
    "input_tokens",
  ],
  "cache write 5m": [
    "usage_input_tokens_cache_write_5m",
    "input_tokens_cache_write_5m",
    "cache_creation_ephemeral_5m_input_tokens",
    "ephemeral_5m_input_tokens",
    "input_cache_write_5m",
  ],
  "cache write 1h": [
    "usage_input_tokens_cache_write_1h",
    "input_tokens_cache_write_1h",
    "cache_creation_ephemeral_1h_input_tokens",
    "ephemeral_1h_input_tokens",
    "input_cache_write_1h",
  ],
  "cache write": [
    "usage_input_tokens_cache_write",
    "input_tokens_cache_write",
    "cache_creation_input_tokens",
    "cache_write_tokens",
    "input_cache_write",
  ],
  "cache read": [
    "usage_input_tokens_cache_read",
    "input_tokens_cache_read",
    "cache_read_input_tokens",
    "cache_read_tokens",
    "input_cache_read",
  ],
  output: ["usage_output_tokens", "output_tokens", "output"],
  "web search": ["web_search_count", "web_search_requests"],
  geo: ["inference_geo"],
  speed: ["speed"],
} satisfies Record<string, Names>;

const COST = {
  date: DATE,
  model: ["model", "model_version", "model_id"],
  key: KEY,
  workspace: WORKSPACE,
  service: SERVICE,
  context: ["context_window"],
  token: ["token_type"],
  cost: ["cost_usd"],
  list: ["list_price_usd"],
  type: ["cost_type"],
  geo: ["inference_geo"],
  speed: ["speed"],
  description: ["description"],
  currency: CURRENCY,
} satisfies Record<string, Names>;

const FOCUS = {
  date: ["charge_period_start"],
  currency: ["billing_currency"],
  category: ["charge_category"],
  list: ["list_cost"],
  effective: ["effective_cost"],
  billed: ["billed_cost"],
} satisfies Record<string, Names>;

const MONTHS = {
  date: ["month", "date", "period", "usage_month", "invoice_month", "billing_period"],
  spend: [
    "spend",
    "spend_usd",
    "usage",
    "usage_usd",
    "list_usd",
    "cost",
    "cost_usd",
    "amount",
    "amount_usd",
    "usd",
    "total",
  ],
  currency: CURRENCY,
  unit: ["unit", "units", "uom", "unit_of_measure"],
} satisfies Record<string, Names>;

/** Columns that later exports change, or that repeat another one: rows that differ in them alone are the same row. */
const TELLS_NOTHING_APART: ReadonlySet<string> = new Set([
  "api_key_id",
  "api_key_status",
  "list_price_usd",
  "cost_type",
]);

/** OpenAI's: its input counts the cached tokens, so that it would be priced twice. */
const OPENAI: Names = ["input_cached_tokens", "cached_input_tokens"];

/** Where each field of a format is; undefined: no column. */
type Columns<F> = { readonly [K in keyof F]: number | undefined };

/** The heading of a table, with the place of each field of its format. */
export type TableHeading = { readonly words: readonly string[] } & (
  | { readonly format: "Console usage"; readonly at: Columns<typeof USAGE> }
  | { readonly format: "Console cost"; readonly at: Columns<typeof COST> }
  | { readonly format: "FOCUS"; readonly at: Columns<typeof FOCUS> }
  | { readonly format: "months"; readonly at: Columns<typeof MONTHS> }
);
export type HeadingOf<F extends FileFormat> = Extract<TableHeading, { readonly format: F }>;

/**
 * A heading as compared: words in lower case with underscores between them, `usage_date_utc` for "Usage Date (UTC)". The sign of
 * another currency and a % stay, so that "Cost (€)" and "Spend %" are no amounts in dollars.
 */
export function headingWord(text: string): string {
  return text
    .trim()
    .replace(/(?<=[a-z])(?=[A-Z])/g, "_")
    .toLowerCase()
    .replace(/(?:\bus)?\$/g, " ")
    .replace(/[^a-z0-9%\p{Sc}]+/gu, "_")
    .replace(/^_|_$/g, "");
}

/** Tells the format of a table by its headings. */
export function readHeading(cells: readonly string[]): TableHeading | FileRefusal {
  const all = cells.map(headingWord);
  const words = all.slice(0, all.findLastIndex((word) => word !== "") + 1);
  const twice = new Set(words.filter((word, index) => words.indexOf(word) !== index));
  if (twice.size > 0) return refusal("column twice", [...twice].toSorted());
  if (OPENAI.some((word) => words.includes(word)))
    return refusal("not a Claude export", OPENAI.slice(0, 1));
  const found = headingOf(words);
  if (!found) return refusal("unknown format", words.slice(0, 6));
  const amounts = MONTHS.spend.filter((name) => words.includes(name));
  if (found.format === "months" && amounts.length > 1) return refusal("several amounts", amounts);
  const missing = missingColumns(found);
  return missing.length > 0 ? refusal("missing column", missing) : found;
}

function headingOf(words: readonly string[]): TableHeading | undefined {
  const has = (...names: Names): boolean => names.some((name) => words.includes(name));
  const [billed = "", effective = "", start = ""] = [
    FOCUS.billed[0],
    FOCUS.effective[0],
    FOCUS.date[0],
  ];
  if (has(billed) || (has(effective) && has(start)))
    return { words, format: "FOCUS", at: columnsOf(FOCUS, words) };
  if (has(...COST.cost) && has(...COST.token, ...COST.list, ...COST.type))
    return { words, format: "Console cost", at: columnsOf(COST, words) };
  if (TOKEN_FIELDS.some((field) => has(...USAGE[field])))
    return { words, format: "Console usage", at: columnsOf(USAGE, words) };
  if (has(...MONTHS.date) && has(...MONTHS.spend) && !has(...USAGE.model))
    return { words, format: "months", at: columnsOf(MONTHS, words) };
  return undefined;
}

const TOKEN_FIELDS = [
  "cache write",
  ...USAGE_KINDS.filter((kind) => kind !== "web search"),
] as const;

function columnsOf<F extends Record<string, Names>>(
  fields: F,
  words: readonly string[],
): Columns<F> {
  const places = Object.entries(fields).map(([field, names]) => {
    const name = names.find((one) => words.includes(one));
    return [field, name === undefined ? undefined : words.indexOf(name)];
  });
  return Object.fromEntries(places);
}

/** Required columns that are not there, each by the name that the format itself gives it. */
function missingColumns(heading: TableHeading): readonly string[] {
  const { format, at } = heading;
  switch (format) {
    case "Console usage":
      return lacking(USAGE, at, ["date", "model", "input", "output"]);
    case "Console cost":
      return lacking(COST, at, ["date", "model", "token", "cost"]);
    case "months":
      return [];
    case "FOCUS": {
      const hasAmount = [at.list, at.effective, at.billed].some((place) => place !== undefined);
      return [...lacking(FOCUS, at, ["date", "currency"]), ...(hasAmount ? [] : FOCUS.list)];
    }
  }
}

function lacking<F extends Record<string, Names>>(
  fields: F,
  at: Columns<F>,
  required: readonly (keyof F)[],
): readonly string[] {
  return required
    .filter((field) => at[field] === undefined)
    .map((field) => fields[field]?.[0] ?? String(field));
}

/** Whether an amount under a heading may be of tokens as well, so that a column of units counts. */
export function isOfAnyUnit(word: string): boolean {
  return ["usage", "amount", "total"].includes(word);
}

/** Columns that no field of the format has a name for: what is in them tells rows apart. */
export function unknownColumns({ format, words }: TableHeading): readonly number[] {
  if (format !== "Console usage" && format !== "Console cost") return [];
  const known = new Set(Object.values<Names>(format === "Console usage" ? USAGE : COST).flat());
  return [...words.keys()].filter((index) => {
    const word = words[index] ?? "";
    return !known.has(word) && !TELLS_NOTHING_APART.has(word);
  });
}
