import type { Plan } from "./plan";
import { missingFrom, withWon } from "./protections";

/** The plan as if protections had been won, by their names; one that it has already changes nothing. */
export function withProtections(plan: Plan, names: readonly string[]): Plan {
  return withWon(
    plan,
    missingFrom(plan).filter(({ name }) => names.includes(name)),
  );
}
