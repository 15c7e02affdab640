import { type Agreement, type PricedBand, pricedAlone } from "../core/agreement";
import { bandPosition } from "../core/bands";
import { toCents } from "../core/money";
import { costBeforeRecovery } from "../core/overage";
import { valueAt } from "../core/piecewise-linear";
import { fail, type Result, succeed } from "../core/result";
import type { TermBand, TermDeal } from "./deal";

/** What one contract year is priced by. */
export interface PlanYear {
  readonly commitmentUsd: number;
  /** Its periods: fewer in a part-year at the end. */
  readonly periods: number;
  readonly band: TermBand;
  /** Price of a list dollar inside the commitment, after uplifts of the discount or the net price (docs/pricing-model.md 20.6). */
  readonly rate: number;
  /** No commitment, so that usage is paid on demand (docs/pricing-model.md 20.13). */
  readonly isOnDemand: boolean;
  /** What the renewal at its start adds, or 0. */
  readonly upliftFraction: number;
  /** What uplifts so far multiply list prices by. */
  readonly listFactor: number;
  /** Its price path, which ends where Price path lasts does. */
  readonly path: TermBand["Price path"];
  /** Number of its contract term, from 0. */
  readonly contractTerm: number;
  /** The agreement of its band and those above a commitment, at its rates: what step-up and re-rate are priced by. */
  readonly agreementFor: (commitmentUsd: number) => Agreement;
}

/** The periods over which one commitment must be used: from the first to before `to`. */
export interface CommitmentTest {
  readonly from: number;
  readonly to: number;
}

/** A deal with everything settled that does not depend on how much is used. */
export interface Plan extends TermDeal {
  readonly years: readonly PlanYear[];
  /** The year of each period. */
  readonly yearOf: readonly PlanYear[];
  readonly tests: readonly CommitmentTest[];
  /** Rate of a band at $0, which a year without commitment pays. */
  readonly onDemandRate: number;
}

/** Bands, uplifts, price paths and tests of every year (docs/pricing-model.md 20.2 to 20.8). */
export function planOf(deal: TermDeal): Plan {
  const { basis, bands, policies, commitmentsUsd, listIndex, perYear } = deal;
  const periods = listIndex.length;
  const count = commitmentsUsd.length;
  const every = policies["Renewal every"] ?? count;
  const follows = policies["Band follows"];
  const lengthOf = (year: number): number => Math.min(perYear, periods - year * perYear);
  const years: PlanYear[] = [];
  let [factor, points] = [1, 0];
  for (const [year, own] of commitmentsUsd.entries()) {
    const contractTerm = Math.floor(year / every);
    const first = contractTerm * every;
    const ofTerm = commitmentsUsd.slice(first, first + every);
    const sumUsd = ofTerm.reduce((sum, usd, at) => sum + usd * lengthOf(first + at), 0);
    const lengths = Math.min(periods, (first + every) * perYear) - first * perYear;
    const alone = follows === "each year";
    const deciding = alone ? own : follows === "average" ? sumUsd / lengths : (ofTerm.at(-1) ?? 0);
    const position = bandPosition(deciding, bands);
    const band = bands[position];
    if (!band) continue;
    let upliftFraction = 0;
    if (year === first && year > 0) {
      // The cap is that of the contract being renewed.
      const cap = years.at(-1)?.band["Renewal uplift cap"] ?? Number.POSITIVE_INFINITY;
      upliftFraction = Math.min(policies["Renewal uplift ask"], cap);
      factor *= 1 + upliftFraction;
      points += upliftFraction;
    }
    const uplifted = policies["Uplift on"];
    const [netFactor, off] = [
      uplifted === "net price" ? factor : 1,
      uplifted === "discount" ? points : 0,
    ];
    const rateOf = ({ discountFraction }: PricedBand): number =>
      (1 - Math.max(0, discountFraction - off)) * netFactor;
    const isPooled = policies["Commitment test"] === "total contract";
    years.push({
      commitmentUsd: own,
      periods: lengthOf(year),
      band,
      rate: rateOf(band),
      isOnDemand: toCents(alone && !isPooled ? own : sumUsd) === 0,
      upliftFraction,
      listFactor: uplifted === "list" ? factor : 1,
      path: year < (band["Price path lasts"] ?? count) ? band["Price path"] : "percent off list",
      contractTerm,
      agreementFor: (commitmentUsd) => {
        const priced = (one: PricedBand): PricedBand => ({ ...one, rate: rateOf(one) });
        const above = bands.filter(
          ({ thresholdUsd }, at) => at > position && thresholdUsd > commitmentUsd,
        );
        return pricedAlone(basis, [priced(band), ...above.map(priced)]);
      },
    });
  }
  const yearOf = listIndex.flatMap((_, period) => years[Math.floor(period / perYear)] ?? []);
  return {
    ...deal,
    years,
    yearOf,
    tests: testsOf(deal, yearOf),
    onDemandRate: bands[0]?.rate ?? 1,
  };
}

/** Years, contract terms, quarters or months; a year that ends early ends its last test too. */
function testsOf(
  { policies, perYear }: TermDeal,
  yearOf: readonly PlanYear[],
): readonly CommitmentTest[] {
  const { "Commitment test": test } = policies;
  const size = test === "monthly" ? 1 : test === "quarterly" ? perYear / 4 : perYear;
  const starts = yearOf.flatMap((year, period) =>
    (
      test === "total contract"
        ? yearOf[period - 1]?.contractTerm !== year.contractTerm
        : period % size === 0
    )
      ? period
      : [],
  );
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? yearOf.length }));
}

/** The plan of a deal, or why its overage or its uplifts have no price (docs/pricing-model.md 20.9). */
export function parsePlan(deal: TermDeal): Result<Plan> {
  const { Period: period, "Commitment test": test } = deal.policies;
  if ((test === "quarterly" && period === "year") || (test === "monthly" && period !== "month"))
    return fail({
      kind: "notTogether",
      given: [`a ${test} Commitment test`, `usage of each ${period}`],
    });
  const plan = planOf(deal);
  const live = plan.years.filter(({ isOnDemand }) => !isOnDemand);
  const curved = live.find(({ band }) => isCurved(band));
  const beside =
    test !== "each year"
      ? `a ${test} Commitment test`
      : deal.listIndex.length % deal.perYear > 0
        ? "a part-year"
        : live.some(({ band }) => band["Rollover share"] > 0) && "a Rollover share";
  if (curved && beside)
    return fail({ kind: "notTogether", given: [`${curved.band.overage} overage`, beside] });
  const gone = plan.years.findIndex(({ rate, band, commitmentUsd, agreementFor }) =>
    (isCurved(band) ? agreementFor(commitmentUsd).bands : [{ rate }]).some((one) => one.rate <= 0),
  );
  return gone < 0
    ? succeed(plan)
    : fail({
        kind: "numberOutOfRange",
        place: { argument: "terms", field: "Renewal uplift ask" },
        given: deal.policies["Renewal uplift ask"],
        expected: `one closer to 0, which takes no discount to 100% in year ${gone + 1}`,
      });
}

/** The plan with other bands. */
export function withBands(plan: TermDeal, change: (band: TermBand) => TermBand): Plan {
  return planOf({ ...plan, bands: plan.bands.map(change) });
}

/** Whether overage is priced by all of a year's usage. */
export function isCurved({ overage }: Pick<PricedBand, "overage">): boolean {
  return overage === "step-up" || overage === "re-rate";
}

/** Cost before recovery of a year whose overage depends on all of its usage (docs/pricing-model.md 4.4, 4.5). */
export function curveOf(year: PlanYear, commitmentUsd: number): (usageUsd: number) => number {
  const ways = costBeforeRecovery(commitmentUsd, 0, year.agreementFor(commitmentUsd));
  return (usageUsd) => Math.min(...ways.map((way) => valueAt(way, usageUsd)));
}
