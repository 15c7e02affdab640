import { type Decimal, times } from "../text/decimal";
import type { Moment } from "../text/moment";
import { readAmount, readCount } from "../text/numbers";
import { isBlank, plainWord } from "../text/words";
import { type RowFault, type Unreadable, unreadable } from "./faults";
import { USAGE_KINDS, type UsageKind } from "./formats";
import type { Identities, WrittenIdentity } from "./identities";
import type { MoneyRow, UsageRow } from "./rows";

type Members = Readonly<Record<string, unknown>>;

/** Where each kind is in a result: a member, or a member of a member. */
const COUNTS: Readonly<Record<UsageKind, readonly string[]>> = {
  input: ["uncached_input_tokens"],
  "cache write 5m": ["cache_creation", "ephemeral_5m_input_tokens"],
  "cache write 1h": ["cache_creation", "ephemeral_1h_input_tokens"],
  "cache read": ["cache_read_input_tokens"],
  output: ["output_tokens"],
  "web search": ["server_tool_use", "web_search_requests"],
};

/** Members that Bandwise reads; of the others those that are text tell results apart. A number may be a count, which grows. */
const KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(COUNTS).flat(),
  "api_key_id",
  "workspace_id",
  "model",
  "service_tier",
  "context_window",
  "inference_geo",
  "speed",
  "amount",
  "list_amount",
  "currency",
  "cost_type",
  "token_type",
  "description",
]);

/** Reads a result of the usage report. */
export function adminUsageRow(
  result: Members,
  moment: Moment,
  identities: Identities,
): UsageRow | RowFault {
  const of = identityOf(result);
  if (plainWord(of.model) === "") return unreadable("missing", "model");
  const quantities: number[] = [];
  for (const kind of USAGE_KINDS) {
    const path = COUNTS[kind];
    const count = countOf(memberAt(result, path));
    if (typeof count === "string") return unreadable(count, path.at(-1));
    quantities.push(count);
  }
  return { of: identities.usage(of), ...moment, quantities };
}

/** Reads a result of the cost report: amounts are cents. */
export function adminCostRow(
  result: Members,
  moment: Moment,
  identities: Identities,
): MoneyRow | RowFault {
  const currency = textOf(result["currency"]);
  if (!isBlank(currency) && currency.trim().toUpperCase() !== "USD")
    return unreadable("currency", "currency");
  const cost = amountOf(result["amount"]);
  if (typeof cost === "string") return unreadable(cost, "amount");
  const isListed = result["list_amount"] !== undefined && result["list_amount"] !== null;
  const list = isListed ? amountOf(result["list_amount"]) : undefined;
  if (typeof list === "string") return unreadable(list, "list_amount");
  const of = identities.cost({
    ...identityOf(result),
    tokenType: textOf(result["token_type"]),
    costType: textOf(result["cost_type"]),
    description: textOf(result["description"]),
  });
  return { of, ...moment, cost, list };
}

function identityOf(result: Members): WrittenIdentity {
  const text = (member: string): string => textOf(result[member]);
  return {
    model: text("model"),
    key: text("api_key_id"),
    workspace: text("workspace_id"),
    service: text("service_tier"),
    context: text("context_window"),
    geo: text("inference_geo"),
    speed: text("speed"),
    others: Object.entries(result).flatMap(([member, value]) =>
      typeof value === "string" && !KNOWN.has(member) ? [[member, value] as const] : [],
    ),
  };
}

function memberAt(result: Members, [member = "", inner]: readonly string[]): unknown {
  const value = result[member];
  if (inner === undefined || value === null || value === undefined) return value;
  return typeof value === "object" ? Reflect.get(value, inner) : value;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A JSON number has a point for its decimals and no groups; text is read as in a table with commas. */
function countOf(value: unknown): number | Unreadable {
  if (typeof value !== "number") return readCount(textOf(value), ",");
  if (value < 0) return "negative";
  if (!Number.isInteger(value)) return "not whole";
  return value > Number.MAX_SAFE_INTEGER ? "too large" : value;
}

/** Cents as dollars. */
function amountOf(value: unknown): Decimal | Unreadable {
  const cents = readAmount(textOf(value), ",");
  return typeof cents === "string" ? cents : times(cents, 1n, 2);
}
