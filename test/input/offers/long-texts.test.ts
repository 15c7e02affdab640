import { expect, test } from "vitest";
import { readOffer } from "../../../src/input/offers/read-offer";

const LONG = 5_000;

/** Texts that make a careless expression try every way to read them, each about as long. */
const TEXTS: readonly (readonly [string, string])[] = [
  ["a", "a"],
  ["1", "1"],
  [".", "."],
  [" ", " "],
  ["(", "("],
  ["|", "|"],
  ["a.", "a."],
  ["a-", "a-"],
  ["1 000 ", "1 000 "],
  ["one ", "one "],
  ["5%; ", "5%; "],
  ["$1k ", "$1k "],
  ["not ", "not "],
  ["unused ", "unused "],
  ["up to ", "up to "],
  ["first $5k ", "first $5k "],
  ["year 1 10% ", "year 1 10% "],
  ["> lines", "> $5k: 1%\n"],
  ["headings", "Commit\tDiscount\n"],
  ["unknown tables", "Name,Budget\nx,5\n"],
  ["wrapped lines", "we would like to tell you about this for the\n"],
];

/** A run that grows with the square of these takes minutes, and then this file, which asserts no time, never ends. */
test.each(TEXTS)("a long text of %j is read to its end, behind an offer", (_, part) => {
  const long = part.repeat(Math.ceil(LONG / part.length));
  const { bands } = readOffer(`$500k: 15%\n\n${long}`);
  expect(bands.map(({ thresholdUsd }) => thresholdUsd)).toContain(500_000);
});

test("a part that is longer than any sentence is listed, so no rule reads it", () => {
  const endless = `We offer ${"very ".repeat(400)}15% at $500k.`;
  const read = readOffer(`$250k: 10%\n${endless}`);
  expect(read.bands.map(({ thresholdUsd }) => thresholdUsd)).toEqual([250_000]);
  expect(read.leftOver).toEqual([endless]);
});

test.each([
  ["a text", "$500k: 15%\n".repeat(10_000)],
  ["cells", Array.from({ length: 10_000 }, () => ["$500,000", "15%"])],
])("%s of more than 100,000 characters is refused with what to paste", (_, input) => {
  const { bands, refused } = readOffer(input);
  expect(bands).toEqual([]);
  expect(refused?.reason).toBe("noOffer");
  expect(refused?.says).toMatch(/^This is 1\d\d,\d{3} characters long, and at most 100,000 are/);
});

test("two thousand lines are two thousand bands, each once", () => {
  const lines = Array.from({ length: 2_000 }, (_, line) => `$${100_000 + line}: 15%`);
  expect(readOffer(lines.join("\n")).bands).toHaveLength(2_000);
});
