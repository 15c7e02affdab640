import { writtenThresholds } from "../../../core/bands";
import {
  AS_IT_IS,
  type Assumptions,
  isAsItIs,
  supposedOf,
  supposedSentences,
} from "../../../deal/assumptions";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { decisionRoom } from "../../../sheets/decision-sheet";
import { curveEndUsd } from "../../../sheets/savings-curve-block";
import type { SheetForm } from "../../../sheets/sheet-definition";
import { printOfDeal } from "../../../sheets/sheet-staleness";
import { formatList, timeOfMaking } from "../../../wording/format/format";
import { SORT_BANDS } from "../../../wording/messages/warning-messages";
import type { DecisionRequest } from "../../../workbook/sheets/write-decision";
import type { DealState } from "../pane-state";
import { scenarioOnSheet } from "../scenario-references";
import { assumedCells, printOfAssumed } from "./assumed-cells";

/** The year that the sheet shows as a high one. */
const HIGH_YEAR = 0.9;

/**
 * What the sheet is made from, or a sentence on what to mend first.
 *
 * @param whatIf What the sheet takes as if it were so; where cells cannot say that, the sheet is of the deal in the workbook.
 */
export function decisionRequest(
  deal: DealState,
  whatIf: Assumptions,
  now: Date,
  form: SheetForm = "live",
): DecisionRequest | string {
  if (deal.kind !== "read") return "Choose the cells of the deal first.";
  const { references, faults, scenario } = deal.reading;
  const supposed = supposedOf(deal.reading, whatIf);
  const assumed = isAsItIs(supposed) ? undefined : assumedCells(deal.reading, supposed);
  const { bands, agreement, usageUsd, commitmentUsd, forecast } = assumed?.reading ?? deal.reading;
  const { usage } = references;
  if (faults.length > 0 || !bands || !agreement || usage === null) {
    const parts = [...new Set(faults.map(({ part }) => part))];
    return `Mend ${parts.length > 0 ? formatList(parts) : "the deal"} first: the decision sheet is made from it.`;
  }
  if (!deal.reading.bandsAreSorted) return SORT_BANDS;
  const curveToUsd = forecast && curveEndUsd(bands, agreement, forecast, commitmentUsd);
  return {
    deal: {
      ...references,
      usage,
      ...(scenario ? { source: `the scenario ${scenario.name}, ${scenario.place}` } : {}),
    },
    bands,
    agreement,
    ...(scenario?.row && {
      scenario: scenarioOnSheet(scenario.row, deal.reading, supposed.loadFactor !== 1),
    }),
    ...(assumed && {
      assumed: {
        sentence: [
          "This is not the deal in the workbook.",
          ...supposedSentences(supposed),
          "The cells that say so are at the end of this sheet.",
        ].join(" "),
        loadFactor: supposed.loadFactor,
        blocks: assumed.blocks,
      },
    }),
    largestUsd: Math.max(
      usageUsd ?? 0,
      commitmentUsd ?? 0,
      forecast?.quantile(HIGH_YEAR) ?? 0,
      ...writtenThresholds(bands),
    ),
    ...(curveToUsd !== undefined && { curveToUsd }),
    definition: {
      ...{ kind: "decision", form, scenario: scenario?.name ?? null, references },
      supposed: assumed ? supposed : AS_IT_IS,
      room: decisionRoom(bands, agreement, curveToUsd),
      assumed: assumed ? printOfAssumed(assumed) : null,
      print: form === "values" ? printOfDeal(deal.reading) : null,
    },
    ...{ madeOn: timeOfMaking(now), sources: [{ cells: deal.reading.cells }] },
  };
}

/** What the sheet will show, said at its button while something is supposed; empty where it is as the workbook holds it. */
export function decisionNote(reading: ParsedDeal, whatIf: Assumptions): string {
  if (isAsItIs(whatIf)) return "";
  return assumedCells(reading, whatIf)
    ? "The sheet shows what the pane shows, and lists at its end what it assumes."
    : "The sheet shows the deal in the workbook: what is supposed here cannot be said in its cells.";
}
