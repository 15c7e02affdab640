import type { PricedBand } from "../../../core/agreement";
import { type Assumptions, readingAsWon, readingAtLoad } from "../../../deal/assumptions";
import { discountAt } from "../../../deal/negotiation-level";
import { type ParsedDeal, readDealCells } from "../../../deal/parse-deal";
import { bandWith } from "../../../deal/with-clauses";
import { readCell } from "../../../input/cells/cells";
import { readTerms } from "../../../input/terms-cells";
import { bandsWith, type CellValues, termsWith } from "../../../input/what-if-cells";
import type { AssumedBlock, AssumedCell } from "../../../sheets/assumed-deal";
import { fingerprint } from "../../../sheets/tables/fingerprint";

/** Cells that say what is supposed of a deal, and how they price it. */
export interface AssumedCells {
  readonly reading: ParsedDeal;
  readonly blocks: readonly AssumedBlock[];
}

/** More cells than these are not copied onto a sheet. */
const MOST_CELLS = 5_000;

type Rows = readonly (readonly unknown[])[];

/**
 * The cells of a deal with what is supposed written into them, as BANDS_WITH and TERMS_WITH would.
 *
 * @returns undefined where cells cannot say it: what they would be read as is compared with what the pane shows.
 */
export function assumedCells(deal: ParsedDeal, whatIf: Assumptions): AssumedCells | undefined {
  const { cells } = deal;
  const shown = readingAtLoad(readingAsWon(deal, whatIf), whatIf.loadFactor);
  const terms = termsAsWon(cells.terms, whatIf);
  const bands = terms && bandsAsWon(deal, shown, terms, whatIf);
  if (!terms || !bands || !shown.bands || shown.usageUsd === undefined) return undefined;
  const forecast = cells.forecast && scaledCells(cells.forecast, whatIf.loadFactor);
  const reading = readDealCells({ ...cells, bands, terms, usage: shown.usageUsd, forecast });
  if (!pricesAlike(reading, shown)) return undefined;
  const blocks: readonly AssumedBlock[] = [
    ...blockOf("bands", cells.bands, bands),
    ...(whatIf.clauses.length > 0 ? blockOf("terms", cells.terms ?? [], terms) : []),
    ...(cells.forecast && whatIf.loadFactor !== 1
      ? [{ part: "forecast" as const, cells: cells.forecast.map(scalesOf(cells.forecast)) }]
      : []),
  ];
  const count = blocks.reduce((sum, block) => sum + block.cells.flat().length, 0);
  return count <= MOST_CELLS ? { reading, blocks } : undefined;
}

/** Tells one layout of assumed cells from another: which of them are typed, and what. */
export function printOfAssumed({ blocks }: AssumedCells): string {
  return fingerprint(JSON.stringify(blocks));
}

/** The terms of the agreement with the clauses, as for a band that has none of its own. */
function termsAsWon(cells: Rows | null, { clauses }: Assumptions): Rows | undefined {
  const read = readTerms(cells);
  if (!read.ok) return undefined;
  const before: PricedBand = { ...read.value, thresholdUsd: 0, discountFraction: 0, rate: 1 };
  return written(cells ?? [["Term", "Value"]], before, bandWith(before, clauses), termsWith);
}

/** The bands at their price, and each with the clauses that its own terms would keep it from having. */
function bandsAsWon(
  { cells, bands, discounts }: ParsedDeal,
  shown: ParsedDeal,
  terms: Rows,
  { price }: Assumptions,
): Rows | undefined {
  const agreed = readTerms(terms);
  if (!agreed.ok || !bands) return undefined;
  const priced = discounts.ranges.reduce<Rows | undefined>((made, range) => {
    const discount = discountAt(range, price);
    if (made === undefined || discount === undefined || discount === range.offeredFraction)
      return made;
    const put = bandsWith(made, range.thresholdUsd, "Discount", discount);
    return put.ok ? put.value : undefined;
  }, cells.bands);
  return bands.bands.reduce<Rows | undefined>((made, { row, thresholdUsd, terms: own }, index) => {
    const target = shown.agreement?.bands[index];
    if (made === undefined || row === undefined || target === undefined) return made;
    return written(made, { ...target, ...agreed.value, ...own }, target, (rows, term, value) =>
      bandsWith(rows, thresholdUsd, term, value),
    );
  }, priced);
}

/** Cells with every term put into them that is another one before and after. */
function written(
  cells: Rows,
  before: PricedBand,
  after: PricedBand,
  put: (cells: Rows, term: string, value: unknown) => ReturnType<typeof termsWith>,
): Rows | undefined {
  const terms = [
    ["Overage", before.overage, after.overage],
    ["Overage premium", before.overagePremiumFraction, after.overagePremiumFraction],
    ["Forfeited share", before.forfeitedFraction, after.forfeitedFraction],
  ] as const;
  return terms.reduce<Rows | undefined>((made, [term, now, then]) => {
    if (made === undefined || now === then) return made;
    const changed = put(made, term, then);
    return changed.ok ? changed.value : undefined;
  }, cells);
}

/** Headings and labels of numbers that are no usage. */
const SHARES = /^(cv|probability)$/i;

/** Tells of each cell of a forecast whether another load changes it: every number but a share. */
function scalesOf(cells: Rows): (row: readonly unknown[]) => readonly AssumedCell[] {
  const heading = cells.find((row) => row.some((cell) => readCell(cell).kind !== "blank")) ?? [];
  const isShare = (cell: unknown): boolean => typeof cell === "string" && SHARES.test(cell.trim());
  return (row) =>
    row.map((cell, column): AssumedCell => {
      const isUsage =
        typeof cell === "number" && !isShare(row[column - 1]) && !isShare(heading[column]);
      return { kind: isUsage ? "scaled" : "linked" };
    });
}

function scaledCells(cells: Rows, factor: number): Rows {
  const scales = scalesOf(cells);
  return cells.map((row) => {
    const kinds = scales(row);
    return row.map((cell, column) =>
      kinds[column]?.kind === "scaled" ? Number(cell) * factor : cell,
    );
  });
}

/** A block of what was written into cells; none where nothing was. */
function blockOf(part: AssumedBlock["part"], before: Rows, after: Rows): readonly AssumedBlock[] {
  const cells = after.map((row, r) =>
    row.map((value, c): AssumedCell => {
      const own = before[r]?.[c];
      const isSame = own !== undefined && (value === own || isBlank(value, own));
      return isSame ? { kind: "linked" } : { kind: "typed", value: value as CellValues[0][0] };
    }),
  );
  return cells.flat().some(({ kind }) => kind === "typed") ? [{ part, cells }] : [];
}

function isBlank(...cells: readonly unknown[]): boolean {
  return cells.every((cell) => readCell(cell).kind === "blank");
}

/** Shares at which two forecasts are compared. */
const ASKED = [0.02, 0.1, 0.5, 0.9, 0.98];

function pricesAlike(one: ParsedDeal, other: ParsedDeal): boolean {
  const { forecast, usageUsd } = other;
  if (one.faults.length > 0 || !one.forecast || !forecast) return false;
  const amounts = (reading: ParsedDeal): readonly number[] => [
    reading.usageUsd ?? 0,
    reading.forecast?.meanUsd ?? 0,
    ...ASKED.map((share) => reading.forecast?.quantile(share) ?? 0),
  ];
  const [ours, theirs] = [amounts(one), amounts(other)];
  const allowed = 1e-9 * Math.max(1, forecast.meanUsd, usageUsd ?? 0);
  return (
    JSON.stringify(one.agreement) === JSON.stringify(other.agreement) &&
    ours.every((amount, index) => Math.abs(amount - (theirs[index] ?? 0)) <= allowed)
  );
}
