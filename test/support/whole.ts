import type { Steps } from "../../src/analysis/steps";

/** Does the work in one go and returns its answer. */
export function whole<Answer>(work: Steps<Answer>): Answer {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
