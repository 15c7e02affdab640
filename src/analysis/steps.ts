/** Work that pauses between steps, so that the page can draw and respond; the last step returns the answer. */
export type Steps<Answer> = Generator<undefined, Answer, undefined>;

/** Does work at once, without pauses. */
export function finished<Answer>(work: Steps<Answer>): Answer {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
