import { type Agreement, type PricedBand, withBand } from "../core/agreement";
import { bandPosition } from "../core/bands";
import { toCents } from "../core/money";
import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import { expectedCost } from "./expected-cost";
import { capacityOf, meanWhereFilled } from "./fill";
import type { Forecast } from "./forecast";
import { difference } from "./rounding";

/** Clauses that a buyer can ask for, in the order in which they are added. */
export const CLAUSE_NAMES = [
  "Overage at the committed rate",
  "Step-up right",
  "Half the shortfall returned",
] as const;
export type ClauseName = (typeof CLAUSE_NAMES)[number];

export const ALL_CLAUSES = "All together";

/** What a clause is worth in one period, USD and in points of discount. */
export interface ClauseValue {
  readonly clause: ClauseName | typeof ALL_CLAUSES;
  /** Expected cost now less expected cost with this clause only. */
  readonly aloneUsd: number;
  /** Expected cost with all other clauses less expected cost with all. */
  readonly addedLastUsd: number;
  readonly alonePoints: Answer<number>;
  readonly addedLastPoints: Answer<number>;
}

/** A clause as a change of a band's terms. */
export interface Clause {
  readonly name: ClauseName;
  /** Whether the band lacks it. */
  readonly applies: (band: PricedBand) => boolean;
  readonly add: (band: PricedBand) => PricedBand;
}

/** In the order in which they are added: with a step-up right there is no overage at the committed rate left to price. */
export const CLAUSES: readonly Clause[] = [
  {
    name: "Overage at the committed rate",
    applies: ({ overage, overagePremiumFraction }) =>
      overage === "list" || (overage === "committed" && overagePremiumFraction > 0),
    add: (band) => ({ ...band, overage: "committed", overagePremiumFraction: 0 }),
  },
  {
    name: "Step-up right",
    applies: ({ overage }) => overage !== "step-up",
    add: (band) => ({ ...band, overage: "step-up", overagePremiumFraction: 0 }),
  },
  {
    name: "Half the shortfall returned",
    applies: ({ forfeitedFraction }) => forfeitedFraction > 0.5,
    add: (band) => ({ ...band, forfeitedFraction: 0.5 }),
  },
];

/**
 * What each clause that the committed band lacks is worth: alone, added last, and all together (docs/pricing-model.md 7.2).
 *
 * Points are USD by what a point of discount would save at overage at the committed rate: `0.01·E[U; U ≥ Q]`.
 *
 * @returns A value for each clause that applies and one for all; none without a commitment.
 */
export function clauseValues(
  forecast: Forecast,
  commitmentUsd: number,
  agreement: Agreement,
): Answer<readonly ClauseValue[]> {
  if (toCents(commitmentUsd) === 0)
    return new NoAnswer({ kind: "noCommitment", ratio: "value of a clause" });
  const { bands } = agreement;
  const band = bands[bandPosition(commitmentUsd, bands)] ?? bands[0];
  const clauses = CLAUSES.filter(({ applies }) => applies(band));
  const pointUsd = 0.01 * meanWhereFilled(capacityOf(commitmentUsd, agreement), forecast);
  const costWith = (added: readonly Clause[]): number =>
    expectedCost(
      forecast,
      commitmentUsd,
      withBand(
        agreement,
        added.reduce((made, { add }) => add(made), band),
      ),
    );
  const inPoints = (usd: number): Answer<number> =>
    pointUsd > 0 ? usd / pointUsd : new NoAnswer({ kind: "neverFilled" });
  const worth = (
    clause: ClauseValue["clause"],
    aloneUsd: number,
    addedLastUsd: number,
  ): ClauseValue => ({
    clause,
    aloneUsd,
    addedLastUsd,
    alonePoints: inPoints(aloneUsd),
    addedLastPoints: inPoints(addedLastUsd),
  });
  const nowUsd = costWith([]);
  const allUsd = costWith(clauses);
  return [
    ...clauses.map((clause) =>
      worth(
        clause.name,
        difference(nowUsd, costWith([clause])),
        difference(costWith(clauses.filter((other) => other !== clause)), allUsd),
      ),
    ),
    worth(ALL_CLAUSES, difference(nowUsd, allUsd), difference(nowUsd, allUsd)),
  ];
}
