import { partsAYear } from "./cash-flows";

/** Discount for paying a year in advance that makes it equal to a payment in equal parts (docs/pricing-model.md 21.7). */
export function prepayBreakeven(rate: number, payment: string): number {
  const parts = partsAYear(payment);
  const late = payment.endsWith("arrears") ? 1 : 0;
  let present = 0;
  for (let part = late; part < parts + late; part++) present += (1 + rate) ** (-part / parts);
  return 1 - present / parts;
}
