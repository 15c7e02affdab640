import type { ParsedDeal } from "../../deal/parse-deal";
import { acrossReference, isBlank, type ScenarioRow } from "../../deal/scenario";
import { blockOf, columnLetters, withoutSheet } from "../../input/cells/a1";
import type { ComparedReferences } from "../../sheets/comparison-sheet";
import { commit, excel, operation, quoted } from "../../sheets/formulas/call";
import type { ScenarioOnSheet } from "../../sheets/scenario-cells";

/** How far below its headings a scenario is found; a row that is inserted between them adds to it. */
const MOST_ROWS = 1_000;

/** References by the scenario's name, so written that a forecast or a usage may still be filled in or blanked there. */
export function scenarioReferences(
  row: ScenarioRow,
  { references }: Pick<ParsedDeal, "references">,
): ComparedReferences {
  const { addresses, found, forecastSpan, values } = row;
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

/**
 * A scenario as a sheet about it alone holds it.
 *
 * @param isScaled Whether the sheet multiplies its usage: a forecast that is filled in later would not be.
 */
export function scenarioOnSheet(
  row: ScenarioRow,
  reading: ParsedDeal,
  isScaled: boolean,
): ScenarioOnSheet {
  const { labels, values } = row.forecastSpan;
  const isElsewhere = row.found["Usage cells"].kind === "cells";
  const isAcross = !isElsewhere && values !== "" && (row.forecast !== null || !isScaled);
  const sheet = values.slice(0, values.lastIndexOf("!") + 1);
  const { column, columns } = blockOf(withoutSheet(values === "" ? "A1" : values));
  const letters = Array.from({ length: isAcross ? columns : 0 }, (_, index) =>
    columnLetters(column + index),
  );
  const headingRow = blockOf(withoutSheet(labels === "" ? "A1" : labels)).row + 1;
  return {
    ...scenarioReferences(row, reading),
    across: (at) =>
      letters.map((letter) => ({
        label: `${sheet}$${letter}$${headingRow}`,
        value: `INDEX(${columnBelow(`${sheet}$${letter}$${headingRow}`, headingRow)},${at})`,
      })),
  };
}
