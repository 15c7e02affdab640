import type { Ask, Choice, OfferReading } from "../offer-reading";
import { isSameFigure } from "./figures-in-words";

/** A question that is asked once for a whole list, and so answered once. */
export function isOfList({ about }: Ask): boolean {
  return about === "scale" || about === "separator";
}

export function valuesOf({ readings }: Ask): string {
  return JSON.stringify(readings.map(({ value }) => value));
}

export function isSameAsk(one: Ask, other: Ask): boolean {
  return one.about === other.about && one.from === other.from && valuesOf(one) === valuesOf(other);
}

/** What an offer may say beside its bands, in the order in which people ask. */
export const OFFER_FIELDS = [
  "commitmentUsd",
  "overage",
  "forfeitedShareFraction",
  "termMonths",
  "rollover",
  "rateLock",
  "upliftCapFraction",
  "payment",
  "currency",
] as const satisfies readonly (keyof OfferReading)[];

/** Whether the answer shows in what was read, its question is gone, and nothing that was read before is lost. */
export function isAnswered(
  before: OfferReading,
  after: OfferReading,
  ask: Ask,
  value: number | string,
): boolean {
  if (after.refused) return false;
  const isKnown = (one: Ask): boolean =>
    before.asks.some((other) => other.about === one.about && valuesOf(other) === valuesOf(one));
  // A length that is known raises the question whether an amount is a year's.
  const isRaised = (one: Ask): boolean =>
    ask.about === "whichTerm" && one.about === "totalOrYearly";
  const isLeft = (one: Ask): boolean =>
    !isSameAsk(one, ask) &&
    (isKnown(one) || isRaised(one) || (isOfList(one) && one.about === ask.about));
  // A question that an answer makes needless is gone only with one of its readings in its place.
  const isKept = (one: Ask): boolean =>
    isSameAsk(one, ask) ||
    after.asks.some((other) => other.about === one.about && valuesOf(other) === valuesOf(one)) ||
    one.readings.some((choice) => holds(after, choice.value)) ||
    after.asks.some(isRaised) ||
    (isOfList(one) && one.about === ask.about);
  const isFewer = after.asks.length < before.asks.length || isOfList(ask);
  const keepsBands = before.bands.every((band) =>
    after.bands.some(
      ({ thresholdUsd, discountFraction }) =>
        thresholdUsd === band.thresholdUsd && discountFraction === band.discountFraction,
    ),
  );
  const keepsFields = OFFER_FIELDS.every(
    (field) =>
      before[field] === undefined ||
      JSON.stringify(before[field]?.value) === JSON.stringify(after[field]?.value),
  );
  return (
    isFewer &&
    after.asks.every(isLeft) &&
    before.asks.every(isKept) &&
    keepsBands &&
    keepsFields &&
    shows(before, after, ask, value)
  );
}

/** Whether a value is among what was read. */
function holds(
  { bands, commitmentUsd, termMonths }: OfferReading,
  value: Choice["value"],
): boolean {
  const read = [
    ...bands.flatMap((band) => [band.thresholdUsd, band.discountFraction]),
    ...[commitmentUsd, termMonths].flatMap((found) => found?.value ?? []),
  ];
  return typeof value === "number" && read.some((one) => isSameFigure(one, value));
}

function shows(
  before: OfferReading,
  after: OfferReading,
  { about }: Ask,
  value: number | string,
): boolean {
  const { commitmentUsd, termMonths, overage, rollover } = after;
  const made = after.bands.filter(
    (band) =>
      !before.bands.some(
        (one) =>
          one.thresholdUsd === band.thresholdUsd && one.discountFraction === band.discountFraction,
      ),
  );
  const is = (number: number | undefined): boolean =>
    number !== undefined && typeof value === "number" && isSameFigure(number, value);
  const isThreshold = made.some(({ thresholdUsd }) => is(thresholdUsd));
  const isDiscount = made.some(({ discountFraction }) => is(discountFraction));
  const isCommitment = is(commitmentUsd?.value);
  switch (about) {
    case "scale":
    case "separator":
      return isThreshold || isCommitment;
    case "sharedUnit":
      return (isThreshold && made.length === 1) || isCommitment;
    case "totalOrYearly":
      return isThreshold || isCommitment;
    case "notFirm":
      return (
        (made.length === 1 && (isThreshold || isDiscount)) || (made.length === 0 && isCommitment)
      );
    case "discountRange":
    case "whichOffer":
      return made.length === 1 && isDiscount;
    case "conflict":
      return made.length === 1;
    case "percentOrFraction":
      return isDiscount;
    case "whichCommitment":
    case "ramp":
      return isCommitment;
    case "whichTerm":
      return is(termMonths?.value);
    case "whichColumn":
      return made.length > 0;
    case "overageBase":
      return overage?.value.price === value;
    case "rolloverBase":
      return (
        rollover !== undefined &&
        (rollover.value.capFraction !== undefined) === (value === "commitment")
      );
    case "whichCurrency":
      return made.length > 0;
  }
}
