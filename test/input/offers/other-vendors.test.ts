import { expect, test } from "vitest";
import { readOffer } from "../../../src/input/offers/read-offer";

const OFFER = "$500k: 12%";

/** What a rival says, and the phrase of it that is listed. */
const RIVALS = [
  ["AWS: 18% at $600k", "AWS: 18% at $600k"],
  ["Azure quote - 19% for $700k", "Azure quote - 19% for $700k"],
  ["From Google: 20% at $800k", "From Google: 20% at $800k"],
  ["AWS\n18% at $600k\n", "18% at $600k"],
  ["Azure pricing\n$600k: 18%\n$900k: 22%\n", "$900k: 22%"],
  ["18% at $600k (Google)", "18% at $600k (Google)"],
  ["18% at $600k from AWS", "18% at $600k from AWS"],
  ["Azure is at 18% for $600k.", "Azure is at 18% for $600k."],
  ["Azure called. They are at 18% for $600k.", "They are at 18% for $600k."],
  [
    "A competitor pitched. It is 18% at $600k, and they hold it.",
    "It is 18% at $600k, and they hold it.",
  ],
  ["Vendor B: 18% at $600k", "Vendor B: 18% at $600k"],
  [
    "Under the old agreement the discount was 9% at $350k.",
    "Under the old agreement the discount was 9% at $350k.",
  ],
] as const;

test.each(RIVALS)("%j is listed and gives no band", (said, listed) => {
  for (const text of [`${said}\n${OFFER}`, `${OFFER}\n\n${said}`]) {
    const { bands, asks, leftOver } = readOffer(text);
    expect(bands.map(({ thresholdUsd }) => thresholdUsd)).toEqual([500_000]);
    expect(asks).toEqual([]);
    expect(leftOver).toContain(listed);
  }
});

/** Nothing else is offered, and the one name stands beside no other: it is who offers. */
const BY_NAME = [
  "Google Cloud: 15% at $600k",
  "Google Cloud\n15% at $600k",
  "From: Google Cloud\n\n$600k: 15%",
  "AWS proposal\n$600k: 15%",
  "Offer from AWS\n\n15% at $600k\n\nBest,\nTom from AWS",
  "Oracle will give you 15% at $600k.",
  "OpenAI's proposal: 15% at $600k",
  "15% at $600k (Google)",
  "Azure called. They are at 15% for $600k.",
  "AWS: 15% at $600k\nUnused commitment is forfeited.",
] as const;

test.each(BY_NAME)("%j is the offer of the vendor that it names", (text) => {
  expect(readOffer(text).bands).toMatchObject([{ thresholdUsd: 600_000, discountFraction: 0.15 }]);
});

/** The name is that of a rival, even where nothing else is offered. */
const AGAINST = [
  "AWS gives us 15% at $600k. Can you match that?",
  "For reference, AWS: 15% at $600k",
  "AWS: 15% at $600k\nWe look forward to your offer.",
  "AWS: 15% at $600k\nAzure: 16% at $700k",
  "Our current contract with AWS gives 15% at $600k.",
] as const;

test.each(AGAINST)("%j offers nothing", (text) => {
  expect(readOffer(text).refused?.reason).toBe("noOffer");
});

test("two rivals for one amount are a question", () => {
  expect(readOffer("AWS: 18% at $600k\nAzure: 19% at $600k").asks).toHaveLength(1);
});

test("they are who offers where no rival was named", () => {
  expect(readOffer("The vendor called. They are at 12% for $500k.").bands).toHaveLength(1);
});
