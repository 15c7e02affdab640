import { type Agreement, parseAgreement } from "../core/agreement";
import type { BandTable } from "../core/bands";
import type { PricingError } from "../core/errors";
import { fail, type Result } from "../core/result";
import { readBands } from "../input/bands-cells";
import { readCell, readRange } from "../input/cells";
import { readAmountUsd } from "../input/numbers";
import { readTerms } from "../input/terms-cells";
import type { DealCells, DealReferences } from "../workbook/deal";

/** The parts of a deal, named as their cells are. */
export const DEAL_PARTS = ["Bands", "Terms", "Usage", "Commitment"] as const;
export type DealPart = (typeof DEAL_PARTS)[number];

/** A priced cell that is blank, and so counts as a 0 that nobody wrote. */
export interface BlankPricedCell {
  readonly row: number;
  readonly field: "threshold" | "discount";
}

/** What is wrong with one part of a deal, and where its cells are. */
export interface DealFault {
  readonly part: DealPart;
  readonly reference: string | null;
  readonly errors: readonly PricingError[];
}

/** A deal as far as it could be read: each part by itself, so that one fault does not hide the rest. */
export interface DealReading {
  readonly references: DealReferences;
  readonly bands: BandTable | undefined;
  readonly agreement: Agreement | undefined;
  readonly usageUsd: number | undefined;
  readonly commitmentUsd: number | undefined;
  readonly faults: readonly DealFault[];
  readonly blanks: readonly BlankPricedCell[];
}

/** Reads the cells of a deal. A blank commitment is no commitment; a blank usage is missing, for nobody uses nothing. */
export function readDealCells(deal: DealCells): DealReading {
  const { references } = deal;
  const bands = readBands(deal.bands);
  const terms = readTerms(deal.terms);
  const agreement = bands.ok && terms.ok ? parseAgreement(bands.value, terms.value) : undefined;
  const usage = readUsage(deal.usage);
  const commitment = readAmountUsd(deal.commitment, { argument: "commitment" });
  const misfits = agreement && !agreement.ok ? agreement.errors : [];
  const faults: readonly DealFault[] = [
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
  ];
  return {
    references,
    bands: goodOf(bands),
    agreement: agreement && goodOf(agreement),
    usageUsd: goodOf(usage),
    commitmentUsd: goodOf(commitment),
    faults: faults.filter(({ errors }) => errors.length > 0),
    blanks: bands.ok ? blankPricedCells(bands.value, deal.bands) : [],
  };
}

function readUsage(raw: unknown): Result<number> {
  if (readCell(raw).kind !== "blank") return readAmountUsd(raw, { argument: "usage" });
  const expected = "what a year of usage costs at list prices, in USD, in a cell named Usage";
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

/** A blank term of a band is taken from the agreement, as it should be; a blank threshold or discount counts as 0. */
function blankPricedCells({ bands }: BandTable, raw: unknown): readonly BlankPricedCell[] {
  const rows = readRange(raw);
  const fields = ["threshold", "discount"] as const;
  return bands.flatMap(({ row }) =>
    fields.flatMap((field, column) => {
      if (row === undefined) return [];
      const blank = (rows[row - 1]?.[column]?.kind ?? "blank") === "blank";
      return blank ? [{ row, field }] : [];
    }),
  );
}
