import type { Settlement } from "./settle";

/** One line of a settlement, in the order in which a buyer checks it. */
export interface SettlementLine {
  readonly label: string;
  readonly amountUsd: number;
}

/** The lines of a settlement; the last is the sum of the others in this order, to the last bit. */
export function settlementLines(settlement: Settlement): readonly SettlementLine[] {
  const net = settlement.basis === "net";
  return [
    {
      label: net ? "Commitment" : "Commitment at the discount",
      amountUsd: settlement.commitmentUsd,
    },
    { label: "Overage", amountUsd: settlement.overageUsd },
    { label: "Shortfall returned", amountUsd: settlement.returnedUsd },
    { label: "Effective cost", amountUsd: settlement.costUsd },
  ];
}
