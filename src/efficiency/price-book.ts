import type { PricingError } from "../core/errors";
import { NoAnswer } from "../core/no-answer";
import { type Answer, failWith, type Result, succeed } from "../core/result";
import { canonicalModel } from "./model-name";
import type { PricedKind } from "./priced-kinds";

/** The prices of one model in one period, for prompts of more than so many tokens: a row of a price book. */
export interface PriceRow {
  /** Row in the cells that the book was read from, from 1. */
  readonly row: number;
  /** As canonicalModel writes it. */
  readonly model: string;
  /** First and last day of the prices, both included; undefined: always. */
  readonly fromDay: number | undefined;
  readonly toDay: number | undefined;
  /** The row holds for requests whose prompt has more tokens than this. */
  readonly promptAboveTokens: number;
  /** USD per million tokens, per 1,000 searches, per hour; undefined: not sold. */
  readonly pricesUsd: Readonly<Partial<Record<PricedKind, number | undefined>>>;
  /** Factors on every token kind; undefined: not sold. */
  readonly batchFactor: number | undefined;
  readonly usOnlyFactor: number | undefined;
  /** USD per million tokens in fast mode; undefined: not sold. */
  readonly fastInputUsd: number | undefined;
  readonly fastOutputUsd: number | undefined;
  /** Tokens that this model makes of a text that made 1 on the tokenizer of Claude 4.6 and earlier. */
  readonly tokenizerFactor: number;
  readonly confidence: string;
  readonly checkedOnDay: number | undefined;
}

/** A checked price book: no two rows of one model and card hold on the same day. */
export interface PriceBook {
  readonly rows: readonly PriceRow[];
  readonly byModel: ReadonlyMap<string, readonly PriceRow[]>;
}

/** Checks rows against one another. */
export function parsePriceBook(rows: readonly PriceRow[]): Result<PriceBook> {
  const errors: PricingError[] = rows
    .filter((row) => startOf(row) > endOf(row))
    .map(({ row }) => ({ kind: "endBeforeStart", argument: "book", row }));
  const byModel = new Map<string, PriceRow[]>();
  for (const row of rows) {
    const others = byModel.get(row.model) ?? [];
    const met = others.find((other) => isSameCard(row, other) && doPeriodsMeet(row, other));
    if (met)
      errors.push({ kind: "pricedTwice", model: row.model, rows: [met.row, row.row] as const });
    byModel.set(row.model, [...others, row]);
  }
  return errors.length > 0 ? failWith(errors) : succeed({ rows, byModel });
}

const startOf = ({ fromDay }: PriceRow): number => fromDay ?? Number.NEGATIVE_INFINITY;
const endOf = ({ toDay }: PriceRow): number => toDay ?? Number.POSITIVE_INFINITY;

function isSameCard(one: PriceRow, other: PriceRow): boolean {
  return one.promptAboveTokens === other.promptAboveTokens;
}

function doPeriodsMeet(one: PriceRow, other: PriceRow): boolean {
  return startOf(one) <= endOf(other) && startOf(other) <= endOf(one);
}

/** What a model costs on a day, by the length of the prompt: at least one card, the one of the shortest prompts first. */
export type Cards = readonly [PriceRow, ...PriceRow[]];

/**
 * The cards of a model on a day.
 *
 * @param model In any writing.
 * @param day Undefined: the newest prices, those without a last day or with the latest.
 * @returns The cards, or why there is none: the model is not in the book, or has no price on that day.
 */
export function cardsOn(book: PriceBook, model: string, day: number | undefined): Answer<Cards> {
  const name = canonicalModel(model);
  const rows = book.byModel.get(name);
  if (!rows) return new NoAnswer({ kind: "unknownModel", model: name || model });
  const on = day ?? Math.max(...rows.map(endOf));
  const [first, ...others] = rows
    .filter((row) => startOf(row) <= on && on <= endOf(row))
    .toSorted((one, other) => one.promptAboveTokens - other.promptAboveTokens);
  return first ? [first, ...others] : new NoAnswer({ kind: "noPriceOnDay", model: name, day: on });
}

/** A prompt that was rescaled from one tokenizer to another may miss a whole number by so much. */
const ROUNDING = 1e-12;

/** Whether a prompt is longer than where a card begins. */
export function isLonger(promptTokens: number, promptAboveTokens: number): boolean {
  return promptTokens > promptAboveTokens * (1 + ROUNDING);
}

/** The card of a request whose prompt has so many tokens; an empty prompt is on the card from 0. */
export function cardFor(cards: Cards, promptTokens: number): Answer<PriceRow> {
  const [first] = cards;
  return (
    cards.findLast((card) => isLonger(promptTokens, card.promptAboveTokens)) ??
    (first.promptAboveTokens === 0
      ? first
      : new NoAnswer({
          kind: "promptTooShort",
          model: first.model,
          promptAboveTokens: first.promptAboveTokens,
        }))
  );
}
