import { type TermAnswer, termAnswer } from "../../../analysis/term-answer";
import type { Currency } from "../../../core/currency";
import { chain, type Result, succeed } from "../../../core/result";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { termOfDeal } from "../../../deal/term-of-deal";
import type { PaneState } from "../../context/pane-state";
import { supposedDeal } from "../../context/supposed-deal";
import { FRESH_TERM, readTermForm, type TermDraft, type TermForm } from "./term-form";

/** The deal over several years, with what is set in the view. */
export interface TermReading {
  /** Without the clauses of Negotiation: the view has switches of its own. */
  readonly reading: ParsedDeal;
  readonly form: TermForm;
  /** Undefined while the deal itself cannot be read. */
  readonly answer: Result<TermAnswer> | undefined;
}

let last: { readonly of: readonly unknown[]; readonly made: TermReading } | undefined;

/** Reads the term of the deal that is shown; undefined where none is. The pane draws often, and its deal changes seldom. */
export function readTerm({
  deal,
  whatIf,
  drafts,
  currency,
}: Pick<PaneState, "deal" | "whatIf" | "drafts" | "currency">): TermReading | undefined {
  if (deal.kind !== "read") return undefined;
  const reading = supposedDeal(deal.reading, whatIf).withoutClauses;
  const of = [reading, drafts.term, currency];
  if (last?.of.every((one, index) => one === of[index])) return last.made;
  const made = makeReading(reading, drafts.term ?? FRESH_TERM, currency);
  last = { of, made };
  return made;
}

function makeReading(reading: ParsedDeal, draft: TermDraft, currency: Currency): TermReading {
  const form = readTermForm(draft, reading, currency);
  const answered = (settings: Parameters<typeof termOfDeal>[1]) => {
    const term = termOfDeal(reading, settings);
    return term && chain(term, (found) => succeed(termAnswer(found, draft.won)));
  };
  // Without its own faults the deal is what waits, whatever is set here.
  const waits = termOfDeal(reading, { policies: {}, commitmentsUsd: undefined }) === undefined;
  if (waits) return { reading, form, answer: undefined };
  return {
    reading,
    form,
    answer: form.settings.ok ? answered(form.settings.value) : form.settings,
  };
}
