import type { UnpricedReason } from "../../input/usage-files/pricing/unpriced-reasons";
import type { Verdict } from "../../input/usage-files/reconcile";
import type { Refusal, SetAside, Unreadable } from "../../input/usage-files/rows/faults";
import type {
  FileNote,
  ImportWarning,
  RefusedFile,
} from "../../input/usage-files/rows/file-report";
import type { AsideRow, UnreadableRow } from "../../input/usage-files/rows/row-tally";
import { formatCount, formatCounted, formatList } from "../format/format";

/** Names that a sentence lists before it counts the rest. */
const MOST_NAMES = 6;

/** Why nothing of a file was read, and what to do. */
export function refusalSentence({ file, code, names }: RefusedFile): string {
  return `${file} ${REFUSALS[code](names)}`;
}

const REFUSALS: Readonly<Record<Refusal, (names: readonly string[]) => string>> = {
  empty: () => "is empty: export it again.",
  "not text": () =>
    "is no text: unpack it if it is packed (.gz, .zip), save the sheet of a workbook as CSV UTF-8, and import that.",
  "too large": () =>
    "has a line of more than 1 MB, or is JSON of more than 200 MB: export fewer days at a time.",
  "broken JSON": () => "is JSON that breaks off or has a fault: export it again.",
  "unknown format": (names) =>
    `has headings that no export has${names.length > 0 ? ` (${listed(names)})` : ""}: import a usage or cost export of the Console or the Admin API, a FOCUS export, or a table with the columns Month and Spend in USD. The headings stand in the first line, with commas, semicolons or tabs between them.`,
  "not a Claude export": (names) =>
    `has the column ${listed(names)}, so it is OpenAI's: its input counts cached tokens too. Import a table with the columns Month and Spend instead.`,
  "missing column": (names) =>
    `lacks the ${names.length === 1 ? "column" : "columns"} ${listed(names)}: export it again with ${names.length === 1 ? "it" : "them"}, or correct the heading.`,
  "column twice": (names) =>
    `has the ${names.length === 1 ? "heading" : "headings"} ${listed(names.map((name) => name || "(blank)"))} more than once: rename or delete the columns that you do not need.`,
  "several amounts": (names) =>
    `has ${listed(names)} beside a month: keep the column of what was spent in USD, delete the others, and import it again.`,
  "no rows": () => "has headings but no rows: export days on which something was used.",
  "no readable row": (names) =>
    `has no row that can be read (${listed(names)}): export it again, and do not save it in a spreadsheet in between. In a table of your own write months as 2026-10 and amounts as 1234.5.`,
  "days already in from another format": (names) =>
    `covers ${names.length === 1 ? "a day" : "days"} that a Console export covers too (${listed(names)}): import one of the two, since workspaces have other names in each and nothing may count twice.`,
};

/** Where a row is that was not read, why, and what to do. */
export function unreadableSentence(file: string, { place, code, column }: UnreadableRow): string {
  return `${placeOf(file, place)}: ${UNREADABLE[code](column)}`;
}

const UNREADABLE: Readonly<Record<Unreadable, (column: string) => string>> = {
  columns: () => "it has more or fewer cells than the heading. Export the file again.",
  truncated: () => "the file breaks off here. Export it again.",
  "bad quote": () =>
    "a quotation mark is not closed, or text follows a closing one. Double each quotation mark inside a cell.",
  missing: (column) => `${column} is blank. Fill it in, or leave the row out.`,
  "bad date": (column) =>
    /month|period$/.test(column)
      ? `${column} is no month. Write it as 2026-10.`
      : `${column} is no date. Write it as 2026-10-07.`,
  "ambiguous date": (column) =>
    `${column} has the day or the month first, so it reads two ways: a spreadsheet has rewritten it. Export the file again and import it as it comes, or write 2026-10-07.`,
  "bad number": (column) => `${column} is no number. Write it with digits alone, as 1234.5.`,
  "ambiguous number": (column) =>
    `${column} reads two ways: one point or comma before three digits may be of thousands or of decimals. Write 1250 or 1.25.`,
  negative: (column) => `${column} is below 0. Write 0 or more, or leave the row out.`,
  "not whole": (column) => `${column} is no whole number. Tokens and searches are counted.`,
  "too large": (column) => `${column} is above 9,007,199,254,740,991, more than can be counted.`,
  currency: (column) => `${column} is not USD. Nothing is converted: import rows in USD alone.`,
};

/** Where a row is that belongs to no usage of Claude, and what it is. */
export function asideSentence(file: string, { place, code }: AsideRow): string {
  return `${placeOf(file, place)}: ${ASIDE[code]}`;
}

const ASIDE: Readonly<Record<SetAside, string>> = {
  "header again": "the headings again.",
  "total row": "a row of totals, which are in the rows above it already.",
  "other service": "a charge that names neither Claude nor Anthropic.",
  "not usage": "a credit, tax, purchase or adjustment: no usage.",
};

/** A line of a table is a number, a place in JSON a path. */
function placeOf(file: string, place: string): string {
  return /^\d+$/.test(place) ? `${file}, line ${formatCount(Number(place))}` : `${file}, ${place}`;
}

/** What to know of a file that was read. */
export function noteSentence(file: string, note: FileNote): string {
  switch (note.kind) {
    case "cacheWritesNotSplit":
      return `${file} has one column of cache writes: all of them are priced as 5-minute writes, so writes that last an hour cost more than shown.`;
    case "noCacheColumns":
      return `${file} has no column of cached tokens: if prompts were cached, its usage costs more than shown.`;
    case "morePages":
      return `${file} says that more pages follow: export the missing pages, or its last days lack usage.`;
    case "encoding":
      return note.encoding === "UTF-16"
        ? `${file} was read as UTF-16.`
        : `${file} was read as Windows-1252, since it is no UTF-8: look at the names with accents.`;
  }
}

/** What to know of columns that a format does not know: they tell rows apart, and tokens in them have no price. */
export function unknownColumnsSentence(file: string, columns: readonly string[]): string {
  const tokens = columns.filter((column) => /tokens?$/.test(column));
  if (tokens.length > 0)
    return `${file} also has the ${tokens.length === 1 ? "column" : "columns"} ${listed(tokens)}, which no price is known for: if these tokens are not in the other columns, its usage costs more than shown.`;
  const one = columns.length === 1;
  return `${file} also has the ${one ? "column" : "columns"} ${listed(columns)}: rows that differ only in ${one ? "it" : "them"} are both counted.`;
}

export function warningSentence(warning: ImportWarning): string {
  switch (warning.kind) {
    case "focusFilesShareDays":
      return `${formatList(warning.files)} both have charges of ${listed(warning.days)}: a charge whose amount has changed between them is counted twice. Import the later one alone.`;
    case "monthTwice":
      return `${warning.file} has several rows for ${listed(warning.months)}: only the largest of a month counts. Add them up to one row a month.`;
  }
}

/** Why usage of a model has no price, and what to do. */
export function unpricedSentence(model: string, reason: UnpricedReason): string {
  switch (reason.kind) {
    case "service":
      return `${model}: service tier ${reason.word} has no list price. Leave these tokens out, or add what you pay for them to the month.`;
    case "geo":
      return `${model}: inference in ${reason.word} has no list price.`;
    case "speed":
      return `${model}: speed ${reason.word} has no list price.`;
    case "noPriceOf":
      return `${model}: the price book has no price for ${reason.of}. Add it to the row of the model.`;
    case "unknownModel":
      return `${model} is not in the price book. Add a row with its prices.`;
    case "noPriceOnDay":
      return `${model} has no price on these days. Correct From and To in the price book, or add a row.`;
    case "fastBatch":
      return `${model}: fast mode is not sold with batch, so these rows have no price.`;
    case "noFast":
      return `${model} has no price in fast mode. Add Fast input and Fast output to the price book.`;
    case "noBatch":
      return `${model} has no batch price. Add Batch to the price book.`;
    case "noUsOnly":
      return `${model} has no price for US-only inference. Add US only to the price book.`;
  }
}

/** What a verdict of the reconciliation means. */
export const VERDICT_SENTENCES: Readonly<Record<Verdict, string>> = {
  "only in usage": "The bill has no line for this usage: import the cost export of the same days.",
  "only in cost": "The bill has lines without usage: import the usage export of the same days.",
  unpriced: "Some of this usage has no price, so it cannot be compared.",
  agrees: "Priced usage and the bill agree within the rounding of the lines of the bill.",
  differs: "Priced usage and the bill differ by more than the rounding of the lines of the bill.",
};

/** What `list_price_usd` of a bill is taken for. */
export const LIST_PRICE_CAUTION =
  "The export does not document list_price_usd: Bandwise takes it for the price before a negotiated discount.";

/** The label of the button that writes an import. */
export function importLabel(rows: number, unreadableRows: number): string {
  const reads = `Import ${formatCounted(rows, "row", "rows")}`;
  return unreadableRows === 0 ? reads : `${reads}, leave out ${formatCount(unreadableRows)}`;
}

export function tooManyRowsSentence(mostRows: number): string {
  return `These files have more than ${formatCount(mostRows)} different rows: import a quarter at a time.`;
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0
    ? formatList([...names.slice(0, MOST_NAMES), `${formatCount(more)} more`])
    : formatList(names);
}
