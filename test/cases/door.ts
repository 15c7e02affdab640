import type { Result } from "../../src/core/result";
import type { PricingCase } from "./pricing-cases";

/** A call of one of our functions; `pick` takes one cell of a spilled answer, from 0. */
export interface FunctionCall {
  readonly id: string;
  readonly args: readonly unknown[];
  readonly pick?: readonly [row: number, column: number];
  /** Where a case asks for a discount off an amount and the function answers the cost: 1 - answer/amount. */
  readonly discountOffUsd?: number;
}

/** A call that answers one part of a field; `path` is the part's position in it, from 0. */
export interface PartCall {
  readonly path: readonly number[];
  readonly call: FunctionCall;
}

/** Through which doors a field of a case is checked. */
export type Door =
  | {
      readonly cases: RegExp;
      readonly field: string;
      /** What the core answers, in the shape in which the case has it. */
      readonly core: (pricingCase: PricingCase) => unknown;
      /** The built function, and the same call in a cell. Absent: none of the functions answers this field. */
      readonly call?: (pricingCase: PricingCase) => FunctionCall;
      /** The same where parts of the field are answered by calls of their own. */
      readonly calls?: (pricingCase: PricingCase) => readonly PartCall[];
      /**
       * For what rests on a distribution function: an amount in USD, whose error is relative to mean usage, or a fraction.
       * Absent: contract arithmetic.
       */
      readonly scale?: "amount" | "fraction";
    }
  | { readonly cases: RegExp; readonly field: string; readonly why: string };

export function known<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.errors));
}

/** Names of the fields of a case; a part of a nested field is named by both, with a point between. */
export function fieldsOf({ expected }: PricingCase): readonly string[] {
  return Object.entries(expected).flatMap(([field, value]) =>
    isNested(value) ? Object.keys(value).map((part) => `${field}.${part}`) : [field],
  );
}

/** What a case expects of a field. */
export function expectedOf({ expected }: PricingCase, field: string): unknown {
  if (field in expected) return expected[field];
  const [outer = "", ...inner] = field.split(".");
  const value = expected[outer];
  return isNested(value) ? value[inner.join(".")] : undefined;
}

function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The calls of a door: one for the whole field, or one for each of its parts. */
export function callsOf(door: Door, pricingCase: PricingCase): readonly PartCall[] {
  if (!("core" in door)) return [];
  if (door.calls) return door.calls(pricingCase);
  return door.call ? [{ path: [], call: door.call(pricingCase) }] : [];
}

/** A part of what a case expects of a field. */
export function partOf(expected: unknown, path: readonly number[]): unknown {
  return path.reduce((value, index) => (value as unknown[])[index], expected);
}

/** A value as a formula writes it: numbers, texts, and rows of them as array constants. */
export function literal(value: unknown): string {
  // An argument left out.
  if (value === null) return "";
  if (!Array.isArray(value)) return typeof value === "string" ? `"${value}"` : String(value);
  return `{${value.map((row) => (Array.isArray(row) ? row.map(literal).join(",") : literal(row))).join(";")}}`;
}
