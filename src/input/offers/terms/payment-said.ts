import { type Clause, figuresIn, pattern } from "../clauses";
import type { Figure } from "../figures/figure";
import type { Findings } from "../findings";
import type { Payment, Timing } from "../offer-reading";

const PAYS =
  /\b(?:bill\w*|invoic\w*|pay|pays|paid|payable|payments?|due|fees|prepa\w+|pre-pa\w+|net|advance|arrears|upfront|up front|settle\w*|money|collected)\b|›-? net\b/;
/** What is done at a time and again. */
const ASKS_FOR_MONEY =
  /\b(?:bill(?:s|ed|ing)?|(?:re-?)?invoic\w*|pay|pays|paid|payable|payments?|prepay\w*|due|instal+ments?|settle\w*|charged|collect\w*|debit\w*)\b/;
/** What happens at such times as well. */
const OF_OTHER_EVENTS =
  /\b(?:increas\w*|ris(?:e|es|ing)|uplift\w*|adjust\w*|index\w*|review\w*|renew\w*|reconcil\w*|change[sd]?|credited|expir\w*|forfeit\w*|laps\w*)\b|\brais\w+ (?!(?:an?|the|its|our|one|your) (?:\w+ )?(?:invoice|bill)|invoices|bills)[^,;]{0,12}\b(?:prices|fees|rates)\b|\b(?:prices|fees|rates)\b[^,;]{0,20}\braised\b/;
const EVERY: readonly (readonly [RegExp, "annual" | "quarterly" | "monthly"])[] = [
  [
    /\b(?:annual(?:ly)?|yearly|each year|every year|per year|once a year|year|anniversary)\b/,
    "annual",
  ],
  [/\b(?:quarterly|each quarter|every quarter|per quarter|quarter)\b/, "quarterly"],
  [/\b(?:monthly|each month|every month|per month|month)\b/, "monthly"],
];
const PERIOD =
  "(?:(?:each|every|that|the|an?|its|any|such|this|their|all) )?(?:(?:contract|agreement|service|billing|calendar|fiscal|financial|relevant|respective|new|whole|full) ){0,2}(?:years?|quarters?|months?|periods?)";
const IT = `(?:${PERIOD}|it|they)`;
const OF_ITS = "(?:(?:the|each|every|its|their|very) ){0,2}";
const START =
  "(?:start|beginning|outset|commencement|opening|top|first(?: (?:business |working )?day| of (?=each|every))?)s?";
const END = "(?:end|close|closing|completion|conclusion|last (?:business |working )?day)s?";
const BEGINS = "(?:begins?|starts?|commences?|opens?|has begun)";
const ENDS =
  "(?:ends?|closes?|finish(?:es)?|(?:is|are) (?:over|finished|complete[d]?|done|up|closed|past)|(?:has|have) (?:ended|finished|closed|passed|elapsed|gone by))";
/** "In advance", and "in arrears": the words that say so wherever they stand. */
const IN_ADVANCE =
  "in advance|advance|up-?front|up front|pre-?paid|prepay(?:s|ments?|able)?|pre-?(?:bill\\w*|invoic\\w*)";
const IN_ARREARS =
  "in arrears?|arrears|after the fact|retrospectively|retroactively|(?:for|covering|of) the (?:(?:previous|prior|preceding|past|last) (?:month|quarter|year)|(?:month|quarter|year) (?:before|gone by|just (?:ended|gone|past|closed)))";
const BEFORE = new RegExp(
  `\\b(?:${IN_ADVANCE}|beforehand|ahead|(?:before|prior to) (?:the |any |actual )?(?:usage|use|consumption)|(?:for|covering) the (?:(?:coming|next|following|upcoming) (?:month|quarter|year)|(?:month|quarter|year) to come)|(?:month|quarter|year)(?:'s)?[- ](?:start|beginning)|(?:before|prior to) (?:${IT}\\b|${OF_ITS}${START}\\b)|(?:at|on|from|with) ${OF_ITS}${START}\\b|start of|beginning|first day|day one|(?:when|as|once) ${IT} ${BEGINS}\\b)`,
);
const AFTER = new RegExp(
  `\\b(?:${IN_ARREARS}|after the end|at the end of|(?:after|following) (?:the|each|every) (?:month|quarter|year)|(?:month|quarter|year)(?:'s)?[- ]?(?:end|close)|afterwards|(?:after|following|upon) (?:the |actual |any )?(?:usage|use|consumption|delivery)|(?:after|following|upon|at|on|by|with) ${OF_ITS}${END}\\b|(?:after|following|once|when|as|as soon as) ${IT} ${ENDS}\\b|(?:once|after|when) (?:the |its |your |our )?(?:usage|consumption|services?) (?:has|have|is|are|was|were) (?:been )?(?:happened|occurred|consumed|used|known|metered|measured|taken place|provided|delivered|rendered))\\b`,
);
const PLAINLY = new RegExp(`\\b(?:${IN_ADVANCE}|${IN_ARREARS})\\b`);
const WHOLE =
  /\b(?:up-?front|up front|in full(?! (?:within|by|in(?! advance)|no later|not later|on receipt|after|upon receipt|each|every)\b)|pre-?paid|(?:at|on|upon) (?:signing|signature|execution)|(?:when|once|as soon as) (?:the (?:agreement|contract|order|deal) is|you|we|both(?: parties)?) (?:sign|signed)|(?:entire|whole|full|total) (?:(?:initial|contract) )?(?:term|fee|amount|price|commitment)[^,;]{0,30}\bin advance)\b/;
const NET = pattern(
  "\\bnet[- ]?(?:N|T)|\\b(?:due|payable|payment|paid|pay|settled?)\\b[^,;]{0,40}?(?<due>T)|\\binvoic\\w+:? (?:(?:is|are|payable|due|paid|within|in|at) )*(?<invoice>T)(?! (?:before|in advance|ahead))|\\bwithin (?<within>T) (?:of|from|after)[^,;]{0,20}(?:invoice|receipt|date)|\\b(?:advance|arrears|up-?front|up front|pre-?payment|pre-?paid),? (?<after>T)|\\b(?:payment )?terms?(?:\\W{1,3}| (?:are|is|of) )(?<terms>T)|\\bpayment terms?\\W{1,3}(?<bare>N)(?=\\W*$)|T net\\b|T (?:payment )?terms\\b|T (?:to|for us to|for you to) (?:pay|settle|clear)\\b|T (?:after|from|of|following) (?:(?:the|each|an|its|our|your) )?(?:invoic\\w+|receipt|billing|date of invoice)\\b|\\b(?:we|you)(?:'ve| have)(?: got)? (?<given>T)\\W*$|\\b(?:settlement|remit\\w*|cleared?|money)\\b[^,;]{0,30}?(?<settled>T)",
);

/** What is paid beside the price. */
const OF_OTHER_SUMS =
  /\b(?:late|overdue|true-?ups?|pay(?:s|ing)? attention|shortfalls?|unused|unmet|(?:difference|gap|remainder|balance) (?:to|of|in|is|will|shall|becomes?)|refund\w*|notice|disput\w+|terminat\w+|if you (?:pay|prepay)|rebates?|credit notes?|deposits?|prompt\w*|discount if)\b|…\s+appl(?:y|ies)\b|…\s+(?:is|are) (?:due|payable|paid|billed)\b/;

/** Less for who pays early: "pay within 10 days and take an extra 2%". */
const EARLY = pattern(
  "…,? (?=otherwise\\b)|\\b(?:pay|paid|settle[sd]?|payment)\\b[^,;‹]{0,30}T[^,;‹…]{0,30}(?:…|P)|(?:…|P)[^,;‹…]{0,60}\\b(?:pay|paid|settle[sd]?|payment)\\b[^,;‹]{0,25}T",
);

/** Periods and days that no timing has. */
const OTHER_PERIOD =
  /›(?: or (?:more|less))? (?:before|prior to|ahead of) (?:the|each|every|that|it|its)\b|\b(?:month|quarter|year) (?:following|after|of) (?:(?:the|an?|each|every) )?(?:invoic\w+|receipt|billing|date)\b|\b(?:semi|half|bi)[- ]?(?:annual|year|month|quarter|week)|\b(?:weekly|daily|fortnightly|mid-?(?:year|term|quarter|month))\b|\b(?:twice|times|(?:invoices|bills|payments|instal+ments)) (?:a|per|each|every) (?:contract )?year\b|\bevery (?:two|three|four|six|other) (?:months|quarters|years)\b|\bevery (?:other|second) (?:month|quarter|year)\b/;
/** A part of the price at a time. */
const INSTALMENT = pattern(
  "P (?:is |are |to be |will be )?(?:due|payable|paid|billed|invoiced|now|at (?:signing|signature)|(?:on|upon) (?:signing|signature|execution)|up-?front|in advance)\\b|\\b(?:half|a third|two thirds|(?<!\\b(?:for|of) )a quarter(?! (?:in (?:advance|arrears)|is|are|ahead|before))|the (?:rest|balance|remainder))\\b[^,;]{0,20}\\b(?:up-?front|in advance|(?:at|on|upon) sign\\w*|after)\\b",
);

/** "100% prepayment" says no more than "prepayment". */
const WHOLE_AMOUNT = pattern("P (?:pre-?pa\\w+|up-?front|(?:payable |due |paid )?in advance)\\b");

/** "Payment: 2% off if you pay within 10 days, otherwise net 30": what an early payer saves was set aside before. */
const FOR_EARLY = /^(?<label>\W*(?:[a-z ]{3,20}:)?)\s*…\s*[,;]?\s*(?:otherwise|else|or)\b:?/;

/** "No prepayment: you are billed monthly in arrears". */
const NO_PREPAYMENT =
  /\b(?:no|without(?: any)?) (?:pre-?payments?|up-?front (?:payments?|fees?))\b(?=[^;]*\p{L}{4})/u;

/** What was paid before this offer. */
const IN_THE_PAST =
  /^(?!.*\b(?:once|when|after|until|if|invoices?)\b).*\b(?:has|have|had|was|were) (?:already |been )*(?:pre-?paid|paid|invoiced|billed)\b/;

/** Two percentages, each under its own way of paying. */
function isChoice(text: string): boolean {
  return /‹p\d+›[^‹]*(?:\bor\b|\/|,)[^‹]*‹p\d+›[^‹]*\(?\b(?:monthly|quarterly|annual\w*|upfront|prepa\w+|arrears|advance)/.test(
    text,
  );
}

/** Reads when the agreement is paid, and in how many days. */
export function readPayment(
  written: string,
  whole: Clause,
  all: readonly Figure[],
  findings: Findings,
): string {
  const text = written.replace(FOR_EARLY, "$<label>").replace(NO_PREPAYMENT, "");
  const clause = text === written ? whole : { ...whole, part: text };
  if (!PAYS.test(text)) return text;
  if (EARLY.test(text)) {
    findings.listed.add(clause);
    const rest = text.replace(EARLY, " ");
    return readPayment(rest, { ...clause, part: rest }, all, findings);
  }
  const own = beforeOtherSums(text);
  if (own !== undefined) {
    findings.listed.add(clause);
    const left = readPayment(own, { ...clause, part: own }, all, findings);
    return left + text.slice(own.length);
  }
  if (OF_OTHER_SUMS.test(text)) {
    if (BEFORE.test(text) || AFTER.test(text)) findings.listed.add(clause);
    return text;
  }
  const wholeAmount = figuresIn(WHOLE_AMOUNT.exec(text)?.[0], all).filter(
    ({ value }) => value === 1,
  );
  const isInParts = INSTALMENT.test(text) && !(wholeAmount.length > 0 && LABEL.test(text));
  if (IN_THE_PAST.test(text) || OTHER_PERIOD.test(text) || isInParts || isChoice(text)) {
    findings.listed.add(clause);
    return text;
  }
  const net = NET.exec(text);
  const [days] = figuresIn(net?.[0], all).filter(
    ({ kind }) => kind === "days" || kind === "number",
  );
  const others = [...text.matchAll(/\bnet[- ]?‹[nt](\d+)›/g)].map(
    ([said]) => figuresIn(said, all)[0],
  );
  if (new Set(others.map((figure) => figure?.value)).size > 1) {
    findings.listed.add(clause);
    return text;
  }
  const halves = halvesOf(text, clause, findings);
  const timing = halves?.timing ?? timingOf(text);
  const isHalfSaid = ASKS_FOR_MONEY.test(text) && (BEFORE.test(text) || AFTER.test(text));
  if (timing === undefined && (isHalfSaid || PLAINLY.test(text))) findings.listed.add(clause);
  if (timing === undefined && days === undefined) return text;
  const known = findings.fields.payment?.value;
  const value: Payment = {
    ...known,
    ...(timing !== undefined && { timing }),
    ...(days !== undefined && { netDays: days.value }),
  };
  findings.use(wholeAmount);
  const clashes =
    (known?.timing !== undefined && known.timing !== value.timing) ||
    (known?.netDays !== undefined && known.netDays !== value.netDays);
  if (clashes || findings.isContradicted("payment")) {
    findings.clash("payment", clause);
    return text;
  }
  const field = findings.fields.payment;
  findings.note("payment", clause);
  const said = halves ? { ...clause, start: Math.min(halves.start, clause.start) } : clause;
  if (field) findings.goOn("payment", value, said);
  else findings.set("payment", value, said);
  if (days) findings.use([days]);
  return net ? text.replace(net[0], "…") : text;
}

/** "Billing frequency: quarterly" and "Billing: in advance": each says half of a timing. */
const HALF =
  /^\W*(?:billing|bills?|payments?|invoic\w+)\b[^:|=‹]{0,20}[:|=]\W*(?:(?:paid )?(?:in )?(?<at>advance|arrears)|(?<often>annual|yearly|quarterly|monthly)(?:ly)?)\W*$/;
interface Half {
  readonly at?: string | undefined;
  readonly often?: string | undefined;
  readonly start: number;
}
const HALVES = new WeakMap<Findings, Half>();

/** The timing of which one clause says how often and another whether before or after; a half alone is kept for the other. */
function halvesOf(
  text: string,
  { start }: Clause,
  findings: Findings,
): { readonly timing: Timing; readonly start: number } | undefined {
  const groups = HALF.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const [known, own] = [HALVES.get(findings), { at: groups["at"], often: groups["often"], start }];
  HALVES.set(findings, own);
  const [at, often] = [own.at ?? known?.at, own.often ?? known?.often];
  if (known === undefined || at === undefined || often === undefined) return undefined;
  for (const listed of findings.listed)
    if (listed.start === known.start) findings.listed.delete(listed);
  const every = often === "quarterly" || often === "monthly" ? often : "annual";
  return { timing: `${every}-${at === "advance" ? "advance" : "arrears"}`, start: known.start };
}

/** "Net 30, and we offer 2% to who pays at once": the days that stand before what else is paid. */
function beforeOtherSums(text: string): string | undefined {
  const at = OF_OTHER_SUMS.exec(text)?.index ?? text.search(BESIDE);
  const own = text.slice(0, Math.max(0, at));
  const cut = /^[,;]/.test(text.slice(at))
    ? at
    : Math.max(own.lastIndexOf(","), own.lastIndexOf(";"));
  return cut > 0 && NET.test(text.slice(0, cut)) ? text.slice(0, cut) : undefined;
}
const BESIDE = /[,;] (?:and|but|plus|with|there is|we)\b[^,;]*…/;

/** Behind a label all parts speak of it: "billing: annual, in advance". */
const LABEL = /^[\W]*(?:billing|payments?|invoic\w+)(?: (?:terms?|frequency|schedule))?\s*[:=]/;

/** How often: "billed monthly", "once a quarter", "every year". */
const OFTEN: typeof EVERY = (
  [
    ["annual", "annually|yearly|anniversary", "annual|yearly", "year"],
    ["quarterly", "quarterly", "quarterly", "quarter"],
    ["monthly", "monthly", "monthly", "month"],
  ] as const
).map(([timing, adverb, adjective, noun]) => [
  new RegExp(
    `\\b(?:${adverb}|${noun} (?:by|after) ${noun}|(?:one|an?|per) ${noun} (?:ahead|in advance|in arrears)|(?:${adjective}) (?:invoic|bill|instal|pay|pre|post|settle|cycle|basis|in\\b)\\w*|(?:each|every|one (?:per|a|each|every)|once (?:a|per|every|each|in a|in each|in every)|(?:invoices?|bills?|payments?) (?:an?|per|each|every)) (?:\\w+ )?${noun}|${PERIOD.replace("years?|quarters?|months?|periods?", noun)}(?:'s)? (?:fees?|charges?|usage|(?:is|are|shall be|will be|gets|ahead|in advance|before|after|up-?front|at (?:its|the))))\\b`,
  ),
  timing,
]);
/** Words of a period that say nothing of when it is paid. */
const OF_AMOUNTS =
  /\b(?:pre-?paid (?:credits?|balance|amounts?|usage)|annual commit\w*|annual (?:spend|fee)s?|monthly (?:minimum|commit\w*))\b|(?:›|commit\w*|spend|minimum)[ ,(]{1,2}(?:a|per|each) (?:contract )?year\b/g;

function timingOf(text: string): Timing | undefined {
  const [before, after] = [BEFORE.test(text), AFTER.test(text)];
  if (before && after) return undefined;
  if (!PLAINLY.test(text) && (!ASKS_FOR_MONEY.test(text) || OF_OTHER_EVENTS.test(text)))
    if (before || after) return undefined;
  const parts = text
    .split(LABEL.test(text) ? /;/ : /[,;]/)
    .filter((part) => BEFORE.test(part) || AFTER.test(part) || WHOLE.test(part));
  const said = parts.join(",").replace(OF_AMOUNTS, " ");
  const periods = EVERY.filter(([words]) => words.test(said.replace(/‹\w\d+›/g, " ")));
  if (periods.length > 1 && /\bor\b/.test(said)) return undefined;
  const isOfYear = before && /\b(?:annual|yearly) (?:fees?|charges?)\b/.test(parts.join(","));
  const isApart = /\b(?:start|beginning|first day|day one|after the fact)\b/.test(said);
  const whole = text.replace(OF_AMOUNTS, " ");
  const often = OFTEN.filter(([words]) => words.test(whole));
  const ofText = isApart ? EVERY.filter(([words]) => words.test(text)) : often;
  const [only] = periods.length === 0 && ofText.length === 1 ? ofText : periods;
  const [, every = isOfYear ? "annual" : undefined] = only ?? [];
  if (after) return every === undefined ? undefined : `${every}-arrears`;
  if (before && every !== undefined) return `${every}-advance`;
  return WHOLE.test(said) ? "upfront" : undefined;
}
