import type { PricingError } from "../core/errors";
import { blockAddress, blockOf } from "../input/cells/a1";
import { quoteCell, readRange } from "../input/cells/cells";

/**
 * The cell that a fault of a block is about, with its sheet, such as Sheet1!D7; the cells of its row, such as Sheet1!B7:D7, where
 * it is not known which one. Empty where the fault is of no row, and for a block of one cell, which needs no telling.
 *
 * @param cells The block as it was read, first row first.
 */
export function faultCell(
  error: PricingError,
  address: string | null | undefined,
  cells: unknown,
): string {
  const row = rowOf(error);
  if (!address || row === undefined) return "";
  const block = blockOf(address);
  if (block.rows === 1 && block.columns === 1) return "";
  const sheet = address.slice(0, address.lastIndexOf("!") + 1);
  // Items of a list that lies across are counted along it.
  if (block.rows === 1)
    return sheet + blockAddress({ ...block, column: block.column + row - 1, columns: 1 });
  const line = { ...block, row: block.row + row - 1, rows: 1 };
  const given = givenIn(error);
  const found = (readRange(cells)[row - 1] ?? []).flatMap((cell, column) =>
    quoteCell(cell) === given ? [column] : [],
  );
  const [column, other] = found;
  const isKnown = column !== undefined && other === undefined;
  return (
    sheet + blockAddress(isKnown ? { ...line, column: block.column + column, columns: 1 } : line)
  );
}

/** The row of a fault within its block; of two that do not go together the second. */
function rowOf(error: PricingError): number | undefined {
  if ("place" in error) return error.place.across ? undefined : error.place.row;
  if ("across" in error && error.across) return undefined;
  if ("row" in error) return error.row;
  return "rows" in error && typeof error.rows !== "number" ? error.rows[1] : undefined;
}

/** What the cell of a fault holds, as it is quoted; undefined where the fault does not say. */
function givenIn(error: PricingError): string | undefined {
  switch (error.kind) {
    case "discountOutOfRange":
      return String(error.discountFraction);
    case "negativeAmount":
    case "amountTooLarge":
      return String(error.amountUsd);
    case "unsortedThresholds":
      return String(error.thresholdsUsd[1]);
    case "repeatedThreshold":
      return String(error.thresholdUsd);
    case "cellError":
      return error.code;
    default:
      return "given" in error ? String(error.given) : undefined;
  }
}
