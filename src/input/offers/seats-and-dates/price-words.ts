import { UNIT } from "./seat-words";

export type Period = "month" | "year";

const PER_SEAT = `\\s*,?\\s*(?:(?:/|per|an?|each|for (?:each|every))\\s*(?:named |full |team |enterprise |premium |standard )?(?:${UNIT}|person|head)\\b|for each of (?:the |these )?(?=‹seats)|each\\b|apiece\\b)`;
const MONTHLY =
  "(?:(?:/|per|an?|each|every)\\s*(?:months?|mo|mth)\\b\\.?|monthly\\b|p\\.?\\s?m\\.?(?!\\w))";
const YEARLY =
  "(?:(?:/|per|an?|each|every)\\s*(?:years?|yr|annum)\\b\\.?|annually\\b|yearly\\b|p\\.?\\s?a\\.?(?!\\w))";
const BEHIND_PRICE = new RegExp(
  `^(?:(?<each>${PER_SEAT})|\\s*,?\\s*(?:(?<monthly>${MONTHLY})|(?<yearly>${YEARLY})))`,
);
const SEAT = "(?:seat|user|licen[cs]e)";
const PRICE_OF_ONE = new RegExp(
  `(?:\\bat|@|[x×*]|\\btimes)\\s*$|\\b(?:per[- ]${SEAT}|${SEAT}) (?:price|fee|rate|cost)\\W*$|\\b(?:price|fee|rate|cost) (?:per|of a|for each) ${SEAT}(?: per (?:month|year|annum))?(?: (?:is|of|at))?\\W*$`,
);

/** What the words around a price say of it; undefined what they do not say. */
export function priceWords(part: string): {
  readonly isEach: boolean | undefined;
  readonly period: Period | undefined;
} {
  const at = part.search(/‹money/);
  const before = part.slice(0, at);
  let isEach = PRICE_OF_ONE.test(before) ? true : undefined;
  let period: Period | undefined = /\bmonthly\b[^‹]{0,20}$|\bper month\W*$/.test(before)
    ? "month"
    : undefined;
  if (/\b(?:annual|yearly)\b[^‹]{0,20}$|\bper (?:year|annum)\W*$/.test(before))
    period = period ? undefined : "year";
  let rest = part.slice(at).replace(/^‹\w+›/, "");
  for (;;) {
    const found = BEHIND_PRICE.exec(rest);
    if (!found) break;
    if (found.groups?.["each"] !== undefined) isEach = true;
    else period = found.groups?.["monthly"] === undefined ? "year" : "month";
    rest = rest.slice(found[0].length);
  }
  if (/^\s*[x×*]\s*‹months/.test(rest)) period = "month";
  if (/^[^‹]{0,15}\b(?:in total|total|altogether|in all)\b/.test(rest)) isEach = false;
  return { isEach, period };
}
