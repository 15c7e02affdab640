/** Words of another figure than an amount and its discount. */
const OTHERS =
  /\b(?:growth (?:of|in|rate)|growing|inflation|churn|margins?|tax\w*|vat|support|training|onboarding|implementation|migration|marketplaces?|commission|probability|deposits?|penalt\w+|interest|sla|uptime|seats?|licen[cs]es?|hardware|maintenance|referral|resellers?|competitors?|peers|budget|forecast\w*|revenue\w*|headcount|last year|roll\w*|unused|uplift\w*|caps?|overages?|shortfalls?|utili[sz]ation|tickets?)\b/;

/** Whether the words beside a figure, up to the next figure, comma or bracket, speak of something else. */
export function isBesideOthers(before: string, after: string): boolean {
  const [ahead = ""] = /[^‹›,;:()|/]*$/.exec(before) ?? [];
  const [behind = ""] = /^[^‹›,;:()|/]*/.exec(after) ?? [];
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
