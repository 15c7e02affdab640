import { columnLetters } from "../input/cells/a1";
import { TEXT, USD } from "../wording/format/number-formats";
import { asTyped, type ComparedReferences, ROW, rowOf } from "./comparison-sheet";
import type { DecisionDeal } from "./decision-sheet";
import {
  type CellContent,
  excel,
  type Formula,
  formulaOf,
  operation,
  quoted,
} from "./formulas/call";
import { headingAt, type SheetBlock } from "./sheet-block";

/** A layout that more may be added to below. */
interface LaidOut {
  readonly parts: readonly SheetBlock[];
  readonly rows: number;
  readonly columns: number;
}

/** A scenario on a sheet about it alone. */
export interface ScenarioOnSheet extends ComparedReferences {
  /**
   * The cells of its row that are its forecast where one of them is filled, each with its heading; else its usage is. None
   * where the forecast is in cells elsewhere.
   */
  across(row: string): readonly { readonly label: string; readonly value: string }[];
}

/**
 * Lays a sheet out for a scenario, which is found by its name: with what its row holds in cells at the end of the
 * sheet, which the formulas read. It may be deleted and restored, or move to another row.
 *
 * @param layOut Lays the sheet out over references; how many rows it has does not depend on them.
 */
export function layOutScenario<Sheet extends LaidOut>(
  deal: DecisionDeal,
  scenario: ScenarioOnSheet,
  layOut: (deal: DecisionDeal) => Sheet,
): Sheet {
  const { rows, columns } = layOut(deal);
  const first = rows + 2;
  const cell = (index: number): string => `$B$${first + index + 1}`;
  const { usage, commitment } = scenario.at(cell(1));
  const across = scenario.across(cell(1));
  const [from, to] = [across[0]?.value, across.at(-1)?.value];
  const filled = excel("COUNTA", `${from}:${to}`);
  const held: readonly (readonly [label: string, content: CellContent, format: string])[] = [
    ["Scenario", asTyped(scenario.name), TEXT],
    [ROW, rowOf(scenario, cell(0)), "0"],
    ["Usage of the scenario", formulaOf(usage), USD],
    ["Commitment of the scenario", formulaOf(commitment), USD],
    ...(across.length === 0 ? [] : [["Filled cells of its forecast", filled, "0"] as const]),
  ];
  const row = first + held.length;
  const isUsage = operation(cell(4), "=", 0);
  const forecast: readonly SheetBlock[] =
    across.length === 0
      ? []
      : [
          headingAt(row + 1, "Forecast of the scenario", columns),
          {
            ...{ row: row + 2, column: 0, rows: 2, columns: across.length },
            cells: [
              across.map(({ label }) => excel("IF", isUsage, quoted(""), label)),
              across.map(({ value }, index) =>
                excel("IF", isUsage, index === 0 ? cell(2) : quoted(""), orBlank(value)),
              ),
            ],
            ...{ look: "results", formats: across.map(() => TEXT) },
          },
        ];
  const area = `$A$${row + 3}:$${columnLetters(across.length - 1)}$${row + 4}`;
  const sheet = layOut({
    ...deal,
    usage: cell(2),
    commitment: cell(3),
    forecast: across.length === 0 ? deal.forecast : area,
  });
  return {
    ...sheet,
    parts: [
      ...sheet.parts,
      headingAt(first - 1, "The scenario, found by its name", columns),
      {
        ...{ row: first, column: 0, rows: held.length, columns: 1, look: "labels" },
        ...{ cells: held.map(([label]) => [label]), formats: [TEXT] },
      },
      {
        ...{ row: first, column: 1, rows: held.length, columns: 1, look: "results" },
        cells: held.map(([, content]) => [content]),
        formats: held.map(([, , format]) => format),
      },
      ...forecast,
    ],
    rows: across.length === 0 ? row : row + 4,
    columns: Math.max(columns, across.length),
  };
}

function orBlank(cell: string): Formula {
  return excel("IF", operation(cell, "=", quoted("")), quoted(""), cell);
}
