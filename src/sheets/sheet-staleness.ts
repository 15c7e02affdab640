import { writtenThresholds } from "../core/bands";
import { toCents } from "../core/money";
import { thresholdAxis } from "../core/threshold-axis";
import { unlockColumns } from "../core/unlocks";
import { DEAL_INPUTS, type DealReferences, type InputKey } from "../deal/deal-inputs";
import type { ParsedDeal } from "../deal/parse-deal";
import type { ParsedScenario } from "../deal/parse-scenario";
import type {
  ComparedDefinition,
  ComparisonDefinition,
  DecisionDefinition,
} from "./sheet-definition";
import { printOf } from "./tables/deal-print";
import { inputsOf } from "./tables/inputs";

/** Why a sheet does not fit what it was made from any more. */
export type SheetStaleness =
  | { readonly kind: "references"; readonly before: string; readonly now: string }
  | { readonly kind: "bandRoom" | "curveRoom" | "carried" | "assumed" | "values" }
  | {
      readonly kind:
        | "scenarioGone"
        | "scenarioAdded"
        | "scenarioReferences"
        | "scenarioThresholds"
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
  const moved = made.scenario === null && movedInput(references, reading.references);
  if (moved) {
    const named = (of: DealReferences): string => of[moved] ?? `no ${moved}`;
    return { kind: "references", before: named(references), now: named(reading.references) };
  }
  if (made.assumed !== assumed) return { kind: "assumed" };
  const thresholds = writtenThresholds(bands);
  const range = { lowUsd: 0, highUsd: room.curveToUsd, steps: 0 };
  if (thresholdAxis(thresholds, range).length > room.curveRows) return { kind: "curveRoom" };
  if (agreement.bands.length > room.bands) return { kind: "bandRoom" };
  return unlockColumns(bands, agreement).length === room.carried ? null : { kind: "carried" };
}

/** The first input that two deals read from different cells; undefined where they are one deal. */
export function movedInput(one: DealReferences, other: DealReferences): InputKey | undefined {
  return DEAL_INPUTS.map(({ key }) => key).find((key) => one[key] !== other[key]);
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
