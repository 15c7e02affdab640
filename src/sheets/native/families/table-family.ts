import { DEFAULT_STEPS } from "../../../core/threshold-axis";
import { readAxisEnds } from "../../../input/axis-range-cells";
import { type NativeCell, text } from "../excel/formula";
import { amountOf, fixedWord, type Given, NOTHING, valueOfCell, withNative } from "../given";
import { NotNative } from "../not-native";
import { axisSteps, type NativeAxis } from "../tables/axis-steps";
import type { NativeColumn } from "../tables/sensitivity-cells";
import { type NativeThresholdAxis, thresholdAxisSteps } from "../tables/threshold-axis-steps";
import { bandsWithSteps, type NativeCells, termsWithSteps } from "../tables/what-if-steps";
import { PeriodFamily } from "./period-family";

/** A sensitivity table: what stands along its sides, and whether bands and terms hold. */
interface NativeSensitivity {
  readonly usages: NativeAxis;
  readonly commitments: NativeAxis;
  readonly columns: readonly NativeColumn[];
  readonly hold: NativeCell;
}

/** Points between thresholds that workings list, of which each is compared with all. */
const MOST_POINTS = 1000;

/** Only the steps are read from these: the workings follow the ends. */
const DEFAULT_ENDS = { steps: DEFAULT_STEPS, lowUsd: 0, highUsd: Number.POSITIVE_INFINITY };

/** Tables around thresholds, and bands or terms with one value replaced. */
export class TableFamily extends PeriodFamily {
  /** The columns and the usages of a sensitivity table. */
  sensitivity(
    usages: Given,
    commitments: Given,
    bands: Given,
    terms: Given,
  ): NativeSensitivity | NotNative {
    return this.once(["sensitivity", usages, commitments, bands, terms], () =>
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
    return this.once(["axis", argument, given], () =>
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
    return this.once(["threshold axis", bands, steps, low, high], () =>
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

  /** Bands with one value replaced. */
  bandsWith(bands: Given, threshold: Given, column: Given, value: Given): NativeCells | NotNative {
    return this.once(["bands with", bands, threshold, column, value], () =>
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
    return this.once(["terms with", terms, term, value], () =>
      withNative(fixedWord("term", term), (word) =>
        termsWithSteps(this.place("agreement"), terms, word, value ?? NOTHING),
      ),
    );
  }
}
