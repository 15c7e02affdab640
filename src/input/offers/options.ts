import type { Clause } from "./clauses";
import type { Findings } from "./findings";

const OPTION =
  /^\W*(?:option|alternative|scenario|variant|package) (?:[a-z]|‹n\d+›|\d|one|two|three)\b/;

/** Where options are side by side, a term that only some of them give is none of the agreement: its clauses are listed. */
export function withdrawTermsOfOptions(clauses: readonly Clause[], findings: Findings): void {
  const options = new Set(
    clauses.filter(({ text }) => OPTION.test(text)).map(({ start }) => start),
  );
  if (options.size < 2) return;
  const claims = findings.claims.filter(({ clause }) => options.has(clause.start));
  for (const { field, clause } of claims) {
    const given = new Set(
      claims.filter((one) => one.field === field).map((one) => one.clause.start),
    );
    if (given.size < options.size) findings.clash(field, clause);
  }
}
