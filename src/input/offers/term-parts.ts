/** What the parts of a sentence may speak of; each has rules of its own. */
const TOPICS: readonly RegExp[] = [
  /\b(?:overages?|over-?us\w+|excess|(?:extra|additional) usage|(?:above|beyond|over) (?:that|this|it|the commit\w*))\b/,
  /\b(?:unused|unspent|roll\w*|carr(?:y|ied|ies)|forfeit\w*|laps\w*|shortfall|true-?up|use[- ]it|under-?spend)\b/,
  /\b(?:uplifts?|escalat\w+|cap|capped|cpi|price increases?)\b/,
  /\b(?:lock\w*|frozen|price (?:hold|protection|guarantee))\b/,
  /\b(?:net[- ]?‹|bill(?:ed|ing)\b|invoic\w*|payable\b|payments?\b|prepa\w+|up-?front\b|arrears\b|fees due\b)/,
  /‹d\d+› (?:initial |contract )?(?:terms?|contract|deal|agreement)\b|\bterm\W{1,3}‹d/,
];

/** Goes on about what the part before says. */
const GOES_ON =
  /^\s*(?:and|or|but|plus|\+|which|who|then|with(?:out)?|at|on|in|if|unless|provided|except|as|not|up to|even|so|subject|whichever|after|before|thereafter|capped|limited|maximum|max|payable|billed|charged|invoiced|(?:the )?(?:rest|remainder|balance))\b/;

/** The name of a term with nothing said of it is a heading. */
const HEADING =
  /^[\W\d]*(?:unused |annual |the )?(?:roll-?over|carry-?(?:over|forward)|overages?|shortfalls?|forfeiture|uplift|price (?:lock|protection|hold))\W*$/;

export function isHeadingOfTerm(masked: string): boolean {
  return HEADING.test(masked);
}

/** A sentence that lists terms, "15% off, net 30, 4% uplift cap, overage at list", as the parts that speak of one each. */
export function termParts(masked: string): readonly string[] {
  const parts: string[] = [];
  let topics = new Set<RegExp>();
  for (const part of masked.split(/(?<=,)/)) {
    const own = TOPICS.filter((topic) => topic.test(part));
    const begins =
      own.length > 0 && !GOES_ON.test(part) && own.every((topic) => !topics.has(topic));
    if (parts.length === 0 || begins) {
      parts.push(part);
      topics = new Set(own);
    } else {
      parts.push((parts.pop() ?? "") + part);
      for (const topic of own) topics.add(topic);
    }
  }
  return parts;
}
