import { readFileSync } from "node:fs";
import path from "node:path";

/** A worked case of a function of usage: its arguments, and the answer of a program that shares no code with the product. */
export interface UsageCase {
  readonly id: string;
  readonly function: string;
  /** Arguments in order; null is omitted, a table is its rows. */
  readonly args: readonly unknown[];
  readonly expected: unknown;
}

/** An error that a case expects: its code, and what its sentence is about. */
export interface ExpectedError {
  readonly error: "#VALUE!" | "#N/A";
  readonly about: string;
}

export const USAGE_CASES_FILE = path.join(import.meta.dirname, "usage-cases.json");

/** The price book of the cases that give none; the shipped one moves on. */
export const CASE_BOOK_FILE = path.join(import.meta.dirname, "price-book.csv");

const file = JSON.parse(readFileSync(USAGE_CASES_FILE, "utf8")) as {
  readonly cases: readonly UsageCase[];
};

export const usageCases: readonly UsageCase[] = file.cases;

export function isExpectedError(expected: unknown): expected is ExpectedError {
  return typeof expected === "object" && expected !== null && "error" in expected;
}
