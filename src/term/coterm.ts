import { type BandTable, bandAt } from "../core/bands";
import { monthsLater } from "../core/calendar";
import type { TableRow } from "./schedule";

/** A commitment added within the term of another. Dates are Excel's; both ends of the term belong to it. */
export interface Addition {
  readonly commitmentUsd: number;
  readonly addedUsd: number;
  readonly addedOn: number;
  readonly start: number;
  readonly end: number;
}

/** What is owed of an addition, and which discount each of the two amounts earns (docs/pricing-model.md 23.1, 23.2). */
export function cotermCommitment(addition: Addition, bands: BandTable): readonly TableRow[] {
  const { commitmentUsd, addedUsd, addedOn, start, end } = addition;
  const [left, days] = [end - addedOn + 1, end - start + 1];
  const partUsd = (addedUsd * left) / days;
  const months = monthsBetween(start, end + 1);
  const discountOf = (usd: number): number => bandAt((usd * 12) / months, bands).discountFraction;
  const [wholeUsd, termUsd] = [commitmentUsd + addedUsd, commitmentUsd + partUsd];
  return [
    ["Line", "Value"],
    ["Days left", left],
    ["Days in the term", days],
    ["Added commitment, for the days left", partUsd],
    ["Commitment with the addition, whole term", wholeUsd],
    ["Commitment with the addition, this term", termUsd],
    ["Discount by the whole-term amount", discountOf(wholeUsd)],
    ["Discount by this term's amount", discountOf(termUsd)],
  ];
}

/** Whole months from one day to another, and the part of a broken one by its days. */
function monthsBetween(from: number, to: number): number {
  let months = Math.floor((to - from) / 32);
  while (monthsLater(from, months + 1) <= to) months++;
  const [before, after] = [monthsLater(from, months), monthsLater(from, months + 1)];
  return months + (to - before) / (after - before);
}
