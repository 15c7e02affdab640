import { OTHER_THINGS } from "../lexicon";

/** Words of another figure than an amount and its discount. */
const OTHERS = new RegExp(
  `\\b(?:growth (?:of|in|rate)|growing(?! to\\b)|last year|${OTHER_THINGS})\\b`,
);

/** Whether the words beside a figure, up to the next figure, comma or bracket, speak of something else. */
export function isBesideOthers(before: string, after: string): boolean {
  const [ahead = ""] = /[^‹›…,;:()|/]*$/.exec(before) ?? [];
  const [behind = ""] = /^(?:(?!\b(?:plus|and) )[^‹›…,;:()|/])*/.exec(after) ?? [];
  return OTHERS.test(ahead) || OTHERS.test(behind);
}

/** Whether such words and a percentage have a part between commas to themselves: "rollover 0%". */
export function isAloneBesideOthers(before: string, after: string): boolean {
  const [ahead = ""] = /[^,;()|]*$/.exec(before) ?? [];
  const [behind = ""] = /^[^,;()|]*/.exec(after) ?? [];
  return (
    !/‹[mn]/.test(ahead + behind) &&
    OTHERS.test(ahead) &&
    !/\bdiscount|\boff\b/.test(ahead + behind)
  );
}
