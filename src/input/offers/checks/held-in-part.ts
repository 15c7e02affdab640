import { OTHER_PRODUCTS } from "../lexicon";
import { topicsOf } from "../topics";
import { CONDITIONS } from "./conditions";

/** Who buys a part of what is bought, and where. */
const PART_OF_BUYER = `(?!(?:all|any|every|each|both)\\b)(?:(?:eu|emea|uk|usa|apac|latam|dach|u\\.s\\.|us(?= (?:entity|subsidiary|only|team|region|contract)|:)|the us|european?|asian?|africa|germany|france|americas)(?: (?:entit(?:y|ies)|subsidiar(?:y|ies)|team|region|contract))?|(?:\\w+ )?(?:entit(?:y|ies)|subsidiar(?:y|ies)|affiliates?|regions?|countr(?:y|ies)|sites?|branch(?:es)?|business units?|departments?|divisions?|teams?)|${OTHER_PRODUCTS}|batch|fine-tuning)`;
const VALUE =
  "(?:‹[mnpdt]\\d+›|\\b(?:monthly|quarterly|annual(?:ly)?|yearly|up-?front|list|committed|forfeited|none|no)\\b)";
/** "(36 for the EU)", ", EU entity: quarterly": another value for a part of the buyer. */
const ELSE_FOR_A_PART = new RegExp(
  `(?<=[\\p{L}›]\\s*)[(,;]\\s*(?:(?:and|but|for|in) )?(?:the |your |our )?${PART_OF_BUYER}\\s?[:=-]\\s*(?:net |in )?${VALUE}|(?<=[\\p{L}›]\\s*)[(,]\\s*(?:net |at )?${VALUE}(?: \\w+)? (?:for|in) (?:the |your |our )?${PART_OF_BUYER}\\W`,
  "u",
);

/** A condition, up to the next comma. */
const CONDITION = new RegExp(`\\b(?:${CONDITIONS}|once|when(?:ever)?)\\b(?<rest>[^,;:()]*)`, "g");
/** What every offer asks of its buyer: to commit, to use, to sign, to pay. */
const OF_THE_OFFER =
  /‹\w|\b(?:commit\w*|spend\w*|usage|us(?:e|es|ed|ing)|consum\w*|reach\w*|exceed\w*|sign\w*|renew\w*|contract\w*|agreements?|order\w*|pay\w*|paid|pre-?pa\w+|invoic\w*|volume|minimum|threshold|tiers?|bands?|levels?|go|stretch|accept\w*|agree(?! \w+ with)|proceed|choose|like|prefer|wish|want|needed|necessary|required|applicable|possible|that|so|it (?:is|does)|not|approv\w*|sign-?off|confirm\w*|availab\w*|ready|happy|fine|helps?|helpful|works?|suits?|questions?|uplift|terms?|year|tax\w*|notice|foregoing|preceding|following|above|conditions?)\b/;

/** Whether a discount or an amount holds only on a condition about something else than the offer: "if you are a reference". */
function isOnOtherCondition(text: string): boolean {
  return [...text.matchAll(CONDITION)].some(({ index, groups }) => {
    const rest = groups?.["rest"] ?? "";
    const begins = text.lastIndexOf(",", index) + 1;
    const part = text.slice(begins, index) + rest;
    return !OF_THE_OFFER.test(rest) && /\p{L}/u.test(rest) && topicsOf(part).length === 0;
  });
}

/** A time that ends before the term, or begins within it. */
const FOR_A_TIME = new RegExp(
  [
    // "20% at $1M (for the first 6 months)", "$1M: 20%, first year only", "20% at $1M after the first year".
    `‹p\\d+›(?:[^‹]*‹m\\d+›)?[^‹]*\\b(?:first|initial) (?:‹d\\d+›|(?:contract )?(?:year|term|months?|quarter|half))(?: only)?\\W*$`,
    `‹p\\d+›(?:[^‹]*‹m\\d+›)?[^‹]*‹l\\d+› only`,
    `^(?!.*‹p.*‹p).*‹p\\d+›(?:[^‹]*‹m\\d+›)?[^‹]*\\b(?:after|from|starting(?: in)?|beginning(?: in)?|as of) (?:the )?‹l\\d+›`,
    // "20% at $1M until 30 June, then 15%", "Until 30 June: 20% at $1M".
    `‹[pm]\\d+›[^‹;]*\\b(?:until|till|through) (?:the end of )?‹a\\d+›[^‹;]*\\b(?:then|after\\w*)\\b|^\\W*(?:until|till) ‹a\\d+›\\s*[:,]`,
    `\\bduring (?:the |our |an? )?(?:\\w+ )?(?:promotion\\w*|launch|pilot|trial|sale|campaign)\\b|\\b(?:introductory|promotional|interim) (?:period|rates?|prices?|discounts?|offer)\\b`,
  ].join("|"),
);

/**
 * A clause of bands, commitments and lengths without its figures where they hold only on a condition about something else, or for a
 * time that is not the term, or where it says something else of a part of the buyer.
 */
export function withoutConditional(text: string): string {
  const holds = !isOnOtherCondition(text) && !FOR_A_TIME.test(text) && !ELSE_FOR_A_PART.test(text);
  return holds ? text : text.replace(/‹[mnpxd]\d+›/g, "…");
}

/** Whether a text gives another value for a part of the buyer. */
export function saysElseForAPart(text: string): boolean {
  return ELSE_FOR_A_PART.test(text);
}

/** Of some usage, some places or some buyers: "(US only)", "for new customers". */
const FOR_SOME = new RegExp(
  [
    `\\b(?:on|for|in|to) (?!‹)(?!(?:the )?(?:\\w+ )?entity)[^,;()‹]{2,30}\\bonly\\b(?! (?:if|when|at|from|for|with) )`,
    `[(,-]\\s*(?!‹)(?!(?:list|prices?|usage|annual|figures?|for|excl|valid)\\b)[^,;()‹]{2,30}\\bonly\\b\\s*(?:[),;.]|$)`,
    `(?<!\\bnot )\\bonly (?:for|in|on|to) (?!‹)(?!(?:the |an? |this |our |your )?(?:term|year|commit\\w*|spend\\w*|usage|deals?|orders?|agreements?|overages?|excess|unused)\\b)`,
    `\\bfor (?:new|existing|selected|certain|some|eligible|public[- ]sector|government|education\\w*|academic|non-?profit|start-?up|enterprise) (?:customers?|clients?|buyers?|logos?|accounts?|models?|regions?|services?|products?|workloads?)\\b|\\bfor (?:non-?profits|start-?ups|charities|schools|universities|governments?)\\b|\\b(?:on|for) new (?:customers|logos|workloads)\\b`,
    `\\b(?:limited|restricted) to (?![‹…])|\\bin each of (?:your|the|our)\\b`,
    `\\b(?:per|for each|for every|in each) (?:subsidiary|entity|region|country|business unit|site|affiliate|department|division|team|product|model)\\b`,
    `\\b(?:on|for) (?:the )?(?:batch|storage|fine-tuning|cached?|embedding\\w*|images?|audio|video)\\b(?! (?:\\w+ )?and\\b)`,
  ].join("|"),
);

/** Whether what is offered at a place of a clause is for a part only: of the usage, of the places or of the buyers. */
export function isForSome(text: string, place: number): boolean {
  const [lead = ""] = /^[^‹]*/.exec(text) ?? [];
  const begins = text.lastIndexOf(",", place) + 1;
  // A part without a figure goes on about the one before it: "20% at $1M, but only in Europe".
  const [own = ""] = /^[^,]*(?:,[^,‹]*(?=,|$))*/.exec(text.slice(begins)) ?? [];
  return FOR_SOME.test(lead) || FOR_SOME.test(own);
}

/** Of one entity, or with an exception: it stays an offer, and what it leaves out is listed beside it. */
const LEAVES_OUT = new RegExp(
  `\\b(?:excluding|except(?:ing| for)?|other than|apart from|but not (?:on|for|in))\\b (?!(?:any |the |all )?(?:tax\\w*|vat|gst|duties|shipping|${OTHER_PRODUCTS})\\b)(?!‹)|\\bentity only\\b|\\bfor (?:the|your|our) (?:\\w+ )?(?:entity|subsidiary|affiliate|branch)\\b`,
);

/** Whether a clause leaves something out of what it offers. */
export function leavesOut(text: string): boolean {
  return LEAVES_OUT.test(text);
}
