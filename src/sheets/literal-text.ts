/**
 * What to write so that a cell holds exactly this text.
 *
 * A cell takes what is written as if it were typed: `3-5` becomes a day, `00123` and `1e5` numbers, `=cmd` a formula. An apostrophe
 * in front keeps such text as it is; it is no part of the value.
 */
export function literalText(text: string): string {
  // Excel reads full-width digits and signs as their plain twins.
  return TAKEN.test(text.normalize("NFKC")) ? `'${text}` : text;
}

/** Every number and date has a digit. Blanks in front are dropped before text is read as a number. */
const TAKEN = /\p{N}|^[\s=+\-@'#]|^(?:true|false)\s*$/iu;
