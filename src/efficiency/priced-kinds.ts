/** What a model is paid for; the first four make up a prompt. */
export const PRICED_KINDS = [
  "input",
  "cache write 5m",
  "cache write 1h",
  "cache read",
  "output",
  "web search",
  "session hour",
] as const;
export type PricedKind = (typeof PRICED_KINDS)[number];

/** The kinds as headings of a table. */
export const KIND_HEADINGS = {
  input: "Input",
  "cache write 5m": "Cache write 5m",
  "cache write 1h": "Cache write 1h",
  "cache read": "Cache read",
  output: "Output",
  "web search": "Web search",
  "session hour": "Session hour",
} as const satisfies Readonly<Record<PricedKind, string>>;

export const PROMPT_KINDS = PRICED_KINDS.slice(0, 4);

/** How many of a kind its price is for: USD per million tokens, per 1,000 searches, per hour. */
export function pricedUnit(kind: PricedKind): number {
  if (kind === "web search") return 1_000;
  return kind === "session hour" ? 1 : 1_000_000;
}

/** Names of the kinds in exports of usage and cost, as `bare` leaves them. */
const ALSO: Readonly<Record<PricedKind, readonly string[]>> = {
  input: ["inputnocache", "uncachedinput"],
  "cache write 5m": ["inputcachewrite5m", "cachecreationephemeral5minput"],
  "cache write 1h": ["inputcachewrite1h", "cachecreationephemeral1hinput"],
  "cache read": ["inputcacheread", "cachereadinput"],
  output: [],
  "web search": ["websearches", "websearchcount", "websearchrequests"],
  "session hour": ["sessionhours"],
};

/** A word without case, marks, and the words that exports put into every name: `usage_output_tokens` is output. */
function bare(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s._\-‐-–]+|usage|tokens/g, "");
}

const BY_WORD: ReadonlyMap<string, PricedKind> = new Map(
  PRICED_KINDS.flatMap((kind) => [bare(kind), ...ALSO[kind]].map((word) => [word, kind] as const)),
);

/** The kind that a word names: `Cache-Read`, `cache_read_input_tokens`. */
export function pricedKind(word: string): PricedKind | undefined {
  return BY_WORD.get(bare(word));
}
