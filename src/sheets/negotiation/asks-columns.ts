/** Columns of the table of asks, in their order. */
export const ASKS_COLUMNS = [
  "Ask",
  "About",
  "Value a year",
  "Over the term",
  "In points",
  "Likelihood",
  "Expected value",
  "Our priority",
  "What we could give",
  "Status",
] as const;
export type AsksColumn = (typeof ASKS_COLUMNS)[number];
