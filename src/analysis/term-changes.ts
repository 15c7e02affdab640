import type { PricedBand } from "../core/agreement";
import type { BandText } from "../core/bands";

/** The contract conditions of a band: texts, and priced terms where they could be read. */
export interface CarriedTerms {
  readonly texts: readonly BandText[];
  readonly terms: PricedBand | undefined;
}

/** A term that differs across a threshold. An empty text: the band has none. */
export type TermChange =
  | {
      readonly kind: "text";
      readonly heading: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: "overage"; readonly before: PricedBand; readonly after: PricedBand }
  | { readonly kind: "forfeiture"; readonly before: PricedBand; readonly after: PricedBand };

/** The conditions that differ between two bands: priced terms, then texts in the order of their columns. */
export function termChanges(here: CarriedTerms, next: CarriedTerms): readonly TermChange[] {
  return [...changedTerms(here.terms, next.terms), ...changedTexts(here, next)];
}

function changedTexts(here: CarriedTerms, next: CarriedTerms): readonly TermChange[] {
  return next.texts.flatMap(({ heading, text: after }) => {
    const before = here.texts.find((text) => text.heading === heading)?.text ?? "";
    return before === after ? [] : [{ kind: "text", heading, before, after }];
  });
}

function changedTerms(
  before: PricedBand | undefined,
  after: PricedBand | undefined,
): readonly TermChange[] {
  if (!before || !after) return [];
  const changes: TermChange[] = [];
  if (
    before.overage !== after.overage ||
    before.overagePremiumFraction !== after.overagePremiumFraction
  )
    changes.push({ kind: "overage", before, after });
  if (before.forfeitedFraction !== after.forfeitedFraction)
    changes.push({ kind: "forfeiture", before, after });
  return changes;
}
