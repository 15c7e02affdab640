import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { OfferReading } from "../../../src/input/offers/offer-reading";
import { readOffer } from "../../../src/input/offers/read-offer";

const DOCUMENT = path.join(import.meta.dirname, "../../../docs/reading-offers.md");
const EXAMPLES = [
  ...readFileSync(DOCUMENT, "utf8").matchAll(/^\| `(?<written>.*?)` \| (?<reading>.*) \|$/gm),
].map(({ groups }) => [groups?.["written"] ?? "", groups?.["reading"] ?? ""] as const);

const percent = (fraction: number): string => `${Number((fraction * 100).toPrecision(10))}%`;
const money = (usd: number): string => usd.toLocaleString("en-US");

/** A reading as the document writes it. */
function written(read: OfferReading): string {
  const { overage, rollover, rateLock, payment } = read;
  const lock = rateLock?.value;
  const parts = [
    ...read.bands.map(({ thresholdUsd, discountFraction, name }) =>
      [`${money(thresholdUsd)}:`, percent(discountFraction), name].filter(Boolean).join(" "),
    ),
    read.commitmentUsd && `commitment ${money(read.commitmentUsd.value)}`,
    read.termMonths && `term ${read.termMonths.value}`,
    overage &&
      `overage ${overage.value.price}${overage.value.premiumFraction > 0 ? ` ${percent(overage.value.premiumFraction)}` : ""}`,
    read.forfeitedShareFraction && `forfeited ${percent(read.forfeitedShareFraction.value)}`,
    rollover && `rollover ${percent(rollover.value.shareFraction)} ${rollover.value.lifeMonths}`,
    lock && `lock ${lock.locks}${lock.locks === "nothing" ? "" : ` ${lock.for}`}`,
    read.upliftCapFraction && `cap ${percent(read.upliftCapFraction.value)}`,
    payment?.value.timing,
    payment?.value.netDays !== undefined && `net ${payment.value.netDays}`,
    read.currency && `currency ${read.currency.value}`,
    ...read.asks.map(
      ({ about, readings }) => `asks ${about}: ${readings.map(({ says }) => says).join(" or ")}`,
    ),
    read.refused && `refused ${read.refused.reason}`,
    ...new Set(
      read.shown.filter(({ how }) => how !== "decimalComma").map(({ how }) => `shown ${how}`),
    ),
    read.leftOver.length > 0 && `left ${read.leftOver.map((words) => `"${words}"`).join(" and ")}`,
  ];
  return parts.filter(Boolean).join(", ");
}

test.each(EXAMPLES)("docs/reading-offers.md reads %j as it says", (text, reading) => {
  expect(written(readOffer(text.replaceAll(" ⏎ ", "\n")))).toBe(reading);
});

test("docs/reading-offers.md has examples of every part", () => {
  expect(EXAMPLES.length).toBeGreaterThan(35);
});
