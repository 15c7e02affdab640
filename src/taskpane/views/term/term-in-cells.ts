import type { PolicyName } from "../../../core/terms";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { policiesOf } from "../../../deal/term-of-deal";
import { arrayOf, commit } from "../../../sheets/formulas/call";
import { printFormula } from "../../../sheets/formulas/print";
import { SET_POLICIES } from "./term-fields";
import { policyText, type TermForm } from "./term-form";

const PERIODS_A_YEAR = { year: 1, quarter: 4, month: 12 } as const;

/** The cells that answer as the view does. */
export interface TermInCells {
  /** Rows to write among the terms. */
  readonly rows: readonly (readonly [name: PolicyName, value: string])[];
  readonly formula: string;
}

/** Rows of terms and a formula that give the same cost; undefined where what is set cannot be read. */
export function termInCells(reading: ParsedDeal, form: TermForm): TermInCells | undefined {
  const { settings, policies } = form;
  if (!settings.ok || !reading.forecast || !reading.bandsAreSorted) return undefined;
  const standing = policiesOf(reading);
  const { commitmentsUsd } = settings.value;
  const { bands, terms, commitment } = reading.references;
  const usage = reading.forecast.meanUsd / PERIODS_A_YEAR[policies.Period];
  const [first = 0, ...later] = commitmentsUsd ?? [];
  const typed = later.length > 0 ? arrayOf([first, ...later].map((usd) => [usd])) : first;
  const committed = commitmentsUsd ? typed : (commitment ?? 0);
  return {
    rows: SET_POLICIES.flatMap((name) =>
      policies[name] === standing[name] ? [] : [[name, policyText(name, policies[name])] as const],
    ),
    formula: printFormula(commit("TERM_COST", usage, committed, bands, terms ?? "Terms")),
  };
}

/** Whether the view holds anything that the cells do not. */
export function isSet({ rows }: TermInCells, form: TermForm): boolean {
  return rows.length > 0 || (form.settings.ok && form.settings.value.commitmentsUsd !== undefined);
}
