import { toCents } from "../../core/money";
import { stepsAmong, type TableAxis } from "./axis";
import { chooseThresholds, commitmentAxis, spilledAxis } from "./commitment-axis";
import type { TableContent } from "./content";
import { neighboursOf, positionSteps, tellingPositions } from "./default-steps";
import type { TableDefinition } from "./definition";
import { type PresentDeal, stands } from "./staleness";

/**
 * The same table for the deal as it is now.
 *
 * A band is found by its threshold, else by its place among the bands. A position that no longer lies between its neighbours is
 * laid out anew.
 *
 * @returns What to write; null where a band that the table is about is gone, or no threshold is left.
 */
export function rebuilt(
  recipe: TableDefinition,
  present: PresentDeal,
  madeOn: string,
): TableContent | null {
  const rows = refitted(recipe.rows, recipe, present);
  const columns = recipe.columns && refitted(recipe.columns, recipe, present);
  if (rows === null || (columns === null && recipe.columns !== null)) return null;
  const { measures, form, distinction } = recipe;
  const { references: deal, addresses, inputs } = present;
  return {
    ...{ measures, form, rows, columns, deal, addresses, inputs, madeOn },
    ...(distinction !== undefined && { distinction }),
  };
}

function refitted(
  axis: TableAxis,
  { thresholdsUsd, form }: TableDefinition,
  { bands, inputs }: PresentDeal,
): TableAxis | null {
  const now = bands.map((band) => band.thresholdUsd);
  switch (axis.kind) {
    case "commitment": {
      if ((now.at(-1) ?? 0) === 0) return null;
      const { pointsBetween, amountsUsd } = axis;
      if (form === "spill") return spilledAxis(now, pointsBetween);
      const shown = amountsUsd.map(toCents);
      const isPart = thresholdsUsd.some((usd) => !shown.includes(toCents(usd)) && usd > 0);
      const around = isPart
        ? chooseThresholds(now, inputs.commitmentUsd || inputs.usageUsd).aroundUsd
        : undefined;
      return commitmentAxis(now, pointsBetween, around);
    }
    case "discount":
    case "threshold": {
      const cents = toCents(axis.band.thresholdUsd);
      const place = thresholdsUsd.findIndex((usd) => toCents(usd) === cents);
      const band = bands.find((one) => toCents(one.thresholdUsd) === cents) ?? bands[place];
      if (band === undefined || (axis.kind === "threshold" && band.thresholdUsd === 0)) return null;
      if (axis.kind === "discount" || stands(axis.values, band, now)) return { ...axis, band };
      const { from, to, count } = positionSteps(band, neighboursOf(band, now));
      const among = tellingPositions(band, inputs.commitmentUsd);
      return { ...axis, band, values: stepsAmong(from, to, count, among) };
    }
    default:
      return axis;
  }
}
