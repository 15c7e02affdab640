import { bandAt } from "../../core/bands";
import { NoAnswer } from "../../core/no-answer";
import type { ParsedDeal } from "../../deal/parse-deal";
import { policiesOf, termOfDeal } from "../../deal/term-of-deal";
import { ALL_CLAUSES, CLAUSE_NAMES, clauseValues } from "../../forecast/clause-values";
import { termProtections } from "../../term/protections";

/** What an ask is about: a clause of the year, a protection over the term, or what the vendor's people do. */
export const ASK_SUBJECTS = ["year", "term", "service"] as const;
export type AskSubject = (typeof ASK_SUBJECTS)[number];

/** What the vendor's people may do, whose worth only the buyer knows. */
export const SERVICE_ASKS = [
  "Named contact",
  "Senior account team",
  "Faster support response",
] as const;

/** Something to ask for. Amounts are USD; undefined where the buyer must say them. */
export interface ListedAsk {
  readonly name: string;
  readonly about: AskSubject;
  readonly yearUsd: number | undefined;
  readonly termUsd: number | undefined;
}

/** The asks of a deal. */
export interface AskList {
  /** The most valuable over the term first, then what only the buyer can value. */
  readonly asks: readonly ListedAsk[];
  /** Years that the values over the term are of. */
  readonly years: number;
  /** Periods a year of its term; undefined where the terms say none, so that nothing is asked about it. */
  readonly perYear: number | undefined;
}

/**
 * What a deal lacks and a buyer may ask for: clauses as CLAUSE_VALUES, protections as TERM_PROTECTIONS, and service.
 *
 * A clause of the year saves its value in each year of the term; of the two prices of a clause that both lists have, the one
 * under the whole forecast counts (docs/assumptions.md P68).
 *
 * @returns Undefined while the deal cannot be read.
 */
export function askList(deal: ParsedDeal): AskList | undefined {
  const { bands, agreement, forecast, commitmentUsd } = deal;
  if (!bands || !agreement || !forecast || commitmentUsd === undefined) return undefined;
  const term = termWritten(deal);
  const years = term ? term.plan.yearOf.length / term.plan.perYear : 1;
  const clauses = clauseValues(forecast, commitmentUsd, agreement);
  const protections = term ? termProtections(term.plan, term.usageUsd) : [];
  const ofYear: readonly ListedAsk[] =
    clauses instanceof NoAnswer
      ? []
      : clauses.flatMap(({ clause, aloneUsd }) =>
          clause === ALL_CLAUSES
            ? []
            : [{ name: clause, about: "year", yearUsd: aloneUsd, termUsd: aloneUsd * years }],
        );
  const ofTerm: readonly ListedAsk[] =
    protections instanceof NoAnswer
      ? []
      : protections.slice(1, -1).flatMap(([name, alone]) => {
          const termUsd = Number(alone);
          return isClause(String(name))
            ? []
            : [{ name: String(name), about: "term", yearUsd: termUsd / years, termUsd }];
        });
  const carried = bandAt(commitmentUsd, bands).texts.map(({ text }) => text.toLowerCase());
  const service = SERVICE_ASKS.filter(
    (name) => !carried.some((text) => text.includes(name.toLowerCase())),
  );
  return {
    asks: [
      ...[...ofYear, ...ofTerm].sort((one, other) => (other.termUsd ?? 0) - (one.termUsd ?? 0)),
      ...service.map((name) => ({
        ...{ name, about: "service" as const },
        ...{ yearUsd: undefined, termUsd: undefined },
      })),
    ],
    years,
    perYear: term?.plan.perYear,
  };
}

function isClause(name: string): boolean {
  return CLAUSE_NAMES.some((clause) => clause === name);
}

/** The deal over its term, where the terms say how long that is. */
function termWritten(deal: ParsedDeal) {
  if (policiesOf(deal).Term === null) return undefined;
  const term = termOfDeal(deal, { policies: {}, commitmentsUsd: undefined });
  return term?.ok ? term.value.whole : undefined;
}
