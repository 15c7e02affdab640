import { type Agreement, type PricedBand, withBand } from "../core/agreement";
import { CLAUSES, type ClauseName } from "../forecast/clause-values";

/**
 * The agreement as if clauses had been won: each is set on every band that lacks it.
 *
 * They are added in the order of `CLAUSE_NAMES`, whatever order they are given in, so that a step-up right takes the place of
 * overage at the committed rate. Bands that have a clause, or something better, keep what they have.
 */
export function withClauses(agreement: Agreement, names: readonly ClauseName[]): Agreement {
  return names.length === 0
    ? agreement
    : agreement.bands.map((band) => bandWith(band, names)).reduce(withBand, agreement);
}

/** Clauses that no band lacks: asking for them would change nothing. */
export function clausesInEveryBand({ bands }: Agreement): readonly ClauseName[] {
  return CLAUSES.filter(({ applies }) => !bands.some(applies)).map(({ name }) => name);
}

/** A band as if clauses had been won for it. */
export function bandWith(band: PricedBand, names: readonly ClauseName[]): PricedBand {
  return CLAUSES.filter(({ name }) => names.includes(name)).reduce(
    (made, { applies, add }) => (applies(made) ? add(made) : made),
    band,
  );
}
