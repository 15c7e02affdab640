import type { CommitFunction } from "../formulas/call";
import list from "./plain-excel.json";

/** What stands for one of our functions where the add-in is not: formulas in steps, or its value, because of something. */
export type InPlainExcel =
  | { readonly steps: string; readonly unless?: string }
  | { readonly because: string };

/** Every function, and what stands for it; docs/functions.md says the same of each. */
export const IN_PLAIN_EXCEL: Readonly<Record<CommitFunction, InPlainExcel>> = list;
