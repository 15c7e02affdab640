import type { Clause } from "./clauses";
import type { Figure } from "./figures/figure";
import { VENDOR } from "./lexicon";

const LETTERED = new RegExp(`^\\W*${VENDOR} [a-z]\\s*[:(-]`);

/**
 * The clauses without those of vendors by a letter, "Vendor B: 18% at $600k", beside an offer of nobody else. Several such vendors
 * alone stay where they speak of one amount, which is a question; of several amounts they make no ladder.
 */
export function withoutOtherVendors(clauses: readonly Clause[]): readonly Clause[] {
  const priced = clauses.filter(({ figures }) => figures.some(isPercent) && figures.some(isAmount));
  const lettered = priced.filter(({ text }) => LETTERED.test(text));
  const vendors = new Set(lettered.map(({ text }) => LETTERED.exec(text)?.[0]));
  const amounts = new Set(
    lettered.flatMap(({ figures }) => figures.filter(isAmount).map(({ value }) => value)),
  );
  const isBesideAnOffer = priced.length > lettered.length;
  if (!isBesideAnOffer && (vendors.size < 2 || amounts.size < 2)) return clauses;
  return clauses.filter((clause) => !lettered.includes(clause));
}

function isPercent({ kind }: Figure): boolean {
  return kind === "percent";
}

function isAmount({ kind }: Figure): boolean {
  return kind === "money" || kind === "number";
}
