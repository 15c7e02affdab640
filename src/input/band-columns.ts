import type { PricingError } from "../core/errors";
import {
  BAND_POLICY_NAMES,
  BAND_TERM_NAMES,
  type BandPolicyName,
  type BandTermName,
  type PolicyName,
  type TermName,
} from "../core/terms";
import { BLANK, type Cell, isBlankOrZero, quoteCell, widthOf } from "./cells/cells";
import { readHeading } from "./headings/headings";
import { namedTerm } from "./headings/term-names";

type Cells = readonly Cell[];

/** What a column of a band table holds. A divisor of 100 means whole percents under a heading with %. */
export type Column =
  | { readonly kind: "threshold"; readonly mayBeRange: boolean }
  | { readonly kind: "discount"; readonly divisor: 1 | 100 }
  | { readonly kind: "end" | "name" | "blank" }
  | {
      readonly kind: "term";
      readonly term: BandTermName | BandPolicyName;
      readonly divisor: 1 | 100;
    }
  | { readonly kind: "text"; readonly heading: string };

/** Columns that decide the price, and whether their headings are known words. */
export interface Places {
  readonly threshold: number;
  readonly discount: number;
  readonly end: number;
  readonly known: boolean;
}

export function columnsUnder(
  heading: Cells,
  rows: readonly Cells[],
  body: number,
  { threshold, discount, end, known }: Places,
  faults: PricingError[],
): readonly Column[] {
  const isEmpty = (column: number): boolean =>
    isBlankOrZero(heading[column]) &&
    rows.slice(body).every((cells) => isBlankOrZero(cells[column]));
  const width = widthOf([heading, ...rows]);
  const columns: Column[] = [];
  const last = Math.max(threshold, discount, end);
  let mayBeName = true;
  for (let index = 0; index < width; index++) {
    const cell = heading[index] ?? BLANK;
    const text = isBlankOrZero(cell) ? "" : quoteCell(cell);
    if (index === threshold) columns.push({ kind: "threshold", mayBeRange: known });
    else if (index === discount) columns.push({ kind: "discount", divisor: 1 });
    else if (index === end) columns.push({ kind: "end" });
    else if (isEmpty(index)) columns.push({ kind: "blank" });
    else {
      const column = furtherColumn(text, index, mayBeName, columns, faults);
      // The name is the first further column, or one before the last that decides the price.
      mayBeName = column.kind !== "name" && index + 1 < last;
      columns.push(column);
    }
  }
  return columns;
}

function furtherColumn(
  text: string,
  index: number,
  mayBeName: boolean,
  columns: readonly Column[],
  faults: PricingError[],
): Column {
  const { term, near } = namedTerm(text);
  const textual: Column = { kind: "text", heading: text };
  if (term === "Basis") faults.push({ kind: "basisColumn" });
  else if (term && !isOfABand(term)) faults.push({ kind: "termColumn", term, column: index + 1 });
  else if (term) {
    const earlier = columns.findIndex((column) => column.kind === "term" && column.term === term);
    if (earlier < 0) return { kind: "term", term, divisor: 1 };
    faults.push({
      kind: "repeatedHeading",
      argument: "bands",
      heading: term,
      columns: [earlier + 1, index + 1],
    });
  } else if (near)
    faults.push({
      kind: "misspeltHeading",
      argument: "bands",
      heading: text,
      column: index + 1,
      nearest: near,
    });
  else if (mayBeName && (text === "" || /name|band|label/i.test(text) || isName(text)))
    return { kind: "name" };
  return textual;
}

function isOfABand(term: TermName | PolicyName): term is BandTermName | BandPolicyName {
  return [...BAND_TERM_NAMES, ...BAND_POLICY_NAMES].some((name) => name === term);
}

function isName(text: string): boolean {
  const { says, plainness } = readHeading(text);
  return says === "name" || (says === "threshold" && plainness === 1);
}
