import { monthText } from "../../../core/calendar";
import type { Cards, PriceRow } from "../../../efficiency/price-book";
import { USAGE_KINDS } from "../rows/formats";
import { compare, type Decimal, plus } from "../text/decimal";
import { inside } from "./inside";
import type { KindPrice, PriceLine } from "./price-lines";
import { reasonText } from "./unpriced-reasons";
import { costOf, NOTHING, UsageSums } from "./usage-sums";
import type { PricedUsage, UsageTotals } from "./usage-totals";

/** A row of the sheet Usage, or of Unpriced: a month, a workspace and prices that hold for all of it. */
export interface SheetRow {
  /** As the calendar counts months. */
  readonly month: number;
  /** First day of the usage, which TOKEN_COST looks the prices up on. */
  readonly pricesOnDay: number;
  readonly workspace: string;
  readonly model: string;
  readonly service: string;
  readonly speed: string;
  readonly geo: string;
  /** End of the cheapest card that the row may be on, as TOKEN_COST finds it; undefined of a model with one card. */
  readonly promptTokens: number | undefined;
  /** The same of the dearest card. */
  readonly promptTokensHigh: number | undefined;
  /** By USAGE_KINDS. */
  readonly quantities: readonly bigint[];
  readonly listUsd: Decimal;
  readonly listUsdHigh: Decimal;
}

export interface UnpricedSheetRow extends Omit<SheetRow, "listUsd" | "listUsdHigh"> {
  readonly reason: string;
}

/** Rows beyond which the smaller workspaces are added up, and how many workspaces then stay. */
const MOST_ROWS = 20_000;
const MOST_WORKSPACES = 20;
export const OTHER_WORKSPACES = "(other)";

/** What lands on the sheet Usage: rows by month, workspace, model, then the words that price them. */
export function sheetRows({ priced }: UsageTotals, mostRows = MOST_ROWS): readonly SheetRow[] {
  const rows = priced.flatMap(rowsOf);
  return sorted(rows.length <= mostRows ? rows : withOthers(priced, rows).flatMap(rowsOf));
}

/** What lands on Unpriced. */
export function unpricedSheetRows({ unpriced }: UsageTotals): readonly UnpricedSheetRow[] {
  return sorted(
    unpriced.map(({ month, of, firstDay, sums, reason }) => ({
      month,
      pricesOnDay: firstDay,
      ...of,
      promptTokens: undefined,
      promptTokensHigh: undefined,
      quantities: sums.totals(),
      reason: reasonText(reason),
    })),
  );
}

/**
 * Rows of one usage: one, since all its kinds are on the same cheapest and dearest card. Only where a book has a card that is dearer
 * in one kind and cheaper in another, the kinds are in a row for each pair of cards.
 */
function rowsOf({ month, workspace, line, sums, firstDay }: PricedUsage): readonly SheetRow[] {
  const totals = sums.totals();
  const pairs = new Map<string, { readonly price: KindPrice; readonly kinds: number[] }>();
  for (const [kind, price] of line.prices.entries()) {
    if ("kind" in price || totals[kind] === 0n) continue;
    const key = `${price.lowCard.row} ${price.highCard.row}`;
    const pair = pairs.get(key) ?? { price, kinds: [] };
    pair.kinds.push(kind);
    pairs.set(key, pair);
  }
  const { service, speed, geo } = line.tariff;
  return [...pairs.values()].map(({ price, kinds }) => {
    const costs = kinds.map((kind) => costOf(line, kind, totals[kind] ?? 0n));
    return {
      ...{ month, pricesOnDay: firstDay, workspace, model: line.model, service, speed, geo },
      promptTokens: promptOn(price.lowCard, line.cards),
      promptTokensHigh: promptOn(price.highCard, line.cards),
      quantities: USAGE_KINDS.map((_, kind) => (kinds.includes(kind) ? (totals[kind] ?? 0n) : 0n)),
      listUsd: costs.reduce((sum, { lowUsd }) => plus(sum, lowUsd), NOTHING.lowUsd),
      listUsdHigh: costs.reduce((sum, { highUsd }) => plus(sum, highUsd), NOTHING.highUsd),
    };
  });
}

/** A prompt length on a card: its last one, or the first of the card without an end. */
function promptOn(card: PriceRow, cards: Cards): number | undefined {
  if (cards.length === 1) return undefined;
  const next = cards[cards.indexOf(card) + 1];
  return next ? next.promptAboveTokens : card.promptAboveTokens + 1;
}

/** Workspaces by their usage, dearest first; of equals the first by name. */
function largestWorkspaces(rows: readonly SheetRow[]): readonly string[] {
  const sums = new Map<string, Decimal>();
  for (const { workspace, listUsd } of rows)
    sums.set(workspace, plus(sums.get(workspace) ?? NOTHING.lowUsd, listUsd));
  return [...sums]
    .toSorted(([one, usd], [other, otherUsd]) => compare(otherUsd, usd) || (one < other ? -1 : 1))
    .slice(0, MOST_WORKSPACES)
    .map(([workspace]) => workspace);
}

/** The same usage, that of the smaller workspaces added up. */
function withOthers(
  priced: readonly PricedUsage[],
  rows: readonly SheetRow[],
): readonly PricedUsage[] {
  const largest = new Set(largestWorkspaces(rows));
  const others = new Map<PriceLine, Map<number, PricedUsage>>();
  for (const usage of priced.filter(({ workspace }) => !largest.has(workspace))) {
    const months = inside(others, usage.line, () => new Map<number, PricedUsage>());
    const sum = inside(months, usage.month, () => ({
      ...usage,
      workspace: OTHER_WORKSPACES,
      sums: new UsageSums(),
    }));
    sum.firstDay = Math.min(sum.firstDay, usage.firstDay);
    sum.sums.addAll(usage.sums);
  }
  return [
    ...priced.filter(({ workspace }) => largest.has(workspace)),
    ...[...others.values()].flatMap((months) => [...months.values()]),
  ];
}

function sorted<R extends Omit<UnpricedSheetRow, "reason">>(rows: readonly R[]): readonly R[] {
  const wordsOf = ({ month, workspace, model, service, speed, geo }: R) =>
    [monthText(month), workspace, model, service, speed, geo].join("\u0000");
  return rows
    .map((row) => ({ row, words: wordsOf(row) }))
    .toSorted(
      ({ row: one, words }, { row: other, words: others }) =>
        (words < others ? -1 : words > others ? 1 : 0) ||
        one.pricesOnDay - other.pricesOnDay ||
        (one.promptTokens ?? 0) - (other.promptTokens ?? 0) ||
        (one.promptTokensHigh ?? 0) - (other.promptTokensHigh ?? 0),
    )
    .map(({ row }) => row);
}
