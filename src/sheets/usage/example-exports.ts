import { dayText, monthOf, monthText } from "../../core/calendar";
import { NoAnswer } from "../../core/no-answer";
import { listCost, STANDARD_TARIFF, type Tariff } from "../../efficiency/card-price";
import { cardsOn, type PriceBook } from "../../efficiency/price-book";
import { firstDayOf } from "../../term/first-day";

// Exports that nobody downloaded: made volumes of made teams at the prices of a book, so that the way from an export to a commitment
// can be tried. They grow by 3% a month, hold one backfill, and tokens of a model that no book prices.

/** A file as text. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

export interface ExampleExports {
  readonly usage: TextFile;
  /** The bill of that usage, at list prices. */
  readonly cost: TextFile;
}

export interface ExampleMonths {
  /** As the calendar counts months. */
  readonly from: number;
  readonly months: number;
  /** Days of each month that have rows, the first and the last among them; its tokens are the same whatever they are. */
  readonly daysAMonth?: number;
}

const FIRST_MONTH = monthOf(2025, 11) ?? 0;

/** The twelve months before the release. */
export const EXAMPLE_YEAR: ExampleMonths = { from: FIRST_MONTH, months: 12 };

interface Workload {
  readonly workspace: string;
  readonly key: string;
  readonly model: string;
  readonly service: Tariff["service"];
  /** Of an average day of the first month: input, cache write 5m, cache write 1h, cache read, output, in millions of tokens. */
  readonly millions: readonly [number, number, number, number, number];
  /** A day. */
  readonly searches: number;
}

const WORKLOADS: readonly Workload[] = [
  {
    ...{ workspace: "Platform", key: "prod-api", model: "claude-sonnet-4-5", service: "standard" },
    ...{ millions: [100, 10, 0, 250, 24], searches: 50 },
  },
  {
    ...{ workspace: "Research", key: "analysts", model: "claude-opus-4-1", service: "standard" },
    ...{ millions: [12, 0, 0, 40, 4], searches: 0 },
  },
  {
    ...{ workspace: "Support", key: "support-bot", model: "claude-haiku-4-5", service: "standard" },
    ...{ millions: [120, 0, 0, 150, 20], searches: 0 },
  },
];

/** What happened once: a backfill, and a preview of a model without a list price. */
const ONCE: readonly { readonly month: number; readonly workload: Workload }[] = [
  {
    month: FIRST_MONTH + 6,
    workload: {
      ...{ workspace: "Backfill", key: "reindex", model: "claude-opus-4-1", service: "batch" },
      ...{ millions: [60, 0, 0, 0, 6], searches: 0 },
    },
  },
  {
    month: FIRST_MONTH,
    workload: {
      ...{ workspace: "Research", key: "analysts", model: "claude-example-preview" },
      ...{ service: "standard", millions: [2, 0, 0, 0, 0.2], searches: 0 },
    },
  },
];

const GROWTH_A_MONTH = 0.03;
/** Volumes of a day are within this much of their trend. */
const NOISE = 0.08;

const WINDOW = "\u2264 200k";
const USAGE_HEADINGS =
  "usage_date_utc,model_version,api_key,workspace,usage_type,context_window,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens,web_search_count,inference_geo,speed";
const COST_HEADINGS =
  "usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type,cost_usd,list_price_usd,cost_type,inference_geo,speed";
const TOKEN_TYPES = [
  ["input", "input_no_cache"],
  ["cache write 5m", "input_cache_write_5m"],
  ["cache write 1h", "input_cache_write_1h"],
  ["cache read", "input_cache_read"],
  ["output", "output"],
] as const;

/** Makes a usage export of the Console and the bill that goes with it; the same months always give the same files. */
export function exampleExports(
  book: PriceBook,
  { from, months, daysAMonth = MOST_DAYS }: ExampleMonths = EXAMPLE_YEAR,
): ExampleExports {
  const rows = Array.from({ length: months }, (_, index) => from + index).flatMap((month) =>
    rowsOf(month, daysAMonth),
  );
  const last = from + months - 1;
  const period = months === 1 ? monthText(from) : `${monthText(from)}-to-${monthText(last)}`;
  return {
    usage: fileOf(`example-usage-${period}.csv`, [USAGE_HEADINGS, ...rows.map(usageLine)]),
    cost: fileOf(`example-cost-${period}.csv`, [
      COST_HEADINGS,
      ...rows.flatMap((row) => costLines(row, book)),
    ]),
  };
}

const MOST_DAYS = 31;

function fileOf(name: string, lines: readonly string[]): TextFile {
  return { name, text: `${lines.join("\n")}\n` };
}

interface ExampleRow {
  readonly day: number;
  readonly workload: Workload;
  readonly tokens: readonly number[];
  readonly searches: number;
}

function rowsOf(month: number, daysAMonth: number): readonly ExampleRow[] {
  const first = firstDayOf(month);
  const length = firstDayOf(month + 1) - first;
  const count = Math.min(daysAMonth, length);
  const workloads = [
    ...WORKLOADS,
    ...ONCE.filter((one) => one.month === month).map(({ workload }) => workload),
  ];
  const growth = (1 + GROWTH_A_MONTH) ** (month - FIRST_MONTH);
  return Array.from({ length: count }, (_, index) => {
    const day = first + Math.round((index * (length - 1)) / Math.max(1, count - 1));
    return workloads.map((workload, at): ExampleRow => {
      const factor = (growth * (1 + NOISE * (2 * chanceOf(day, at) - 1)) * length) / count;
      return {
        ...{ day, workload },
        tokens: workload.millions.map((millions) => Math.round(millions * 1e6 * factor)),
        searches: Math.round(workload.searches * factor),
      };
    });
  }).flat();
}

/** A number from 0 up to 1 that looks like chance and is always the same (the mixer of MurmurHash3). */
function chanceOf(day: number, index: number): number {
  let hash = Math.imul(day * 8 + index, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

function usageLine({ day, workload, tokens, searches }: ExampleRow): string {
  const { model, key, workspace, service } = workload;
  const place = [dayText(day), model, key, workspace, service, WINDOW];
  return [...place, ...tokens, searches, "global", ""].join(",");
}

/** A line for each kind that was used, in cents; a model without a price is on no bill. */
function costLines(
  { day, workload, tokens, searches }: ExampleRow,
  book: PriceBook,
): readonly string[] {
  const { model, key, workspace, service } = workload;
  const cards = cardsOn(book, model, day);
  if (cards instanceof NoAnswer) return [];
  const line = (
    used: Parameters<typeof listCost>[0],
    [shown, type, window, kind, cost]: readonly [string, string, string, string, string],
  ): readonly string[] => {
    const usd = listCost(used, cards[0], { ...STANDARD_TARIFF, service });
    if (usd instanceof NoAnswer || usd === 0) return [];
    const amount = usd.toFixed(2);
    const place = [dayText(day), shown, workspace, key, type, window];
    return [[...place, kind, amount, amount, cost, "global", ""].join(",")];
  };
  const type = service === "standard" ? "message" : service;
  return [
    ...TOKEN_TYPES.flatMap(([kind, name], index) =>
      line({ [kind]: tokens[index] ?? 0 }, [model, type, WINDOW, name, "token"]),
    ),
    ...line({ "web search": searches }, ["", "", "", "", "web_search"]),
  ];
}

/** Small files for people to try: a year of usage, the bill of its last three months, and the month after it. */
export function filesToTry(book: PriceBook): readonly TextFile[] {
  const { from, months } = EXAMPLE_YEAR;
  const of = (some: Omit<ExampleMonths, "daysAMonth">): ExampleExports =>
    exampleExports(book, { ...some, daysAMonth: 2 });
  return [
    of(EXAMPLE_YEAR).usage,
    of({ from: from + months - 3, months: 3 }).cost,
    of({ from: from + months, months: 1 }).usage,
  ];
}
