import type { Currency } from "../../core/currency";
import type { ProposalField } from "../../deal/proposal-fields";
import type {
  OfferReading,
  Payment,
  RateLock,
  Rollover,
  Timing,
} from "../../input/offers/offer-reading";
import { formatCounted, formatExactPercent, formatExactUsd } from "../format/format";

/** What each thing that a proposal may say is called. */
export const FIELD_LABELS: Readonly<Record<ProposalField, string>> = {
  commitmentUsd: "Commitment",
  overage: "Overage",
  forfeitedShareFraction: "Unused commitment",
  termMonths: "Term",
  rollover: "Rollover",
  rateLock: "Rate lock",
  upliftCapFraction: "Renewal cap",
  payment: "Payment",
  currency: "Currency",
};

/** What a proposal says of one of them, in words; undefined where it says nothing. */
export function fieldWords(
  field: ProposalField,
  reading: OfferReading,
  currency: Currency,
): string | undefined {
  switch (field) {
    case "commitmentUsd":
      return reading.commitmentUsd && formatExactUsd(reading.commitmentUsd.value, currency);
    case "overage":
      return reading.overage && overageWords(reading.overage.value);
    case "forfeitedShareFraction":
      return reading.forfeitedShareFraction && forfeitedWords(reading.forfeitedShareFraction.value);
    case "termMonths":
      return reading.termMonths && monthsWords(reading.termMonths.value);
    case "rollover":
      return reading.rollover && rolloverWords(reading.rollover.value);
    case "rateLock":
      return reading.rateLock && lockWords(reading.rateLock.value);
    case "upliftCapFraction":
      return (
        reading.upliftCapFraction &&
        `prices rise by at most ${formatExactPercent(reading.upliftCapFraction.value)}`
      );
    case "payment":
      return reading.payment && paymentWords(reading.payment.value);
    case "currency":
      return reading.currency?.value;
  }
}

const OVERAGE_WORDS = {
  list: "at list",
  committed: "at the committed rate",
  "step-up": "step-up: all usage at the band that it reaches",
  "re-rate": "re-rate: each slice at its own band",
} as const;

function overageWords({
  price,
  premiumFraction,
}: NonNullable<OfferReading["overage"]>["value"]): string {
  const premium = premiumFraction === 0 ? "" : ` plus ${formatExactPercent(premiumFraction)}`;
  return OVERAGE_WORDS[price] + premium;
}

function forfeitedWords(fraction: number): string {
  if (fraction === 1) return "forfeited";
  return fraction === 0 ? "returned" : `${formatExactPercent(fraction)} forfeited`;
}

function monthsWords(months: number): string {
  return months % 12 === 0
    ? formatCounted(months / 12, "year", "years")
    : formatCounted(months, "month", "months");
}

function rolloverWords({
  shareFraction,
  capFraction,
  lifeMonths,
  onlyIfRenewed,
}: Rollover): string {
  const share =
    shareFraction === 1
      ? "what is unused"
      : `${formatExactPercent(shareFraction)} of what is unused`;
  return [
    share,
    capFraction !== undefined && `up to ${formatExactPercent(capFraction)} of the commitment`,
    lifeMonths !== undefined && `for ${monthsWords(lifeMonths)}`,
    onlyIfRenewed && "only if renewed",
  ]
    .filter((part) => part !== false && part !== undefined)
    .join(", ");
}

const LOCKED = {
  prices: "prices stay",
  discount: "the discount stays, prices may change",
  lowerOf: "the lower of agreed and then-current prices",
} as const;

function lockWords(lock: RateLock): string {
  if (lock.locks === "nothing") return "none";
  return `${LOCKED[lock.locks]}, for ${lock.for === "term" ? "the whole term" : monthsWords(lock.for)}`;
}

const TIMINGS: Readonly<Record<Timing, string>> = {
  upfront: "the whole term upfront",
  "annual-advance": "each year in advance",
  "quarterly-advance": "each quarter in advance",
  "monthly-advance": "each month in advance",
  "monthly-arrears": "each month in arrears",
  "quarterly-arrears": "each quarter in arrears",
  "annual-arrears": "each year in arrears",
};

function paymentWords({ timing, netDays }: Payment): string {
  return [timing && TIMINGS[timing], netDays !== undefined && `within ${netDays} days`]
    .filter((part) => part !== false && part !== undefined)
    .join(", ");
}
