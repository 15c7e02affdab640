import { compareScenarios } from "../../analysis/scenario-comparison";
import type { ComparedScenario } from "../../deal/compared-scenario";
import type { ParsedScenario } from "../../deal/parse-scenario";
import { comparisonUsages } from "../../sheets/comparison-sheet";
import type { SheetForm } from "../../sheets/sheet-definition";
import { comparedDefinitions, printOfScenarios } from "../../sheets/sheet-staleness";
import { formatList } from "../../wording/format/format";
import { SORT_BANDS } from "../../wording/messages/warning-messages";
import type { ComparisonRequest } from "../../workbook/sheets/write-comparison";
import { scenarioReferences } from "./scenario-references";

/** Scenarios that can be compared, with what is compared of them. */
export function comparable(
  scenarios: readonly ParsedScenario[],
): readonly (ParsedScenario & { readonly compared: ComparedScenario })[] {
  return scenarios.flatMap((scenario) =>
    scenario.compared ? [{ ...scenario, compared: scenario.compared }] : [],
  );
}

/** What the comparison sheet is made from, or why there is none. */
export function comparisonRequest(
  scenarios: readonly ParsedScenario[],
  now: Date,
  form: SheetForm = "live",
): ComparisonRequest | string {
  const whole = comparable(scenarios);
  const comparison = compareScenarios(whole.map(({ compared }) => compared));
  if (whole.length === 0) return "There is no scenario that can be read: mend one first.";
  const unsorted = whole.find(({ reading }) => !reading.bandsAreSorted);
  if (unsorted) return `${unsorted.name}: ${SORT_BANDS}`;
  const lowUsd = Math.min(...comparison.outcomes.map(({ lowUsageUsd }) => lowUsageUsd));
  const highUsd = Math.max(...comparison.outcomes.map(({ highUsageUsd }) => highUsageUsd));
  const promisedUsd = Math.max(...comparison.outcomes.map(({ commitmentUsd }) => commitmentUsd));
  const [fromUsd, toUsd] = [lowUsd * SHARE_BELOW, Math.max(highUsd, promisedUsd) * SHARE_ABOVE];
  const names = whole.map(({ name }) => name);
  return {
    scenarios: whole.map(({ row, reading }) => scenarioReferences(row, reading)),
    usagesUsd: comparisonUsages(fromUsd, toUsd || ANY_USD, comparison.winners),
    definition: {
      ...{ kind: "comparison", form, compared: comparedDefinitions(whole) },
      print: form === "values" ? printOfScenarios(whole) : null,
    },
    source: `${names.length === 1 ? "the scenario" : "the scenarios"} ${formatList(names)}`,
    sources: whole.map(({ name, reading }) => ({ title: name, cells: reading.cells })),
    madeOn: now.toLocaleString("en-US", { dateStyle: "long", timeStyle: "short" }),
  };
}

const SHARE_BELOW = 0.5;
const SHARE_ABOVE = 1.25;
/** Where nobody uses or promises anything, some usages are shown all the same. */
const ANY_USD = 1_000_000;
