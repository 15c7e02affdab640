import type { Figure } from "../figures/figure";

/** An amount of the offer, and which end of a band it is. */
export interface Amount {
  readonly figure: Figure;
  /** A year's, where it is written for a month or a quarter. */
  readonly usd: number;
  readonly highUsd?: number;
  readonly bound: "from" | "over" | "upTo" | "about";
  readonly isAnnualised: boolean;
  readonly isPerYear: boolean;
  readonly isCommitment: boolean;
  readonly isScaledByHeading?: true;
}

/** An amount without a suffix of its own, in the unit that a heading gives. */
export function scaledBy(amount: Amount, scale: number): Amount {
  if (scale === 1 || amount.figure.scale !== undefined || amount.isScaledByHeading) return amount;
  const times = (usd: number): number => Number((usd * scale).toPrecision(15));
  const high = amount.highUsd === undefined ? {} : { highUsd: times(amount.highUsd) };
  return { ...amount, ...high, usd: times(amount.usd), isScaledByHeading: true };
}

const UP_TO =
  /(?:\b(?:(?<!\b(?:sign\w*|step(?:s|ping)?|mov\w+|go|goes|going|grow\w*|scal\w+|ramp\w*|bump\w*|increas\w*|rais\w*) )up to(?: (?:and|but (?:not|excl\w*)) ?(?:incl\w*\.?)?| a maximum of)?|under|below|(?<!\b(?:not|no) )(?:less|fewer) than|until|at most|no more than|not (?:more than|exceeding|above|over|beyond)|(?<=^\W*)through|(?<=[:(] ?)to|max(?:imum)?\.?(?: of)?)|(?<!<)<=?)\s*(?:an? |the )?(?:an? (?:\w+ )?(?:commitment|spend) of )?$/;

/** "If spend falls below the $500k commitment": what is fallen short of is firm. */
const FALLS_SHORT =
  /\b(?:if|should|where|when|whenever|in case)\b[^‹]*\b(?:below|under|less than|short of) (?:the |your |its |this |that |such )$/;

/** "Under the $1.2M commitment", "under a commitment of $1.2M": on its terms. */
const UNDER_IT = /\bunder (?:the |your |this |that |our |an? )$/;
const AGREED =
  /^ (?:annual |yearly |minimum |committed )*(?:commit\w*|agreement|deal|contract|minimum|proposal|offer)\b/;
const UNDER_COMMITMENT =
  /\bunder (?:the |your |this |that |our |an? )?(?:\w+ )?(?:commitment|agreement|contract|deal) of (?:the )?$/;

const OVER =
  /^,?\s*and (?:over|above|more than|beyond)\s*$|(?:(?<!\b(?:or|and) )\b(?:over|above|more than|greater than|exceeding|exceeds?|beyond|in excess of|past)|(?<![-=>~])>)\s*(?:an? |the )?$/;

const ABOUT_BEFORE =
  /(?:\b(?:around|about|approx(?:imately)?\.?|roughly|circa|ca\.?|c\.|nearly|almost|close to|somewhere near|in the (?:region|range|ballpark) of|between)|~)\s*(?:an? |the )?$/;

const ABOUT_AFTER = /^(?:-?ish\b|\s+(?:or so|maybe)\b|\s*\(?approx\b)/;

const AT_MOST_AFTER = /^\s*(?:(?:or|and) (?:less|below|under|lower|fewer)|max(?:imum)?)\b/;

const OVER_AFTER =
  /^\s*(?:is |has been |gets )?exceeded\b|^\s*(?:over|above)\b(?!\s*(?:that\b|this\b|list\b|the\b|an?\b|‹))/;

const MONTHLY = /(?<![-\w])(?:monthly|per month|each month|a month)\b[^‹,;]{0,30}$/;

const QUARTERLY = /(?<![-\w])(?:quarterly|per quarter|each quarter)\b[^‹,;]{0,30}$/;

const YEARLY =
  /(?<!(?:semi|half|bi)[- ]?)\b(?:annual(?:ly|i[sz]ed)?|acv|yearly|per (?:contract |commitment |agreement )?year|a year|(?:each|every|any|in a) (?:contract |commitment |agreement )?year|each of|contract[- ]year (?=commit|minimum|spend|amount)|per annum|p\.?a\b|one[- ]year)\b|\/\s?(?:yr|year)\b/;

/** A year of bills or of increases is no year of an amount. */
const OF_PAYING =
  /\b(?:bill\w*|invoic\w*|prepa\w*|pay|pays|paid|paying|payable|payments?|due)\b(?:(?!\bannual (?:fees|minimum|commit|spend|amount))[^,;‹]){0,25}|\b(?:annual(?:ly)?|yearly) (?=(?:in )?(?:advance|arrears|up-?front|prepa\w+|bill\w*|payments?|invoic\w*|uplifts?|increases?|indexation|true|caps?|price))/g;

/** Whether a text says that its amounts are a year's. */
export function saysYearly(text: string): boolean {
  return YEARLY.test(text.replace(OF_PAYING, " "));
}

const COMMITS =
  "(?:commit(?:s|ted|ment|ments|ting)?|minimum|min\\.?|pre-?paid (?:credits?|balance|amount|usage)|prepayment|annual fees|annual spend|spends? (?:at least|(?:no|not) less than|a minimum of)|purchas(?:es?|ing)|buy(?:s|ing)?|undertak(?:es?|ing)|propos\\w+|recommend\\w*|suggest\\w*|sign(?: up)?(?: for)? an?)";

/** Words that may stand between the word and its amount; any other makes it the amount of something else. */
const FILLS = new Set(
  "order services worth during of is to at an a the that annual annually yearly per year annum orders total for be spend spending consume in amount amounts usd level fees fee not less than at least customer buyer us would will you your we our minimum purchase value contract each as either around about eligible services up from on commit commitment committing commits committed least target proposed recommended no equal agreed net with go going monthly quarterly month capacity consumption usage aggregate totalling totaling total incur hereby list price prices every any calendar term stands comes this it vendor provider platform api model models product products agreement overall itself shall api committed approximately roughly some exactly only just now set i put into form volume spending obligation hereby choose take sign agreed agreeing on sum".split(
    " ",
  ),
);

const COMMIT_BEFORE = new RegExp(`^[^]*\\b${COMMITS}\\b(?<between>(?:[^‹,;<>]|‹[dl]\\d+›){0,90})$`);

const COMMIT_AFTER =
  /^[\s(]*(?:min\. |(?:of|as)(?: an?)? (?=(?:annual|yearly|committed|minimum|commit)))?(?:(?:\/\s?yr|per year|annual|yearly|a year|each year|usd|eur|api|platform|usage|consumption|cloud|capacity|minimum|total|net|spend|volume|one-year|multi-year|contract|in)\b[\s-]*|‹d\d+›[\s-]*)*(?:commit\w*|minimum|min\b)/;

/** The amount of an order form. */
const LABELLED =
  /^\W*(?:(?:annual|yearly|deal|order|contract) )?(?:amount|volume|size)\s*[:|=]+\s*$/;

/** Its fee, where nothing behind says what it is made of. */
const ANNUAL_FEE = /^\W*(?:annual|yearly) (?:fees?|spend|value)\s*[:|=]+\s*$/;

function isCommitted(before: string, after: string): boolean {
  const between = COMMIT_BEFORE.exec(before)?.groups?.["between"];
  if (/\bcommit\w*\b(?:[^‹,;.]|‹[dl]\d+›){0,40}[:=|]\s*$/.test(before) || LABELLED.test(before))
    return true;
  if (ANNUAL_FEE.test(before) && /^\W*$/.test(after)) return true;
  const fills = (between?.replace(/‹\w\d+›/g, " ").match(/[\p{L}']+/gu) ?? []).every((word) =>
    FILLS.has(word),
  );
  return (between !== undefined && fills) || COMMIT_AFTER.test(after);
}

/** An amount as its clause uses it. */
export function amountAt(figure: Figure, before: string, after: string, clause: string): Amount {
  const perYear =
    figure.perYear ?? (MONTHLY.test(before) ? 12 : QUARTERLY.test(before) ? 4 : undefined);
  const times = perYear === undefined || perYear === 1 ? 1 : perYear;
  const round = (value: number): number => Number((value * times).toPrecision(15));
  const isUpTo =
    (UP_TO.test(before) &&
      !FALLS_SHORT.test(before) &&
      !UNDER_COMMITMENT.test(before) &&
      !(UNDER_IT.test(before) && AGREED.test(after))) ||
    AT_MOST_AFTER.test(after);
  const bound = isUpTo
    ? "upTo"
    : OVER.test(before) || OVER_AFTER.test(after)
      ? "over"
      : (ABOUT_BEFORE.test(before) || ABOUT_AFTER.test(after)) && figure.high === undefined
        ? "about"
        : "from";
  const isWhole = figure.high !== undefined && figure.high.kind !== "broken";
  return {
    figure,
    usd: round(figure.value),
    ...(isWhole && figure.high && { highUsd: round(figure.high.value) }),
    bound: figure.high === undefined ? bound : "from",
    isAnnualised: times > 1,
    isPerYear: perYear !== undefined || saysYearly(clause),
    isCommitment: isCommitted(before, after),
  };
}
