import { combine } from "../../core/result";
import { parseTierBoundary, parseTierMethod } from "../../core/tiers";
import type { CommitFunction } from "../formulas/call";
import { type Blocks, type Given, withNative } from "./blocks";
import type { NativeBreakEven } from "./break-even-steps";
import { CLAUSE_COLUMNS } from "./clause-steps";
import { type NativeFormula, text } from "./excel/formula";
import type { NativeExpectations } from "./expectation-steps";
import { NotNative } from "./not-native";
import type { NativePeriod } from "./period-steps";

/** What answers for one of our functions in Excel's own: a formula, or a formula for each cell that it spills. */
export type TwinAnswer =
  | { readonly kind: "value"; readonly formula: NativeFormula }
  | { readonly kind: "table"; readonly rows: readonly (readonly NativeFormula[])[] };

type Twin = (blocks: Blocks, ...given: readonly Given[]) => TwinAnswer | NotNative;

/** The functions that have a twin. */
const TWINS: Partial<Readonly<Record<CommitFunction, Twin>>> = {
  BAND_RATE: (blocks, commitment, bands) =>
    withNative(blocks.commitment(commitment, bands, undefined), ({ discount }) => value(discount)),
  BAND_NAME: (blocks, commitment, bands) =>
    withNative(blocks.bandName(commitment, bands), ({ name }) => value(name)),
  NEXT_THRESHOLD: (blocks, commitment, bands) =>
    withNative(blocks.bandName(commitment, bands), ({ next }) => value(next)),
  TIER_COST: (blocks, usage, bands, method, boundary) => {
    if ([method, boundary].some((word) => word && word.formula.kind !== "literal"))
      return new NotNative({
        kind: "layout",
        argument: "method",
        what: "a word that is in a cell",
      });
    const read = combine({
      method: parseTierMethod(wordOf(method)),
      boundary: parseTierBoundary(wordOf(boundary)),
    });
    if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
    return withNative(blocks.tierCost(usage, bands, read.value.method, read.value.boundary), value);
  },
  EFFECTIVE_COST: ofPeriod(({ cost }) => value(cost)),
  EFFECTIVE_DISCOUNT: ofPeriod(({ discount }) => value(discount)),
  SHORTFALL: ofPeriod(({ shortfall }) => value(shortfall)),
  OVERAGE_COST: ofPeriod(({ overage }) => value(overage)),
  UTILIZATION: ofPeriod(({ utilization }) => value(utilization)),
  COVERAGE: ofPeriod(({ coverage }) => value(coverage)),
  SETTLEMENT: ofPeriod(({ commitmentLine, commitment, overage, returned, cost }) => ({
    kind: "table",
    rows: [
      [text("Line"), text("USD")],
      [commitmentLine, commitment],
      [text("Overage"), overage],
      [text("Shortfall returned"), returned],
      [text("Effective cost"), cost],
    ],
  })),
  BREAKEVEN_USAGE: ofBreakEven(({ usage }) => value(usage)),
  TOLERABLE_WASTE: ofBreakEven(({ waste }) => value(waste)),
  FORECAST_MEAN: (blocks, forecast) =>
    withNative(blocks.forecast(forecast), ({ mean }) => value(mean)),
  FORECAST_QUANTILE: (blocks, forecast, probability) =>
    withNative(blocks.quantile(forecast, probability), value),
  EXPECTED_COST: ofExpectations(({ cost }) => value(cost)),
  EXPECTED_SHORTFALL: ofExpectations(({ shortfall }) => value(shortfall)),
  CLAUSE_VALUES: (blocks, forecast, commitment, bands, terms) =>
    withNative(blocks.clauses(forecast, commitment, bands, terms), (clauses) => ({
      kind: "table",
      rows: [
        CLAUSE_COLUMNS.map(text),
        ...Array.from({ length: clauses.rows }, (_, row) =>
          CLAUSE_COLUMNS.map((column) => clauses.at(column, row)),
        ),
      ],
    })),
  FILL_PROBABILITY: ofExpectations(({ fill }) => value(fill)),
};

/** The twin of a function over some arguments, or why it has none. */
export function twinOf(
  blocks: Blocks,
  name: CommitFunction,
  given: readonly Given[],
): TwinAnswer | NotNative {
  const twin = TWINS[name];
  return twin ? twin(blocks, ...given) : new NotNative({ kind: "noTwin", name });
}

/** Whether a function has a twin, where its arguments stand in cells that workings can follow. */
export function hasTwin(name: CommitFunction): boolean {
  return TWINS[name] !== undefined;
}

function value(formula: NativeFormula): TwinAnswer {
  return { kind: "value", formula };
}

function ofPeriod(answer: (period: NativePeriod) => TwinAnswer): Twin {
  return (blocks, usage, commitment, bands, terms) =>
    withNative(blocks.period(usage, commitment, bands, terms), answer);
}

function ofBreakEven(answer: (even: NativeBreakEven) => TwinAnswer): Twin {
  return (blocks, commitment, target, bands, terms) =>
    withNative(blocks.breakEven(commitment, target, bands, terms), answer);
}

function ofExpectations(answer: (expected: NativeExpectations) => TwinAnswer): Twin {
  return (blocks, forecast, commitment, bands, terms) =>
    withNative(blocks.expectations(forecast, commitment, bands, terms), answer);
}

/** A word that is written in the formula itself; undefined where it is left out. */
function wordOf(given: Given): string | undefined {
  const [[word = ""] = []] = given?.values ?? [];
  return word === "" || word === null ? undefined : String(word);
}
