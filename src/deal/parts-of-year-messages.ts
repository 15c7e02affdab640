import type { Currency } from "../core/currency";
import { formatCounted, formatUsd } from "../wording/format/format";
import type { PartsOfYear } from "./parts-of-year";

/** "12 months", "4 quarters", "12 numbers". */
export function partsName({ part, count }: PartsOfYear): string {
  return formatCounted(count, part?.replace(/s$/, "") ?? "number", part ?? "numbers");
}

/** How the pane understands a list until the user says what its numbers are. */
export function partsEcho(parts: PartsOfYear, currency: Currency): string {
  const total = parts.totalUsd === undefined ? "" : ", and their total";
  return `${partsName(parts)}, ${formatUsd(parts.sumUsd, currency)} in all${total}`;
}

/** What to mend in the row of a scenario, which has nowhere to say what the numbers are. */
export function partsInScenario(parts: PartsOfYear, currency: Currency): string {
  const years =
    parts.part === undefined
      ? "If each is a year that is possible, correct Usage."
      : `If each is a year that is possible, give cells without ${parts.part} beside them.`;
  return `These cells hold ${partsEcho(parts, currency)}: a part of a year is no outcome. Blank Usage cells and give the sum of one year as Usage. ${years}`;
}
