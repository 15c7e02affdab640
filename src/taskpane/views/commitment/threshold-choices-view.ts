import { type Currency, US_DOLLAR } from "../../../core/currency";
import "@fluentui/web-components/button/define.js";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { concession } from "../../../analysis/concession";
import { type Decided, decide } from "../../../analysis/decision";
import { roundingOf } from "../../../analysis/forecast-rounding";
import { aimOf, type Posture, postures } from "../../../analysis/posture";
import { type ChoiceInput, thresholdChoices } from "../../../analysis/threshold-choice";
import { recommendedOf, thresholdMoves } from "../../../analysis/threshold-moves";
import { thresholdPrices } from "../../../analysis/threshold-prices";
import { toCents } from "../../../core/money";
import type { DiscountRange } from "../../../deal/discount-range";
import type { ParsedDeal } from "../../../deal/parse-deal";
import {
  type CommitmentNames,
  commitmentNames,
  labelsAmong,
} from "../../../wording/messages/commitment-names";
import { unusedWordsOf } from "../../../wording/messages/rollover-words";
import {
  type ChoiceReading,
  introSentences,
} from "../../../wording/messages/threshold-choice-messages";
import { inSlices, pause } from "../../kit/in-slices";
import { LaterElement } from "../../kit/later-element";
import { shared } from "../../kit/styles";
import { tableStyles } from "../../kit/table-styles";
import {
  type Card,
  type CardContext,
  type CardDetails,
  drawDetails,
  drawSummary,
} from "./threshold-choice-card";
import { choiceStyles } from "./threshold-choice-styles";
import { openAtFirst, thresholdsThatMatter } from "./thresholds-that-matter";

/** Each threshold as a card with what to do about it, which opens to what crossing it takes, brings and lacks. */
@customElement("bandwise-threshold-choices")
export class ThresholdChoicesView extends LaterElement {
  static override readonly styles = [shared, tableStyles, choiceStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  /** The deal as read, or as it would be if something changed. A part that is missing is said, not hidden. */
  @property({ attribute: false }) reading: DrawnReading | undefined;

  /** Discounts that are aimed for and would still be accepted, of the bands that say them. */
  @property({ attribute: false }) ranges: readonly DiscountRange[] = [];

  @state() private all = false;
  /** Cards that the user opened or closed; the others are as they are at first. */
  @state() private toggled: ReadonlyMap<number, boolean> = new Map();
  #drawn: DrawnCards | undefined;
  /** What was found last of each threshold, and of which cards; it stays while it is looked for again. */
  readonly #details = new Map<number, { readonly of: DrawnCards; readonly details: CardDetails }>();
  #isLooking = false;

  override updated(): void {
    void this.#lookInto();
  }

  override render() {
    const { reading } = this;
    if (!reading) return nothing;
    const input = inputOf(reading);
    const drawn = input && this.#draw(input, reading);
    const count = (reading.bands?.bands.length ?? 1) - 1;
    return html`
      <section class="stack" aria-label="Thresholds">
        ${introSentences(reading, this.currency).map((sentence) => html`<p class="quiet wrap">${sentence}</p>`)}
        ${
          drawn && count > 0
            ? html`<ul class="cards">
              ${repeat(
                drawn.cards,
                ({ choice }) => choice.thresholdUsd,
                (card) => this.#drawCard(card, drawn),
              )}
            </ul>`
            : nothing
        }
        ${
          drawn?.isPart || this.all
            ? html`<div><fluent-button
              size="small"
              @click=${() => {
                this.all = !this.all;
              }}
              >${this.all ? "Show fewer thresholds" : `Show all ${count} thresholds`}</fluent-button
            ></div>`
            : nothing
        }
      </section>
    `;
  }

  #drawCard(card: Card, drawn: DrawnCards) {
    const { thresholdUsd } = card.choice;
    const isOpen = this.#isOpen(thresholdUsd, drawn);
    const found = this.#details.get(thresholdUsd);
    const toggled = (event: Event): void => {
      const { open } = event.currentTarget as HTMLDetailsElement;
      if (open !== this.#isOpen(thresholdUsd, drawn))
        this.toggled = new Map([...this.toggled, [thresholdUsd, open]]);
    };
    return html`<li>
      <details .open=${isOpen} @toggle=${toggled}>
        ${drawSummary(card, drawn.context, this.currency)}
        ${
          isOpen
            ? drawDetails(
                card,
                found?.details ?? NOTHING_FOUND,
                drawn.context,
                found?.of !== drawn,
                this.currency,
              )
            : nothing
        }
      </details>
    </li>`;
  }

  #isOpen(thresholdUsd: number, { openUsd }: DrawnCards): boolean {
    return this.toggled.get(thresholdUsd) ?? thresholdUsd === openUsd;
  }

  /** The cards in sight; computed again only when what they rest on has changed. */
  #draw(input: ChoiceInput, reading: DrawnReading): DrawnCards {
    const { bands, agreement, commitmentUsd, forecast } = input;
    const key = [bands, agreement, commitmentUsd, forecast, this.ranges, this.all, this.currency];
    const drawn = this.#drawn;
    if (drawn && key.every((part, index) => part === drawn.key[index])) return drawn;
    const decision = decide(reading);
    const decided = decision.kind === "decided" ? decision : undefined;
    const thresholds = bands.bands.slice(1).map(({ thresholdUsd }) => thresholdUsd);
    const nameOf: CommitmentNames = commitmentNames(thresholds, commitmentUsd, this.currency);
    const all = decided ? postures(decided) : [];
    const shown = this.all ? thresholds : thresholdsThatMatter(thresholds, commitmentUsd, all);
    this.#drawn = {
      key,
      input,
      ranges: this.ranges,
      cards: cardsOf(input, decided, all, shown, this.currency),
      context: {
        decided,
        presentUsd: commitmentUsd,
        nameOf,
        labelOf: labelsAmong(thresholds, this.currency),
        unusedOf: unusedWordsOf(reading),
      },
      isPart: shown.length < thresholds.length,
      openUsd: openAtFirst(all),
    };
    return this.#drawn;
  }

  /** Finds what open cards lack, one after another, each in tasks of its own. */
  async #lookInto(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    for (let next = this.#lacking(); next; next = this.#lacking()) {
      const { of, card } = next;
      const { thresholdUsd } = card.choice;
      const isWanted = (): boolean =>
        this.isConnected && of === this.#drawn && this.#isOpen(thresholdUsd, of);
      const details = await detailsOf(card, of, isWanted);
      if (!details) continue;
      this.#details.set(thresholdUsd, { of, details });
      this.requestUpdate();
    }
    this.#isLooking = false;
  }

  #lacking(): { readonly of: DrawnCards; readonly card: Card } | undefined {
    const of = this.#drawn;
    if (!of || !this.isConnected) return undefined;
    const card = of.cards.find(
      ({ choice: { thresholdUsd } }) =>
        this.#isOpen(thresholdUsd, of) && this.#details.get(thresholdUsd)?.of !== of,
    );
    return card && { of, card };
  }
}

type DrawnReading = ChoiceReading & Pick<ParsedDeal, "cells">;

/** Cards as they were drawn, and what they rest on. */
interface DrawnCards {
  readonly key: readonly unknown[];
  readonly input: ChoiceInput;
  readonly ranges: readonly DiscountRange[];
  readonly cards: readonly Card[];
  readonly context: CardContext;
  /** Whether there are thresholds without a card. */
  readonly isPart: boolean;
  /** The card that is open until the user closes it. */
  readonly openUsd: number | undefined;
}

/** What a threshold is held against: one above the commitment to make against that, else the present one. */
function cardsOf(
  input: ChoiceInput,
  decided: Decided | undefined,
  found: readonly Posture[],
  shown: readonly number[],
  currency: Currency,
): readonly Card[] {
  const isHeld = (usd: number): boolean =>
    found.some(({ thresholdUsd, word }) => thresholdUsd === usd && word === "hold");
  const aimUsd = decided ? aimOf(decided).commitmentUsd : input.commitmentUsd;
  const choices = [
    ...thresholdChoices(input, currency, (usd) => shown.includes(usd) && !isHeld(usd)),
    ...thresholdChoices(
      { ...input, commitmentUsd: aimUsd },
      currency,
      (usd) => shown.includes(usd) && isHeld(usd),
    ),
  ];
  return choices
    .map((choice) => ({
      choice,
      posture: found.find(({ thresholdUsd }) => thresholdUsd === choice.thresholdUsd),
    }))
    .sort((one, other) => one.choice.thresholdUsd - other.choice.thresholdUsd);
}

async function detailsOf(
  { choice: { thresholdUsd, standing, provenance }, posture }: Card,
  { input: { agreement, commitmentUsd, forecast }, ranges }: DrawnCards,
  isWanted: () => boolean,
): Promise<CardDetails | undefined> {
  if (!forecast) return NOTHING_FOUND;
  const range = ranges.find((one) => toCents(one.thresholdUsd) === toCents(thresholdUsd));
  const prices = range && thresholdPrices(range, commitmentUsd, agreement, forecast);
  await pause(0);
  if (!isWanted()) return undefined;
  const asked =
    posture?.word === "hold"
      ? concession(thresholdUsd, standing.here.commitmentUsd, agreement, forecast)
      : undefined;
  const ask = asked && asked.gapUsd > roundingOf(forecast) ? asked : undefined;
  if (!provenance.isUnconfirmed) return { prices, ask, moves: undefined };
  const moves = await inSlices(
    thresholdMoves(thresholdUsd, agreement, forecast, recommendedOf(commitmentUsd)),
    isWanted,
  );
  return moves && { prices, ask, moves };
}

/** What an open card shows at first. */
const NOTHING_FOUND: CardDetails = { prices: undefined, ask: undefined, moves: undefined };

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
