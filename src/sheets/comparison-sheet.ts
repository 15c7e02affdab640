import type { WinningStretch } from "../analysis/winner-by-usage";
import { PERCENT, TEXT, USD } from "../wording/format/number-formats";
import type { SheetBlock } from "./decision-sheet";

/** A scenario, found by its name wherever its row is. */
export interface ComparedReferences {
  /** As its cell holds it. */
  readonly name: string | number;
  /** The column of names from its heading on, as text for a formula. */
  readonly names: string;
  /** @param row Of the scenario among those cells, from 1, as text for a formula. */
  at(row: string): ScenarioReferences;
}

/** References of one scenario as text for a formula. */
export interface ScenarioReferences {
  readonly commitment: string;
  readonly usage: string;
  readonly forecast: string;
  readonly bands: string;
  readonly terms: string | null;
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

const SIDE_ROW = 4;

interface Figure {
  readonly label: string;
  readonly format: string;
  formula(scenario: ScenarioReferences, at: (label: string) => string): string;
}

const ROW = "Row in the table of scenarios";
const COMMITMENT = "Commitment";
const LOW_YEAR = "Low year: 1 in 10 is below";
const HIGH_YEAR = "High year: 1 in 10 is above";

/** Every figure is our function over the scenario's row, or over a figure above it in the same column. */
const FIGURES: readonly Figure[] = [
  { label: COMMITMENT, format: USD, formula: ({ commitment }) => `=${commitment}` },
  { label: "Usage of this year", format: USD, formula: ({ usage }) => `=${usage}` },
  {
    label: "Average usage",
    format: USD,
    formula: ({ forecast }) => `=COMMIT.FORECAST_MEAN(${forecast})`,
  },
  { label: "Expected cost", format: USD, formula: (s) => `=COMMIT.EXPECTED_COST(${under(s)})` },
  {
    label: "Expected saving",
    format: USD,
    formula: (s) => `=COMMIT.FORECAST_MEAN(${s.forecast})-COMMIT.EXPECTED_COST(${under(s)})`,
  },
  {
    label: "Chance to fill",
    format: PERCENT,
    formula: (s) => `=COMMIT.FILL_PROBABILITY(${under(s)})`,
  },
  {
    label: "Chance that it costs more than list",
    format: PERCENT,
    formula: (s) => `=COMMIT.LOSS_PROBABILITY(${under(s)})`,
  },
  {
    label: "Mean loss in the worst tenth",
    format: USD,
    formula: (s) => `=COMMIT.CVAR_LOSS(${under(s)})`,
  },
  {
    label: LOW_YEAR,
    format: USD,
    formula: (s) => `=MAX(0,COMMIT.FORECAST_QUANTILE(${s.forecast},0.1))`,
  },
  {
    label: HIGH_YEAR,
    format: USD,
    formula: (s) => `=MAX(0,COMMIT.FORECAST_QUANTILE(${s.forecast},0.9))`,
  },
  {
    label: "Regret of a low year: promised too much",
    format: USD,
    formula: (s, at) => regret(s, at(LOW_YEAR)),
  },
  {
    label: "Regret of a high year: promised too little",
    format: USD,
    formula: (s, at) => regret(s, at(HIGH_YEAR)),
  },
];

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
): ComparisonSheet {
  const count = compared.length;
  const columns = count + 2;
  const figuresRow = SIDE_ROW + 2;
  const letter = (index: number): string => columnLetter(index + 1);
  const figureAt = (label: string, index: number): string =>
    `${letter(index)}$${figuresRow + LABELS.indexOf(label) + 1}`;
  const scenarios = compared.map(({ at }, index) => at(figureAt(ROW, index)));
  const names = compared.map(({ name }) => asTyped(name));
  // EXACT, since a match of texts would take * and ? in a name for any letters.
  const found = compared.map(
    (one, index) => `=XMATCH(TRUE,EXACT(${one.names},${letter(index)}$${SIDE_ROW + 2}))`,
  );
  const costsRow = figuresRow + LABELS.length + 3;
  const [first, last] = [letter(0), letter(count - 1)];
  const headings = `$${first}$${SIDE_ROW + 2}:$${last}$${SIDE_ROW + 2}`;
  const parts: readonly SheetBlock[] = [
    heading(SIDE_ROW, "Side by side", columns),
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
          ...FIGURES.map(({ formula }) => [formula(scenario, (label) => figureAt(label, index))]),
        ],
        look: "results",
        formats: ["0", ...FIGURES.map(({ format }) => format)],
      }),
    ),
    heading(costsRow - 2, "Cost by usage: the cheapest is marked", columns),
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
        scenarios.map(
          (scenario, index) =>
            `=COMMIT.EFFECTIVE_COST($A${costsRow + line + 1},${figureAt(COMMITMENT, index)},${agreed(scenario)})`,
        ),
      ),
      look: "results",
      formats: scenarios.map(() => USD),
    },
    {
      ...{ row: costsRow, column: count + 1, rows: usagesUsd.length, columns: 1 },
      cells: usagesUsd.map((_, line) => {
        const costs = `$${first}${costsRow + line + 1}:$${last}${costsRow + line + 1}`;
        return [`=INDEX(${headings},MATCH(MIN(${costs}),${costs},0))`];
      }),
      look: "results",
      formats: [TEXT],
    },
  ];
  return {
    title: "Scenarios compared",
    note: `Made by Bandwise on ${madeOn} from ${source}. Figures and costs are live formulas over their rows; the usages are typed.`,
    noteBelow:
      "Change a cell there and it follows. Build it again after a scenario is added or renamed, or takes other bands, terms or usage cells.",
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
function asTyped(name: string | number): string | number {
  if (typeof name === "number" || name.length > MOST_LETTERS) return name;
  return `="${name.replaceAll('"', '""')}"`;
}

/** Arguments of a function that decides under a forecast. */
function under(scenario: ScenarioReferences): string {
  return `${scenario.forecast},${scenario.commitment},${agreed(scenario)}`;
}

function agreed({ bands, terms }: ScenarioReferences): string {
  return terms === null ? bands : `${bands},${terms}`;
}

/** Cost less the least that any commitment would have cost at a usage. */
function regret(scenario: ScenarioReferences, usage: string): string {
  const { commitment } = scenario;
  const deal = agreed(scenario);
  const best = `COMMIT.OPTIMAL_COMMITMENT(${usage},${deal})`;
  return `=MAX(0,COMMIT.EFFECTIVE_COST(${usage},${commitment},${deal})-COMMIT.EFFECTIVE_COST(${usage},${best},${deal}))`;
}

function heading(row: number, text: string, columns: number): SheetBlock {
  return { row, column: 0, cells: [[text]], rows: 1, columns, look: "heading", formats: [TEXT] };
}

/** Letters of a column, from 0: A, Z, AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : "") + String.fromCharCode(65 + (column % 26));
}

const EVEN_STEPS = 10;

/** Usages to compare at: even steps of one figure around what is expected, and exactly where another scenario costs least. */
export function comparisonUsages(
  fromUsd: number,
  toUsd: number,
  winners: readonly WinningStretch[],
): readonly number[] {
  const step = Number(((toUsd - fromUsd) / EVEN_STEPS).toPrecision(1));
  const first = Math.floor(fromUsd / step);
  const count = Math.ceil(toUsd / step) - first + 1;
  const even = Array.from({ length: count }, (_, index) => (first + index) * step);
  const changes = winners.flatMap(({ toUsd: endUsd }) =>
    Number.isFinite(endUsd) ? [Math.round(endUsd * 100) / 100] : [],
  );
  return [...new Set([...even, ...changes])].sort((a, b) => a - b);
}
