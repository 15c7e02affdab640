import type { TableContent } from "./content";
import { printOf } from "./deal-print";
import type { TableDefinition } from "./definition";

/** What is kept of a table. */
export function definitionOf(
  content: TableContent,
  thresholdsUsd: readonly number[],
): TableDefinition {
  const { measures, rows, columns, form, deal, inputs, distinction } = content;
  const print = form === "values" && inputs !== null ? printOf(inputs) : null;
  const kept = { measures, rows, columns, form, deal, thresholdsUsd, print };
  return distinction === undefined ? kept : { ...kept, distinction };
}
