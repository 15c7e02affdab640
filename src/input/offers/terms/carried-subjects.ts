import type { Clause } from "../clauses";
import { nameIn } from "../phrases/leaning-sentences";
import { isHeadingOfTerm } from "../term-parts";
import { topicsOf } from "../topics";

const QUESTION = /\?\W*$/;
/** "Price protection. Two years from the effective date" may be the length of the agreement. */
const LENGTH_FIRST = /^\W*‹d/;
const ANSWER = /^\s*(?:a|answer)\s*[:.)-]\s*/;

/**
 * The clauses with the subject that the clause before them names alone, "Unused commitment? Gone.", "Overage. List prices apply.": a
 * question or a heading that its answer follows says nothing of its own.
 */
export function withSubjects(clauses: readonly Clause[]): readonly Clause[] {
  let subject: string | undefined;
  return clauses.flatMap((clause, index) => {
    const carried = subject;
    const next = clauses[index + 1];
    const named = subjectOf(clause);
    const isAnswered =
      next !== undefined && named !== undefined && isAnsweredBy(next, named, clause);
    subject = isAnswered ? named : undefined;
    if (subject !== undefined) return [];
    if (carried === undefined || carried === nameIn(clause.text)) return [clause];
    return [{ ...clause, text: `${carried}: ${clause.text.replace(ANSWER, "")}` }];
  });
}

/** What a clause only names or asks about. */
function subjectOf({ text, figures }: Clause): string | undefined {
  if (figures.some(({ kind }) => kind !== "duration") || text.length > 120) return undefined;
  const topics = topicsOf(text);
  const isName = isHeadingOfTerm(text) || (QUESTION.test(text) && topics.length === 1);
  return isName ? nameIn(text) : undefined;
}

/** Whether a clause names no other term than the question or heading before it. */
function isAnsweredBy(next: Clause, subject: string, { text }: Clause): boolean {
  const [topics, own] = [topicsOf(next.text), topicsOf(subject)];
  const isFree = topics.length === 0 || topics.some((topic) => own.includes(topic));
  return isFree && (QUESTION.test(text) || !LENGTH_FIRST.test(next.text));
}
