import { excel, type Formula } from "./call";

/** A condition, and the answer where it is so. */
export type Case = readonly [isSo: Formula, answer: Formula];

/** The first answer whose condition is so. */
export function firstOf(cases: readonly Case[], otherwise: Formula): Formula {
  return cases.reduceRight((rest, [isSo, answer]) => excel("IF", isSo, answer, rest), otherwise);
}
