import { sticky } from "./sticky";

const WORD = sticky("[\\p{L}][\\p{L}']*");

/** Words that begin a figure without digits: numbers in words, years, names of bands. */
const BEGIN =
  /^(?:an?|half|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir\w+|four\w+|fif\w+|six\w+|seven\w+|eigh\w+|nine\w+|twenty|forty|hundred|thousand|million|billion|quarter|first|second|third|fourth|contract|agreement|term|commitment|years?|yr|y|tier|band|level|step|opt(?:ion)?|plan|package|stage|bracket|group|tranche|scenario|fy|cy|q|h|t|https?|www)$/i;

/** More than what stands between a word and the digits that make a figure of both: "order number: # ab-1". */
const NEAR = 30;

/** The end of a word that begins no figure, since no digit is near and it is no word of numbers; undefined where it may begin one. */
export function plainWordEnd(text: string, start: number): number | undefined {
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0];
  if (word === undefined || BEGIN.test(word)) return undefined;
  const end = start + word.length;
  return /[\d@/]/.test(text.slice(end, end + NEAR)) ? undefined : end;
}
