import { readFileSync } from "node:fs";
import { NoAnswer } from "../../src/core/no-answer";
import type { Answer, Result } from "../../src/core/result";
import { priceBookCells } from "../../src/input/shipped-price-book";
import { isCellError } from "../support/built-functions";
import { RELATIVE_TOLERANCE } from "../tolerance";
import { HISTORY_DOORS } from "./history-doors";
import { PRICE_DOORS } from "./price-doors";
import { CASE_BOOK_FILE, type UsageCase } from "./usage-cases";

/** How the cases of one function are checked. */
export interface UsageDoor {
  /** What the core answers to the arguments of a case. */
  readonly core: (args: readonly unknown[]) => Result<Answer<unknown>>;
  /** How many arguments the function takes. */
  readonly parameters: number;
  /** Position of the argument `book` from 0, for functions that take one. */
  readonly bookAt?: number;
  /** What errors of a case are relative to, beside the expected number and 1. */
  readonly unitOf?: (expected: unknown) => number;
  /** Absent: that of contract arithmetic. */
  readonly tolerance?: number;
  /** What the sentence of an error says, where it does not repeat what the case says that it is about. */
  readonly about?: Readonly<Record<string, RegExp>>;
}

/** Every function of the cases is in this table; those of one subject stand in a file of their own. */
export const USAGE_DOORS: Readonly<Record<string, UsageDoor | { readonly why: string }>> = {
  ...PRICE_DOORS,
  ...HISTORY_DOORS,
};

/** The price book of the cases that give none. */
export const CASE_BOOK = priceBookCells(readFileSync(CASE_BOOK_FILE, "utf8"));

/** The arguments of a case as Excel passes them: null for what is omitted, and the price book of the cases where none is given. */
export function argsOf({ args }: UsageCase, { parameters, bookAt }: UsageDoor): readonly unknown[] {
  return Array.from({ length: parameters }, (_, index) =>
    index === bookAt ? (args[index] ?? CASE_BOOK) : (args[index] ?? null),
  );
}

/** A cell of a table that shows #N/A: of the core, or of a built function. */
function isNotAvailable(shown: unknown): boolean {
  return shown instanceof NoAnswer || (isCellError(shown) && shown.code === "#N/A");
}

/** Where an answer differs from what a case expects, cell by cell. */
export function differences(
  shown: unknown,
  expected: unknown,
  door: UsageDoor,
  unit = door.unitOf?.(expected) ?? 1,
): readonly string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(shown) || shown.length !== expected.length)
      return [`${JSON.stringify(shown)} for ${JSON.stringify(expected)}`];
    return expected.flatMap((part, index) => differences(shown[index], part, door, unit));
  }
  if (expected === "#N/A" && isNotAvailable(shown)) return [];
  const most =
    (door.tolerance ?? RELATIVE_TOLERANCE) * Math.max(1, Math.abs(Number(expected)), unit);
  const isSame =
    typeof expected === "number" && typeof shown === "number"
      ? Math.abs(shown - expected) <= most
      : shown === expected;
  return isSame ? [] : [`${JSON.stringify(shown)} for ${JSON.stringify(expected)}`];
}
