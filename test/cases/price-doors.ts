import { chain, combine } from "../../src/core/result";
import { usageAnswer } from "../../src/efficiency/efficient-usage-tables";
import { listPrice, tokenCost } from "../../src/efficiency/list-price";
import {
  readEfficiencyQuestion,
  readUsageDetail,
} from "../../src/input/efficiency/efficiency-cells";
import { readRequest } from "../../src/input/efficiency/request-cells";
import { readKind, readTokens } from "../../src/input/efficiency/tokens-cells";
import type { UsageDoor } from "./usage-doors";

const ABOUT: UsageDoor["about"] = {
  "fast and batch": /no price for fast mode with batch/,
  us: /no price for US-only inference/,
  "prompt length": /prompt length|Prompt tokens of options is 0: give a number above 0/,
  "book overlap": /two prices of .* for the same day/,
  negative: /0 or more/,
  "kind twice": /^Input is given twice/,
  "more than all": /add up to 1\.1/,
  cache: /caches more than the whole prompt/,
  twice: /given twice/,
};

/** The usage that a table of steps begins with: savings are differences. */
function currentUsd(expected: unknown): number {
  return Array.isArray(expected) ? Number(expected[1][1]) || 0 : 0;
}

export const PRICE_DOORS: Readonly<Record<string, UsageDoor>> = {
  LIST_PRICE: {
    parameters: 5,
    bookAt: 4,
    about: ABOUT,
    core: ([model, kind, date, options, book]) =>
      chain(
        combine({ request: readRequest(model, date, options, book), kind: readKind(kind) }),
        (read) => listPrice(read.request, read.kind),
      ),
  },
  TOKEN_COST: {
    parameters: 5,
    bookAt: 4,
    about: ABOUT,
    core: ([model, tokens, date, options, book]) =>
      chain(
        combine({ request: readRequest(model, date, options, book), tokens: readTokens(tokens) }),
        (read) => tokenCost(read.request, read.tokens),
      ),
  },
  EFFICIENT_USAGE: {
    parameters: 5,
    bookAt: 4,
    about: ABOUT,
    unitOf: currentUsd,
    core: ([workloads, levers, date, detail, book]) =>
      chain(
        combine({
          question: readEfficiencyQuestion(workloads, levers, date, book),
          detail: readUsageDetail(detail),
        }),
        (read) => usageAnswer(read.question, read.detail),
      ),
  },
};
