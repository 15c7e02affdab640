import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bandProvenance } from "../../../analysis/band-provenance";
import { recommendedOf, thresholdMoves } from "../../../analysis/threshold-moves";
import type { Agreement } from "../../../core/agreement";
import type { BandTable } from "../../../core/bands";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import type { Forecast } from "../../../forecast/forecast";
import { commitmentNames } from "../../../wording/messages/commitment-names";
import { type GuessedThreshold, guessesSentence } from "../../../wording/messages/guess-messages";
import { inSlices, pause } from "../../kit/in-slices";
import { shared } from "../../kit/styles";

/** With more guesses than this each is looked at only in its card. */
const MOST_LOOKED_AT = 12;
/** A slider that is being moved is waited for. */
const REST_MS = 150;

/** One line on what rests on guessed thresholds, found after everything else is drawn: one threshold at a time. */
@customElement("bandwise-guesses")
export class GuessesView extends LitElement {
  static override readonly styles = [shared];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) bands: BandTable | undefined;
  @property({ attribute: false }) agreement: Agreement | undefined;
  @property({ attribute: false }) forecast: Forecast | undefined;
  /** The present commitment; undefined where it is not known. */
  @property({ attribute: false }) commitmentUsd: number | undefined;

  /** What was found last; it stays while it is looked for again, so that nothing below it jumps. */
  @state() private found: Found | undefined;
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
    const { found } = this;
    const sentence = found
      ? guessesSentence(
          found.count,
          found.moved,
          this.currency,
          commitmentNames(found.thresholds, undefined, this.currency),
        )
      : "";
    return sentence === ""
      ? nothing
      : html`<p class="quiet wrap" aria-busy=${this.looking ? "true" : "false"}>${sentence}</p>`;
  }

  async #lookAtAll(): Promise<void> {
    this.#look += 1;
    const look = this.#look;
    const { bands, agreement, forecast } = this;
    const guesses =
      bands?.bands.slice(1).filter((band) => bandProvenance(band).isUnconfirmed) ?? [];
    if (!agreement || !forecast || guesses.length === 0 || guesses.length > MOST_LOOKED_AT) {
      this.found = { count: guesses.length, moved: undefined, thresholds: [] };
      this.looking = false;
      return;
    }
    this.looking = true;
    const moved: GuessedThreshold[] = [];
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
      moved.push({ thresholdUsd, moves });
      await pause(0);
    }
    if (!isWanted()) return;
    const thresholds = agreement.bands.map(({ thresholdUsd }) => thresholdUsd);
    this.found = { count: guesses.length, moved, thresholds };
    this.looking = false;
  }
}

interface Found {
  /** How many thresholds are guesses. */
  readonly count: number;
  /** What moving each does; undefined where that was not looked at. */
  readonly moved: readonly GuessedThreshold[] | undefined;
  /** The thresholds to name. */
  readonly thresholds: readonly number[];
}
