import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { Layout } from "../layout";
import type { NativeAgreement, PricedBands } from "./agreement-block";

/** A commitment in its agreement: what does not depend on usage. */
export interface NativeCommitment {
  readonly agreement: NativeAgreement;
  readonly amount: NativeCell;
  readonly cents: NativeCell;
  /** 1 where the commitment is 0 to the cent, which is no agreement (docs/assumptions.md P8). */
  readonly isNone: NativeCell;
  /** Row of its band among the priced bands, from 1. */
  readonly band: NativeCell;
  readonly discount: NativeCell;
  readonly rate: NativeCell;
  readonly overage: NativeCell;
  readonly priceOfOverage: NativeCell;
  readonly share: NativeCell;
  readonly capacity: NativeCell;
  readonly price: NativeCell;
  /** Its place on the scale along which re-rated overage moves, and the cost up to there. */
  readonly place: NativeCell;
  readonly costByThen: NativeCell;
}

/** An amount as typed: a blank is 0; what is no amount from 0 to 1e15, and every amount beside faulty bands, is refused. */
export function amountOf(value: NativeFormula, hold: NativeFormula): NativeFormula {
  return x`IF(AND(OR(${value}&""="",ISNUMBER(${value})),${hold}),IF(${value}&""="",0,IF(AND(${value}>=0,${value}<=1E15),${value},NA())),NA())`;
}

export function commitmentBlock(
  layout: Layout,
  agreement: NativeAgreement,
  given: NativeFormula,
): NativeCommitment {
  const { bands, isNet, hold } = agreement;
  layout.block("Commitment");
  const amount = layout.step("Commitment", "USD", amountOf(given, x`${hold}=1`));
  const cents = layout.step("Commitment in cents", "cents", x`ROUND(100*${amount},0)`);
  const isNone = layout.step("Is there none? (1 is yes)", "", x`IF(${cents}=0,1,0)`);
  const band = layout.step(
    "Row of its band",
    "",
    x`MATCH(${cents},${bands.all("Threshold in cents")},1)`,
  );
  const ofBand = (heading: Parameters<PricedBands["all"]>[0]): NativeFormula =>
    x`INDEX(${bands.all(heading)},${band})`;
  const discount = layout.step("Discount", "fraction", ofBand("Discount"));
  const rate = layout.step("Rate", "USD", ofBand("Rate"));
  const overage = layout.step("Overage", "", ofBand("Overage"));
  const priceOfOverage = layout.step("Price of overage", "USD", ofBand("Price of overage"));
  const share = layout.step("Forfeited share", "fraction", ofBand("Forfeited share"));
  const capacity = layout.step("Capacity", "USD", x`IF(${isNet}=1,${amount}/${rate},${amount})`);
  const price = layout.step(
    "Price of the commitment",
    "USD",
    x`IF(${isNet}=1,${amount},${rate}*${amount})`,
  );
  const into = layout.step(
    "Commitment above its threshold",
    "USD",
    x`${amount}-${ofBand("Threshold")}`,
  );
  const place = layout.step(
    "Its place among the bands",
    "USD",
    x`${ofBand("Usage that reaches it")}+${into}/IF(${isNet}=1,${rate},1)`,
  );
  const costByThen = layout.step(
    "Cost by then",
    "USD",
    x`${ofBand("Cost by then")}+${into}*IF(${isNet}=1,1,${rate})`,
  );
  return {
    ...{ agreement, amount, cents, isNone, band, discount, rate, overage, priceOfOverage, share },
    ...{ capacity, price, place, costByThen },
  };
}

/**
 * A commitment in the band of a row, for an amount that is known to be in it. 0 is no commitment, whatever the row.
 *
 * @param row Of the priced bands, from 0.
 */
export function commitmentInBand(
  layout: Layout,
  agreement: NativeAgreement,
  row: number,
  given: NativeFormula,
): NativeCommitment {
  const { bands, isNet } = agreement;
  layout.block("Commitment");
  const amount = layout.step("Commitment", "USD", given);
  const cents = layout.step("Commitment in cents", "cents", x`ROUND(100*${amount},0)`);
  const isNone = layout.step("Is there none? (1 is yes)", "", x`IF(${cents}=0,1,0)`);
  const band = layout.step("Row of its band", "", x`${row + 1}`);
  const rate = bands.at("Rate", row);
  const capacity = layout.step("Capacity", "USD", x`IF(${isNet}=1,${amount}/${rate},${amount})`);
  const price = layout.step(
    "Price of the commitment",
    "USD",
    x`IF(${isNet}=1,${amount},${rate}*${amount})`,
  );
  const into = x`(${amount}-${bands.at("Threshold", row)})`;
  const place = layout.step(
    "Its place among the bands",
    "USD",
    x`${bands.at("Usage that reaches it", row)}+${into}/IF(${isNet}=1,${rate},1)`,
  );
  const costByThen = layout.step(
    "Cost by then",
    "USD",
    x`${bands.at("Cost by then", row)}+${into}*IF(${isNet}=1,1,${rate})`,
  );
  return {
    ...{ agreement, amount, cents, isNone, band, rate, capacity, price, place, costByThen },
    discount: bands.at("Discount", row),
    overage: bands.at("Overage", row),
    priceOfOverage: bands.at("Price of overage", row),
    share: bands.at("Forfeited share", row),
  };
}
