import { describe, expect, test } from "vitest";
import type { BridgeStep, OfferBridge } from "../../../../src/analysis/offer-bridge";
import { US_DOLLAR } from "../../../../src/core/currency";
import { waterfall } from "../../../../src/taskpane/views/negotiation/waterfall";
import {
  bridgeSentence,
  stepAmounts,
} from "../../../../src/taskpane/views/negotiation/what-changed-messages";
import { changeNames } from "../../../../src/wording/messages/bridge-words";

const step = (inOrderCents: number, inReverseCents = inOrderCents): BridgeStep => ({
  ...{ changes: ["bands"], inOrderCents, inReverseCents },
});
const BRIDGE: OfferBridge = {
  ...{ fromCents: 60_000_000, toCents: 58_000_000 },
  steps: [step(-4_000_000, -3_000_000), step(0), step(2_000_000, 1_000_000), step(0)],
};

describe("what changed", () => {
  test("is a sentence, with its two ends", () => {
    expect(bridgeSentence(BRIDGE, US_DOLLAR)).toBe(
      "The expected cost falls by $20,000 a year, from $600,000 to $580,000.",
    );
    expect(bridgeSentence({ ...BRIDGE, toCents: 61_000_000 }, US_DOLLAR)).toContain(
      "rises by $10,000",
    );
    expect(bridgeSentence({ ...BRIDGE, toCents: 60_000_000 }, US_DOLLAR)).toContain(
      "stays at $600,000",
    );
  });

  test("says both amounts where the order matters by a dollar", () => {
    expect(stepAmounts(step(-4_000_000, -3_000_000), US_DOLLAR)).toEqual([
      "−$40,000",
      "−$30,000 in reverse",
    ]);
    expect(stepAmounts(step(2_000_000, 2_000_099), US_DOLLAR)).toEqual(["+$20,000", undefined]);
    expect(changeNames(["bands", "terms"])).toBe("Bands and terms");
  });

  test("is drawn from where the bar before ends", () => {
    const { bars, fromFraction, toFraction } = waterfall(BRIDGE);
    expect([fromFraction, toFraction]).toEqual([1, 0.5]);
    expect(bars).toEqual([
      { startFraction: 0, lengthFraction: 1, isRise: false },
      { startFraction: 0, lengthFraction: 0, isRise: false },
      { startFraction: 0, lengthFraction: 0.5, isRise: true },
      { startFraction: 0.5, lengthFraction: 0, isRise: false },
    ]);
  });
});
