/** A phrase, as the source of an expression, and the words that the rules know for it. */
export type Phrase = readonly [phrase: string, means: string];
