import { TABLE_FORMS, type TableContent } from "./content";
import { TABLE_MEASURES } from "./measures";

/** What a table was made from, as plain data that a workbook keeps: enough to build it anew, and to see that it no longer fits. */
export interface TableDefinition
  extends Pick<TableContent, "measures" | "rows" | "columns" | "form" | "deal" | "distinction"> {
  /** Every threshold of the deal then, $0 included, ascending. */
  readonly thresholdsUsd: readonly number[];
  /** Tells one deal from another, for a table of plain values; null for one that follows the deal. */
  readonly print: string | null;
}

/** Whether what a workbook kept is a recipe of this version. */
export function isDefinition(value: unknown): value is TableDefinition {
  if (typeof value !== "object" || value === null) return false;
  const { measures, rows, columns, form, deal, thresholdsUsd } = value as Record<string, unknown>;
  return (
    Array.isArray(measures) &&
    measures.length > 0 &&
    measures.every((measure) => TABLE_MEASURES.some((known) => known === measure)) &&
    isAxis(rows) &&
    (columns === null || isAxis(columns)) &&
    TABLE_FORMS.some((known) => known === form) &&
    typeof (deal as { bands?: unknown } | null)?.bands === "string" &&
    Array.isArray(thresholdsUsd)
  );
}

function isAxis(value: unknown): boolean {
  return typeof value === "object" && value !== null && "kind" in value;
}
