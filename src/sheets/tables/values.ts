import { type Agreement, type PricedBand, withBand, withoutThreshold } from "../../core/agreement";
import type { BandTable } from "../../core/bands";
import { toCents } from "../../core/money";
import type { Answer } from "../../core/result";
import type { Forecast } from "../../forecast/forecast";
import { lognormal, lognormalFromVariation } from "../../forecast/lognormal";
import { certain } from "../../forecast/sample";
import type { AxisKind, TableAxis } from "./axis";
import { MEASURE_RECORDS } from "./measure-records";
import type { TableMeasure } from "./measures";

/** A deal as it was read, for tables of plain values. */
export interface TableDeal {
  readonly bands: BandTable;
  readonly agreement: Agreement;
  readonly usageUsd: number;
  readonly commitmentUsd: number;
  readonly forecast: Forecast;
}

/** A side of a table, and where on it a cell stands. */
export interface AxisPoint {
  readonly axis: TableAxis;
  readonly value: number;
}

/**
 * The value that the formula of a cell calculates, worked out here: the deal, with what is on an axis in its place.
 *
 * @param points Where the cell stands on each axis of the table.
 */
export function tableValue(
  measure: TableMeasure,
  points: readonly AxisPoint[],
  deal: TableDeal,
): Answer<number> {
  const on = (kind: AxisKind): number | undefined =>
    points.find(({ axis }) => axis.kind === kind)?.value;
  const spread = on("spread");
  return MEASURE_RECORDS[measure].value({
    usageUsd: on("usage") ?? deal.usageUsd,
    commitmentUsd: on("commitment") ?? deal.commitmentUsd,
    forecast: spread === undefined ? deal.forecast : withSpread(deal.forecast, spread),
    agreement: changedAgreement(points, deal),
  });
}

function withSpread({ meanUsd }: Forecast, variation: number): Forecast {
  if (variation === 0 || meanUsd === 0) return certain(meanUsd);
  return lognormal(lognormalFromVariation(meanUsd, variation));
}

/** The discount goes before the position: its band is found by the threshold that it has in the deal. */
function changedAgreement(points: readonly AxisPoint[], deal: TableDeal): Agreement {
  return points
    .toSorted((one, other) => orderOf(one.axis.kind) - orderOf(other.axis.kind))
    .reduce((agreement, point) => changed(agreement, point, deal), deal.agreement);
}

function orderOf(kind: AxisKind): number {
  return kind === "threshold" ? 1 : 0;
}

function changed(agreement: Agreement, { axis, value }: AxisPoint, deal: TableDeal): Agreement {
  switch (axis.kind) {
    case "discount": {
      const band = bandFrom(agreement, axis.band.thresholdUsd);
      return band
        ? withBand(agreement, { ...band, discountFraction: value, rate: 1 - value })
        : agreement;
    }
    case "threshold": {
      const band = bandFrom(agreement, axis.band.thresholdUsd);
      const others = withoutThreshold(agreement, axis.band.thresholdUsd);
      return band ? withBand(others, { ...band, thresholdUsd: value }) : agreement;
    }
    case "premium":
      return withTerm(agreement, deal.bands, "overagePremiumFraction", value);
    case "share":
      return withTerm(agreement, deal.bands, "forfeitedFraction", value);
    default:
      return agreement;
  }
}

function bandFrom({ bands }: Agreement, thresholdUsd: number): PricedBand | undefined {
  return bands.find((band) => toCents(band.thresholdUsd) === toCents(thresholdUsd));
}

/** A term of the agreement: bands that carry their own keep it. */
function withTerm(
  agreement: Agreement,
  { bands: written }: BandTable,
  term: "overagePremiumFraction" | "forfeitedFraction",
  value: number,
): Agreement {
  return agreement.bands
    .filter((_, index) => written[index]?.terms[term] === undefined)
    .map((band) => ({ ...band, [term]: value }))
    .reduce(withBand, agreement);
}
