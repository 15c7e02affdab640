import type { Band } from "../../../core/bands";
import type { Currency } from "../../../core/currency";
import { fail, type Result, succeed } from "../../../core/result";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { type ChangedBand, stepsAmong, type TableAxis } from "../../../sheets/tables/axis";
import {
  DEFAULT_STEPS_OF,
  discountSteps,
  neighboursOf,
  positionSteps,
  type StepRange,
  tellingPositions,
} from "../../../sheets/tables/default-steps";
import { labelUsd } from "../../../wording/format/approximate";
import { formatCount, formatExactPercent, formatExactUsd } from "../../../wording/format/format";
import {
  above,
  type Field,
  readField,
  readShare,
  readUsd,
  readWhole,
  shown,
} from "../../kit/form-fields";
import type { ColumnChoice } from "./axis-choice";

/** Axes that go from one value to another in even steps. */
export const STEPPED = ["discount", "threshold", "premium", "share", "spread"] as const;
export type SteppedKind = (typeof STEPPED)[number];

/** What was typed for such an axis; undefined where the default still stands. */
export interface SteppedText {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly count?: string | undefined;
  /** Row of the band in its range, for an axis that changes one. */
  readonly bandRow?: number;
}

/** Such an axis as understood. */
export interface SteppedReading {
  readonly kind: SteppedKind;
  readonly fields: Readonly<Record<"from" | "to" | "count", Field>>;
  /** Bands that the axis may change, and the chosen one; none for an axis of the whole agreement. */
  readonly bands: readonly Band[];
  readonly band: Band | undefined;
  readonly axis: Result<TableAxis>;
  /** That the axis changes nothing, and why; "" where it does. */
  readonly hint: string;
  /** Faults of the fields. */
  readonly results: readonly Result<unknown>[];
}

const MOST_STEPS = 1_000;
const LIMITS = {
  discount: { least: 0, most: 0.99 },
  premium: { least: -1, most: 4 },
  share: { least: 0, most: 1 },
  spread: { least: 0, most: 10 },
} as const;

/** What the fields of an axis are called, within a sentence. */
const WORDS: Readonly<Record<SteppedKind, string>> = {
  discount: "discount",
  threshold: "threshold",
  premium: "premium",
  share: "share",
  spread: "spread",
};

/** Reads what was typed for an axis, against the deal it is about. */
export function readStepped(
  kind: SteppedKind,
  text: SteppedText,
  deal: ParsedDeal,
  others: readonly ColumnChoice[],
  currency: Currency,
): SteppedReading {
  const bands = bandsFor(kind, deal);
  const isCommitted = !others.includes("commitment");
  const band =
    bands.find(({ row }) => row === text.bandRow) ?? usualBand(kind, bands, deal, isCommitted);
  const usual = usualSteps(kind, band, deal);
  const word = WORDS[kind];
  const read = (written: string, argument: string): Result<number> =>
    kind === "threshold"
      ? readUsd(written, argument, currency)
      : readShare(written, argument, LIMITS[kind]);
  const format =
    kind === "threshold" ? (usd: number) => formatExactUsd(usd, currency) : formatExactPercent;
  const start = readField(text.from, usual.from, (one) => read(one, `${word} from`));
  const end = readField(text.to, usual.to, (one) => read(one, `${word} to`));
  const count = readField(text.count, usual.count, (one) => readWhole(one, "steps", 2, MOST_STEPS));
  const from = kind === "threshold" ? between(start, `${word} from`, band, deal, currency) : start;
  const inside = kind === "threshold" ? between(end, `${word} to`, band, deal, currency) : end;
  const to = above(
    inside,
    from,
    `${word} to`,
    (value) => `more than ${word} from, which is ${format(value)}`,
  );
  return {
    kind,
    bands,
    band,
    fields: {
      from: shown(text.from, usual.from, from, format, currency),
      to: shown(text.to, usual.to, to, format, currency),
      count: shown(text.count, usual.count, count, formatCount, currency),
    },
    axis:
      from.ok && to.ok && count.ok
        ? axisOf(kind, band, from.value, to.value, count.value, deal)
        : failed(from, to, count),
    hint:
      kind === "discount" && isCommitted && !others.includes("threshold")
        ? idleHint(band, bands, deal, currency)
        : "",
    results: [from, to, count],
  };
}

/** The discount of a band that the commitment is not in prices nothing. */
function idleHint(
  band: Band | undefined,
  bands: readonly Band[],
  { commitmentUsd }: ParsedDeal,
  currency: Currency,
): string {
  if (commitmentUsd === undefined || band === undefined) return "";
  const reached = bands.findLast(({ thresholdUsd }) => thresholdUsd <= commitmentUsd);
  if (reached === band) return "";
  return `The commitment of ${labelUsd(commitmentUsd, currency)} is not in this band, so its discount changes nothing here: put commitment on the other side.`;
}

function failed(...results: readonly Result<unknown>[]): Result<never> {
  return fail(...results.flatMap((result) => (result.ok ? [] : result.errors)));
}

function axisOf(
  kind: SteppedKind,
  band: Band | undefined,
  from: number,
  to: number,
  count: number,
  { commitmentUsd = 0 }: ParsedDeal,
): Result<TableAxis> {
  if (kind !== "discount" && kind !== "threshold")
    return succeed({ kind, values: stepsAmong(from, to, count) });
  // Only what is not there yet fails to have a band, and then the deal is what must be mended.
  if (band?.row === undefined) return fail({ kind: "noBands" });
  const changed = changedBand(band, band.row);
  const among =
    kind === "discount" ? [band.discountFraction] : tellingPositions(changed, commitmentUsd);
  return succeed({ kind, band: changed, values: stepsAmong(from, to, count, among) });
}

function bandsFor(kind: SteppedKind, { bands }: ParsedDeal): readonly Band[] {
  const written = (bands?.bands ?? []).filter(({ row }) => row !== undefined);
  if (kind === "discount") {
    const above = written.filter(({ thresholdUsd }) => thresholdUsd > 0);
    return above.length > 0 ? above : written;
  }
  return kind === "threshold" ? written.filter(({ thresholdUsd }) => thresholdUsd > 0) : [];
}

/**
 * The band of the next threshold above the commitment, else the last: the one that is being talked about. Where the commitment is
 * the deal's all over the table, a discount is that of its band, for no other changes anything.
 */
function usualBand(
  kind: SteppedKind,
  bands: readonly Band[],
  { commitmentUsd = 0 }: ParsedDeal,
  isCommitted: boolean,
): Band | undefined {
  if (kind !== "discount" && kind !== "threshold") return undefined;
  const reached = bands.findLast(({ thresholdUsd }) => thresholdUsd <= commitmentUsd);
  if (kind === "discount" && isCommitted && reached) return reached;
  return bands.find(({ thresholdUsd }) => thresholdUsd > commitmentUsd) ?? bands.at(-1);
}

function usualSteps(kind: SteppedKind, band: Band | undefined, deal: ParsedDeal): StepRange {
  switch (kind) {
    case "discount":
      return discountSteps(band?.discountFraction ?? 0);
    case "threshold": {
      const changed = { row: band?.row ?? 1, thresholdUsd: band?.thresholdUsd ?? 0 };
      return positionSteps(changed, neighboursOf(changed, thresholdsOf(deal)));
    }
    default:
      return DEFAULT_STEPS_OF[kind];
  }
}

function changedBand({ thresholdUsd, cell }: Band, row: number): ChangedBand {
  return { row, thresholdUsd, ...(cell && { cell }) };
}

/** A position that touches no neighbour. */
function between(
  read: Result<number>,
  argument: string,
  band: Band | undefined,
  deal: ParsedDeal,
  currency: Currency,
): Result<number> {
  if (!read.ok || band?.row === undefined) return read;
  const changed = changedBand(band, band.row);
  const { aboveUsd, belowUsd } = neighboursOf(changed, thresholdsOf(deal));
  if (read.value > aboveUsd && read.value < belowUsd) return read;
  const upper = Number.isFinite(belowUsd) ? ` and below ${labelUsd(belowUsd, currency)}` : "";
  const expected = `an amount above ${labelUsd(aboveUsd, currency)}${upper}, so that the thresholds stay in order`;
  return fail({ kind: "numberOutOfRange", place: { argument }, given: read.value, expected });
}

function thresholdsOf({ bands }: ParsedDeal): readonly number[] {
  return (bands?.bands ?? []).flatMap(({ row, thresholdUsd }) =>
    row === undefined ? [] : [thresholdUsd],
  );
}
