import { readFileSync } from "node:fs";
import path from "node:path";

/** A worked case of several years: one call of one function, its arguments by name as cells. */
export interface TermCase {
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>> & { readonly function: string };
  /** A number, a spilled table, or the error that the cell shows. */
  readonly expected: number | readonly (readonly unknown[])[] | { readonly error: string };
}

export const TERM_CASES_FILE = path.join(import.meta.dirname, "term-cases.json");
export const TERM_ORACLE_FILE = path.join(import.meta.dirname, "../oracle/term_cases.py");

const file = JSON.parse(readFileSync(TERM_CASES_FILE, "utf8")) as {
  readonly pcg4d: readonly {
    readonly words: readonly number[];
    readonly gives: readonly number[];
  }[];
  readonly cases: readonly TermCase[];
};

export const termCases = file.cases;

/** Four words, and the four that pcg4d makes of them. */
export const PCG4D = file.pcg4d;

/** Parameters of the functions of several years, in order. */
export const TERM_PARAMETERS: Readonly<Record<string, string>> = {
  TERM_SCHEDULE: "usage commitment bands [terms] [list_index]",
  TERM_COST: "usage commitment bands [terms] [list_index] [measure]",
  CASH_FLOWS: "usage commitment bands [terms] [list_index]",
  PREPAY_BREAKEVEN: "rate [payment]",
  ROLLOVER_VALUE: "usage commitment bands [terms] [list_index]",
  PRICE_FALL_HEADROOM: "usage commitment bands [terms]",
  RENEWAL_COST: "usage commitment bands [terms] [list_index]",
  TERM_PROTECTIONS: "usage commitment bands [terms] [list_index]",
  TERM_RISK: "usage commitment bands [terms] [list_index] [paths] [seed]",
  COTERM_COMMITMENT: "commitment added added_on start end bands",
  EARLY_RENEWAL: "usage used elapsed commitment target bands [terms] [top_up]",
  BURNDOWN: "usage commitment bands [terms] [months] [elapsed]",
};

/** Those whose usage and commitment are a number or a path. */
export const TERM_PATHS = Object.entries(TERM_PARAMETERS)
  .filter(
    ([id, parameters]) => id !== "BURNDOWN" && parameters.startsWith("usage commitment bands"),
  )
  .map(([id]) => id);

/** The arguments of a case in the order of its function; null where it leaves one out. */
export function argumentsOf({ inputs }: TermCase): readonly unknown[] {
  const names = (TERM_PARAMETERS[inputs.function] ?? "").replace(/[[\]]/g, "").split(" ");
  return names.map((name) => inputs[name] ?? null);
}
