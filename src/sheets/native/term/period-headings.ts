export type PeriodHeading =
  | "Period"
  | "Year"
  | "List index"
  | "Price on its path"
  | "Rate"
  | "Usage"
  | "At list"
  | "Usage at contract prices"
  | "Needed"
  | "Commitment"
  | "Commitment of its test"
  | "Commitment used"
  | "Money of what is used"
  | "Overage used"
  | "Unused"
  | "Rolled"
  | "Lapsed"
  | "Opening credit"
  | "Credit used"
  | "Credit expired"
  | "Closing credit"
  | "Lower commitment next (1 is yes)"
  | "A dollar of it brings back"
  | CreditHeading
  | "Commitment paid"
  | "Overage paid"
  | "Returned"
  | "Cost";

/** What is left of the credit of a test at the start of a period, and what is used of it there. */
export type CreditHeading = `Credit of test ${number} left` | `Credit of test ${number} used`;
export const left = (test: number): CreditHeading => `Credit of test ${test + 1} left`;
export const drawn = (test: number): CreditHeading => `Credit of test ${test + 1} used`;
