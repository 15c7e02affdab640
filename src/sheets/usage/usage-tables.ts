import { COLUMNS, type TableColumn, type UsageTableKey } from "./usage-columns";

/** A table of imported usage on its sheet. */
export interface UsageTable {
  readonly sheet: string;
  /** Name of the table, where it is free. A deal has a cell called Usage, so no table can be. */
  readonly table: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly TableColumn[];
}

export const TABLES: Readonly<Record<UsageTableKey, UsageTable>> = {
  usage: {
    sheet: "Usage",
    table: "UsageTable",
    title: "Usage at list prices",
    note: "From the imported files, by month. List USD follows the price book: change a price there and every sheet follows.",
    columns: COLUMNS.usage,
  },
  months: {
    sheet: "Months",
    table: "UsageMonths",
    title: "Usage by month",
    note: "Baseline is usage less what Exclusions takes out. Type yes or no under In history to keep a month in the forecast or out of it.",
    columns: COLUMNS.months,
  },
  exclusions: {
    sheet: "Exclusions",
    table: "UsageExclusions",
    title: "What is left out of the baseline",
    note: "One row for each thing that will not come again: months, and Share or USD a month. With days given, each import works Share out anew.",
    columns: COLUMNS.exclusions,
  },
  unpriced: {
    sheet: "Unpriced",
    table: "UsageUnpriced",
    title: "Usage without a price",
    note: "Not part of any amount. Add a price to the price book: Now at list then shows what the row comes to, and the next import counts it.",
    columns: COLUMNS.unpriced,
  },
  imports: {
    sheet: "Imports",
    table: "UsageImports",
    title: "Files that were imported",
    note: "All rows of these files are in Usage and Months, but for the lines in Left out.",
    columns: COLUMNS.imports,
  },
  leftOut: {
    sheet: "Left out",
    table: "UsageLeftOut",
    title: "Lines that were left out",
    note: "The first 1,000 of each kind; Imports says how many there are.",
    columns: COLUMNS.leftOut,
  },
  checks: {
    sheet: "Reconciliation",
    table: "UsageReconciliation",
    title: "Usage against the bill",
    note: "By UTC day and model; half a cent is allowed for each line of the bill. Compared is its list price, taken for the price before your discount, or else its cost.",
    columns: COLUMNS.checks,
  },
};
