import type { PolicyName } from "../core/terms";
import type { OFFER_FIELDS } from "../input/offers/answers/is-answered";
import type { OfferReading, Timing } from "../input/offers/offer-reading";

export type ProposalField = (typeof OFFER_FIELDS)[number];

/** A row of terms that a proposal says. */
export type SaidTerm = readonly [name: PolicyName, value: string | number];

/** Where each goes: into the commitment, into the terms, or into the label of amounts. This list alone decides. */
const PLACES: Readonly<Record<ProposalField, "commitment" | "terms" | "label">> = {
  commitmentUsd: "commitment",
  overage: "terms",
  forfeitedShareFraction: "terms",
  termMonths: "terms",
  rollover: "terms",
  rateLock: "terms",
  upliftCapFraction: "terms",
  payment: "terms",
  currency: "label",
};

/** What a proposal says and where that goes: beside the deal where no term prices it. */
export function placeOfField(field: ProposalField, reading: OfferReading) {
  if (field === "overage") return isUnpriceable(reading) ? "beside" : PLACES[field];
  return reading[field] && policiesOf(field, reading) === undefined ? "beside" : PLACES[field];
}

/** The rows of terms of several years that a proposal says, in the order in which it may say them. */
export function saidTerms(reading: OfferReading): readonly SaidTerm[] {
  return OF_SEVERAL_YEARS.flatMap((field) => policiesOf(field, reading) ?? []);
}

const OF_SEVERAL_YEARS = [
  "termMonths",
  "rollover",
  "rateLock",
  "upliftCapFraction",
  "payment",
] as const satisfies readonly ProposalField[];

/** Overage that no agreement can price. */
function isUnpriceable({ overage }: OfferReading): boolean {
  return (
    overage !== undefined && overage.value.premiumFraction > 0 && isCurved(overage.value.price)
  );
}

function isCurved(price: string | undefined): boolean {
  return price === "step-up" || price === "re-rate";
}

/** Rows of terms that say the same as a field; none where the field is none of several years; undefined where none can. */
function policiesOf(field: ProposalField, reading: OfferReading): readonly SaidTerm[] | undefined {
  switch (field) {
    case "termMonths":
      return termOf(reading);
    case "rollover":
      return rolloverOf(reading);
    case "rateLock":
      return lockOf(reading);
    case "upliftCapFraction":
      return reading.upliftCapFraction && [["Renewal uplift cap", reading.upliftCapFraction.value]];
    case "payment":
      // How many days an invoice may wait moves no date of the model.
      return reading.payment?.value.timing && reading.payment.value.netDays === undefined
        ? [["Payment", PAYMENTS[reading.payment.value.timing]]]
        : undefined;
    default:
      return [];
  }
}

const MOST_MONTHS = 120;

function isWholeYears(months: number): boolean {
  return months > 0 && months % 12 === 0 && months <= MOST_MONTHS;
}

/** Whole years, or months where usage is counted by the month; a part-year has no price beside overage at the band reached. */
function termOf({ termMonths, overage }: OfferReading): readonly SaidTerm[] | undefined {
  if (termMonths === undefined || termMonths.value > MOST_MONTHS) return undefined;
  const months = termMonths.value;
  if (months % 12 === 0) return [["Term", months / 12]];
  if (!Number.isInteger(months) || isCurved(overage?.value.price)) return undefined;
  return [
    ["Term", months / 12],
    ["Period", "month"],
  ];
}

/** A life of whole years, since the commitment is tested by the year. */
function rolloverOf({ rollover, overage }: OfferReading): readonly SaidTerm[] | undefined {
  if (rollover === undefined) return undefined;
  const { shareFraction, capFraction, lifeMonths, onlyIfRenewed } = rollover.value;
  if (isCurved(overage?.value.price) || !isWholeYears(lifeMonths ?? 12)) return undefined;
  return [
    ["Rollover share", shareFraction],
    ...(capFraction === undefined ? [] : [["Rollover cap", capFraction] as const]),
    ...(lifeMonths === undefined ? [] : [["Rollover life", lifeMonths / 12] as const]),
    ...(onlyIfRenewed ? [["Rollover only on renewal", "yes"] as const] : []),
  ];
}

const PATHS = {
  prices: "locked",
  lowerOf: "lower of",
  discount: "percent off list",
  nothing: "percent off list",
} as const;

/** Whole years: list prices move by the year. A discount that stays is what the model has anyway, unless it stays for a while. */
function lockOf({ rateLock, termMonths }: OfferReading): readonly SaidTerm[] | undefined {
  if (rateLock === undefined) return undefined;
  const lock = rateLock.value;
  const path = ["Price path", PATHS[lock.locks]] as const;
  if (lock.locks === "nothing" || lock.for === "term") return [path];
  if (termMonths !== undefined && lock.for >= termMonths.value) return [path];
  if (!isWholeYears(lock.for) || lock.locks === "discount") return undefined;
  return [path, ["Price path lasts", lock.for / 12]];
}

const PAYMENTS: Readonly<Record<Timing, string>> = {
  upfront: "upfront",
  "annual-advance": "annual in advance",
  "quarterly-advance": "quarterly in advance",
  "monthly-advance": "monthly in advance",
  "monthly-arrears": "monthly in arrears",
  "quarterly-arrears": "quarterly in arrears",
  "annual-arrears": "annual in arrears",
};
