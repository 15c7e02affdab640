import { describe, expect, test } from "vitest";
import { NoAnswer } from "../../src/core/no-answer";
import { listPrice, type RequestOptions, tokenCost } from "../../src/efficiency/list-price";
import { book, known } from "./books";

/** Two cards: up to 1,000 tokens of a prompt, and above. */
const BOOK = book([
  ["Model", "Prompt above", "Input", "Output", "Cache read", "Web search", "Batch"],
  ["m", 0, 10, 50, 1, 10, 0.5],
  ["m", 1000, 20, 90, 2, 10, 0.5],
  ["one", 0, 3, 4, "", "", ""],
]);
const asked = (options: Partial<RequestOptions> = {}, model = "m") => ({
  ...{ book: BOOK, model, day: undefined },
  options: {
    tariff: { service: "standard", speed: "standard", geo: "global" },
    ...{ promptTokens: undefined, requests: undefined },
    ...options,
  } as const,
});

describe("listPrice()", () => {
  test.each<readonly [number, "input" | "output", number]>([
    [1000, "input", 10],
    [1001, "input", 20],
    [1000, "output", 50],
    [1001, "output", 90],
  ])("takes the card of a prompt of %s for %s", (promptTokens, kind, usd) => {
    expect(known(listPrice(asked({ promptTokens }), kind))).toBe(usd);
  });

  test("needs no prompt for searches, nor of a model with one card", () => {
    expect(known(listPrice(asked(), "web search"))).toBe(10);
    expect(known(listPrice(asked({}, "one"), "output"))).toBe(4);
  });

  test("has no answer for a kind that is not sold, and for a model that it does not know", () => {
    for (const [model, kind] of [
      ["one", "web search"],
      ["m", "session hour"],
      ["other", "input"],
    ] as const)
      expect(known(listPrice(asked({ promptTokens: 1 }, model), kind))).toBeInstanceOf(NoAnswer);
  });

  test("asks for the prompt where several cards hold, and refuses requests", () => {
    expect(listPrice(asked(), "input")).toEqual({
      ok: false,
      errors: [
        {
          kind: "promptLengthUnsaid",
          place: { argument: "options", field: "Prompt tokens" },
          ...{ model: "m", aboveTokens: [1000] },
        },
      ],
    });
    expect(listPrice(asked({ requests: 2 }), "input")).toEqual({
      ok: false,
      errors: [{ kind: "requestsWithoutTokens" }],
    });
  });
});

describe("tokenCost()", () => {
  const tokens = { input: 1200, "cache read": 400, output: 100 } as const;
  test.each<readonly [string, Partial<RequestOptions>, number]>([
    ["a prompt of the low card", { promptTokens: 1000 }, 0.0174],
    ["a prompt of the high card", { promptTokens: 1001 }, 0.0338],
    ["two requests, 800 each", { requests: 2 }, 0.0174],
    ["one request of 1,600", { requests: 1 }, 0.0338],
  ])("prices %s", (_, options, usd) => {
    expect(known(tokenCost(asked(options), tokens))).toBeCloseTo(usd, 12);
  });

  test("takes the low card where all prompts together fit it", () => {
    expect(known(tokenCost(asked(), { input: 1000 }))).toBeCloseTo(0.01, 12);
  });

  test("asks for the prompt where they do not, and has no answer for an unknown model", () => {
    expect(tokenCost(asked(), tokens)).toEqual({
      ok: false,
      errors: [
        {
          kind: "promptLengthUnsaid",
          place: { argument: "options", field: "Prompt tokens or Requests" },
          ...{ model: "m", aboveTokens: [1000] },
        },
      ],
    });
    expect(known(tokenCost(asked({}, "other"), tokens))).toBeInstanceOf(NoAnswer);
  });
});
