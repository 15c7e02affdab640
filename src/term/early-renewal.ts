import type { Agreement } from "../core/agreement";
import { bandPosition } from "../core/bands";
import { toCents } from "../core/money";
import { flatOveragePrice, prepaid } from "../core/overage";
import { fail, type Result, succeed } from "../core/result";
import { settle } from "../core/settle";
import { isCurved } from "./plan";
import type { TableRow } from "./schedule";

/** A commitment of twelve months under way. */
export interface UnderWay {
  /** List usage a month from now on, and so far. */
  readonly monthlyUsd: number;
  readonly usedUsd: number;
  readonly elapsedMonths: number;
  readonly commitmentUsd: number;
  readonly targetUsd: number;
  /** A year's amount, or 0 for no such option. */
  readonly topUpUsd: number;
  readonly agreement: Agreement;
}

/** What an option costs, and how much commitment it leaves unused. */
interface Option {
  readonly name: string;
  readonly restUsd: number;
  readonly afterUsd: number;
  readonly shortfallUsd: number;
}

/** Checks what a top-up has no price beside. */
export function parseUnderWay(given: UnderWay): Result<UnderWay> {
  const { commitmentUsd, topUpUsd, agreement } = given;
  const curved = [commitmentUsd, commitmentUsd + topUpUsd]
    .map((usd) => agreement.bands[bandPosition(usd, agreement.bands)] ?? agreement.bands[0])
    .find(isCurved);
  return topUpUsd > 0 && curved
    ? fail({ kind: "notTogether", given: ["top_up", `${curved.overage} overage`] })
    : succeed(given);
}

/** Keep, top up or re-commit, over the twelve months from now (docs/pricing-model.md 23.3 to 23.6). */
export function earlyRenewal(given: UnderWay): readonly TableRow[] {
  const { monthlyUsd, usedUsd, elapsedMonths, commitmentUsd, targetUsd, topUpUsd } = given;
  const settled = (usageUsd: number, usd: number) => settle(usageUsd, usd, given.agreement);
  const left = 12 - elapsedMonths;
  const after = elapsedMonths / 12;
  const soFar = settled(usedUsd, commitmentUsd);
  const toTheEnd = settled(usedUsd + monthlyUsd * left, commitmentUsd);
  const again = settled(12 * monthlyUsd, commitmentUsd);
  const anew = settled(12 * monthlyUsd, targetUsd);
  const keep: Option = {
    name: "Keep",
    restUsd: toTheEnd.costUsd - soFar.costUsd,
    afterUsd: after * again.costUsd,
    shortfallUsd: toTheEnd.shortfallUsd + after * again.shortfallUsd,
  };
  const options: Option[] = [
    keep,
    ...(topUpUsd > 0 ? [toppedUp(given)] : []),
    {
      name: "Re-commit",
      restUsd: (left / 12) * anew.costUsd,
      afterUsd: after * anew.costUsd,
      shortfallUsd: soFar.shortfallUsd + anew.shortfallUsd,
    },
  ];
  const keptUsd = keep.restUsd + keep.afterUsd;
  return [
    [
      "Option",
      "Rest of this term",
      "After it",
      "Cost over 12 months",
      "Shortfall",
      "Saving against keeping",
    ],
    ...options.map(({ name, restUsd, afterUsd, shortfallUsd }): TableRow => {
      const costUsd = restUsd + afterUsd;
      return [name, restUsd, afterUsd, costUsd, shortfallUsd, keptUsd - costUsd];
    }),
  ];
}

/** Usage first draws what is left of the commitment, then the top-up, which is owed for the months left. */
function toppedUp(given: UnderWay): Option {
  const { monthlyUsd, usedUsd, elapsedMonths, commitmentUsd, topUpUsd, agreement } = given;
  const { basis, bands } = agreement;
  const left = 12 - elapsedMonths;
  const bandOf = (usd: number) => bands[bandPosition(usd, bands)] ?? bands[0];
  const band = bandOf(commitmentUsd + topUpUsd);
  const capacityUsd =
    toCents(commitmentUsd) === 0
      ? 0
      : prepaid(commitmentUsd, bandOf(commitmentUsd).rate, basis).capacityUsd;
  const firstUsd = Math.min(monthlyUsd * left, Math.max(0, capacityUsd - usedUsd));
  const thenUsd = monthlyUsd * left - firstUsd;
  const added = prepaid((topUpUsd * left) / 12, band.rate, basis);
  const shortUsd = Math.max(0, added.capacityUsd - thenUsd) * band.rate;
  const overageUsd = Math.max(0, thenUsd - added.capacityUsd) * flatOveragePrice(band, band.rate);
  const soFar = settle(usedUsd, commitmentUsd, agreement);
  const drawn = settle(usedUsd + firstUsd, commitmentUsd, agreement);
  const again = settle(12 * monthlyUsd, commitmentUsd + topUpUsd, agreement);
  return {
    name: "Top up",
    restUsd:
      drawn.costUsd -
      soFar.costUsd +
      added.priceUsd +
      overageUsd -
      (1 - band.forfeitedFraction) * shortUsd,
    afterUsd: (elapsedMonths / 12) * again.costUsd,
    shortfallUsd: drawn.shortfallUsd + shortUsd + (elapsedMonths / 12) * again.shortfallUsd,
  };
}
