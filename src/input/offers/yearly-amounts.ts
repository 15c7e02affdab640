import type { Amount } from "./points/amounts";
import type { Said } from "./said";

type Amounts = Pick<Said, "points" | "committed" | "singles">;

/** What one place of a text calls a year's amount is a year's wherever it stands. */
export function yearlyThroughout<T extends Amounts>(said: T): T {
  const amounts = [...said.points, ...said.committed, ...said.singles];
  const yearly = new Set(amounts.flatMap(({ amount }) => (amount?.isPerYear ? amount.usd : [])));
  const known = <O extends { readonly amount?: Amount }>(one: O): O =>
    one.amount && yearly.has(one.amount.usd)
      ? { ...one, amount: { ...one.amount, isPerYear: true } }
      : one;
  return { ...said, points: said.points.map(known), committed: said.committed.map(known) };
}
