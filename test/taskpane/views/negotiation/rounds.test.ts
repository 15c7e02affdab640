import { describe, expect, test } from "vitest";
import { bridgedOffer } from "../../../../src/analysis/offer-bridge";
import { readDealCells } from "../../../../src/deal/parse-deal";
import { type NamedOffer, offerTitle } from "../../../../src/taskpane/context/bridge-request";
import { lastRounds, roundsSentence } from "../../../../src/taskpane/views/negotiation/rounds";
import { dealCells } from "../../pane-scenarios";

function named(name: string, from = "", day?: number): NamedOffer {
  const reading = readDealCells(dealCells());
  const offer = bridgedOffer(reading);
  if (!offer) throw new Error("the example has no offer");
  return {
    name,
    scenario: name,
    reading,
    offer,
    ...((from !== "" || day !== undefined) && { round: { from, day } }),
  };
}

const names = (offers: readonly NamedOffer[]) => lastRounds(offers).map((offer) => offer?.name);

describe("rounds of offers", () => {
  test("open with the last and the one before it", () => {
    const [deal, plain] = [named("Deal"), named("Plain")];
    const [one, two, three] = [named("1", "", 1), named("2", "", 2), named("3", "", 3)];
    expect(names([deal, plain])).toEqual(["Deal", "Plain"]);
    expect(names([deal, plain, one])).toEqual(["Deal", "1"]);
    expect(names([deal, plain, one, two, three])).toEqual(["2", "3"]);
    expect(names([one, two])).toEqual(["1", "2"]);
  });

  test("are named by who offers them and when, as far as that is known", () => {
    const acme = named("First", "Acme", 46_338);
    expect(offerTitle(acme)).toBe("First (Acme, 12 Nov 2026)");
    expect(offerTitle(named("Second", "", 46_340))).toBe("Second (14 Nov 2026)");
    expect(offerTitle(named("Third", "us"))).toBe("Third (us)");
    expect(offerTitle(named("Deal"))).toBe("Deal");
    expect(roundsSentence(acme, named("Second", "us", 46_340))).toBe(
      "Acme, 12 Nov 2026 → us, 14 Nov 2026",
    );
    expect(roundsSentence(named("Deal"), acme)).toBe("Deal → Acme, 12 Nov 2026");
    expect(roundsSentence(named("Deal"), named("Plain"))).toBe("");
  });
});
