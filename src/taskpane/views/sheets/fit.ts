import type { Currency } from "../../../core/currency";
import { supposedOf } from "../../../deal/assumptions";
import type { ComparisonDefinition, DecisionDefinition } from "../../../sheets/sheet-definition";
import {
  comparisonStaleness,
  decisionStaleness,
  movedInput,
} from "../../../sheets/sheet-staleness";
import type { TableDefinition } from "../../../sheets/tables/definition";
import { presentDeal } from "../../../sheets/tables/inputs";
import { isMadeFrom, staleReasonOf } from "../../../sheets/tables/staleness";
import type { ListedDeal } from "../../../workbook/deal/deals";
import type { WrittenTable } from "../../../workbook/journal/written-table";
import { assumedCells, printOfAssumed } from "../../context/decision/assumed-cells";
import type { DealState, PaneState } from "../../context/pane-state";
import { describeStaleness } from "./staleness-messages";

/** All that tables and sheets are made from, as the pane knows it. */
export type Sources = Pick<
  PaneState,
  "deal" | "workbookDeal" | "deals" | "shownDeal" | "scenarios" | "scenariosFault"
>;

/** How a table or a sheet fits what it was made from. */
export interface Fit {
  /** Why it no longer does; absent where it does, or nobody can tell. */
  readonly outdated?: string;
  /** What it was made from, where the pane shows another deal. */
  readonly note?: string;
  /** What it can be rebuilt from; absent where that is gone or is not shown. */
  readonly from?: DealState;
}

/**
 * How a table or a sheet fits the deal or the scenarios that it was made from, whichever of them the pane shows.
 *
 * Of the deals of a workbook only the one that is shown is read: what was made from another one is not out of date.
 */
export function fitOf(
  { complete, recipe, definition }: WrittenTable,
  sources: Sources,
  currency: Currency,
): Fit {
  if (!complete) return {};
  if (recipe) return fitOfTable(recipe, sources, currency);
  if (definition === undefined) return {};
  return definition.kind === "decision"
    ? fitOfDecision(definition, sources, currency)
    : fitOfComparison(definition, sources, currency);
}

function fitOfTable(recipe: TableDefinition, sources: Sources, currency: Currency): Fit {
  const { deal, workbookDeal, scenarios } = sources;
  const readings: readonly DealState[] = [
    ...[deal, workbookDeal],
    ...scenarios.map(({ reading }) => ({ kind: "read", reading }) as const),
  ];
  const own = readings.find(
    (one) => one.kind === "read" && isMadeFrom(recipe, one.reading.references),
  );
  const other = own ? undefined : otherDeal(sources, (of) => isMadeFrom(recipe, of.references));
  if (other) return madeOn(other);
  const from = own ?? deal;
  const present = from.kind === "read" ? presentDeal(from.reading) : undefined;
  const stale = present && staleReasonOf(recipe, present);
  return { from, ...(stale && { outdated: describeStaleness(stale, currency) }) };
}

function fitOfDecision(definition: DecisionDefinition, sources: Sources, currency: Currency): Fit {
  const { scenario, references, supposed } = definition;
  const { workbookDeal, scenarios, scenariosFault } = sources;
  if (scenario !== null && scenariosFault) return {};
  const reading =
    scenario === null
      ? workbookDeal.kind === "read" && workbookDeal.reading
      : scenarios.find(({ name }) => name === scenario)?.reading;
  if (scenario !== null && !reading)
    return { outdated: describeStaleness({ kind: "scenarioGone", names: [scenario] }, currency) };
  if (!reading) return {};
  const isMoved = scenario === null && movedInput(references, reading.references) !== undefined;
  const other = isMoved
    ? otherDeal(sources, (of) => movedInput(references, of.references) === undefined)
    : undefined;
  if (other) return madeOn(other);
  const assumed =
    definition.assumed === null ? null : assumedCells(reading, supposedOf(reading, supposed));
  const stale = decisionStaleness(definition, reading, assumed ? printOfAssumed(assumed) : null);
  return {
    from: { kind: "read", reading },
    ...(stale && { outdated: describeStaleness(stale, currency) }),
  };
}

function fitOfComparison(
  definition: ComparisonDefinition,
  sources: Sources,
  currency: Currency,
): Fit {
  const { deal, scenarios, scenariosFault } = sources;
  if (scenariosFault) return {};
  const other = otherDeal(sources, ({ references }) =>
    definition.compared.some(({ name, bands }) => {
      const now = scenarios.find((one) => one.name === name)?.reading.references.bands;
      return now !== undefined && now !== bands && bands === references.bands;
    }),
  );
  if (other) return madeOn(other);
  const stale = comparisonStaleness(definition, scenarios);
  return { from: deal, ...(stale && { outdated: describeStaleness(stale, currency) }) };
}

/** A deal of the workbook that the pane does not show. */
function otherDeal(
  { deals, shownDeal }: Sources,
  isIt: (deal: ListedDeal) => boolean,
): ListedDeal | undefined {
  return deals.find((deal) => deal.key !== shownDeal && isIt(deal));
}

function madeOn({ name }: ListedDeal): Fit {
  return { note: `Made from the deal on ${name}.` };
}
