import type { Agreement, PricedBand } from "../core/agreement";
import { bandName } from "../core/band-name";
import { type Band, type BandTable, type BandText, bandAt, bandPosition } from "../core/bands";
import type { Currency } from "../core/currency";
import { effectiveDiscount, savingUsd, utilization } from "../core/indicators";
import { toCents } from "../core/money";
import { nextThreshold } from "../core/next-threshold";
import type { Answer } from "../core/result";
import { settle } from "../core/settle";
import type { Basis } from "../core/terms";
import { isRangeHeading } from "../deal/discount-range";
import { type TermChange, termChanges } from "./term-changes";

/** What one year of usage costs under one commitment; USD, none rounded. */
export interface YearPosition {
  /** What the commitment itself costs: C, or on the list basis C at the discount. */
  readonly commitmentUsd: number;
  readonly overageUsd: number;
  /** Refunded part of the shortfall, negative or 0. */
  readonly returnedUsd: number;
  readonly costUsd: number;
  readonly shortfallUsd: number;
  /** Usage at list less the cost. */
  readonly savingUsd: number;
  readonly receivedFraction: Answer<number>;
  readonly utilizationFraction: Answer<number>;
}

/** One commitment, the band it lands in, and what that band carries. */
export interface BandPosition {
  readonly commitmentUsd: number;
  readonly thresholdUsd: number;
  /** False for the implied band below the first threshold. */
  readonly written: boolean;
  readonly name: string;
  readonly discountFraction: number;
  /** What the band carries beside its price, in the order of the columns, without provenance and discounts; "none" is an empty text. */
  readonly texts: readonly BandText[];
  /** Absent without a commitment, which has no terms, and where the terms could not be read. */
  readonly terms: PricedBand | undefined;
  /** Absent where the usage or the terms could not be read. */
  readonly year: YearPosition | undefined;
}

/** What crossing the next threshold would require and add. */
export interface BandStep {
  readonly band: BandPosition;
  readonly extraCommitmentUsd: number;
  /** Cost at the threshold less the cost now, at this usage: negative saves. */
  readonly costChangeUsd: number | undefined;
  readonly discountChangeFraction: number;
  readonly changes: readonly TermChange[];
}

/** A discount that falls although the commitment rises: allowed, but most likely a slip. */
export interface FallingDiscount {
  readonly thresholdUsd: number;
  readonly discountFraction: number;
  readonly previousFraction: number;
}

/** A commitment's position among its bands. */
export interface CommitmentPosition {
  readonly basis: Basis | undefined;
  readonly usageUsd: number | undefined;
  readonly here: BandPosition;
  /** None in the top band. */
  readonly next: Answer<BandStep>;
  /** The origin of the bands: each column such as Source, with its different values in order. */
  readonly provenance: readonly { readonly heading: string; readonly values: readonly string[] }[];
  readonly fallingDiscounts: readonly FallingDiscount[];
}

/** What a position is computed from. Without usage or an agreement, only the parts that need them are absent. */
export interface PositionInput {
  readonly bands: BandTable;
  readonly commitmentUsd: number;
  readonly usageUsd: number | undefined;
  readonly agreement: Agreement | undefined;
}

/**
 * A commitment's position among its bands, what the year costs there, and what crossing the next threshold would change.
 *
 * The next threshold is priced as a commitment of exactly that threshold at the same usage (docs/pricing-model.md 5.5).
 */
export function commitmentPosition(input: PositionInput, currency: Currency): CommitmentPosition {
  const { bands, commitmentUsd, usageUsd, agreement } = input;
  const here = standAt(commitmentUsd, input, currency);
  const threshold = nextThreshold(commitmentUsd, bands);
  return {
    basis: agreement?.basis,
    usageUsd,
    here,
    next:
      typeof threshold === "number" ? cross(here, standAt(threshold, input, currency)) : threshold,
    provenance: provenanceOf(bands),
    fallingDiscounts: bands.bands.flatMap((band, index) => {
      const previousFraction = bands.bands[index - 1]?.discountFraction ?? 0;
      const { thresholdUsd, discountFraction } = band;
      return discountFraction < previousFraction
        ? [{ thresholdUsd, discountFraction, previousFraction }]
        : [];
    }),
  };
}

/** What committing exactly a threshold would require and add; the threshold may also lie below the commitment. */
export function bandStepTo(
  thresholdUsd: number,
  input: PositionInput,
  currency: Currency,
): BandStep {
  return cross(
    standAt(input.commitmentUsd, input, currency),
    standAt(thresholdUsd, input, currency),
  );
}

function standAt(
  commitmentUsd: number,
  { bands, usageUsd, agreement }: PositionInput,
  currency: Currency,
): BandPosition {
  const band = bandAt(commitmentUsd, bands);
  const promised = toCents(commitmentUsd) !== 0;
  return {
    commitmentUsd,
    thresholdUsd: band.thresholdUsd,
    written: band.row !== undefined,
    name: bandName(commitmentUsd, bands, currency),
    discountFraction: band.discountFraction,
    texts: carried(band),
    terms: promised ? agreement?.bands[bandPosition(commitmentUsd, agreement.bands)] : undefined,
    year:
      agreement === undefined || usageUsd === undefined
        ? undefined
        : yearOf(usageUsd, commitmentUsd, agreement),
  };
}

function yearOf(usageUsd: number, commitmentUsd: number, agreement: Agreement): YearPosition {
  const settlement = settle(usageUsd, commitmentUsd, agreement);
  return {
    commitmentUsd: settlement.commitmentUsd,
    overageUsd: settlement.overageUsd,
    returnedUsd: settlement.returnedUsd,
    costUsd: settlement.costUsd,
    shortfallUsd: settlement.shortfallUsd,
    savingUsd: savingUsd(settlement, usageUsd),
    receivedFraction: effectiveDiscount(settlement, usageUsd),
    utilizationFraction: utilization(settlement, usageUsd),
  };
}

function cross(here: BandPosition, band: BandPosition): BandStep {
  return {
    band,
    extraCommitmentUsd: band.commitmentUsd - here.commitmentUsd,
    costChangeUsd: here.year && band.year ? band.year.costUsd - here.year.costUsd : undefined,
    discountChangeFraction: band.discountFraction - here.discountFraction,
    changes: termChanges(here, band),
  };
}

const PROVENANCE = /^(source|confidence|provenance|evidence|as of)$/i;
const NOTHING = /^(none|no|n\/a|-|–|—)?$/i;

/** Whether a text means nothing: blank, "none", a dash. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text.trim());
}

/** What columns such as Source and Confidence say about one band. */
export function provenanceTexts({ texts }: Band): readonly BandText[] {
  return texts.filter(({ heading }) => PROVENANCE.test(heading.trim()));
}

function carried({ texts }: Band): readonly BandText[] {
  return texts
    .filter(
      ({ heading }) =>
        heading !== "" && !PROVENANCE.test(heading.trim()) && !isRangeHeading(heading),
    )
    .map(({ heading, text }) => ({ heading, text: saysNothing(text) ? "" : text }));
}

function provenanceOf({ bands }: BandTable): CommitmentPosition["provenance"] {
  const texts = bands.flatMap(provenanceTexts).filter(({ text }) => text !== "");
  const headings = new Set(texts.map(({ heading }) => heading));
  return [...headings].map((heading) => ({
    heading,
    values: [...new Set(texts.filter((text) => text.heading === heading).map(({ text }) => text))],
  }));
}
