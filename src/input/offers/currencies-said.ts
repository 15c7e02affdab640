import { ask } from "./ask";
import { type Clause, figuresIn, type Line } from "./clauses";
import type { Figure } from "./figures/figure";
import type { Findings } from "./findings";
import type { Point } from "./points/point";
import type { Said } from "./said";
import type { Source, Span } from "./source";

/** A clause whose amounts are in two currencies is a question of its own. */
export function readTwoCurrencies(
  text: string,
  clause: Clause,
  all: readonly Figure[],
  findings: Findings,
): boolean {
  const figures = figuresIn(text, all);
  const codes = [
    ...new Set(
      figures.filter(({ kind }) => kind === "money").flatMap(({ currency }) => currency ?? []),
    ),
  ];
  if (codes.length < 2 || !codes.some((code) => code !== "$" && code !== "USD")) return false;
  askCurrency(codes, clause, findings);
  findings.use(figures.filter(({ kind }) => kind === "money" || kind === "percent"));
  return true;
}

function askCurrency(codes: readonly string[], span: Span, findings: Findings): void {
  if (findings.asks.some(({ about }) => about === "whichCurrency")) return;
  const readings = codes
    .map((code) => (code === "$" ? "USD" : code))
    .map((value) => ({ value, says: `amounts in ${value}` }));
  ask(findings, "whichCurrency", span, readings);
}

function codesOf({ points, committed }: Said): readonly string[] {
  const amounts = [...points.map(({ amount }) => amount), ...committed.map(({ amount }) => amount)];
  return [...new Set(amounts.flatMap((amount) => amount?.figure.currency ?? []))];
}

/** Points in two currencies are one question; without it, all points stay. */
export function withOneCurrency(said: Said, findings: Findings): readonly Point[] {
  const codes = codesOf(said);
  const isMixed = codes.length > 1 && codes.some((code) => code !== "$" && code !== "USD");
  const first = said.points[0]?.span;
  if (!isMixed || first === undefined) return said.points;
  askCurrency(codes, first, findings);
  for (const { amount, discounts } of said.points)
    findings.use(
      [amount?.figure, ...discounts.map(({ figure }) => figure)].flatMap((figure) => figure ?? []),
    );
  return [];
}

const CURRENCY_SAID =
  /\b(?:in|of|currency[:| ]+(?:is )?|amounts? (?:in|are)|figures in|all(?: (?:figures|amounts|prices|values|annual,?|are|in))*)\s*\(?(us dollars?|u\.s\. dollars?|euros?|pounds sterling|swiss francs|usd|eur|gbp|chf|cad|aud|inr|jpy|sek|nok|dkk|sgd|nzd)\b|\(\s*k?(us dollars?|u\.s\. dollars?|euros?|pounds sterling|swiss francs|usd|eur|gbp|chf|cad|aud|inr|jpy|sek|nok|dkk|sgd|nzd)\b|\b(usd|eur|gbp|chf)(?: k\b|\s?'?000|\s?m\b)|([€£])(?<=(?:^|[\s([,|;:/])(?:k|m|mn|mm|mio\.? ?)?.)(?<!\d\s?(?:k|m|mn|mio\.?|t)?\s?.)(?=\s?'?000s?\b|\s?(?:k|m|mn|mm|mio\.?|thousands?|millions?)?(?:\s*(?:[^\w\s']|$)|\t| {2,}| in\b))|_(usd|eur|gbp|chf)(?![a-z])/i;

/** Behind the words of a column, "Threshold USD", or its period, "Spend (per quarter, EUR)". */
const LAST_OF_HEADING =
  /[([][^()\d]{0,25}[,;/ ]\s*(usd|eur|gbp|chf|cad|aud)\s*[)\]]|(?:^|[\t|;,])[^\t|;,()\d]{2,30} (usd|eur|gbp|chf|cad|aud)(?=\s*(?:[\t|;,]|$))/i;

/** Says in what to pay, which need not be what amounts are in. */
const OF_PAYING = /\b(?:pay\w*|invoic\w*|possible|equivalent|bank|convert\w*)\b/i;

/** No amount with a $ is in one of these. */
const WITHOUT_DOLLAR = /^(?:EUR|GBP|CHF)$/;

const CODE_OF_NAME: readonly (readonly [RegExp, string])[] = [
  [/^u\.?s/i, "USD"],
  [/^eu|€/i, "EUR"],
  [/^po|^gb|£/i, "GBP"],
  [/^sw|^chf/i, "CHF"],
];

/** Of amounts that wait for an answer, as those of a ramp or of several columns do. */
function currencyOfTaken(
  lines: readonly Line[],
  findings: Findings,
): Findings["fields"]["currency"] {
  const taken = [...findings.used].filter(({ currency }) => currency !== undefined);
  const [code, ...others] = new Set(taken.map(({ currency }) => currency));
  const line = lines.find(
    ({ start, end }) => start <= (taken[0]?.start ?? 0) && (taken[0]?.start ?? 0) < end,
  );
  if (code === undefined || code === "$" || others.length > 0 || line === undefined)
    return undefined;
  return { value: code, from: findings.words(line) };
}

/** The currency by a sign or a code of an amount, else by the words of a heading. */
export function readCurrency(
  said: Said,
  source: Source,
  lines: readonly Line[],
  headings: readonly string[],
  findings: Findings,
): void {
  if (findings.asks.some(({ about }) => about === "whichCurrency")) return;
  const named = codesOf(said).filter((code) => code !== "$");
  const amounts = [...said.points, ...said.committed];
  const holder = amounts.find(({ amount }) => amount?.figure.currency === named[0])?.span;
  const [code] = named;
  if (named.length === 1 && code !== undefined && holder) {
    if (codesOf(said).includes("$") && code !== "USD") return;
    findings.fields.currency = { value: code, from: findings.words(holder) };
    return;
  }
  if (named.length > 0) return;
  const asked = currencyOfTaken(lines, findings);
  if (asked) {
    findings.fields.currency = asked;
    return;
  }
  for (const line of lines) {
    const words = source.text.slice(line.start, line.end);
    const found =
      CURRENCY_SAID.exec(words) ??
      (headings.some((heading) => words.toLowerCase().includes(heading))
        ? LAST_OF_HEADING.exec(words)
        : null);
    const name = found?.[1] ?? found?.[2] ?? found?.[3] ?? found?.[4] ?? found?.[5];
    if (name === undefined || (found?.[2] === undefined && OF_PAYING.test(words))) continue;
    const value = CODE_OF_NAME.find(([words]) => words.test(name))?.[1] ?? name.toUpperCase();
    if (codesOf(said).includes("$") && WITHOUT_DOLLAR.test(value)) continue;
    findings.fields.currency = { value, from: findings.words(line) };
    return;
  }
}
