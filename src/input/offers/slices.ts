import { type Clause, LONGEST, pattern } from "./clauses";
import { withoutAsides } from "./set-aside";

const FIRST = pattern("\\bfirst G");
const AND_THEN =
  /\b(?:next|rest|remain\w+|everything|anything|balance|thereafter|beyond|above|over|excess|then)\b/;
const SLICES = [
  /\b(?:each|every|the) (?:rate|discount|tier|band|percentage)\b[^;]*\b(?:only|solely)\b[^;]*\b(?:portion|slice|increment|part|within|inside|falls?|between)\b/,
  /(?<!\bnot )\b(?:only|solely|just|exclusively)\b[^;,]{0,25}\b(?:incremental|marginal|portions?|parts?|slices?|increments?|excess)\b/,
  /\b(?:portion|part|slice|increment) (?:of (?:\w+ ){1,3})?(?:above|over|beyond|between|exceeding|within)\b/,
  /\b(?:spend|usage|consumption)\b[^;,]{0,20}\b(?:above|over|beyond|exceeding|in excess of) ‹[mn]\d+› (?:only|alone)\b/,
  /\b(?:to|on) (?:the |any )?(?:spend|usage|portions?|amounts?|parts?|consumption) (?:above|over|beyond|exceeding|in excess of|within) (?:the|each|that|its|every) (?:threshold|band|tier|level|limit)s?\b|\babove (?:the|each|its) threshold (?:only|alone)\b/,
  /\(\s*(?:incremental|marginal|graduated|progressive)(?:ly)?\s*\)/,
  /\btax brackets?\b|\b(?:slice|tier|band) by (?:slice|tier|band)\b|\bin slices\b|\bslabs?\b|\bincrementally\b|(?<!\b(?:not|never) )\b(?:graduated|marginally|progressively|stacked)\b/,
  /\b(?:discounts?|rates?|tiers?|bands?|pricing)\b[^;,.]{0,25}\b(?:is|are|work|works|apply|applies|calculated)\b[^;,.‹]{0,15}(?<!\b(?:not|non-?|no) )\b(?:marginal(?:ly)?|incremental|progressive|graduated|stepped)\b/,
  /\b(?:marginal|graduated|progressive|incremental) (?:discounts?|tiers?|bands?|basis|rates?|pricing)\b|\bapplies only to (?:the )?(?:spend|usage|portion|amount)\b/,
];

/** Whether discounts apply to slices of spend. */
export function isSliced(clauses: readonly Clause[]): boolean {
  const texts = clauses
    .filter(({ text: { length } }) => length <= LONGEST)
    .map((clause) => withoutAsides(clause.text).replace(/\bnot (?:only|just)\b[^,;.]*/g, " "));
  const all = texts.join("\n");
  if (!/‹[pn]\d+›/.test(all)) return false;
  const first = all.search(FIRST);
  return (
    (first >= 0 && AND_THEN.test(all.slice(first))) ||
    texts.some((text) => SLICES.some((slices) => slices.test(text)))
  );
}
