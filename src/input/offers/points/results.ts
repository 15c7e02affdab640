import type { Figure } from "../figures/figure";

/** A figure, and the words around it. */
export interface Mark {
  readonly figure: Figure;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

const SAYS_RESULT =
  /\b(?:pay|pays|paying|net|costs?|price|bill|i\.e|so|sav(?:e|es|ing|ings)|worth|after|only)\b[^‹]*$|(?<![<>])=\s*$|->\s*$/;
const RESULT_AFTER = /^\s*(?:net|after|in savings?|savings?)\b/;
export const AT_LIST = /^\s*(?:at|of|in) list\b/;

/**
 * Without amounts that a discount gives: what is paid after it and what it takes off, "$500k, so you pay $440k (12% off)", and what is
 * paid for at list, "$440k, which is $500k at list, 12% off". The three figures are next to one another.
 */
export function withoutResults(marks: readonly Mark[]): readonly Mark[] {
  const given = marks.filter(
    (mark, index) =>
      index === 0 ||
      !(saysResult(mark) && isGiven(mark, index, marks, (share) => [1 - share, share])),
  );
  return given.filter(
    (mark, index) =>
      !(AT_LIST.test(mark.after) && isGiven(mark, index, given, (share) => [1 / (1 - share)])),
  );
}

function saysResult({ before, after }: Mark): boolean {
  return SAYS_RESULT.test(before.slice(before.lastIndexOf("›") + 1)) || RESULT_AFTER.test(after);
}

/** Whether an amount is another one beside it times what a discount beside both leaves. */
function isGiven(
  { figure }: Mark,
  index: number,
  marks: readonly Mark[],
  timesOf: (share: number) => readonly number[],
): boolean {
  if (figure.kind !== "money") return false;
  return [index - 2, index - 1, index].some((first) => {
    const three = first < 0 ? [] : marks.slice(first, first + 3).map((mark) => mark.figure);
    const share = three.find(({ kind }) => kind === "percent")?.value;
    const other = three.find((one) => one.kind === "money" && one !== figure)?.value;
    return (
      share !== undefined &&
      other !== undefined &&
      timesOf(share).some((times) => Math.abs(other * times - figure.value) < figure.value / 1000)
    );
  });
}
