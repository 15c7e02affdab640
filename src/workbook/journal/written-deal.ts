import { type ByInput, byInput, INPUT_NAMES } from "../../deal/deal-inputs";
import { scheduleNameOf, type WrittenDeal } from "../deal/deals";
import type { WriteRecord } from "./record";

/**
 * The deal on a sheet that we wrote whole: after the name of its block its record has those of the parts, in their order. A schedule
 * may come later, under the name that goes with that of the bands.
 */
export function writtenDeal({ id, kind, complete, names }: WriteRecord): readonly WrittenDeal[] {
  const [, ...parts] = names;
  if (kind !== "example" || !complete) return [];
  const named: ByInput<string> = byInput(
    (part) =>
      parts[INPUT_NAMES.indexOf(part)] ??
      (part === "Schedule" ? scheduleNameOf(parts[0] ?? "") : ""),
  );
  return [{ id, names: named }];
}
