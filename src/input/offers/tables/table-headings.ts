import type { Heading } from "../../headings/headings";
import type { Figure } from "../figures/figure";
import type { Span } from "../source";
import { readOfferHeading } from "./offer-heading";
import { isFilled, type Row } from "./table-rows";

export interface Columns {
  readonly threshold: number;
  readonly end: number;
  readonly discount: number;
  readonly name: number;
  readonly heading: Heading;
  readonly discountHeading: Heading;
}

interface Headings {
  readonly headings: readonly (Heading | undefined)[];
  readonly threshold: number;
  readonly end: number;
  readonly discounts: readonly number[];
  readonly name: number;
}

/** More columns than a table of bands has. */
const MOST_COLUMNS = 60;

const TERM_COLUMN =
  /^(?:discount |rate |term )?\(?(?:\d+|one|two|three|four|five)[ -]?(?:years?|yrs?|y|months?|mos?)\)?(?: (?:term|deal|commit\w*|contract|agreement|discount|rate))?$|^(?:contract )?(?:year|yr|y) ?\d$|^20\d\d$/i;

/** A column of what is offered, beside one of what is wanted. */
const OFFERED =
  /^(?:offer(?:ed)?|proposed|quoted|(?:you |we |customer )?(?:gets?|earns?|gives?|receives?|saves?)(?: you)?)\W*$/i;

/** An amount that may be a threshold where no other heading is one. */
const AMOUNT =
  /^(?:amount|(?:deal|order|contract) (?:size|value)|fees?|(?:annual|yearly)(?: (?:amount|value|fees?|charges?))?$|(?:annual|yearly|quarterly|monthly|contract) (?:minimum|amount|value|fees?)$|value|minimum|usage)\b/i;

/** Nothing but the unit of amounts: "USD thousands". */
const UNIT_OF_MONEY =
  /^\(?(?:amounts? )?(?:in )?(?:usd|eur|gbp|chf|us\$|[$€£])(?: ?(?:k|m|mn|000s?|thousands?|millions?))?(?: (?:per year|a year|p\.?a\.?))?\)?$/i;

const LOWEST = /^(?:range|lower|low)(?: (?:limit|bound|end|value|spend))?$/i;

/** A sentence with a comma is no heading of two cells: its verb, its length or its full stop says so. */
const SENTENCE =
  /(?:[\p{L}\d'-]+ ){6}|[\p{L}\d'-]+ [\p{L}\d'-]+ [\p{L}\d'-]+\.$|\b(?:is|are|will|appl(?:ies|y|ied)(?!(?: (?:from|at|above|to))?\W*$)|shall|once|if|after|when|should|billed|charged|paid|receives?|gets?|has|lasts?|runs?|rolls?|expires?|lapses?|stays?|remains?)\b/iu;

const NAMES =
  /^(?!support|service level|payment).*\b(?:tier|band|name|level|label|plan|package|edition)s?\b/i;

export function headingsOf(
  cells: Row,
  textOf: (span: Span) => string,
  within: (span: Span) => readonly Figure[],
): Headings | undefined {
  const filled = cells.filter(isFilled).length;
  if (filled < 2 || filled > MOST_COLUMNS) return undefined;
  const isHeading = (cell: Span): boolean =>
    /[\p{L}%#]/u.test(textOf(cell)) &&
    (TERM_COLUMN.test(textOf(cell)) ||
      within(cell).every(
        ({ kind, value }) =>
          ["duration", "label", "aside", "quantity", "seats"].includes(kind) ||
          (kind !== "percent" && (value === 0 || value === 1000)),
      ));
  if (!cells.filter(isFilled).every(isHeading)) return undefined;
  const [first, second] = cells;
  const isProse =
    first !== undefined &&
    second !== undefined &&
    / *[,;] */.test(textOf({ start: first.end, end: second.start })) &&
    (filled < 4
      ? cells.some((cell) => SENTENCE.test(textOf(cell)))
      : cells.every((cell) => !isFilled(cell) || SENTENCE.test(textOf(cell))));
  if (isProse) return undefined;
  const headings = cells.map((cell) =>
    isFilled(cell) ? readOfferHeading(textOf(cell)) : undefined,
  );
  const saying = (...says: Heading["says"][]): readonly number[] =>
    headings.flatMap((heading, column) => (heading && says.includes(heading.says) ? [column] : []));
  const weight = (column: number): number =>
    (headings[column]?.plainness ?? 0) + (/commit/i.test(headings[column]?.text ?? "") ? 0.5 : 0);
  const plainest = (columns: readonly number[]): number =>
    columns.toSorted((one, other) => weight(other) - weight(one))[0] ?? -1;
  const lowest = cells.flatMap((cell, column) => (LOWEST.test(textOf(cell)) ? [column] : []));
  const named = saying("threshold", "above");
  const starts = named.length > 0 ? named : lowest;
  const ends = saying("end");
  const amount = cells.findIndex(
    (cell) => AMOUNT.test(textOf(cell)) || UNIT_OF_MONEY.test(textOf(cell)),
  );
  const terms = cells.flatMap((cell, column) => (TERM_COLUMN.test(textOf(cell)) ? [column] : []));
  const said = saying("discount");
  const offered = cells.findIndex((cell) => OFFERED.test(textOf(cell)));
  const paid = saying("paid")
    .filter((column) => !/^share\W*$/i.test(headings[column]?.text ?? ""))
    .slice(0, 1);
  const unsaid = paid.length > 0 || offered < 0 ? paid : [offered];
  const discounts = said.length > 0 ? said : unsaid;
  const threshold =
    starts.length > 0 ? plainest(starts) : (ends[0] ?? (discounts.length > 0 ? amount : -1));
  const byTerm = terms.length > 1 && terms.length >= discounts.length ? terms : discounts;
  if (threshold < 0 || byTerm.length === 0) return undefined;
  const name = cells.findIndex(
    (cell, column) =>
      column !== threshold &&
      NAMES.test(textOf(cell)) &&
      !byTerm.includes(column) &&
      !ends.includes(column),
  );
  const end = ends.find((column) => column !== threshold) ?? -1;
  return {
    headings: headings.map(
      (heading, column) =>
        heading ??
        (byTerm.includes(column)
          ? readOfferHeading(textOf(cells[column] ?? { start: 0, end: 0 }))
          : undefined),
    ),
    threshold,
    end,
    discounts: byTerm,
    name,
  };
}
