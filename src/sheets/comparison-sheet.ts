import type { WinningStretch } from "../analysis/winner-by-usage";
import type { DealReferences } from "../deal/deal-inputs";
import { columnLetters } from "../input/cells/a1";
import { PERCENT, TEXT, USD } from "../wording/format/number-formats";
import {
  type CellContent,
  type CommitFunction,
  commit,
  excel,
  type Formula,
  formulaOf,
  type Operand,
  operation,
  quoted,
} from "./formulas/call";
import { noteOfValues, titleOfValues } from "./plain-values";
import { headingAt, type SheetBlock } from "./sheet-block";
import type { SheetForm } from "./sheet-definition";
import { roundGrid } from "./tables/round-steps";

/** A scenario, found by its name wherever its row is. */
export interface ComparedReferences {
  /** As its cell holds it. */
  readonly name: string | number;
  /** The column of names from its heading on, as text for a formula. */
  readonly names: string;
  /** @param row Of the scenario among those cells, from 1, as text for a formula. */
  at(row: string): ScenarioReferences;
}

/** References of one scenario. */
export interface ScenarioReferences
  extends Omit<DealReferences, "usage" | "commitment" | "forecast"> {
  readonly commitment: Operand;
  readonly usage: Operand;
  readonly forecast: Operand;
}

/** A sheet that compares scenarios, as plain parts. */
export interface ComparisonSheet {
  readonly title: string;
  readonly note: string;
  readonly noteBelow: string;
  readonly parts: readonly SheetBlock[];
  readonly rows: number;
  readonly columns: number;
  /** The largest usage, USD: columns need room for it. */
  readonly largestUsd: number;
  /** Costs by usage, a column for each scenario: row and column of the first, from 0. */
  readonly costs: {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  };
}

const TITLE = "Scenarios compared";
const SIDE_ROW = 4;

/** What a figure is worked out from: the scenario's row, and figures above it in the same column. */
interface FigureInputs extends ScenarioReferences {
  readonly agreed: readonly Operand[];
  at(label: string): string;
}

interface Figure {
  readonly label: string;
  readonly format: string;
  formula(inputs: FigureInputs): Operand;
}

export const ROW = "Row in the table of scenarios";
const COMMITMENT = "Commitment";
const MEAN = "Average usage";
const COST = "Expected cost";

/** Every figure is worked out once, and those below refer to it. */
const FIGURES: readonly Figure[] = [
  { label: COMMITMENT, format: USD, formula: ({ commitment }) => commitment },
  { label: "Usage of this year", format: USD, formula: ({ usage }) => usage },
  { label: MEAN, format: USD, formula: ({ forecast }) => commit("FORECAST_MEAN", forecast) },
  { label: COST, format: USD, formula: ofForecast("EXPECTED_COST") },
  {
    label: "Expected saving",
    format: USD,
    formula: ({ at }) => operation(at(MEAN), "-", at(COST)),
  },
  { label: "Fill probability", format: PERCENT, formula: ofForecast("FILL_PROBABILITY") },
  { label: "Loss probability", format: PERCENT, formula: ofForecast("LOSS_PROBABILITY") },
  { label: "Mean loss in the worst tenth", format: USD, formula: ofForecast("CVAR_LOSS") },
  ...yearFigures("low", "Low year: 1 in 10 is below", 0.1, "promised too much"),
  ...yearFigures("high", "High year: 1 in 10 is above", 0.9, "promised too little"),
];

function ofForecast(name: CommitFunction): Figure["formula"] {
  return ({ forecast, agreed, at }) => commit(name, forecast, at(COMMITMENT), ...agreed);
}

/** A year, what it costs, the least that any commitment would have cost, and how much that is missed by. */
function yearFigures(
  year: string,
  usage: string,
  probability: number,
  regret: string,
): readonly Figure[] {
  const cost = `Cost of a ${year} year`;
  const least = `Least that a ${year} year could cost`;
  return [
    {
      label: usage,
      format: USD,
      formula: ({ forecast }) =>
        excel("MAX", 0, commit("FORECAST_QUANTILE", forecast, probability)),
    },
    {
      label: cost,
      format: USD,
      formula: ({ agreed, at }) => commit("EFFECTIVE_COST", at(usage), at(COMMITMENT), ...agreed),
    },
    {
      label: least,
      format: USD,
      formula: ({ agreed, at }) =>
        commit(
          "EFFECTIVE_COST",
          at(usage),
          commit("OPTIMAL_COMMITMENT", at(usage), ...agreed),
          ...agreed,
        ),
    },
    {
      label: `Regret of a ${year} year: ${regret}`,
      format: USD,
      formula: ({ at }) => excel("MAX", 0, operation(at(cost), "-", at(least))),
    },
  ];
}

const LABELS = [ROW, ...FIGURES.map(({ label }) => label)];

/**
 * Lays the comparison out: a column for each scenario, its figures below each other, and under them what each costs at many
 * usages. Figures and costs are live formulas over the rows of the scenarios; the usages are typed.
 *
 * @param usagesUsd Usages of the lower table, ascending.
 * @param source What the header says that it was made from.
 * @param madeOn Date and time of making.
 */
export function layOutComparison(
  compared: readonly ComparedReferences[],
  usagesUsd: readonly number[],
  source: string,
  madeOn: string,
  form: SheetForm = "live",
): ComparisonSheet {
  const count = compared.length;
  const columns = count + 2;
  const figuresRow = SIDE_ROW + 2;
  const letter = (index: number): string => columnLetters(index + 1);
  const figureAt = (label: string, index: number): string =>
    `${letter(index)}$${figuresRow + LABELS.indexOf(label) + 1}`;
  const scenarios = compared.map(({ at }, index) => at(figureAt(ROW, index)));
  const names = compared.map(({ name }) => asTyped(name));
  const found = compared.map((one, index) => rowOf(one, `${letter(index)}$${SIDE_ROW + 2}`));
  const costsRow = figuresRow + LABELS.length + 3;
  const [first, last] = [letter(0), letter(count - 1)];
  const headings = `$${first}$${SIDE_ROW + 2}:$${last}$${SIDE_ROW + 2}`;
  const parts: readonly SheetBlock[] = [
    headingAt(SIDE_ROW, "Side by side", columns),
    {
      ...{ row: SIDE_ROW + 1, column: 0, rows: 1, columns: count + 1 },
      cells: [["Scenario", ...names]],
      look: "tableHeading",
      formats: [TEXT],
    },
    {
      ...{ row: figuresRow, column: 0, rows: LABELS.length, columns: 1 },
      cells: LABELS.map((label) => [label]),
      look: "labels",
      formats: [TEXT],
    },
    ...scenarios.map(
      (scenario, index): SheetBlock => ({
        ...{ row: figuresRow, column: index + 1, rows: LABELS.length, columns: 1 },
        cells: [
          [found[index] ?? ""],
          ...FIGURES.map(({ formula }) => [
            formulaOf(
              formula({
                ...scenario,
                agreed: agreedOf(scenario),
                at: (label) => figureAt(label, index),
              }),
            ),
          ]),
        ],
        look: "results",
        formats: ["0", ...FIGURES.map(({ format }) => format)],
      }),
    ),
    headingAt(costsRow - 2, "Cost by usage: the cheapest is marked", columns),
    {
      ...{ row: costsRow - 1, column: 0, rows: 1, columns },
      cells: [["Usage at list prices", ...names, "Costs least"]],
      look: "tableHeading",
      formats: [TEXT],
    },
    {
      ...{ row: costsRow, column: 0, rows: usagesUsd.length, columns: 1 },
      cells: usagesUsd.map((usd) => [usd]),
      look: "inputs",
      formats: [USD],
    },
    {
      ...{ row: costsRow, column: 1, rows: usagesUsd.length, columns: count },
      cells: usagesUsd.map((_, line) =>
        scenarios.map((scenario, index) =>
          commit(
            "EFFECTIVE_COST",
            `$A${costsRow + line + 1}`,
            figureAt(COMMITMENT, index),
            ...agreedOf(scenario),
          ),
        ),
      ),
      look: "results",
      formats: scenarios.map(() => USD),
    },
    {
      ...{ row: costsRow, column: count + 1, rows: usagesUsd.length, columns: 1 },
      cells: usagesUsd.map((_, line) => {
        const costs = `$${first}${costsRow + line + 1}:$${last}${costsRow + line + 1}`;
        return [excel("INDEX", headings, excel("MATCH", excel("MIN", costs), costs, 0))];
      }),
      look: "results",
      formats: [TEXT],
    },
  ];
  return {
    ...(form === "values"
      ? {
          title: titleOfValues(TITLE, madeOn),
          note: noteOfValues(source, madeOn),
          noteBelow: "Each row of costs is at the usage on its left.",
        }
      : {
          title: TITLE,
          note: `Made by Bandwise on ${madeOn} from ${source}. Figures and costs are live formulas over their rows; the usages are typed.`,
          noteBelow:
            "Change a cell there and it follows. Rebuild it after a scenario is added or renamed, or takes other bands, terms or usage cells.",
        }),
    parts,
    rows: costsRow + usagesUsd.length,
    columns,
    largestUsd: Math.max(0, ...usagesUsd),
    costs: { row: costsRow, column: 1, rows: usagesUsd.length, columns: count },
  };
}

/** The most letters of a text in a formula. */
const MOST_LETTERS = 255;

/** A name as a formula, which keeps digits a text; Excel would make a number of them. */
export function asTyped(name: string | number): CellContent {
  return typeof name === "number" || name.length > MOST_LETTERS ? name : quoted(name);
}

/**
 * The row of a scenario by the cell that holds its name.
 *
 * EXACT, since a match of texts would take * and ? in a name for any letters.
 */
export function rowOf({ names }: ComparedReferences, name: string): Formula {
  return excel("MATCH", "TRUE", excel("EXACT", names, name), 0);
}

/** Bands, and terms where there are any. */
function agreedOf({ bands, terms }: ScenarioReferences): readonly Operand[] {
  return terms === null ? [bands] : [bands, terms];
}

const MOST_STEPS = 20;

/** Usages to compare at: round steps around what is expected, and exactly where another scenario costs least. */
export function comparisonUsages(
  fromUsd: number,
  toUsd: number,
  winners: readonly WinningStretch[],
): readonly number[] {
  const { start, step, count } = roundGrid(fromUsd, toUsd, MOST_STEPS);
  const even = Array.from({ length: count }, (_, index) => start + index * step);
  const changes = winners.flatMap(({ toUsd: endUsd }) =>
    Number.isFinite(endUsd) ? [Math.round(endUsd * 100) / 100] : [],
  );
  return [...new Set([...even, ...changes])].sort((a, b) => a - b);
}
