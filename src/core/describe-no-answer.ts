import { dayText } from "./calendar";
import type { Currency } from "./currency";
import { count, list, number } from "./faults/text";
import { formatShortUsd, LARGEST_AMOUNT_USD } from "./money";
import type { NoAnswer } from "./no-answer";

/** Why there is no answer, in one sentence. */
export function describeNoAnswer({ reason }: NoAnswer, currency: Currency): string {
  const usd = (amount: number): string => formatShortUsd(amount, currency);
  switch (reason.kind) {
    case "topBand":
      return `There is no higher threshold: the last band starts at ${usd(reason.thresholdUsd)}.`;
    case "noUsage":
      return `Without usage there is no ${reason.ratio} to compute.`;
    case "noCommitment":
      return `Without a commitment there is no ${reason.ratio} to compute.`;
    case "largerNeverCostsMore":
      return "There is no best commitment: all of a shortfall comes back and usage is unbounded, so a larger commitment never costs more.";
    case "neverFilled":
      return "A point of discount is worth nothing here, because the forecast never fills the commitment: there are no points to count in.";
    case "noStartDate":
      return "Without the term Start date there are no dates.";
    case "noTestFilled":
      return "A point of discount is worth nothing here, because usage never fills the commitment: there are no points to count in.";
    case "totalOfRates":
      return "The years have rates and uplifts of their own, which no total adds up.";
    case "noFall":
      return "There is no such index: at no list price does this year get there.";
    case "notUsedUp":
      return "The commitment is not used up within its months.";
    case "fewMonths":
      return "There are fewer months of usage than this pace is the mean of.";
    case "nothingLeft":
      return "The commitment is used up, or no months are left to use it in.";
    case "neverPays":
      return `There is no break-even: at every usage ${usd(reason.targetUsd)} costs more than ${usd(reason.commitmentUsd)}.`;
    case "notAboveCommitment":
      return `${usd(reason.thresholdUsd)} is not above the commitment of ${usd(reason.commitmentUsd)}, so there is no step up to break even on.`;
    case "noDiscountSuffices":
      return `No discount suffices: at this usage another commitment costs less than ${usd(reason.targetUsd)} would at any discount.`;
    case "noExpectedDiscountSuffices":
      return `No discount suffices: under this forecast ${reason.alternativeUsd === undefined ? "another commitment is expected to cost" : `the alternative of ${usd(reason.alternativeUsd)} costs`} less than ${usd(reason.targetUsd)} would at any discount.`;
    case "notCheapest":
      return `${reason.commitmentUsd === 0 ? "No commitment" : usd(reason.commitmentUsd)} is not the cheapest on offer under this forecast: ${reason.betterUsd === 0 ? "no commitment" : usd(reason.betterUsd)} is expected to cost less.`;
    case "averageOfZero":
      return "Average usage is 0, so neither it nor the spread around it can be scaled: give a mean above 0.";
    case "unboundedForecast":
      return `The forecast has no ${reason.end} usage: give a probability ${reason.end === "lowest" ? "above 0" : "below 1"}.`;
    case "tooLittleHistory":
      return `Too little history: ${count(reason.months, "month")}, and a forecast needs ${reason.needed}. Give Low, Mode and High instead.`;
    case "untestedMethod":
      return `${count(reason.months, "month")} of history cannot test the method ${reason.method}: give auto, ${list(reason.testable)}.`;
    case "noUsageAhead":
      return `The method ${reason.method} forecasts no usage, here or in its tests, so there is no spread to give: give Low, Mode and High instead.`;
    case "erraticHistory":
      return `The history is too erratic to forecast: its CV would be ${number(Number(reason.cv.toPrecision(3)))}, above 10. Give Low, Mode and High instead.`;
    case "forecastTooLarge":
      return `The forecast is above ${number(LARGEST_AMOUNT_USD)}, beyond which cents are lost: give another method.`;
    case "tooFewDeals":
      return `Too few to rank: ${count(reason.deals, "comparable deal")}${reason.band ? ` in ${reason.band}` : ""}, ${reason.needed} are needed.`;
    case "unknownModel":
      return `The model ${reason.model} is not in the price book: add a row with its prices, or give the model as the book writes it.`;
    case "noPriceOnDay":
      return `The model ${reason.model} has no price on ${dayText(reason.day)}: add a row to the price book that holds on that day.`;
    case "notSold":
      return `The model ${reason.model} has no price for ${reason.what} in the price book.`;
    case "promptTooShort":
      return `The model ${reason.model} has prices only for prompts of more than ${number(reason.promptAboveTokens)} tokens.`;
  }
}
