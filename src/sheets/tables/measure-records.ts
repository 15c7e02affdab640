import { expectedSaving } from "../../analysis/expected-saving";
import type { Agreement } from "../../core/agreement";
import type { Answer } from "../../core/result";
import { settle } from "../../core/settle";
import { expectedCost, expectedShortfall } from "../../forecast/expected-cost";
import { fillProbability } from "../../forecast/fill";
import type { Forecast } from "../../forecast/forecast";
import { cvarLoss, lossProbability } from "../../forecast/loss";
import {
  type CommitFunction,
  commit,
  type Formula,
  type Operand,
  operation,
} from "../formulas/call";
import { type Measure, measureOf } from "./measure";
import type { TableMeasure } from "./measures";

/** What the formula of one cell is over. */
export interface CellReferences {
  readonly usage: Operand;
  readonly forecast: Operand;
  readonly commitment: Operand;
  /** Bands, and terms where there are any, as the last arguments of a function. */
  readonly agreement: readonly Operand[];
}

/** What the value of one cell is worked out from. */
export interface CellInputs {
  readonly usageUsd: number;
  readonly forecast: Forecast;
  readonly commitmentUsd: number;
  readonly agreement: Agreement;
}

/** Where good and bad part. */
export interface MeasureEdge {
  /** Whether a value is on the wrong side. `list` is what list prices come to. */
  fallsShort(value: Operand, list: Operand): Formula;
  readonly words: string;
}

/** Everything about a measure: how it is called, shown, written and worked out. */
export interface MeasureRecord {
  readonly title: string;
  /** One sentence. */
  readonly meaning: string;
  /** What a sheet of its own is called. */
  readonly sheet: string;
  readonly isMoney: boolean;
  readonly highIsGood: boolean;
  /** Whether 0 divides good from bad in colours. */
  readonly pivotsAtZero: boolean;
  /** null where no value divides good from bad. */
  readonly edge: MeasureEdge | null;
  formula(cell: CellReferences): Formula;
  value(cell: CellInputs): Answer<number>;
}

const AT_LIST: MeasureEdge = {
  fallsShort: (value, list) => operation(value, ">", list),
  words: "the edge of costing no more than list prices",
};
const AT_ZERO: MeasureEdge = { ...AT_LIST, fallsShort: (value) => operation(value, "<", 0) };
const FILLED = "the edge of filling the commitment";
const EVEN = "the edge of an even probability";

const COST_OF_USAGE = ofUsage("EFFECTIVE_COST");
const EXPECTED_COST = ofForecast("EXPECTED_COST");
const WORST_TENTH = 0.9;

export const MEASURE_RECORDS: Readonly<Record<TableMeasure, MeasureRecord>> = {
  cost: {
    title: "Effective cost",
    meaning: "Everything paid for the year: commitment, overage, less what comes back.",
    sheet: "Cost table",
    ...{ isMoney: true, highIsGood: false, pivotsAtZero: false, edge: AT_LIST },
    formula: COST_OF_USAGE,
    value: settled("cost"),
  },
  discount: {
    title: "Discount received",
    meaning: "What the year really costs below list, after shortfall and overage.",
    sheet: "Discount table",
    ...{ isMoney: false, highIsGood: true, pivotsAtZero: true, edge: AT_ZERO },
    formula: ofUsage("EFFECTIVE_DISCOUNT"),
    value: settled("discount"),
  },
  saving: {
    title: "Saving against list prices",
    meaning: "Usage at list prices less what the year costs.",
    sheet: "Saving table",
    ...{ isMoney: true, highIsGood: true, pivotsAtZero: true, edge: AT_ZERO },
    formula: (cell) => operation(cell.usage, "-", COST_OF_USAGE(cell)),
    value: settled("saving"),
  },
  shortfall: {
    title: "Shortfall",
    meaning: "Commitment that the usage does not fill.",
    sheet: "Shortfall table",
    ...{ isMoney: true, highIsGood: false, pivotsAtZero: false },
    edge: { fallsShort: (value) => operation(value, ">", 0), words: FILLED },
    formula: ofUsage("SHORTFALL"),
    value: settled("shortfall"),
  },
  utilization: {
    title: "Utilization",
    meaning: "Part of the commitment that the usage fills.",
    sheet: "Utilization table",
    ...{ isMoney: false, highIsGood: true, pivotsAtZero: false },
    edge: { fallsShort: (value) => operation(value, "<", 1), words: FILLED },
    formula: ofUsage("UTILIZATION"),
    value: settled("utilization"),
  },
  expectedCost: {
    title: "Expected cost",
    meaning: "What the year costs on average over the forecast.",
    sheet: "Expected cost table",
    ...{ isMoney: true, highIsGood: false, pivotsAtZero: false, edge: AT_LIST },
    formula: EXPECTED_COST,
    value: ({ forecast, commitmentUsd, agreement }) =>
      expectedCost(forecast, commitmentUsd, agreement),
  },
  expectedSaving: {
    title: "Expected saving",
    meaning: "What the year costs below list prices, on average over the forecast.",
    sheet: "Expected saving table",
    ...{ isMoney: true, highIsGood: true, pivotsAtZero: true, edge: AT_ZERO },
    formula: (cell) => operation(commit("FORECAST_MEAN", cell.forecast), "-", EXPECTED_COST(cell)),
    value: ({ forecast, commitmentUsd, agreement }) =>
      expectedSaving(forecast, agreement, commitmentUsd),
  },
  expectedShortfall: {
    title: "Expected shortfall",
    meaning: "Commitment that goes unfilled, on average over the forecast.",
    sheet: "Expected shortfall table",
    ...{ isMoney: true, highIsGood: false, pivotsAtZero: false, edge: null },
    formula: ofForecast("EXPECTED_SHORTFALL"),
    value: ({ forecast, commitmentUsd, agreement }) =>
      expectedShortfall(forecast, commitmentUsd, agreement),
  },
  fillChance: {
    title: "Fill probability",
    meaning: "How likely the forecast is to fill the commitment.",
    sheet: "Fill probability table",
    ...{ isMoney: false, highIsGood: true, pivotsAtZero: false },
    edge: { fallsShort: (value) => operation(value, "<", 0.5), words: EVEN },
    formula: ofForecast("FILL_PROBABILITY"),
    value: ({ forecast, commitmentUsd, agreement }) =>
      fillProbability(forecast, commitmentUsd, agreement),
  },
  lossChance: {
    title: "Loss probability",
    meaning: "How likely the year is to cost more than list prices would.",
    sheet: "Loss probability table",
    ...{ isMoney: false, highIsGood: false, pivotsAtZero: false },
    edge: { fallsShort: (value) => operation(value, ">", 0.5), words: EVEN },
    formula: ofForecast("LOSS_PROBABILITY"),
    value: ({ forecast, commitmentUsd, agreement }) =>
      lossProbability(forecast, commitmentUsd, agreement),
  },
  worstTenth: {
    title: "Mean loss in the worst tenth",
    meaning: "What is paid above list prices, on average over the worst tenth of outcomes.",
    sheet: "Worst tenth table",
    ...{ isMoney: true, highIsGood: false, pivotsAtZero: true },
    edge: { ...AT_LIST, fallsShort: (value) => operation(value, ">", 0) },
    formula: ofForecast("CVAR_LOSS"),
    value: ({ forecast, commitmentUsd, agreement }) =>
      cvarLoss(forecast, commitmentUsd, agreement, WORST_TENTH),
  },
};

function ofUsage(name: CommitFunction): MeasureRecord["formula"] {
  return ({ usage, commitment, agreement }) => commit(name, usage, commitment, ...agreement);
}

function ofForecast(name: CommitFunction): MeasureRecord["formula"] {
  return ({ forecast, commitment, agreement }) => commit(name, forecast, commitment, ...agreement);
}

function settled(measure: Measure): MeasureRecord["value"] {
  return ({ usageUsd, commitmentUsd, agreement }) =>
    measureOf(measure, settle(usageUsd, commitmentUsd, agreement), usageUsd);
}
