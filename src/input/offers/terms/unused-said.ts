import { type Clause, figuresIn, pattern } from "../clauses";
import type { Figure } from "../figures/figure";
import { firstFrom } from "../figures/figures-within";
import type { Findings } from "../findings";
import type { Rollover } from "../offer-reading";
import { inWordsOfUnused } from "../phrases/of-unused";

const UNUSED = `(?:unused|remain(?:s|ing)|shortfalls?|left over|gap|difference)`;
const IS_LEFT = pattern(`\\b(?:${UNUSED}|left)\\b`);
const A_SHARE = "(?:P|\\b(?:half|a half|a quarter|a third|two thirds|three quarters)\\b)";
/** Verbs and nouns of a loss or a charge. */
const LOSING =
  "forfeit\\w*|lost|lose[sd]?|laps\\w+|expires?|void|gone|due|payable|invoiced?|bill(?:s|ed)?|charge[sd]?|owe[sd]?|pay|pays|paid|costs?";
const SPEAKS = pattern(
  `\\b${UNUSED}\\b|\\bleft (?:at|over|on)\\b|\\broll|\\bcarr(?:y|ies|ied)|\\b(?:moved?|transferred) (?:in)?to\\b|\\bnot (?:reach|meet)|\\bshort of\\b|\\bbelow the\\b|\\blose it\\b|\\btrue[ds]?[- ]?up|\\bpays? the (?:difference|balance|gap|shortfall)|\\bforfeit|\\blaps`,
);
const ROLLS =
  "(?:roll (?:up to )?P (?:over|forward|into)|(?:roll(?:s|ed|ing)?|carr(?:y|ies|ied)) (?:up to )?(?:P|half|an? (?:half|quarter|third)|all) of [^,;‹]{0,40}?(?:over|forward|into|to)|roll(?:s|ed|ing)?[- ]?(?:it |them |that |this |\\w+ )?(?:over|forward|into|to (?:the )?(?:next|following|subsequent))|roll-?overs?|carr(?:y|ies|ied)[- ]?(?:it |them |\\w+ )?(?:over|forward|into|to)|carry-?(?:over|forward))";
const NOT = "(?:no|not|nothing|never|cannot|can't|doesn't|don't|won't|isn't|none|neither)";
const DENIES_ROLLING = pattern(
  `\\b(?:no|none)\\b[^,;:]{0,25}\\b(?:commit\\w*|credits?|balances?|funds?|unused|amounts?)\\b(?:(?! but )[^,;]){0,100}\\b(?:roll|carr(?:y|ie)|credited|transferred|deferred|postponed|moved|refund)\\w*|\\b${NOT}\\b(?:(?! but |expir|laps|forfeit|lost|talk|discuss|mention|speak|decid|know)[^,;]){0,30}(?:${ROLLS}|roll\\b(?=\\W*$))|\\b(?:roll-?over|carry-?(?:over|forward))\\w*\\b(?: of [^:|,;]*| \\([^()‹]*\\))?(?:\\s*[:|=(→>⇒–—?-]+\\s*|\\s+(?:is|are|was) )(?:${NOT}|nope|nil|excluded|unavailable|n/a|refused|declined|rejected|ruled out|off the table)\\b`,
);
/** "Rollover was not mentioned". */
const NOTHING_SAID =
  /\b(?:not|never|nobody|nothing|n't|refuse\w*|without)\b[^,;]{0,25}\b(?:talk|discuss|mention|speak|spoke|decid|address|brought up|raise|clarif|negotiat|answer|comment)/;
const ROLLING = pattern(ROLLS);
const LOST = pattern(
  [
    "\\bforfeit\\w*|\\blaps(?:e|es|ed|ing)\\b|\\buse[- ]it[- ]or[- ]lose[- ]it|\\btrue[ds]?[- ]?up\\b|\\bnon-?refundable",
    `\\b${UNUSED}\\b[^;]*\\b(?:expires?|expired|expiring|lost|loses?|gone|invoiced|billed|charged|payable|due|paid)\\b`,
    "\\b(?:left|commit\\w*|credits?|balances?|capacity)\\b[^;]*\\b(?:expires?|expired|expiring|is lost|are lost|be lost)\\b",
    "\\b(?:pays?|paying|owes?|makes? up|covers?|reimburses? (?:\\w+ )?for|invoiced?(?: \\w+)? for|billed(?: \\w+)? for|charged(?: \\w+)? for|liable for)\\b[^,;]{0,25}\\b(?:difference|balance|gap|shortfall|unused|remainder|rest)\\b",
    "\\b(?:invoice|bill|charge)s? (?:\\w+ )?(?:for )?(?:the|any) (?:difference|balance|gap|shortfall|remainder)\\b",
    `\\b(?:invoice|bill|charge|pay|owe)s? (?:half|a third|a quarter|P)(?: of)? (?:the |any |that )?${UNUSED}\\b`,
    "\\bshortfall\\b[^;‹]{0,30}\\b(?:bill|invoice|charge|owe|pay)s? (?:you |us )?(?:for )?the (?:rest|remainder|missing part)\\b",
    `\\b(?:lose|loses|forfeits?)\\b[^;]*\\b${UNUSED}\\b`,
    `\\b(?:no|not) (?:refund\\w*|credit|money back)\\b|\\b${UNUSED}\\b[^;]*\\bnot (?:be )?refunded`,
  ].join("|"),
);
const REST_IS_LOST =
  /\b(?:rest|remainder|balance|excess|thereafter|after that|afterwards|(?:anything|everything|whatever|amounts?) (?:beyond|above|over|else|more|exceeding))\b[^,;]{0,20}\b(?:forfeit\w*|laps\w*|expires?|lost)\b/;
/** "Lapses, save that up to 15% of the commitment may be carried". */
const LOST_BUT = pattern(
  `\\b(?:forfeit\\w*|laps\\w+|expires?|lost|invoiced|billed)\\b[^;‹]{0,25}\\b(?:save|but|however|though|although)\\b[^;‹]{0,30}P[^;]*${ROLLS}`,
);
const REST_ROLLS = pattern(`\\b(?:rest|remainder|balance)\\b[^,;‹]{0,20}${ROLLS}`);
/** Behind a semicolon or a full stop: "the remainder expires". */
const REST_ALONE = /^\W*(?:and )?(?:any |the )?(?:rest|remainder)\b[^‹]*$/;
const DENIES_LOSS = new RegExp(
  `\\b(?:no|not|never|nothing|doesn't|don't|won't|will not|does not|isn't|without)\\b(?! (?:used|been|spent|consumed|reach|meet|refund|roll|carr|credit|money))[^,;]{0,15}\\b(?:forfeit|laps|expir|lost|shortfall|true|gone\\b)|\\b(?:${UNUSED})\\b[^,;]{0,25}\\b(?:not|never|nothing|mostly|partly|n't)\\b (?:is |be |being |to be )?(?:ever )?(?:${LOSING})\\b|\\bgone,? never\\b`,
);
const SPEAKS_OF_THE_OFFER =
  /\b(?:offer|quote|proposal|quotation|pricing|bid|discount|agreement|contract|term)\b[^,;]{0,20}\b(?:expires?|lapses?|expired)\b/;
const OF_WHAT_IS_LEFT = pattern(`\\b(?:${UNUSED}|left|credits?|balances?|capacity|committed)\\b`);
const SHARE = "(?<share>P|\\b(?:half|a half|one half|a quarter|one quarter|a third|all|100)\\b)";
const FEE = pattern(
  `(?<share>P) of (?:(?:the|any|such|that|your|each|what(?:ever)? (?:is|remains)) )?(?:annual )?(?:${UNUSED})|(?<on>P) (?:fee|charge|payment) (?:on|for) (?:the |any )?(?:${UNUSED})|\\b(?:shortfall|unused)[^,;‹]{0,20}(?:fee|charge|payment|penalty)s?\\b[^,;‹]{0,12}(?<fee>P)(?! of (?:the |your )?(?:annual )?commit)`,
);
const BILLED_AT = pattern(
  `\\b(?:pays?|owes?|charged?|invoiced?|billed) (?:for )?(?:the |any |that )?(?:shortfall|difference|gap|balance|remainder) at (?<rest>P)|\\b${UNUSED}\\b[^;,‹]{0,25}\\b(?:billed|charged|invoiced|payable|due|paid) at (?<share>P)(?! (?:of|off|discount))`,
);
const CHARGES =
  /^\W*(?:unused|shortfall)\b[^‹]{0,25}[:|=\t.]\s*‹|\b(?:fee|due|owe[sd]?|charged?|penalty|pay|pays|payable|payments?|invoiced?|billed|forfeit\w*|lost|lose[sd]?|laps\w+)\b/;
/** A share of what is left, not of more than it, and not what a part is measured by. */
const OWN_SHARE = pattern(
  [
    `(?<!\\b(?:above|over|beyond|than|first|last|exceeding|least|except|within|up to|to) (?:the )?)(?<share>${A_SHARE}) (?:thereof\\b|of (?:it|that|this|them)\\b|(?:of )?(?:(?:the|any|all|such|that|your|each|what(?:ever)?|you|they|annual|total|commitment|commitment's|is|was|are|amount|part) )*(?:${UNUSED}|missing)\\b)`,
    `(?<!\\b(?:above|over|beyond|than|first|last|exceeding|least|except|within|up to|to) (?:the )?)(?<before>${A_SHARE}) (?:(?:is|are|will be|shall be|would be|to be|gets?|of this|simply|then|being) )*(?:${LOSING})\\b`,
    `\\b(?:${LOSING})\\b (?:(?:to|at|by|as to|only|just|in part|to the extent of|an?) )*(?<after>${A_SHARE})(?! (?:off|discount|of (?:list|the commit)|interest|fee|premium|surcharge|above|on top|tax|vat))`,
    `\\b(?:forfeiture|shortfall (?:charge|fee|payment|penalty))s?\\b[^,;‹]{0,30}?(?:[:|=→>–—-]+|\\b(?:is|are|of|equals|amounts to|at)\\b)\\s*(?<label>${A_SHARE})(?! of (?:the |your )?(?:annual )?commit)`,
  ].join("|"),
);
const IS_LOST = pattern(`\\b(?:${LOSING}|fee|penalty|shortfall charge)\\b`);
const REFUND = pattern(
  `\\b(?:refund|return|give (?:you |us |them )?back|get back|reimburse|credit back|money back)\\w*\\b[^;‹]{0,25}?${SHARE}(?: of)?(?![\\w‹])`,
);
const REFUND_AFTER = pattern(
  `${SHARE}(?!\\W*(?:off|discount|\\)))[^;,‹]{0,60}\\b(?:refund|return|reimburs|credited back|paid back|given back|back\\b(?= *(?:[.;,]|$)))`,
);
const REFUNDED =
  /\b(?:refund\w*|return\w*|reimburse\w*|g[ia]ve (?:\w+ )?back|get back|money back|(?:get|receive)s? [^,;]{1,40} back)\b/;
const OF_UNUSED = pattern(
  `(?<share>P|half|a quarter|a third) (?:of )?(?:the |any |your |it\\b|what(?:ever)? (?:is )?)*(?:${UNUSED}|left)|(?:${UNUSED}|left)[^:|=‹]*[:|=]+\\s*(?:up to )?(?<label>P|half|a quarter|a third)|(?:${UNUSED})[^,;‹]{0,25}(?<half>half)\\b|\\bunused[^‹]*(?<it>P) of (?:it|that|this|them)\\b|\\bof (?:the |any |your |what )*(?:${UNUSED})[^,;‹]{0,60},?\\s*(?<of>P|(?:half|a quarter|a third)\\b)`,
);
const AMOUNT_ROLLS = pattern(
  `\\b(?:up to|max\\w*|capped at|at most) M|M (?:of|from) (?:the |any |your )?(?:${UNUSED})`,
);
const OF_COMMITMENT = pattern(
  "(?<cap>P) of (?:the |that |this |your |its |each )?(?:(?!un|left|remain|short)\\w+ ){0,2}?(?:commit\\w*|amount|minimum)",
);
const LIFE = pattern(
  "(?:over|forward) (?<onward>D)|(?:period|life|duration|validity|expiry)\\s*[:=]?\\s*(?<lasts>D)|\\b(?:for|within|over|in|next|following|during|first|valid|lasts|lasting)\\b[^,;‹]{0,20}(?<life>D)|[,;]\\s*(?<end>D)\\s*(?:[,|;.)]|$)|^[^\\s:,]*(?:[\\s:=,|/(-]|\\b(?:yes|allowed|permitted|granted|included|available|ok|full|unused|balance|is|for|up to|max(?:imum)?)\\b)*(?<told>D)|\\(\\s*(?<within>D)\\s*\\)",
);
/** "12-month rollover". */
const AHEAD = pattern("(?<ahead>D) (?:roll|carry)");
const NEXT_YEAR =
  /\b(?:next|following|subsequent|second|new|succeeding|coming|ensuing) (?:contract |agreement |calendar |commitment |renewal )?(?:years?|yr|term|period)|\brenewal (?:year|term|period)|\byear (?:two|2)\b|‹l\d+›|\bthe year after\b/;
const IF_RENEWED =
  /\b(?:if|unless|should|provided|on (?:the )?condition|as long as|so long as|when|only|upon|subject to|conditional|assuming)\b[^;]*\brenew|\brenewal (?:lets|allows|entitles|permits|enables)\b|\b(?:at|on) (?:the )?renew|\brenewal (?:is )?(?:required|needed|permitting)|^\W*renew(?: \w+){0,3} and\b|\brenew(?:ing|ed) (?:customers?|clients?)\b/;
/** "Rollover (unused) - none". */
const DENIED_LABEL =
  /\b(?:roll-?overs?|carry-?(?:over|forward)s?)\b[^,;‹]{0,30}(?:[:=|→⇒>–—-]|\b(?:is|are)\b)\s*(?:no|none|nil|n\/a|nope|never)\b/;
const WHETHER_OR_NOT = /\b(?:whether|regardless|irrespective|even if|without)\b/;
/** Another word of a renewal may be a condition as well. */
const OTHER_RENEWAL = /\brenew(?!al (?:years?|terms?|periods?)\b)/;
const LABEL = /^\W*(?:unused )?(?:roll-?over|carry-?(?:over|forward))s?\s*[:|=→⇒–—>-]+(?<told>.*)$/;
/** What a label of rollover may say for it to be one. */
const AFFIRMS =
  /‹[pdl]|\b(?:yes|full\w*|all|allowed|permitted|included|available|ok|unlimited|possible|next|following|subsequent|unused|half|rolls?|carr\w+|granted|unused|remaining|balance|if)\b/;
const WORDS: Readonly<Record<string, number>> = {
  half: 0.5,
  "a half": 0.5,
  "one half": 0.5,
  "a quarter": 0.25,
  "one quarter": 0.25,
  "a third": 1 / 3,
  "two thirds": 2 / 3,
  "three quarters": 0.75,
  all: 1,
  "100": 1,
};

/** Reads what happens to a commitment that is not used; returns the text without the words that say so. */
export function readUnused(
  written: string,
  said: Clause,
  all: readonly Figure[],
  findings: Findings,
): string {
  const text =
    IS_LEFT.test(written) && !REFUNDED.test(written) ? inWordsOfUnused(written) : written;
  const clause = text === written ? said : { ...said, part: text };
  if (!SPEAKS.test(text) && !LOST.test(text) && !REST_ALONE.test(text)) return text;
  if (SPEAKS_OF_THE_OFFER.test(text) && !OF_WHAT_IS_LEFT.test(text)) return text;
  const shareIn = (share: string | undefined): number | undefined =>
    share === undefined ? undefined : (WORDS[share] ?? figuresIn(share, all)[0]?.value);
  const lost = (share: number, ...parts: (string | undefined)[]): string => {
    const used = parts.flatMap((part) => figuresIn(part, all));
    findings.set("forfeitedShareFraction", Number(share.toPrecision(12)), clause, used);
    return blanked(text, ...parts);
  };
  if (NOTHING_SAID.test(text)) {
    findings.listed.add(clause);
    return text;
  }
  if (DENIES_ROLLING.test(text) || (REST_ALONE.test(text) && REST_IS_LOST.test(text)))
    return lost(1);
  const shares = text.match(/‹p\d+›|\b(?:half|third|quarter)\b/g)?.length ?? 0;
  if (ROLLING.test(text) && LOST.test(text) && shares > (REST_ROLLS.test(text) ? 0 : 1)) {
    findings.listed.add(clause);
    return text;
  }
  if (ROLLING.test(text) && (REST_IS_LOST.test(text) || LOST_BUT.test(text))) lost(1);
  if (ROLLING.test(text)) return readRollover(text, clause, all, findings, shareIn);
  if (
    REFUNDED.test(text) &&
    !/\b(?:no|not|non|nothing|never|without)\b[^,;]{0,12}refund/.test(text)
  ) {
    const { share } =
      (REFUND.exec(text) ?? REFUND_AFTER.exec(text) ?? OWN_SHARE.exec(text))?.groups ?? {};
    const returned = shareIn(share);
    const isWhole =
      /\b(?:refund|return|reimburse)s? (?:you )?(?:whatever|what|any|all)\b[^,;‹]{0,15}\bunused\b|\b(?:fully|in full|entirely) (?:refund|return|reimburs)|\b(?:refund|return|reimburs)\w* in full/.test(
        text,
      );
    if (returned !== undefined || isWhole) return lost(1 - (returned ?? 1), share);
    findings.listed.add(clause);
    return text;
  }
  const own = OWN_SHARE.exec(text)?.groups;
  const ownShare = own?.["share"] ?? own?.["before"] ?? own?.["after"] ?? own?.["label"];
  if (ownShare !== undefined && shares === 1 && IS_LOST.test(text) && !DENIES_LOSS.test(text))
    return lost(shareIn(ownShare) ?? 1, ownShare);
  const fee = FEE.exec(text);
  const feeShare = fee?.groups?.["share"] ?? fee?.groups?.["on"] ?? fee?.groups?.["fee"];
  if (fee && feeShare !== undefined && CHARGES.test(partAround(text, fee.index)))
    return lost(shareIn(feeShare) ?? 1, fee[0]);
  if (DENIES_LOSS.test(text)) findings.listed.add(clause);
  if (/\bexpir\w*[^,;‹]{0,20}‹[dt]/.test(text)) {
    findings.listed.add(clause);
    return text;
  }
  if (!LOST.test(text) || DENIES_LOSS.test(text)) return text;
  if (/\buse[- ]it[- ]or[- ]lose/.test(text)) return lost(1);
  const billedAt = BILLED_AT.exec(text)?.groups;
  const billed = billedAt?.["share"] ?? billedAt?.["rest"];
  if (billed !== undefined) return lost(shareIn(billed) ?? 1, billed);
  const percents = figuresIn(text, all).filter(({ kind }) => kind === "percent");
  if (
    /\b(?:half|third|quarter)\b(?! year)/.test(text) ||
    percents.some((percent) => !isOfDiscount(text, percent, all))
  ) {
    findings.listed.add(clause);
    return text;
  }
  return lost(1);
}

/** A percentage of a discount in the same sentence says nothing of what is unused. */
function isOfDiscount(text: string, percent: Figure, all: readonly Figure[]): boolean {
  const masked = `‹p${firstFrom(percent.start, all)}›`;
  return new RegExp(
    `${masked}\\W{0,2}(?:off|discount|\\)|at|for)|(?:discount|at|get|earn)[^,;‹]{0,15}${masked}`,
  ).test(text);
}

function readRollover(
  text: string,
  clause: Clause,
  all: readonly Figure[],
  findings: Findings,
  shareIn: (share: string | undefined) => number | undefined,
): string {
  const told = LABEL.exec(text)?.groups?.["told"];
  if (told !== undefined && !AFFIRMS.test(told)) {
    findings.listed.add(clause);
    return text;
  }
  const unused = OF_UNUSED.exec(text);
  const ofUnused =
    unused?.groups?.["share"] ??
    unused?.groups?.["label"] ??
    unused?.groups?.["half"] ??
    unused?.groups?.["it"] ??
    unused?.groups?.["of"];
  const cap = OF_COMMITMENT.exec(text)?.groups?.["cap"];
  const share = ofUnused === cap ? undefined : ofUnused;
  const lasts =
    LIFE.exec(text.slice(ROLLING.exec(text)?.index ?? 0))?.groups ?? AHEAD.exec(text)?.groups;
  const life =
    lasts?.["life"] ??
    lasts?.["within"] ??
    lasts?.["lasts"] ??
    lasts?.["end"] ??
    lasts?.["told"] ??
    lasts?.["onward"] ??
    lasts?.["ahead"];
  const lifeMonths = figuresIn(life, all)[0]?.value ?? (NEXT_YEAR.test(text) ? 12 : undefined);
  const rolling = ROLLING.exec(text)?.index ?? 0;
  const bare = pattern(
    "(?<up>up to |roll |(?:carry|roll) (?:over|forward) |[:|=]\\s*|rollover of |carry-?over of |of )(?<share>P)|(?<first>P) (?:can |may |will )?(?:be )?(?:roll|carr|moved|rollover)",
  ).exec(text);
  const bareShare = bare?.groups?.["share"] ?? bare?.groups?.["first"];
  const isNear = bareShare !== undefined && Math.abs(text.indexOf(bareShare) - rolling) < 60;
  const labels = figuresIn(/‹l\d+›/.exec(text)?.[0], all);
  if (share === undefined && cap === undefined && bareShare !== undefined && isNear) {
    const figures = figuresIn(bareShare, all);
    const percent = `${Number(((figures[0]?.value ?? 0) * 100).toPrecision(12))}%`;
    const readings = [
      { value: "unused", says: `${percent} of what is unused` },
      { value: "commitment", says: `up to ${percent} of the commitment` },
    ];
    findings.asks.push({ about: "rolloverBase", from: findings.words(clause), readings });
    findings.use([...figures, ...figuresIn(life, all), ...labels]);
    findings.note("rollover", clause);
    return blanked(text, bareShare, life);
  }
  if (AMOUNT_ROLLS.test(text)) {
    findings.listed.add(clause);
    return text;
  }
  const known = [share, cap].flatMap((part) => figuresIn(part, all));
  const part = text.slice(text.lastIndexOf(",", rolling) + 1).split(",")[0];
  const isUnread = figuresIn(part, all).some(
    (figure) => figure.kind === "days" || (figure.kind === "percent" && !known.includes(figure)),
  );
  if (isUnread && !/‹m\d+›/.test(part ?? "")) {
    findings.listed.add(clause);
    return text;
  }
  const isOtherRenewal =
    OTHER_RENEWAL.test(text) && !IF_RENEWED.test(text) && !WHETHER_OR_NOT.test(text);
  if (isOtherRenewal || DENIED_LABEL.test(text)) {
    findings.listed.add(clause);
    return text;
  }
  const value: Rollover = {
    shareFraction: shareIn(share) ?? 1,
    ...(cap !== undefined && { capFraction: shareIn(cap) ?? 1 }),
    ...(lifeMonths !== undefined && { lifeMonths }),
    ...(IF_RENEWED.test(text) && { onlyIfRenewed: true }),
  };
  const parts = [share, cap, life];
  findings.set("rollover", value, clause, [
    ...parts.flatMap((part) => figuresIn(part, all)),
    ...labels,
  ]);
  return blanked(text, ...parts);
}

/** The part between commas that a place is in, and the words before it. */
function partAround(text: string, at: number): string {
  const end = text.indexOf(",", at);
  return text.slice(0, end < 0 ? text.length : end);
}

/** The text without figures that were read. */
function blanked(text: string, ...parts: readonly (string | undefined)[]): string {
  return parts.reduce<string>((left, part) => (part ? left.replace(part, "…") : left), text);
}
