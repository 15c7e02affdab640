import { type Clause, figuresIn, pattern } from "../clauses";
import type { Figure } from "../figures/figure";
import type { Findings } from "../findings";
import type { Payment, Timing } from "../offer-reading";

const PAYS =
  /\b(?:bill\w*|invoic\w*|pay|pays|paid|payable|payments?|due|fees|prepa\w+|pre-pa\w+|net|advance|arrears|upfront|up front|settle\w*)\b/;
const EVERY: readonly (readonly [RegExp, "annual" | "quarterly" | "monthly"])[] = [
  [
    /\b(?:annual(?:ly)?|yearly|each year|every year|per year|once a year|year|anniversary)\b/,
    "annual",
  ],
  [/\b(?:quarterly|each quarter|every quarter|per quarter|quarter)\b/, "quarterly"],
  [/\b(?:monthly|each month|every month|per month|month)\b/, "monthly"],
];
const BEFORE =
  /\b(?:in advance|advance|up-?front|up front|pre-?paid|prepay(?:ment|able)?|beginning|start of)\b/;
const AFTER =
  /\b(?:in arrears?|arrears|after the end|at the end of|after (?:the|each|every) (?:month|quarter|year)|month-?end)\b/;
const WHOLE =
  /\b(?:up-?front|up front|in full|pre-?paid|(?:at|on|upon) (?:signing|signature|execution))\b/;
const NET = pattern(
  "\\bnet[- ]?(?:N|T)|\\b(?:due|payable|payment|paid|pay|settled)\\b[^,;]{0,40}?(?<due>T)|\\bwithin (?<within>T) (?:of|from|after)[^,;]{0,20}(?:invoice|receipt|date)|\\b(?:advance|arrears|up-?front|up front),? (?<after>T)|\\b(?:payment )?terms?\\W{1,3}(?<terms>T)|T net\\b|T (?:payment )?terms\\b",
);

/** What is paid beside the price. */
const OF_OTHER_SUMS =
  /\b(?:late|overdue|shortfalls?|unused|unmet|(?:difference|gap|remainder|balance) (?:to|of|in|is|will|shall|becomes?)|refund\w*|notice|disput\w+|terminat\w+|if you (?:pay|prepay)|pay (?:[a-z]+ ){1,5}and (?:an? )?\s*…|rebates?|credit notes?|deposits?|prompt\w*|discount if)\b|…\s+appl(?:y|ies)\b|…\s+(?:is|are) (?:due|payable|paid|billed)\b/;

/** Periods that no timing has. */
const OTHER_PERIOD =
  /\b(?:semi|half|bi)[- ]?(?:annual|year|month|quarter|week)|\b(?:weekly|daily|fortnightly)\b|\b(?:twice|times|(?:invoices|bills|payments|instal+ments)) (?:a|per|each|every) (?:contract )?year\b|\bevery (?:two|three|four|six|other) (?:months|quarters|years)\b|\bevery (?:other|second) (?:month|quarter|year)\b/;
/** A part of the price at a time. */
const INSTALMENT = pattern(
  "P (?:is |are |to be |will be )?(?:due|payable|paid|billed|invoiced|now|at (?:signing|signature)|(?:on|upon) (?:signing|signature|execution)|up-?front|in advance)\\b|\\b(?:half|a third|two thirds|a quarter|the (?:rest|balance|remainder))\\b[^,;]{0,20}\\b(?:up-?front|in advance|(?:at|on|upon) sign\\w*|after)\\b",
);

/** "100% prepayment" says no more than "prepayment". */
const WHOLE_AMOUNT = pattern("P (?:pre-?pa\\w+|up-?front|(?:payable |due |paid )?in advance)\\b");

/** Two percentages, each under its own way of paying. */
function isChoice(text: string): boolean {
  return /‹p\d+›[^‹]*(?:\bor\b|\/|,)[^‹]*‹p\d+›[^‹]*\(?\b(?:monthly|quarterly|annual\w*|upfront|prepa\w+|arrears|advance)/.test(
    text,
  );
}

/** Reads when the agreement is paid, and in how many days. */
export function readPayment(
  text: string,
  clause: Clause,
  all: readonly Figure[],
  findings: Findings,
): string {
  if (!PAYS.test(text)) return text;
  if (OF_OTHER_SUMS.test(text)) {
    if (BEFORE.test(text) || AFTER.test(text)) findings.listed.add(clause);
    return text;
  }
  if (OTHER_PERIOD.test(text) || INSTALMENT.test(text) || isChoice(text)) {
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
  const timing = timingOf(text);
  if (timing === undefined && days === undefined) return text;
  if (timing === undefined && /\b(?:in advance|arrears)\b/.test(text)) findings.listed.add(clause);
  const known = findings.fields.payment?.value;
  const value: Payment = {
    ...known,
    ...(timing !== undefined && { timing }),
    ...(days !== undefined && { netDays: days.value }),
  };
  const wholeAmount = figuresIn(WHOLE_AMOUNT.exec(text)?.[0], all);
  findings.use(wholeAmount.filter(({ value }) => value === 1));
  const clashes =
    (known?.timing !== undefined && known.timing !== value.timing) ||
    (known?.netDays !== undefined && known.netDays !== value.netDays);
  if (clashes || findings.isContradicted("payment")) {
    findings.clash("payment", clause);
    return text;
  }
  const field = findings.fields.payment;
  findings.note("payment", clause);
  if (field) findings.goOn("payment", value, clause);
  else findings.set("payment", value, clause);
  if (days) findings.use([days]);
  return net ? text.replace(net[0], "…") : text;
}

/** Behind a label all parts speak of it: "billing: annual, in advance". */
const LABEL = /^[\W]*(?:billing|payments?|invoic\w+)(?: (?:terms?|frequency|schedule))?\s*[:=]/;

function timingOf(text: string): Timing | undefined {
  const [before, after] = [BEFORE.test(text), AFTER.test(text)];
  if (before && after) return undefined;
  const parts = text
    .split(LABEL.test(text) ? /;/ : /[,;]/)
    .filter((part) => BEFORE.test(part) || AFTER.test(part) || WHOLE.test(part));
  const said = parts
    .join(",")
    .replace(
      /\b(?:pre-?paid (?:credits?|balance|amounts?|usage)|per (?:contract )?year|a year|annual commit\w*|annual (?:spend|fee)s?|monthly (?:minimum|commit\w*))\b/g,
      " ",
    );
  const periods = EVERY.filter(([words]) => words.test(said.replace(/‹\w\d+›/g, " ")));
  if (periods.length > 1 && /\bor\b/.test(said)) return undefined;
  const isOfYear = before && /\b(?:annual|yearly) (?:fees?|charges?)\b/.test(parts.join(","));
  const [, every = isOfYear ? "annual" : undefined] = periods[0] ?? [];
  if (after) return every === undefined ? undefined : `${every}-arrears`;
  if (before && every !== undefined) return `${every}-advance`;
  return WHOLE.test(said) ? "upfront" : undefined;
}
