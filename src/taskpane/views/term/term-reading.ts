import { type TermAnswer, termAnswer } from "../../../analysis/term-answer";
import type { Currency } from "../../../core/currency";
import { chain, type Result, succeed } from "../../../core/result";
import type { DealFault, ParsedDeal } from "../../../deal/parse-deal";
import type { ScheduleYear } from "../../../deal/schedule-cells";
import { scheduleFault } from "../../../deal/schedule-fault";
import { scheduleOf, termOfDeal } from "../../../deal/term-of-deal";
import type { PaneState } from "../../context/pane-state";
import { supposedDeal } from "../../context/supposed-deal";
import { termDraft } from "./term-draft";
import type { TermDraft } from "./term-fields";
import { readTermForm, type TermForm } from "./term-form";

/** What of the pane the term is read from. */
export type TermState = Pick<
  PaneState,
  "deal" | "whatIf" | "drafts" | "currency" | "shownDeal" | "shown"
>;

/** The deal over several years, with what is set in the view. */
export interface TermReading {
  /** Without the clauses of Negotiation: the view has switches of its own. */
  readonly reading: ParsedDeal;
  readonly form: TermForm;
  /** The years of its schedule, none where it has none or one that cannot be read. */
  readonly schedule: readonly ScheduleYear[];
  /** What is wrong with the cells of its schedule. */
  readonly scheduleFault: DealFault | undefined;
  /** Undefined while the deal itself cannot be read. */
  readonly answer: Result<TermAnswer> | undefined;
}

let last: { readonly of: readonly unknown[]; readonly made: TermReading } | undefined;

/** Reads the term of the deal that is shown; undefined where none is. The pane draws often, and its deal changes seldom. */
export function readTerm(state: TermState): TermReading | undefined {
  const { deal, whatIf, currency } = state;
  if (deal.kind !== "read") return undefined;
  const reading = supposedDeal(deal.reading, whatIf).withoutClauses;
  const draft = termDraft(state);
  const of = [reading, draft, currency];
  if (last?.of.every((one, index) => one === of[index])) return last.made;
  const made = makeReading(reading, draft, currency);
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
  const { cells, references, addresses } = reading;
  const schedule = scheduleOf(reading);
  const read = {
    ...{ reading, form, schedule: schedule.ok ? schedule.value : [] },
    scheduleFault:
      cells.schedule && !schedule.ok
        ? scheduleFault({
            ...{ reference: references.schedule ?? "Schedule", address: addresses?.Schedule },
            cells: cells.schedule,
          })
        : undefined,
  };
  if (waits) return { ...read, answer: undefined };
  return {
    ...read,
    answer: form.settings.ok ? answered(form.settings.value) : form.settings,
  };
}
