import type { TierBoundary, TierMethod } from "../../core/tiers";
import { agreementBlock, type NativeAgreement } from "./agreement-block";
import { bandNameSteps, type NativeBandName } from "./band-name-steps";
import { readBandsArea } from "./bands-area";
import { breakEvenSteps, type NativeBreakEven, type NativeSide } from "./break-even-steps";
import { clauseSteps, type NativeClauses } from "./clause-steps";
import { commitmentBlock, type NativeCommitment } from "./commitment-block";
import { curveBlock, type NativeCurve } from "./curve-block";
import { type NativeCell, type NativeFormula, x } from "./excel/formula";
import { expectationSteps, type NativeExpectations, quantileSteps } from "./expectation-steps";
import { readForecastArea } from "./forecast-area";
import { forecastBlock } from "./forecast-block";
import type { Layout } from "./layout";
import type { NativeForecast } from "./native-forecast";
import { NotNative } from "./not-native";
import { type NativePeriod, periodSteps } from "./period-steps";
import { readTermsArea, type TermsArea } from "./terms-area";
import { tierSteps } from "./tier-steps";

/** An argument of one of our functions: the formula that refers to it, and the cells that it refers to, as typed. */
export interface NativeArgument {
  readonly formula: NativeFormula;
  readonly values: readonly (readonly unknown[])[];
}

/** An argument, or undefined where it is left out. */
export type Given = NativeArgument | undefined;

/** Where the next block of a kind goes: an agreement has a place of its own, an amount may have a row of a ledger. */
export type PlacesBlocks = (kind: "agreement" | "amount") => Layout;

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

  breakEven(amount: Given, target: Given, bands: Given, terms: Given): NativeBreakEven | NotNative {
    return this.#once(["break-even", amount, target, bands, terms], () => {
      const side = (given: Given): NativeSide | NotNative =>
        withNative(this.commitment(given, bands, terms), (commitment) =>
          withNative(this.curve(given, bands, terms), (curve) => ({ commitment, curve })),
        );
      return withNative(side(amount), (stay) =>
        withNative(side(target), (move) => breakEvenSteps(this.place("amount"), stay, move)),
      );
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

  #once<T>(key: readonly (string | Given)[], make: () => T): T {
    const id = JSON.stringify(key.map((one) => (typeof one === "object" ? one.formula : one)));
    // A key names one kind of block, so what is found under it is what its maker made.
    if (!this.#made.has(id)) this.#made.set(id, make());
    return this.#made.get(id) as T;
  }
}

/** What follows from a block, unless there is none. */
export function withNative<T, U>(block: T | NotNative, next: (block: T) => U): U | NotNative {
  return block instanceof NotNative ? block : next(block);
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
