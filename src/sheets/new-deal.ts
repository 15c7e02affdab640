import type { ByKey } from "../deal/deal-inputs";
import type { Formula } from "./formulas/call";
import type { WrittenYear } from "./schedule-table";

/** What a proposal says beside its numbers, as it goes onto the sheet of its deal. */
export interface ProposalOnSheet {
  /** `TERM_ROWS` with the terms that it names in place of the cautious ones, and below them those of several years. */
  readonly termRows: readonly (readonly (string | number)[])[];
  /** The years of its term, where they differ. */
  readonly schedule: readonly WrittenYear[];
  /** What no term says, under `ALSO_SAID_HEADINGS`. */
  readonly alsoSaid: readonly (readonly string[])[];
  /** The proposal itself, a line a cell; empty where it is not kept. */
  readonly text: readonly string[];
}

/** A deal that is to be written onto a sheet of its own, as plain arrays; its terms are the cautious ones, unless a proposal says others. */
export interface NewDeal {
  /** What the sheet says below its title. */
  readonly note: string;
  /** A row for each band, under `BAND_HEADINGS`. */
  readonly bandRows: readonly (readonly (string | number)[])[];
  readonly commitmentUsd: number;
  /** Usage of the year: an amount, or a formula over the names of the deal. */
  readonly usage: (names: ByKey<string>) => string | number;
  /** The forecast with its headings, its values amounts or formulas over the names of the deal. */
  readonly forecastRows: (names: ByKey<string>) => readonly (readonly (string | number)[])[];
  /** A number format for each value of the forecast. */
  readonly forecastFormats: readonly string[];
  /** What else a forecast may be said in; empty for nothing. */
  readonly forecastNote: string;
  readonly proposal?: ProposalOnSheet;
}

/** A result: what it is, its formula, its number format. */
export type ResultRow = readonly [label: string, formula: Formula, format: string];
