import type { DealInput } from "../../deal/deal-inputs";
import type { ParsedDeal } from "../../deal/parse-deal";
import { formatCounted, formatList } from "../../wording/format/format";

/** The one-line answer of a view, and what it asks of the user: nothing, a look, or something to put right. */
export interface RowLine {
  readonly text: string;
  readonly mark: "done" | "look" | "need";
}

/** The line of a view whose inputs have faults: "2 faults in Bands and Terms". Undefined without a fault. */
export function faultsLine(
  { faults }: Pick<ParsedDeal, "faults">,
  inputs: readonly DealInput[],
): RowLine | undefined {
  const found = faults.filter(({ part }) => inputs.includes(part));
  const count = found.reduce((sum, { errors }) => sum + errors.length, 0);
  if (count === 0) return undefined;
  const where = formatList(found.map(({ part }) => part));
  return { text: `${formatCounted(count, "fault", "faults")} in ${where}`, mark: "need" };
}
