import { writtenThresholds } from "../core/bands";
import { toCents } from "../core/money";
import { thresholdAxis } from "../core/threshold-axis";
import { unlockColumns } from "../core/unlocks";
import { DEAL_INPUTS, type DealReferences, type InputKey } from "../deal/deal-inputs";
import type { ParsedDeal } from "../deal/parse-deal";
import type { ParsedScenario } from "../deal/parse-scenario";
import { type AlsoSaidCells, alsoSaidOf } from "../deal/text-terms";
import type {
  BridgeDefinition,
  BridgedDefinition,
  ComparedDefinition,
  ComparisonDefinition,
  DecisionDefinition,
} from "./sheet-definition";
import { printOf } from "./tables/deal-print";
import { inputsOf } from "./tables/inputs";

/** Why a sheet does not fit what it was made from any more. */
export type SheetStaleness =
  | { readonly kind: "references"; readonly before: string; readonly now: string }
  | { readonly kind: "bandRoom" | "curveRoom" | "carried" | "assumed" | "values" | "termShape" }
  /** Of a sheet of asks: the deal lacks other clauses, or its term has other periods. Of a counter-offer: it says other things. */
  | { readonly kind: "asks" | "position" }
  | {
      readonly kind:
        | "scenarioGone"
        | "scenarioAdded"
        | "scenarioReferences"
        | "scenarioThresholds"
        | "bridged"
        | "scenarioValues";
      readonly names: readonly string[];
    };

/** The numbers of a deal, as a sheet of plain values keeps them. */
export function printOfDeal(reading: ParsedDeal): string | null {
  const inputs = inputsOf(reading);
  return inputs && printOf(inputs);
}

/**
 * Why a decision sheet does not fit its deal as it is now; null where it does, or while the deal has faults.
 *
 * @param reading The deal that it was made from.
 * @param assumed How the cells that it assumes would be laid out now; null where nothing is assumed.
 */
export function decisionStaleness(
  { references, room, form, print, ...made }: DecisionDefinition,
  reading: ParsedDeal,
  assumed: string | null,
): SheetStaleness | null {
  const { bands, agreement, faults } = reading;
  if (faults.length > 0 || !bands || !agreement) return null;
  if (form === "values")
    return print === null || print === printOfDeal(reading) ? null : { kind: "values" };
  const moved = movedReferences({ references, scenario: made.scenario }, reading);
  if (moved) return moved;
  if (made.assumed !== assumed) return { kind: "assumed" };
  const thresholds = writtenThresholds(bands);
  const range = { lowUsd: 0, highUsd: room.curveToUsd, steps: 0 };
  if (thresholdAxis(thresholds, range).length > room.curveRows) return { kind: "curveRoom" };
  if (agreement.bands.length > room.bands) return { kind: "bandRoom" };
  return unlockColumns(bands, agreement).length === room.carried ? null : { kind: "carried" };
}

/** Which input a sheet about the deal in the workbook reads from other cells than the deal does now; undefined where none. */
export function movedReferences(
  {
    scenario,
    references,
  }: { readonly scenario: string | null; readonly references: DealReferences },
  reading: ParsedDeal,
): SheetStaleness | undefined {
  const moved = scenario === null && movedInput(references, reading.references);
  if (!moved) return undefined;
  const named = (of: DealReferences): string => of[moved] ?? `no ${moved}`;
  return { kind: "references", before: named(references), now: named(reading.references) };
}

/** The first input of a single year that two deals read from different cells; undefined where they are one deal. */
export function movedInput(one: DealReferences, other: DealReferences): InputKey | undefined {
  return DEAL_INPUTS.map(({ key }) => key).find(
    (key) => key !== "schedule" && one[key] !== other[key],
  );
}

/** Why a comparison does not fit the scenarios as they are now; null where it does. A scenario with a fault tells nothing. */
export function comparisonStaleness(
  { compared, form, print }: ComparisonDefinition,
  scenarios: readonly ParsedScenario[],
): SheetStaleness | null {
  const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  const gone = compared.filter(({ name }) => !scenarios.some((one) => one.name === name));
  if (gone.length > 0) return { kind: "scenarioGone", names: namesOf(gone) };
  const added = scenarios.filter(
    (one) => one.compared && !compared.some(({ name }) => name === one.name),
  );
  if (added.length > 0) return { kind: "scenarioAdded", names: namesOf(added) };
  if (scenarios.some((one) => !one.compared)) return null;
  if (form === "values")
    return print === null || print === printOfScenarios(scenarios)
      ? null
      : { kind: "scenarioValues", names: namesOf(compared) };
  const now = comparedDefinitions(scenarios);
  const differing = (isSame: (one: ComparedDefinition, other: ComparedDefinition) => boolean) =>
    compared.filter((one) => !now.some((other) => other.name === one.name && isSame(one, other)));
  const moved = differing(
    (one, other) =>
      one.bands === other.bands && one.terms === other.terms && one.usageCells === other.usageCells,
  );
  if (moved.length > 0) return { kind: "scenarioReferences", names: namesOf(moved) };
  const around = differing((one, other) => sameAmounts(one.thresholdsUsd, other.thresholdsUsd));
  return around.length > 0 ? { kind: "scenarioThresholds", names: namesOf(around) } : null;
}

/** What is kept of each scenario that is compared. */
export function comparedDefinitions(
  scenarios: readonly ParsedScenario[],
): readonly ComparedDefinition[] {
  return scenarios.map(({ name, row, reading: { references, bands } }) => {
    const usageCells = row.found["Usage cells"];
    return {
      name,
      ...{ bands: references.bands, terms: references.terms },
      usageCells: usageCells.kind === "cells" ? usageCells.reference : null,
      thresholdsUsd: bands ? writtenThresholds(bands) : [],
    };
  });
}

/** The numbers of all scenarios, as a sheet of plain values keeps them. */
export function printOfScenarios(scenarios: readonly ParsedScenario[]): string {
  return scenarios.map(({ reading }) => printOfDeal(reading)).join(" ");
}

function sameAmounts(one: readonly number[], other: readonly number[]): boolean {
  return one.map(toCents).join() === other.map(toCents).join();
}

/**
 * Why a bridge does not fit its two offers as they are now; null where it does.
 *
 * @param readingOf An offer by its scenario, null for the deal; undefined where it is gone.
 * @param alsoSaid What proposals say beside their prices.
 */
export function bridgeStaleness(
  { from, to }: BridgeDefinition,
  readingOf: (scenario: string | null) => ParsedDeal | undefined,
  alsoSaid: readonly AlsoSaidCells[],
): SheetStaleness | null {
  const ends = [from, to].map((made) => ({ made, now: readingOf(made.scenario) }));
  const namesOf = (list: typeof ends) => list.map(({ made }) => made.scenario ?? "The deal");
  const gone = ends.filter(({ now }) => now === undefined);
  if (gone.length > 0) return { kind: "scenarioGone", names: namesOf(gone) };
  const moved = ends.filter(({ made, now }) => {
    const cells = now && bridgedDefinition(made.scenario, now, alsoSaid);
    return cells && BRIDGED_CELLS.some((part) => made[part] !== cells[part]);
  });
  return moved.length > 0 ? { kind: "bridged", names: namesOf(moved) } : null;
}

const BRIDGED_CELLS = ["bands", "terms", "commitment", "forecast", "alsoSaid"] as const;

/** What is kept of an offer of a bridge: a scenario's commitment and forecast are found in its row, unless they are elsewhere. */
export function bridgedDefinition(
  scenario: string | null,
  reading: ParsedDeal,
  alsoSaid: readonly AlsoSaidCells[],
): BridgedDefinition {
  const { references, scenario: place } = reading;
  const said = alsoSaidOf(reading, alsoSaid);
  const { bands, terms, commitment, forecast, usage } = references;
  const isElsewhere = scenario === null || place?.row?.found["Usage cells"].kind === "cells";
  return {
    ...{ scenario, bands, terms },
    commitment: scenario === null ? commitment : null,
    forecast: isElsewhere ? (forecast ?? usage) : null,
    ...(said && { alsoSaid: said.table }),
  };
}
