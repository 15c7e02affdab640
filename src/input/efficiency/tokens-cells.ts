import type { PricingError } from "../../core/errors";
import { countedAcross } from "../../core/errors";
import type { Place } from "../../core/faults/place";
import { nearest, sameWord } from "../../core/fuzzy-match";
import { fail, failWith, type Result, succeed } from "../../core/result";
import type { Quantities } from "../../efficiency/card-price";
import { PRICED_KINDS, type PricedKind, pricedKind } from "../../efficiency/priced-kinds";
import { WORKLOAD_KINDS } from "../../efficiency/workload";
import {
  BLANK,
  type Cell,
  isBlankOrZero,
  quoteCell,
  readCell,
  readRange,
  transposed,
} from "../cells/cells";
import { headingWords } from "../headings/heading-words";
import { isFigure } from "../headings/percent-scale";
import { readQuantity, readWords } from "../table-cells";

type Cells = readonly Cell[];

/** The kind that an argument names. */
export function readKind(raw: unknown): Result<PricedKind> {
  return kindIn(readCell(raw), { argument: "kind" });
}

function kindIn(cell: Cell, place: Place): Result<PricedKind> {
  const words = readWords(cell, place);
  if (!words.ok) return words;
  const given = words.value;
  if (given === undefined)
    return fail({ kind: "missing", place, expected: "a kind such as input" });
  const kind = pricedKind(given);
  if (kind !== undefined) return succeed(kind);
  const known = PRICED_KINDS;
  return fail({ kind: "unknownWord", place, given, nearest: nearest(given, known), known });
}

/**
 * Reads how much was used of each kind: two columns, kind and number, below a first row `Kind, Tokens` or not; kinds across with
 * the numbers below; or the five or six numbers of a row of the Usage sheet. A blank number is 0.
 */
export function readTokens(raw: unknown): Result<Quantities> {
  const range = readRange(raw);
  const filled = range.filter((cells) => cells.some(({ kind }) => kind !== "blank"));
  const [row = [], ...others] = filled;
  if (others.length === 0 && isRowOfUsage(row))
    return readPairs(
      row.map((cell, index) => [{ kind: "text", text: WORKLOAD_KINDS[index] ?? "" }, cell]),
    );
  const used = range.filter((cells) => !cells.every(isBlankOrZero));
  const [top = [], below = []] = used;
  if (
    used.length === 2 &&
    top.every((cell) => cell.kind !== "number" && !isFigure(cell)) &&
    below.every((cell) => cell.kind === "blank" || isFigure(cell))
  ) {
    const read = readPairs(transposed(used));
    return read.ok ? read : failWith(read.errors.map(countedAcross));
  }
  const columns = used.reduce(
    (widest, cells) => Math.max(widest, cells.findLastIndex(({ kind }) => kind !== "blank") + 1),
    0,
  );
  if (columns !== 2 && used.length > 0)
    return fail({ kind: "tokensInNoShape", rows: used.length, columns });
  return readPairs(range);
}

/** A row of five or six numbers, in the order of the Usage sheet. */
function isRowOfUsage(cells: Cells): boolean {
  const { length } = cells;
  const isLong = length === WORKLOAD_KINDS.length || length === WORKLOAD_KINDS.length - 1;
  return isLong && cells.every((cell) => cell.kind === "blank" || isFigure(cell));
}

function readPairs(rows: readonly Cells[]): Result<Quantities> {
  const errors: PricingError[] = [];
  const seen = new Map<PricedKind, number>();
  const quantities: Partial<Record<PricedKind, number>> = {};
  const heading = rows.findIndex((cells) => !cells.every(isBlankOrZero));
  for (const [index, [label = BLANK, value = BLANK]] of rows.entries()) {
    const row = index + 1;
    if (isBlankOrZero(label) && isBlankOrZero(value)) continue;
    if (index === heading && label.kind === "text" && sameWord(label.text, "Kind")) {
      const over = quoteCell(value);
      if (headingWords(over).unit.factor !== 1)
        errors.push({ kind: "unfitHeading", argument: "tokens", heading: over, fault: "scaled" });
      continue;
    }
    const kind = kindIn(label, { argument: "tokens", field: "kind", row });
    if (!kind.ok) {
      errors.push(...kind.errors);
      continue;
    }
    const first = seen.get(kind.value);
    if (first !== undefined)
      errors.push({ kind: "givenTwice", argument: "tokens", what: kind.value, rows: [first, row] });
    seen.set(kind.value, row);
    const quantity = readQuantity(value, { argument: "tokens", field: kind.value, row });
    if (quantity.ok) quantities[kind.value] = quantity.value ?? 0;
    else errors.push(...quantity.errors);
  }
  if (errors.length > 0) return failWith(errors);
  if (seen.size > 0) return succeed(quantities);
  return fail({
    kind: "missing",
    place: { argument: "tokens" },
    expected: "kinds and how much of each, such as input and 1000000",
  });
}
