import "@fluentui/web-components/button/define.js";
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { toCents } from "../core/money";
import type { DiscountRange } from "../input/discount-range";
import { thresholdAsk } from "../sensitivity/threshold-ask";
import {
  type ChoiceInput,
  type ThresholdChoice,
  thresholdChoices,
} from "../sensitivity/threshold-choice";
import { thresholdMoves } from "../sensitivity/threshold-moves";
import { thresholdPrices } from "../sensitivity/threshold-prices";
import { inSlices, pause } from "./in-slices";
import { shared } from "./styles";
import { type ChoiceDetails, drawDetails, drawSummary } from "./threshold-choice-card";
import { choiceStyles } from "./threshold-choice-styles";
import { type ChoiceReading, introSentences } from "./threshold-choice-words";

/** Thresholds drawn before the rest is asked for, and how many of them lie at or below the commitment. */
const MOST_CARDS = 8;
const CARDS_BELOW = 2;

/** Each threshold as a choice: a card with the verdict, which opens to what crossing it takes, brings and lacks. */
@customElement("bandwise-threshold-choices")
export class ThresholdChoicesView extends LitElement {
  static override readonly styles = [shared, choiceStyles];

  /** The deal as read, or as it would be if something changed. A part that is missing is said, not hidden. */
  @property({ attribute: false }) reading: ChoiceReading | undefined;

  /** Discounts that are aimed for and would still be accepted, of the bands that say them. */
  @property({ attribute: false }) ranges: readonly DiscountRange[] = [];
  /** What the choices are priced as if; empty where it is as the workbook holds it. */
  @property({ attribute: false }) note = "";

  @state() private all = false;
  @state() private open: ReadonlySet<number> = new Set();
  #drawn: { readonly key: readonly unknown[]; readonly choices: readonly ThresholdChoice[] } = {
    key: [],
    choices: [],
  };
  /** What was found last of each threshold, and of what; it stands while it is looked for anew. */
  readonly #details = new Map<
    number,
    { readonly key: readonly unknown[]; readonly details: ChoiceDetails }
  >();
  #isLooking = false;

  /** In a task of its own, so that the chart above is drawn first. */
  protected override async scheduleUpdate(): Promise<void> {
    await pause(0);
    super.scheduleUpdate();
  }

  override updated(): void {
    void this.#lookInto();
  }

  override render() {
    const { reading } = this;
    if (!reading) return nothing;
    const input = inputOf(reading);
    const count = (reading.bands?.bands.length ?? 1) - 1;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">Each threshold as a choice</h2>
        <div class="quiet">
          ${this.note === "" ? nothing : html`<p class="wrap">${this.note}</p>`}
          ${introSentences(reading).map((sentence) => html`<p class="wrap">${sentence}</p>`)}
        </div>
        ${
          input && count > 0
            ? html`<ul class="cards">
              ${repeat(
                this.#choices(input),
                ({ thresholdUsd }) => thresholdUsd,
                (choice) => this.#drawCard(choice, input),
              )}
            </ul>`
            : nothing
        }
        ${
          input && count > MOST_CARDS
            ? html`<fluent-button
              size="small"
              @click=${() => {
                this.all = !this.all;
              }}
              >${this.all ? "Show fewer thresholds" : `Show all ${count} thresholds`}</fluent-button
            >`
            : nothing
        }
      </section>
    `;
  }

  #drawCard(choice: ThresholdChoice, input: ChoiceInput) {
    const { thresholdUsd } = choice;
    const isOpen = this.open.has(thresholdUsd);
    const found = this.#details.get(thresholdUsd);
    const isBusy = found?.key !== this.#drawn.key;
    const toggled = (event: Event): void => {
      const open = new Set(this.open);
      if ((event.currentTarget as HTMLDetailsElement).open) open.add(thresholdUsd);
      else open.delete(thresholdUsd);
      this.open = open;
    };
    return html`<li>
      <details .open=${isOpen} @toggle=${toggled}>
        ${drawSummary(choice)}
        ${isOpen ? drawDetails(choice, found?.details ?? NOTHING_FOUND, input.commitmentUsd, isBusy) : nothing}
      </details>
    </li>`;
  }

  /** The choices in sight; computed again only when what they rest on has changed. */
  #choices(input: ChoiceInput): readonly ThresholdChoice[] {
    const key = [
      input.bands,
      input.agreement,
      input.commitmentUsd,
      input.forecast,
      this.ranges,
      this.all,
    ];
    if (key.some((part, index) => part !== this.#drawn.key[index])) {
      const [from, count] = this.all
        ? [0, Number.POSITIVE_INFINITY]
        : [firstCard(input), MOST_CARDS];
      this.#drawn = { key, choices: thresholdChoices(input, from, count) };
    }
    return this.#drawn.choices;
  }

  /** Finds what open cards lack, one after another, each in tasks of its own. */
  async #lookInto(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    for (let next = this.#lacking(); next; next = this.#lacking()) {
      const { key } = this.#drawn;
      const isWanted = (): boolean =>
        this.isConnected && key === this.#drawn.key && this.open.has(next.thresholdUsd);
      const details = await this.#detailsOf(next, isWanted);
      if (!details) continue;
      this.#details.set(next.thresholdUsd, { key, details });
      this.requestUpdate();
    }
    this.#isLooking = false;
  }

  #lacking(): ThresholdChoice | undefined {
    if (!this.isConnected) return undefined;
    return this.#drawn.choices.find(
      ({ thresholdUsd }) =>
        this.open.has(thresholdUsd) && this.#details.get(thresholdUsd)?.key !== this.#drawn.key,
    );
  }

  async #detailsOf(
    { thresholdUsd, expected, provenance }: ThresholdChoice,
    isWanted: () => boolean,
  ): Promise<ChoiceDetails | undefined> {
    const input = this.reading && inputOf(this.reading);
    if (!input?.forecast) return NOTHING_FOUND;
    const { agreement, commitmentUsd, forecast } = input;
    const range = this.ranges.find((one) => toCents(one.thresholdUsd) === toCents(thresholdUsd));
    const prices = range && thresholdPrices(range, commitmentUsd, agreement, forecast);
    await pause(0);
    if (!isWanted()) return undefined;
    const ask =
      expected?.verdict.kind === "doesNotPay"
        ? thresholdAsk(thresholdUsd, commitmentUsd, agreement, forecast)
        : undefined;
    if (!provenance.isGuess) return { prices, ask, moves: undefined };
    const moves = await inSlices(thresholdMoves(thresholdUsd, agreement, forecast), isWanted);
    return moves && { prices, ask, moves };
  }
}

/** What an open card shows at first. */
const NOTHING_FOUND: ChoiceDetails = { prices: undefined, ask: undefined, moves: undefined };

function inputOf({
  bands,
  agreement,
  commitmentUsd,
  forecast,
}: ChoiceReading): ChoiceInput | undefined {
  if (bands === undefined || agreement === undefined || commitmentUsd === undefined)
    return undefined;
  return { bands, agreement, commitmentUsd, forecast };
}

/** Position of the first threshold drawn: a little below the commitment, so that what it has is in sight as well. */
function firstCard({ bands, commitmentUsd }: ChoiceInput): number {
  const thresholds = bands.bands.slice(1);
  const reached = thresholds.filter(
    ({ thresholdUsd }) => toCents(thresholdUsd) <= toCents(commitmentUsd),
  ).length;
  return Math.max(0, Math.min(reached - CARDS_BELOW, thresholds.length - MOST_CARDS));
}
