import type { PricedBand } from "../core/agreement";
import { formatShortUsd, toCents } from "../core/money";
import { NoAnswer } from "../core/no-answer";
import type { BandStanding, Crossing, Standing, TermChange } from "../sensitivity/standing";
import {
  formatExactPercent,
  formatExactUsd,
  formatList,
  formatPercent,
  formatPoints,
  formatUsd,
} from "./format";

/** Changes named in the sentence; the table has all of them. */
const MOST_CHANGES = 3;

/** Where the commitment stands: "At $480,000 you are in the $250k to $500k band at 10%." */
export function placeSentence({ here }: Standing): string {
  const discount = formatExactPercent(here.discountFraction);
  if (toCents(here.commitmentUsd) === 0)
    return here.discountFraction === 0
      ? "Without a commitment, usage is paid on demand at list prices."
      : `Without a commitment, usage is paid on demand at ${discount} off list.`;
  const at = `At ${formatExactUsd(here.commitmentUsd)} you are`;
  if (!here.written) return `${at} ${here.name}, the first threshold, and earn no discount.`;
  if (here.discountFraction === 0)
    return `${at} in the ${here.name} band, which earns no discount.`;
  return `${at} in the ${here.name} band at ${discount}.`;
}

/** What the next threshold would take and bring, or that there is none. */
export function crossingSentence({ here, next, usageUsd }: Standing): string {
  if (next instanceof NoAnswer)
    return "This is the top band: there is no higher threshold to reach.";
  const promised = toCents(here.commitmentUsd) !== 0;
  const reach = promised
    ? `${formatExactUsd(next.extraCommitmentUsd)} more reaches ${formatShortUsd(next.band.thresholdUsd)}`
    : `A commitment of ${formatExactUsd(next.band.commitmentUsd)} reaches the first threshold`;
  const terms = changesPhrases(next.changes);
  const { costChangeUsd } = next;
  if (costChangeUsd === undefined || usageUsd === undefined) {
    const discount = discountPhrase(next.discountChangeFraction);
    return `${reach}: it ${formatList([discount, ...terms])}.`;
  }
  const cents = toCents(costChangeUsd);
  if (cents === 0) return `${reach}: at this usage it costs the same${tail("and", terms)}.`;
  const amount = formatUsd(Math.abs(costChangeUsd));
  return cents < 0
    ? `${reach}: at this usage it would save ${amount} a year${tail("and", terms)}.`
    : `${reach}: at this usage it would cost ${amount} more a year${tail("but", terms)}.`;
}

function tail(word: "and" | "but", terms: readonly string[]): string {
  return terms.length === 0 ? "" : `, ${word} ${formatList(terms)}`;
}

function discountPhrase(changeFraction: number): string {
  if (changeFraction === 0) return "leaves the discount as it is";
  const points = formatPoints(Math.abs(changeFraction));
  return changeFraction > 0 ? `adds ${points} of discount` : `takes away ${points} of discount`;
}

/** What else the threshold brings, one verb a phrase: "adds Rate lock: 12 months and Renewal cap: 7%". */
function changesPhrases(changes: readonly TermChange[]): readonly string[] {
  const named = changes.slice(0, MOST_CHANGES);
  const texts = named.flatMap((change) => (change.kind === "text" ? [change] : []));
  const added = texts.filter(({ before }) => before === "");
  const lost = texts.filter(({ after }) => after === "");
  const altered = texts.filter(({ before, after }) => before !== "" && after !== "");
  const more = changes.length - named.length;
  return [
    ...named.flatMap((change) => (change.kind === "text" ? [] : [pricedPhrase(change)])),
    ...verb("adds", added, ({ heading, after }) => `${heading}: ${after}`),
    ...verb(
      "changes",
      altered,
      ({ heading, before, after }) => `${heading} from ${before} to ${after}`,
    ),
    ...verb("loses", lost, ({ heading }) => heading),
    ...(more === 0 ? [] : [`changes ${more === 1 ? "one more term" : `${more} more terms`}`]),
  ];
}

function verb<T>(word: string, items: readonly T[], write: (item: T) => string): readonly string[] {
  return items.length === 0 ? [] : [`${word} ${formatList(items.map(write))}`];
}

function pricedPhrase(change: Exclude<TermChange, { kind: "text" }>): string {
  return change.kind === "overage"
    ? `prices overage ${overageWords(change.after)}`
    : `leaves unused commitment ${forfeitureWords(change.after)}`;
}

/** How usage beyond the commitment is priced, after "overage is priced". */
export function overageWords({ overage, overagePremiumFraction }: PricedBand): string {
  const premium =
    overagePremiumFraction === 0
      ? ""
      : ` ${overagePremiumFraction > 0 ? "+" : ""}${formatExactPercent(overagePremiumFraction)}`;
  switch (overage) {
    case "list":
      return `at list${premium}`;
    case "committed":
      return `at the committed rate${premium}`;
    case "step-up":
      return "at the best band it reaches";
    case "re-rate":
      return "at each band’s rate as it is reached";
  }
}

/** What becomes of commitment that was not used. */
export function forfeitureWords({ forfeitedFraction }: PricedBand): string {
  if (forfeitedFraction === 1) return "forfeited";
  if (forfeitedFraction === 0) return "returned";
  return `${formatExactPercent(forfeitedFraction)} forfeited`;
}

/** What the commitment counts, in words; the most expensive undefined word in a commitment. */
export function basisSentence({ basis, here }: Standing): string {
  switch (basis) {
    case undefined:
      return "";
    case "net":
      return "Net basis: the commitment is what you must spend, after the discount.";
    case "list": {
      const cost = here.year
        ? `; ${formatExactUsd(here.commitmentUsd)} at list costs ${formatUsd(here.year.commitmentUsd)}`
        : "";
      return `List basis: the commitment is what you must use at list prices${toCents(here.commitmentUsd) === 0 ? "" : cost}.`;
    }
  }
}

/** One line of the comparison: now, and at the next threshold where there is one. */
export interface ComparedRow {
  readonly label: string;
  readonly here: string;
  readonly next: string | undefined;
  readonly differs: boolean;
  readonly weight: "line" | "total";
}

function compare(
  label: string,
  { here, next }: Standing,
  write: (band: BandStanding) => string,
  weight: ComparedRow["weight"] = "line",
): ComparedRow {
  const now = write(here);
  const then = next instanceof NoAnswer ? undefined : write(next.band);
  return { label, here: now, next: then, differs: then !== undefined && then !== now, weight };
}

/** What the year costs, line by line, so that the lines sum to the cost. Empty without usage or terms. */
export function yearRows(standing: Standing): readonly ComparedRow[] {
  const { here, next, basis } = standing;
  if (!here.year) return [];
  const sides = next instanceof NoAnswer ? [here] : [here, next.band];
  const years = sides.flatMap(({ year }) => (year ? [year] : []));
  type Year = (typeof years)[number];
  const row = (
    label: string,
    write: (year: Year) => string,
    weight: ComparedRow["weight"] = "line",
  ): ComparedRow => compare(label, standing, ({ year }) => (year ? write(year) : ""), weight);
  const some = (amount: (year: Year) => number): boolean =>
    years.some((year) => toCents(amount(year)) !== 0);
  const onDemand = toCents(here.commitmentUsd) === 0 && next instanceof NoAnswer;
  return [
    row(basis === "list" ? "Commitment at the discount" : "Commitment", (year) =>
      formatUsd(year.commitmentUsd),
    ),
    row(onDemand ? "On demand" : "Usage beyond it", (year) => formatUsd(year.overageUsd)),
    ...(some((year) => year.returnedUsd)
      ? [row("Shortfall returned", (year) => formatUsd(year.returnedUsd))]
      : []),
    row("Cost for the year", (year) => formatUsd(year.costUsd), "total"),
    row("Saving against list", (year) => formatUsd(year.savingUsd)),
    row("Discount received", (year) => answered(year.receivedFraction)),
    row("Commitment not used", (year) => formatUsd(year.shortfallUsd)),
    row("Utilization", (year) => answered(year.utilizationFraction)),
  ];
}

function answered(answer: number | NoAnswer): string {
  return answer instanceof NoAnswer ? "n/a" : formatPercent(answer);
}

/** What each band carries: its discount, its priced terms and what its further columns say. */
export function carriesRows(standing: Standing): readonly ComparedRow[] {
  const { here, next } = standing;
  const sides = next instanceof NoAnswer ? [here] : [here, next.band];
  const headings = new Set(sides.flatMap(({ texts }) => texts.map(({ heading }) => heading)));
  const priced = sides.some(({ terms }) => terms !== undefined);
  return [
    compare("Discount", standing, ({ discountFraction }) => formatExactPercent(discountFraction)),
    ...(priced
      ? [
          compare("Overage", standing, ({ terms }) => (terms ? overageWords(terms) : NOTHING)),
          compare("Unused commitment", standing, ({ terms }) =>
            terms ? forfeitureWords(terms) : NOTHING,
          ),
        ]
      : []),
    ...[...headings].map((heading) =>
      compare(
        heading,
        standing,
        ({ texts }) => texts.find((text) => text.heading === heading)?.text ?? NOTHING,
      ),
    ),
  ];
}

const NOTHING = "none";

/** Headings of the two columns. */
export function columnHeadings({ here, next }: Standing): readonly [string, string | undefined] {
  const now = toCents(here.commitmentUsd) === 0 ? "On demand" : "Now";
  return [now, next instanceof NoAnswer ? undefined : nextHeading(next)];
}

function nextHeading({ band }: Crossing): string {
  return `At ${formatShortUsd(band.thresholdUsd)}`;
}

/** Where the bands come from, as their own columns say: "Source of the bands: Illustrative. Confidence: Low." */
export function provenanceSentence({ provenance }: Standing): string {
  return provenance
    .map(({ heading, values }, index) => {
      const whose = index === 0 ? " of the bands" : "";
      return `${heading}${whose}: ${values.join("; ")}.`;
    })
    .join(" ");
}
