import type { Clause } from "./clauses";
import type { Figure } from "./figures/figure";
import { RIVAL, VENDOR } from "./lexicon";
import { OF_RIVAL } from "./set-aside";

const LETTERED = new RegExp(`^\\W*${VENDOR} [a-z]\\s*[:(-]`);
const NAMED = new RegExp(`^\\W*${OF_RIVAL}\\s*(?:[:(|]|- )`);

const SPEAKS_OF_OTHERS = `\\b(?:competitors?|competing|rivals?|incumbent|runner-?up|(?:another|other|alternative|second|third|next-best) ${VENDOR}s?)\\b`;
const SPEAKS_OF_A_RIVAL = new RegExp(`\\b${RIVAL}\\b|${SPEAKS_OF_OTHERS}`);
/** Says that another vendor's offer is held against this one. */
const COMPARES = new RegExp(
  `${SPEAKS_OF_OTHERS}|\\b(?:competition|alternatives?|versus|vs|compar\\w+|benchmark\\w*|for (?:reference|example)|match|beat|better|instead of|(?:can|could|would|will) you|what about|please (?:propose|offer|quote)|your (?:offer|quote|bid|proposal))\\b`,
  "i",
);
const NAMES = new RegExp(`\\b${RIVAL}\\b(?:'s\\b)?`, "gi");
/** One vendor under two names. */
const SAME: Readonly<Record<string, string>> = { aws: "amazon", azure: "microsoft", gcp: "google" };

/** The text with blanks for the name of a vendor where it names one alone, and holds it against no other. */
export function withoutOnlyVendor(text: string): string {
  const names = (text.match(NAMES) ?? []).map((name) => {
    const [first = ""] = /^\w+/.exec(name.toLowerCase()) ?? [];
    return SAME[first] ?? first;
  });
  if (new Set(names).size !== 1 || COMPARES.test(text)) return text;
  return text.replace(NAMES, (name) => " ".repeat(name.length));
}

const GOES_ON_ABOUT_IT = /^\W*(?:and |but |so |now )?(?:it|its|they|their|theirs|he|his|she|her)\b/;

/** The clauses without what goes on about a rival: "Azure called. They are at 18% for $600k." */
export function withoutRivals(clauses: readonly Clause[]): readonly Clause[] {
  let isOfRival = false;
  return clauses.filter(({ text }) => {
    const goesOn: boolean = isOfRival && GOES_ON_ABOUT_IT.test(text);
    isOfRival = goesOn || SPEAKS_OF_A_RIVAL.test(text);
    return !goesOn;
  });
}

/**
 * The clauses without those of vendors by a letter or a name, "Vendor B: 18% at $600k". Several such vendors alone stay where they
 * speak of one amount, which is a question, and so does one by a letter.
 */
export function withoutOtherVendors(clauses: readonly Clause[]): readonly Clause[] {
  const priced = clauses.filter(({ figures }) => figures.some(isPercent) && figures.some(isAmount));
  const labels = new Map(
    priced.flatMap((clause) => {
      const label = (LETTERED.exec(clause.text) ?? NAMED.exec(clause.text))?.[0];
      return label === undefined ? [] : [[clause, label] as const];
    }),
  );
  const vendors = new Set(labels.values());
  const amounts = new Set(
    [...labels.keys()].flatMap(({ figures }) => figures.filter(isAmount).map(({ value }) => value)),
  );
  const isOneByLetter =
    vendors.size === 1 && [...labels.keys()].every(({ text }) => LETTERED.test(text));
  const isQuestion = vendors.size > 1 && amounts.size < 2;
  if (labels.size === priced.length && (isOneByLetter || isQuestion)) return clauses;
  return clauses.filter((clause) => !labels.has(clause));
}

function isPercent({ kind }: Figure): boolean {
  return kind === "percent";
}

function isAmount({ kind }: Figure): boolean {
  return kind === "money" || kind === "number";
}
