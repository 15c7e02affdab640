import type { Answer } from "../../../input/offers/answers/answered-offer";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { formOf, type PaneState } from "../../context/pane-state";
import { faultStatus, saying } from "../../context/status";
import type { ForecastFieldName, UsageKind } from "../../kit/forecast-form-messages";
import { dealOfRounds, type ParsedRound, readAsRound } from "./as-round";
import { FRESH_PROPOSAL, type ProposalForm, readProposal } from "./proposal";

/** Everything that starting from a proposal does, without drawing it. */
export class ProposalModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
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
      answers: [...form.answers.filter(({ ask }) => ask !== given.ask), given],
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
    const form = proposalForm(pane.state());
    const deal = form.asRound ? dealOfRounds(pane.state()) : undefined;
    if (deal) return this.#writeRound(form, readAsRound(form, deal, pane.state()));
    const { numbers, obstacles } = readProposal(form, pane.state().currency);
    if (!numbers) return this.#refuse(form, obstacles);
    await pane.during({ kind: "proposal" }, "Writing the deal…", async () => {
      const written = await catchFault(pane.actions.insertNumbers(numbers, pane.state().currency));
      await pane.refresh();
      if (!written.ok) return pane.put({ status: faultStatus(written.fault) });
      const text = `Added ${written.value.sheet} from the proposal. Change its shaded cells and everything follows.`;
      this.close();
      pane.open({ name: "home" });
      pane.put({ status: saying("done", text) });
    });
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
