import { compareScenarios } from "../../analysis/scenario-comparison";
import type { ComparedScenario } from "../../deal/compared-scenario";
import type { ParsedScenario } from "../../deal/parse-scenario";
import { acrossReference, isBlank } from "../../deal/scenario";
import { withoutSheet } from "../../input/cells/a1";
import { type ComparedReferences, comparisonUsages } from "../../sheets/comparison-sheet";
import { commit, excel, operation, quoted } from "../../sheets/formulas/call";
import {
  comparedDefinitions,
  printOfScenarios,
  type SheetForm,
} from "../../sheets/sheet-definition";
import { formatList } from "../../wording/format/format";
import { SORT_BANDS } from "../../wording/messages/warning-messages";
import type { ComparisonRequest } from "../../workbook/sheets/write-comparison";

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
    scenarios: whole.map(referencesOf),
    usagesUsd: comparisonUsages(fromUsd, toUsd || ANY_USD, comparison.winners),
    definition: {
      ...{ kind: "comparison", form, compared: comparedDefinitions(whole) },
      print: form === "values" ? printOfScenarios(whole) : null,
    },
    source: `${names.length === 1 ? "the scenario" : "the scenarios"} ${formatList(names)}`,
    madeOn: now.toLocaleString("en-US", { dateStyle: "long", timeStyle: "short" }),
  };
}

const SHARE_BELOW = 0.5;
const SHARE_ABOVE = 1.25;
/** Where nobody uses or promises anything, some usages are shown all the same. */
const ANY_USD = 1_000_000;

/** How far below its headings a scenario is found; a row that is inserted between them adds to it. */
const MOST_ROWS = 1_000;

/** References by the scenario's name, so written that a forecast or a usage may still be filled in or blanked there. */
function referencesOf({ row, reading }: ParsedScenario): ComparedReferences {
  const { addresses, found, forecastSpan, values } = row;
  const { references } = reading;
  const usageCells = found["Usage cells"];
  const column = (address: string): string => columnBelow(address, row.row - row.index - 1);
  return {
    name: typeof values.Name === "number" ? values.Name : String(values.Name),
    names: column(addresses.Name),
    at(at) {
      const cell = (address: string): string => `INDEX(${column(address)},${at})`;
      const usage = addresses.Usage === "" ? "" : cell(addresses.Usage);
      const across = forecastSpan.values === "" ? "" : spanOf(forecastSpan.values, cell);
      const forecast =
        usageCells.kind === "cells"
          ? usageCells.reference
          : across === ""
            ? usage
            : excel(
                "IF",
                operation(excel("COUNTA", across), "=", 0),
                usage,
                acrossReference({ ...forecastSpan, values: across }),
              );
      const mean = commit("FORECAST_MEAN", forecast);
      return {
        ...references,
        commitment: addresses.Commitment === "" ? "0" : cell(addresses.Commitment),
        usage: isBlank(usage) ? mean : excel("IF", operation(usage, "=", quoted("")), mean, usage),
        forecast,
      };
    },
  };
}

/** The cells from a heading down in the column of an address, such as Scenarios!$B$5:$B$1004. */
function columnBelow(address: string, headingRow: number): string {
  const cell = address.replace(/\d+$/, "");
  return `${cell}${headingRow}:${withoutSheet(cell)}${headingRow + MOST_ROWS - 1}`;
}

/** The cells between the ends of a span, each found as the scenario's row is. */
function spanOf(span: string, cell: (address: string) => string): string {
  const sheet = span.slice(0, span.lastIndexOf("!") + 1);
  const [first = "", last = first] = withoutSheet(span).split(":");
  return `${cell(sheet + first)}:${cell(sheet + last)}`;
}
