import type { Measure } from "./measure";
import { MEASURES } from "./measure";

/** What an uncertain year is measured by; a forecast takes the place of the usage. */
export const UNCERTAIN_MEASURES = [
  "expectedCost",
  "expectedSaving",
  "expectedShortfall",
  "fillChance",
  "lossChance",
  "worstTenth",
] as const;
export type UncertainMeasure = (typeof UNCERTAIN_MEASURES)[number];

/** Everything that a table can show. */
export const TABLE_MEASURES = [...MEASURES, ...UNCERTAIN_MEASURES] as const;
export type TableMeasure = (typeof TABLE_MEASURES)[number];

/** Whether a measure is of one usage that counts as certain; others are of a forecast. */
export function isOfCertainYear(measure: TableMeasure): measure is Measure {
  return MEASURES.some((known) => known === measure);
}

/** What one cell is computed from, each as text for a formula. */
export interface CellReferences {
  readonly usage: string;
  readonly forecast: string;
  readonly commitment: string;
  /** Bands, and terms where there are any, as the last arguments of a function. */
  readonly agreement: string;
}

/** How a measure is named, written and shown. */
export interface MeasureLook {
  readonly title: string;
  readonly isMoney: boolean;
  readonly highIsGood: boolean;
  /** Whether 0 divides good from bad. */
  readonly pivotsAtZero: boolean;
  /** The formula without its equals sign. */
  formula(cell: CellReferences): string;
  /** Whether a value is on the wrong side of breaking even; null where no value divides the two. `list` is what list prices come to. */
  readonly fallsShort: ((value: string, list: string) => string) | null;
  /** What the line between the two is called. */
  readonly edge: string;
}

const BELOW_ZERO = (value: string): string => `${value}<0`;
const ABOVE_LIST = (value: string, list: string): string => `${value}>${list}`;
const money = { isMoney: true } as const;
const share = { isMoney: false } as const;
const good = { highIsGood: true } as const;
const bad = { highIsGood: false } as const;
const aroundZero = { pivotsAtZero: true } as const;
const fromEndToEnd = { pivotsAtZero: false } as const;

function call(name: string, ofWhat: "usage" | "forecast"): MeasureLook["formula"] {
  return (cell) => `COMMIT.${name}(${cell[ofWhat]},${cell.commitment},${cell.agreement})`;
}

const BREAK_EVEN = "the edge of costing no more than list prices";

export const MEASURE_LOOKS: Readonly<Record<TableMeasure, MeasureLook>> = {
  cost: {
    title: "Effective cost",
    ...{ ...money, ...bad, ...fromEndToEnd },
    formula: call("EFFECTIVE_COST", "usage"),
    fallsShort: ABOVE_LIST,
    edge: BREAK_EVEN,
  },
  discount: {
    title: "Discount received",
    ...{ ...share, ...good, ...aroundZero },
    formula: call("EFFECTIVE_DISCOUNT", "usage"),
    fallsShort: BELOW_ZERO,
    edge: BREAK_EVEN,
  },
  saving: {
    title: "Saving against list prices",
    ...{ ...money, ...good, ...aroundZero },
    formula: (cell) => `${cell.usage}-${call("EFFECTIVE_COST", "usage")(cell)}`,
    fallsShort: BELOW_ZERO,
    edge: BREAK_EVEN,
  },
  shortfall: {
    title: "Shortfall",
    ...{ ...money, ...bad, ...fromEndToEnd },
    formula: call("SHORTFALL", "usage"),
    fallsShort: (value) => `${value}>0`,
    edge: "the edge of filling the commitment",
  },
  utilization: {
    title: "Utilization",
    ...{ ...share, ...good, ...fromEndToEnd },
    formula: call("UTILIZATION", "usage"),
    fallsShort: (value) => `${value}<1`,
    edge: "the edge of filling the commitment",
  },
  expectedCost: {
    title: "Expected cost",
    ...{ ...money, ...bad, ...fromEndToEnd },
    formula: call("EXPECTED_COST", "forecast"),
    fallsShort: ABOVE_LIST,
    edge: BREAK_EVEN,
  },
  expectedSaving: {
    title: "Expected saving",
    ...{ ...money, ...good, ...aroundZero },
    formula: (cell) =>
      `COMMIT.FORECAST_MEAN(${cell.forecast})-${call("EXPECTED_COST", "forecast")(cell)}`,
    fallsShort: BELOW_ZERO,
    edge: BREAK_EVEN,
  },
  expectedShortfall: {
    title: "Expected shortfall",
    ...{ ...money, ...bad, ...fromEndToEnd },
    formula: call("EXPECTED_SHORTFALL", "forecast"),
    fallsShort: null,
    edge: "",
  },
  fillChance: {
    title: "Chance to fill the commitment",
    ...{ ...share, ...good, ...fromEndToEnd },
    formula: call("FILL_PROBABILITY", "forecast"),
    fallsShort: (value) => `${value}<0.5`,
    edge: "the edge of an even chance",
  },
  lossChance: {
    title: "Chance of costing more than list",
    ...{ ...share, ...bad, ...fromEndToEnd },
    formula: call("LOSS_PROBABILITY", "forecast"),
    fallsShort: (value) => `${value}>0.5`,
    edge: "the edge of an even chance",
  },
  worstTenth: {
    title: "Mean loss in the worst tenth",
    ...{ ...money, ...bad, ...aroundZero },
    formula: call("CVAR_LOSS", "forecast"),
    fallsShort: (value) => `${value}>0`,
    edge: BREAK_EVEN,
  },
};
