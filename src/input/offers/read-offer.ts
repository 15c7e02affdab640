import { type Clause, clausesOf, figuresIn, type Line, linesOf, pattern } from "./clauses";
import { type Committed, type FlatDiscount, readCommitments } from "./commitments";
import { type Figure, figuresOf } from "./figures";
import { Findings } from "./findings";
import { ask, bandsFrom } from "./ladder";
import { readDates, readLengths } from "./length-said";
import type { OfferReading, Reason } from "./offer-reading";
import { readOverage } from "./overage-said";
import { readPayment } from "./payment-said";
import { type Amount, type Point, pointsIn, saysYearly, scaledBy } from "./points";
import { readLock, readUplift } from "./prices-said";
import { joinRanges } from "./ranges";
import { REFUSALS } from "./refusals";
import { beginsOtherLadder, withoutAsides } from "./set-aside";
import { type OfferCell, type Source, type Span, sourceOfCells, sourceOfText } from "./source";
import { readTables } from "./tables";
import { readUnused } from "./unused-said";
import { decimalSign } from "./written-numbers";
import { figuresByYear } from "./years";

/**
 * Reads an offer as it is written: typed lines, an email, a clause, a pasted table, cells.
 *
 * What has one reading is read, what has several is asked, what is not understood is listed, and what was converted is shown
 * (docs/reading-offers.md). Amounts are as written; nothing is converted between currencies.
 *
 * @param input A text, or rows of cells.
 */
export function readOffer(input: string | readonly (readonly OfferCell[])[]): OfferReading {
  const source = typeof input === "string" ? sourceOfText(input) : sourceOfCells(input);
  if (source.text.trim() === "") return refusal("empty", []);
  const figures = joinRanges(figuresOf(source), source.text);
  const lines = linesOf(source);
  const [own, quoted] = [
    lines.filter(({ isQuoted }) => !isQuoted),
    lines.filter(({ isQuoted }) => isQuoted),
  ];
  const read = readLines(own, figures, source);
  if (quoted.length === 0) return read;
  const first = quoted[0] ?? { start: 0, end: 0 };
  const shown = { how: "quoted", from: source.words(first.start, first.end) } as const;
  if (read.refused) {
    const old = readLines(quoted, figures, source);
    return old.refused ? read : { ...old, shown: [...old.shown, shown] };
  }
  const listed = quoted.filter((line) => figures.some((figure) => isWithin(figure, line)));
  const leftOver = [...read.leftOver, ...listed.map(({ start, end }) => source.words(start, end))];
  return { ...read, leftOver, shown: [...read.shown, shown] };
}

function refusal(reason: Reason, leftOver: readonly string[]): OfferReading {
  return { bands: [], asks: [], shown: [], leftOver, refused: { reason, says: REFUSALS[reason] } };
}

function isWithin(figure: Span, span: Span): boolean {
  return figure.start >= span.start && figure.end <= span.end;
}

/** What the clauses of a text say, before it is put together. */
interface Said {
  readonly points: Point[];
  readonly committed: Committed[];
  readonly flats: FlatDiscount[];
  readonly lengths: { readonly figure: Figure; readonly span: Span }[];
  readonly refusals: Set<Reason>;
}

function readLines(lines: readonly Line[], all: readonly Figure[], source: Source): OfferReading {
  const findings = new Findings(source);
  const said: Said = { points: [], committed: [], flats: [], lengths: [], refusals: new Set() };
  const offered = withoutOtherLadders(lines, all, source);
  const tables = readTables(offered, all, findings);
  said.points.push(...tables.points);
  findings.asks.push(...tables.asks);
  if (tables.saysUnitPrices) said.refusals.add("unitPrices");
  const prose = joinedLines(
    offered.filter((line) => !tables.lines.has(line)),
    source,
  );
  const years = figuresByYear(prose, all, source.text);
  const ofYears = new Set(years.flatMap(({ all: figures }) => figures));
  const dates = prose.map((line) => readDates(line, all, findings)).find((found) => found);
  const yearlyHeadings = [...tables.headings];
  const texts = prose.flatMap((line) => clausesOf(line, all, source));
  for (const clause of texts) readClause(clause, all, ofYears, findings, said, yearlyHeadings);
  const scale = scaleSaid(prose, all, source);
  const scaled = <T extends { readonly amount?: Amount }>(one: T): T =>
    one.amount ? { ...one, amount: scaledBy(one.amount, scale) } : one;
  const priced: Said = {
    ...said,
    points: said.points.map(scaled),
    committed: said.committed.map(scaled),
  };
  if (isSliced(texts)) said.refusals.add("slices");
  if (
    all.some(
      ({ kind, start }) =>
        kind === "unitPrice" && offered.some((line) => start >= line.start && start < line.end),
    )
  )
    said.refusals.add("unitPrices");
  const termMonths = readTerm(said, dates, findings);
  readCurrency(priced, source, lines, findings);
  const points = readCommitments(
    withOneCurrency(priced, findings),
    findings.asks.some(({ about }) => about === "whichCurrency") ? [] : priced.committed,
    said.flats,
    years,
    termMonths,
    yearlyHeadings.some(saysYearly),
    findings,
  );
  const bands = bandsFrom(askedAsTotal(points, tables.headings, termMonths, findings), findings);
  if (bands.length > 0 || findings.asks.length > 0)
    if (decimalSign(source.text) !== "point" && !source.rows)
      findings.show("decimalComma", lines[0] ?? { start: 0, end: source.text.length });
  return assembled(bands, said, lines, all, findings);
}

function assembled(
  bands: OfferReading["bands"],
  { refusals }: Said,
  lines: readonly Line[],
  all: readonly Figure[],
  findings: Findings,
): OfferReading {
  const { fields, asks, shown } = findings;
  const leftOver = leftOverOf(lines, all, findings);
  const { overage, forfeitedShareFraction, rollover, rateLock, upliftCapFraction } = fields;
  const isOffer =
    bands.length > 0 ||
    asks.some(({ about }) => about !== "whichTerm") ||
    fields.commitmentUsd !== undefined;
  const isTerms = [overage, forfeitedShareFraction, rollover, rateLock, upliftCapFraction].some(
    (field) => field !== undefined,
  );
  if (refusals.has("slices")) return refusal("slices", leftOver);
  const isPriced =
    bands.length > 0 ||
    asks.some(({ about }) => about !== "whichTerm" && about !== "whichCommitment");
  if (!isPriced)
    for (const reason of ["amountsOff", "unitPrices", "notMoney"] as const)
      if (refusals.has(reason)) return refusal(reason, leftOver);
  if (!isOffer && !isTerms) return refusal("noOffer", leftOver);
  return { bands, ...fields, asks, shown, leftOver };
}

/** Without what follows the heading of another ladder, of support fees or service credits, to the next empty line. */
function withoutOtherLadders(
  lines: readonly Line[],
  all: readonly Figure[],
  source: Source,
): readonly Line[] {
  let isOther = false;
  return lines.flatMap((line) => {
    const wasOther = isOther;
    const clauses = wasOther ? [] : clausesOf(line, all, source);
    const heading = clauses.find((clause) => beginsOtherLadder(clause.text));
    isOther =
      !line.endsBlock && (wasOther || (heading !== undefined && heading === clauses.at(-1)));
    if (wasOther) return [];
    if (heading === undefined || heading !== clauses.at(-1)) return [line];
    return heading === clauses[0] ? [] : [{ ...line, end: heading.start }];
  });
}

const IN_THOUSANDS =
  /\b(?:amounts?|figures|values?|all|commitments?|spend|thresholds?|prices|usd|eur|gbp|dollars)\b[^.]*\b(?:in|are)\b[^.]{0,15}\b(?<unit>thousands?|millions?|000s?|\$?k\b)|\(\s*(?:in )?(?:usd|eur|gbp|us)?[ $€£]*(?<mark>thousands|millions|000s?|k|m)\s*\)/;

/** What a line of words says that all amounts are multiplied by. */
function scaleSaid(lines: readonly Line[], all: readonly Figure[], source: Source): number {
  for (const line of lines) {
    const figures = all.filter((figure) => isWithin(figure, line) && figure.value !== 0);
    const text = source.text.slice(line.start, line.end).toLowerCase();
    const { unit, mark } = IN_THOUSANDS.exec(text)?.groups ?? {};
    const said = unit ?? mark;
    if (said !== undefined && figures.every(({ kind }) => kind === "aside"))
      return said.startsWith("m") ? 1e6 : 1e3;
  }
  return 1;
}

const ENDS_OPEN =
  /(?:\b(?:of|at|for|from|to|the|a|an|and|or|with|over|above|than|least|per|by|on|in|is|are|we|you|your|our|up|annual|that)|,)\s*$/i;

/** Lines that a mail program wrapped, as one. */
function joinedLines(lines: readonly Line[], source: Source): readonly Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const before = last ? source.text.slice(last.start, last.end) : "";
    const own = source.text.slice(line.start, line.end);
    const isNext = last !== undefined && !last.endsBlock && line.start === last.end + 1;
    const wraps =
      before.length - before.lastIndexOf("\n") > 45 &&
      !/[.:;!?|]\s*$/.test(before) &&
      !/[\t|]/.test(before + own);
    const goesOn = /^[a-z]/.test(own) || (ENDS_OPEN.test(before) && !/^\s*[-•*]/.test(own));
    if (last && isNext && wraps && goesOn && !source.rows)
      joined.splice(-1, 1, { ...line, start: last.start });
    else joined.push(line);
  }
  return joined;
}

function readClause(
  clause: Clause,
  all: readonly Figure[],
  ofYears: ReadonlySet<Figure>,
  findings: Findings,
  said: Said,
  yearlyHeadings: string[],
): void {
  let text = withoutAsides(clause.text);
  if (clause.figures.length === 0 && /\b(?:commit\w*|spend|bands?|tiers?|discounts?)\b/.test(text))
    yearlyHeadings.push(text);
  if (pattern("Q[^;]*P|P[^;]*Q").test(clause.text)) said.refusals.add("notMoney");
  text = readOverage(text, clause, all, findings);
  text = readUnused(text, clause, all, findings);
  text = readUplift(text, clause, all, findings);
  text = readLock(text, clause, all, findings);
  text = readPayment(text, clause, all, findings);
  for (const figure of readLengths(text, all, findings))
    said.lengths.push({ figure, span: clause });
  if (readTwoCurrencies(text, clause, all, findings)) return;
  const taken = new Set([...findings.used, ...ofYears]);
  const { points, amounts, discounts, saysMoneyOff } = pointsIn(text, clause, all, taken);
  if (saysMoneyOff) said.refusals.add("amountsOff");
  said.points.push(...points);
  said.flats.push(...discounts.map((discount) => ({ discount, span: clause })));
  said.committed.push(
    ...committedAmong(amounts, text, clause, all).map((amount) => ({ amount, span: clause })),
  );
}

const EITHER = /^\s*(?:,|\/|or|and)\s*(?:or |and )?(?:an? |the )?$/;

function between(text: string, one: Amount, other: Amount, all: readonly Figure[]): string {
  const places = [one, other].map(({ figure }) =>
    text.search(new RegExp(`‹\\w${all.indexOf(figure)}›`)),
  );
  return text.slice(text.indexOf("›", places[0]) + 1, places[1]);
}

/** Amounts called commitments: "either a $500k or an $800k commitment" calls both one. */
function committedAmong(
  amounts: readonly Amount[],
  text: string,
  clause: Clause,
  all: readonly Figure[],
): readonly Amount[] {
  const isSaid = (amount: Amount): boolean =>
    amount.figure.kind === "money" || amount.usd >= 1000 || (clause.isLine && /[:|=]/.test(text));
  return amounts.filter((amount, index) => {
    const next = amounts[index + 1];
    const isEither = next?.isCommitment === true && EITHER.test(between(text, amount, next, all));
    return (amount.isCommitment || isEither) && isSaid(amount);
  });
}

const SLICES = [
  pattern(
    "\\b(?:on|for|of|to)? ?(?:the |your )?first G[^]*\\b(?:next|rest|remain\\w+|everything|anything|balance|thereafter|beyond|above|over|excess|then)\\b",
  ),
  /\b(?:each|every|the) (?:rate|discount|tier|band|percentage)\b[^;]*\b(?:only|solely)\b[^;]*\b(?:portion|slice|increment|part|within|falls?|between)\b/,
  /\b(?:marginal|graduated|progressive|incremental) (?:discounts?|tiers?|bands?|basis|rates?|pricing)\b|\bapplies only to (?:the )?(?:spend|usage|portion|amount)\b/,
];

/** Whether discounts apply to slices of spend. */
function isSliced(clauses: readonly Clause[]): boolean {
  const text = clauses.map((clause) => withoutAsides(clause.text)).join("\n");
  return (text.match(/‹[pn]\d+›/g) ?? []).length > 1 && SLICES.some((slices) => slices.test(text));
}

function readTerm(
  { lengths }: Said,
  dates: ReturnType<typeof readDates>,
  findings: Findings,
): number | undefined {
  const months = [
    ...new Set([...lengths.map(({ figure }) => figure.value), ...(dates ? [dates.months] : [])]),
  ];
  findings.use(...lengths.map(({ figure }) => figure), ...(dates?.dates ?? []));
  const span = lengths[0]?.span ?? dates?.dates[0];
  const [only] = months;
  if (span === undefined || only === undefined) return undefined;
  if (months.length > 1) {
    const readings = months
      .toSorted((one, other) => one - other)
      .map((value) => ({ value, says: `${value} months` }));
    ask(findings, "whichTerm", span, readings);
    return Math.max(...months);
  }
  const end = lengths[0] ? span.end : (dates?.dates[1]?.end ?? span.end);
  findings.fields.termMonths = { value: only, from: findings.words({ start: span.start, end }) };
  return only;
}

/** A clause whose amounts are in two currencies is a question of its own. */
function readTwoCurrencies(
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
  findings.use(...figures.filter(({ kind }) => kind === "money" || kind === "percent"));
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
function withOneCurrency(said: Said, findings: Findings): readonly Point[] {
  const codes = codesOf(said);
  const isMixed = codes.length > 1 && codes.some((code) => code !== "$" && code !== "USD");
  const first = said.points[0]?.span;
  if (!isMixed || first === undefined) return said.points;
  askCurrency(codes, first, findings);
  for (const { amount, discounts } of said.points)
    findings.use(
      ...[amount?.figure, ...discounts.map(({ figure }) => figure)].flatMap(
        (figure) => figure ?? [],
      ),
    );
  return [];
}

const CURRENCY_SAID =
  /\b(?:in|of|currency[:| ]+(?:is )?|amounts? (?:in|are)|figures in|all)\s*\(?(us dollars?|u\.s\. dollars?|euros?|pounds sterling|swiss francs|usd|eur|gbp|chf|cad|aud|inr|jpy|sek|nok|dkk|sgd|nzd)\b|\(\s*(usd|eur|gbp|chf|cad|aud|inr|jpy|sek|nok|dkk|sgd|nzd)\b|\b(usd|eur|gbp|chf)(?: k\b|'000|\s?m\b)/i;
const CODE_OF_NAME: readonly (readonly [RegExp, string])[] = [
  [/^u\.?s/i, "USD"],
  [/^eu/i, "EUR"],
  [/^po|^gb/i, "GBP"],
  [/^sw|^chf/i, "CHF"],
];

/** The currency by a sign or a code of an amount, else by the words of a heading. */
function readCurrency(
  said: Said,
  source: Source,
  lines: readonly Line[],
  findings: Findings,
): void {
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
  for (const line of lines) {
    const found = CURRENCY_SAID.exec(source.text.slice(line.start, line.end));
    const name = found?.[1] ?? found?.[2] ?? found?.[3];
    if (name === undefined) continue;
    const value = CODE_OF_NAME.find(([words]) => words.test(name))?.[1] ?? name.toUpperCase();
    findings.fields.currency = { value, from: findings.words(line) };
    return;
  }
}

/** Under a heading of commitments that names no year, a term of several years makes one question of the column. */
function askedAsTotal(
  points: readonly Point[],
  headings: readonly string[],
  termMonths: number | undefined,
  findings: Findings,
): readonly Point[] {
  const heading = headings.find((text) => /commit/.test(text));
  const isYearly =
    heading === undefined || saysYearly(heading) || points.some(({ amount }) => amount?.isPerYear);
  const amount = points.find((point) => point.amount)?.amount;
  if (isYearly || termMonths === undefined || termMonths <= 12 || amount === undefined)
    return points;
  const yearly = Math.round((amount.usd / (termMonths / 12)) * 100) / 100;
  const first = points[0]?.span ?? amount.figure;
  const readings = [yearly, amount.usd].map((value) => ({
    value,
    says: value.toLocaleString("en-US"),
  }));
  ask(
    findings,
    "totalOrYearly",
    { start: first.start, end: points.at(-1)?.span.end ?? first.end },
    readings,
  );
  for (const point of points)
    findings.use(
      ...[point.amount?.figure, ...point.discounts.map(({ figure }) => figure)].flatMap(
        (figure) => figure ?? [],
      ),
    );
  return [];
}

/** Every phrase whose figures no rule took, in the order of the input. */
function leftOverOf(
  lines: readonly Line[],
  all: readonly Figure[],
  findings: Findings,
): readonly string[] {
  const { source, used, listed } = findings;
  const phrases: string[] = [];
  const add = (span: Span): void => {
    const words = findings.words(span);
    if (words !== "" && !phrases.includes(words)) phrases.push(words);
  };
  const left = (span: Span): readonly Figure[] =>
    all.filter(
      (figure) => isWithin(figure, span) && (!used.has(figure) || figure.high?.kind === "broken"),
    );
  for (const line of lines)
    for (const clause of clausesOf(line, all, source)) {
      const isListed = [...listed].some(
        (span) => span.start === clause.start || (span.start <= line.start && span.end >= line.end),
      );
      const figures = left(clause);
      if (!isListed && figures.length === 0) continue;
      const isUntouched = !clause.figures.some((figure) => used.has(figure));
      if (isListed || isUntouched) add(clause);
      else for (const part of partsOf(clause, source, figures, used)) add(part);
    }
  return phrases;
}

/** The parts between commas that hold figures left over; only the figure itself where its part was read. */
function partsOf(
  clause: Clause,
  { text }: Source,
  left: readonly Figure[],
  used: ReadonlySet<Figure>,
): readonly Span[] {
  const within = (at: number): boolean =>
    clause.figures.some(({ start, end }) => start <= at && at < end);
  const cuts = [...text.slice(clause.start, clause.end).matchAll(/[,()|]/g)]
    .map(({ index }) => clause.start + index)
    .filter((at) => !within(at));
  return left.map((figure) => {
    const broken = figure.high?.kind === "broken" ? figure.high : undefined;
    if (broken) return broken;
    const start = Math.max(
      clause.start,
      ...cuts.filter((cut) => cut < figure.start).map((cut) => cut + 1),
    );
    const end = Math.min(clause.end, ...cuts.filter((cut) => cut >= figure.end));
    const isRead = clause.figures.some(
      (other) => used.has(other) && isWithin(other, { start, end }),
    );
    return isRead ? figure : { start, end };
  });
}
