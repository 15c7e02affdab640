import { chain, combine } from "../core/result";
import { listPrice, tokenCost } from "../efficiency/list-price";
import { readRequest } from "../input/efficiency/request-cells";
import { readKind, readTokens } from "../input/efficiency/tokens-cells";
import { answer } from "./cell-answer";

/**
 * List price of a model, USD per million tokens, per 1,000 searches or per hour.
 *
 * Prices are those of the price book on the date. Price = price of the kind × fast ratio × batch factor × US-only factor
 * (docs/pricing-model.md 9.3); no factor applies to searches and hours. Models are compared in one form, so
 * claude-sonnet-4-20250514 and Claude Sonnet 4 are the same, but never by a part of the name.
 *
 * @customfunction LIST_PRICE
 * @helpurl https://localhost:3000/help.html#LIST_PRICE
 * @param model Model as an export or the price book writes it: claude-opus-5, Claude Opus 5.
 * @param kind input, output, cache write 5m, cache write 1h, cache read, web search or session hour; the column names of exports are understood.
 * @param [date] Day of the prices: a date, or text such as 2026-10-07. If omitted, blank or 0: the newest prices of the model.
 * @param [options] Words in a row (batch, fast, us; a number is the prompt tokens of one request), or two columns: Service (standard, batch), Speed (standard, fast), Geo (global, us), Prompt tokens. If omitted: standard, global.
 * @param [book] Price book with headings, one row for each model, period and prompt length: Model, From, To, Prompt above, Input, Output, Cache write 5m and so on. If omitted: the one that Bandwise ships.
 * @returns USD per million tokens (web search: per 1,000; session hour: per hour), not rounded.
 * @throws #VALUE! naming every argument that is wrong; #VALUE! where the price depends on the prompt length and nothing says it. #N/A where the price book has no such model, no price on that day, or does not sell the kind that way.
 * @example =COMMIT.LIST_PRICE("claude-opus-5", "cache read", "2026-08-01") is 0.5
 * @example =COMMIT.LIST_PRICE("Claude Opus 5", "output", "2026-08-01", {"batch","us"}) is 13.75
 * @example =COMMIT.LIST_PRICE("claude-haiku-5-5", "output", "2026-10-07", {"Prompt tokens",100001}) is 2.5
 * @example =COMMIT.LIST_PRICE("m", "input", "2026-02-01", {"",""}, {"Model","From","To","Input","Output";"m","","2026-01-31",4,8;"m","2026-02-01","",3,6}) is 3
 * @example =COMMIT.LIST_PRICE("claude-haiku-5-5", "output", "2026-10-07") is #VALUE! The price of claude-haiku-5-5 depends on the prompt length (it changes above 100,000 tokens): give Prompt tokens in options.
 * @example =COMMIT.LIST_PRICE("claude-opus-6", "input", "2026-11-10") is #N/A The model claude-opus-6 is not in the price book: add a row with its prices, or give the model as the book writes it.
 */
export function listPriceFunction(
  model: unknown,
  kind: unknown,
  date?: unknown,
  options?: unknown[][],
  book?: unknown[][],
): unknown {
  const read = combine({ request: readRequest(model, date, options, book), kind: readKind(kind) });
  return answer(
    chain(read, (value) => listPrice(value.request, value.kind)),
    (usd) => usd,
  );
}

/**
 * What tokens cost at list prices, USD.
 *
 * Cost = sum of tokens × price / 1,000,000; searches / 1,000 and hours / 1 (docs/pricing-model.md 9.4). A request whose prompt (input,
 * cache reads and cache writes) is longer than Prompt above is priced on that card as a whole, its output too. A kind of which
 * there are 0 needs no price.
 *
 * @customfunction TOKEN_COST
 * @helpurl https://localhost:3000/help.html#TOKEN_COST
 * @param model Model as an export or the price book writes it: claude-opus-5, Claude Opus 5.
 * @param tokens Two columns, kind and number; or kinds across with the numbers below; or one row of five or six numbers: Input, Cache write 5m, Cache write 1h, Cache read, Output, Web search. Blank numbers are 0.
 * @param [date] Day of the prices: a date, or text such as 2026-10-07. If omitted, blank or 0: the newest prices of the model.
 * @param [options] Words in a row (batch, fast, us; a number is the prompt tokens of one request), or two columns: Service (standard, batch), Speed (standard, fast), Geo (global, us), Prompt tokens or Requests (prompt = all prompt tokens / requests). If omitted: standard, global.
 * @param [book] Price book with headings, one row for each model, period and prompt length: Model, From, To, Prompt above, Input, Output, Cache write 5m and so on. If omitted: the one that Bandwise ships.
 * @returns Cost, USD, not rounded.
 * @throws #VALUE! naming every argument and row that is wrong; #VALUE! where the price depends on the prompt length, nothing says it and the tokens do not fit the lowest card. #N/A where the price book has no such model, no price on that day, or does not sell a kind that way.
 * @example =COMMIT.TOKEN_COST("claude-opus-5", {"input",50000;"output",15000;"session hour",1}, "2026-08-01") is 0.705
 * @example =COMMIT.TOKEN_COST("claude-opus-5", {"input",10000;"cache read",40000;"output",15000;"session hour",1}, "2026-08-01") is 0.525
 * @example =COMMIT.TOKEN_COST("claude-opus-5", {1000000,100000,0,5000000,200000,12}, "2026-08-01", {"batch","standard","us",""}) is 7.33875
 * @example =COMMIT.TOKEN_COST("claude-haiku-5-5", {"input",4000000;"cache read",6000000;"output",500000}, "2026-11-01", {"Requests",100}) is 0.71
 * @example =COMMIT.TOKEN_COST("claude-opus-5", {"thinking",5}, "2026-08-01") is #VALUE! Kind in row 1 of tokens is "thinking": give input, cache write 5m, cache write 1h, cache read, output, web search or session hour.
 * @example =COMMIT.TOKEN_COST("claude-opus-4-7", {"input",5}, "2026-08-01", {"fast",""}) is #N/A The model claude-opus-4-7 has no price for fast mode in the price book.
 */
export function tokenCostFunction(
  model: unknown,
  tokens: unknown[][],
  date?: unknown,
  options?: unknown[][],
  book?: unknown[][],
): unknown {
  const read = combine({
    request: readRequest(model, date, options, book),
    tokens: readTokens(tokens),
  });
  return answer(
    chain(read, (value) => tokenCost(value.request, value.tokens)),
    (usd) => usd,
  );
}
