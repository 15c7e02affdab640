import { PERCENT, TEXT, USD } from "../../wording/format/number-formats";

/** The tables of imported usage, each on a sheet of its own, in the order of the sheets. */
export const USAGE_TABLES = [
  "usage",
  "months",
  "exclusions",
  "unpriced",
  "imports",
  "leftOut",
  "checks",
] as const;
export type UsageTableKey = (typeof USAGE_TABLES)[number];

/** A value for each table. */
export function byUsageTable<T>(
  value: (key: UsageTableKey) => T,
): Readonly<Record<UsageTableKey, T>> {
  return {
    usage: value("usage"),
    months: value("months"),
    exclusions: value("exclusions"),
    unpriced: value("unpriced"),
    imports: value("imports"),
    leftOut: value("leftOut"),
    checks: value("checks"),
  };
}

export interface TableColumn {
  readonly heading: string;
  /** Number format. */
  readonly format: string;
  /** In points. */
  readonly width: number;
  /** Whether people type into it. */
  readonly isInput?: true;
  /** Whether tables of earlier versions are without it. */
  readonly isLater?: true;
}

export const MONTH_FORMAT = "yyyy-mm";
const DAY_FORMAT = "yyyy-mm-dd";
const COUNT_FORMAT = "#,##0";

const text = (heading: string, width = 84): TableColumn => ({ heading, format: TEXT, width });
const month = (heading = "Month"): TableColumn => ({ heading, format: MONTH_FORMAT, width: 60 });
const day = (heading: string): TableColumn => ({ heading, format: DAY_FORMAT, width: 72 });
const count = (heading: string, width = 108): TableColumn => ({
  heading,
  format: COUNT_FORMAT,
  width,
});
const usd = (heading: string, width = 84): TableColumn => ({ heading, format: USD, width });
const typed = (column: TableColumn): TableColumn => ({ ...column, isInput: true });
const later = (column: TableColumn): TableColumn => ({ ...column, isLater: true });

export const QUANTITY_HEADINGS = [
  "Input",
  "Cache write 5m",
  "Cache write 1h",
  "Cache read",
  "Output",
  "Web search",
] as const;

const USAGE_COLUMNS: readonly TableColumn[] = [
  month(),
  day("Prices on"),
  text("Workspace", 96),
  text("Model", 150),
  text("Service"),
  text("Speed"),
  text("Geo"),
  count("Prompt tokens"),
  ...QUANTITY_HEADINGS.map((heading) => count(heading)),
];

/** Where the parts of a row of usage begin, from 0. */
export const AT = {
  model: 3,
  service: 4,
  speed: 5,
  geo: 6,
  promptTokens: 7,
  quantities: 8,
  listUsd: 14,
  promptTokensHigh: 15,
  listUsdHigh: 16,
};

/** The columns of each table, which its readers find again by their headings. */
export const COLUMNS: Readonly<Record<UsageTableKey, readonly TableColumn[]>> = {
  usage: [...USAGE_COLUMNS, usd("List USD"), count("Prompt tokens high"), usd("List USD high")],
  months: [
    month(),
    day("First day"),
    day("Last day"),
    text("Complete"),
    usd("Usage"),
    usd("Usage high"),
    text("From", 96),
    usd("Billed"),
    count("Unpriced tokens"),
    usd("Excluded"),
    usd("Baseline"),
    typed(text("In history")),
  ],
  exclusions: [
    typed(month("From")),
    typed(month("To")),
    typed(text("Workspace", 110)),
    typed(text("Model", 150)),
    typed({ heading: "Share", format: PERCENT, width: 60 }),
    typed(usd("USD")),
    typed(text("Reason", 260)),
    later(typed(day("First day"))),
    later(typed(day("Last day"))),
  ],
  unpriced: [...USAGE_COLUMNS, text("Reason", 220), usd("Now at list")],
  imports: [
    text("File", 220),
    text("Format", 96),
    count("Rows", 60),
    day("First day"),
    day("Last day"),
    count("Unreadable", 72),
    count("Set aside", 72),
    text("Notes", 300),
  ],
  leftOut: [text("File", 220), text("Line", 110), text("Reason", 320), text("Column", 150)],
  checks: [
    day("Day"),
    text("Model", 150),
    usd("Priced usage"),
    usd("Priced high"),
    usd("List on the bill", 96),
    usd("Cost"),
    { heading: "Rounding allowed", format: "$0.000", width: 96 },
    usd("Difference"),
    text("Verdict", 130),
    usd("Cost with a list price", 120),
  ],
};

/** Whether a table still has its columns where they were written; further columns at the right are the user's. */
export function hasHeadings(key: UsageTableKey, headings: readonly unknown[]): boolean {
  return COLUMNS[key].every(
    ({ heading, isLater }, index) => isLater === true || headings[index] === heading,
  );
}

/** Of these columns those that a table with such headings has, which one of an earlier version lacks. */
export function columnsIn(
  key: UsageTableKey,
  headings: readonly unknown[],
): readonly TableColumn[] {
  const columns = COLUMNS[key];
  const hasAll = columns.every(({ heading }, index) => headings[index] === heading);
  return hasAll ? columns : columns.filter(({ isLater }) => isLater !== true);
}

/** The column of a table under a heading, from 0. */
export function columnOf(key: UsageTableKey, heading: string): number {
  return COLUMNS[key].findIndex((column) => column.heading === heading);
}
