/** What a file of usage or cost can be, told by its headings or its JSON members. */
export const FILE_FORMATS = [
  "Console usage",
  "Console cost",
  "Admin usage",
  "Admin cost",
  "FOCUS",
  "months",
] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What rows say: tokens, lines of a bill, charges of a cloud, or amounts of months. Never added to one another. */
export const SOURCES = ["usage", "cost", "FOCUS", "months"] as const;
export type Source = (typeof SOURCES)[number];

export function sourceOf(format: FileFormat): Source {
  if (format === "FOCUS" || format === "months") return format;
  return format.endsWith("usage") ? "usage" : "cost";
}

/** The kinds of a usage row, in the order of its columns. */
export const USAGE_KINDS = [
  "input",
  "cache write 5m",
  "cache write 1h",
  "cache read",
  "output",
  "web search",
] as const;
export type UsageKind = (typeof USAGE_KINDS)[number];

/** A whole number for each of USAGE_KINDS, in their order. */
export type Quantities = readonly number[];

/** The first kinds, which make up a prompt, and those that are tokens. */
export const PROMPT_KIND_COUNT = 4;
export const TOKEN_KIND_COUNT = 5;
