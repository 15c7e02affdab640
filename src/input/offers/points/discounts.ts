import type { Figure } from "../figures/figure";

export interface Discount {
  readonly figure?: Figure;
  readonly fraction: number;
  /** Of a range, the upper end. */
  readonly highFraction?: number;
  readonly isFirm: boolean;
  readonly isPaid: boolean;
  /** A figure without % and without a word, in a line. */
  readonly bare?: number;
  /** What took a figure without % as a percentage. */
  readonly taken?: "percentTaken" | "percentByHeading";
  /** Written with a minus. */
  readonly isMinus?: true;
}

const NOT_FIRM =
  /[:=(,-]\s*min(?:imum)?\.?(?: of)?\s*$|\b(?:max(?:imum)?|highest|ceiling|target|indicative|estimated|possible|potential)\.? (?:\w+ )?(?:discount|rebate|reduction)s?(?: (?:rate|level))?\s*(?:is|of|at|would be|will be)?[\s:=]*$|(?:\b(?:up to|as much as|as high as|at most|(?:no|not) more than|not exceeding|something like|(?:in|of) the order of|max(?:imum)?\.?(?: of| is)?|(?:ceiling|limit) is|around|about|approx(?:imately)?\.?|roughly|circa|ca\.?|c\.|nearly|almost|close to|at least|no less than|over|more than|potentially|possibly|maybe|perhaps|in the (?:region|range|ballpark) of)|~|(?<![-=>~])>=?|(?<!<)<=?)\s*(?:an? |the |another )?$/;

const NOT_FIRM_AFTER =
  /^\s*(?:\+(?!\s?‹)|-?ish\b|plus\b(?! ‹)|or (?:so|more|less|better|higher|thereabouts)\b|and (?:up|more|higher)\b|\(?(?:max(?:imum)?|min(?:imum)?|approx\w*|tbc|est(?:imated)?|indicative|at (?:most|best|least)|target|ceiling)\b(?!\.? ?(?:of |spend |commit\w* )?‹m))/;

export const OF_LIST =
  /^\s*(?:of (?:the |our |your |then-current |current )*(?:public(?:ly)? |published |standard )?(?:list|public|published|standard|on-?demand|rack|catalog(?:ue)?)|(?:on|in|per|for|of) (?:the |every |each |an? )?(?:list )?(?:dollar|euro))\b/;

const PAY =
  /\b(?:pay(?:s|ing)?|paid|charges?|charged|billed|priced)\s*(?:only |just |at |a rate of )*$/;

const LESS = /^\s*(?:off|less|discount|below|under|reduction|cheaper|lower)\b/;

/** "A reduction of 12% of list", "Rebate: 12% of list": what is called a discount is not what is paid; behind a label, up to a half. */
const CALLED_DISCOUNT = /\b(?:discount|rebate|reduction|allowance)(?: of)?\s*$/;
const LABEL = /\b(?:discount|rebate|reduction|allowance)(?: (?:rate|level))?(?: is)?\s*[:=|]?\s*$/;

/** A discount as its clause uses it; undefined where the percentage is of something else. */
export function discountAt(figure: Figure, before: string, after: string): Discount | undefined {
  const isCalled = CALLED_DISCOUNT.test(before) || (figure.value <= 0.5 && LABEL.test(before));
  const isOfList = OF_LIST.test(after);
  const isPaid = ((isOfList && !isCalled) || PAY.test(before)) && !LESS.test(after);
  if (!isPaid && !isOfList && /^\s*of\b(?! (?:discount|savings?))/.test(after)) return undefined;
  if (/^\s*(?:back )?(?:as|in) (?:\w+ )?credits?\b/.test(after)) return undefined;
  if (
    /^\s*(?:premium|surcharge|mark-?up|uplift|increase|more|above(?! ‹[mn]|\W*$)|higher|on top|fee|headroom|buffer|cushion|slack)\b/.test(
      after,
    )
  )
    return undefined;
  const share = (fraction: number): number =>
    isPaid ? Number((1 - fraction).toPrecision(12)) : fraction;
  if (/^\s*(?:up-?front|later|(?:at|on|upon) (?:signing|signature|delivery))\b/.test(after))
    return undefined;
  if (figure.value < 0 || figure.value > 1 || (figure.value === 1 && !isPaid)) return undefined;
  const highFraction = figure.high && share(figure.high.value);
  return {
    figure,
    fraction: share(figure.value),
    ...(highFraction !== undefined && { highFraction }),
    isFirm: !NOT_FIRM.test(before) && !NOT_FIRM_AFTER.test(after),
    isPaid,
    ...(/(?:^|[\s:|=(])-$/.test(before) && { isMinus: true }),
  };
}

export const NONE =
  /\b(?:no (?:discount|reduction|rebate)|none|nil|nothing|list(?: prices?| rates?| pricing)?|undiscounted)\b/;

const UNKNOWN =
  /\b(?:n\/a|custom(?:i[sz]ed)?|bespoke|contact (?:us|sales)|call us|talk to us|on request|upon request|negotiable|negotiated|tbd|tba|tbc|poa|let's talk|individual|ask (?:us|sales)|by agreement|to be (?:agreed|discussed|confirmed))\b/;

/** A discount said in words: 0 for none or list price; null where it is unknown. */
export function discountInWords(text: string): Discount | null | undefined {
  if (UNKNOWN.test(text)) return null;
  return NONE.test(text) ? { fraction: 0, isFirm: true, isPaid: false } : undefined;
}
