/** Something beside the bands, as it was understood. */
export interface Understood {
  readonly label: string;
  readonly words: string;
  /** The phrase that it comes from. */
  readonly from: string;
  /** Whether it is part of the deal; else it goes beside it, not priced yet. */
  readonly isPriced: boolean;
}
