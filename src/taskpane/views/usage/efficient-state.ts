import { type KeptSaving, keptSaving } from "../../../analysis/kept-saving";
import { recommendedUsd } from "../../../analysis/recommendation";
import type { Agreement } from "../../../core/agreement";
import { bandName } from "../../../core/band-name";
import type { BandTable } from "../../../core/bands";
import { monthText } from "../../../core/calendar";
import type { Currency } from "../../../core/currency";
import { describeNoAnswer } from "../../../core/describe-no-answer";
import { describeErrors } from "../../../core/errors";
import { NoAnswer } from "../../../core/no-answer";
import { chain, combine, type Result, succeed } from "../../../core/result";
import { type EfficientUsage, efficientUsage } from "../../../efficiency/efficient-usage";
import { type IdleReason, idleLevers } from "../../../efficiency/idle-levers";
import type { LeverName } from "../../../efficiency/levers";
import { expectedCost } from "../../../forecast/expected-cost";
import type { Forecast } from "../../../forecast/forecast";
import {
  forecastFromHistory,
  type HistoryForecast,
} from "../../../forecast/history/forecast-from-history";
import type { History } from "../../../forecast/history/history-tables";
import { lognormal, lognormalFromVariation } from "../../../forecast/lognormal";
import { certain } from "../../../forecast/sample";
import { scaled } from "../../../forecast/scaled";
import { readEfficiencyQuestion } from "../../../input/efficiency/efficiency-cells";
import { readHistory } from "../../../input/history-cells";
import {
  LEVERS_TABLE,
  type LeverCells,
  type LeverShares,
  NO_LEVERS,
  sharesIn,
  withShares,
} from "../../../sheets/usage/lever-rows";
import type { HistoryMonth } from "../../../sheets/usage/read-months";
import { AT } from "../../../sheets/usage/usage-columns";
import type { UsageHistory } from "../../../sheets/usage/usage-history";
import type { EfficientSheets } from "../../../workbook/usage/levers";
import type { UsageCells } from "../../../workbook/usage/read-usage";

/** What efficient use is worked out from: cells as they were read, and the levers as they are set in the pane. */
export interface EfficientDraft {
  /** The months that the cells were read with: where they are others now, the cells are read again. */
  readonly history: UsageHistory;
  readonly cells: UsageCells;
  /** Models that have usage, and all that the price book may have. */
  readonly models: { readonly used: readonly string[]; readonly sold: readonly string[] };
  /** Null until the sheets are written. */
  readonly sheets: EfficientSheets | null;
  readonly shares: LeverShares;
}

/** @param shares As they were set before; undefined takes those of the sheet. */
export function newEfficientDraft(
  history: UsageHistory,
  cells: UsageCells,
  sheets: EfficientSheets | null,
  shares: LeverShares | undefined,
): EfficientDraft {
  const used = textsIn(cells.tables.usage.values, AT.model);
  return {
    ...{ history, cells, sheets },
    models: { used, sold: cells.book ? textsIn(cells.book.values, 0) : used },
    shares: shares ?? (sheets ? sharesIn(sheets.levers) : { ...NO_LEVERS, from: used[0] ?? "" }),
  };
}

/** Whether usage is known by model, so that there is something to make efficient. */
export function hasUsage({ models }: EfficientDraft): boolean {
  return models.used.length > 0;
}

function textsIn(values: readonly (readonly unknown[])[], column: number): readonly string[] {
  const texts = values.slice(1).map((row) => String(row[column] ?? "").trim());
  return [...new Set(texts)].filter((text) => text !== "").toSorted();
}

/** The rows of the table of levers as the pane would write them. */
export function leverRows({ sheets, shares }: EfficientDraft): readonly LeverCells[] {
  return withShares(sheets?.levers ?? [], shares);
}

/** Usage after each kind of lever, or the sentence that says why nobody can tell. */
export type Steps =
  | {
      readonly kind: "steps";
      readonly steps: readonly Step[];
      readonly part: number;
      readonly idle: readonly IdleRow[];
    }
  | { readonly kind: "fault"; readonly sentence: string };

/** A row of the levers that changes nothing of the usage, and why. */
export interface IdleRow {
  readonly lever: LeverName;
  readonly cells: LeverCells;
  readonly reason: IdleReason;
  /** Whether a slider of the pane sets it; else it stands in the table only. */
  readonly isOfPane: boolean;
}

export interface Step {
  readonly name: string;
  readonly usd: number;
  /** What the step saves where it stands. */
  readonly savingUsd: number;
}

/** Of each draft: the pane asks twice for every frame of a slider. */
const KNOWN = new WeakMap<EfficientDraft, { readonly currency: Currency; readonly steps: Steps }>();

/** What the levers make of the imported usage, by the very code of EFFICIENT_USAGE. */
export function efficientSteps(draft: EfficientDraft, currency: Currency): Steps {
  const known = KNOWN.get(draft);
  if (known?.currency === currency) return known.steps;
  const steps = pricedSteps(draft, currency);
  KNOWN.set(draft, { currency, steps });
  return steps;
}

function pricedSteps(draft: EfficientDraft, currency: Currency): Steps {
  const { cells } = draft;
  const headings = LEVERS_TABLE.columns.map(({ heading }) => heading);
  const rows = leverRows(draft);
  const question = readEfficiencyQuestion(
    cells.tables.usage.values,
    [headings, ...rows],
    undefined,
    cells.book?.values,
  );
  const priced = chain(question, (asked) =>
    combine({ usage: efficientUsage(asked), idle: succeed(idleLevers(asked)) }),
  );
  if (!priced.ok) return { kind: "fault", sentence: describeErrors(priced.errors, currency) };
  const { usage } = priced.value;
  if (usage instanceof NoAnswer)
    return { kind: "fault", sentence: describeNoAnswer(usage, currency) };
  const ofPane = withShares([], draft.shares).length;
  const idle = priced.value.idle.flatMap(({ lever, reason }): readonly IdleRow[] => {
    // Row 1 has the headings; the rows of the pane come first.
    const index = lever.row - 2;
    const row = rows[index];
    return row ? [{ lever: lever.lever, cells: row, reason, isOfPane: index < ofPane }] : [];
  });
  return stepsOf(usage, idle);
}

function stepsOf(
  { current, routed, cached, efficient }: EfficientUsage,
  idle: readonly IdleRow[],
): Steps {
  const named = [
    ["Current", current],
    ["Routing", routed],
    ["Caching", cached],
    ["Batch", efficient],
  ] as const;
  const steps = named.map(([name, { totalUsd }], index): Step => {
    const before = named[index - 1]?.[1].totalUsd ?? totalUsd;
    return { name, usd: totalUsd, savingUsd: before - totalUsd };
  });
  const part = current.totalUsd > 0 ? efficient.totalUsd / current.totalUsd : 1;
  return { kind: "steps", steps, part, idle };
}

/** The months in the history, and the forecast of the year that follows them. */
export type YearAhead =
  | {
      readonly kind: "forecast";
      readonly history: History;
      readonly made: HistoryForecast;
      readonly year: Forecast;
    }
  /** Too short to test a forecast; a history with a gap or an amount that is missing has a sentence. */
  | {
      readonly kind: "none";
      readonly usagesUsd: readonly number[];
      readonly sentence: string | undefined;
    };

const A_YEAR = { months: 12, gap: 0, method: undefined };

/** The forecast of FORECAST_FROM_HISTORY for the twelve months that follow. */
export function yearAhead(months: readonly HistoryMonth[], currency: Currency): YearAhead {
  const counted = months.filter(({ isInHistory }) => isInHistory);
  const usagesUsd = counted.map(({ baselineUsd }) => baselineUsd ?? 0);
  const none = (sentence?: string): YearAhead => ({ kind: "none", usagesUsd, sentence });
  if (counted.length === 0) return none();
  const unknown = counted.find(({ baselineUsd }) => baselineUsd === undefined);
  if (unknown)
    return none(
      `The baseline of ${monthText(unknown.month)} is no amount: correct its cells, or type no under In history.`,
    );
  const cells = counted.map(({ month, baselineUsd }) => [monthText(month), baselineUsd ?? ""]);
  const read: Result<History> = readHistory([["Month", "Baseline"], ...cells]);
  if (!read.ok) return none(describeErrors(read.errors, currency));
  const made = forecastFromHistory(read.value.usagesUsd, A_YEAR);
  if (made instanceof NoAnswer)
    return none(
      made.reason.kind === "tooLittleHistory" ? undefined : describeNoAnswer(made, currency),
    );
  const { meanUsd, cv } = made;
  const year = lognormal(lognormalFromVariation(meanUsd, cv));
  return { kind: "forecast", history: read.value, made, year };
}

/** What the two usages of a year ask to commit to, and what the commitment leaves of the saving. */
export interface SideBySide {
  readonly current: UsageSide;
  readonly efficient: UsageSide;
  readonly kept: KeptSaving;
  /** Whether the year is a forecast; else twelve times the average month, taken as certain. */
  readonly isForecast: boolean;
}

export interface UsageSide {
  readonly usageUsd: number;
  readonly commitmentUsd: number;
  readonly band: string;
  readonly costUsd: number;
}

/** Undefined where there is no usage. */
export function sideBySide(
  ahead: YearAhead,
  part: number,
  deal: {
    readonly bands: BandTable;
    readonly agreement: Agreement;
    readonly commitmentUsd: number | undefined;
  },
  currency: Currency,
): SideBySide | undefined {
  const year = ahead.kind === "forecast" ? ahead.year : averageYear(ahead.usagesUsd);
  if (!year || year.meanUsd <= 0) return undefined;
  const { bands, agreement, commitmentUsd } = deal;
  const sideOf = (usage: Forecast): UsageSide => {
    const best = recommendedUsd(usage, agreement, commitmentUsd);
    return {
      usageUsd: usage.meanUsd,
      commitmentUsd: best,
      band: bandName(best, bands, currency),
      costUsd: expectedCost(usage, best, agreement),
    };
  };
  const current = sideOf(year);
  const efficient = sideOf(part > 0 ? scaled(year, part) : certain(0));
  const promised = commitmentUsd || current.commitmentUsd;
  const kept = keptSaving(current.usageUsd, efficient.usageUsd, promised, agreement);
  return { current, efficient, kept, isForecast: ahead.kind === "forecast" };
}

function averageYear(usagesUsd: readonly number[]): Forecast | undefined {
  if (usagesUsd.length === 0) return undefined;
  return certain((12 * usagesUsd.reduce((sum, usd) => sum + usd, 0)) / usagesUsd.length);
}
