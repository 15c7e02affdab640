import { MEASURES, type Measure } from "./measure";

/** What an uncertain year is measured by; a forecast takes the place of the usage. */
export const UNCERTAIN_MEASURES = [
  "expectedCost",
  "expectedSaving",
  "expectedShortfall",
  "fillChance",
  "lossChance",
  "worstTenth",
] as const;

/** Everything that a table can show. */
export const TABLE_MEASURES = [...MEASURES, ...UNCERTAIN_MEASURES] as const;
export type TableMeasure = (typeof TABLE_MEASURES)[number];

/** Whether a measure is of one usage that counts as certain; others are of a forecast. */
export function isOfCertainYear(measure: TableMeasure): measure is Measure {
  return MEASURES.some((known) => known === measure);
}
