import { TEXT, USD } from "../wording/format/number-formats";
import type { CellContent } from "./formulas/call";

/** Headings of a schedule that the add-in writes. */
export const SCHEDULE_TABLE = {
  name: "DealSchedule",
  title: "Years of the term",
  headings: ["Year", "Usage", "Commitment", "List index"],
  formats: [TEXT, USD, USD, "0.0##"],
} as const;

export const SCHEDULE_NOTE =
  "Usage at the list prices of signing, a year; list prices over those of signing. Blank is as without.";

/** A year of a schedule to write; "" leaves a cell blank, which is as without a schedule. */
export interface WrittenYear {
  readonly usage: CellContent;
  readonly commitment: CellContent;
  readonly listIndex: CellContent;
}

/** Its rows below the headings. */
export function scheduleRows(years: readonly WrittenYear[]): readonly (readonly CellContent[])[] {
  return years.map(({ usage, commitment, listIndex }, index) => [
    ...[index + 1, usage, commitment, listIndex],
  ]);
}
