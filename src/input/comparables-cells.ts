import type { BandTable } from "../core/bands";
import type { Place } from "../core/faults/place";
import { collect, combine, fail, type Result, succeed } from "../core/result";
import { readBands } from "./bands-cells";
import { type Cell, isBlankOrZero, readCell, readRange } from "./cells/cells";
import { readAmountUsd, readNumber } from "./cells/numbers";
import { readUsage } from "./history-cells";
import { readTable, type Table, type TableRow, type TableShape } from "./table-cells";

/** A commitment and its discount: an offer, or a deal that somebody got. */
export interface CommittedDiscount {
  readonly commitmentUsd: number;
  readonly discountFraction: number;
}

const SHAPE = {
  argument: "comparables",
  headings: ["Commitment", "Discount", "Date", "Source", "Note"],
  required: [["Commitment"], ["Discount"]],
  words: ["Date", "Source", "Note"],
} as const satisfies TableShape<string>;
type Heading = (typeof SHAPE.headings)[number];

/** Reads comparable deals: those with a commitment or a discount; the one without the other is refused. */
export function readComparables(raw: unknown): Result<readonly CommittedDiscount[]> {
  return readDeals(raw, readDeal);
}

/** Reads each deal by itself. */
export function readDeals<T>(
  raw: unknown,
  read: (row: TableRow<Heading>, zeros: Table<Heading>["zeros"]) => Result<T>,
): Result<readonly T[]> {
  const table = readTable<Heading>(raw, SHAPE);
  if (!table.ok) return table;
  if (table.value.headings.size === 0)
    return fail({
      kind: "missing",
      place: { argument: "comparables" },
      expected: "a table of deals with the headings Commitment and Discount",
    });
  const deals = table.value.rows.filter(
    ({ cell }) => !(isBlankOrZero(cell("Commitment")) && isBlankOrZero(cell("Discount"))),
  );
  return collect(deals.map((row) => read(row, table.value.zeros)));
}

/** A deal by its row. */
export function readDeal(
  { cell, place }: TableRow<Heading>,
  zeros: Table<Heading>["zeros"],
): Result<CommittedDiscount> {
  const isMissing = (heading: Heading): boolean =>
    zeros === "blank" ? isBlankOrZero(cell(heading)) : cell(heading).kind === "blank";
  const missing = (heading: Heading, expected: string): Result<never> =>
    fail({ kind: "missing", place: place(heading), expected });
  return combine({
    commitmentUsd: isMissing("Commitment")
      ? missing("Commitment", "the amount that was committed a year")
      : readUsage(cell("Commitment"), place("Commitment")),
    discountFraction: isMissing("Discount")
      ? missing("Discount", "a fraction from 0 up to 1, such as 0.15 (0% where there was none)")
      : readDiscount(cell("Discount"), place("Discount")),
  });
}

/** Reads an offer to rank, and the bands among whose deals it is ranked, if there are any. */
export function readOffer(
  discount: unknown,
  commitment: unknown,
  bands: unknown,
): Result<CommittedDiscount & { readonly bands: BandTable | undefined }> {
  const isOmitted = readRange(bands).every((cells) => cells.every(isBlankOrZero));
  return combine({
    commitmentUsd: readAmountUsd(commitment, { argument: "commitment" }),
    discountFraction: readDiscount(readCell(discount), { argument: "discount" }),
    bands: isOmitted ? succeed(undefined) : readBands(bands),
  });
}

/** A fraction from 0 up to 1. */
function readDiscount(cell: Cell, place: Place): Result<number> {
  const read = readNumber(cell, place, "fraction");
  if (!read.ok || (read.value >= 0 && read.value < 1)) return read;
  return fail({ kind: "levelOutOfRange", place, given: read.value });
}
