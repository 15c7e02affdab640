/** A value, and the phrase that gives it, word for word as in the input; of cells, the texts of the row joined by " | ". */
export interface Found<T> {
  readonly value: T;
  readonly from: string;
}

/** When an agreement is paid: "upfront" is the whole term at once. */
export type Timing =
  | "upfront"
  | "annual-advance"
  | "quarterly-advance"
  | "monthly-advance"
  | "monthly-arrears"
  | "quarterly-arrears"
  | "annual-arrears";

export interface OfferedBand {
  /** As written: nothing is converted between currencies. */
  readonly thresholdUsd: number;
  readonly discountFraction: number;
  readonly name?: string;
  readonly from: string;
}

export interface OfferedOverage {
  readonly price: "list" | "committed" | "step-up" | "re-rate";
  readonly premiumFraction: number;
}

export interface Rollover {
  /** Of the unused commitment. */
  readonly shareFraction: number;
  /** Of the commitment. */
  readonly capFraction?: number;
  readonly lifeMonths?: number;
  readonly onlyIfRenewed?: true;
}

/** What stays the same, and for how many months, or the whole term. */
export type RateLock =
  | { readonly locks: "prices" | "discount" | "lowerOf"; readonly for: "term" | number }
  | { readonly locks: "nothing" };

export interface Payment {
  readonly timing?: Timing;
  readonly netDays?: number;
}

/** What a question asks. */
export type About =
  | "discountRange"
  | "notFirm"
  | "scale"
  | "separator"
  | "sharedUnit"
  | "totalOrYearly"
  | "whichCommitment"
  | "whichTerm"
  | "whichColumn"
  | "ramp"
  | "percentOrFraction"
  | "overageBase"
  | "rolloverBase"
  | "whichCurrency"
  | "conflict"
  | "whichOffer";

/** How a number came from what is written. */
export type How =
  | "exclusiveBound"
  | "upperBounds"
  | "annualised"
  | "scaledByHeading"
  | "sharedUnit"
  | "percentByHeading"
  | "percentTaken"
  | "paidShare"
  | "decimalComma"
  | "sorted"
  | "gap"
  | "ceiling"
  | "quoted";

export interface Choice {
  /** A number, a word such as "list", or null: leave it out. */
  readonly value: number | string | null;
  readonly says: string;
}

/** A phrase with two readings or more. What it asks about is absent until it is answered. */
export interface Ask {
  readonly about: About;
  readonly from: string;
  readonly readings: readonly Choice[];
}

export interface Shown {
  readonly how: How;
  readonly from: string;
}

export type Reason = "empty" | "unitPrices" | "amountsOff" | "notMoney" | "slices" | "noOffer";

/** What a text or a block of cells offers. What is neither read nor asked is in `leftOver`. */
export interface OfferReading {
  /** Ascending, each threshold once. */
  readonly bands: readonly OfferedBand[];
  readonly commitmentUsd?: Found<number>;
  readonly termMonths?: Found<number>;
  readonly forfeitedShareFraction?: Found<number>;
  readonly upliftCapFraction?: Found<number>;
  readonly overage?: Found<OfferedOverage>;
  readonly rollover?: Found<Rollover>;
  readonly rateLock?: Found<RateLock>;
  readonly payment?: Found<Payment>;
  /** ISO 4217; a bare $ names none. */
  readonly currency?: Found<string>;
  readonly asks: readonly Ask[];
  /** Every conversion, for the user to see beside the number. */
  readonly shown: readonly Shown[];
  /** Phrases not understood, in the order of the input. */
  readonly leftOver: readonly string[];
  /** Then there are no bands, fields and asks. */
  readonly refused?: { readonly reason: Reason; readonly says: string };
}
