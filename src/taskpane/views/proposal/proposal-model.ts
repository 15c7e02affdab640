import type { Answer } from "../../../input/offers/answers/answered-offer";
import { isSameAsk } from "../../../input/offers/answers/is-answered";
import type {
  SeatsAndDates,
  SeatsAnswer,
} from "../../../input/offers/seats-and-dates/seats-and-dates";
import { asTyped } from "../../../sheets/negotiation/said-seats";
import { catchFault } from "../../context/catch-fault";
import { seatsRequest } from "../../context/negotiation/seats-request";
import type { PaneContext } from "../../context/pane-context";
import { formOf, type PaneState } from "../../context/pane-state";
import { faultStatus, saying } from "../../context/status";
import type { ForecastFieldName, UsageKind } from "../../kit/forecast-form-messages";
import { dealOfRounds, type ParsedRound, readAsRound } from "./as-round";
import { FRESH_PROPOSAL, type ProposalForm, proposalOfForm } from "./proposal";
import { TextReader } from "./text-reader";
import type { TextReading } from "./text-reading";

/** The sheets that were added, or why seats and dates have none. */
type SeatsWritten =
  | { readonly ok: true; readonly sheets: readonly string[] }
  | { readonly ok: false; readonly why: string };

/** Everything that starting from a proposal does, without drawing it. */
export class ProposalModel {
  readonly #pane: PaneContext;
  readonly #reader: TextReader;

  constructor(pane: PaneContext, startWorker = () => new Worker("offer-worker.js")) {
    this.#pane = pane;
    this.#reader = new TextReader(startWorker, () => pane.put({}));
  }

  /** What was read of the text of a form, or of the one before while a long one is being read. */
  textOf(form: ProposalForm): TextReading | undefined {
    return this.#reader.shown(form);
  }

  close(): void {
    this.#pane.draft({ proposal: undefined });
    this.#pane.back();
  }

  /** Takes what was typed; a fault that was said is about the form as it was. */
  type(change: Partial<ProposalForm>): void {
    this.#change((form) => ({ ...form, ...change }));
  }

  choose(kind: UsageKind): void {
    this.#change((form) => ({ ...form, usage: { ...form.usage, kind } }));
  }

  typeUsage(name: ForecastFieldName, text: string): void {
    this.#change((form) => {
      const texts = { ...form.usage.texts, [name]: text };
      return { ...form, usage: { ...form.usage, texts } };
    });
  }

  /** Takes the answer to a question, in the place of the one that was given before. */
  answer(given: Answer): void {
    this.#change((form) => ({
      ...form,
      answers: [...form.answers.filter(({ ask }) => !isSameAsk(ask, given.ask)), given],
    }));
  }

  /** The same of a question about seats or dates. */
  answerSeats(given: SeatsAnswer): void {
    const isOther = ({ about, from }: SeatsAnswer): boolean =>
      about !== given.about || from !== given.from;
    this.#change((form) => ({
      ...form,
      seatsAnswers: [...form.seatsAnswers.filter(isOther), given],
    }));
  }

  /** Reads the selected cells into the text. */
  async useSelection(): Promise<void> {
    const pane = this.#pane;
    await pane.during({ kind: "selection" }, "Reading the selected cells…", async () => {
      const selected = await catchFault(pane.actions.readSelectedText());
      if (!selected.ok) return pane.put({ status: faultStatus(selected.fault) });
      if (selected.value === "")
        return pane.put({ status: saying("fault", "The selected cells are blank.") });
      this.type({ text: selected.value });
      pane.put({ status: saying("done", "The selected cells are read below.") });
    });
  }

  /** Gives amounts the label of the proposal's currency. */
  async label(code: string): Promise<void> {
    const pane = this.#pane;
    await pane.during({ kind: "currency" }, "Changing the label of amounts…", async () => {
      const chosen = await catchFault(pane.actions.chooseCurrency(code));
      await pane.refresh();
      pane.put({
        status: chosen.ok
          ? saying("done", `Amounts are now labelled ${code}.`)
          : faultStatus(chosen.fault),
      });
    });
  }

  #change(make: (form: ProposalForm) => ProposalForm): void {
    this.#pane.draft({ proposal: make(proposalForm(this.#pane.state())) });
  }

  /** Writes the deal into the workbook, or says what is still missing for it. */
  async write(): Promise<void> {
    const pane = this.#pane;
    const read = await this.#reader.whole(proposalForm(pane.state()));
    const form = proposalForm(pane.state());
    // The text changed while it was read.
    if (read === undefined && form.text.trim() !== "") return;
    const deal = form.asRound ? dealOfRounds(pane.state()) : undefined;
    if (deal) return this.#writeRound(form, readAsRound(form, deal, pane.state(), read));
    const { numbers, obstacles, said } = proposalOfForm(form, pane.state().currency, read);
    if (!numbers) return this.#refuse(form, obstacles);
    await pane.during({ kind: "proposal" }, "Writing the deal…", async () => {
      const written = await catchFault(pane.actions.insertNumbers(numbers, pane.state().currency));
      await pane.refresh();
      if (!written.ok) return pane.put({ status: faultStatus(written.fault) });
      const { sheet } = written.value;
      const seats = await this.#writeSeats(said);
      this.close();
      pane.open({ name: "home" });
      pane.put({
        status: seats.ok
          ? saying(
              "done",
              `Added ${[sheet, ...seats.sheets].join(" and ")} from the proposal. Change ${seats.sheets.length > 0 ? "their" : "its"} shaded cells and everything follows.`,
            )
          : saying(
              "fault",
              `Added ${sheet} from the proposal. Its seats and dates are in the table Also said, but not on a sheet of their own: ${seats.why}`,
            ),
      });
    });
  }

  /** Writes the sheet of seats and dates for the deal that was just written, where the proposal says any. */
  async #writeSeats(said: SeatsAndDates): Promise<SeatsWritten> {
    if (said.seats.length + said.dates.length === 0) return { ok: true, sheets: [] };
    const pane = this.#pane;
    const request = seatsRequest(pane.state().deal, new Date(), asTyped(said));
    if (typeof request === "string") return { ok: false, why: request };
    const written = await catchFault(pane.actions.writeSeats(request, pane.state().currency));
    await pane.refresh();
    return written.ok
      ? { ok: true, sheets: [written.value.sheet] }
      : { ok: false, why: faultStatus(written.fault).text };
  }

  /** Writes it as a further offer for the deal that is open, and shows what it changed. */
  async #writeRound(form: ProposalForm, { round, obstacles }: ParsedRound): Promise<void> {
    const pane = this.#pane;
    if (!round) return this.#refuse(form, obstacles);
    await pane.during({ kind: "proposal" }, "Writing the offer…", async () => {
      const written = await catchFault(pane.actions.insertRound(round, pane.state().currency));
      await pane.refresh();
      if (!written.ok) return pane.put({ status: faultStatus(written.fault) });
      const text = `Added ${round.scenario.name} as a scenario, with its bands and terms on ${written.value.sheet}. What changed says what it changes.`;
      this.close();
      pane.open({ name: "negotiation" });
      pane.put({ status: saying("done", text) });
    });
  }

  #refuse(form: ProposalForm, obstacles: readonly string[]): void {
    const [first = "", ...more] = obstacles;
    const text =
      more.length === 0
        ? first
        : `${obstacles.length} things to mend or answer: each says what would do.`;
    this.#pane.draft({ proposal: { ...form, tried: true } });
    this.#pane.put({ status: saying("fault", text) });
  }
}

/** The form as it was left; else a fresh one, for the vendor's next offer where it was opened for that. */
export function proposalForm({ drafts, view }: PaneState): ProposalForm {
  return drafts.proposal ?? { ...FRESH_PROPOSAL, asRound: formOf(view) === "round" };
}
