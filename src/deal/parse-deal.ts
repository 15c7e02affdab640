import { type Agreement, parseAgreement } from "../core/agreement";
import type { BandTable } from "../core/bands";
import type { PricingError } from "../core/errors";
import { CURRENCY_CODE } from "../core/faults/text";
import { fail, failWith, type Result } from "../core/result";
import type { Forecast } from "../forecast/forecast";
import { memoizeForecast } from "../forecast/memoize-forecast";
import { certain } from "../forecast/sample";
import type { LeftOutRow } from "../input/band-footer";
import { type LaidOutBands, readLaidOutBands, readLaidOutInAnyOrder } from "../input/bands-cells";
import { type BlankPricedCell, blankBandCells, blankTermCells } from "../input/blank-priced-cells";
import { readCell } from "../input/cells/cells";
import { readAmountUsd } from "../input/cells/numbers";
import { readForecast } from "../input/forecast-cells";
import { readTermsAndBlanks } from "../input/terms-cells";
import {
  type ByInput,
  type DealCells,
  type DealInput,
  type DealReferences,
  INPUT_NAMES,
  INPUTS,
} from "./deal-inputs";
import { type DiscountRanges, readDiscountRanges } from "./discount-range";
import { faultCell } from "./fault-cell";
import { type PartsOfYear, partsOfYear } from "./parts-of-year";
import type { ScenarioRow } from "./scenario";

/** A blank cell that sets a price, and the input that it belongs to. */
export interface BlankInputCell extends BlankPricedCell {
  readonly part: "Bands" | "Terms";
}

/** What is wrong with one part of a deal, and where its cells are. */
export interface DealFault {
  readonly part: DealInput;
  readonly reference: string | null;
  readonly errors: readonly PricingError[];
  /** For each error the cell that it is about, such as Sheet1!D7; empty where that is the whole part. */
  readonly cells: readonly string[];
}

/** A deal as far as it could be read: each part by itself, so that one fault does not hide the rest. */
export interface ParsedDeal {
  readonly references: DealReferences;
  /** Whether the user chose the cells; else they were found by their names. */
  readonly chosen: boolean;
  readonly bands: BandTable | undefined;
  /** False for bands that are not sorted by threshold: the pane sorts them, while every formula refuses their cells. */
  readonly bandsAreSorted: boolean;
  readonly agreement: Agreement | undefined;
  readonly usageUsd: number | undefined;
  readonly commitmentUsd: number | undefined;
  /** What usage may be: as the cells of the forecast say; without such cells the usage, as certain. */
  readonly forecast: Forecast | undefined;
  /** Whether there is no forecast, so that the usage counts as one. */
  readonly forecastIsUsage: boolean;
  /** The cells that it was read from. */
  readonly cells: DealCells;
  /** The forecast as it was written; it distinguishes two readings whose numbers differ. */
  readonly forecastCells: DealCells["forecast"];
  /** A forecast that seems to be parts of a year, so that it counts as none until the user says what they are. */
  readonly partsOfYear: PartsOfYear | undefined;
  readonly eachIsAYear: boolean;
  /** What usage is multiplied by, where a load is supposed; absent where none is. */
  readonly loadFactor?: number;
  /** Addresses of the cells, with their sheets; undefined if not known. */
  readonly addresses: ByInput<string | null> | undefined;
  readonly faults: readonly DealFault[];
  readonly blanks: readonly BlankInputCell[];
  /** Notes and totals under the bands, which are no bands. */
  readonly leftOut: readonly LeftOutRow[];
  /** Discounts that are aimed for and would still be accepted, beside those offered. */
  readonly discounts: DiscountRanges;
  /** The scenario that this is; absent for the deal in the workbook. */
  readonly scenario?: ScenarioPlace;
}

/** The scenario of a reading, and its place: row 7 of Scenarios. */
export interface ScenarioPlace {
  /** Its row in the table of scenarios. */
  readonly row?: ScenarioRow;
  readonly name: string;
  readonly place: string;
}

/**
 * Reads the cells of a deal. A blank commitment is no commitment; a blank usage is missing, since every buyer uses something.
 * Without cells of a forecast usage is certain.
 */
export function readDealCells(deal: DealCells): ParsedDeal {
  const { references } = deal;
  const inOrder = readLaidOutBands(deal.bands);
  const bands = inOrder.ok ? inOrder : sortedBands(deal.bands, inOrder.errors);
  const terms = readTermsAndBlanks(deal.terms);
  const agreement =
    bands.ok && terms.ok ? parseAgreement(bands.value.table, terms.value.terms) : undefined;
  const usage = readUsage(deal.usage, deal.chosen);
  const commitment = readAmountUsd(deal.commitment, { argument: "commitment" });
  const forecast = deal.forecast === null ? undefined : readForecast(deal.forecast);
  const parts = forecast?.ok ? askedParts(forecast.value, deal, goodOf(usage)) : undefined;
  const written = forecast && !parts ? goodOf(forecast) : undefined;
  const usageForecast = !forecast && usage.ok ? certain(usage.value) : written;
  const misfits = agreement && !agreement.ok ? agreement.errors : [];
  const errors: ByInput<readonly PricingError[]> = {
    Bands: [...errorsOf(bands), ...misfits.filter(isOfABand)],
    Terms: [...errorsOf(terms), ...misfits.filter((error) => !isOfABand(error))],
    Usage: errorsOf(usage),
    Commitment: errorsOf(commitment),
    Forecast: forecast ? errorsOf(forecast) : [],
    // No price of one year rests on it: what prices several reads it (term-of-deal.ts).
    Schedule: [],
  };
  return {
    references,
    chosen: deal.chosen,
    bands: goodOf(bands)?.table,
    bandsAreSorted: inOrder.ok || !bands.ok,
    agreement: agreement && goodOf(agreement),
    usageUsd: goodOf(usage),
    commitmentUsd: goodOf(commitment),
    forecast: usageForecast && memoizeForecast(usageForecast),
    forecastIsUsage: forecast === undefined && usage.ok,
    cells: deal,
    forecastCells: deal.forecast,
    partsOfYear: parts,
    eachIsAYear: deal.eachIsAYear === true,
    addresses: deal.addresses,
    faults: INPUT_NAMES.flatMap((input) => faultOf(input, errors[input], deal)),
    blanks: [
      ...(bands.ok ? inPart("Bands", blankBandCells(bands.value.table, bands.value.layout)) : []),
      ...(terms.ok ? inPart("Terms", blankTermCells(terms.value)) : []),
    ],
    leftOut: bands.ok ? bands.value.layout.leftOut : [],
    discounts: bands.ok ? readDiscountRanges(bands.value.table) : { ranges: [], errors: [] },
  };
}

/** Bands that are not sorted, in order; where more is wrong with them, the faults of the rows as they are. */
function sortedBands(cells: unknown, errors: readonly PricingError[]): Result<LaidOutBands> {
  const others = errors.filter(({ kind }) => kind !== "unsortedThresholds");
  return others.length > 0 ? failWith(others) : readLaidOutInAnyOrder(cells);
}

/** The fault of an input: none if nothing is wrong with it. */
function faultOf(
  part: DealInput,
  errors: readonly PricingError[],
  deal: DealCells,
): readonly DealFault[] {
  if (errors.length === 0) return [];
  const { key } = INPUTS[part];
  const cells = errors.map((error) => faultCell(error, deal.addresses?.[part], deal[key]));
  return [{ part, reference: deal.references[key] ?? null, errors, cells }];
}

/** What the pane still has to ask about a list of usages: each is a year once the user says so, but a total among them is none. */
function askedParts(
  forecast: Forecast,
  { forecast: cells, forecastBeside: beside = null, eachIsAYear }: DealCells,
  usageUsd: number | undefined,
): PartsOfYear | undefined {
  const parts = partsOfYear({ forecast, cells, beside, usageUsd });
  return eachIsAYear && parts?.totalUsd === undefined ? undefined : parts;
}

function readUsage(raw: unknown, chosen: boolean): Result<number> {
  if (readCell(raw).kind !== "blank") return readAmountUsd(raw, { argument: "usage" });
  const where = chosen ? "a cell that you choose" : "a cell named Usage";
  const expected = `what a year of usage costs at list prices, in ${CURRENCY_CODE}, in ${where}`;
  return fail({ kind: "missing", place: { argument: "usage" }, expected });
}

function isOfABand(error: PricingError): boolean {
  return error.kind === "premiumNotPriced" && error.row !== undefined;
}

function errorsOf<T>(result: Result<T>): readonly PricingError[] {
  return result.ok ? [] : result.errors;
}

function goodOf<T>(result: Result<T>): T | undefined {
  return result.ok ? result.value : undefined;
}

function inPart(
  part: BlankInputCell["part"],
  blanks: readonly BlankPricedCell[],
): readonly BlankInputCell[] {
  return blanks.map((blank) => ({ part, ...blank }));
}
