/** What the buyer promises: to spend the commitment (net) or to consume it at list prices (list). */
export const BASES = ["net", "list"] as const;
export type Basis = (typeof BASES)[number];

/** How usage beyond the commitment is priced. */
export const OVERAGE_TERMS = ["list", "committed", "step-up", "re-rate"] as const;
export type OverageTerm = (typeof OVERAGE_TERMS)[number];

/** Names of the terms that price one period, as people write them; those of several years are policies. */
export const TERM_NAMES = ["Basis", "Overage", "Overage premium", "Forfeited share"] as const;
export type TermName = (typeof TERM_NAMES)[number];

/** Terms that a band may carry for itself; the basis is one for the whole agreement. */
export const BAND_TERM_NAMES = ["Overage", "Overage premium", "Forfeited share"] as const;
export type BandTermName = (typeof BAND_TERM_NAMES)[number];

/** The terms of an agreement, checked, with the policies that are written. */
export interface Terms extends Partial<Policies> {
  readonly basis: Basis;
  readonly overage: OverageTerm;
  /** Added to the overage price: 0.05 is 5% more. From -1 (free) to 4. */
  readonly overagePremiumFraction: number;
  /** Part of a shortfall that is lost, [0, 1]. */
  readonly forfeitedFraction: number;
}

/** The conservative reading where a contract is silent (docs/assumptions.md P3, P4, P5, P6; docs/pricing-model.md 2.5 to 2.7). */
export const DEFAULT_TERMS: Terms = {
  basis: "net",
  overage: "list",
  overagePremiumFraction: 0,
  forfeitedFraction: 1,
};

/** The terms that one band carries, checked; what is absent is the agreement's. */
export type BandTerms = Partial<
  Pick<Terms, "overage" | "overagePremiumFraction" | "forfeitedFraction" | BandPolicyName>
>;

/** Numbers that a value may be: from `least` to `most`. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly whole?: true;
  /** Not `least` itself. */
  readonly above?: true;
  /** What the numbers are, and what else a sentence says of them. */
  readonly what?: string;
  readonly note?: string;
}

/** Words, of which the first holds where nothing is written; or numbers, and which holds then: null is none. */
type Policy =
  | readonly [string, ...string[]]
  | (NumberRange & { readonly otherwise: number | null });

const NO_OR_YES = ["no", "yes"] as const;
const SHARE = { least: 0, most: 1, otherwise: 0 } as const;
const WHOLE_SHARE = { ...SHARE, otherwise: 1 } as const;
const TO_TEN_YEARS = { least: 1, most: 10, whole: true, otherwise: null } as const;
/** A step above 4 is a percentage typed as a number: 5 for 5%. */
const STEP_A_YEAR = { least: -1, most: 4, above: true, otherwise: 0 } as const;
const VOLATILITY = { least: 0, most: 3, otherwise: 0 } as const;

/** Policies of an agreement over several years, by the names that people write (docs/pricing-model.md 20.1). */
export const POLICIES = {
  Period: ["year", "quarter", "month"],
  Term: { least: 0, most: 10, above: true, what: "years", otherwise: null },
  "Usage growth": STEP_A_YEAR,
  "Commitment test": ["each year", "total contract", "quarterly", "monthly"],
  "Band follows": ["each year", "average", "final year"],
  "Rollover share": SHARE,
  "Rollover cap": WHOLE_SHARE,
  "Rollover life": { least: 1, most: 120, whole: true, otherwise: 1 },
  "Rollover order": ["commitment first", "rollover first"],
  "Rollover only on renewal": NO_OR_YES,
  "Price path": ["percent off list", "locked", "lower of"],
  "Price path lasts": {
    ...TO_TEN_YEARS,
    what: "whole years",
    note: ", since list prices change by the year (of a lock that ends within a year, compare both)",
  },
  "Floor re-based": NO_OR_YES,
  "List price change": STEP_A_YEAR,
  "Renewal every": TO_TEN_YEARS,
  "Renewal uplift ask": { least: -0.5, most: 1, otherwise: 0 },
  "Renewal uplift cap": { ...SHARE, otherwise: null },
  "Uplift on": ["net price", "list", "discount"],
  Payment: [
    "annual in advance",
    "annual in arrears",
    "quarterly in advance",
    "quarterly in arrears",
    "monthly in advance",
    "monthly in arrears",
    "upfront",
    "true-up",
  ],
  "Discounting rate": SHARE,
  "Start date": { least: 61, most: 2_958_465, otherwise: null },
  "Usage volatility": VOLATILITY,
  "List price volatility": VOLATILITY,
  "Usage persistence": WHOLE_SHARE,
} as const satisfies Readonly<Record<string, Policy>>;

export type PolicyName = keyof typeof POLICIES;

/** The values of policies: a word, a number, or null for none. */
export type Policies = {
  readonly [Name in PolicyName]: (typeof POLICIES)[Name] extends readonly (infer Word)[]
    ? Word
    : (typeof POLICIES)[Name] extends { readonly otherwise: null }
      ? number | null
      : number;
};

export const POLICY_NAMES = Object.keys(POLICIES) as readonly PolicyName[];

/** What a policy is where nothing is written (docs/assumptions.md P42). */
export function defaultOf(name: PolicyName): string | number | null {
  const policy: Policy = POLICIES[name];
  return "otherwise" in policy ? policy.otherwise : policy[0];
}

/** Policies that a band may carry for itself, for the years whose commitment lands in it. */
export const BAND_POLICY_NAMES = [
  "Rollover share",
  "Rollover cap",
  "Rollover life",
  "Rollover order",
  "Rollover only on renewal",
  "Price path",
  "Price path lasts",
  "Floor re-based",
  "Renewal uplift cap",
] as const satisfies readonly PolicyName[];
export type BandPolicyName = (typeof BAND_POLICY_NAMES)[number];

export const DEFAULT_POLICIES = Object.fromEntries(
  POLICY_NAMES.map((name) => [name, defaultOf(name)]),
) as unknown as Policies;
