import { readFileSync } from "node:fs";
import path from "node:path";

/** A worked case: exact inputs, and answers from a program that shares no code with the product. */
export interface PricingCase {
  readonly id: string;
  readonly topic: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

export const CASES_FILE = path.join(import.meta.dirname, "pricing-cases.json");

const file = JSON.parse(readFileSync(CASES_FILE, "utf8")) as {
  readonly bands_demo: readonly (readonly [number, number])[];
  readonly cases: readonly PricingCase[];
};

export const pricingCases: readonly PricingCase[] = file.cases;

/** The bands of the cases that name none. */
export const DEMO_BANDS: readonly (readonly [number, number])[] = file.bands_demo;

/** Mean usage of the forecast of a case, USD; where it names none, that of the example. */
export function meanUsageOf({ inputs }: PricingCase): number {
  return Number(inputs["mean"] ?? 600_000);
}

/** Commitment, usage, bands and terms of a case on one period, in the words of our functions. */
export interface PeriodInputs {
  readonly usage: number;
  readonly commitment: number;
  readonly bands: readonly (readonly [number, number])[];
  readonly terms: readonly (readonly [string, string | number])[];
}

export function periodInputs({ inputs }: PricingCase, overage = inputs["overage"]): PeriodInputs {
  return {
    usage: Number(inputs["usage_list"] ?? 0),
    commitment: Number(inputs["commitment"]),
    bands: inputs["bands"] as PeriodInputs["bands"],
    terms: [["Basis", String(inputs["basis"] ?? "net")], ...overageTerms(overage)],
  };
}

function overageTerms(overage: unknown): PeriodInputs["terms"] {
  if (!Array.isArray(overage)) return [["Overage", String(overage)]];
  const [kind, premium] = overage as [string, number];
  return [
    ["Overage", kind === "premium_on_committed" ? "committed" : "list"],
    ["Overage premium", premium],
  ];
}
