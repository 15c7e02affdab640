import { isForSome } from "../checks/held-in-part";
import { type Clause, figuresIn, pattern } from "../clauses";
import type { Figure } from "../figures/figure";
import type { Findings } from "../findings";
import type { RateLock } from "../offer-reading";
import { partsAbout } from "../topics";

const FIRM =
  "(?:fixed(?! at (?:list|‹))|firm|locked(?:[- ]in)?|lock(?:s|ed)?|held|hold|holds|frozen|guaranteed|protected|unchanged|constant|stay the same|flat(?! (?:discount|rate|fee|off|‹))|will not (?:change|increase|rise)|won't (?:change|increase|rise)|do not (?:change|increase)|not increase)";
const PRICES = "(?:(?:unit |list )?(?:rates?|prices?|pricing)|unit fees?|fees|charges)";
const LOCK_LABEL =
  "(?:(?:price|rate|pricing|fee) (?:lock|protection|hold|guarantee|freeze)|locked (?:rates?|prices?|pricing))";
const PRICES_LOCKED = pattern(
  `\\b${PRICES}\\b[^,;]{0,60}?\\b${FIRM}\\b|\\b${FIRM}\\b[^,;‹]{0,15}\\b${PRICES}\\b|\\b${LOCK_LABEL}\\b|^\\W*lock(?:-in)?(?: period)?\\s*(?:[:=]|(?=D))|D lock\\b`,
);
const DISCOUNT_LOCKED = pattern(
  `\\bdiscounts?(?: (?:rate|percentage|level)s?)?\\b(?:(?!(?:,|\\b(?:and|but|while)\\b)[^,;]{0,25}\\b${PRICES}\\b)[^;]){0,70}?\\b${FIRM}\\b|\\b${FIRM}\\b[^,;‹]{0,15}\\bdiscounts?\\b|\\b(?:guarantee|fix|lock|hold)\\w* (?:only )?(?:the |this |your |that |an? )discount\\b|\\b(?:guaranteed|fixed|locked|held) (?:for D )?is (?:only )?the discount\\b|\\bdiscount (?:lock|guarantee|protection)\\b|(?<!\\b(?:to|an?|the|with) )\\b(?:guarantee|fix|lock|hold)\\w* (?:the |this |your |that )?P(?! (?:cap|increase|uplift))|P (?:off|discount)\\b(?:(?!\\b${PRICES}\\b)[^;‹]){0,30}\\b(?:locked|guaranteed|fixed|firm|held)\\b(?!(?:-in)? (?:unit )?${PRICES}\\b)|\\b(?:your|the|this|our|that) P (?:(?!\\b${PRICES}\\b)[^;,]){0,60}\\b(?:is|stays|remains) (?:guaranteed|locked|fixed|protected|firm)\\b`,
);
/** "12% discount, the rates being fixed": what is fixed are the rates. */
const RATES_LOCKED = pattern(
  `\\b(?:the|all|these|unit|your|our) ${PRICES} (?:being|are|remain) ${FIRM}\\b`,
);
const LOWER_OF = pattern(
  "\\b(?:lower|lesser|better) of\\b[^;]*\\b(?:then-?current|prevailing|current list|list|market)\\b|\\b(?:list|current|market)\\b[^;]*\\bor\\b[^;]*\\bwhichever is (?:the )?(?:lower|less|cheaper)\\b",
);
const NO_LOCK = pattern(
  `\\b${PRICES} (?:cannot|can not|can't|will not|won't) be (?:fixed|locked|guaranteed|protected|held|frozen)|\\b(?:cannot|can not|can't|unable to) (?:prices fixed|(?:fix|lock|guarantee|hold|freeze)(?: in)? (?:the |your |our |any )?${PRICES})|\\bno ${LOCK_LABEL}|\\b${LOCK_LABEL}\\s*[:|=-]+\\s*(?:no|none|n/a)\\b|\\b${PRICES} (?:are|is) not (?:fixed|locked|guaranteed|protected|firm)`,
);
const WHOLE_TERM =
  /\b(?:throughout|through|during|for|over|until)\b[^,;]{0,25}\b(?:term|duration|agreement|contract)\b|\b(?:whole|entire|full|initial) (?:term|period|agreement|contract)\b|\bfor the term\b|\bterm of (?:the |this )?(?:agreement|contract)\b|\bterm\s*$/;
/** A length of the agreement, not of the lock beside it: "24 month term, prices fixed". */
const TERM_OF = pattern(
  "\\bterm\\W{0,3}(?:of |is )?(?:an? )?D|D (?:initial |contract |minimum )?(?:terms?|agreement|contract|deal|commitment|subscription)\\b",
);
const CALLED_LOCK = pattern(`\\b${LOCK_LABEL}`);
const NAMED_LOCK = pattern(`\\b${LOCK_LABEL}|^\\W*lock(?:-in)?(?: period)?\\s*[:=|]`);
/** A lock that nothing but its name says is one where no word beside the name is unknown: "Price lock: up for discussion" is none. */
const SAYS_LOCK =
  /\b(?:yes|ok|agreed|confirmed|granted|guaranteed|given|gets?|includ(?:e|es|ed|ing)|offer(?:s|ed)?|provid(?:e|es|ed)|applies|come|comes|have|has|with|plus|and|also|too|on|of|for|in|is|are|a|an|the|this|all|full|our|your|we|you|they|vendor|customer|unit|list|prices?|rates?|fees?|pricing|lock\w*|hold|protection|guarantee|freeze|locked|terms?|as well|in place|standard)\b|[\W\d]|‹\w\d+›|_/g;
/** "Not locked for longer than 12 months" says how long none may be. */
const LIMITED = /\b(?:longer than|beyond|(?:not|only) after) (?:an? )?‹d/;
/** No lock beyond a time is one up to it. */
const SOME_TIME = /\b(?:beyond|after|longer|past|except|until|yet)\b|‹d\d+›/;
/** "Not locked and can change on 30 days' notice." */
const THEN_CHANGES =
  /,? (?:(?:and|so|they) )*(?:can|may|could) (?:still )?(?:be )?(?:changed?|rise|raised)\b[^,;]*/;
/** Who wants a lock has none yet. */
const WANTED =
  /\b(?:we|i)(?:'d| would|'ll| will| still| must| should)* (?:like|want|wish|need|prefer|ask|push|hope|try|fight|go back)\b(?! to (?:offer|propose|give|grant|extend)\b)|\b(?:disagree|differ|argue|talk|speak|haggl\w+)\b/;
/** "Rate lock: the discount is fixed": what is locked is behind the label. */
const LABEL = pattern(`^\\W*${LOCK_LABEL}(?:\\W*[:|\\t]| - )`);
/** What holds for a part of the prices is none of the offer. */
const OF_SOME =
  /\b(?:before|until|till) (?:you|we|they|sign\w*)\b|\b(?:most|some|certain|selected|many|several|(?:un)?named|core|input|output|a few)(?: of (?:the|our|your))? (?:\w+ )?(?:rates?|prices?|pricing|fees)\b|\b(?:for|on) (?:most|some|certain|selected|many|several|a few)\b/;
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
  written: string,
  whole: Clause,
  all: readonly Figure[],
  findings: Findings,
): string {
  const rest = written.replace(NO_LOCK, " ");
  const isDenied = rest !== written;
  // "They would not lock the prices, but they did lock the discount."
  const isOfDiscount = isDenied && lockedIn(rest) === "discount";
  const text = isOfDiscount ? rest : written;
  const clause = isOfDiscount ? { ...whole, part: rest } : whole;
  if (isDenied && !isOfDiscount) {
    if (SOME_TIME.test(text)) findings.listed.add(clause);
    else {
      const part = text.replace(THEN_CHANGES, "");
      findings.set("rateLock", { locks: "nothing" }, { ...clause, part });
    }
    return text;
  }
  if (FALLS.test(text)) {
    findings.clash("rateLock", clause);
    return text;
  }
  const locks = lockedIn(text);
  if (locks === undefined || NO_RISE.test(text)) return text;
  if (OF_SOME.test(text) || WANTED.test(text) || LIMITED.test(text) || isForSome(text, 0)) {
    findings.listed.add(clause);
    return text;
  }
  const parts = text.split(/(?<=,)/).filter((part) => /[^\s,]/.test(part));
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
  const isNamed = locks === "prices" && figure === undefined && !isWhole && NAMED_LOCK.test(text);
  const named = partsAbout("rateLock", text).replace(SAYS_LOCK, "");
  if (isNamed && named !== "") {
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
  /\b(?:may|can|could|might|do|will) (?:still )?(?:change|raise|rise|increase|adjust|vary|move|float|go up|be (?:changed|raised|increased|adjusted))\b|\bsubject to change\b|\bfloats?\b/;

function lockedIn(clause: string): "prices" | "discount" | "lowerOf" | undefined {
  const text = clause
    .split(/(?<=[,;])|(?= - )|\b(?=(?:but|while|whereas|although|though|even (?:if|though))\b)/)
    .filter((part) => !MAY_CHANGE.test(part) && !CAPPED_PRICES.test(part))
    .join("");
  if (LOWER_OF.test(text) && /\b(?:rate|price|pric)/.test(text)) return "lowerOf";
  if (/\bnot (?:fixed|locked|guaranteed|firm|held)/.test(text)) return undefined;
  if (RATES_LOCKED.test(text)) return "prices";
  const told = text.replace(LABEL, "").replace(NOT_PRICES, " ");
  if (DISCOUNT_LOCKED.test(told) && !CALLED_LOCK.test(told)) return "discount";
  return PRICES_LOCKED.test(text) ? "prices" : undefined;
}

/** "The discount, but not the list prices, is guaranteed". */
const NOT_PRICES = new RegExp(
  `,? ?(?:\\b(?:but|and) )?\\bnot (?:(?:the|our|any|your|underlying|list|unit) )*${PRICES}(?: themselves)?,?`,
);

/** "If list prices fall, you pay the lower price": no lock, and no price that is given either. */
const FALLS =
  /\b(?:if|when|should|whenever)\b[^,;]{0,20}\b(?:list|public|market)\b[^,;]{0,15}\b(?:drop|fall|go down|come down|decrease|decline)/;

/** A price that may rise so far is not locked. */
const CAPPED_PRICES = pattern(
  "\\b(?:protect\\w*|prices?|pricing)\\b[^,;]{0,30}\\b(?:capped|limited|no more than|max(?:imum)?|up to)\\b[^,;‹]{0,10}(?:P|…)",
);

const RISES =
  "(?:uplifts?|increas(?:e|es|ed|ing)|raise[sd]?|raising|escalat\\w+|renewals?(?: price| pricing| rate)?(?: caps?)?|rises?|price adjustments?|indexation|indexed|caps?)";
const CAPPED =
  "(?:capped at|cap(?:ped)?(?: of| at| is| on (?:\\w+ ){0,2}?\\w+|\\)?\\s*[:|=-]+)?|no more than|not more than|(?:not (?:to )?|cannot |never )exceed(?:ing|s)?|(?:stay|remain|keep)s? within|(?:limited|held|kept|restricted|confined) to|no higher than|less than|limit of|max(?:imum)?(?:\\.| of)?(?:\\s*[:|=-]+)?|at most|up to|below|under|<=?)";
const CAP = pattern(
  `\\b${RISES}\\b[^;]*?(?:\\b|(?=<))${CAPPED}[^,;‹]{0,25}(?<cap>P)|(?<first>P) (?:\\w+ ){0,2}?(?:cap|max(?:imum)?|ceiling)\\b[^;]*|\\bmax(?:imum)?\\.? (?:\\w+ ){0,2}?${RISES}\\W{0,4}(?<third>P)|\\b${CAPPED}\\s*\\+?\\s?(?<second>P)[^,;‹]{0,25}\\b(?:uplift|increase|raise|escalat|renew)|\\bcap(?:ped)? on (?:\\w+ ){0,2}?${RISES}[^,;‹]{0,12}(?<fourth>P)|\\bprices?\\b[^;]*\\bcapped at\\s*(?<fifth>P)|\\b(?:cap|ceiling|limit|maximum) (?:on|for|of) [^,;‹]{0,40}?\\b(?:${RISES}|prices?)\\b[^,;‹]{0,25}(?<sixth>P)|\\b(?:renewal|uplift|increase)s? (?:cap|ceiling|limit|maximum)\\b[^,;‹]{0,25}(?<seventh>P)|\\b(?:cap|ceiling|limit|maximum) of (?<tenth>P) [^,;‹]{0,30}\\b(?:${RISES}|prices?)\\b|(?<eleventh>P) is (?:the )?(?:most|max(?:imum)?|ceiling|limit|cap|highest)\\b[^;]*\\b${RISES}\\b|\\b(?:cap|ceiling|limit|maximum) (?:at|on|upon) renewal\\W{0,4}(?:is |of |at )?(?<eighth>P)|\\b${RISES}\\b[^;‹]{0,20}(?<ninth>P) (?:at (?:the )?most|or less|max(?:imum)?|tops)\\b`,
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
  /\b(?:no|zero|without (?:any|an)) (?:price |annual )?(?:uplifts?|increases?|rises?|change) (?:at|on|upon|for) (?:the )?renewals?\b|\b(?:no|zero) renewal (?:uplift|increase)s?\b|\brenewal (?:price )?(?:uplift|increase)s?\s*[:=|-]\s*(?:none|nil|no(?! more| higher| greater)|zero)\b|^\W*flat renewals?\W*$|\b(?:prices fixed|(?:prices?|rates?|pricing|fees) (?:stay the same|will not change|(?:are |remain )?unchanged)) (?:at|on|upon) (?:the )?renewal\b/;
const RISE = pattern(`\\b(?:${RISES}|capped|ceiling|limit)\\b`);

/** A cell beside its label, "Renewal cap | 0.05". */
const CELL_CAP = pattern(
  "^\\W*(?:(?:renewal|annual|yearly|price|uplift|increase|max(?:imum)?)\\W+)*(?:cap|uplift|increase)s?\\s*[|:=]+\\s*(?<cap>N)\\W*$",
);

/** "The discount starts at 5% and increases to 9% at $450k": no rise of a price. */
const DISCOUNT_RISES =
  /\bdiscounts? (?:rise|increase)|\b(?:ris|increas)\w* to ‹p\d+›(?: off| discount)? (?:at|from|for|once|when|with|if)\b[^,;‹]*‹[mn]/;

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
  if (!RISE.test(text) || !/‹p\d+›/.test(text) || DISCOUNT_RISES.test(text)) return text;
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
