import { dayText } from "../../core/calendar";
import type { PricesInUse } from "../../efficiency/prices-in-use";
import { formatCounted } from "../format/format";

/**
 * How well the prices in use are known: "Priced by 3 rows of the price book of Bandwise: the oldest was checked on 2026-11-10, the lowest
 * confidence is medium." Empty where none are in use.
 */
export function pricesSentence(used: PricesInUse | undefined, isShipped: boolean): string {
  if (!used) return "";
  const { rows, oldestCheckedOnDay, uncheckedRows, lowestConfidence } = used;
  const book = isShipped ? "the price book of Bandwise" : "the price book in this workbook";
  const unchecked =
    uncheckedRows === rows
      ? "no row says when it was checked"
      : `${formatCounted(uncheckedRows, "row does", "rows do")} not say when`;
  const checked = [
    ...(oldestCheckedOnDay === undefined
      ? []
      : [`the oldest was checked on ${dayText(oldestCheckedOnDay)}`]),
    ...(uncheckedRows > 0 ? [unchecked] : []),
  ].join(", ");
  const confidence =
    lowestConfidence === ""
      ? "not every row says a confidence"
      : `the lowest confidence is ${lowestConfidence}`;
  return `Priced by ${formatCounted(rows, "row", "rows")} of ${book}: ${checked}; ${confidence}.`;
}
