import type { AnswerNumber } from "./explain-links";
import "./explain-links";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Decided } from "../../../analysis/decision";
import type { AnswerRange } from "../../../analysis/how-sure/answer-range";
import { averageRange } from "../../../analysis/how-sure/how-sure";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { namesOnCurve } from "../../../wording/messages/commitment-names";
import { holdsLine, takesOverSentence } from "../../../wording/messages/how-sure-messages";
import { rolloverNote } from "../../../wording/messages/rollover-words";
import { pause } from "../in-slices";
import { shared } from "../styles";

/** The pane as far as this line asks something of it. */
interface Pane extends HTMLElement {
  explainCell(asked: { readonly number: AnswerNumber }): void;
}

/** Home is in the first bundle, which would grow if it handed this on. */
function explain(number: AnswerNumber): void {
  document.querySelector<Pane>("bandwise-pane")?.explainCell({ number });
}

/** For which average usage the commitment that is recommended stays the cheapest on offer; found after everything else is drawn. */
@customElement("bandwise-how-sure-line")
export class HowSureLine extends LitElement {
  static override readonly styles = [shared];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) decided: Decided | undefined;
  @property({ attribute: false }) reading: ParsedDeal | undefined;
  /** What was found last; it stays while it is looked for again, so that nothing below it jumps. */
  @state() private found: AnswerRange | undefined;
  #askedOf: Decided["curve"] | undefined;

  override willUpdate(_: PropertyValues<this>): void {
    const { decided } = this;
    if (!decided || decided.curve === this.#askedOf) return;
    this.#askedOf = decided.curve;
    void this.#find(decided);
  }

  override render() {
    const { found, decided } = this;
    if (!decided) return nothing;
    return html`${found ? this.#drawRange(found, decided) : nothing}${
      decided.recommendation.kind === "nothingToChoose"
        ? nothing
        : html`<bandwise-explain-links .explain=${explain}></bandwise-explain-links>`
    }`;
  }

  #drawRange(found: AnswerRange, decided: Decided): TemplateResult {
    const nameOf = namesOnCurve(decided.curve, this.currency);
    const then = takesOverSentence(found, nameOf);
    const note = this.reading ? rolloverNote(this.reading) : "";
    return html`<p class="quiet" title=${then}>
      ${holdsLine(found, decided.certain, this.currency)}.<span class="hidden"> ${then}</span>
    </p>${note === "" ? nothing : html`<p class="quiet wrap">${note}</p>`}`;
  }

  async #find(decided: Decided): Promise<void> {
    await pause(0);
    if (decided.curve === this.#askedOf) this.found = averageRange(decided);
  }
}
