import { DEFAULT_STEPS } from "../../core/threshold-axis";
import type { TierBoundary, TierMethod } from "../../core/tiers";
import { readAxisEnds } from "../../input/axis-range-cells";
import { readBands } from "../../input/bands-cells";
import { readEqualPayments } from "../../input/mid-term-cells";
import { readAgreement } from "../../input/period-cells";
import { agreementBlock, type NativeAgreement } from "./agreement/agreement-block";
import { bandNameSteps, type NativeBandName } from "./agreement/band-name-steps";
import { readBandsArea } from "./agreement/bands-area";
import { SPARE_ROWS } from "./agreement/cells-as-written";
import { commitmentBlock, type NativeCommitment } from "./agreement/commitment-block";
import { curveBlock, type NativeCurve } from "./agreement/curve-block";
import { readTermsArea, type TermsArea } from "./agreement/terms-area";
import { type NativeCell, type NativeFormula, text, x } from "./excel/formula";
import { clauseSteps, type NativeClauses } from "./forecast/clause-steps";
import {
  expectationSteps,
  type NativeExpectations,
  quantileSteps,
} from "./forecast/expectation-steps";
import { readForecastArea } from "./forecast/forecast-area";
import { forecastBlock } from "./forecast/forecast-block";
import {
  lossProbabilitySteps,
  meanLossSteps,
  type NativeTail,
  tailSteps,
} from "./forecast/loss-steps";
import type { NativeForecast } from "./forecast/native-forecast";
import { pointSteps } from "./forecast/point-steps";
import type { Layout } from "./layout";
import { NotNative } from "./not-native";
import { type WithoutFormula, withoutFormula } from "./optimum/closed-form";
import { hindsightSteps, type NativeHindsight } from "./optimum/hindsight-steps";
import { type NativeOptimum, optimumSteps } from "./optimum/optimum-steps";
import { type NativeOptionTable, optionTable } from "./optimum/option-table";
import {
  endOptions,
  insideOptions,
  type NativeInsideOptions,
  type NativeOption,
  thresholdOptions,
} from "./optimum/options-block";
import { breakEvenSteps, type NativeBreakEven, type NativeSide } from "./period/break-even-steps";
import { discountNeededSteps } from "./period/discount-needed-steps";
import { type NativePeriod, periodSteps } from "./period/period-steps";
import { prepaySteps } from "./period/prepay-steps";
import { thresholdRow, thresholdSteps } from "./period/threshold-table";
import { tierSteps } from "./period/tier-steps";
import { unlockCells } from "./period/unlock-cells";
import { axisSteps, type NativeAxis } from "./tables/axis-steps";
import type { NativeColumn } from "./tables/sensitivity-cells";
import { type NativeThresholdAxis, thresholdAxisSteps } from "./tables/threshold-axis-steps";
import { bandsWithSteps, type NativeCells, termsWithSteps } from "./tables/what-if-steps";

/** An argument of one of our functions: the formula that refers to it, and the cells that it refers to, as typed. */
export interface NativeArgument {
  readonly formula: NativeFormula;
  readonly values: readonly (readonly unknown[])[];
}

/** An argument, or undefined where it is left out. */
export type Given = NativeArgument | undefined;

/** Where the next block of a kind goes: an agreement has a place of its own, an amount may have a row of a ledger. */
export type PlacesBlocks = (kind: "agreement" | "amount") => Layout;

/** Rows of a table, and the headings of those of its columns that depend on the bands. */
interface NativeRows {
  readonly carried: readonly string[];
  readonly rows: readonly (readonly NativeFormula[])[];
}

/** A sensitivity table: what stands along its sides, and whether bands and terms hold. */
interface NativeSensitivity {
  readonly usages: NativeAxis;
  readonly commitments: NativeAxis;
  readonly columns: readonly NativeColumn[];
  readonly hold: NativeCell;
}

/** A commitment priced over a forecast. */
interface PricedOverForecast {
  readonly commitment: NativeCommitment;
  readonly curve: NativeCurve;
  readonly expected: NativeExpectations;
}

/** Rows of bands, spare ones included, up to which every commitment is tried: each takes a curve of its own. */
const MOST_COMPARED = 12 + SPARE_ROWS + 1;

/** Points between thresholds that workings list, of which each is compared with all. */
const MOST_POINTS = 1000;

/** Only the steps are read from these: the workings follow the ends. */
const DEFAULT_ENDS = { steps: DEFAULT_STEPS, lowUsd: 0, highUsd: Number.POSITIVE_INFINITY };

/** The worst tenth of outcomes. */
const USUAL_LEVEL = 0.9;

/** The blocks of workings, each made once for all the formulas that ask for it. */
export class Blocks {
  readonly #made = new Map<string, unknown>();

  constructor(private readonly place: PlacesBlocks) {}

  agreement(bands: Given, terms: Given): NativeAgreement | NotNative {
    return this.#once(["agreement", bands, terms], () => {
      const area = bandsOf(bands);
      if (area instanceof NotNative) return area;
      const termsArea = termsOf(terms);
      if (termsArea instanceof NotNative) return termsArea;
      return agreementBlock(this.place("agreement"), area, termsArea);
    });
  }

  commitment(amount: Given, bands: Given, terms: Given): NativeCommitment | NotNative {
    return this.#once(["commitment", amount, bands, terms], () =>
      withNative(this.agreement(bands, terms), (agreement) =>
        commitmentBlock(this.place("amount"), agreement, amountOf(amount)),
      ),
    );
  }

  curve(amount: Given, bands: Given, terms: Given): NativeCurve | NotNative {
    return this.#once(["curve", amount, bands, terms], () =>
      withNative(this.commitment(amount, bands, terms), (commitment) =>
        curveBlock(this.place("amount"), commitment),
      ),
    );
  }

  bandName(amount: Given, bands: Given): NativeBandName | NotNative {
    return this.#once(["name", amount, bands], () =>
      withNative(this.commitment(amount, bands, undefined), (commitment) =>
        bandNameSteps(this.place("amount"), commitment),
      ),
    );
  }

  period(usage: Given, amount: Given, bands: Given, terms: Given): NativePeriod | NotNative {
    return this.#once(["period", usage, amount, bands, terms], () =>
      withNative(this.commitment(amount, bands, terms), (commitment) =>
        periodSteps(this.place("amount"), commitment, amountOf(usage)),
      ),
    );
  }

  forecast(forecast: Given): NativeForecast | NotNative {
    return this.#once(["forecast", forecast], () => {
      const { formula, values } = forecast ?? { formula: x`0`, values: [] };
      return withNative(readForecastArea(formula, values), (area) =>
        forecastBlock(this.place("agreement"), area),
      );
    });
  }

  /** A quantile of a forecast, at a probability from 0 to 1. */
  quantile(forecast: Given, probability: Given): NativeCell | NotNative {
    return this.#once(["quantile", forecast, probability], () =>
      withNative(this.forecast(forecast), (usage) =>
        quantileSteps(this.place("amount"), usage, amountOf(probability)),
      ),
    );
  }

  expectations(
    forecast: Given,
    amount: Given,
    bands: Given,
    terms: Given,
  ): NativeExpectations | NotNative {
    return this.#once(["expectations", forecast, amount, bands, terms], () =>
      withNative(this.forecast(forecast), (usage) =>
        withNative(this.commitment(amount, bands, terms), (commitment) =>
          withNative(this.curve(amount, bands, terms), (curve) =>
            expectationSteps(this.place("amount"), usage, commitment, curve),
          ),
        ),
      ),
    );
  }

  clauses(forecast: Given, amount: Given, bands: Given, terms: Given): NativeClauses | NotNative {
    return this.#once(["clauses", forecast, amount, bands, terms], () =>
      withNative(this.forecast(forecast), (usage) =>
        withNative(this.commitment(amount, bands, terms), (commitment) =>
          withNative(this.expectations(forecast, amount, bands, terms), (expectations) =>
            clauseSteps(this.place("amount"), usage, commitment, expectations),
          ),
        ),
      ),
    );
  }

  /** Probability that a commitment costs more than list prices. */
  lossProbability(
    forecast: Given,
    amount: Given,
    bands: Given,
    terms: Given,
  ): NativeCell | NotNative {
    return this.#once(["loss", forecast, amount, bands, terms], () =>
      this.#uncertain(forecast, amount, bands, terms, (usage, { commitment, curve, expected }) =>
        lossProbabilitySteps(this.place("amount"), usage, commitment, curve, expected),
      ),
    );
  }

  /** What a point of discount is worth. */
  pointValue(forecast: Given, amount: Given, bands: Given, terms: Given): NativeCell | NotNative {
    return this.#once(["point", forecast, amount, bands, terms], () =>
      this.#uncertain(forecast, amount, bands, terms, (usage, { commitment, expected }) =>
        pointSteps(this.place("amount"), usage, commitment, expected),
      ),
    );
  }

  /** Mean loss in the worst part of a forecast that a level leaves; 0.9 where none is given. */
  meanLoss(
    forecast: Given,
    amount: Given,
    bands: Given,
    terms: Given,
    level: Given,
  ): NativeCell | NotNative {
    return this.#once(["mean loss", forecast, amount, bands, terms, level], () =>
      this.#uncertain(forecast, amount, bands, terms, (usage, { commitment, curve, expected }) =>
        withNative(this.tail(forecast, level, USUAL_LEVEL), (tail) =>
          meanLossSteps(this.place("amount"), usage, tail, commitment, curve, expected),
        ),
      ),
    );
  }

  /** The worst part of a forecast at a level; a blank level is `otherwise`. */
  tail(forecast: Given, level: Given, otherwise: number): NativeTail | NotNative {
    return this.#once(["tail", String(otherwise), forecast, level], () =>
      withNative(this.forecast(forecast), (usage) =>
        tailSteps(this.place("amount"), usage, level?.formula ?? text(""), otherwise),
      ),
    );
  }

  /** The best commitment: of least expected cost, or of least mean loss at a level. */
  optimum(forecast: Given, bands: Given, terms: Given, level: Given): NativeOptimum | NotNative {
    return this.#once(["optimum", forecast, bands, terms, level], () =>
      this.#compared(forecast, bands, terms, (usage, agreement) => {
        const tail = level && this.tail(forecast, level, 0);
        if (tail instanceof NotNative) return tail;
        const thresholds = this.#thresholds(forecast, bands, terms, usage, agreement);
        const found = this.#inside(forecast, bands, terms, level, usage, agreement, tail);
        const place = () => this.place("amount");
        const ends = endOptions(place, usage, agreement, found);
        const options = [...thresholds, ...found.inside, ...ends];
        return optimumSteps(place, usage, agreement, options, tail);
      }),
    );
  }

  /** The commitments worth comparing. */
  options(forecast: Given, bands: Given, terms: Given): NativeOptionTable | NotNative {
    return this.#once(["options", forecast, bands, terms], () =>
      this.#compared(forecast, bands, terms, (usage, agreement) =>
        withNative(this.tail(forecast, undefined, USUAL_LEVEL), (tail) =>
          withNative(this.hindsight(forecast, bands, terms), (hindsight) => {
            const thresholds = this.#thresholds(forecast, bands, terms, usage, agreement);
            const found = this.#inside(forecast, bands, terms, undefined, usage, agreement);
            const place = () => this.place("amount");
            return optionTable(place, usage, agreement, thresholds, found, tail, hindsight);
          }),
        ),
      ),
    );
  }

  hindsight(forecast: Given, bands: Given, terms: Given): NativeHindsight | NotNative {
    return this.#once(["hindsight", forecast, bands, terms], () =>
      this.#compared(forecast, bands, terms, (usage, agreement) =>
        hindsightSteps(this.place("amount"), usage, agreement),
      ),
    );
  }

  /** Bands with one value replaced. */
  bandsWith(bands: Given, threshold: Given, column: Given, value: Given): NativeCells | NotNative {
    return this.#once(["bands with", bands, threshold, column, value], () =>
      withNative(fixedWord("column", column), (word) =>
        bandsWithSteps(
          this.place("agreement"),
          bands ?? NOTHING,
          threshold ?? NOTHING,
          word,
          value ?? NOTHING,
        ),
      ),
    );
  }

  /** Terms with one of them set. */
  termsWith(terms: Given, term: Given, value: Given): NativeCells | NotNative {
    return this.#once(["terms with", terms, term, value], () =>
      withNative(fixedWord("term", term), (word) =>
        termsWithSteps(this.place("agreement"), terms, word, value ?? NOTHING),
      ),
    );
  }

  /** Every threshold above 0 against a commitment at one usage, and what bands carry. */
  thresholds(usage: Given, amount: Given, bands: Given, terms: Given): NativeRows | NotNative {
    return this.#once(["every threshold", usage, amount, bands, terms], () =>
      withNative(this.agreement(bands, terms), (agreement) =>
        withNative(unlockCells(agreement, bands?.values, terms?.values), (unlocks) =>
          withNative(this.period(usage, amount, bands, terms), (period) => {
            const read = readBands(bands?.values);
            const above = read.ok ? read.value.bands.length - 1 : 0;
            const place = this.place("agreement");
            const { amounts, rows } = thresholdSteps(place, agreement, period.usage, above);
            const listed: (readonly NativeFormula[])[] = [];
            for (const [index, formula] of amounts.entries()) {
              const target = { formula, values: [] };
              const stay = this.#side(amount, bands, terms);
              const move = this.#side(target, bands, terms);
              const even = this.breakEven(amount, target, bands, terms);
              if (stay instanceof NotNative) return stay;
              if (move instanceof NotNative) return move;
              if (even instanceof NotNative) return even;
              const row = thresholdRow(this.place("amount"), period.usage, { stay, move, even });
              const at = rows[index];
              listed.push([...row, ...(at ? unlocks.map(({ cellOf }) => cellOf(at)) : [])]);
            }
            return { carried: unlocks.map(({ heading }) => heading), rows: listed };
          }),
        ),
      ),
    );
  }

  #side(given: Given, bands: Given, terms: Given): NativeSide | NotNative {
    return withNative(this.commitment(given, bands, terms), (commitment) =>
      withNative(this.curve(given, bands, terms), (curve) => ({ commitment, curve })),
    );
  }

  /** The columns and the usages of a sensitivity table. */
  sensitivity(
    usages: Given,
    commitments: Given,
    bands: Given,
    terms: Given,
  ): NativeSensitivity | NotNative {
    return this.#once(["sensitivity", usages, commitments, bands, terms], () =>
      withNative(this.#axis("usages", usages), (down) =>
        withNative(this.#axis("commitments", commitments), (across) =>
          withNative(this.agreement(bands, terms), ({ hold }) => {
            const columns: NativeColumn[] = [];
            for (const place of across.amounts) {
              const amount = { formula: place, values: [] };
              const commitment = this.commitment(amount, bands, terms);
              const curve = this.curve(amount, bands, terms);
              if (commitment instanceof NotNative) return commitment;
              if (curve instanceof NotNative) return curve;
              columns.push({ commitment, curve });
            }
            return { usages: down, commitments: across, columns, hold };
          }),
        ),
      ),
    );
  }

  #axis(argument: "usages" | "commitments", given: Given): NativeAxis | NotNative {
    return this.#once(["axis", argument, given], () =>
      axisSteps(this.place("agreement"), argument, amountOf(given), given?.values ?? []),
    );
  }

  /** Commitments around the thresholds of bands. */
  thresholdAxis(
    bands: Given,
    steps: Given,
    low: Given,
    high: Given,
  ): NativeThresholdAxis | NotNative {
    return this.#once(["threshold axis", bands, steps, low, high], () =>
      withNative(this.agreement(bands, undefined), (agreement) => {
        const made = readAxisEnds(
          valueOfCell(steps),
          valueOfCell(low),
          valueOfCell(high),
          DEFAULT_ENDS,
        );
        if (!made.ok) return new NotNative({ kind: "refused", errors: made.errors });
        const blank = text("");
        const ends = {
          steps: steps?.formula ?? blank,
          low: low?.formula ?? blank,
          high: high?.formula ?? blank,
        };
        if (made.value.steps * agreement.bands.rows > MOST_POINTS)
          return new NotNative({ kind: "layout", argument: "steps", what: "so many points" });
        return thresholdAxisSteps(this.place("agreement"), agreement, ends, made.value.steps);
      }),
    );
  }

  breakEven(amount: Given, target: Given, bands: Given, terms: Given): NativeBreakEven | NotNative {
    return this.#once(["break-even", amount, target, bands, terms], () =>
      withNative(this.#side(amount, bands, terms), (stay) =>
        withNative(this.#side(target, bands, terms), (move) =>
          breakEvenSteps(this.place("amount"), stay, move),
        ),
      ),
    );
  }

  /** The smallest discount at which a target is worth committing. */
  discountNeeded(usage: Given, target: Given, bands: Given, terms: Given): NativeCell | NotNative {
    return this.#once(["discount needed", usage, target, bands, terms], () =>
      withNative(this.agreement(bands, terms), (agreement) =>
        discountNeededSteps(this.place("agreement"), agreement, amountOf(usage), amountOf(target)),
      ),
    );
  }

  /** Discount for paying a year in advance. */
  prepay(rate: Given, payment: Given): NativeCell | NotNative {
    return this.#once(["prepay", rate, payment], () => {
      if (payment && payment.formula.kind !== "literal")
        return new NotNative({
          kind: "layout",
          argument: "payment",
          what: "a word that is in a cell",
        });
      const read = readEqualPayments(valueOfCell(payment));
      if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
      return prepaySteps(this.place("amount"), amountOf(rate), read.value);
    });
  }

  tierCost(
    usage: Given,
    bands: Given,
    method: TierMethod,
    boundary: TierBoundary,
  ): NativeCell | NotNative {
    return this.#once(["tiers", usage, bands, method, boundary], () =>
      withNative(this.agreement(bands, undefined), (agreement) =>
        tierSteps(this.place("amount"), agreement, amountOf(usage), method, boundary),
      ),
    );
  }

  #uncertain<T>(
    forecast: Given,
    amount: Given,
    bands: Given,
    terms: Given,
    next: (usage: NativeForecast, priced: PricedOverForecast) => T | NotNative,
  ): T | NotNative {
    return withNative(this.forecast(forecast), (usage) =>
      withNative(this.commitment(amount, bands, terms), (commitment) =>
        withNative(this.curve(amount, bands, terms), (curve) =>
          withNative(this.expectations(forecast, amount, bands, terms), (expected) =>
            next(usage, { commitment, curve, expected }),
          ),
        ),
      ),
    );
  }

  /** A forecast and an agreement of which every band is tried. */
  #compared<T>(
    forecast: Given,
    bands: Given,
    terms: Given,
    next: (usage: NativeForecast, agreement: NativeAgreement) => T | NotNative,
  ): T | NotNative {
    return withNative(this.forecast(forecast), (usage) =>
      withNative(this.agreement(bands, terms), (agreement) =>
        agreement.bands.rows > MOST_COMPARED
          ? new NotNative({ kind: "manyBands", rows: agreement.bands.rows - 1 - SPARE_ROWS })
          : next(usage, agreement),
      ),
    );
  }

  #thresholds(
    forecast: Given,
    bands: Given,
    terms: Given,
    usage: NativeForecast,
    agreement: NativeAgreement,
  ): readonly NativeOption[] {
    return this.#once(["thresholds", forecast, bands, terms], () =>
      thresholdOptions(() => this.place("amount"), usage, agreement),
    );
  }

  #inside(
    forecast: Given,
    bands: Given,
    terms: Given,
    level: Given,
    usage: NativeForecast,
    agreement: NativeAgreement,
    tail?: NativeTail,
  ): NativeInsideOptions {
    return this.#once(["inside", forecast, bands, terms, level], () =>
      insideOptions(() => this.place("amount"), usage, agreement, tail),
    );
  }

  #once<T>(key: readonly (string | Given)[], make: () => T): T {
    const id = JSON.stringify(key.map((one) => (typeof one === "object" ? one.formula : one)));
    // A key names one kind of block, so what is found under it is what its maker made.
    if (!this.#made.has(id)) this.#made.set(id, make());
    return this.#made.get(id) as T;
  }
}

/** An argument that is left out. */
const NOTHING: NativeArgument = { formula: text(""), values: [[""]] };

/** A word that says which cells are meant: it is written in the formula, so that it cannot change. */
function fixedWord(argument: "column" | "term", given: Given): string | NotNative {
  const word = valueOfCell(given);
  return given?.formula.kind === "literal"
    ? String(word)
    : new NotNative({ kind: "layout", argument, what: "a word that is in a cell" });
}

/** Why formulas cannot follow what an agreement does, if it does one of some things; those that our function refuses too are not judged. */
export function unfollowed(
  bands: Given,
  terms: Given,
  asked: readonly WithoutFormula[],
): NotNative | undefined {
  const read = readAgreement(bands?.values, terms?.values);
  const what = read.ok ? withoutFormula(read.value, asked) : undefined;
  return what && new NotNative({ kind: "withoutFormula", what });
}

/** What follows from a block, unless there is none. */
export function withNative<T, U>(block: T | NotNative, next: (block: T) => U): U | NotNative {
  return block instanceof NotNative ? block : next(block);
}

function valueOfCell(given: Given): unknown {
  return given?.values[0]?.[0];
}

function amountOf(given: Given): NativeFormula {
  return given?.formula ?? x`0`;
}

function bandsOf(given: Given) {
  const { formula, values } = given ?? { formula: x`0`, values: [] };
  if (formula.kind === "range") return readBandsArea(formula, values);
  return new NotNative({ kind: "layout", argument: "bands", what: "what is no range of cells" });
}

function termsOf(given: Given): TermsArea | undefined | NotNative {
  if (given === undefined) return undefined;
  if (given.formula.kind === "range") return readTermsArea(given.formula, given.values);
  return new NotNative({ kind: "layout", argument: "terms", what: "what is no range of cells" });
}
