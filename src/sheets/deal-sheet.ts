import { US_DOLLAR } from "../core/currency";
import { type ByKey, byKey } from "../deal/deal-inputs";
import { columnLetters } from "../input/cells/a1";
import { BAND_HEADINGS, resultRows, TERM_ROWS } from "./example-deal";
import type { NewDeal } from "./new-deal";

const NO_NAMES: ByKey<string> = byKey(() => "");
const RESULT_LABELS = resultRows(NO_NAMES, () => "", US_DOLLAR).map(([label]) => label);

/** Addresses of everything on the sheet of a deal: of its inputs with their headings, and of what is beside them. */
export interface DealLayout extends ByKey<string> {
  /** Of each input the cells to type into. */
  readonly inputs: ByKey<string>;
  readonly block: string;
  /** Column, from 0, where what stands beside many bands begins; 0 where it stands below them. */
  readonly besideFrom: number;
  readonly thresholds: string;
  readonly discounts: string;
  readonly termsHeading: string;
  readonly termShares: string;
  /** Of the value of a row of the terms, from 0 below their headings. */
  termValue(index: number): string;
  readonly forecastHeading: string;
  /** Of a value of the forecast, from 0. */
  forecastInput(index: number): string;
  readonly forecastNote: string;
  readonly yearHeading: string;
  readonly yearLabels: string;
  readonly yearInputs: string;
  readonly resultsHeading: string;
  readonly resultLabels: string;
  readonly results: string;
  /** Of a result by its label. */
  resultAt(label: string): string;
  readonly settlementHeading: string;
  readonly settlement: string;
  readonly settlementAmounts: string;
  readonly scheduleHeading: string;
  readonly scheduleNote: string;
  readonly alsoSaidHeading: string;
  readonly alsoSaid: string;
  readonly textHeading: string;
  readonly text: string;
}

/** How many rows a proposal adds: of terms, of years, of what it also says, and of its text. */
export interface ProposalRows {
  readonly terms: number;
  readonly years: number;
  readonly alsoSaid: number;
  readonly text: number;
}

const NO_PROPOSAL: ProposalRows = { terms: 0, years: 0, alsoSaid: 0, text: 0 };

/** Row of the headings of the bands, in Excel's terms: below the title, the note and "Bands". */
export const BANDS_ROW = 5;
const SETTLEMENT_LINES = 4;
/** With more bands than these, terms and results stand beside them, and not out of sight below. */
const MOST_BANDS_ABOVE = 20;
const BAND_COLUMNS = BAND_HEADINGS.length;

/** Where things stand on the sheet, by how many bands and values of a forecast there are, and what a proposal adds. */
export function dealLayout(
  bandCount: number,
  forecastValues: number,
  proposal: ProposalRows = NO_PROPOSAL,
): DealLayout {
  const lastBand = BANDS_ROW + bandCount;
  const besideFrom = bandCount > MOST_BANDS_ABOVE ? BAND_COLUMNS + 1 : 0;
  const heading = besideFrom > 0 ? BANDS_ROW - 1 : lastBand + 2;
  const lastOfYear = heading + TERM_ROWS.length;
  const lastTerm = lastOfYear + proposal.terms;
  const forecast = lastTerm + 3;
  const lastValue = forecast + forecastValues;
  const firstResult = heading + 5;
  const lastResult = firstResult + RESULT_LABELS.length - 1;
  const [A, B, D, F, H, I] = [0, 1, 3, 5, 7, 8].map((column) => columnLetters(besideFrom + column));
  const last = columnLetters(besideFrom + BAND_COLUMNS - 1);
  const usage = `${F}${heading + 1}`;
  const commitment = `${F}${heading + 2}`;
  const lastRow = Math.max(lastBand, lastResult, lastValue + 2);
  const schedule = lastRow + 3;
  const lastYear = proposal.years > 0 ? schedule + proposal.years : lastRow;
  const scheduleEnd = proposal.years > 0 ? lastYear + 1 : lastRow;
  const alsoSaid = scheduleEnd + 3;
  const lastSaid = proposal.alsoSaid > 0 ? alsoSaid + proposal.alsoSaid : scheduleEnd;
  const text = lastSaid + 3;
  const lastText = proposal.text > 0 ? text + proposal.text - 1 : lastSaid;
  return {
    inputs: {
      bands: `A${BANDS_ROW + 1}:I${lastBand}`,
      terms: `${B}${heading + 2}:${B}${lastTerm}`,
      usage,
      commitment,
      forecast: `${B}${forecast + 1}:${B}${lastValue}`,
      schedule: `B${schedule + 1}:D${lastYear}`,
    },
    block: `A1:${last}${lastText}`,
    besideFrom,
    bands: `A${BANDS_ROW}:I${lastBand}`,
    thresholds: `A${BANDS_ROW + 1}:A${lastBand}`,
    discounts: `B${BANDS_ROW + 1}:B${lastBand}`,
    termsHeading: `${A}${heading}`,
    terms: `${A}${heading + 1}:${B}${lastTerm}`,
    termShares: `${B}${lastOfYear - 1}:${B}${lastOfYear}`,
    termValue: (index) => `${B}${heading + 2 + index}`,
    forecastHeading: `${A}${forecast - 1}`,
    forecast: `${A}${forecast}:${B}${lastValue}`,
    forecastInput: (index) => `${B}${forecast + 1 + index}`,
    forecastNote: `${A}${lastValue + 2}`,
    yearHeading: `${D}${heading}`,
    yearLabels: `${D}${heading + 1}:${D}${heading + 2}`,
    yearInputs: `${F}${heading + 1}:${F}${heading + 2}`,
    usage,
    commitment,
    resultsHeading: `${D}${firstResult - 1}`,
    resultLabels: `${D}${firstResult}:${D}${lastResult}`,
    results: `${F}${firstResult}:${F}${lastResult}`,
    resultAt: (label) => `$${F}$${firstResult + RESULT_LABELS.indexOf(label)}`,
    settlementHeading: `${H}${heading}`,
    settlement: `${H}${heading + 1}`,
    settlementAmounts: `${I}${heading + 2}:${I}${heading + 1 + SETTLEMENT_LINES}`,
    schedule: `A${schedule}:D${lastYear}`,
    scheduleHeading: `A${schedule - 1}`,
    scheduleNote: `A${lastYear + 1}`,
    alsoSaidHeading: `A${alsoSaid - 1}`,
    alsoSaid: `A${alsoSaid}:C${alsoSaid + proposal.alsoSaid}`,
    textHeading: `A${text - 1}`,
    text: `A${text}:A${text + Math.max(proposal.text, 1) - 1}`,
  };
}

/** Addresses among the inputs that hold a formula, which are none to be typed over by accident. */
export function formulaInputs(
  deal: NewDeal,
  names: ByKey<string>,
  at: DealLayout,
): readonly string[] {
  const [, ...values] = deal.forecastRows(names);
  return [
    ...values.flatMap(([, value], index) => (isFormula(value) ? [at.forecastInput(index)] : [])),
    ...(isFormula(deal.usage(names)) ? [at.usage] : []),
  ];
}

function isFormula(cell: string | number | undefined): boolean {
  return typeof cell === "string" && cell.startsWith("=");
}

/** Thresholds, commitments, and the usage where it is no formula, USD. */
export function amountsOfDeal({
  bandRows,
  commitmentUsd,
  usage,
  proposal,
}: NewDeal): readonly number[] {
  const ramp = (proposal?.schedule ?? []).map(({ commitment }) => commitment);
  const cells = [...bandRows.map(([threshold]) => threshold), usage(NO_NAMES), ...ramp];
  return [commitmentUsd, ...cells.filter((cell) => typeof cell === "number")];
}

/** The largest amount on the sheet, USD; those of the forecast included. */
export function largestAmountOfDeal(deal: NewDeal): number {
  const forecast = deal.forecastRows(NO_NAMES).flat();
  return Math.max(...amountsOfDeal(deal), ...forecast.filter((cell) => typeof cell === "number"));
}

/** Headings of what a proposal says and no term does. */
export const ALSO_SAID_HEADINGS = ["Also said", "Priced", "As written"] as const;

/** A row of a band that says its price, its name, and where it comes from. */
export function plainBandRow(
  thresholdUsd: number,
  discountFraction: number,
  name: string,
  source = "",
  confidence = "",
): readonly (string | number)[] {
  const between = BAND_HEADINGS.slice(3, -2).map(() => "");
  return [thresholdUsd, discountFraction, name, ...between, source, confidence];
}

/** Words of somebody else as a cell holds them: never a formula, a number or a date. */
export function asText(words: string): string {
  return words === "" ? "" : `'${words}`;
}
