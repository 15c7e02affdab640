import { partsAYear } from "../../../term/cash-flows";
import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { Layout } from "../layout";

/**
 * Discount for a year paid in advance that equals its payment in equal parts (docs/pricing-model.md 21.7); the payment is fixed when
 * it is made.
 */
export function prepaySteps(layout: Layout, given: NativeFormula, payment: string): NativeCell {
  const parts = partsAYear(payment);
  const late = payment.endsWith("arrears") ? 1 : 0;
  layout.block("A year in advance");
  const rate = layout.step(
    "Discounting rate",
    "fraction",
    x`IF(${given}&""="",0,IF(ISNUMBER(${given}),IF(AND(${given}>=0,${given}<=1),${given},NA()),NA()))`,
  );
  const growth = layout.step("Growth of a part of the year", "", x`EXP(LN(1+${rate})/${parts})`);
  const present = layout.table<"Worth now">(parts + late, [
    [
      "Worth now",
      "fraction",
      (row, t) => (row === 0 ? x`1` : x`${t.at("Worth now", row - 1)}/${growth}`),
    ],
  ]);
  const worth = present.all("Worth now");
  return layout.step(
    "Discount that makes them equal",
    "fraction",
    late === 0 ? x`1-SUM(${worth})/${parts}` : x`1-(SUM(${worth})-1)/${parts}`,
  );
}
