import type { Figure } from "../figures/figure";
import type { Span } from "../source";
import { readOfferHeading } from "./offer-heading";
import type { TableRow } from "./table-rows";

const LABELS =
  /\b(?:commit\w*|discount|term|overage|unused|pay\w*|due|net|days|duration|period|renewal|lock|rollover|roll-over|currency|uplift|prices?|billing|invoic\w*|increases?|unspent|usage|length|renewals?|fees?)\b/i;

/** Rows under headings that say neither threshold nor discount: nothing of them is an offer. */
export function unknownTable(
  table: readonly TableRow[],
  index: number,
  /** For each row, the next one that holds a figure. */
  nextFigure: readonly number[],
  taken: ReadonlySet<Span>,
  textOf: (span: Span) => string,
  within: (span: Span) => readonly Figure[],
): readonly TableRow[] {
  const cells = table[index]?.cells ?? [];
  const isWordy = (cell: Span): boolean =>
    /^[^.!?:]{1,30}$/.test(textOf(cell)) &&
    textOf(cell).split(" ").length <= 4 &&
    within(cell).every(({ kind }) => kind === "aside" || kind === "label");
  if (cells.length < 2 || !cells.every(isWordy)) return [];
  // "Tier | Discount" over ranges of money: lines of amounts and discounts.
  const heads = cells.map((cell) => readOfferHeading(textOf(cell)).says);
  const below = table[nextFigure[index + 1] ?? table.length]?.line;
  const isMoney = below !== undefined && within(below).some(({ kind }) => kind === "money");
  if (heads.includes("name") && heads.includes("discount") && cells.length === 2 && isMoney)
    return [];
  const head = textOf({ start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 });
  if (/, /.test(head) && !/[\t|;]| {2}/.test(head)) return [];
  const rows: TableRow[] = [];
  for (let at = nextFigure[index + 1] ?? table.length; at < table.length; ) {
    const row = table[at];
    const [first] = row?.cells ?? [];
    if (row === undefined || first === undefined || row.cells.length !== cells.length) break;
    if (taken.has(row.line)) break;
    if (LABELS.test(textOf(first))) return [];
    rows.push(row);
    at = nextFigure[at + 1] ?? table.length;
  }
  return rows;
}
