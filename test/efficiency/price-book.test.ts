import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/core/calendar";
import { NoAnswer } from "../../src/core/no-answer";
import { priceOn, STANDARD_TARIFF } from "../../src/efficiency/card-price";
import { cardsWithin } from "../../src/efficiency/cards-within";
import { cardFor, cardsOn } from "../../src/efficiency/price-book";
import { pricedKind } from "../../src/efficiency/priced-kinds";
import { book } from "./books";

const CARDS = book([
  ["Model", "From", "To", "Prompt above", "Input", "Output"],
  ["m", "", "2026-01-31", "", 4, 8],
  ["m", "2026-02-01", "2026-02-28", "", 3, 6],
  ["m", "2026-02-01", "2026-02-28", 100_000, 5, 10],
  ["m", "2026-02-01", "2026-02-28", 200_000, 7, 14],
  ["m", "2026-03-10", "2026-03-20", "", 2, 4],
  ["long", "", "", 50_000, 1, 2],
  ["tall first", "", "", 200_000, 2, 3],
  ["tall first", "", "", "", 1, 2],
]);

const dayIn2026 = (month: number, day: number) => dayOf(2026, month, day);

/** The input prices of the cards on a day, or why there are none. */
function inputs(model: string, day: number | undefined): unknown {
  const cards = cardsOn(CARDS, model, day);
  return cards instanceof NoAnswer
    ? cards.reason.kind
    : cards.map(({ pricesUsd }) => pricesUsd.input);
}

describe("cards on a day", () => {
  test.each<readonly [string, number | undefined, unknown]>([
    ["M", dayIn2026(1, 1), [4]],
    ["m", dayIn2026(1, 31), [4]],
    ["m", dayIn2026(2, 1), [3, 5, 7]],
    ["m", dayIn2026(2, 28), [3, 5, 7]],
    ["m", dayIn2026(3, 1), "noPriceOnDay"],
    ["m", dayIn2026(3, 9), "noPriceOnDay"],
    ["m", dayIn2026(3, 10), [2]],
    ["m", dayIn2026(3, 21), "noPriceOnDay"],
    ["m", undefined, [2]],
    ["n", undefined, "unknownModel"],
    ["", undefined, "unknownModel"],
    ["tall first", undefined, [1, 2]],
  ])("%s, %s", (model, day, expected) => {
    expect(inputs(model, day)).toEqual(expected);
  });
});

function cards(model: string) {
  const found = cardsOn(CARDS, model, model === "m" ? dayIn2026(2, 1) : undefined);
  if (found instanceof NoAnswer) throw new Error(found.reason.kind);
  return found;
}

describe("the card of a prompt", () => {
  test.each<readonly [string, number, number | undefined]>([
    ["m", 0, 3],
    ["m", 1, 3],
    ["m", 100_000, 3],
    ["m", 100_000.5, 5],
    ["m", 100_001, 5],
    ["m", 200_000, 5],
    ["m", 200_001, 7],
    ["m", 1e9, 7],
    ["long", 50_000, undefined],
    ["long", 50_001, 1],
    ["long", 0, undefined],
  ])("%s of %d tokens", (model, tokens, inputUsd) => {
    const card = cardFor(cards(model), tokens);
    expect(card instanceof NoAnswer ? undefined : card.pricesUsd.input).toBe(inputUsd);
  });

  test.each<readonly [number, number, readonly number[]]>([
    [0, 100_000, [3]],
    [0, 100_001, [3, 5]],
    [0, Number.POSITIVE_INFINITY, [3, 5, 7]],
    [100_000, 200_000, [5]],
    [99_999, 200_000, [3, 5]],
    [200_000, Number.POSITIVE_INFINITY, [7]],
    [0, 0, []],
    [150_000, 120_000, []],
  ])("of more than %d and at most %d", (above, upTo, expected) => {
    const found = cardsWithin(cards("m"), above, upTo).map(({ pricesUsd }) => pricesUsd.input);
    expect(found).toEqual(expected);
  });
});

describe("names of what is priced", () => {
  test.each<readonly [string, string | undefined]>([
    ["Input", "input"],
    ["usage_input_tokens_no_cache", "input"],
    ["uncached_input_tokens", "input"],
    ["Cache write 5m", "cache write 5m"],
    ["input_cache_write_5m", "cache write 5m"],
    ["cache_creation.ephemeral_5m_input_tokens", "cache write 5m"],
    ["cache_creation.ephemeral_1h_input_tokens", "cache write 1h"],
    ["Cache-write 1h", "cache write 1h"],
    ["cache_read_input_tokens", "cache read"],
    ["Cache\u2010Read", "cache read"],
    ["\uff2futput tokens", "output"],
    ["output   tokens", "output"],
    ["web_search_requests", "web search"],
    ["Web searches", "web search"],
    ["session hours", "session hour"],
    ["Outputs", undefined],
    ["", undefined],
  ])("%j is %s", (word, kind) => {
    expect(pricedKind(word)).toBe(kind);
  });
});

describe("the price of a kind", () => {
  const sold = book([
    [
      "Model",
      "Input",
      "Output",
      "Cache read",
      "Batch",
      "US only",
      "Fast input",
      "Fast output",
      "Web search",
    ],
    ["all", 5, 25, 0.5, 0.5, 1.1, 10, 60, 10],
    ["kinds", 5, 25, "", "", "", "", "", ""],
    ["free", "0", 25, 0.5, 0.5, 1.1, 10, 60, 10],
    ["half fast", 5, 25, 0.5, 0.5, 1.1, "", 60, 10],
  ]);
  const price = (
    model: string,
    kind: "input" | "cache read" | "output" | "web search",
    words: string,
  ) => {
    const found = cardsOn(sold, model, undefined);
    if (found instanceof NoAnswer) throw new Error(found.reason.kind);
    const tariff = {
      ...STANDARD_TARIFF,
      ...(words.includes("batch") && { service: "batch" as const }),
      ...(words.includes("fast") && { speed: "fast" as const }),
      ...(words.includes("us") && { geo: "us" as const }),
    };
    const answer = priceOn(found[0], kind, tariff);
    if (!(answer instanceof NoAnswer)) return answer;
    return answer.reason.kind === "notSold" ? answer.reason.what : answer.reason.kind;
  };

  test.each<
    readonly [string, "input" | "cache read" | "output" | "web search", string, number | string]
  >([
    ["all", "input", "", 5],
    ["all", "input", "fast", 10],
    ["all", "cache read", "fast", 1],
    ["all", "output", "fast", 60],
    ["all", "output", "fast us", 66],
    ["all", "input", "batch us", 2.75],
    ["all", "web search", "batch us", 10],
    ["all", "web search", "batch fast", 10],
    ["all", "output", "batch fast", "fast mode with batch"],
    ["kinds", "cache read", "", "cache read"],
    ["kinds", "web search", "", "web search"],
    ["kinds", "cache read", "fast us", "fast mode"],
    ["kinds", "cache read", "batch", "cache read"],
    ["kinds", "input", "batch us", "batch"],
    ["kinds", "input", "us", "US-only inference"],
    ["free", "input", "", 0],
    ["free", "cache read", "fast", "fast mode"],
    ["half fast", "output", "fast", "fast mode"],
  ])("%s, %s, %s", (model, kind, words, expected) => {
    const answer = price(model, kind, words);
    if (typeof expected === "number") expect(answer).toBeCloseTo(expected, 12);
    else expect(answer).toBe(expected);
  });
});
