/** Why a well-formed question has no answer. In a cell: #N/A with the sentence of describeNoAnswer. */
export type NoAnswerReason =
  | { readonly kind: "topBand"; readonly thresholdUsd: number }
  | { readonly kind: "noUsage"; readonly ratio: "discount" | "coverage" }
  | {
      readonly kind: "noCommitment";
      readonly ratio: "utilization" | "value of a clause" | "burndown";
    }
  | { readonly kind: "largerNeverCostsMore" }
  | { readonly kind: "neverFilled" }
  | { readonly kind: "noStartDate" }
  | { readonly kind: "noTestFilled" }
  | { readonly kind: "totalOfRates" }
  | { readonly kind: "noFall" }
  | { readonly kind: "notUsedUp" }
  | { readonly kind: "fewMonths" }
  | { readonly kind: "nothingLeft" }
  | { readonly kind: "neverPays"; readonly commitmentUsd: number; readonly targetUsd: number }
  | {
      readonly kind: "notAboveCommitment";
      readonly thresholdUsd: number;
      readonly commitmentUsd: number;
    }
  | { readonly kind: "noDiscountSuffices"; readonly targetUsd: number; readonly usageUsd: number }
  | {
      readonly kind: "noExpectedDiscountSuffices";
      readonly targetUsd: number;
      /** Cost of the alternative that the user gave. */
      readonly alternativeUsd?: number | undefined;
    }
  | {
      readonly kind: "notCheapest";
      readonly commitmentUsd: number;
      readonly betterUsd: number;
    }
  | { readonly kind: "averageOfZero" }
  | { readonly kind: "unboundedForecast"; readonly end: "lowest" | "highest" }
  | { readonly kind: "tooLittleHistory"; readonly months: number; readonly needed: number }
  | {
      readonly kind: "untestedMethod";
      readonly method: string;
      readonly months: number;
      /** Methods that this history can test. */
      readonly testable: readonly string[];
    }
  | { readonly kind: "noUsageAhead"; readonly method: string }
  | { readonly kind: "erraticHistory"; readonly cv: number }
  | { readonly kind: "forecastTooLarge" }
  | {
      readonly kind: "tooFewDeals";
      readonly deals: number;
      readonly needed: number;
      /** Band of the commitment; undefined where all deals count. */
      readonly band: string | undefined;
    }
  | { readonly kind: "unknownModel"; readonly model: string }
  | { readonly kind: "noPriceOnDay"; readonly model: string; readonly day: number }
  | { readonly kind: "notSold"; readonly model: string; readonly what: string }
  | {
      readonly kind: "promptTooShort";
      readonly model: string;
      readonly promptAboveTokens: number;
    };

/** There is none, and why. Never NaN, never 0. */
export class NoAnswer {
  constructor(readonly reason: NoAnswerReason) {}
}
