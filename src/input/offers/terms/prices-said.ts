import { type Clause, figuresIn, pattern } from "../clauses";
import type { Figure } from "../figures/figure";
import type { Findings } from "../findings";
import type { RateLock } from "../offer-reading";

const FIRM =
  "(?:fixed|firm|locked(?:[- ]in)?|lock(?:s|ed)?|held|hold|holds|frozen|guaranteed|protected|unchanged|constant|stay the same|flat(?! (?:discount|rate|fee|off|‹))|will not (?:change|increase|rise)|won't (?:change|increase|rise)|do not (?:change|increase)|not increase)";
const PRICES = "(?:(?:unit |list )?(?:rates?|prices?|pricing)|unit fees?|fees|charges)";
const LOCK_LABEL =
  "(?:(?:price|rate|pricing|fee) (?:lock|protection|hold|guarantee|freeze)|locked (?:rates?|prices?|pricing))";
const PRICES_LOCKED = pattern(
  `\\b${PRICES}\\b[^,;]{0,60}?\\b${FIRM}\\b|\\b${FIRM}\\b[^,;‹]{0,15}\\b${PRICES}\\b|\\b${LOCK_LABEL}\\b|^\\W*lock(?:-in)?(?: period)?\\s*[:=]|D lock\\b`,
);
const DISCOUNT_LOCKED = pattern(
  `\\bdiscounts?(?: (?:rate|percentage|level)s?)?\\b(?:(?!(?:,|\\b(?:and|but|while)\\b)[^,;]{0,25}\\b${PRICES}\\b)[^;]){0,70}?\\b${FIRM}\\b|\\b${FIRM}\\b[^,;‹]{0,15}\\bdiscounts?\\b|\\b(?:guarantee|fix|lock|hold)\\w* (?:the |this |your |that |an? )discount\\b|\\bdiscount (?:lock|guarantee|protection)\\b|(?<!\\b(?:to|an?|the|with) )\\b(?:guarantee|fix|lock|hold)\\w* (?:the |this |your |that )?P(?! (?:cap|increase|uplift))|P (?:off|discount)\\b(?:(?!\\b${PRICES}\\b)[^;‹]){0,30}\\b(?:locked|guaranteed|fixed|firm|held)\\b(?!(?:-in)? (?:unit )?${PRICES}\\b)`,
);
/** "12% discount, the rates being fixed": what is fixed are the rates. */
const RATES_LOCKED = pattern(
  `\\b(?:the|all|these|unit|your|our) ${PRICES} (?:being|are|remain) ${FIRM}\\b`,
);
const LOWER_OF = pattern(
  "\\b(?:lower|lesser|better) of\\b[^;]*\\b(?:then-?current|prevailing|current list|list|market)\\b|\\b(?:list|current|market)\\b[^;]*\\bor\\b[^;]*\\bwhichever is (?:the )?(?:lower|less|cheaper)\\b",
);
const NO_LOCK = pattern(
  `\\bno ${LOCK_LABEL}|\\b${LOCK_LABEL}\\s*[:|=-]+\\s*(?:no|none|n/a)\\b|\\b${PRICES} (?:are|is) not (?:fixed|locked|guaranteed|protected|firm)`,
);
const WHOLE_TERM =
  /\b(?:throughout|during|for|over|until)\b[^,;]{0,25}\b(?:term|duration|agreement|contract)\b|\b(?:whole|entire|full|initial) (?:term|period|agreement|contract)\b|\bfor the term\b|\bterm\s*$/;
/** A length of the agreement, not of the lock beside it: "24 month term, prices fixed". */
const TERM_OF = pattern(
  "\\bterm\\W{0,3}(?:of |is )?(?:an? )?D|D (?:initial |contract |minimum )?(?:terms?|agreement|contract|deal|commitment|subscription)\\b",
);
const CALLED_LOCK = pattern(`\\b${LOCK_LABEL}`);
/** "Rate lock: the discount is fixed": what is locked is behind the label. */
const LABEL = pattern(`^\\W*${LOCK_LABEL}(?:\\W*[:|\\t]| - )`);
/** What holds for a part of the prices is none of the offer. */
const OF_SOME =
  /\b(?:before|until|till) (?:you|we|they|sign\w*)\b|\b(?:most|some|certain|selected|many|several|(?:un)?named|core|input|output|a few)(?: of (?:the|our|your))? (?:\w+ )?(?:rates?|prices?|pricing|fees)\b/;
const FOR = pattern("D");
const EITHER_LENGTH = pattern("D\\s*(?:,|/|or|to)\\s*(?:or )?(?:an? )?D");
/** "We hold the 14% even if ...": a promise without a time. */
const OF_YEAR = /\b(?:for|in|during) (?:the )?‹l\d+›/;
const HOLDS_SHARE = pattern("\\bhold (?:the |this |your |that )?P");

/** "Term: 36 months (price lock 24 months)": a length beside the word is the lock's, whatever the term's is. */
const OWN_LENGTH = pattern(
  "\\b(?:lock|hold|protection|guarantee|freeze|locked|fixed|firm|held|frozen)\\W{1,3}(?:for )?(?<own>D)(?! (?:initial |contract )?(?:terms?|agreement|contract|deal)\\b)",
);

/** Reads what stays the same, and for how long; returns the text without the months that say so. */
export function readLock(
  text: string,
  clause: Clause,
  all: readonly Figure[],
  findings: Findings,
): string {
  if (NO_LOCK.test(text)) {
    findings.set("rateLock", { locks: "nothing" }, clause);
    return text;
  }
  const locks = lockedIn(text);
  if (locks === undefined) return text;
  if (OF_SOME.test(text)) {
    findings.listed.add(clause);
    return text;
  }
  const parts = text.split(/(?<=,)/);
  const at = parts.findIndex((part) => lockedIn(part) !== undefined);
  const own =
    parts.find((part) => lockedIn(part) !== undefined && FOR.test(part)) ??
    (at < 0 ? text : parts.slice(Math.max(0, at - 1), at + 2).join(""));
  const ownLength = OWN_LENGTH.exec(text)?.groups?.["own"];
  const ofTerm = ownLength === undefined && TERM_OF.test(text);
  const months = ofTerm ? undefined : (ownLength ?? FOR.exec(own)?.[0]);
  if (months !== undefined && EITHER_LENGTH.test(text)) {
    findings.listed.add(clause);
    return text;
  }
  const figures = figuresIn(months, all);
  const [figure] = figures;
  const isWhole = ofTerm || (WHOLE_TERM.test(text) && ownLength === undefined);
  const isUntilDay = /\b(?:until|through|till|to|by) (?:the end of )?‹a\d+›/.test(text);
  if (figure === undefined && (/‹t\d+›/.test(text) || isUntilDay)) {
    findings.listed.add(clause);
    return text;
  }
  if (figure === undefined && !isWhole && (HOLDS_SHARE.test(text) || OF_YEAR.test(text))) {
    findings.listed.add(clause);
    return text;
  }
  const lock: RateLock = { locks, for: figure && !isWhole ? figure.value : "term" };
  if (isWhole) {
    findings.set("rateLock", lock, clause);
    return text;
  }
  findings.set("rateLock", lock, clause, figures);
  return months === undefined ? text : text.replace(months, "…");
}

const MAY_CHANGE =
  /\b(?:may|can|could|might) (?:change|raise|increase|adjust)|\bsubject to change\b/;

function lockedIn(clause: string): "prices" | "discount" | "lowerOf" | undefined {
  const text = clause
    .split(/(?<=[,;])/)
    .filter((part) => !MAY_CHANGE.test(part) && !CAPPED_PRICES.test(part))
    .join("");
  if (LOWER_OF.test(text) && /\b(?:rate|price|pric)/.test(text)) return "lowerOf";
  if (/\bnot (?:fixed|locked|guaranteed|firm|held)/.test(text)) return undefined;
  if (RATES_LOCKED.test(text)) return "prices";
  const told = text.replace(LABEL, "");
  if (DISCOUNT_LOCKED.test(told) && !CALLED_LOCK.test(told)) return "discount";
  return PRICES_LOCKED.test(text) ? "prices" : undefined;
}

/** A price that may rise so far is not locked. */
const CAPPED_PRICES = pattern(
  "\\b(?:protect\\w*|prices?|pricing)\\b[^,;]{0,30}\\b(?:capped|limited|no more than|max(?:imum)?|up to)\\b[^,;‹]{0,10}(?:P|…)",
);

const RISES =
  "(?:uplifts?|increas(?:e|es|ed|ing)|raise[sd]?|raising|escalat\\w+|renewal(?: price| pricing| rate)?(?: caps?)?|rises?|price adjustments?|indexation|indexed|caps?)";
const CAPPED =
  "(?:capped at|cap(?:ped)?(?: of| at| is| on (?:\\w+ ){0,2}?\\w+|\\)?\\s*[:|=-]+)?|no more than|not more than|(?:not (?:to )?|cannot |never )exceed(?:ing|s)?|(?:stay|remain|keep)s? within|limited to|limit of|max(?:imum)?(?:\\.| of)?(?:\\s*[:|=-]+)?|at most|up to|below|under|<=?)";
const CAP = pattern(
  `\\b${RISES}\\b[^;]*?\\b${CAPPED}[^,;‹]{0,25}(?<cap>P)|(?<first>P) (?:\\w+ ){0,2}?(?:cap|max(?:imum)?|ceiling)\\b[^;]*|\\bmax(?:imum)?\\.? (?:\\w+ ){0,2}?${RISES}\\W{0,4}(?<third>P)|\\b${CAPPED}\\s*\\+?\\s?(?<second>P)[^,;‹]{0,25}\\b(?:uplift|increase|raise|escalat|renew)|\\bcap(?:ped)? on (?:\\w+ ){0,2}?${RISES}[^,;‹]{0,12}(?<fourth>P)|\\bprices?\\b[^;]*\\bcapped at\\s*(?<fifth>P)|\\b(?:cap|ceiling|limit|maximum) (?:on|for|of) [^,;‹]{0,40}?\\b(?:${RISES}|prices?)\\b[^,;‹]{0,25}(?<sixth>P)|\\b(?:renewal|uplift|increase)s? (?:cap|ceiling|limit|maximum)\\b[^,;‹]{0,25}(?<seventh>P)|\\b(?:cap|ceiling|limit|maximum) (?:at|on|upon) renewal\\W{0,4}(?:is |of |at )?(?<eighth>P)|\\b${RISES}\\b[^;‹]{0,20}(?<ninth>P) (?:at (?:the )?most|or less|max(?:imum)?|tops)\\b`,
);
const INDEX = "(?:cpi|rpi|hicp|inflation|index)";
const LESSER = pattern(
  `(?:(?<low>P) or (?:the )?(?:\\w+ )?${INDEX}\\w*|${INDEX}\\w* or (?:an? )?(?<other>P)),? whichever is (?:the )?(?:lower|less|smaller)|\\b(?:lesser|lower|smaller) of\\b[^‹;]{0,40}(?<cap>P)`,
);
const FLOORS = pattern(
  "\\bwhichever is (?:the )?(?:higher|greater|larger)\\b|\\b(?:greater|higher|larger|more) of\\b|\\bnot (?:be )?(?:below|less than|under|lower than)\\b|\\b(?:at least|minimum|min\\.|no less than)\\b|\\b(?:cpi|rpi|hicp|inflation|index)\\b[^;‹]{0,10}(?:plus|\\+)|P (?:plus|\\+|above|over) (?:the )?(?:cpi|rpi|inflation|index)",
);
const RISEN = pattern(
  `\\b${RISES}\\b(?:(?!\\b(?:offer|propos|grant|giv|get)\\w*)[^;‹]){0,30}P|P (?:(?:price|annual|yearly|rate) )*${RISES}\\b`,
  "g",
);
const NO_RISE =
  /\bno (?:price |annual )?(?:uplifts?|increases?) (?:at|on|upon) renewal\b|\bno renewal (?:uplift|increase)s?\b/;
const RISE = pattern(`\\b(?:${RISES}|capped|ceiling|limit)\\b`);

/** A cell beside its label, "Renewal cap | 0.05". */
const CELL_CAP = pattern(
  "^\\W*(?:(?:renewal|annual|yearly|price|uplift|increase|max(?:imum)?)\\W+)*(?:cap|uplift|increase)s?\\s*[|:=]+\\s*(?<cap>N)\\W*$",
);

/** Reads the most that prices may rise at renewal; returns the text without figures of an increase. */
export function readUplift(
  text: string,
  clause: Clause,
  all: readonly Figure[],
  findings: Findings,
): string {
  if (NO_RISE.test(text)) {
    findings.set("upliftCapFraction", 0, clause);
    return text;
  }
  const [cell] = figuresIn(CELL_CAP.exec(text)?.groups?.["cap"], all);
  if (cell && cell.value > 0 && cell.value < 1) {
    findings.set("upliftCapFraction", cell.value, clause, [cell]);
    return text;
  }
  if (!RISE.test(text) || !/‹p\d+›/.test(text) || /\bdiscounts? (?:rise|increase)/.test(text))
    return text;
  const least = LESSER.exec(text)?.groups;
  const lesser = least?.["cap"] ?? least?.["low"] ?? least?.["other"];
  const isFloor = FLOORS.test(text) || /‹p\d+›[^;]*‹l\d+›[^;]*‹p\d+›/.test(text);
  const caps = Object.values(CAP.exec(text)?.groups ?? {});
  const found = isFloor ? undefined : (lesser ?? caps.find((cap) => cap !== undefined));
  const figures = figuresIn(found, all);
  const [figure] = figures;
  const rises = /\b(?:uplift|renew|escalat|raise|increase|index)/.test(text);
  if (figure === undefined || found === undefined || figure.high !== undefined)
    return rises ? text.replace(RISEN, "…") : text;
  if (!rises && !/\bprice/.test(text)) return text;
  // "No more than 105% of current prices" is a rise of 5%; another share of a price is none.
  const isShare = new RegExp(
    `${found} of (?:the |our |your )?(?:list|public|standard|market)`,
  ).test(text);
  const cap = figure.value > 1 ? Number((figure.value - 1).toPrecision(12)) : figure.value;
  if (isShare || cap >= 1) {
    findings.listed.add(clause);
    return text;
  }
  findings.set("upliftCapFraction", cap, clause, figures);
  if (lesser !== undefined) findings.show("ceiling", clause);
  return text.replace(found, "…");
}
