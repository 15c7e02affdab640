import type { DealInput } from "../../deal/deal-inputs";
import type { ParsedDeal } from "../../deal/parse-deal";
import { formatCounted, formatList } from "../../wording/format/format";
import type { RowLine } from "./view";

/** The line of a row whose inputs have faults: which inputs, and how much there is to put right. Absent without a fault. */
export function faultLineOf(
  { faults }: ParsedDeal,
  inputs: readonly DealInput[],
): RowLine | undefined {
  const found = faults.filter(({ part }) => inputs.includes(part));
  if (found.length === 0) return undefined;
  const count = found.reduce((sum, { errors }) => sum + errors.length, 0);
  const where = formatList(found.map(({ part }) => part));
  return { text: `${formatCounted(count, "fault", "faults")} in ${where}`, mark: "need" };
}
