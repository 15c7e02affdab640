import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bandProvenance } from "../../../analysis/band-provenance";
import { recommendedOf, thresholdMoves } from "../../../analysis/threshold-moves";
import type { Agreement } from "../../../core/agreement";
import type { BandTable } from "../../../core/bands";
import type { Forecast } from "../../../forecast/forecast";
import { commitmentName } from "../../../wording/format/approximate";
import { commitmentNames } from "../../../wording/messages/commitment-names";
import { type GuessedThreshold, guessesSentence } from "../../../wording/messages/guess-messages";
import { inSlices, pause } from "../../kit/in-slices";
import { paneCurrency } from "../../kit/pane-currency";
import { shared } from "../../kit/styles";

/** With more guesses than this each is looked at only in its card. */
const MOST_LOOKED_AT = 12;
/** A slider that is being moved is waited for. */
const REST_MS = 150;

/** One line on what rests on guessed thresholds, found after everything else is drawn: one threshold at a time. */
@customElement("bandwise-guesses")
export class GuessesView extends LitElement {
  static override readonly styles = [shared];

  @property({ attribute: false }) bands: BandTable | undefined;
  @property({ attribute: false }) agreement: Agreement | undefined;
  @property({ attribute: false }) forecast: Forecast | undefined;
  /** The present commitment; undefined where it is not known. */
  @property({ attribute: false }) commitmentUsd: number | undefined;

  /** What was found last; while it is looked for anew this stands, so that nothing below it jumps. */
  @state() private sentence = "";
  @state() private looking = false;
  #look = 0;

  override willUpdate(changed: PropertyValues<this>): void {
    const asked = ["bands", "agreement", "forecast", "commitmentUsd"] as const;
    if (asked.some((name) => changed.has(name))) void this.#lookAtAll();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#look += 1;
  }

  override render() {
    return this.sentence === ""
      ? nothing
      : html`<p class="quiet wrap" aria-busy=${this.looking ? "true" : "false"}>${this.sentence}</p>`;
  }

  async #lookAtAll(): Promise<void> {
    this.#look += 1;
    const look = this.#look;
    const { bands, agreement, forecast } = this;
    const guesses =
      bands?.bands.slice(1).filter((band) => bandProvenance(band).isUnconfirmed) ?? [];
    if (!agreement || !forecast || guesses.length === 0 || guesses.length > MOST_LOOKED_AT) {
      this.sentence = guessesSentence(guesses.length, undefined, paneCurrency(), (one) =>
        commitmentName(one, paneCurrency()),
      );
      this.looking = false;
      return;
    }
    this.looking = true;
    const found: GuessedThreshold[] = [];
    const contest = recommendedOf(this.commitmentUsd);
    const isWanted = (): boolean => look === this.#look;
    await pause(REST_MS);
    for (const { thresholdUsd } of guesses) {
      if (!isWanted()) return;
      const moves = await inSlices(
        thresholdMoves(thresholdUsd, agreement, forecast, contest),
        isWanted,
      );
      if (!moves) return;
      found.push({ thresholdUsd, moves });
      await pause(0);
    }
    if (!isWanted()) return;
    const thresholds = agreement.bands.map(({ thresholdUsd }) => thresholdUsd);
    this.sentence = guessesSentence(
      guesses.length,
      found,
      paneCurrency(),
      commitmentNames(thresholds, undefined, paneCurrency()),
    );
    this.looking = false;
  }
}
