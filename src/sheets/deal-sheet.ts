import { US_DOLLAR } from "../core/currency";
import { type ByKey, byKey } from "../deal/deal-inputs";
import { BAND_HEADINGS, resultRows, TERM_ROWS } from "./example-deal";
import type { NewDeal } from "./new-deal";

/** Addresses of everything on the sheet of a deal: of its inputs with their headings, and of what is beside them. */
export interface DealLayout extends ByKey<string> {
  /** Of each input the cells to type into. */
  readonly inputs: ByKey<string>;
  readonly block: string;
  readonly thresholds: string;
  readonly discounts: string;
  readonly termsHeading: string;
  readonly termShares: string;
  readonly forecastHeading: string;
  readonly forecastNote: string;
  readonly yearHeading: string;
  readonly yearLabels: string;
  readonly yearInputs: string;
  readonly resultsHeading: string;
  readonly resultLabels: string;
  readonly results: string;
  readonly settlementHeading: string;
  readonly settlement: string;
  readonly settlementAmounts: string;
}

/** Row of the headings of the bands, in Excel's terms: below the title, the note and "Bands". */
const BANDS_ROW = 5;
const SETTLEMENT_LINES = 4;
const RESULT_COUNT = resultRows(
  byKey(() => ""),
  US_DOLLAR,
).length;

/** Where things stand on the sheet, by how many bands and values of a forecast there are. */
export function dealLayout(bandCount: number, forecastValues: number): DealLayout {
  const lastBand = BANDS_ROW + bandCount;
  const heading = lastBand + 2;
  const lastTerm = heading + TERM_ROWS.length;
  const forecast = lastTerm + 3;
  const lastValue = forecast + forecastValues;
  const firstResult = heading + 5;
  const lastResult = firstResult + RESULT_COUNT - 1;
  return {
    inputs: {
      bands: `A${BANDS_ROW + 1}:I${lastBand}`,
      terms: `B${heading + 2}:B${lastTerm}`,
      usage: `F${heading + 1}`,
      commitment: `F${heading + 2}`,
      forecast: `B${forecast + 1}:B${lastValue}`,
    },
    block: `A1:I${Math.max(lastResult, lastValue + 2)}`,
    bands: `A${BANDS_ROW}:I${lastBand}`,
    thresholds: `A${BANDS_ROW + 1}:A${lastBand}`,
    discounts: `B${BANDS_ROW + 1}:B${lastBand}`,
    termsHeading: `A${heading}`,
    terms: `A${heading + 1}:B${lastTerm}`,
    termShares: `B${lastTerm - 1}:B${lastTerm}`,
    forecastHeading: `A${forecast - 1}`,
    forecast: `A${forecast}:B${lastValue}`,
    forecastNote: `A${lastValue + 2}`,
    yearHeading: `D${heading}`,
    yearLabels: `D${heading + 1}:D${heading + 2}`,
    yearInputs: `F${heading + 1}:F${heading + 2}`,
    usage: `F${heading + 1}`,
    commitment: `F${heading + 2}`,
    resultsHeading: `D${firstResult - 1}`,
    resultLabels: `D${firstResult}:D${lastResult}`,
    results: `F${firstResult}:F${lastResult}`,
    settlementHeading: `H${heading}`,
    settlement: `H${heading + 1}`,
    settlementAmounts: `I${heading + 2}:I${heading + 1 + SETTLEMENT_LINES}`,
  };
}

/** Thresholds, the commitment, and the usage where it is no formula, USD. */
export function amountsOfDeal({ bandRows, commitmentUsd, usage }: NewDeal): readonly number[] {
  const cells = [...bandRows.map(([threshold]) => threshold), usage(NO_NAMES)];
  return [commitmentUsd, ...cells.filter((cell) => typeof cell === "number")];
}

/** The largest amount on the sheet, USD; those of the forecast included. */
export function largestAmountOfDeal(deal: NewDeal): number {
  const forecast = deal.forecastRows(NO_NAMES).flat();
  return Math.max(...amountsOfDeal(deal), ...forecast.filter((cell) => typeof cell === "number"));
}

const NO_NAMES: ByKey<string> = byKey(() => "");

/** A row of a band that says no more than its price and its name. */
export function plainBandRow(
  thresholdUsd: number,
  discountFraction: number,
  name: string,
): readonly (string | number)[] {
  return [thresholdUsd, discountFraction, name, ...BAND_HEADINGS.slice(3).map(() => "")];
}
