import { type AskList, askList } from "../../../analysis/negotiation/asks";
import { writtenThresholds } from "../../../core/bands";
import type { ParsedDeal } from "../../../deal/parse-deal";
import type { DecisionDeal } from "../../../sheets/decision-sheet";
import type { ScenarioOnSheet } from "../../../sheets/scenario-cells";
import type { AsksDefinition } from "../../../sheets/sheet-definition";
import { formatList, timeOfMaking } from "../../../wording/format/format";
import { SORT_BANDS } from "../../../wording/messages/warning-messages";
import type { AsksRequest } from "../../../workbook/sheets/write-asks";
import type { DealState } from "../pane-state";
import { scenarioOnSheet } from "../scenario-references";

/** A deal that a sheet of negotiation is made from: how its formulas refer to it, and what they rest on. */
export interface NegotiatedDeal {
  readonly reading: ParsedDeal;
  readonly deal: DecisionDeal;
  readonly scenario: ScenarioOnSheet | undefined;
  readonly largestUsd: number;
}

/** The largest year that columns need room for. */
const HIGH_YEAR = 0.9;

/** The deal that is shown, or a sentence on what to mend first. */
export function negotiatedDeal(state: DealState): NegotiatedDeal | string {
  if (state.kind !== "read") return "Choose the cells of the deal first.";
  const { reading } = state;
  const { references, faults, bands, agreement, forecast, commitmentUsd, scenario } = reading;
  const { usage } = references;
  if (faults.length > 0 || !bands || !agreement || !forecast || usage === null) {
    const parts = [...new Set(faults.map(({ part }) => part))];
    return `Mend ${parts.length > 0 ? formatList(parts) : "the deal"} first: the sheet is made from it.`;
  }
  if (!reading.bandsAreSorted) return SORT_BANDS;
  if (commitmentUsd === undefined || commitmentUsd < CENT)
    return "Give the deal a commitment first: without one there is no offer to answer.";
  return {
    reading,
    deal: {
      ...references,
      usage,
      ...(scenario ? { source: `the scenario ${scenario.name}, ${scenario.place}` } : {}),
    },
    scenario: scenario?.row && scenarioOnSheet(scenario.row, reading, false),
    largestUsd: Math.max(
      ...[reading.usageUsd ?? 0, commitmentUsd, forecast.quantile(HIGH_YEAR)],
      ...writtenThresholds(bands),
    ),
  };
}

const CENT = 0.005;

/** What the sheet of asks is made from, or a sentence on what to mend first. */
export function asksRequest(state: DealState, now: Date): AsksRequest | string {
  const found = negotiatedDeal(state);
  if (typeof found === "string") return found;
  const { reading, deal, scenario, largestUsd } = found;
  const asks = askList(reading);
  if (!asks) return "Mend the deal first: the asks are worked out from it.";
  return {
    ...{ deal, asks, largestUsd },
    ...(scenario && { scenario }),
    definition: asksDefinition(reading, asks),
    ...{ madeOn: timeOfMaking(now), sources: [{ cells: reading.cells }] },
  };
}

function asksDefinition(reading: ParsedDeal, { asks, perYear }: AskList): AsksDefinition {
  return {
    ...{ kind: "asks", form: "live" },
    scenario: reading.scenario?.name ?? null,
    references: reading.references,
    lacking: lackingOf(asks),
    perYear: perYear ?? null,
  };
}

/** Names of what a deal lacks, whatever their rank. */
export function lackingOf(asks: AskList["asks"]): readonly string[] {
  return asks.flatMap(({ name, about }) => (about === "service" ? [] : [name])).toSorted();
}
