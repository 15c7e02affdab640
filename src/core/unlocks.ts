import type { Agreement, PricedBand } from "./agreement";
import type { BandTable } from "./bands";
import { BAND_POLICY_NAMES, BAND_TERM_NAMES, type BandTermName, type BandTerms } from "./terms";

/** A column of what bands carry beside threshold and discount. */
export interface UnlockColumn {
  readonly heading: string;
  /** One for each threshold above 0, ascending. */
  readonly values: readonly (string | number)[];
}

/**
 * What the bands carry beside their discount: texts as written, then each term that any band sets itself.
 *
 * A band that leaves such a term blank shows the agreement's, which it inherits. A text column without heading and
 * text is left out.
 */
export function unlockColumns(table: BandTable, agreement: Agreement): readonly UnlockColumn[] {
  return [...textColumns(table), ...termColumns(table, agreement), ...policyColumns(table)];
}

function textColumns({ bands }: BandTable): readonly UnlockColumn[] {
  // The band below the first threshold has no texts, and two columns may share a heading.
  const written = bands.find(({ texts }) => texts.length > 0)?.texts ?? [];
  return written
    .map(({ heading }, index) => ({
      heading,
      values: bands.slice(1).map(({ texts }) => texts[index]?.text ?? ""),
    }))
    .filter(({ heading, values }) => heading !== "" || values.some((text) => text !== ""));
}

function termColumns({ bands }: BandTable, agreement: Agreement): readonly UnlockColumn[] {
  return BAND_TERM_NAMES.map((heading) => ({ heading, field: FIELDS[heading] }))
    .filter(({ field }) => bands.slice(1).some(({ terms }) => terms[field] !== undefined))
    .map(({ heading, field }) => ({
      heading,
      values: agreement.bands.slice(1).map((band) => band[field]),
    }));
}

/** What a band carries for the years of a term; blank where it inherits. */
function policyColumns({ bands }: BandTable): readonly UnlockColumn[] {
  return BAND_POLICY_NAMES.filter((name) =>
    bands.slice(1).some(({ terms }) => terms[name] !== undefined),
  ).map((heading) => ({
    heading,
    values: bands.slice(1).map(({ terms }) => {
      const value = terms[heading];
      return value === undefined ? "" : (value ?? "none");
    }),
  }));
}

const FIELDS: Readonly<Record<BandTermName, keyof BandTerms & keyof PricedBand>> = {
  Overage: "overage",
  "Overage premium": "overagePremiumFraction",
  "Forfeited share": "forfeitedFraction",
};
