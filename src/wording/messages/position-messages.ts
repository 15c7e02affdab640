import type {
  BandPosition,
  BandStep,
  CommitmentPosition,
} from "../../analysis/commitment-position";
import type { TermChange } from "../../analysis/term-changes";
import type { PricedBand } from "../../core/agreement";
import type { Currency } from "../../core/currency";
import { toCents } from "../../core/money";
import { NoAnswer } from "../../core/no-answer";
import { labelUsd, statedUsd } from "../format/approximate";
import {
  formatExactPercent,
  formatExactUsd,
  formatList,
  formatPercent,
  formatPoints,
  formatUsd,
} from "../format/format";
import { forfeitureWords, overageWords } from "./terms-words";

/** Changes named in the sentence; the table has all of them. */
const MOST_CHANGES = 3;
const LONGEST_TEXT = 32;

/** The band of the commitment: "At $480,000 you are in the $250k to $500k band at 10%." */
export function placeSentence({ here }: CommitmentPosition, currency: Currency): string {
  const discount = formatExactPercent(here.discountFraction);
  if (toCents(here.commitmentUsd) === 0)
    return here.discountFraction === 0
      ? "Without a commitment, usage is paid on demand at list prices."
      : `Without a commitment, usage is paid on demand at ${discount} off list.`;
  const at = `At ${statedUsd(here.commitmentUsd, currency)} you are`;
  if (!here.written) return `${at} ${here.name}, the first threshold, and earn no discount.`;
  if (here.discountFraction === 0)
    return `${at} in the ${here.name} band, which earns no discount.`;
  return `${at} in the ${here.name} band at ${discount}.`;
}

/** What the next threshold would take and bring, or that there is none. */
export function crossingSentence(
  { here, next, usageUsd }: CommitmentPosition,
  currency: Currency,
): string {
  if (next instanceof NoAnswer)
    return "This is the top band: there is no higher threshold to reach.";
  const promised = toCents(here.commitmentUsd) !== 0;
  const reach = promised
    ? `${statedUsd(next.extraCommitmentUsd, currency)} more reaches ${labelUsd(next.band.thresholdUsd, currency)}`
    : `A commitment of ${statedUsd(next.band.commitmentUsd, currency)} reaches the first threshold`;
  const { costChangeUsd } = next;
  if (costChangeUsd === undefined || usageUsd === undefined)
    return `${reach}: it ${discountPhrase(next.discountChangeFraction)}. ${changesSentence(next, "also")}`;
  const cents = toCents(costChangeUsd);
  const amount = formatUsd(Math.abs(costChangeUsd), currency);
  if (cents < 0)
    return `${reach}: at this usage it would save ${amount} a year. ${changesSentence(next, "also")}`;
  if (cents === 0)
    return `${reach}: at this usage the year costs the same. ${changesSentence(next, "also")}`;
  return `${reach}: at this usage it would cost ${amount} more a year. ${changesSentence(next, "in return")}`;
}

function discountPhrase(changeFraction: number): string {
  if (changeFraction === 0) return "leaves the discount as it is";
  const points = formatPoints(Math.abs(changeFraction));
  return changeFraction > 0 ? `adds ${points} of discount` : `takes away ${points} of discount`;
}

/** What else the threshold brings, one verb a phrase: "It also adds Rate lock: 12 months and Renewal cap: 7%." */
function changesSentence({ changes }: BandStep, link: "also" | "in return"): string {
  if (changes.length === 0) return "No other term changes with it.";
  const named = changes.slice(0, MOST_CHANGES);
  const texts = named.flatMap((change) => (change.kind === "text" ? [change] : []));
  const added = texts.filter(({ before }) => before === "");
  const lost = texts.filter(({ after }) => after === "");
  const altered = texts.filter(({ before, after }) => before !== "" && after !== "");
  const more = changes.length - named.length;
  const phrases = [
    ...named.flatMap((change) => (change.kind === "text" ? [] : [pricedPhrase(change)])),
    ...phrase("adds", added, ({ heading, after }) => `${heading}${shortOnly(": ", after)}`),
    ...phrase("changes", altered, ({ heading, after }) => `${heading}${shortOnly(" to ", after)}`),
    ...phrase("loses", lost, ({ heading }) => heading),
    ...(more === 0 ? [] : [`changes ${more === 1 ? "one more term" : `${more} more terms`}`]),
  ];
  const [first = "", ...rest] = phrases;
  const last = rest.pop();
  const all = last === undefined ? first : `${[first, ...rest].join(", ")}, and ${last}`;
  return link === "also" ? `It also ${all}.` : `In return it ${all}.`;
}

function phrase<T>(
  verb: string,
  items: readonly T[],
  write: (item: T) => string,
): readonly string[] {
  return items.length === 0 ? [] : [`${verb} ${formatList(items.map(write))}`];
}

/** A text that a sentence can carry; a longer one is left to the table. */
function shortOnly(link: string, text: string): string {
  return text.length > LONGEST_TEXT ? "" : link + text;
}

function pricedPhrase(change: Exclude<TermChange, { kind: "text" }>): string {
  return change.kind === "overage"
    ? `prices overage ${overageWords(change.after)}`
    : `leaves a shortfall ${forfeitureWords(change.after)}`;
}

/** What the commitment counts, in words; the most expensive undefined word in a commitment. */
export function basisSentence({ basis, here }: CommitmentPosition, currency: Currency): string {
  switch (basis) {
    case undefined:
      return "";
    case "net":
      return "Net basis: the commitment is what you must spend, after the discount.";
    case "list": {
      const cost = here.year
        ? `; ${statedUsd(here.commitmentUsd, currency)} at list costs ${formatUsd(here.year.commitmentUsd, currency)}`
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
  { here, next }: CommitmentPosition,
  write: (band: BandPosition) => string,
  weight: ComparedRow["weight"] = "line",
): ComparedRow {
  const now = write(here);
  const then = next instanceof NoAnswer ? undefined : write(next.band);
  return { label, here: now, next: then, differs: then !== undefined && then !== now, weight };
}

/** What the year costs, line by line, so that the lines sum to the cost. Empty without usage or terms. */
export function yearRows(standing: CommitmentPosition, currency: Currency): readonly ComparedRow[] {
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
    basis === "list"
      ? row("Commitment at the discount", (year) => formatUsd(year.commitmentUsd, currency))
      : row("Commitment", (year) => formatExactUsd(year.commitmentUsd, currency)),
    row(onDemand ? "On demand" : "Overage", (year) => formatUsd(year.overageUsd, currency)),
    ...(some((year) => year.returnedUsd)
      ? [row("Shortfall returned", (year) => formatUsd(year.returnedUsd, currency))]
      : []),
    row("Cost for the year", (year) => formatUsd(year.costUsd, currency), "total"),
    row("Saving against list", (year) => formatUsd(year.savingUsd, currency)),
    row("Discount received", (year) => answered(year.receivedFraction)),
    row("Shortfall", (year) => formatUsd(year.shortfallUsd, currency)),
    row("Utilization", (year) => answered(year.utilizationFraction)),
  ];
}

function answered(answer: number | NoAnswer): string {
  return answer instanceof NoAnswer ? "n/a" : formatPercent(answer);
}

/** What each band carries: its discount, its priced terms, what becomes of unused commitment, and what its further columns say. */
export function carriesRows(
  standing: CommitmentPosition,
  unusedOf: (band: PricedBand) => string,
): readonly ComparedRow[] {
  const { here, next } = standing;
  const sides = next instanceof NoAnswer ? [here] : [here, next.band];
  const said = sides.flatMap(({ texts }) => texts).filter(({ text }) => text !== "");
  // The band below the first threshold has no columns, so the order is the last side's.
  const headings = (sides.at(-1) ?? here).texts
    .map(({ heading }) => heading)
    .filter((heading) => said.some((text) => text.heading === heading));
  const priced = sides.some(({ terms }) => terms !== undefined);
  return [
    compare("Discount", standing, ({ discountFraction }) => formatExactPercent(discountFraction)),
    ...(priced
      ? [
          compare("Overage", standing, ({ terms }) => (terms ? overageWords(terms) : "n/a")),
          compare("Shortfall", standing, ({ terms }) => (terms ? unusedOf(terms) : "n/a")),
        ]
      : []),
    ...headings.map((heading) =>
      compare(
        heading,
        standing,
        ({ texts }) => texts.find((text) => text.heading === heading)?.text || "none",
      ),
    ),
  ];
}

/** Headings of the two columns. */
export function columnHeadings(
  { here, next }: CommitmentPosition,
  currency: Currency,
): readonly [string, string | undefined] {
  const now = toCents(here.commitmentUsd) === 0 ? "On demand" : "Present";
  return [now, next instanceof NoAnswer ? undefined : nextHeading(next, currency)];
}

function nextHeading({ band }: BandStep, currency: Currency): string {
  return `At ${labelUsd(band.thresholdUsd, currency)}`;
}

/** Where the bands come from, as their own columns say: "Source of the bands: Illustrative. Confidence: Low." */
export function provenanceSentence({ provenance }: CommitmentPosition): string {
  return provenance
    .map(({ heading, values }, index) => {
      const whose = index === 0 ? " of the bands" : "";
      return `${heading}${whose}: ${values.join("; ")}.`;
    })
    .join(" ");
}
