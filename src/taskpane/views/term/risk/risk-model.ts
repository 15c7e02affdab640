import { termRisk } from "../../../../analysis/term-risk";
import { pathCount } from "../../../../term/risk";
import type { PaneContext } from "../../../context/pane-context";
import type { ShownDeal } from "../term-draft";
import { readTerm } from "../term-reading";
import type { RiskDraft } from "./risk-draft";
import { questionOf, withRiskDraft } from "./risk-of-deal";
import { type Drawing, type DrawingWorker, startDrawing } from "./start-drawing";

/** Paths and seed of TERM_RISK where nobody says others, so that a cell shows the same numbers. */
export const FIRST_PATHS = 4_096;
const SEED = 1;

/** Everything that the view does about chance, without drawing it. */
export class RiskModel {
  readonly #pane: PaneContext;
  readonly #start: () => DrawingWorker;
  readonly #workers: number;
  #running: { readonly drawing: Drawing; readonly deal: ShownDeal } | undefined;

  /** @param start Starts a worker. */
  constructor(pane: PaneContext, start: () => DrawingWorker, workers: number) {
    this.#pane = pane;
    this.#start = start;
    this.#workers = workers;
  }

  /** Draws paths of the term that is shown; those of an earlier question are given up. */
  async draw(paths = FIRST_PATHS): Promise<void> {
    const state = this.#pane.state();
    const answer = readTerm(state)?.answer;
    if (!answer?.ok) return;
    const { asWon } = answer.value;
    if (pathCount(asWon.plan, paths) === 1) return;
    this.cancel();
    const { shownDeal, shown } = state;
    const deal = { shownDeal, shown };
    const question = questionOf(asWon);
    const of = JSON.stringify(question);
    this.#put(deal, { running: { paths, done: 0 }, died: undefined });
    const drawing = startDrawing(
      question,
      { paths, seed: SEED, workers: this.#workers },
      this.#start,
      (done) => this.#put(deal, { running: { paths, done } }),
    );
    this.#running = { drawing, deal };
    const end = await drawing.end;
    if (this.#running?.drawing !== drawing) return;
    this.#running = undefined;
    if (end.kind === "drawn")
      this.#put(deal, { drawn: { risk: termRisk(end.outcomes), of }, running: undefined });
    else this.#put(deal, { running: undefined, died: end.kind === "died" ? paths : undefined });
  }

  /** Gives up what is being drawn; what was there stays. */
  cancel(): void {
    const running = this.#running;
    if (!running) return;
    this.#running = undefined;
    running.drawing.cancel();
    this.#put(running.deal, { running: undefined });
  }

  #put(deal: ShownDeal, change: RiskDraft): void {
    this.#pane.draft(withRiskDraft(this.#pane.state(), deal, change));
  }
}
