import { figuresIn, type Masked, masked } from "./masked";
import type { Statement } from "./statements";

export const DATE_KINDS = ["termEnd", "notice", "lockEnd", "bandReview"] as const;
export type DateKind = (typeof DATE_KINDS)[number];

/** A date as a proposal writes it, or days of notice. */
export interface WrittenDate {
  readonly kind: DateKind | "termStart";
  /** Days that it may be; none where only days of notice are said. */
  readonly days: readonly number[];
  readonly noticeDays?: number;
  readonly from: string;
}

const AGREEMENT =
  "(?:(?:initial |subscription |contract |order |commitment )?(?:term|agreement|contract|subscription|order form|commitment period)|deal)";
const PRICES = "(?:prices?|pricing|rates?|fees)";
const LOCK = "(?:price|rate)[- ](?:lock|protection|guarantee)";
const LOCKED = "(?:lock\\w*|held|holds?|fixed|fix|firm|guarantee\\w*|protect\\w*|unchanged|frozen)";
const BANDS =
  "(?:bands?|tiers?|thresholds?|levels?|ladder|volume discounts?|discount (?:bands|tiers|levels|table))";
const END = "(?:ends?|ending|expires?|expiring|expiry|expiration|terminates?|concludes?)";
const START = "(?:starts?|begins?|commences?|starting|beginning|commencing|effective)";
const UNTIL = "(?:until|through|to|till)";
/** Words up to so many characters, a length among them, but no other figure and no end of a sentence. */
const within = (most: number): string => `(?:[^‹.]|‹months\\d+›){0,${most}}`;

/** Each date by the words before it. */
const RULES: readonly (readonly [WrittenDate["kind"], string])[] = [
  ["termEnd", `${AGREEMENT}\\b${within(40)}\\b${END}\\b${within(15)}`],
  [
    "termEnd",
    `${AGREEMENT}\\b${within(40)}\\b(?:runs?|lasts?|continues?|valid|in force)\\b${within(20)}\\b${UNTIL}\\b${within(15)}`,
  ],
  [
    "termEnd",
    `(?:(?:end|${END}) of (?:the |this )?${AGREEMENT}|${AGREEMENT} end|(?:end|expiry|expiration) date)\\b${within(15)}`,
  ],
  ["termStart", `(?:(?:start|effective|commencement) date)\\b${within(15)}`],
  ["termStart", `${AGREEMENT}\\b${within(25)}\\b${START}\\b${within(15)}`],
  ["lockEnd", `${PRICES}\\b${within(40)}\\b${LOCKED}\\b${within(25)}\\b${UNTIL}\\b${within(10)}`],
  ["lockEnd", `${LOCKED}\\b${within(20)}\\b${PRICES}\\b${within(25)}\\b${UNTIL}\\b${within(10)}`],
  ["lockEnd", `${LOCK}\\b(?: (?:${UNTIL}|${END}|end|date|on))*\\W{0,3}`],
  ["bandReview", `(?:review\\w*|revisit\\w*)\\b${within(40)}\\b${BANDS}\\b${within(15)}`],
  ["bandReview", `${BANDS}\\b${within(40)}\\b(?:review\\w*|revisit\\w*)\\b${within(15)}`],
  [
    "notice",
    `(?:notice|notify|cancel\\w*|non-?renewal|opt[- ]out)\\b${within(50)}\\b(?:by|no later than|on or before|not later than|until)\\b${within(5)}`,
  ],
];
const DATES = RULES.map(([kind, words]) => [kind, new RegExp(`\\b${words}‹day`)] as const);
/** "Term: 1 July 2027 to 30 June 2029" */
const FROM_TO = new RegExp(
  `\\b${AGREEMENT}\\b${within(40)}‹day(\\d+)›,?\\s*(?:-|${UNTIL}|and ${END}(?: on)?)\\s*(?:and including )?‹day(\\d+)›`,
);
const NOTICE_DAYS =
  /‹notice(\d+)›[^‹.]{0,40}\b(?:notice|before|prior)\b|\b(?:notice|notify|cancel\w*|non-?renewal)\b[^‹]{0,60}‹notice(\d+)›/;
const OF_RENEWAL = new RegExp(
  `\\b(?:renew\\w*|non-?renewal|cancel\\w*|opt[- ]out)\\b|\\b(?:end|expiry|expiration|expires|ends) of (?:the |its |each )?(?:initial |then-current |current )?(?:${AGREEMENT}|renewal)|\\b(?:before|prior to) (?:the |its )?(?:${AGREEMENT} )?(?:end|ends|expiry|expiration|expires|renewal)\\b`,
);
/** Notices of something else, and what is no date of this agreement. */
const OF_SOMETHING_ELSE =
  /\?|\b(?:support|lease|partner\w*|marketplace|late|payments?|payable|offer|quote|quotation|proposal|invoice\w*|pilot|trial|breach|cure|convenience|at any time|audit|maintenance|deprecat\w*|suspen\w+|increase\w*|price changes?|change of|competitors?|current(?:ly)?|existing|present|previous|expiring|was|were|if|could|would|might|example|asked|want\w*|seats?|users?|business days?|working days?)\b/;

/** The dates that a proposal says of its own agreement, one for each thing that happens. */
export function datesIn(
  statements: readonly Statement[],
  isCommaDecimal: boolean,
): readonly WrittenDate[] {
  return statements.flatMap(({ text, from }): readonly WrittenDate[] => {
    if (!/\b20\d\d|\bdays?\b/i.test(text)) return [];
    const sentence = masked(text, isCommaDecimal);
    const said = sentence.text.replace(/\bthen-current\b/g, "then");
    if (OF_SOMETHING_ELSE.test(said)) return [];
    const range = FROM_TO.exec(said);
    if (range) {
      const [start, end] = figuresIn(range[0], sentence, "day");
      return start && end
        ? [
            { kind: "termStart", days: start.days, from },
            { kind: "termEnd", days: end.days, from },
          ]
        : [];
    }
    const found = DATES.flatMap(([kind, rule]) => {
      const match = rule.exec(said);
      const index = match ? match.index + match[0].lastIndexOf("‹") : -1;
      const day = figuresIn(said.slice(index), sentence, "day")[0];
      return match && day ? [{ kind, days: day.days, from }] : [];
    });
    const days = noticeIn(said, sentence);
    return [
      ...onceEach(found),
      ...(days === undefined
        ? []
        : [{ kind: "notice" as const, days: [], noticeDays: days, from }]),
    ];
  });
}

/** One date of each kind, where all rules that find one find the same. */
function onceEach(found: readonly WrittenDate[]): readonly WrittenDate[] {
  return found.filter(({ kind, days }, index) => {
    const isFirst = found.findIndex((other) => other.kind === kind) === index;
    return (
      isFirst && found.every((other) => other.kind !== kind || String(other.days) === String(days))
    );
  });
}

/** Days of notice before the end of the agreement. */
function noticeIn(said: string, sentence: Masked): number | undefined {
  if (!OF_RENEWAL.test(said) || !NOTICE_DAYS.test(said)) return undefined;
  const [days, ...more] = figuresIn(said, sentence, "notice");
  return days && more.length === 0 && Number.isInteger(days.value) ? days.value : undefined;
}
