import { paneCurrency } from "../../kit/pane-currency";
import "@fluentui/web-components/button/define.js";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { concession } from "../../../analysis/concession";
import {
  type ChoiceInput,
  type ThresholdChoice,
  thresholdChoices,
} from "../../../analysis/threshold-choice";
import { thresholdMoves } from "../../../analysis/threshold-moves";
import { thresholdPrices } from "../../../analysis/threshold-prices";
import { toCents } from "../../../core/money";
import type { DiscountRange } from "../../../deal/discount-range";
import {
  type ChoiceReading,
  introSentences,
} from "../../../wording/messages/threshold-choice-messages";
import { inSlices, pause } from "../../kit/in-slices";
import { LaterElement } from "../../kit/later-element";
import { shared } from "../../kit/styles";
import { type ChoiceDetails, drawDetails, drawSummary } from "./threshold-choice-card";
import { choiceStyles } from "./threshold-choice-styles";

/** Thresholds drawn before the rest is asked for, and how many of them lie at or below the commitment. */
const MOST_CARDS = 8;
const CARDS_BELOW = 2;

/** Each threshold as a choice: a card with the verdict, which opens to what crossing it takes, brings and lacks. */
@customElement("bandwise-threshold-choices")
export class ThresholdChoicesView extends LaterElement {
  static override readonly styles = [shared, choiceStyles];

  /** The deal as read, or as it would be if something changed. A part that is missing is said, not hidden. */
  @property({ attribute: false }) reading: ChoiceReading | undefined;

  /** Discounts that are aimed for and would still be accepted, of the bands that say them. */
  @property({ attribute: false }) ranges: readonly DiscountRange[] = [];
  /** What the choices are priced as if; empty where it is as the workbook holds it. */
  @property({ attribute: false }) note = "";

  @state() private all = false;
  @state() private open: ReadonlySet<number> = new Set();
  #drawn: DrawnChoices | undefined;
  /** What was found last of each threshold, and of which choices; it stands while it is looked for anew. */
  readonly #details = new Map<
    number,
    { readonly of: DrawnChoices; readonly details: ChoiceDetails }
  >();
  #isLooking = false;

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
          ${introSentences(reading, paneCurrency()).map((sentence) => html`<p class="wrap">${sentence}</p>`)}
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
    const isBusy = found?.of !== this.#drawn;
    const toggled = (event: Event): void => {
      const open = new Set(this.open);
      if ((event.currentTarget as HTMLDetailsElement).open) open.add(thresholdUsd);
      else open.delete(thresholdUsd);
      this.open = open;
    };
    return html`<li>
      <details .open=${isOpen} @toggle=${toggled}>
        ${drawSummary(choice)}
        ${isOpen ? drawDetails(choice, found?.details ?? NOTHING_FOUND, input, isBusy) : nothing}
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
    const drawn = this.#drawn;
    if (drawn && key.every((part, index) => part === drawn.key[index])) return drawn.choices;
    const [from, count] = this.all ? [0, Number.POSITIVE_INFINITY] : [firstCard(input), MOST_CARDS];
    const choices = thresholdChoices(input, paneCurrency(), from, count);
    this.#drawn = { key, input, ranges: this.ranges, choices };
    return choices;
  }

  /** Finds what open cards lack, one after another, each in tasks of its own. */
  async #lookInto(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    for (let next = this.#lacking(); next; next = this.#lacking()) {
      const { of, choice } = next;
      const { thresholdUsd } = choice;
      const isWanted = (): boolean =>
        this.isConnected && of === this.#drawn && this.open.has(thresholdUsd);
      const details = await detailsOf(choice, of, isWanted);
      if (!details) continue;
      this.#details.set(thresholdUsd, { of, details });
      this.requestUpdate();
    }
    this.#isLooking = false;
  }

  #lacking(): { readonly of: DrawnChoices; readonly choice: ThresholdChoice } | undefined {
    const of = this.#drawn;
    if (!of || !this.isConnected) return undefined;
    const choice = of.choices.find(
      ({ thresholdUsd }) =>
        this.open.has(thresholdUsd) && this.#details.get(thresholdUsd)?.of !== of,
    );
    return choice && { of, choice };
  }
}

/** Choices as they were drawn, and what they rest on. */
interface DrawnChoices {
  readonly key: readonly unknown[];
  readonly input: ChoiceInput;
  readonly ranges: readonly DiscountRange[];
  readonly choices: readonly ThresholdChoice[];
}

async function detailsOf(
  { thresholdUsd, expected, provenance }: ThresholdChoice,
  { input: { agreement, commitmentUsd, forecast }, ranges }: DrawnChoices,
  isWanted: () => boolean,
): Promise<ChoiceDetails | undefined> {
  if (!forecast) return NOTHING_FOUND;
  const range = ranges.find((one) => toCents(one.thresholdUsd) === toCents(thresholdUsd));
  const prices = range && thresholdPrices(range, commitmentUsd, agreement, forecast);
  await pause(0);
  if (!isWanted()) return undefined;
  const ask =
    expected?.verdict.kind === "doesNotPay"
      ? concession(thresholdUsd, commitmentUsd, agreement, forecast)
      : undefined;
  if (!provenance.isUnconfirmed) return { prices, ask, moves: undefined };
  const moves = await inSlices(thresholdMoves(thresholdUsd, agreement, forecast), isWanted);
  return moves && { prices, ask, moves };
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
