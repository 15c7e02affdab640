import { writtenThresholds } from "../../core/bands";
import type { PolicyName } from "../../core/terms";
import type { ParsedDeal } from "../../deal/parse-deal";
import { placeOfSchedule } from "../../deal/schedule-cells";
import { policiesOf, type TermSettings, termOfDeal } from "../../deal/term-of-deal";
import { cashFlows } from "../../term/cash-flows";
import type { SheetSource } from "../provenance";
import type { TermDefinition, TermSheetKind } from "../sheet-definition";
import { fingerprint } from "../tables/fingerprint";
import type { BurndownDeal } from "./burndown-sheet";
import type { TermSheetDeal } from "./term-inputs";

/** What a sheet of several years is made from. */
export interface TermSheetRequest {
  readonly deal: TermSheetDeal & BurndownDeal;
  readonly definition: TermDefinition;
  /** The largest amount that is known of it, USD. */
  readonly largestUsd: number;
  readonly madeOn: string;
  /** What its inputs are read from, for what it says of itself. */
  readonly sources: readonly SheetSource[];
}

/**
 * What a sheet of several years is made from, or a sentence on why it cannot be.
 *
 * @param monthsUsd Usage of the months of the first year that are past.
 */
export function termSheetRequest(
  reading: ParsedDeal,
  settings: TermSettings,
  sheet: TermSheetKind,
  madeOn: string,
  monthsUsd: readonly number[] = [],
): TermSheetRequest | string {
  const { references, cells, bands, agreement, scenario } = reading;
  const term = termOfDeal(reading, settings);
  if (scenario) return "The sheet is made from the deal in the workbook: show that first.";
  if (!term?.ok || !bands || !agreement || !reading.bandsAreSorted)
    return "Put right what the term waits for first: the sheet is made from it.";
  const { plan, usageUsd } = term.value.whole;
  const standing = policiesOf(reading);
  const set = (Object.keys(settings.policies) as PolicyName[]).flatMap((name) => {
    const value = settings.policies[name];
    return value === undefined || value === standing[name]
      ? []
      : [[name, value === null ? "none" : value] as const];
  });
  const deal = {
    ...{ references, terms: cells.terms, set },
    commitmentsUsd: settings.commitmentsUsd ?? null,
    schedule: cells.schedule ? placeOfSchedule(cells.schedule) : null,
    years: plan.years.length,
    periods: plan.yearOf.length,
    perYear: plan.perYear,
    thresholds: writtenThresholds(bands).filter((usd) => usd > 0).length,
    flows: cashFlows(plan, usageUsd).length,
    basis: agreement.basis,
    monthsUsd,
  };
  const { monthsUsd: _, ...shape } = deal;
  return {
    deal,
    definition: {
      ...{ kind: "term", form: "live", sheet, references, settings },
      shape: fingerprint(JSON.stringify(shape)),
    },
    largestUsd: Math.max(...plan.commitmentsUsd, ...usageUsd) * plan.years.length,
    ...{ madeOn, sources: [{ cells }] },
  };
}

/** Whether a sheet of several years has other cells than it would have now; false while nobody can tell. */
export function isTermStale(definition: TermDefinition, reading: ParsedDeal): boolean {
  const now = termSheetRequest(reading, definition.settings, definition.sheet, "");
  return typeof now !== "string" && now.definition.shape !== definition.shape;
}
