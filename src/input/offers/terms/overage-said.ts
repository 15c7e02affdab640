import { type Clause, figuresIn, pattern } from "../clauses";
import type { Figure } from "../figures/figure";
import type { Findings } from "../findings";
import type { OfferedOverage } from "../offer-reading";
import { inWordsOfOverage } from "../phrases/of-overage";

const LIST =
  "(?:list|on[- ]?demand|public(?:ly)?|pay[- ]as[- ]you[- ]go|payg|standard|rack|published|undiscounted|full[- ]price|catalog(?:ue)?)";
const USAGE = "(?:usage|consumption|spend(?:ing)?|use|charges|fees|volume)";
const COMMITMENT =
  "(?:(?:the|your|its|this|that) )?(?:(?:annual|yearly|minimum|agreed|full) )*(?:commit\\w*|minimum|capacity)";
const BAND = "(?:bands?|tiers?|levels?|brackets?|thresholds?)";
const SUBJECT = pattern(
  [
    "\\b(?:overages?|over-?use|over-?usage|excess|(?:additional|extra|subsequent) (?:usage|consumption|use|volume)|overrun)\\b",
    `\\b(?:${USAGE}|anything|everything|whatever)\\b(?: [\\w'’‹›-]+){0,4}? (?:above|beyond|over|exceeding|exceeds|in excess|past|on top|outside)\\b`,
    `\\b(?:above|beyond|over|past|after|outside|exceed\\w*) (?:that|this|it\\b|${COMMITMENT})`,
    "\\b(?:above|beyond|over|past) M,? (?:all |any )?(?:usage|consumption|spend\\w*|everything|anything)\\b",
    `\\b(?:runs? out|used up|exhausted|depleted|${COMMITMENT} (?:amount |volume )?(?:has been|is|was) (?:fully )?(?:consumed|used|spent|reached))\\b`,
    `\\b(?:reach|grow|climb)\\w* (?:in)?(?:to )?(?:an? |the )?(?:higher|next|better|another|new|upper)|\\b(?:higher|highest|next|better) ${BAND}\\b[^;]*\\breach|\\b${BAND} usage reaches\\b|\\bonly (?:the )?usage from (?:there|then|that point) on\\b|\\bundiscounted usage\\b`,
  ].join("|"),
);
/** A band that usage reaches beyond its own. */
const REACHED = new RegExp(`\\breach\\w*\\b[^;]*\\b${BAND}|\\b${BAND}\\b[^;]*\\breach`);
const ALL_USAGE =
  /\b(?:all|whole|entire|every|everything|total (?:usage|spend|consumption)|the total)\b(?! (?:after|from|beyond|above|that follows)\b)/;
const ONWARD =
  /\b(?:from (?:there|then|(?:that|this) (?:point|threshold|moment))(?: on\w*| forward)?|thereafter|going forward|(?:everything|usage|consumption|spend) after (?:that|this)|(?:remainder|rest) of the (?:year|period|term)|(?:subsequent|later|further|excess) usage)\b/;
const STEP_UP = /\bsteps?[- ]?up\b|\bretroactive|\bback to the first dollar/;
const RE_RATE =
  /\bnext (?:higher )?(?:level|tier|band)(?:'s)?\b|\bre-?rat(?:e|ed|ing)\b|\bonly (?:the )?usage from (?:there|then|that point) on\b/;
const SPEAKS_OF_PRICE = /\b(?:rat\w+|pric\w+|discount\w*|percentage|charged|billed|re-?rat\w+)\b/;
const AT_LIST = pattern(`\\b${LIST}\\b`);
const AT_COMMITTED = pattern(
  "\\b(?:committed|commitment|commit|contract(?:ed|ual)?|discounted|agreed|negotiated|same|your|our|customer)(?: (?:unit|discounted|committed|contract|agreement|agreed|discount|same|contracted|negotiated))* (?:rates?|pric(?:e|es|ing)|discounts?|terms|percentage)\\b",
);
/** "The discount applies to usage above it as well." */
const STILL_DISCOUNTED =
  /^(?![^;]*‹[mn])[^;]*(?:\b(?:is|are|be) (?:also |still |likewise )?discounted\b(?! (?:by|at)\b)|\bdiscounts?\b(?: (?:also|still|will|shall|then))* (?:appl(?:y|ies)|continues?|remains?|extends?|covers?|holds?|stays?)\b|\b(?:keep|enjoy|retain|carr(?:y|ie)|get|earn|receive)s? (?:the|this|its|that) (?:full )?discounts?\b)/;
const DENIED = /,?\s*\b(?:and |but )?(?:not|instead of|rather than|never|no longer)\b[^,;]*/g;
const PREMIUM = pattern(
  `(?:\\bplus|\\+|\\bwith an?|\\bat an?)\\s*(?:an? )?(?<one>P)(?! (?:off|discount|reduction|rebate|less|below))|\\b(?:premium|surcharge|uplift|mark-?up) of (?<three>P)|(?<two>P) (?:premium|surcharge|uplift|mark-?up|(?:above|over)(?! (?:the |your |that )?(?:commit|minimum))|on top|more than)\\b`,
);
const SHARE_OF_LIST = pattern(`(?<share>P) of (?:the |our |your )?(?:then-?current )?${LIST}\\b`);
const SHARE_OF_COMMITTED = pattern(
  "(?<share>P) of (?:the |our |your )?(?:committed|contract\\w*|discounted|agreed)\\b",
);
const MULTIPLE = pattern("X|(?<=\\b(?:times|multipl\\w+|factor)(?: of| is)?:? )N");
const ZERO_PREMIUM = /\b(?:no|without) (?:\w+ )?(?:premium|surcharge|uplift|mark-?up|penalty)\b/g;

/** What is the same above the commitment is not locked by that. */
const OF_NO_LOCK =
  /\b(?:stays?|remains?|keeps?) (?:the same|unchanged)\b|\b(?:unchanged|(?:do|does|will) not change|(?:do|does)n't change)\b|\bprices fixed\b(?=\W*$)/g;

/** Reads how usage beyond the commitment is priced; returns the text without the words that say so. */
export function readOverage(
  text: string,
  clause: Clause,
  all: readonly Figure[],
  findings: Findings,
): string {
  const segment = segmentOf(text);
  if (segment === undefined) return text;
  const said = inWordsOfOverage(segment).replace(DENIED, " ").replace(ZERO_PREMIUM, " ");
  const multiple = MULTIPLE.exec(said)?.[0];
  const price = priceOf(said);
  const blank = (): string =>
    text.replace(
      segment,
      segment
        .replace(/[a-z-]+/g, (word) => (new RegExp(`^${LIST}$`).test(word) ? "…" : word))
        .replace(OF_NO_LOCK, "…"),
    );
  if (multiple !== undefined && (price === undefined || price === "unclear")) {
    const [figure] = figuresIn(multiple, all);
    if (figure === undefined || price === "unclear") return text;
    const readings = [
      { value: "list", says: `${figure.value} times the list price` },
      { value: "committed", says: `${figure.value} times the committed rate` },
    ];
    findings.asks.push({ about: "overageBase", from: findings.words(clause), readings });
    findings.use([figure]);
    findings.note("overage", clause);
    return blank().replace(multiple, "…");
  }
  if (price === undefined) {
    if (!/\boverages?\b|\b(?:rates?|pric\w+)\W*$/.test(segment)) return text;
    findings.listed.add(clause);
    return blankAll(text, segment);
  }
  const figures = figuresIn(said, all).filter(({ kind }) => kind === "percent" || kind === "times");
  const premium = premiumOf(said, all);
  const explained = premium === undefined ? [] : [premium.figure];
  if (
    price === "unclear" ||
    /\b(?:list|rates?|pric\w+)\W*…/.test(said) ||
    figures.some((figure) => !explained.includes(figure))
  ) {
    findings.listed.add(clause);
    return blankAll(text, segment);
  }
  const overage: OfferedOverage = { price, premiumFraction: premium?.fraction ?? 0 };
  findings.set("overage", overage, clause, explained);
  return explained.length > 0 ? blankAll(text, segment) : blank();
}

function blankAll(text: string, segment: string): string {
  return text.replace(
    segment,
    segment.replace(pattern("(?:P|X)", "g"), "…").replace(new RegExp(`\\b${LIST}\\b`, "g"), "…"),
  );
}

/** The part between commas that speaks of overage, with the parts that go on about its price. */
function segmentOf(text: string): string | undefined {
  const found = SUBJECT.exec(text);
  if (!found) return undefined;
  const before = text.slice(0, found.index);
  const joint = /,\s*(?:also|including|even|as well as)\b[^,(|]*$/.exec(before)?.index;
  const begins =
    Math.max(...[",", "(", "|"].map((mark) => before.slice(0, joint).lastIndexOf(mark))) + 1;
  const parts = text.slice(begins).split(/(?<=[,|])/);
  let segment = "";
  for (const part of parts) {
    const goesOn =
      /^\s*(?:(?:plus|\+|with|at|i\.e|and|billed|charged|priced|applied|which|on|not|also|including|even)\b|‹p\d+› (?:premium|surcharge|mark-?up|on top)\b)/.test(
        part,
      );
    const price = segment === "" ? undefined : priceOf(segment);
    if (price !== undefined && price !== "unclear" && !goesOn) break;
    segment += part;
  }
  return segment.replace(/[,|]$/, "");
}

function priceOf(said: string): OfferedOverage["price"] | "unclear" | undefined {
  const isOfAll = ALL_USAGE.test(said);
  if (STEP_UP.test(said) || (REACHED.test(said) && isOfAll)) return "step-up";
  const isReRated = RE_RATE.test(said) || (REACHED.test(said) && ONWARD.test(said));
  if (isReRated && SPEAKS_OF_PRICE.test(said)) return isOfAll ? "unclear" : "re-rate";
  if (REACHED.test(said) || /\b(?:higher|greater|lower|lesser|better) of\b/.test(said))
    return "unclear";
  const [list, committed] = [
    AT_LIST.test(said),
    AT_COMMITTED.test(said) || STILL_DISCOUNTED.test(said),
  ];
  if (list && committed) return "unclear";
  return list ? "list" : committed ? "committed" : undefined;
}

function premiumOf(
  said: string,
  all: readonly Figure[],
): { readonly figure: Figure; readonly fraction: number } | undefined {
  const round = (value: number): number => Number(value.toPrecision(12));
  const share = figuresIn(
    (SHARE_OF_LIST.exec(said) ?? SHARE_OF_COMMITTED.exec(said))?.groups?.["share"],
    all,
  )[0];
  if (share)
    return share.value > 1 ? { figure: share, fraction: round(share.value - 1) } : undefined;
  const { one, two, three } = PREMIUM.exec(said)?.groups ?? {};
  const added = figuresIn(one ?? two ?? three, all)[0];
  if (added) return { figure: added, fraction: added.value };
  const times = figuresIn(MULTIPLE.exec(said)?.[0], all)[0];
  return times && times.value >= 1
    ? { figure: times, fraction: round(times.value - 1) }
    : undefined;
}
