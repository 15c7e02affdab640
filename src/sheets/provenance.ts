import { DEAL_INPUTS, type DealCells } from "../deal/deal-inputs";
import { formatList } from "../wording/format/format";
import { TEXT } from "../wording/format/number-formats";
import { madeBy } from "../wording/format/version";
import { excel, type Formula, operation, quoted } from "./formulas/call";
import { literalText } from "./literal-text";
import type { CellArea, SheetBlock } from "./sheet-block";
import { joined } from "./usage/sentence-formula";

const DAY = "yyyy-mm-dd";

/** A deal that a sheet is made from: its cells, and what it is called where the sheet has several. */
export interface SheetSource {
  readonly title?: string;
  readonly cells: DealCells;
}

/**
 * What a number on a sheet can be traced by: what made it and when, its inputs by their addresses, who the bands are from, and the
 * forecast as it was written.
 *
 * @param madeOn Date and time of making.
 */
export function provenanceLines(
  madeOn: string,
  sources: readonly SheetSource[],
): readonly string[] {
  return [
    `${madeBy(madeOn)}.`,
    ...sources.flatMap(({ title, cells }) => {
      const lines = [inputWords(cells), bandsWords(cells.bands), forecastWords(cells)];
      const known = lines.filter((line) => line !== "");
      return title === undefined ? known : [`${title}. ${known.join(" ")}`];
    }),
  ];
}

/** A layout with its provenance in small grey words: where it has a place for it, else below all that it holds. */
export function withProvenance<
  Layout extends {
    readonly parts: readonly SheetBlock[];
    readonly rows: number;
    readonly provenanceRow?: number;
  },
>(layout: Layout, madeOn: string, sources: readonly SheetSource[]): Layout {
  const lines = provenanceLines(madeOn, sources);
  const row = layout.provenanceRow ?? layout.rows + 1;
  const block: SheetBlock = {
    ...{ row, column: 0, rows: lines.length, columns: 1, look: "provenance", formats: [TEXT] },
    cells: lines.map((line) => [literalText(line)]),
  };
  return {
    ...layout,
    parts: [...layout.parts, block],
    rows: Math.max(layout.rows, row + lines.length),
  };
}

/**
 * Row, from 0, of what a sheet with tables that grow says of itself: in its head, between its note and its headings. Tables grow
 * downwards, so a foot would stop them.
 */
export const HEAD_ROW = 2;

/** What made a sheet whose tables grow, and what it is made from. */
export function headLine(madeOn: string, ...sentences: readonly string[]): string {
  return [`${madeBy(madeOn)}.`, ...sentences].join(" ");
}

/** A line that says what made a sheet, once the sheet is made again; undefined where it says nothing of that. */
export function madeAgain(line: string, madeOn: string): string | undefined {
  return MADE.test(line) ? line.replace(MADE, `${madeBy(madeOn)}.`) : undefined;
}

const MADE = /\bMade by Bandwise \S+ on [^."]+\./;

/**
 * The same for a sheet with a deal: what its results read, by their names, and who its bands are from.
 *
 * @param bands As they are written into cells: a text may begin with the apostrophe that keeps it a text.
 */
export function dealHeadLine(
  madeOn: string,
  names: readonly string[],
  bands: DealCells["bands"],
): string {
  const inputs = names.length > 0 ? [`Inputs: the cells named ${formatList(names)}.`] : [];
  const shown = bands.map((row) =>
    row.map((cell) => (typeof cell === "string" ? cell.replace(/^'/, "") : cell)),
  );
  return headLine(madeOn, ...inputs, bandsWords(shown));
}

/** The same for a sheet of usage at list prices: how new those of a price book are that has a column Checked on. */
export function pricedHeadLine(line: string, book: string): Formula {
  const day = excel("MAX", `${book}[Checked on]`);
  // TEXT with yyyy-mm-dd would depend on the language of Excel.
  const two = (part: "MONTH" | "DAY"): Formula =>
    excel("RIGHT", operation(100, "+", excel(part, day)), 2);
  return joined(
    ...[quoted(`${line} List prices checked on `), excel("YEAR", day), quoted("-")],
    ...[two("MONTH"), quoted("-"), two("DAY"), quoted(".")],
  );
}

/** Tables of imported usage, by their names. */
interface UsageSource {
  readonly usage: string;
  readonly months: string;
  readonly book: string;
}

/**
 * A layout over imported usage with its provenance below its chart: the tables that it reads, and how new the list prices are.
 *
 * Below all that the sheet holds it would be alone on a page: what spills there has room for more than is shown.
 */
export function withUsageProvenance<
  Layout extends {
    readonly parts: readonly SheetBlock[];
    readonly columns: number;
    readonly chart: CellArea;
  },
>(layout: Layout, madeOn: string, { usage, months, book }: UsageSource): Layout {
  const { row, column, rows } = layout.chart;
  const block: SheetBlock = {
    ...{ row: row + rows + 1, column, rows: 3, columns: 3 },
    ...{ look: "provenance", formats: [TEXT, TEXT, DAY] },
    cells: [
      [literalText(`${madeBy(madeOn)}.`), "", ""],
      [literalText(`Inputs: the tables ${usage}, ${months} and ${book}.`), "", ""],
      ["List prices checked on", "", excel("MAX", `${book}[Checked on]`)],
    ],
  };
  const columns = Math.max(layout.columns, block.column + block.columns);
  return { ...layout, parts: [...layout.parts, block], columns };
}

function inputWords({ addresses, references }: DealCells): string {
  const inputs = DEAL_INPUTS.flatMap(({ name, key }) => {
    const place = addresses?.[name] ?? references[key];
    if (!place) return [];
    // What a scenario says in its row is an expression over the cells of the row.
    return [`${name} in ${/[({]/.test(place) ? "its row" : place.replaceAll("$", "")}`];
  });
  return `Inputs: ${inputs.join(", ")}.`;
}

/** Headings of a column that says who bands are from. */
const SOURCE = /^source$/i;

function bandsWords(bands: DealCells["bands"]): string {
  const heading = bands.findIndex((line) => line.some(isSource));
  const column = bands[heading]?.findIndex(isSource) ?? -1;
  const said = bands.slice(heading + 1).map((line) => String(line[column] ?? "").trim());
  const sources = [...new Set(said.filter((text) => text !== ""))];
  return column < 0 || sources.length === 0
    ? "The bands name no source."
    : `Source of the bands: ${sources.join("; ")}.`;
}

function isSource(raw: unknown): boolean {
  return typeof raw === "string" && SOURCE.test(raw.trim());
}

/** Cells of a forecast that are said one by one. */
const MOST_SAID = 12;

function forecastWords({ forecast, usage }: DealCells): string {
  if (forecast === null)
    return typeof usage === "number" ? `Usage of ${shown(usage)} counts as certain.` : "";
  const [first = [], second = [], ...more] = forecast;
  const isAcross = more.length === 0 && first.length > 2 && second.length === first.length;
  const lines = isAcross ? first.map((label, at) => [label, second[at]]) : forecast;
  const filled = lines
    .map((line) => line.filter((raw) => raw !== "" && raw !== null && raw !== undefined))
    .filter((line) => line.length > (isAcross ? 1 : 0) && !/^label$/i.test(String(line[0])));
  const cells = filled.flat().length;
  return cells > MOST_SAID
    ? `Forecast from ${shown(cells)} cells.`
    : `Forecast: ${filled.map((line) => line.map(shown).join(" ")).join(", ")}.`;
}

function shown(raw: unknown): string {
  return typeof raw === "number"
    ? raw.toLocaleString("en-US", { maximumFractionDigits: 4 })
    : String(raw);
}
