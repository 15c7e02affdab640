import { clausesInEveryBand } from "../../../deal/with-clauses";
import { CLAUSE_NAMES } from "../../../forecast/clause-values";
import { formatCounted } from "../../../wording/format/format";
import type { PaneState } from "../../context/pane-state";
import type { RowLine } from "../../context/view";

/** "3 clauses to ask for; 2 scenarios to compare", or what is supposed. */
export function line({ deal, whatIf, scenarios }: PaneState): RowLine {
  if (deal.kind !== "read" || !deal.reading.agreement)
    return { text: "What each clause is worth", mark: "done" };
  const had = clausesInEveryBand(deal.reading.agreement);
  const lacking = CLAUSE_NAMES.filter((name) => !had.includes(name));
  const supposed = whatIf.clauses.filter((name) => lacking.includes(name));
  const clauses =
    lacking.length === 0
      ? "Every clause is in the offer"
      : supposed.length === 0
        ? `${formatCounted(lacking.length, "clause", "clauses")} to ask for`
        : `Priced as if ${supposed.length} of ${formatCounted(lacking.length, "clause", "clauses")} were won`;
  const broken = scenarios.filter(({ problems }) => problems.length > 0).length;
  const compared =
    scenarios.length < 2
      ? ""
      : `; ${formatCounted(scenarios.length, "scenario", "scenarios")} to compare`;
  if (broken > 0)
    return {
      text: `${clauses}; ${formatCounted(broken, "scenario", "scenarios")} to put right`,
      mark: "need",
    };
  return { text: `${clauses}${compared}`, mark: supposed.length > 0 ? "look" : "done" };
}
