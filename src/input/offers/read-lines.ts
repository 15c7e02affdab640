import { withdrawDoubted } from "./checks/doubted-claims";
import { leavesOut, withoutConditional } from "./checks/held-in-part";
import { leftOverOf } from "./checks/left-over";
import { hintsAtTerm, namesUnreadTerm } from "./checks/unread-terms";
import { leavesOpen } from "./checks/unsettled";
import { type Clause, clausesOf, figuresIn, type Line, LONGEST, pattern } from "./clauses";
import { readCommitments, yearlyAmount } from "./commitments";
import { committedAmong } from "./committed-amounts";
import { readCurrency, readTwoCurrencies, withOneCurrency } from "./currencies-said";
import { figuresByYear } from "./figures/by-year";
import type { Figure } from "./figures/figure";
import { figuresWithin } from "./figures/figures-within";
import { COUNTED } from "./figures/written-amounts";
import { signOf } from "./figures/written-numbers";
import { Findings } from "./findings";
import { withoutNotes } from "./footnotes";
import { scaleSaid } from "./heading-scale";
import { withPeriods } from "./leading-periods";
import { isOfOthers, withoutDenied } from "./not-offered";
import type { OfferReading, Reason } from "./offer-reading";
import { withdrawTermsOfOptions } from "./options";
import { withoutOtherLadders } from "./other-ladders";
import { withoutOtherVendors, withoutRivals } from "./other-vendors";
import { type Amount, saysYearly, scaledBy } from "./points/amounts";
import { contestedByTerm } from "./points/by-term";
import { bandsFrom } from "./points/ladder";
import { pointsIn } from "./points/points";
import { stackedPoints } from "./points/stacked-points";
import { NOT_BELOW_ALL, refusal } from "./refusals";
import type { Said } from "./said";
import { withoutAsides } from "./set-aside";
import { isSliced } from "./slices";
import type { Source } from "./source";
import type { TablePoints } from "./tables/table-body";
import { readTables } from "./tables/tables";
import { isHeadingOfTerm, termParts } from "./term-parts";
import { withSubjects } from "./terms/carried-subjects";
import { readDateLines, readDates, readLengths } from "./terms/length-said";
import { readOverage } from "./terms/overage-said";
import { readPayment } from "./terms/payment-said";
import { readLock, readUplift } from "./terms/prices-said";
import { readTerm } from "./terms/term-said";
import { readUnused } from "./terms/unused-said";
import { topicsOf } from "./topics";
import { askedAsTotal } from "./total-or-yearly";
import { joinedLines } from "./wrapped-lines";
import { yearOfTotal } from "./year-of-total";
import { yearlyThroughout } from "./yearly-amounts";

export function readLines(
  lines: readonly Line[],
  all: readonly Figure[],
  source: Source,
): OfferReading {
  const findings = new Findings(source);
  const offered = withoutOtherLadders(lines, all, source);
  const tables = readTables(offered, all, findings);
  const said: Said = {
    points: tables.points.filter(({ discounts }) => discounts.length > 0),
    ends: tables.points.filter(({ discounts }) => discounts.length === 0),
    committed: [...tables.committed],
    singles: [],
    flats: [],
    lengths: lengthOf(tables, source),
    others: [],
    marks: new Set(),
    refusals: new Set(tables.refusals),
  };
  const prose = joinedLines(
    offered.filter((line) => !tables.lines.has(line)),
    source,
  );
  const clauses = prose.flatMap((line) => clausesOf(line, all, source));
  // What was spent in years past is no commitment.
  const offeredByYear = clauses.filter(({ text }) => !/\bspent\b[^;]*‹m/.test(text));
  const years = figuresByYear(offeredByYear, all, source.text);
  const ofYears = new Set(years.flatMap(({ all: figures }) => figures));
  const dates =
    prose.map((line) => readDates(line, all, findings)).find((found) => found) ??
    readDateLines(prose, all, source.text);
  const yearlyHeadings = [...tables.headings];
  const texts = withoutNotes(clauses, source);
  for (const clause of withSubjects(withPeriods(withoutRivals(withoutOtherVendors(texts)))))
    readClause(clause, all, ofYears, findings, said, yearlyHeadings);
  withdrawTermsOfOptions(texts, findings);
  const stacked = stackedPoints(said.committed, said.flats, source);
  // "1M API calls: 5%; 5M: 10%": beside counts, a figure without a currency counts as well.
  const areCounts =
    said.refusals.has("notMoney") &&
    said.points.every(({ amount }) => amount?.figure.currency === undefined);
  const paired: Said = areCounts
    ? { ...said, points: [] }
    : stacked.length === 0
      ? said
      : { ...said, points: [...said.points, ...stacked], committed: [], flats: [] };
  const scale = scaleSaid(prose, all, source);
  const scaled = <T extends { readonly amount?: Amount }>(one: T): T =>
    one.amount ? { ...one, amount: scaledBy(one.amount, scale) } : one;
  const priced: Said = yearlyThroughout({
    ...paired,
    points: contestedByTerm(
      paired.points,
      paired.committed.length > 0 ? paired.committed : paired.singles,
      texts,
      all,
    )
      .map(scaled)
      .toSorted((one, other) => one.span.start - other.span.start),
    ends: paired.ends.map(scaled),
    committed: paired.committed.map(scaled),
    singles: paired.singles.map(scaled),
  });
  const rows =
    tables.points.length > 0 ? offered.flatMap((line) => clausesOf(line, all, source)) : texts;
  if (isSliced(rows)) said.refusals.add("slices");
  if (offered.some((line) => givesUnitPrices(line, all, source))) said.refusals.add("unitPrices");
  const termMonths = readTerm(said, dates, findings);
  const byYear = years
    .filter(({ figures }) => new Set(figures.map(({ value }) => value)).size === 1)
    .flatMap(({ figures: [figure], span }) =>
      figure ? { amount: yearlyAmount(figure), span } : [],
    );
  const amounts = { ...priced, committed: [...priced.committed, ...byYear] };
  const committed =
    priced.committed.length > 0 ? priced.committed : yearOfTotal(priced.singles, all, termMonths);
  const points = readCommitments(
    withOneCurrency(priced, findings),
    findings.asks.some(({ about }) => about === "whichCurrency") ? [] : committed,
    paired.flats,
    years,
    termMonths,
    yearlyHeadings.some(saysYearly),
    findings,
  );
  const bands = bandsFrom(
    askedAsTotal(points, tables.headings, termMonths ?? tables.headingLength?.value, findings),
    priced,
    findings,
  );
  readCurrency(amounts, source, lines, tables.headings, findings);
  if (bands.length > 0 || findings.asks.length > 0)
    if (signOf(source) !== "point")
      findings.show("decimalComma", lines[0] ?? { start: 0, end: source.text.length });
  return assembled(bands, said, lines, all, findings);
}

/** "Total commitment over the 36-month term" over a column says how long the agreement is. */
function lengthOf({ headingLength: figure }: TablePoints, { text }: Source): Said["lengths"] {
  const isTerm =
    figure &&
    (/^[ -]*(?:contract |initial )?term\b/i.test(text.slice(figure.end)) ||
      /(?:\(|\b(?:over|across|for|within)(?: the)?) ?$/i.test(text.slice(0, figure.start)));
  return figure && isTerm ? [{ figure, span: figure }] : [];
}

const PER_UNIT = new RegExp(
  `(?:\\bper|/)\\s?(?:(?:1|1,?000)?\\s?(?:k|m|mm|million|thousand)?\\s?)(?:${COUNTED.source}|h(?:ou)?rs?\\b)`,
  "i",
);

/** Whether a line gives a price per unit, or is the heading of such prices. */
function givesUnitPrices(line: Line, all: readonly Figure[], { text }: Source): boolean {
  const figures = figuresWithin(line, all);
  return (
    figures.some(({ kind }) => kind === "unitPrice") ||
    (!figures.some(({ kind }) => kind === "money") &&
      PER_UNIT.test(text.slice(line.start, Math.min(line.end, line.start + LONGEST))))
  );
}

function assembled(
  bands: OfferReading["bands"],
  { refusals }: Said,
  lines: readonly Line[],
  all: readonly Figure[],
  findings: Findings,
): OfferReading {
  withdrawDoubted(findings, all);
  const reason = reasonToRefuse(bands, refusals, findings);
  // What is refused is not read, so all of its figures are left over.
  if (reason !== undefined) findings.used.clear();
  const leftOver = leftOverOf(lines, all, findings);
  const isAll =
    reason === "noOffer" && all.some(({ kind, value }) => kind === "percent" && value >= 1);
  if (reason !== undefined) return refusal(reason, leftOver, isAll ? NOT_BELOW_ALL : undefined);
  const { fields, asks, shown } = findings;
  return { bands, ...fields, asks, shown, leftOver };
}

function reasonToRefuse(
  bands: OfferReading["bands"],
  refusals: ReadonlySet<Reason>,
  { fields, asks }: Findings,
): Reason | undefined {
  const { overage, forfeitedShareFraction, rollover, rateLock, upliftCapFraction } = fields;
  const asked = asks.filter(({ about }) => about !== "whichTerm");
  // Beside a price of a unit, figures without a currency are prices and counts.
  const isPriced =
    bands.length > 0 ||
    asked.some(
      ({ about }) =>
        about !== "whichCommitment" && !(about === "scale" && refusals.has("unitPrices")),
    );
  const isOffer = bands.length > 0 || asked.length > 0 || fields.commitmentUsd !== undefined;
  const isTerms = [overage, forfeitedShareFraction, rollover, rateLock, upliftCapFraction].some(
    (field) => field !== undefined,
  );
  if (refusals.has("slices")) return "slices";
  const told = (["amountsOff", "unitPrices", "notMoney"] as const).find((one) => refusals.has(one));
  if (!isPriced && told !== undefined) return told;
  return isOffer || isTerms ? undefined : "noOffer";
}

/** Dashes between more than three parts are commas, "$1M - 18% - 36 months - overage at list", and so is a mark between parts that each name a term. */
function withCommas(masked: string): string {
  return [" - ", " / ", " // "].reduce((text, mark) => {
    const parts = text.split(mark);
    const isList = parts.length > 3 && (mark === " - " || topicsOf(text).length > 0);
    const isOfTerms = parts.length > 1 && parts.every((part) => topicsOf(part).length > 0);
    return isList || isOfTerms ? parts.join(" , ") : text;
  }, masked);
}

const COUNT_AND_SHARE = pattern("(?:Q|S)[^;]*P|P[^;]*(?:Q|S)");
const WITH_PLUS = pattern("(?:^|[\\s,(:])\\+\\s?P");

/** Each takes what it reads out of the text, so that no later one reads it again. */
const TERMS = [readOverage, readUnused, readUplift, readLock, readPayment] as const;

function readClause(
  clause: Clause,
  all: readonly Figure[],
  ofYears: ReadonlySet<Figure>,
  findings: Findings,
  said: Said,
  yearlyHeadings: string[],
): void {
  if (clause.text.length > LONGEST) return;
  let text = withoutAsides(withCommas(clause.text));
  if (clause.figures.length === 0 && /\b(?:commit\w*|spend|bands?|tiers?|discounts?)\b/.test(text))
    yearlyHeadings.push(text);
  if (COUNT_AND_SHARE.test(clause.text)) said.refusals.add("notMoney");
  text = termParts(text)
    .map((part) => {
      if (isHeadingOfTerm(clause.text)) return part;
      if (!leavesOpen(part))
        return TERMS.reduce((left, read) => read(left, { ...clause, part }, all, findings), part);
      findings.listed.add(clause);
      return part;
    })
    .join("");
  if (namesUnreadTerm(clause.text, clause, findings)) findings.listed.add(clause);
  text = withoutConditional(text);
  for (const figure of readLengths(text, all, findings))
    said.lengths.push({ figure, span: clause });
  if (readTwoCurrencies(text, clause, all, findings)) return;
  const isTaken = (figure: Figure): boolean => findings.used.has(figure) || ofYears.has(figure);
  if (isOfOthers(clause.text))
    said.others.push(...pointsIn(clause.text, clause, all, isTaken).points);
  if (WITH_PLUS.test(clause.text)) said.marks.add("plus");
  const offered = withoutDenied(text);
  const { points, amounts, discounts, ends, saysMoneyOff } = pointsIn(
    offered,
    clause,
    all,
    isTaken,
  );
  if (saysMoneyOff) said.refusals.add("amountsOff");
  said.points.push(...points);
  if (clause.isLine)
    said.ends.push(
      ...ends.map((amount) => ({ span: clause, amount, discounts: [], isContested: false })),
    );
  said.flats.push(...discounts.map((discount) => ({ discount, span: clause })));
  said.singles.push(...amounts.map((amount) => ({ amount, span: clause })));
  const isNothing =
    points.length + amounts.length + discounts.length === 0 &&
    !findings.isReadIn(clause) &&
    !(clause.figures.length > 0 && clause.figures.every((figure) => ofYears.has(figure)));
  if (isNothing ? hintsAtTerm(clause.text) : leavesOut(text)) findings.listed.add(clause);
  // What is committed to in one year only is no commitment of the agreement.
  const isOfYear = figuresIn(offered, all).some(
    (figure) => figure.kind === "label" && !isTaken(figure),
  );
  if (isOfYear) return;
  said.committed.push(
    ...committedAmong(amounts, offered, clause, all).map((amount) => ({ amount, span: clause })),
  );
}
