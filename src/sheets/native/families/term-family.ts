import { readAddition, readBurndown, readUnderWay } from "../../../input/mid-term-cells";
import {
  type DealReader,
  readRenewedYearly,
  readTermDeal,
  readYearsAlone,
} from "../../../input/term-deal-cells";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import { amountOf, type Given, type NativeArgument, valueOfCell, withNative } from "../given";
import { NotNative } from "../not-native";
import type { NativePeriod } from "../period/period-steps";
import { burndownSteps, type NativeBurndown } from "../term/burndown-steps";
import { cashFlowSteps, type NativeFlows } from "../term/cash-flow-steps";
import { cotermSteps, type NativeAddition } from "../term/coterm-steps";
import {
  type NativeRenewalOption,
  type NativeUnderWay,
  renewalOptions,
  toppedUp,
  topUpSteps,
  underWaySteps,
} from "../term/early-renewal-steps";
import { headroomSteps, type NativeHeadroom } from "../term/headroom-steps";
import { readPathArea } from "../term/path-area";
import { type NativeSchedule, scheduleSteps } from "../term/schedule-steps";
import { shapeOf, type TermShape, termWithoutFormula } from "../term/term-shape";
import { type NativeYears, type TermVariant, yearSteps } from "../term/year-steps";
import { UsageFamily } from "./usage-family";

const READERS: Readonly<Record<TermVariant, DealReader>> = {
  "as agreed": readTermDeal,
  "without rollover": readTermDeal,
  "renewed yearly": readRenewedYearly,
  "renewed yearly without a cap": readRenewedYearly,
  "each year alone": readYearsAlone,
};

/** The arguments of a deal over several years. */
export type DealGiven = readonly [
  usage: Given,
  commitment: Given,
  bands: Given,
  terms: Given,
  listIndex: Given,
];

/** A term in years and periods. */
export interface NativeTerm {
  readonly shape: TermShape;
  readonly years: NativeYears;
  readonly schedule: NativeSchedule;
}

/** Several years, and a commitment under way. */
export class TermFamily extends UsageFamily {
  /** The periods of a term, overage at list or at the committed rate. */
  term(variant: TermVariant, ...deal: DealGiven): NativeTerm | NotNative {
    return this.once(["term", variant, ...deal], () =>
      withNative(this.#years(variant, deal), (planned) => {
        const { layout, agreement, shape, years, usages, indexes } = planned;
        const schedule = scheduleSteps(layout, agreement, shape, years, usages, indexes);
        return { shape, years, schedule };
      }),
    );
  }

  /** How far list prices may fall. */
  headroom(
    usage: Given,
    commitment: Given,
    bands: Given,
    terms: Given,
  ): { readonly table: NativeHeadroom; readonly hold: NativeCell } | NotNative {
    return this.once(["headroom", usage, commitment, bands, terms], () =>
      withNative(
        this.#years("each year alone", [usage, commitment, bands, terms, undefined]),
        ({ layout, agreement, shape, years, usages }) => ({
          table: headroomSteps(layout, agreement, shape, years, usages),
          hold: years.hold,
        }),
      ),
    );
  }

  /** The years of a term, where the rest of its steps stands, and what those read. */
  #years(variant: TermVariant, deal: DealGiven) {
    const [usage, commitment, bands, terms, listIndex] = deal;
    const read = READERS[variant](
      usage?.values,
      commitment?.values,
      bands?.values,
      terms?.values,
      listIndex?.values,
    );
    if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
    const { plan } = read.value;
    const what = termWithoutFormula(plan);
    if (what) return new NotNative({ kind: "withoutFormula", what });
    const isIndexed = (listIndex?.values ?? []).flat().some((raw) => raw !== "" && raw !== null);
    if (listIndex && !isIndexed)
      return new NotNative({ kind: "layout", argument: "list_index", what: "blank cells" });
    return withNative(this.agreement(bands, terms), (agreement) =>
      withNative(readPathArea("usage", usage), (usages) =>
        withNative(readPathArea("commitment", commitment), (commitments) =>
          withNative(readPathArea("list_index", listIndex), (entries) => {
            const layout = this.place("agreement");
            const shape = {
              ...shapeOf(plan),
              ...(variant === "without rollover" && { rollsOver: false }),
            };
            const given = { commitments, variant, isIndexed, isOfPeriods: usages.length > 1 };
            const years = yearSteps(layout, agreement, shape, given);
            const indexes = isIndexed ? entries : undefined;
            return { layout, agreement, shape, years, usages, indexes };
          }),
        ),
      ),
    );
  }

  /** What is paid when. */
  cashFlows(...deal: DealGiven): NativeFlows | NotNative {
    const [, , bands, terms] = deal;
    return this.once(["cash flows", ...deal], () =>
      withNative(this.term("as agreed", ...deal), (term) =>
        withNative(this.agreement(bands, terms), (agreement) =>
          cashFlowSteps(this.place("agreement"), agreement, term.shape, term.years, term.schedule),
        ),
      ),
    );
  }

  /** What a commitment added within a term owes. */
  addition(
    commitment: Given,
    added: Given,
    addedOn: Given,
    start: Given,
    end: Given,
    bands: Given,
  ): NativeAddition | NotNative {
    return this.once(["addition", commitment, added, addedOn, start, end, bands], () => {
      const read = readAddition(
        valueOfCell(commitment),
        valueOfCell(added),
        valueOfCell(addedOn),
        valueOfCell(start),
        valueOfCell(end),
      );
      if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
      return withNative(this.agreement(bands, undefined), (agreement) =>
        cotermSteps(this.place("agreement"), agreement, {
          commitment: amountOf(commitment),
          added: amountOf(added),
          addedOn: amountOf(addedOn),
          start: amountOf(start),
          end: amountOf(end),
        }),
      );
    });
  }

  /** Keep a commitment, top it up or re-commit: the rows of the options. */
  earlyRenewal(
    usage: Given,
    used: Given,
    elapsed: Given,
    commitment: Given,
    target: Given,
    bands: Given,
    terms: Given,
    topUp: Given,
  ): readonly (readonly NativeFormula[])[] | NotNative {
    const given = [usage, used, elapsed, commitment, target, bands, terms, topUp];
    return this.once(["early renewal", ...given], () => {
      const read = readUnderWay(
        valueOfCell(usage),
        valueOfCell(used),
        valueOfCell(elapsed),
        valueOfCell(commitment),
        valueOfCell(target),
        bands?.values,
        terms?.values,
        valueOfCell(topUp),
      );
      if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
      return withNative(this.agreement(bands, terms), (agreement) => {
        const place = this.place("agreement");
        const way = underWaySteps(place, agreement, {
          usage: amountOf(usage),
          used: amountOf(used),
          elapsed: elapsed?.formula ?? text(""),
          topUp: topUp?.formula ?? text(""),
        });
        const period = (usd: NativeCell, amount: Given): NativePeriod | NotNative =>
          this.period(cellGiven(usd), amount, bands, terms);
        return withNative(period(way.used, commitment), (soFar) =>
          withNative(period(way.byTheEnd, commitment), (toTheEnd) =>
            withNative(period(way.ofAYear, commitment), (again) =>
              withNative(period(way.ofAYear, target), (anew) => {
                const [after, left] = [x`${way.elapsed}/12`, x`(12-${way.elapsed})/12`];
                const keep: NativeRenewalOption = [
                  "Keep",
                  x`${toTheEnd.cost}-${soFar.cost}`,
                  x`${after}*${again.cost}`,
                  x`${toTheEnd.shortfall}+${after}*${again.shortfall}`,
                ];
                // Without a top-up it has to stay 0, since it has a row of its own.
                const isNone = x`IF(${way.topUp}=0,1,NA())`;
                const recommit: NativeRenewalOption = [
                  "Re-commit",
                  x`${read.value.topUpUsd > 0 ? x`1` : isNone}*${left}*${anew.cost}`,
                  x`${after}*${anew.cost}`,
                  x`${soFar.shortfall}+${anew.shortfall}`,
                ];
                const more =
                  read.value.topUpUsd > 0
                    ? this.#topUp(way, soFar, commitment, bands, terms)
                    : undefined;
                if (more instanceof NotNative) return more;
                const options = [keep, ...(more ? [more] : []), recommit];
                return renewalOptions(this.place("agreement"), options);
              }),
            ),
          ),
        );
      });
    });
  }

  #topUp(
    way: NativeUnderWay,
    soFar: NativePeriod,
    given: Given,
    bands: Given,
    terms: Given,
  ): NativeRenewalOption | NotNative {
    return withNative(this.commitment(given, bands, terms), (commitment) => {
      const layout = this.place("agreement");
      const parts = topUpSteps(layout, way, commitment);
      const both = layout.step("Both", "USD", x`${commitment.amount}+${way.topUp}`);
      return withNative(this.commitment(cellGiven(both), bands, terms), (together) =>
        withNative(this.period(cellGiven(parts.drawn), given, bands, terms), (drawn) =>
          withNative(this.period(cellGiven(way.ofAYear), cellGiven(both), bands, terms), (again) =>
            toppedUp(layout, way, parts, commitment, together, { soFar, drawn, again }),
          ),
        ),
      );
    });
  }

  /** Where a commitment ends at several paces. */
  burndown(
    usage: Given,
    commitment: Given,
    bands: Given,
    terms: Given,
    months: Given,
    elapsed: Given,
  ): NativeBurndown | NotNative {
    return this.once(["burndown", usage, commitment, bands, terms, months, elapsed], () => {
      const read = readBurndown(
        usage?.values,
        valueOfCell(commitment),
        bands?.values,
        terms?.values,
        valueOfCell(months),
        valueOfCell(elapsed),
      );
      if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
      return withNative(this.agreement(bands, terms), (agreement) =>
        withNative(readPathArea("usage", usage), (usages) =>
          burndownSteps(this.place("agreement"), agreement, usages, {
            commitment: amountOf(commitment),
            months: months?.formula ?? text(""),
            elapsed: elapsed?.formula ?? text(""),
          }),
        ),
      );
    });
  }
}

/** A step as the argument of another block. */
function cellGiven(formula: NativeCell): NativeArgument {
  return { formula, values: [] };
}
