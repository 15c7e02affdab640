/** Work that pauses between steps, so that the page can draw and respond; the last step returns the answer. */
export type Steps<Answer> = Generator<undefined, Answer, undefined>;
