import type { Currency } from "../../../core/currency";
import { supposedOf } from "../../../deal/assumptions";
import type { DealReferences } from "../../../deal/deal-inputs";
import type { ParsedDeal } from "../../../deal/parse-deal";
import type {
  AsksDefinition,
  BridgeDefinition,
  ComparisonDefinition,
  CounterOfferDefinition,
  DecisionDefinition,
  SeatsDefinition,
  TermDefinition,
} from "../../../sheets/sheet-definition";
import {
  bridgeStaleness,
  comparisonStaleness,
  decisionStaleness,
  movedInput,
  movedReferences,
} from "../../../sheets/sheet-staleness";
import type { TableDefinition } from "../../../sheets/tables/definition";
import { presentDeal } from "../../../sheets/tables/inputs";
import { isMadeFrom, staleReasonOf } from "../../../sheets/tables/staleness";
import { isTermStale } from "../../../sheets/term/term-request";
import type { ListedDeal } from "../../../workbook/deal/deals";
import type { WrittenTable } from "../../../workbook/journal/written-table";
import { assumedCells, printOfAssumed } from "../../context/decision/assumed-cells";
import { negotiationStaleness } from "../../context/negotiation/staleness";
import type { DealState, PaneState } from "../../context/pane-state";
import { describeStaleness } from "./staleness-messages";

/** All that tables and sheets are made from, as the pane knows it. */
export type Sources = Pick<
  PaneState,
  | "deal"
  | "workbookDeal"
  | "deals"
  | "shownDeal"
  | "scenarios"
  | "scenariosFault"
  | "shown"
  | "tables"
  | "asks"
  | "alsoSaid"
  | "comparables"
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
  switch (definition.kind) {
    case "decision":
      return fitOfDecision(definition, sources, currency);
    case "comparison":
      return fitOfComparison(definition, sources, currency);
    case "asks":
    case "counterOffer":
    case "seats":
      return fitOfNegotiation(definition, sources, currency);
    case "term":
      return fitOfTerm(definition, sources, currency);
    case "bridge":
      return fitOfBridge(definition, sources, currency);
    case "log":
      return {};
  }
}

function fitOfTerm(definition: TermDefinition, sources: Sources, currency: Currency): Fit {
  const { workbookDeal } = sources;
  if (workbookDeal.kind !== "read") return {};
  const moved = (references: DealReferences): boolean =>
    movedInput(definition.references, references) !== undefined;
  const { reading } = workbookDeal;
  const other = moved(reading.references)
    ? otherDeal(sources, (of) => !moved(of.references))
    : undefined;
  if (other) return madeOn(other);
  const isStale = isTermStale(definition, reading);
  return {
    from: workbookDeal,
    ...(isStale && { outdated: describeStaleness({ kind: "termShape" }, currency) }),
  };
}

function fitOfBridge(definition: BridgeDefinition, sources: Sources, currency: Currency): Fit {
  const { deal, workbookDeal, scenarios, scenariosFault } = sources;
  const ofDeal = [definition.from, definition.to].find(({ scenario }) => scenario === null);
  if (scenariosFault || (ofDeal && workbookDeal.kind !== "read")) return {};
  const other = ofDeal && otherDeal(sources, ({ references }) => references.bands === ofDeal.bands);
  if (other) return madeOn(other);
  const stale = bridgeStaleness(
    definition,
    (scenario) =>
      scenario === null
        ? workbookDeal.kind === "read"
          ? workbookDeal.reading
          : undefined
        : scenarios.find(({ name }) => name === scenario)?.reading,
    sources.alsoSaid,
  );
  return { from: deal, ...(stale && { outdated: describeStaleness(stale, currency) }) };
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

/** What a sheet about one deal was made from: a reading, or why there is none. */
function madeFrom(
  { scenario, references }: OfOneDeal,
  sources: Sources,
  currency: Currency,
): Fit | ParsedDeal {
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
  return other ? madeOn(other) : reading;
}

type OfNegotiation = AsksDefinition | CounterOfferDefinition | SeatsDefinition;
type OfOneDeal = DecisionDefinition | OfNegotiation;

function fitOfDecision(definition: DecisionDefinition, sources: Sources, currency: Currency): Fit {
  const { supposed } = definition;
  const reading = madeFrom(definition, sources, currency);
  if (!("faults" in reading)) return reading;
  const assumed =
    definition.assumed === null ? null : assumedCells(reading, supposedOf(reading, supposed));
  const stale = decisionStaleness(definition, reading, assumed ? printOfAssumed(assumed) : null);
  return {
    from: { kind: "read", reading },
    ...(stale && { outdated: describeStaleness(stale, currency) }),
  };
}

function fitOfNegotiation(definition: OfNegotiation, sources: Sources, currency: Currency): Fit {
  const reading = madeFrom(definition, sources, currency);
  if (!("faults" in reading)) return reading;
  const from = { kind: "read", reading } as const;
  const { scenario } = definition;
  const stale =
    movedReferences(definition, reading) ??
    negotiationStaleness(definition, { ...sources, deal: from, shown: scenario });
  return { from, ...(stale && { outdated: describeStaleness(stale, currency) }) };
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
