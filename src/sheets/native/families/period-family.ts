import type { TierBoundary, TierMethod } from "../../../core/tiers";
import { readBands } from "../../../input/bands-cells";
import { readEqualPayments } from "../../../input/mid-term-cells";
import type { NativeCell, NativeFormula } from "../excel/formula";
import { amountOf, type Given, valueOfCell, withNative } from "../given";
import { NotNative } from "../not-native";
import { breakEvenSteps, type NativeBreakEven, type NativeSide } from "../period/break-even-steps";
import { discountNeededSteps } from "../period/discount-needed-steps";
import { type NativePeriod, periodSteps } from "../period/period-steps";
import { prepaySteps } from "../period/prepay-steps";
import { thresholdRow, thresholdSteps } from "../period/threshold-table";
import { tierSteps } from "../period/tier-steps";
import { unlockCells } from "../period/unlock-cells";
import { AgreementFamily } from "./agreement-family";

/** Rows of a table, and the headings of those of its columns that depend on the bands. */
interface NativeRows {
  readonly carried: readonly string[];
  readonly rows: readonly (readonly NativeFormula[])[];
}

/** One period at a usage, and where commitments meet. */
export class PeriodFamily extends AgreementFamily {
  period(usage: Given, amount: Given, bands: Given, terms: Given): NativePeriod | NotNative {
    return this.once(["period", usage, amount, bands, terms], () =>
      withNative(this.commitment(amount, bands, terms), (commitment) =>
        periodSteps(this.place("amount"), commitment, amountOf(usage)),
      ),
    );
  }

  tierCost(
    usage: Given,
    bands: Given,
    method: TierMethod,
    boundary: TierBoundary,
  ): NativeCell | NotNative {
    return this.once(["tiers", usage, bands, method, boundary], () =>
      withNative(this.agreement(bands, undefined), (agreement) =>
        tierSteps(this.place("amount"), agreement, amountOf(usage), method, boundary),
      ),
    );
  }

  breakEven(amount: Given, target: Given, bands: Given, terms: Given): NativeBreakEven | NotNative {
    return this.once(["break-even", amount, target, bands, terms], () =>
      withNative(this.side(amount, bands, terms), (stay) =>
        withNative(this.side(target, bands, terms), (move) =>
          breakEvenSteps(this.place("amount"), stay, move),
        ),
      ),
    );
  }

  /** The smallest discount at which a target is worth committing. */
  discountNeeded(usage: Given, target: Given, bands: Given, terms: Given): NativeCell | NotNative {
    return this.once(["discount needed", usage, target, bands, terms], () =>
      withNative(this.agreement(bands, terms), (agreement) =>
        discountNeededSteps(this.place("agreement"), agreement, amountOf(usage), amountOf(target)),
      ),
    );
  }

  /** Discount for paying a year in advance. */
  prepay(rate: Given, payment: Given): NativeCell | NotNative {
    return this.once(["prepay", rate, payment], () => {
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

  /** Every threshold above 0 against a commitment at one usage, and what bands carry. */
  thresholds(usage: Given, amount: Given, bands: Given, terms: Given): NativeRows | NotNative {
    return this.once(["every threshold", usage, amount, bands, terms], () =>
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
              const stay = this.side(amount, bands, terms);
              const move = this.side(target, bands, terms);
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

  protected side(given: Given, bands: Given, terms: Given): NativeSide | NotNative {
    return withNative(this.commitment(given, bands, terms), (commitment) =>
      withNative(this.curve(given, bands, terms), (curve) => ({ commitment, curve })),
    );
  }
}
