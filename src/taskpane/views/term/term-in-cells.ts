import type { PolicyName } from "../../../core/terms";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { PERIODS_A_YEAR, policiesOf, termYears } from "../../../deal/term-of-deal";
import { MOST_DRAWS } from "../../../input/mid-term-cells";
import { arrayOf, commit, type Operand } from "../../../sheets/formulas/call";
import { printFormula } from "../../../sheets/formulas/print";
import { SET_POLICIES } from "./term-fields";
import { policyText, type TermForm } from "./term-form";

/** The cells that answer as the view does. */
export interface TermInCells {
  /** Rows to write among the terms. */
  readonly rows: readonly (readonly [name: PolicyName, value: string])[];
  readonly formula: string;
  /** Arguments of TERM_COST, null where one is left out. */
  readonly given: readonly (Operand | null)[];
}

/** Rows of terms and a formula that give the same cost; undefined where what is set cannot be read. */
export function termInCells(reading: ParsedDeal, form: TermForm): TermInCells | undefined {
  const { settings, policies } = form;
  if (!settings.ok || !reading.forecast || !reading.bandsAreSorted) return undefined;
  const standing = policiesOf(reading);
  const years = termYears(reading, settings.value);
  if (!years.ok) return undefined;
  const { usagesUsd, commitmentsUsd, listIndex } = years.value;
  const { bands, terms, commitment } = reading.references;
  const usage = reading.forecast.meanUsd / PERIODS_A_YEAR[policies.Period];
  // Where no year has a commitment of its own, the cell of the deal says it.
  const isOwn = settings.value.commitmentsUsd !== undefined || form.ofSchedule.has("Commitments");
  const committed = isOwn ? pathOf(commitmentsUsd) : (commitment ?? 0);
  const given = [
    ...[usagesUsd ? pathOf(usagesUsd) : usage, committed, bands, terms ?? "Terms"],
    listIndex ? pathOf(listIndex) : null,
  ];
  return {
    given,
    rows: SET_POLICIES.flatMap((name) =>
      policies[name] === standing[name] ? [] : [[name, policyText(name, policies[name])] as const],
    ),
    formula: printFormula(commit("TERM_COST", ...(listIndex ? given : given.slice(0, 4)))),
  };
}

/** The formula of TERM_RISK that draws as many courses; undefined where a cell draws fewer. */
export function riskInCells(
  { given }: TermInCells,
  paths: number,
  periods: number,
): string | undefined {
  return paths * periods <= MOST_DRAWS
    ? printFormula(commit("TERM_RISK", ...given, paths))
    : undefined;
}

function pathOf(values: readonly number[]): Operand {
  const [first = 0, ...later] = values;
  return later.length > 0 ? arrayOf([first, ...later].map((value) => [value])) : first;
}

/** Whether the view holds anything that the cells do not. */
export function isSet({ rows }: TermInCells, form: TermForm): boolean {
  return rows.length > 0 || (form.settings.ok && form.settings.value.commitmentsUsd !== undefined);
}
