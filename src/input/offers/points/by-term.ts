import { type Clause, figuresIn, pattern } from "../clauses";
import type { Committed } from "../commitments";
import type { Figure } from "../figures/figure";
import type { Point } from "./point";

const TERM_FIRST = pattern(
  "(?<term>D)(?: (?:term|deal|agreement|contract|commit\\w*|plan|option))?(?:\\W{1,4}| at )(?<share>P)",
  "g",
);
const SHARE_FIRST = pattern(
  "(?<share>P)(?: (?:off|discount))? (?:for|on|with|over|under) (?:an? |the )?(?<term>D)",
  "g",
);

/** Discounts that depend on the length of the agreement, "1 year: 10%; 3 years: 14%", as one question of the one amount beside them. */
export function contestedByTerm(
  points: readonly Point[],
  committed: readonly Committed[],
  clauses: readonly Clause[],
  all: readonly Figure[],
): readonly Point[] {
  const rates = clauses.flatMap(({ text }) => {
    const first = [...text.matchAll(TERM_FIRST)];
    const shareFirst = [...text.matchAll(SHARE_FIRST)];
    const matches = shareFirst.length > first.length ? shareFirst : first;
    return matches.flatMap(({ groups }) => {
      const [term] = figuresIn(groups?.["term"], all);
      const [figure] = figuresIn(groups?.["share"], all);
      return term && figure ? [{ months: term.value, figure }] : [];
    });
  });
  const figures = rates.map(({ figure }) => figure);
  const isOfTerm = ({ discounts }: Point): boolean =>
    discounts.some(({ figure }) => figure !== undefined && figures.includes(figure));
  const paired = points.filter(isOfTerm);
  const isDivided =
    new Set(rates.map(({ months }) => months)).size > 1 &&
    new Set(figures.map(({ value }) => value)).size > 1 &&
    paired.flatMap(({ discounts }) => discounts).length < figures.length;
  if (!isDivided) return points;
  const others = points.filter((point) => !isOfTerm(point));
  const amounts = (paired.length > 0 ? paired : committed).flatMap(({ amount }) => amount ?? []);
  const [amount] = amounts;
  if (amount === undefined || amounts.some(({ usd }) => usd !== amount.usd)) return others;
  const places = [amount.figure, ...figures];
  const span = {
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
  };
  const discounts = figures.map((figure) => ({
    ...{ figure, fraction: figure.value },
    ...{ isFirm: true, isPaid: false },
  }));
  return [...others, { span, amount, discounts, isContested: true }];
}
