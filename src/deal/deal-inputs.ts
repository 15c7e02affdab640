/** The parts of a deal, named as their cells are. */
export const DEAL_INPUTS = ["Bands", "Terms", "Usage", "Commitment", "Forecast"] as const;
export type DealInput = (typeof DEAL_INPUTS)[number];

/** Something for each part of a deal. */
export type ByPart<T> = Readonly<Record<DealInput, T>>;

/** Makes something for each part of a deal. */
export function byPart<T>(make: (part: DealInput) => T): ByPart<T> {
  return {
    Bands: make("Bands"),
    Terms: make("Terms"),
    Usage: make("Usage"),
    Commitment: make("Commitment"),
    Forecast: make("Forecast"),
  };
}

/** References to the cells of a deal, as text for a formula: a name, DealBands[#All], or an address such as Sheet1!$A$1:$C$5. */
export interface DealReferences {
  readonly bands: string;
  readonly terms: string | null;
  readonly usage: string | null;
  readonly commitment: string | null;
  /** What usage may be; without it usage counts as certain. */
  readonly forecast: string | null;
}

/** The cells of a deal as they stand in the workbook: raw values, to be read by src/input. */
export interface DealCells {
  readonly references: DealReferences;
  /** Whether the user chose the cells in the pane; else they are found by their names. */
  readonly chosen: boolean;
  readonly bands: readonly (readonly unknown[])[];
  readonly terms: readonly (readonly unknown[])[] | null;
  readonly usage: unknown;
  readonly commitment: unknown;
  readonly forecast: readonly (readonly unknown[])[] | null;
  /** The cells around a forecast that is one row or column, which may say what its numbers are. */
  readonly forecastBeside?: readonly (readonly unknown[])[] | null;
  /** Whether the user said that each number of the forecast is a year that is possible. */
  readonly eachIsAYear?: boolean;
  /** Where the cells stand, as an address with its sheet; null for a part without cells. */
  readonly addresses?: ByPart<string | null>;
}
