import { oddThresholds } from "../../analysis/how-sure/odd-thresholds";
import type { Band } from "../../core/bands";
import type { Currency } from "../../core/currency";
import type { ParsedDeal } from "../../deal/parse-deal";
import { blockAddress, blockOf } from "../../input/cells/a1";
import { formatExactUsd, formatList } from "../format/format";

/** That a threshold is a thousand times off the others, with its cell; "" where none is. */
export function oddThresholdsSentence(
  reading: Pick<ParsedDeal, "bands" | "forecast" | "addresses" | "cells">,
  currency: Currency,
): string {
  const found = oddThresholds(reading);
  if (!found) return "";
  const { bands, factor } = found;
  const all = (write: (band: Band) => string): string => formatList(bands.map(write));
  const amounts = all(({ thresholdUsd }) => formatExactUsd(thresholdUsd, currency));
  const meant = all(({ thresholdUsd }) => formatExactUsd(thresholdUsd * factor, currency));
  const [its, is] = bands.length === 1 ? ["its threshold", "is"] : ["their thresholds", "are"];
  const others = `far ${factor > 1 ? "below" : "above"} the others`;
  return `Check ${all((band) => cellOf(band, reading))} first: ${its} ${amounts} ${is} ${others}. If ${meant} ${is} meant, the answer below is wrong.`;
}

/** The cell of a threshold with its sheet, such as Deal!B7; its row where that is not known. */
function cellOf(
  { row = 0, thresholdUsd }: Band,
  { addresses, cells }: Pick<ParsedDeal, "addresses" | "cells">,
): string {
  const address = addresses?.Bands;
  const column = (cells.bands[row - 1] ?? []).indexOf(thresholdUsd);
  if (!address || column < 0) return `row ${row} of Bands`;
  const block = blockOf(address);
  const cell = { row: block.row + row - 1, column: block.column + column, rows: 1, columns: 1 };
  return address.slice(0, address.lastIndexOf("!") + 1) + blockAddress(cell);
}
