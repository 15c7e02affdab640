import { combine } from "../../core/result";
import { parseTierBoundary, parseTierMethod } from "../../core/tiers";
import type { CommitFunction } from "../formulas/call";
import { parseMeasure } from "../tables/measure";
import type { Blocks } from "./blocks";
import { type NativeFormula, range, text, x } from "./excel/formula";
import { unfollowed } from "./families/forecast-family";
import { TERM_TWINS } from "./families/term-twins";
import { USAGE_TWINS } from "./families/usage-twins";
import { CLAUSE_COLUMNS } from "./forecast/clause-steps";
import type { NativeExpectations } from "./forecast/expectation-steps";
import { type Given, withNative } from "./given";
import type { StepTable } from "./layout";
import { NotNative } from "./not-native";
import { OPTION_COLUMNS } from "./optimum/option-table";
import type { NativeBreakEven } from "./period/break-even-steps";
import type { NativePeriod } from "./period/period-steps";
import { measureFromCurve } from "./tables/sensitivity-cells";
import type { NativeCells } from "./tables/what-if-steps";
import { type Twin, type TwinAnswer, type Twins, value } from "./twin";

export type { TwinAnswer } from "./twin";

/** The columns of THRESHOLDS, before those of what bands carry. */
const THRESHOLD_COLUMNS = [
  ...["Threshold", "Discount", "Extra commitment", "Break-even usage", "Tolerable waste"],
  ...["Cost at this usage", "Saving", "Verdict"],
];

/** The functions that have a twin. */
const TWINS: Twins = {
  ...TERM_TWINS,
  ...USAGE_TWINS,
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
  DISCOUNT_NEEDED: (blocks, usage, target, bands, terms) =>
    withNative(blocks.discountNeeded(usage, target, bands, terms), value),
  FORECAST_MEAN: (blocks, forecast) =>
    withNative(blocks.forecast(forecast), ({ mean }) => value(mean)),
  FORECAST_QUANTILE: (blocks, forecast, probability) =>
    withNative(blocks.quantile(forecast, probability), value),
  EXPECTED_COST: ofExpectations(({ cost }) => value(cost)),
  EXPECTED_SHORTFALL: ofExpectations(({ shortfall }) => value(shortfall)),
  CLAUSE_VALUES: (blocks, forecast, commitment, bands, terms) =>
    withNative(blocks.clauses(forecast, commitment, bands, terms), (clauses) =>
      tableOf(CLAUSE_COLUMNS, clauses),
    ),
  LOSS_PROBABILITY: (blocks, forecast, commitment, bands, terms) =>
    withNative(blocks.lossProbability(forecast, commitment, bands, terms), value),
  DISCOUNT_POINT_VALUE: (blocks, forecast, commitment, bands, terms) =>
    withNative(blocks.pointValue(forecast, commitment, bands, terms), value),
  CVAR_LOSS: (blocks, forecast, commitment, bands, terms, level) =>
    unfollowed(bands, terms, isAll(level) ? [] : ["twoTails"]) ??
    withNative(blocks.meanLoss(forecast, commitment, bands, terms, level), value),
  OPTIMAL_COMMITMENT: (blocks, forecast, bands, terms, level) =>
    unfollowed(bands, terms, [
      "endsOfBands",
      ...(isBlank(level) || isAll(level) ? [] : (["twoTails"] as const)),
    ]) ??
    withNative(blocks.optimum(forecast, bands, terms, level), ({ commitment }) =>
      value(commitment),
    ),
  COMMITMENT_OPTIONS: (blocks, forecast, bands, terms) =>
    unfollowed(bands, terms, ["hindsight", "twoTails", "reRatedRegret"]) ??
    withNative(blocks.options(forecast, bands, terms), (options) =>
      tableOf(OPTION_COLUMNS, options),
    ),
  FORESIGHT_VALUE: (blocks, forecast, bands, terms) =>
    unfollowed(bands, terms, ["hindsight", "endsOfBands"]) ??
    withNative(blocks.optimum(forecast, bands, terms, undefined), ({ value: best }) =>
      withNative(blocks.hindsight(forecast, bands, terms), ({ expected }) =>
        value(x`MAX(0,${best}-${expected})`),
      ),
    ),
  THRESHOLD_AXIS: (blocks, bands, steps, low, high) =>
    withNative(blocks.thresholdAxis(bands, steps, low, high), ({ amounts, count }) => ({
      kind: "table",
      rows: Array.from({ length: amounts.rows }, (_, row) => [
        x`IF(${count}>${row},${amounts.at("Amount", row)},"")`,
      ]),
      listed: count,
    })),
  SENSITIVITY: (blocks, usages, commitments, bands, terms, measureWord) => {
    const read = parseMeasure(wordOf(measureWord));
    if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
    const measure = read.value;
    const isSame = measureWord
      ? x`LOWER(${measureWord.formula}&"")=${text(String(wordOf(measureWord) ?? "").toLowerCase())}`
      : x`TRUE`;
    return withNative(blocks.sensitivity(usages, commitments, bands, terms), (table) => {
      const { usages: down, commitments: across, columns, hold } = table;
      const held = x`AND(${down.hold}+${across.hold}=2,${hold}=1,${isSame})`;
      const shown = (formula: NativeFormula) => x`IF(${held},${formula},NA())`;
      return {
        kind: "table",
        rows: [
          [text(measure), ...across.amounts.map(shown)],
          ...down.amounts.map((usage) => [
            shown(usage),
            ...columns.map((column) => shown(measureFromCurve(measure, column, usage))),
          ]),
        ],
      };
    });
  },
  THRESHOLDS: (blocks, usage, commitment, bands, terms) =>
    withNative(blocks.thresholds(usage, commitment, bands, terms), ({ carried, rows }) => ({
      kind: "table",
      rows: [[...THRESHOLD_COLUMNS, ...carried].map(text), ...rows],
    })),
  BANDS_WITH: (blocks, bands, threshold, column, put) =>
    withNative(blocks.bandsWith(bands, threshold, column, put), cellsOf),
  TERMS_WITH: (blocks, terms, term, put) => withNative(blocks.termsWith(terms, term, put), cellsOf),
  PREPAY_BREAKEVEN: (blocks, rate, payment) => withNative(blocks.prepay(rate, payment), value),
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

/** Each cell of a range. */
function cellsOf({ range: { from }, values }: NativeCells): TwinAnswer {
  const rows = values.map((row, down) =>
    row.map((_, along) => ({ ...from, row: from.row + down, column: from.column + along })),
  );
  return { kind: "table", rows };
}

/** Columns of a table of workings below their headings; its last rows are blank until there is more to list. */
function tableOf<Heading extends string>(
  columns: readonly Heading[],
  table: Pick<StepTable<Heading>, "rows" | "at">,
): TwinAnswer {
  const rows = Array.from({ length: table.rows }, (_, row) =>
    columns.map((column) => table.at(column, row)),
  );
  const [first] = columns;
  const names = first && range(table.at(first, 0), table.at(first, table.rows - 1));
  return {
    kind: "table",
    rows: [columns.map(text), ...rows],
    ...(names && { listed: x`1+SUMPRODUCT((${names}<>"")*1)` }),
  };
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

/** Whether a level is 0, which leaves all of a forecast in the tail. */
function isAll(level: Given): boolean {
  return level?.values[0]?.[0] === 0;
}

function isBlank(given: Given): boolean {
  const [[value = ""] = []] = given?.values ?? [];
  return value === "" || value === null;
}

/** A word that is written in the formula itself; undefined where it is left out. */
function wordOf(given: Given): string | undefined {
  const [[word = ""] = []] = given?.values ?? [];
  return word === "" || word === null ? undefined : String(word);
}
