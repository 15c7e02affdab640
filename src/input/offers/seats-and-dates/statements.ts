import { sourceOfText } from "../source";

/** A sentence, a line or a row of a proposal: as it is read, and as it is written. */
export interface Statement {
  readonly text: string;
  readonly from: string;
}

const QUOTED = /^\s*>(?!=|[\d$€£])/;
/** A heading whose lines, to the next empty one, are not of this offer. */
const OF_ANOTHER_OFFER =
  /^\W*(?:(?:our|your|the)\s+)?(?:current|existing|present|previous|old|expiring|competitors?|examples?|our (?:ask|counter)|for reference)\b[^:]*:\s*$/i;
const MARK =
  /^\s*(?:(?:[-*+•]|->|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|(?:line|item) \d{1,2}\s?[:.)-])\s+)*/i;
/** A mail program breaks a line where a word begins with a small letter. */
const WRAP = /(?<=[^\n]{45})(?<![.:;!?|])\n(?=[a-z])/g;
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
const SENTENCE_END = new RegExp(
  `(?<=[^\\s.]{2})[.!?](?=\\s+(?!${MONTH})["'(]?[\\p{Lu}\\p{Sc}\\d])(?<!\\b(?:approx|incl|excl|min|max|no|p\\.a|vs)\\.)|;`,
  "giu",
);
/** Longer than any sentence of an offer. */
const LONGEST = 1_500;

/** The statements of a proposal, without quoted lines and without what stands under the heading of another offer. */
export function statementsOf(input: string): readonly Statement[] {
  const source = sourceOfText(input);
  const statements: Statement[] = [];
  let start = 0;
  let isOfAnother = false;
  for (const line of source.text.replace(WRAP, " ").split("\n")) {
    const lineStart = start;
    start += line.length + 1;
    if (line.trim() === "") isOfAnother = false;
    else if (OF_ANOTHER_OFFER.test(line)) isOfAnother = true;
    if (line.trim() === "" || isOfAnother || QUOTED.test(line)) continue;
    let from = MARK.exec(line)?.[0].length ?? 0;
    const ends = [...line.matchAll(SENTENCE_END)].map(({ index }) => index + 1);
    for (const end of [...ends, line.length]) {
      const text = line.slice(from, end);
      if (/\p{L}/u.test(text) && text.length <= LONGEST)
        statements.push({ text, from: source.words(lineStart + from, lineStart + end) });
      from = end;
    }
  }
  return statements;
}
