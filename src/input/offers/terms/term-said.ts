import { ask } from "../ask";
import type { Findings } from "../findings";
import type { Said } from "../said";
import type { readDates } from "./length-said";

export function readTerm(
  { lengths }: Said,
  dates: ReturnType<typeof readDates>,
  findings: Findings,
): number | undefined {
  const months = [
    ...new Set([...lengths.map(({ figure }) => figure.value), ...(dates ? [dates.months] : [])]),
  ];
  findings.use([...lengths.map(({ figure }) => figure), ...(dates?.dates ?? [])]);
  const span = lengths[0]?.span ?? dates?.dates[0];
  const [only] = months;
  if (span === undefined || only === undefined) return undefined;
  if (months.length > 1) {
    const readings = months
      .toSorted((one, other) => one - other)
      .map((value) => ({ value, says: `${value} months` }));
    ask(findings, "whichTerm", span, readings);
    return Math.max(...months);
  }
  const end = lengths[0] ? span.end : (dates?.dates[1]?.end ?? span.end);
  findings.fields.termMonths = { value: only, from: findings.words({ start: span.start, end }) };
  return only;
}
