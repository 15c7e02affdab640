import { type Agreement, parseAgreement } from "../core/agreement";
import type { BandTable } from "../core/bands";
import { currency } from "../core/currency";
import type { PricingError } from "../core/errors";
import { sameWord } from "../core/fuzzy-match";
import { fail, failWith, type Result } from "../core/result";
import type { BandTerms, Terms } from "../core/terms";
import type { Forecast } from "../forecast/forecast";
import { memoizeForecast } from "../forecast/memoize-forecast";
import { certain } from "../forecast/sample";
import type { LeftOutRow } from "../input/band-footer";
import { layOutBands } from "../input/band-layout";
import { readBands, readBandsInAnyOrder, rowsLeftOut } from "../input/bands-cells";
import { quoteCell, readCell, readRange } from "../input/cells/cells";
import { readAmountUsd } from "../input/cells/numbers";
import { readForecast } from "../input/forecast-cells";
import { readTerms } from "../input/terms-cells";
import type { ByPart, DealCells, DealInput, DealReferences } from "./deal-inputs";
import { type DiscountRanges, readDiscountRanges } from "./discount-range";
import { faultCell } from "./fault-cell";
import { type PartsOfYear, partsOfYear } from "./parts-of-year";

/** A priced cell that is blank, and so counts as a 0 that nobody wrote. */
export interface BlankPricedCell {
  readonly part: "Bands" | "Terms";
  readonly row: number;
  readonly field: "threshold" | "discount" | "Overage premium" | "Forfeited share";
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
  /** Whether nobody wrote a forecast, so that the usage stands for it. */
  readonly forecastIsUsage: boolean;
  /** The cells that it was read from. */
  readonly cells: DealCells;
  /** The forecast as it was written; two readings with other numbers in it are told apart by this. */
  readonly forecastCells: DealCells["forecast"];
  /** A forecast that seems to be parts of a year, so that it counts as none until the user says what they are. */
  readonly partsOfYear: PartsOfYear | undefined;
  readonly eachIsAYear: boolean;
  /** Where the cells stand, with their sheet; undefined where that is not known. */
  readonly addresses: ByPart<string | null> | undefined;
  readonly faults: readonly DealFault[];
  readonly blanks: readonly BlankPricedCell[];
  /** Notes and totals under the bands, which are no bands. */
  readonly leftOut: readonly LeftOutRow[];
  /** Discounts that are aimed for and would still be accepted, beside those offered. */
  readonly discounts: DiscountRanges;
  /** The scenario that this is; absent for the deal in the workbook. */
  readonly scenario?: ScenarioPlace;
}

/** Which scenario a reading is of, and where it stands: row 7 of Scenarios. */
export interface ScenarioPlace {
  readonly name: string;
  readonly place: string;
}

/**
 * Reads the cells of a deal. A blank commitment is no commitment; a blank usage is missing, for nobody uses nothing.
 * Without cells of a forecast usage is certain.
 */
export function readDealCells(deal: DealCells): ParsedDeal {
  const { references } = deal;
  const inOrder = readBands(deal.bands);
  const bands = inOrder.ok ? inOrder : sortedBands(deal.bands, inOrder.errors);
  const terms = readTerms(deal.terms);
  const agreement = bands.ok && terms.ok ? parseAgreement(bands.value, terms.value) : undefined;
  const usage = readUsage(deal.usage, deal.chosen);
  const commitment = readAmountUsd(deal.commitment, { argument: "commitment" });
  const forecast = deal.forecast === null ? undefined : readForecast(deal.forecast);
  const parts = forecast?.ok ? askedParts(forecast.value, deal, goodOf(usage)) : undefined;
  const written = forecast && !parts ? goodOf(forecast) : undefined;
  const usageForecast = !forecast && usage.ok ? certain(usage.value) : written;
  const misfits = agreement && !agreement.ok ? agreement.errors : [];
  const faults: readonly Omit<DealFault, "cells">[] = [
    {
      part: "Bands",
      reference: references.bands,
      errors: [...errorsOf(bands), ...misfits.filter(isOfABand)],
    },
    {
      part: "Terms",
      reference: references.terms,
      errors: [...errorsOf(terms), ...misfits.filter((error) => !isOfABand(error))],
    },
    { part: "Usage", reference: references.usage, errors: errorsOf(usage) },
    { part: "Commitment", reference: references.commitment, errors: errorsOf(commitment) },
    {
      part: "Forecast",
      reference: references.forecast,
      errors: forecast ? errorsOf(forecast) : [],
    },
  ];
  return {
    references,
    chosen: deal.chosen,
    bands: goodOf(bands),
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
    faults: faults
      .filter(({ errors }) => errors.length > 0)
      .map((fault) => ({
        ...fault,
        cells: fault.errors.map((error) => cellOf(error, fault.part, deal)),
      })),
    blanks: [
      ...(bands.ok ? blankPricedCells(bands.value, deal.bands) : []),
      ...blankTerms(terms, deal.terms),
    ],
    leftOut: bands.ok ? rowsLeftOut(deal.bands) : [],
    discounts: bands.ok ? readDiscountRanges(bands.value) : { ranges: [], errors: [] },
  };
}

/** Bands that are not sorted, in order; where more is wrong with them, the faults of the rows as they are. */
function sortedBands(cells: unknown, errors: readonly PricingError[]): Result<BandTable> {
  const others = errors.filter(({ kind }) => kind !== "unsortedThresholds");
  return others.length > 0 ? failWith(others) : readBandsInAnyOrder(cells);
}

function cellOf(error: PricingError, part: DealInput, deal: DealCells): string {
  const cells = { Bands: deal.bands, Terms: deal.terms, Forecast: deal.forecast };
  return part === "Usage" || part === "Commitment"
    ? ""
    : faultCell(error, deal.addresses?.[part], cells[part]);
}

/** What still has to be asked of a list of usages: each is a year once the user said so, but a total among them is none. */
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
  const expected = `what a year of usage costs at list prices, in ${currency().code}, in ${where}`;
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

/**
 * A blank threshold or discount counts as 0. A blank share or premium is the agreement's, but Excel on the desktop hands
 * blanks to functions as 0, so it is named where that would change a price.
 */
function blankPricedCells(table: BandTable, raw: unknown): readonly BlankPricedCell[] {
  const layout = layOutBands(readRange(raw));
  const fields = ["threshold", "discount"] as const;
  const isBlank = (row: number, field: (typeof fields)[number]): boolean => {
    if (!layout.ok) return false;
    const { rows, columns } = layout.value;
    const column = columns.findIndex(({ kind }) => kind === field);
    return (rows[row - 1]?.[column]?.kind ?? "blank") === "blank";
  };
  const asZeros = readBands(blanksAsZeros(raw));
  const zeroed = asZeros.ok ? asZeros.value.bands : [];
  return table.bands.flatMap(({ row, terms }) => {
    if (row === undefined) return [];
    const asZero = zeroed.find((band) => band.row === row)?.terms;
    const differing = asZero ? differingTerms(terms, asZero) : [];
    return [...fields.filter((field) => isBlank(row, field)), ...differing].map((field) => ({
      part: "Bands" as const,
      row,
      field,
    }));
  });
}

function blankTerms(terms: Result<Terms>, raw: unknown): readonly BlankPricedCell[] {
  const asZeros = readTerms(blanksAsZeros(raw));
  if (!terms.ok || !asZeros.ok) return [];
  const rows = readRange(raw);
  return differingTerms(terms.value, asZeros.value).map((field) => {
    const row =
      rows.findIndex(([name]) => name !== undefined && sameWord(quoteCell(name), field)) + 1;
    return { part: "Terms", row, field };
  });
}

function differingTerms(
  terms: BandTerms,
  others: BandTerms,
): readonly ("Overage premium" | "Forfeited share")[] {
  return [
    ...(terms.overagePremiumFraction === others.overagePremiumFraction
      ? []
      : (["Overage premium"] as const)),
    ...(terms.forfeitedFraction === others.forfeitedFraction ? [] : (["Forfeited share"] as const)),
  ];
}

/** Cells as a function gets them from Excel on the desktop. */
function blanksAsZeros(raw: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(raw)) return [];
  return raw.map((row: unknown) =>
    (Array.isArray(row) ? row : [row]).map((cell: unknown) =>
      readCell(cell).kind === "blank" ? 0 : cell,
    ),
  );
}
