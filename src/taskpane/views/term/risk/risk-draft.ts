import type { TermRisk } from "../../../../analysis/term-risk";

/** What was drawn about a term. */
export interface DrawnRisk {
  readonly risk: TermRisk;
  /** The term that it is about, as text: another term has other numbers. */
  readonly of: string;
}

/** What was drawn for one deal, and what is being drawn. */
export interface RiskDraft {
  /** It stays until other paths are all drawn. */
  readonly drawn?: DrawnRisk | undefined;
  readonly running?: { readonly paths: number; readonly done: number } | undefined;
  /** How many paths a worker that ended left undrawn. */
  readonly died?: number | undefined;
}
