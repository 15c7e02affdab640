import type { Currency } from "../../core/currency";
import {
  type ComparableCells,
  type ComparableDeals,
  readComparableDeals,
} from "../../deal/comparable-deals";
import type { DealCells } from "../../deal/deal-inputs";
import { type ParsedDeal, readDealCells } from "../../deal/parse-deal";
import { type ParsedScenario, readScenarioTable } from "../../deal/parse-scenario";
import type { ScenarioTable } from "../../deal/scenario";
import {
  type HistoryCells,
  readUsageHistory,
  type UsageHistory,
} from "../../sheets/usage/usage-history";
import { currencyOf } from "../../wording/format/currencies";
import type { Outcome, WorkbookFault } from "../../workbook/excel/outcome";
import type { WorkbookCells } from "../../workbook/read-workbook";
import type { DealState, PaneState } from "./pane-state";
import { isSameData, keepSame } from "./same-data";

/** What of the pane's state comes from the workbook. */
export type WorkbookState = Pick<
  PaneState,
  | "currency"
  | "deal"
  | "workbookDeal"
  | "deals"
  | "shownDeal"
  | "comparables"
  | "scenarios"
  | "shown"
  | "scenariosFault"
  | "usage"
  | "tables"
  | "asks"
  | "alsoSaid"
>;

/**
 * The state after the workbook was read again. Cells that hold the same keep what was made of them, object for object: parts
 * of the pane that compare by identity neither price nor draw them again. A workbook that cannot be read keeps its label.
 */
export function refreshed(read: Outcome<WorkbookCells>, before: WorkbookState): WorkbookState {
  if (!read.ok) {
    const refused = keepSame<DealState>(
      { kind: "refused", fault: read.fault },
      before.workbookDeal,
    );
    return {
      ...{ deal: refused, workbookDeal: refused, scenarios: [], shown: null },
      scenariosFault: undefined,
      currency: before.currency,
      deals: before.deals,
      shownDeal: before.shownDeal,
      comparables: before.comparables,
      usage: before.usage,
      tables: before.tables,
      asks: before.asks,
      alsoSaid: before.alsoSaid,
    };
  }
  const {
    deal,
    deals,
    comparables,
    shownDeal,
    scenarios: table,
    usage,
    tables,
    asks,
    alsoSaid,
  } = read.value;
  const currency = keepSame(currencyOf(read.value.currency ?? ""), before.currency);
  // Sentences about faults carry the label.
  const isSameLabel = currency === before.currency;
  const workbookDeal = deal.ok
    ? parsed(deal.value, before.workbookDeal, isSameLabel)
    : withoutDeal(deal.fault, before.workbookDeal);
  const scenarios = parsedScenarios(table.ok ? table.value : null, workbookDeal, before, currency);
  const wanted = table.ok ? table.value?.shown : undefined;
  const shown = scenarios.find(({ isNamed, name }) => isNamed && name === wanted);
  return {
    currency,
    workbookDeal,
    deal: shown ? asRead(shown.reading, before.deal) : workbookDeal,
    deals: keepSame(deals, before.deals),
    comparables: comparables && parsedComparables(comparables, before.comparables),
    shownDeal,
    scenarios,
    shown: shown?.name ?? null,
    scenariosFault: table.ok ? undefined : keepSame(table.fault, before.scenariosFault),
    usage: usage && parsedUsage(usage, before.usage),
    tables: keepSame(tables, before.tables),
    asks: keepSame(asks, before.asks),
    alsoSaid: keepSame(alsoSaid, before.alsoSaid),
  };
}

function parsedComparables(
  cells: ComparableCells,
  before: ComparableDeals | null,
): ComparableDeals {
  return before && isSameData(cells, before.cells) ? before : readComparableDeals(cells);
}

function parsedUsage(cells: HistoryCells, before: UsageHistory | null): UsageHistory {
  return before && isSameData(cells, before.cells) ? before : readUsageHistory(cells);
}

/**
 * Says of a deal that was shown and is gone where it was, and which deal is shown instead; undefined where none is gone. Where
 * no deal is left the deal's own state says it.
 */
export function goneDeal(before: WorkbookState, now: WorkbookState): string | undefined {
  const last = before.deals.find(({ key }) => key === before.shownDeal);
  const shown = now.deals.find(({ key }) => key === now.shownDeal);
  if (!last || !shown || now.deals.some(({ key }) => key === last.key)) return undefined;
  return `${last.name} is no longer in the workbook: its bands were in ${last.bandsAddress}. The pane now shows ${shown.name}.`;
}

function parsed(cells: DealCells, before: DealState, isSameLabel: boolean): DealState {
  if (before.kind !== "read") return { kind: "read", reading: readDealCells(cells) };
  const { reading } = before;
  if (isSameLabel && isSameData(cells, reading.cells)) return before;
  return { kind: "read", reading: keepParts(readDealCells(cells), reading) };
}

function asRead(reading: ParsedDeal, before: DealState): DealState {
  return before.kind === "read" && before.reading === reading ? before : { kind: "read", reading };
}

/** The deal with the agreement and the forecast that it had where their cells hold the same: what they priced still is right. */
function keepParts(now: ParsedDeal, before: ParsedDeal): ParsedDeal {
  const isSame = (part: "bands" | "terms" | "forecast"): boolean =>
    isSameData(now.cells[part], before.cells[part]);
  const isSameForecast =
    now.forecastIsUsage === before.forecastIsUsage &&
    (now.forecastIsUsage ? now.usageUsd === before.usageUsd : isSame("forecast"));
  return {
    ...now,
    ...(isSame("bands") && { bands: before.bands, discounts: before.discounts }),
    ...(isSame("bands") && isSame("terms") && { agreement: before.agreement }),
    ...(now.forecast && before.forecast && isSameForecast && { forecast: before.forecast }),
  };
}

/** Every scenario, each as it was where neither its row nor the cells that it takes from elsewhere differ. */
function parsedScenarios(
  table: ScenarioTable | null,
  deal: DealState,
  before: WorkbookState,
  currency: Currency,
): readonly ParsedScenario[] {
  const isSameLabel = currency === before.currency;
  const rows = before.scenarios.map(({ row }) => row);
  const isSame = deal === before.workbookDeal && isSameData(table?.rows ?? [], rows);
  if (isSame && isSameLabel) return before.scenarios;
  if (table === null) return [];
  const cells = deal.kind === "read" ? deal.reading.cells : undefined;
  return readScenarioTable(table, cells, currency).map((now) => {
    const former = before.scenarios.find(({ name }) => name === now.name);
    if (!former) return now;
    const isAsBefore =
      isSameLabel &&
      now.isNamed === former.isNamed &&
      isSameData(
        [now.row, now.reading.cells, now.problems],
        [former.row, former.reading.cells, former.problems],
      );
    if (isAsBefore) return former;
    const reading = keepParts(now.reading, former.reading);
    const { forecast, agreement } = reading;
    const { compared } = now;
    return {
      ...now,
      reading,
      compared:
        compared && forecast && agreement ? { ...compared, forecast, agreement } : undefined,
    };
  });
}

/** Why there is no deal; of one that was read before, where it was last. */
function withoutDeal(fault: WorkbookFault, before: DealState): DealState {
  if (fault.kind === "nothingNamed") {
    if (before.kind === "none") return before;
    const isRead = before.kind === "read" && !before.reading.chosen;
    return { kind: "none", gone: (isRead && before.reading.addresses?.Bands) || undefined };
  }
  if (fault.kind !== "choiceLost") return keepSame({ kind: "refused", fault }, before);
  if (before.kind === "refused" && before.fault.kind === "choiceLost") return before;
  const last = before.kind === "read" ? before.reading.addresses?.[fault.part] : null;
  return { kind: "refused", fault: last ? { ...fault, reference: last } : fault };
}
