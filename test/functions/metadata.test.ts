import { describe, expect, test } from "vitest";
import { TERM_PARAMETERS, TERM_PATHS } from "../cases/term-cases";
import {
  type FunctionMetadata,
  loadBuiltFunctions,
  loadMetadata,
} from "../support/built-functions";

/** The contract: ids and parameters in order; the optional ones in brackets. They never change once released. */
const CONTRACT: Readonly<Record<string, string>> = {
  BAND_RATE: "commitment bands",
  BAND_NAME: "commitment bands",
  NEXT_THRESHOLD: "commitment bands",
  TIER_COST: "usage bands [method] [boundary]",
  EFFECTIVE_COST: "usage commitment bands [terms]",
  EFFECTIVE_DISCOUNT: "usage commitment bands [terms]",
  SHORTFALL: "usage commitment bands [terms]",
  OVERAGE_COST: "usage commitment bands [terms]",
  UTILIZATION: "usage commitment bands [terms]",
  COVERAGE: "usage commitment bands [terms]",
  SETTLEMENT: "usage commitment bands [terms]",
  BREAKEVEN_USAGE: "commitment target bands [terms]",
  TOLERABLE_WASTE: "commitment target bands [terms]",
  DISCOUNT_NEEDED: "usage target bands [terms]",
  THRESHOLDS: "usage commitment bands [terms]",
  THRESHOLD_AXIS: "bands [steps] [low] [high]",
  SENSITIVITY: "usages commitments bands [terms] [measure]",
  FORECAST_MEAN: "forecast",
  FORECAST_QUANTILE: "forecast probability",
  EXPECTED_COST: "forecast commitment bands [terms]",
  EXPECTED_SHORTFALL: "forecast commitment bands [terms]",
  FILL_PROBABILITY: "forecast commitment bands [terms]",
  LOSS_PROBABILITY: "forecast commitment bands [terms]",
  CVAR_LOSS: "forecast commitment bands [terms] [level]",
  OPTIMAL_COMMITMENT: "forecast bands [terms] [level]",
  COMMITMENT_OPTIONS: "forecast bands [terms]",
  FORESIGHT_VALUE: "forecast bands [terms]",
  DISCOUNT_POINT_VALUE: "forecast commitment bands [terms]",
  CLAUSE_VALUES: "forecast commitment bands [terms]",
  ANSWER_RANGE: "forecast commitment bands [terms] [detail]",
  ROBUST_COMMITMENT: "forecast bands [terms] [mean_low] [mean_high] [cv_low] [cv_high]",
  WALK_AWAY_DISCOUNT: "forecast commitment bands [terms] [best_alternative]",
  BANDS_WITH: "bands threshold column value",
  TERMS_WITH: "terms term value",
  LIST_PRICE: "model kind [date] [options] [book]",
  TOKEN_COST: "model tokens [date] [options] [book]",
  EFFICIENT_USAGE: "workloads [levers] [date] [detail] [book]",
  BASELINE_USAGE: "usage [exclusions]",
  FORECAST_FROM_HISTORY: "history [months] [gap] [method] [detail]",
  BENCHMARK_RANK: "discount commitment comparables [bands] [detail]",
  ...TERM_PARAMETERS,
};

const RANGES = new Set([
  ...["bands", "terms", "usages", "commitments", "forecast", "tokens", "options", "book"],
  ...["workloads", "levers", "exclusions", "history", "comparables", "list_index"],
]);
/** One amount in every other function; here a table or a path. */
const RANGES_OF: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(TERM_PATHS.map((id) => [id, ["usage", "commitment"]])),
  BURNDOWN: ["usage"],
  BASELINE_USAGE: ["usage"],
};

const metadata = loadMetadata();

/** What is wrong with the metadata of one function; Excel itself would accept all of it. */
function faultsOf({ id, name, description, helpUrl, parameters }: FunctionMetadata): string[] {
  const faults: string[] = [];
  if (!/^[A-Z][A-Z_]{2,}$/.test(id) || id !== name) faults.push(`${id} is no name for a function`);
  if (/^[A-Z]{1,3}\d+$/.test(id)) faults.push(`${id} looks like a cell`);
  if (!description) faults.push(`${id} has no description`);
  if (!helpUrl?.endsWith(`/help.html#${id}`)) faults.push(`${id} has no help of its own`);
  let optional = false;
  for (const parameter of parameters) {
    if (!parameter.description) faults.push(`${id}.${parameter.name} has no description`);
    if (optional && !parameter.optional)
      faults.push(`${id}.${parameter.name} is required after an optional one`);
    optional ||= parameter.optional === true;
    const matrix = parameter.dimensionality === "matrix";
    if (matrix !== (RANGES.has(parameter.name) || !!RANGES_OF[id]?.includes(parameter.name)))
      faults.push(`${id}.${parameter.name} is ${matrix ? "a" : "no"} range`);
  }
  return faults;
}

describe("functions.json", () => {
  test("has the functions and parameters of the contract, in its order", () => {
    const built = metadata.map(({ id, parameters }) => [
      id,
      parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(" "),
    ]);
    expect(Object.fromEntries(built)).toEqual(CONTRACT);
    expect(built).toHaveLength(Object.keys(CONTRACT).length);
  });

  test.each(metadata.map((one) => [one.id, one] as const))("%s is complete", (_, one) => {
    expect(faultsOf(one)).toEqual([]);
  });

  test("would be refused with a required argument after an optional one, or without a description", () => {
    const parameter = { name: "usage", description: "" };
    const faulty: FunctionMetadata = {
      id: "AB",
      name: "AB",
      description: "",
      helpUrl: "",
      parameters: [{ ...parameter, optional: true }, parameter],
    };
    expect(faultsOf(faulty)).toHaveLength(6);
  });

  test("has a description of each function that reads as a sentence", () => {
    for (const { description } of metadata)
      expect(description.split("\n")[0]).toMatch(/^[A-Z].*\.$/);
  });
});

describe("functions.js", () => {
  test("associates every function of the metadata, and nothing else, with CustomFunctions alone", () => {
    expect([...loadBuiltFunctions().keys()].sort()).toEqual(metadata.map(({ id }) => id).sort());
  });
});
