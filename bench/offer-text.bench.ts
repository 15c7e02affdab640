import { expect, test } from "vitest";
import { readOffer } from "../src/input/offers/read-offer";
import { median, printTable } from "./print";

const ROUNDS = 3;
const SIZES = [10_000, 99_000] as const;
const PARTS: readonly (readonly [string, string])[] = [
  ["lines of a ladder", "$500k: 15%\n"],
  ["prose", "We can offer you 12% at $500k and 15% at $1M if you commit for the year.\n"],
  ["one paragraph", "The discount is 12% at $500k. Each tier applies to all spend. "],
  ["words without an offer", "We look forward to a long partnership with all of your teams.\n"],
  ["one sentence", "not unused overage up to $5k first 5% year 1 "],
  ["headings of tables", "Commit\tDiscount\n$500k\t15%\n"],
];

/** The same text cut into its words, which no reader can do without. */
function wordsOf(text: string): number {
  return text.split(/\s+/).length;
}

function msOf(run: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return median(times);
}

test("a long text read as an offer, against the text cut into words", { timeout: 600_000 }, () => {
  const rows = PARTS.map(([name, part]) => {
    const ratios = SIZES.map((size) => {
      const text = part.repeat(Math.ceil(size / part.length));
      return msOf(() => readOffer(text)) / msOf(() => wordsOf(text));
    });
    const [small = 0, large = 0] = ratios;
    expect(large / small).toBeLessThan(3);
    return [name, small, large];
  });
  printTable("A long text read as an offer, against the text cut into words", [
    ["text", "ratio at 10,000 characters", "ratio at 99,000"],
    ...rows,
  ]);
});
