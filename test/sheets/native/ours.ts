import { BENCHMARK_DETAILS, benchmark, benchmarkTable } from "../../../src/analysis/benchmark";
import type { Agreement } from "../../../src/core/agreement";
import { bandName } from "../../../src/core/band-name";
import { bandRate } from "../../../src/core/band-rate";
import { writtenThresholds } from "../../../src/core/bands";
import { breakEven, discountNeeded, tolerableWaste } from "../../../src/core/break-even";
import { US_DOLLAR } from "../../../src/core/currency";
import { coverage, effectiveDiscount, utilization } from "../../../src/core/indicators";
import { nextThreshold } from "../../../src/core/next-threshold";
import { NoAnswer } from "../../../src/core/no-answer";
import { type Answer, chain, combine, type Result } from "../../../src/core/result";
import { type Settlement, settle } from "../../../src/core/settle";
import { settlementLines } from "../../../src/core/settlement-lines";
import { thresholdAxis } from "../../../src/core/threshold-axis";
import { thresholdOutcomes } from "../../../src/core/thresholds";
import { parseTierBoundary, parseTierMethod, tierCost } from "../../../src/core/tiers";
import { unlockColumns } from "../../../src/core/unlocks";
import { describeVerdict } from "../../../src/core/verdict";
import { listPrice, tokenCost } from "../../../src/efficiency/list-price";
import { clauseValues } from "../../../src/forecast/clause-values";
import { commitmentOptions } from "../../../src/forecast/commitment-options";
import { discountPointValue } from "../../../src/forecast/discount-point";
import { expectedCost, expectedShortfall } from "../../../src/forecast/expected-cost";
import { fillProbability } from "../../../src/forecast/fill";
import type { Forecast } from "../../../src/forecast/forecast";
import { forecastQuantile } from "../../../src/forecast/forecast-quantile";
import { cvarLoss, lossProbability } from "../../../src/forecast/loss";
import { optimalCommitment } from "../../../src/forecast/optimal-commitment";
import { foresightValue } from "../../../src/forecast/regret";
import { readAxisUsd, readWord } from "../../../src/input/axis-cells";
import { readAxisEnds } from "../../../src/input/axis-range-cells";
import { readBands } from "../../../src/input/bands-cells";
import { readCell } from "../../../src/input/cells/cells";
import { readAmountUsd } from "../../../src/input/cells/numbers";
import { readComparables, readOffer } from "../../../src/input/comparables-cells";
import { readRequest } from "../../../src/input/efficiency/request-cells";
import { readKind, readTokens } from "../../../src/input/efficiency/tokens-cells";
import { readForecast } from "../../../src/input/forecast-cells";
import { readAddition, readBurndown, readUnderWay } from "../../../src/input/mid-term-cells";
import { readAgreement, readPeriod } from "../../../src/input/period-cells";
import { readProbability } from "../../../src/input/probability-cells";
import { readChoice } from "../../../src/input/table-cells";
import { readStep, readTarget } from "../../../src/input/target-cells";
import {
  readRenewedYearly,
  readTermDeal,
  readYearsAlone,
} from "../../../src/input/term-deal-cells";
import {
  readLevel,
  readUncertainAgreement,
  readUncertainPeriod,
} from "../../../src/input/uncertain-period-cells";
import { sensitivityGrid } from "../../../src/sheets/tables/grid";
import { parseMeasure } from "../../../src/sheets/tables/measure";
import { burndown } from "../../../src/term/burndown";
import { cashFlowTable, termCost } from "../../../src/term/cash-flows";
import { cotermCommitment } from "../../../src/term/coterm";
import { earlyRenewal } from "../../../src/term/early-renewal";
import { priceFallHeadroom } from "../../../src/term/headroom";
import { renewalCost } from "../../../src/term/renewal-cost";
import { rolloverValue } from "../../../src/term/rollover-value";
import { schedule } from "../../../src/term/schedule";

/** What one of our functions answers: a value, a table, or undefined where it shows an error. */
export type Ours = number | string | readonly (readonly (number | string)[])[] | undefined;

/** What our functions answer for the cells of a call, read by our readers and priced by the core. */
export const OURS: Readonly<Record<string, (...given: readonly unknown[]) => Ours>> = {
  BAND_RATE: (commitment, bands) =>
    answer(readBanded(commitment, bands), (read) => bandRate(read.usd, read.bands)),
  BAND_NAME: (commitment, bands) =>
    answer(readBanded(commitment, bands), (read) => bandName(read.usd, read.bands, US_DOLLAR)),
  NEXT_THRESHOLD: (commitment, bands) =>
    answer(readBanded(commitment, bands), (read) => nextThreshold(read.usd, read.bands)),
  TIER_COST: (usage, bands, method, boundary) =>
    answer(
      combine({
        banded: readBanded(usage, bands),
        method: parseTierMethod(word(method)),
        boundary: parseTierBoundary(word(boundary)),
      }),
      ({ banded, ...pricing }) => tierCost(banded.usd, banded.bands, pricing),
    ),
  EFFECTIVE_COST: settled(({ costUsd }) => costUsd),
  EFFECTIVE_DISCOUNT: settled(effectiveDiscount),
  SHORTFALL: settled(({ shortfallUsd }) => shortfallUsd),
  OVERAGE_COST: settled(({ overageUsd }) => overageUsd),
  UTILIZATION: settled(utilization),
  COVERAGE: settled(coverage),
  SETTLEMENT: settled((settlement) => [
    ["Line", "USD"],
    ...settlementLines(settlement).map(({ label, amountUsd }) => [label, amountUsd]),
  ]),
  THRESHOLDS: (usage, commitment, bands, terms) =>
    answer(readPeriod(usage, commitment, bands, terms), (read) => {
      const carried = unlockColumns(read.table, read.agreement);
      const outcomes = thresholdOutcomes(read.usageUsd, read.commitmentUsd, read.agreement);
      return [
        [...THRESHOLD_HEADINGS, ...carried.map(({ heading }) => heading)],
        ...outcomes.map(({ verdict, ...amounts }, row) => [
          ...Object.values(amounts).map((one) => (one instanceof NoAnswer ? "#N/A" : one)),
          describeVerdict(verdict, US_DOLLAR),
          ...carried.map(({ values }) => values[row] ?? ""),
        ]),
      ];
    }),
  THRESHOLD_AXIS: (bands, steps, low, high) => {
    const table = readBands(bands);
    const thresholdsUsd = table.ok ? writtenThresholds(table.value) : [];
    const highUsd = (thresholdsUsd.at(-1) ?? 0) * 1.25;
    return answer(
      combine({ table, ends: readAxisEnds(steps, low, high, { steps: 9, lowUsd: 0, highUsd }) }),
      ({ ends }) => thresholdAxis(thresholdsUsd, ends).map((usd) => [usd]),
    );
  },
  SENSITIVITY: (usages, commitments, bands, terms, measure) =>
    answer(
      combine({
        usagesUsd: readAxisUsd(usages, "usages"),
        commitmentsUsd: readAxisUsd(commitments, "commitments"),
        agreement: readAgreement(bands, terms),
        measure: parseMeasure(readWord(measure)),
      }),
      (read) => [
        [read.measure, ...read.commitmentsUsd],
        ...sensitivityGrid(read.usagesUsd, read.commitmentsUsd, read.agreement, read.measure).map(
          (row, index) => [
            read.usagesUsd[index] ?? 0,
            ...row.map((one) => (one instanceof NoAnswer ? "#N/A" : one)),
          ],
        ),
      ],
    ),
  BREAKEVEN_USAGE: (commitment, target, bands, terms) =>
    answer(
      readStep(commitment, target, bands, terms),
      ({ commitmentUsd, targetUsd, agreement }) => {
        const even = breakEven(commitmentUsd, targetUsd, agreement);
        return even instanceof NoAnswer ? even : even.usageUsd;
      },
    ),
  DISCOUNT_NEEDED: (usage, target, bands, terms) =>
    answer(readTarget(usage, target, bands, terms), ({ usageUsd, targetUsd, agreement }) =>
      discountNeeded(usageUsd, targetUsd, agreement),
    ),
  TOLERABLE_WASTE: (commitment, target, bands, terms) =>
    answer(readStep(commitment, target, bands, terms), ({ commitmentUsd, targetUsd, agreement }) =>
      tolerableWaste(commitmentUsd, targetUsd, agreement),
    ),
  FORECAST_MEAN: (forecast) => answer(readForecast(forecast), ({ meanUsd }) => meanUsd),
  FORECAST_QUANTILE: (forecast, probability) =>
    answer(
      combine({ forecast: readForecast(forecast), probability: readProbability(probability) }),
      (read) => forecastQuantile(read.forecast, read.probability),
    ),
  EXPECTED_COST: expected(expectedCost),
  EXPECTED_SHORTFALL: expected(expectedShortfall),
  FILL_PROBABILITY: expected(fillProbability),
  DISCOUNT_POINT_VALUE: expected(discountPointValue),
  LOSS_PROBABILITY: expected(lossProbability),
  CVAR_LOSS: (forecast, commitment, bands, terms, level) =>
    answer(
      combine({
        period: readUncertainPeriod(forecast, commitment, bands, terms),
        level: readLevel(level, 0.9),
      }),
      ({ period, level: worst }) =>
        cvarLoss(period.forecast, period.commitmentUsd, period.agreement, worst),
    ),
  OPTIMAL_COMMITMENT: compared(optimalCommitment),
  FORESIGHT_VALUE: compared(foresightValue),
  COMMITMENT_OPTIONS: compared((forecast, agreement) => [
    OPTION_HEADINGS,
    ...commitmentOptions(forecast, agreement).map((option) => Object.values(option)),
  ]),
  TERM_SCHEDULE: (...given) =>
    answer(readTermDeal(...fiveOf(given)), ({ plan, usageUsd }) =>
      cellsOf(schedule(plan, usageUsd)),
    ),
  CASH_FLOWS: (...given) =>
    answer(readTermDeal(...fiveOf(given)), ({ plan, usageUsd }) =>
      cellsOf(cashFlowTable(plan, usageUsd)),
    ),
  TERM_COST: (...given) =>
    answer(readTermDeal(...fiveOf(given)), ({ plan, usageUsd }) =>
      termCost(plan, usageUsd, given[5] === "present value" ? "present value" : "total"),
    ),
  BURNDOWN: (usage, commitment, bands, terms, months, elapsed) =>
    answer(readBurndown(usage, commitment, bands, terms, months, elapsed), (read) => {
      const rows = burndown(read);
      return rows instanceof NoAnswer ? rows : cellsOf(rows);
    }),
  RENEWAL_COST: (...given) =>
    answer(readRenewedYearly(...fiveOf(given)), ({ plan, usageUsd }) =>
      cellsOf(renewalCost(plan, usageUsd)),
    ),
  EARLY_RENEWAL: (usage, used, elapsed, commitment, target, bands, terms, topUp) =>
    answer(
      readUnderWay(usage, used, elapsed, commitment, target, bands, terms, topUp),
      (underWay) => cellsOf(earlyRenewal(underWay)),
    ),
  PRICE_FALL_HEADROOM: (usage, commitment, bands, terms) =>
    answer(readYearsAlone(usage, commitment, bands, terms), ({ plan, usageUsd }) =>
      cellsOf(priceFallHeadroom(plan, usageUsd)),
    ),
  ROLLOVER_VALUE: (...given) =>
    answer(readTermDeal(...fiveOf(given)), ({ plan, usageUsd }) => rolloverValue(plan, usageUsd)),
  COTERM_COMMITMENT: (commitment, added, addedOn, start, end, bands) =>
    answer(
      combine({
        addition: readAddition(commitment, added, addedOn, start, end),
        table: readBands(bands),
      }),
      ({ addition, table }) => cellsOf(cotermCommitment(addition, table)),
    ),
  LIST_PRICE: (model, kind, date, options, book) =>
    answer(
      chain(
        combine({ request: readRequest(model, date, options, book), kind: readKind(kind) }),
        (read) => listPrice(read.request, read.kind),
      ),
      (usd) => usd,
    ),
  TOKEN_COST: (model, tokens, date, options, book) =>
    answer(
      chain(
        combine({ request: readRequest(model, date, options, book), tokens: readTokens(tokens) }),
        (read) => tokenCost(read.request, read.tokens),
      ),
      (usd) => usd,
    ),
  BENCHMARK_RANK: ranked,
  CLAUSE_VALUES: expected((...given) => {
    const values = clauseValues(...given);
    if (values instanceof NoAnswer) return values;
    return [
      ["Clause", "Value alone", "Value added last", "Points alone", "Points added last"],
      ...values.map(({ clause, aloneUsd, addedLastUsd, alonePoints, addedLastPoints }) => [
        ...[clause, aloneUsd, addedLastUsd],
        ...[alonePoints, addedLastPoints].map((one) => (one instanceof NoAnswer ? "#N/A" : one)),
      ]),
    ];
  }),
};

function fiveOf([usage, commitment, bands, terms, listIndex]: readonly unknown[]) {
  return [usage, commitment, bands, terms, listIndex] as const;
}

/** A table with what a cell shows for no answer. */
function cellsOf(rows: readonly (readonly Answer<string | number>[])[]) {
  return rows.map((row) => row.map((one) => (one instanceof NoAnswer ? "#N/A" : one)));
}

/** The offer of a rank, and what it is ranked among. */
function ranked(
  discount: unknown,
  commitment: unknown,
  comparables: unknown,
  bands: unknown,
  detail: unknown,
): Ours {
  return answer(
    combine({
      offer: readOffer(discount, commitment, bands),
      deals: readComparables(comparables),
      detail: readChoice(readCell(detail), BENCHMARK_DETAILS, { argument: "detail" }),
    }),
    (read) => {
      const found = benchmark(read.offer, read.deals, US_DOLLAR);
      if (found instanceof NoAnswer) return found;
      return read.detail === "summary" ? benchmarkTable(found) : found.rank;
    },
  );
}

const THRESHOLD_HEADINGS = [
  ...["Threshold", "Discount", "Extra commitment", "Break-even usage", "Tolerable waste"],
  ...["Cost at this usage", "Saving", "Verdict"],
];

/** The headings of COMMITMENT_OPTIONS, and the fields of its rows in their order. */
const OPTION_HEADINGS = [
  ...["Commitment", "Discount", "Expected cost", "Expected saving", "Probability to fill"],
  ...["Expected shortfall", "Probability of a loss", "Mean loss in the worst 10%"],
  ...["Expected regret", "Largest regret", "Rank"],
];

function compared<T extends Exclude<Ours, undefined>>(
  ask: (forecast: Forecast, agreement: Agreement, level: number | undefined) => Answer<T>,
) {
  return (forecast: unknown, bands: unknown, terms: unknown, level: unknown): Ours =>
    answer(
      combine({
        agreed: readUncertainAgreement(forecast, bands, terms),
        level: readLevel(level, undefined),
      }),
      ({ agreed, level: worst }) => ask(agreed.forecast, agreed.agreement, worst),
    );
}

function expected<T extends Exclude<Ours, undefined>>(
  ask: (forecast: Forecast, commitmentUsd: number, agreement: Agreement) => Answer<T>,
) {
  return (forecast: unknown, commitment: unknown, bands: unknown, terms: unknown): Ours =>
    answer(readUncertainPeriod(forecast, commitment, bands, terms), (read) =>
      ask(read.forecast, read.commitmentUsd, read.agreement),
    );
}

function readBanded(amount: unknown, bands: unknown) {
  return combine({
    usd: readAmountUsd(amount, { argument: "commitment" }),
    bands: readBands(bands),
  });
}

function settled<T extends Exclude<Ours, undefined>>(
  ask: (settlement: Settlement, usageUsd: number) => Answer<T>,
) {
  return (usage: unknown, commitment: unknown, bands: unknown, terms: unknown): Ours =>
    answer(readPeriod(usage, commitment, bands, terms), ({ usageUsd, commitmentUsd, agreement }) =>
      ask(settle(usageUsd, commitmentUsd, agreement), usageUsd),
    );
}

function answer<I, T extends Exclude<Ours, undefined>>(
  input: Result<I>,
  compute: (value: I) => Answer<T>,
): Ours {
  if (!input.ok) return undefined;
  const value = compute(input.value);
  return value instanceof NoAnswer ? undefined : value;
}

function word(given: unknown): string | undefined {
  return typeof given === "string" && given !== "" ? given : undefined;
}
