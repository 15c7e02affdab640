/** Work that can be left between any two of its steps, so that a page can draw and listen; its answer comes at the end. */
export type Steps<Answer> = Generator<undefined, Answer, undefined>;
