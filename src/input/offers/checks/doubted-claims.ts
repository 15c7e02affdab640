import { figuresIn } from "../clauses";
import type { Figure, FigureKind } from "../figures/figure";
import type { Field, Findings } from "../findings";
import { OTHER_PRODUCTS } from "../lexicon";
import { namesOnlyOthers, partsAbout, wordsBefore } from "../topics";
import { CONDITIONS } from "./conditions";
import { saysElseForAPart } from "./held-in-part";
import { UNSURE } from "./unsettled";

/** What the words that gave a field may say beside its value without putting it in doubt. */
interface Harmless {
  /** Behind "if", "unless" and the like. */
  readonly conditions: RegExp;
  /** With "not", "no" and the like. */
  readonly negations: RegExp;
  /** Kinds of figures that stand beside its value. */
  readonly figures: readonly FigureKind[];
  /** Words of its values, each group another value: of two in a choice neither is the field's. */
  readonly values: readonly RegExp[];
}

const LOST = /\b(?:forfeit\w*|laps\w*|expir\w*|lost|invoiced|billed|charged|payable|paid)\b/;
const ROLLED = /\b(?:roll\w*|carr\w*)\b/;
const RETURNED = /\b(?:refund\w*|returned)\b/;

const HARMLESS: Readonly<Partial<Record<Field, Harmless>>> = {
  overage: {
    conditions:
      /‹p|\b(?:us(?:e|es|ed|age)|consum\w*|spend\w*|exceed\w*|commit\w*|reach\w*|overages?|excess|capacity|tiers?|bands?|levels?|over|beyond|more|higher)\b/,
    negations:
      /(?:\b(?:no|without|not)|n't) (?:\w+ ){0,2}(?:premium|surcharge|uplift|mark-?up|penalt\w+|fee|discount\w*|reductions?|move|retroactiv\w*|reach\w*|exceed\w*|re-?rated|just|only)\b/g,
    figures: [],
    values: [
      /\b(?:list|on[- ]?demand|public)\b/,
      /\b(?:committed|contract\w*|discounted|agreed)\b/,
    ],
  },
  forfeitedShareFraction: {
    conditions:
      /^(?!.*\brenew).*(?:\b(?:unused|shortfall|short|not|below|under|less|us(?:e|es|ed|age)|spend|consum\w*|commit\w*|left|remain\w*|balance|reach\w*|hit|meet\w*|fill\w*)\b|n't\b)/,
    negations:
      /\b(?:no|not|never|nothing|without|cannot|neither|nor|non|none|lose[sd]?|(?<=(?:roll-?over|carry-?over)\W{1,3}(?:(?:is|was) )?)(?:refused|declined|rejected|ruled out|off the table))\b|n't\b/g,
    figures: ["days", "duration"],
    values: [LOST, ROLLED, RETURNED],
  },
  rollover: {
    conditions:
      /\b(?:renew\w*|unused|left|remain\w*|balance|shortfall|short|us(?:e|ed)|carr\w*|roll\w*)\b/,
    negations:
      /\b(?:no|not|never|without)\b (?:be )?(?:lost|expir\w*|laps\w*|forfeit\w*|used|spent|consumed|reach\w*|met|later|more)\b/g,
    figures: [],
    values: [LOST, ROLLED, RETURNED],
  },
  rateLock: {
    conditions:
      /^\W*(?:the |our |your |its |any |public )*(?:list|market|prices?|pricing|rates?|costs?|inflation)\b/,
    negations:
      /\b(?:no|not|never)\b (?:\w+ ){0,2}(?:chang\w*|increas\w*|ris\w*|rais\w*|go up|move\w*|exceed\w*|more|higher)\b|\b(?:prices?|rates?) (?:are|is) not\b(?=\W*$)|\bnot (?:the )?(?:underlying )?(?:list |unit )?(?:prices?|rates?|list)\b/g,
    figures: ["duration", "percent"],
    values: [],
  },
  upliftCapFraction: {
    conditions:
      /\b(?:renew\w*(?!.*‹)|inflation|cpi|index\w*|increas\w*|prices?|term|caps?|ceiling|limit|maximum)\b/,
    negations:
      /\b(?:no|not|never|cannot)\b (?:\w+ ){0,2}(?:exceed\w*|more|higher|greater|above|over|increas\w*|uplift\w*|ris\w*|rais\w*|renewal)\b/g,
    figures: ["duration"],
    values: [],
  },
  payment: {
    conditions: /\b(?:invoic\w*|due|receipt|sign\w*)\b/,
    negations: /\b(?:no|not) later than\b|\bnon-?refundable\b|\bnot (?:be )?refund\w*/g,
    figures: ["duration"],
    values: [
      /\bmonth\w*/,
      /\bquarter\w*/,
      /\b(?:annual\w*|year\w*)\b/,
      /\b(?:instal+ments?|tranches)\b/,
      /\bup-?front\b|\bin full\b/,
    ],
  },
};

const CONDITION = new RegExp(
  `\\b(?:${CONDITIONS}|once(?= (?:the|our|your) (?!(?:usage|services?|month|quarter|year|period|invoice)\\b))|only (?:if|when|for|with|after|once)|depend\\w*)\\b(?<rest>[^,;]*)`,
  "g",
);
/** The number of a clause, and "in any of the first three years". */
const HARMLESS_FIGURE = /^\W*‹n\d+›|\bin (?:any|each) of the (?:\w+ )?‹d\d+›/g;
const NEGATION =
  /\b(?:no|not|never|neither|nor|without|cannot|hardly|rarely|refus\w+|declin\w+|reject\w+|withdr\w+|lose[sd]?|ruled out|off the table|drop(?:s|ped)?|scrap\w*|struck|nobody|no one|removed|deleted|omitted|cancell?ed|taken out)\b|n't\b/;
const DENIAL = new RegExp(NEGATION, "g");
const CHOICE = /\b(?:or|alternatively|otherwise|instead)\b|\b\/\b/;
/** An exception, or a way out. */
const BUT_FOR =
  /\b(?:except\w*|excluding|other than|apart from)\b(?! (?:that|as|where)\b)|\bor (?:as (?:\w+ )?agreed|as otherwise|whatever|otherwise|something|at (?:our|its|their|vendor's)|by agreement|on request|later|when we)\b/;
/** Of another product than usage. */
const OF_OTHERS = new RegExp(`\\b(?:${OTHER_PRODUCTS})\\b`);
/** A part of what it is about, or of its time, or at a price of its own. */
const IN_PART =
  /\b(?:only|just) (?:half|a (?:third|quarter|part|portion)|part|some)\b|\b(?:partly|partially|in part)\b|\b(?:first|last|final|second|remaining) (?:contract |agreement |calendar )?(?:years?|months?|quarters?|half)\b|\bonly (?:in|during|until)\b|\bfrom (?:the )?‹l\d+›|\b(?:last|first|earlier|previous|old) (?:draft|version|round)\b|\b(?:first|originally|initially) (?:said|offered|proposed)\b|^\W*otherwise,? (?:(?:your|the|our) )?(?:rates?|prices?|pricing|fees)\b|\bfirst (?:invoice|payment|instal+ment)\b|\bin total\b|\buntil further notice\b|\b(?:until|till|through|before|after) (?:the )?(?:end of )?‹a|\bfor (?:the )?‹l\d+›|(?<!\b(?:used|spent|consumed|available|applied) )\bin (?:the )?‹l\d+›\W*$|\bcosts? (?:you |us )?(?:extra|more|…)|\b(?:for|on) (?:the (?:rest(?! of)|others)|everything else|all (?:the )?others?)\b/;
/** Terms of all usage: for a part of it each is none. */
const FOR_SOME_USE =
  /\b(?:appl(?:y|ies)|valid) (?:to|for|on) (?:the |your )?(?!(?:next|following|unused|overages?)\b)[a-z-]+(?: \w+)? only\b|\b(?:on|for) (?:the )?(?:batch|storage|fine-tuning|embedding\w*)\b/;
const OF_USE = new Set<Field>(["overage", "forfeitedShareFraction", "rollover"]);
/** "Locked unless list prices change", "price lock, Opus only", "in the 3 year option". */
const LOCKED_IN_PART =
  /\bunless\b(?! otherwise)|,[^,;‹]{0,25}\bonly\W*$|‹d\d+›[- ]option\b|\bexceed\w* (?:the |your )?(?:annual )?commit/;
/** What the buyer would have. */
const WISHED =
  /\b(?:we|i)(?:'d| would)? (?:want|like|love|need|prefer|request(?:ed)?|insist(?:ed)?|(?:ask|push)(?:ed)? for|hoped? (?:for|to))\b(?! you\b| to\b)/;
/** Figures that say how much, how long or when. */
const MEASURES = new Set<FigureKind>([
  "money",
  "percent",
  "number",
  "duration",
  "days",
  "label",
  "broken",
]);

/** Takes back every field whose words say more than its value holds: its sentences are listed. */
export function withdrawDoubted(findings: Findings, all: readonly Figure[]): void {
  const { claims, fields, used } = findings;
  const lock = fields.rateLock?.value.locks;
  const taken = new Set([...[...used].map(keyOf), "percent 1"]);
  const doubted = new Set(
    claims
      .filter(({ field, clause }) => {
        // "No price lock" is a denial itself.
        const isDenial = field === "rateLock" && lock === "nothing";
        const words = clause.part ?? clause.text;
        return isDoubted(field, isDenial ? words.replace(DENIAL, " ") : words, all, taken);
      })
      .map(({ field }) => field),
  );
  for (const { field, clause } of claims) if (doubted.has(field)) findings.clash(field, clause);
}

function isDoubted(
  field: Field,
  words: string,
  all: readonly Figure[],
  taken: ReadonlySet<string>,
): boolean {
  const harmless = HARMLESS[field];
  if (harmless === undefined) return false;
  const own = partsAbout(field, words).replace(CONDITION, " ").replace(HARMLESS_FIGURE, " ");
  const isUnread = (one: Figure): boolean =>
    MEASURES.has(one.kind) && !harmless.figures.includes(one.kind) && !taken.has(keyOf(one));
  const isOnCondition = [...words.matchAll(CONDITION)].some(
    ({ groups }) => !harmless.conditions.test(wordsBefore(field, groups?.["rest"] ?? "")),
  );
  // "Fixed for two years, then … more": what a lock is followed by is none of it.
  const isCut = field !== "rateLock" && own.includes("…");
  return (
    isOnCondition ||
    namesOnlyOthers(field, words) ||
    isCut ||
    figuresIn(own, all).some(isUnread) ||
    NEGATION.test(own.replace(harmless.negations, " ")) ||
    BUT_FOR.test(words) ||
    saysElseForAPart(words) ||
    isChoice(words, harmless.values) ||
    (field !== "payment" && WISHED.test(own)) ||
    (OF_USE.has(field) && FOR_SOME_USE.test(own)) ||
    (field === "rateLock" && LOCKED_IN_PART.test(words)) ||
    [OF_OTHERS, IN_PART, UNSURE].some((doubt) => doubt.test(own))
  );
}

/** A figure that was read may be mentioned again; all of a share, "100%", says nothing. */
function keyOf({ kind, value }: Figure): string {
  return `${kind} ${value}`;
}

/** Whether another value of the field stands behind "or". */
function isChoice(words: string, values: readonly RegExp[]): boolean {
  const at = words.search(CHOICE);
  if (at < 0) return false;
  const [before, after] = [words.slice(0, at), words.slice(at)];
  return (
    !NEGATION.test(before) &&
    values.some((one) => one.test(before)) &&
    values.some((one) => one.test(after) && !one.test(before))
  );
}
