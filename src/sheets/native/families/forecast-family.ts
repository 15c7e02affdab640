import { readAgreement } from "../../../input/period-cells";
import type { NativeAgreement } from "../agreement/agreement-block";
import { SPARE_ROWS } from "../agreement/cells-as-written";
import { amountOf as checkedAmount, type NativeCommitment } from "../agreement/commitment-block";
import type { NativeCurve } from "../agreement/curve-block";
import { type NativeCell, text, x } from "../excel/formula";
import { clauseSteps, type NativeClauses } from "../forecast/clause-steps";
import {
  expectationSteps,
  type NativeExpectations,
  quantileSteps,
} from "../forecast/expectation-steps";
import { readForecastArea } from "../forecast/forecast-area";
import { forecastBlock } from "../forecast/forecast-block";
import {
  lossProbabilitySteps,
  meanLossSteps,
  type NativeTail,
  tailSteps,
} from "../forecast/loss-steps";
import type { NativeForecast } from "../forecast/native-forecast";
import { pointSteps } from "../forecast/point-steps";
import { amountOf, type Given, withNative } from "../given";
import type { Layout } from "../layout";
import { NotNative } from "../not-native";
import { type WithoutFormula, withoutFormula } from "../optimum/closed-form";
import { hindsightSteps, type NativeHindsight } from "../optimum/hindsight-steps";
import type { NativeOnOffer } from "../optimum/on-offer-steps";
import { type NativeOptimum, optimumSteps } from "../optimum/optimum-steps";
import { type NativeOptionTable, optionTable } from "../optimum/option-table";
import {
  endOptions,
  insideOptions,
  type NativeInsideOptions,
  type NativeOption,
  thresholdOptions,
} from "../optimum/options-block";
import { TableFamily } from "./table-family";

/** A commitment priced over a forecast. */
interface PricedOverForecast {
  readonly commitment: NativeCommitment;
  readonly curve: NativeCurve;
  readonly expected: NativeExpectations;
}

/** Rows of bands, spare ones included, up to which every commitment is tried: each takes a curve of its own. */
const MOST_COMPARED = 12 + SPARE_ROWS + 1;

/** The worst tenth of outcomes. */
const USUAL_LEVEL = 0.9;

/** An uncertain year. */
export class ForecastFamily extends TableFamily {
  forecast(forecast: Given): NativeForecast | NotNative {
    return this.once(["forecast", forecast], () => {
      const { formula, values } = forecast ?? { formula: x`0`, values: [] };
      return withNative(readForecastArea(formula, values), (area) =>
        forecastBlock(this.place("agreement"), area),
      );
    });
  }

  /** A quantile of a forecast, at a probability from 0 to 1. */
  quantile(forecast: Given, probability: Given): NativeCell | NotNative {
    return this.once(["quantile", forecast, probability], () =>
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
    return this.once(["expectations", forecast, amount, bands, terms], () =>
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
    return this.once(["clauses", forecast, amount, bands, terms], () =>
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
    return this.once(["loss", forecast, amount, bands, terms], () =>
      this.#uncertain(forecast, amount, bands, terms, (usage, { commitment, curve, expected }) =>
        lossProbabilitySteps(this.place("amount"), usage, commitment, curve, expected),
      ),
    );
  }

  /** What a point of discount is worth. */
  pointValue(forecast: Given, amount: Given, bands: Given, terms: Given): NativeCell | NotNative {
    return this.once(["point", forecast, amount, bands, terms], () =>
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
    return this.once(["mean loss", forecast, amount, bands, terms, level], () =>
      this.#uncertain(forecast, amount, bands, terms, (usage, { commitment, curve, expected }) =>
        withNative(this.tail(forecast, level, USUAL_LEVEL), (tail) =>
          meanLossSteps(this.place("amount"), usage, tail, commitment, curve, expected),
        ),
      ),
    );
  }

  /** The worst part of a forecast at a level; a blank level is `otherwise`. */
  tail(forecast: Given, level: Given, otherwise: number): NativeTail | NotNative {
    return this.once(["tail", String(otherwise), forecast, level], () =>
      withNative(this.forecast(forecast), (usage) =>
        tailSteps(this.place("amount"), usage, level?.formula ?? text(""), otherwise),
      ),
    );
  }

  /** The best commitment: of least expected cost, or of least mean loss at a level. */
  optimum(forecast: Given, bands: Given, terms: Given, level: Given): NativeOptimum | NotNative {
    return this.once(["optimum", forecast, bands, terms, level], () =>
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
    return this.once(["options", forecast, bands, terms], () =>
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

  /**
   * A commitment that steps choose among those on offer under a forecast.
   *
   * @param usage The usage and the commitment that their thresholds are compared with.
   */
  onOffer(
    [forecast, usage, commitment, bands, terms]: readonly Given[],
    choose: (layout: Layout, options: NativeOnOffer) => NativeCell,
  ): NativeCell | NotNative {
    return this.#compared(forecast, bands, terms, (uncertain, agreement) => {
      const taken = (amount: Given) => checkedAmount(amountOf(amount), x`${agreement.hold}=1`);
      return choose(this.place("amount"), {
        forecast: uncertain,
        thresholds: this.#thresholds(forecast, bands, terms, uncertain, agreement),
        inside: this.#inside(forecast, bands, terms, undefined, uncertain, agreement).inside,
        holds: x`ISNUMBER(${taken(usage)}+${taken(commitment)})`,
      });
    });
  }

  hindsight(forecast: Given, bands: Given, terms: Given): NativeHindsight | NotNative {
    return this.once(["hindsight", forecast, bands, terms], () =>
      this.#compared(forecast, bands, terms, (usage, agreement) =>
        hindsightSteps(this.place("amount"), usage, agreement),
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
    return this.once(["thresholds", forecast, bands, terms], () =>
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
    return this.once(["inside", forecast, bands, terms, level], () =>
      insideOptions(() => this.place("amount"), usage, agreement, tail),
    );
  }
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
