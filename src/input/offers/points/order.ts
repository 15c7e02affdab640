import { ask, saysPercent } from "../ask";
import { isWithin } from "../figures/figures-within";
import type { Findings } from "../findings";
import type { OfferedBand } from "../offer-reading";
import type { Span } from "../source";
import { figuresOfPoint, type Point } from "./point";
import type { Step } from "./upper-bounds";

/** Bands in ascending order, each threshold once; two discounts for one are a question. */
export function inOrder(
  steps: readonly Step[],
  others: readonly Point[],
  findings: Findings,
): readonly OfferedBand[] {
  const sorted = steps.toSorted((one, other) => one.thresholdUsd - other.thresholdUsd);
  const bands: OfferedBand[] = [];
  const groups = new Map<number, Step[]>();
  for (const step of sorted) {
    const group = groups.get(step.thresholdUsd);
    if (group) group.push(step);
    else groups.set(step.thresholdUsd, [step]);
  }
  const kept = new Set<Step>();
  let before: Step | undefined;
  for (const [thresholdUsd, group] of groups) {
    const rival = others.filter(
      ({ amount, discounts }) => amount?.usd === thresholdUsd && discounts.length === 1,
    );
    const fractions = [
      ...new Set([
        ...group.map(({ discountFraction }) => discountFraction),
        ...rival.map(({ discounts: [discount] }) => discount?.fraction ?? 0),
      ]),
    ];
    const [step] = group;
    if (step === undefined) continue;
    const { span } = step.point;
    const isOptions = rival.length > 0 || areToldApart(group, findings);
    const readings = fractions.map((value) => ({ value, says: saysPercent(value) }));
    if (fractions.length === 1 || !isOptions) kept.add(step);
    if (fractions.length > 1) {
      for (const point of rival) findings.use(figuresOfPoint(point));
      ask(
        findings,
        isOptions ? "whichOffer" : "conflict",
        {
          start: span.start,
          end: group.reduce((end, { point }) => Math.max(end, point.span.end), 0),
        },
        readings,
      );
      before = undefined;
      continue;
    }
    const end = before?.highUsd;
    if (before && end !== undefined && thresholdUsd < end) {
      const values = [before.discountFraction, step.discountFraction];
      ask(
        findings,
        "conflict",
        span,
        values.map((value) => ({ value, says: saysPercent(value) })),
      );
      continue;
    }
    const unit = Math.max(1, (end ?? 0) * 0.0102);
    if (end !== undefined && thresholdUsd - end > unit) findings.show("gap", span);
    before = step;
    const name =
      step.point.name === undefined ? undefined : asWritten(step.point.name, span, findings);
    bands.push({
      thresholdUsd,
      discountFraction: step.discountFraction,
      ...(name !== undefined && { name }),
      from: findings.words(span),
    });
  }
  // Of several rounds or options each has an order of its own.
  const told = steps.filter((step) => kept.has(step));
  const isSorted = told.every(
    (step, index) => step.thresholdUsd >= (told[index - 1]?.thresholdUsd ?? 0),
  );
  if (!isSorted && told[0]) findings.show("sorted", told[0].point.span);
  return bands;
}

const OPTIONS =
  /\b(?:(?:options?|round|proposal|version|scenario|offer|vendor) (?:[a-z]|\d)\b|options?|offer(?:ed)?|ask(?:ed)?|round|proposal|version|revised|earlier|previous(?:ly)?|before|now|we|ours?|theirs?|standard(?! (?:tier|band|level|plan)\b)|negotiated|your?|old|new|current|original(?:ly)?|(?:up|down) from|was|updated|improved|special|initial|final|best|scenario|alternative(?:ly)?|instead|counter|position|buyer|vendor|first|second|third|latest|last|later|newer|today|yesterday|(?:mon|tues|wednes|thurs|fri)day|(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december))\b/g;

/** "Option B", over the lines of one of them. */
const OPTION_HEADING =
  /\n\W*(?:options?|round|proposal|version|scenario|offer|alternative|variant) (?:[a-z]|\d)\b[^\n‹]{0,30}\n/i;

/** Words of every offer, which tell nothing where only one of two has them. */
const OF_EVERY_OFFER = /^(?:we|ours?|your?|offer(?:ed)?|position|proposal)$/;

/** Whether words of sides, rounds or options tell the points of one threshold apart: in two sentences, the same words beside each do not. */
function areToldApart(group: readonly Step[], findings: Findings): boolean {
  const places = group.flatMap(({ point: { span } }) => [span.start, span.end]);
  const text = findings.source.text.slice(Math.min(...places), Math.max(...places)).trim();
  const areLines = group.every(
    ({ point: { amount, span } }) => amount && isWithin(amount.figure, span),
  );
  if (areLines && OPTION_HEADING.test(text)) return true;
  const isOneSentence = !/[.!?]\s|\n/.test(text);
  const words = group.map(({ point }) =>
    [...around(point.span, findings).toLowerCase().matchAll(OPTIONS)].map(([word]) => word),
  );
  const own = words.map((said) => said.filter((word) => !OF_EVERY_OFFER.test(word)));
  const differ = (lists: readonly (readonly string[])[]): boolean =>
    new Set(lists.map((list) => list.join(" "))).size > 1;
  if (isOneSentence) return words.some(({ length }) => length > 0);
  return differ(own) || (words.every(({ length }) => length > 0) && differ(words));
}

/** The words of a span, and those of its sentence before it. */
function around({ start, end }: Span, { source }: Findings): string {
  const line = source.text.slice(Math.max(0, start - 60), start);
  return (line.split(/\n|[.!?;](?:\s|$)/).at(-1) ?? "") + source.text.slice(start, end);
}

/** A name with the capitals of the input; one of a table has them. */
function asWritten(name: string, span: Span, findings: Findings): string {
  if (name !== name.toLowerCase()) return name;
  const words = findings.words(span);
  const at = words.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? name : words.slice(at, at + name.length);
}
