import type { Clause } from "./clauses";

const PERIOD_FIRST =
  /^[^‹,;:]{0,12}(?<![-\w])(?<period>monthly|quarterly) (?:spend|commit\w*|minimum|usage|volume|amounts?|fees?|consumption)\b/;

/** "Monthly spend of $30k: 9%; $75k: 14%": the period before a semicolon holds behind it too. */
export function withPeriods(clauses: readonly Clause[]): readonly Clause[] {
  let lead: string | undefined;
  return clauses.map((clause, index) => {
    const goesOn = clauses[index - 1]?.text.endsWith(";") === true;
    const own = PERIOD_FIRST.exec(clause.text)?.groups?.["period"];
    if (own !== undefined || !goesOn || !/^\s*(?:from |at )?‹[mnp]/.test(clause.text)) {
      lead = own;
      return clause;
    }
    return lead === undefined ? clause : { ...clause, text: `${lead} spend ${clause.text}` };
  });
}
