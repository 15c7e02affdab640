import type { Clause } from "./clauses";

const PERIOD_FIRST =
  /^[^‹,;:]{0,12}(?<![-\w])(?<period>monthly|quarterly) (?:spend|commit\w*|minimum|usage|volume|amounts?|fees?|consumption)\b/;

/** "Term. Thank you for your patience. Two years from signature": the heading of a line that gives no length itself. */
const HEADS_TERM = /^[\W\d]*(?:term|duration|contract length)\.[^‹]*$/;

/** "Monthly spend of $30k: 9%; $75k: 14%": the period before a semicolon holds behind it too. */
export function withPeriods(clauses: readonly Clause[]): readonly Clause[] {
  let lead: string | undefined;
  let isOfTerm = false;
  return clauses.map((clause, index) => {
    const last = clauses[index - 1];
    const before = last?.text ?? "";
    isOfTerm =
      last?.end === clause.start &&
      (HEADS_TERM.test(before) || (isOfTerm && !before.includes("‹")));
    if (isOfTerm && /^\s*‹d/.test(clause.text)) return { ...clause, text: `term ${clause.text}` };
    const goesOn = before.endsWith(";");
    const own = PERIOD_FIRST.exec(clause.text)?.groups?.["period"];
    if (own !== undefined || !goesOn || !/^\s*(?:from |at )?‹[mnp]/.test(clause.text)) {
      lead = own;
      return clause;
    }
    return lead === undefined ? clause : { ...clause, text: `${lead} spend ${clause.text}` };
  });
}
